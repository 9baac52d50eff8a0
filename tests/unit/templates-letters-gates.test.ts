/** What stops letters, agreements and notes, each gate with its counterpart. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { newRateCap, overCap } from '../../shared/claim/new-rate.ts';
import { paperText } from '../../templates/paper.ts';
import type { PaperContext } from '../../templates/template.ts';
import { build, fits, missing } from '../helpers/paper-context.ts';
import {
  answer,
  borrower,
  type Change,
  inSuit,
  loanOf,
  preSuit,
  repaid,
  withLawyer,
} from '../helpers/stage-cases.ts';

const stops = (id: string, x: PaperContext) => missing(id, x).filter((m) => m.level === 'blocking');
const stopsAt = (id: string, x: PaperContext, key: string) =>
  stops(id, x).filter((m) => m.path === key || m.path === `choices.${id}.${key}`);
const advice = (id: string, x: PaperContext) =>
  missing(id, x).flatMap((m) => (m.level === 'warning' ? m.path : []));
const text = (id: string, x: PaperContext) => paperText(build(id, x)).join('\n');
const both =
  (...changes: Change[]): Change =>
  (d: CaseDocument) => {
    for (const change of changes) change(d);
  };

describe('letters', () => {
  it('give a real day to come', () => {
    const id = 'demand-letter';
    const at = (answers: Record<string, string>, today?: string) =>
      stopsAt(id, preSuit(answer(id, answers), today), 'deadline');
    expect(at({})).toEqual([]);
    expect(at({ deadline: '2026-01-20' })).toHaveLength(1);
    expect(at({ deadline: '2026-02-10' }, '2026-03-01')).toHaveLength(1);
    expect(at({ deadline: '二月' })).toHaveLength(1);
    const short = preSuit(answer(id, { deadline: '2026-01-23' }));
    expect(missing(id, short).some((m) => m.message.startsWith('只给了3天'))).toBe(true);
  });

  it('refuse threats, listing and other people in reworded text', () => {
    const id = 'demand-letter';
    for (const words of [
      '否则把您列入失信名单。',
      '否则拘留您。',
      '我会上门找您。',
      '我会通知您的单位。',
      '后果自负。',
      '将在朋友圈曝光。',
    ]) {
      const x = preSuit((d) => {
        d.prose = [{ key: 'demand-letter.body', text: `请还款300,000元。${words}`, basis: '' }];
      });
      expect(stopsAt(id, x, 'prose.0.text').length, words).toBeGreaterThan(0);
    }
    const plain = preSuit((d) => {
      d.prose = [{ key: 'demand-letter.body', text: '请在2月10日前还款300,000元。', basis: '' }];
    });
    expect(stops(id, plain)).toEqual([]);
    expect(text(id, plain)).toContain('请在2月10日前还款300,000元。');
  });

  it('are paid to the lender’s own account', () => {
    const other = preSuit((d) => {
      d.enforcement = { bankAccount: { number: '6200000000000001234', holder: '周某' } };
    });
    expect(stopsAt('demand-letter', other, 'enforcement.bankAccount.holder')).toHaveLength(1);
    const none = preSuit((d) => {
      d.enforcement = null;
    });
    // A demand interrupts limitation without an account (form 08a asks for it): advice, never a stop.
    expect(stops('demand-letter', none)).toEqual([]);
    expect(advice('demand-letter', none)).toContain('enforcement.bankAccount.number');
    expect(text('demand-letter', none)).toContain('付清上述款项。收款账户由本人另行告知。');
    expect(text('demand-letter', none)).not.toMatch(/账号：|户名：/);
    expect(stops('reminder-messages', none)).toEqual([]);
    expect(stopsAt('repayment-agreement', none, 'enforcement.bankAccount.number')).toHaveLength(1);
  });

  it('wait for the due date, and are over when all is paid or the suit is filed', () => {
    expect(fits('demand-letter', preSuit(undefined, '2024-02-29')).fits).toBe(false);
    expect(fits('demand-letter', preSuit(undefined, '2024-03-01')).fits).toBe(true);
    expect(fits('demand-letter', inSuit()).fits).toBe(false);
    const paid = preSuit((d) => {
      repaid(d);
      const last = d.transfers?.at(-1);
      if (last) Object.assign(last, { amount: '300000.00', date: '2024-02-20' });
    });
    for (const id of ['demand-letter', 'reminder-messages', 'debt-note', 'debt-confirmation']) {
      expect(stopsAt(id, paid, 'transfers'), id).toHaveLength(1);
    }
  });

  it('need a lawyer for a lawyer’s letter', () => {
    expect(fits('lawyer-letter-outline', preSuit()).fits).toBe(false);
    expect(fits('lawyer-letter-outline', preSuit(withLawyer)).fits).toBe(true);
  });
});

describe('agreement and notes', () => {
  const id = 'repayment-agreement';

  const planned = (settlement: NonNullable<CaseDocument['settlement']>) =>
    preSuit((d) => {
      d.settlement = settlement;
    });
  const parts = (...list: [string, string][]) =>
    planned({
      method: 'custom',
      parts: list.map(([due, amount], i) => ({ id: `p${i}`, due, amount })),
    });

  it('adds up to the debt', () => {
    const x = parts(['2026-02-28', '100000'], ['2026-04-30', '199999.99']);
    expect(stopsAt(id, x, 'settlement.parts')[0]?.message).toBe(
      '各期合计299,999.99元，尚欠300,000元，少了0.01元，请改成一致',
    );
    expect(stopsAt(id, parts(['2026-01-20', '300000']), 'settlement.parts.0.due')).toHaveLength(1);
    expect(stopsAt(id, planned({ count: 360 }), 'settlement')).toEqual([]);
  });

  it('keeps rates within the cap: the lower of formation and agreement', () => {
    const x = preSuit();
    // 14.60 at formation (2023-03-01), 12.00 at the agreement.
    expect(newRateCap(x.case, x.case.loans, '2026-01-20')).toBe('12.00');
    expect(newRateCap(x.case, x.case.loans, '2023-03-01')).toBe('14.60');
    expect([overCap('12', '12.00'), overCap('12.000001', '12.00')]).toEqual([false, true]);
    expect(stops(id, planned({ rate: '12' }))).toEqual([]);
    expect(stopsAt(id, planned({ rate: '12.1' }), 'settlement.rate')[0]?.message).toContain(
      '超过上限12%',
    );
    const late = (overdueRate: string | null) => planned({ overdue: 'rate', overdueRate });
    expect(stopsAt(id, late('24'), 'settlement.overdueRate')).toHaveLength(1);
    expect(stopsAt(id, late(null), 'settlement.overdueRate')).toHaveLength(1);
    expect(stops(id, late('6'))).toEqual([]);
    expect(text(id, late('6'))).toContain('按年利率6%收取逾期利息');
  });

  it('writes the interest of the plan into its rows', () => {
    const rows = text(id, planned({ rate: '6', waiveInterest: true }));
    // 300,000 × 6% × 31 ÷ 365.
    expect(rows).toContain('1,528.77');
    expect(rows).toContain('未还本金按年利率6%计算利息');
  });

  it('sends disputes where the clause can hold, and warns where it may not', () => {
    const at = (place: 'borrower' | 'signing' | 'other' | 'arbitration', named = '') =>
      planned({ forum: { place, named } });
    expect(text(id, at('borrower'))).toContain('由乙方住所地人民法院管辖');
    expect(text(id, at('signing', '甲省乙市'))).toContain('由合同签订地（甲省乙市）人民法院管辖');
    expect(text(id, at('arbitration', '乙仲裁委员会'))).toContain('提交乙仲裁委员会仲裁');
    expect(stops(id, at('arbitration', '乙仲裁委员会'))).toEqual([]);
    expect(stopsAt(id, at('arbitration'), 'settlement.forum.named')).toHaveLength(1);
    expect(stops(id, at('other', '丙市某区人民法院'))).toEqual([]);
  });

  it('leaves no blank where the parties are named', () => {
    const x = preSuit((d) => {
      borrower(d).idNumber = '';
    });
    expect(stopsAt(id, x, 'parties.1.idNumber')).toHaveLength(1);
  });

  it('writes no second note for a loan that has one, and none over the cap', () => {
    expect(fits('iou', preSuit()).fits).toBe(false);
    const rate = (value: string, per: 'month' | 'tenThousandthPerDay' | 'lprMultiple') =>
      preSuit((d) => {
        loanOf(d).paper = 'none';
        loanOf(d).interest = 'agreed';
        loanOf(d).rate = { value, per };
      });
    expect(stopsAt('iou', rate('2', 'month'), 'loans.0.rate')[0]?.message).toContain('年利率24%');
    expect(stops('iou', rate('1', 'month'))).toEqual([]);
    expect(text('iou', rate('1', 'month'))).toContain('利息按年利率12%计算');
    expect(text('iou', rate('2', 'tenThousandthPerDay'))).toContain('年利率7.3%');
    expect(stopsAt('iou', rate('5', 'lprMultiple'), 'loans.0.rate')).toHaveLength(1);
    expect(stops('iou', rate('4', 'lprMultiple'))).toEqual([]);
  });

  it('receipts only for repayments there are', () => {
    expect(fits('receipt', preSuit()).fits).toBe(false);
    const other = preSuit(both(repaid, answer('receipt', { date: '2024-03-21' })));
    expect(stopsAt('receipt', other, 'date')).toHaveLength(1);
  });
});
