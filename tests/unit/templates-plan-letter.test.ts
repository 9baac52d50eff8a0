/** Letters and messages on paper under a signed repayment agreement. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperText } from '../../templates/paper.ts';
import type { PaperContext } from '../../templates/template.ts';
import { roadCase } from '../fixtures/road.ts';
import { build, contextFrom, fits, missing } from '../helpers/paper-context.ts';
import { withLawyer } from '../helpers/stage-cases.ts';

type Change = (d: CaseDocument) => void;
const none: Change = () => {};

/** Three instalments of 100,000 from 15 October 2026, ten days of grace, the first paid; signed 1 September. */
function at(today: string, change: Change = none): PaperContext {
  const d = roadCase('07-instalment-late');
  d.enforcement = {
    bankAccount: { holder: '王某', number: '6200000000000001234', branch: '中国××银行' },
  };
  change(d);
  return contextFrom(d, today);
}
const text = (id: string, x: PaperContext) => paperText(build(id, x)).join('\n');
const stops = (id: string, x: PaperContext) => missing(id, x).filter((m) => m.level === 'blocking');
const answer =
  (id: string, answers: Record<string, string | boolean>): Change =>
  (d) => {
    d.choices = { ...d.choices, [id]: answers };
  };
const calledDue: Change = (d) => {
  Object.assign(d.settlement ?? {}, { acceleratedOn: '2026-11-27' });
};
const allPaid: Change = (d) => {
  for (const [i, date] of ['2026-11-15', '2026-12-15'].entries()) {
    d.transfers?.push({
      ...{ id: `in${i + 2}`, loanId: 'loan1', direction: 'in', method: 'bank' },
      ...{ date, amount: '100000.00' },
    });
  }
};

/** What would go against the agreement: the day of the note, the whole debt as late, another plan. */
const AGAINST = /借款已到期|如有困难|分期方案|可以分期|已逾期2\d\d天/;

describe('the demand letter', () => {
  const id = 'demand-letter';

  it.each([
    ['nothing late', '2026-11-15', none, '没有逾期的一期'],
    ['paid in full', '2026-12-20', allPaid, '都已付清'],
  ])('has no place: %s', (_what, today, change, why) => {
    const fit = fits(id, at(today, change));
    expect([fit.fits, fit.why.includes(why)]).toEqual([false, true]);
  });

  it.each<[string, string, Change, string[], RegExp]>([
    [
      'an instalment late, within the days of grace',
      '2026-11-20',
      none,
      [
        '2026年9月1日，双方签订还款协议书，确认尚欠本金人民币300,000元，约定分3期于2026年12月15日前还清。第2期100,000元应于2026年11月15日支付，现未收到。',
        '请最迟于2026年11月25日将上述款项补付至：户名：王某',
        '届时仍未付的，本人可以按协议书面通知您，要求未到期的各期一次还清',
      ],
      /全部到期|200,000元|12月5日/,
    ],
    [
      'beyond them: the letter calls the rest due',
      '2026-11-26',
      none,
      [
        '现未收到，逾期已超过协议约定的10日。',
        '按还款协议，现通知您：未到期的款项自本通知到达之日起全部到期。截至2026年11月26日，尚欠本金200,000元',
        '请于2026年12月11日前将上述款项一次付清至：',
        '逾期未付，本人将依法主张权利，包括向人民法院提起诉讼。',
      ],
      /最迟于/,
    ],
    [
      'beyond them, without calling the rest due',
      '2026-11-26',
      answer(id, { callDue: false }),
      ['请收到本通知后立即将已经到期的款项补付至：', '可以按协议书面通知您'],
      /全部到期|12月11日/,
    ],
    [
      'called due',
      '2026-12-01',
      calledDue,
      [
        '因您未按期支付，剩余款项已于2026年11月27日全部到期。截至2026年12月1日，尚欠本金200,000元、利息',
        // Not later than the last instalment's own day.
        '请于2026年12月15日前将上述款项一次付清至：',
      ],
      /现未收到/,
    ],
    [
      'no account entered',
      '2026-11-20',
      (d) => {
        d.enforcement = null;
      },
      ['请最迟于2026年11月25日补付上述款项。收款账户由本人另行告知。'],
      /付至/,
    ],
  ])('%s', (_what, today, change, says, never) => {
    const x = at(today, change);
    expect(fits(id, x).fits).toBe(true);
    const all = text(id, x);
    for (const words of says) expect(all).toContain(words);
    expect(all).not.toMatch(AGAINST);
    expect(all).not.toMatch(never);
    expect(stops(id, x)).toEqual([]);
  });

  it('the last one late, beyond the days of grace: nothing is left to call due', () => {
    const x = at('2027-01-04', (d) => {
      allPaid(d);
      d.transfers?.pop();
    });
    const all = text(id, x);
    expect(all).toContain('第3期100,000元应于2026年12月15日支付，现未收到。');
    expect(all).toContain('请于2027年1月19日前将上述款项支付至：');
    expect(all).not.toContain('全部到期');
  });

  it.each([
    ['2026-11-26', '2026年12月11日'],
    ['2026-12-05', '2026年12月15日'],
    ['2026-12-14', '2026年12月17日'],
  ])('calling the rest due on %s gives until %s', (today, until) => {
    const x = at(today);
    expect(text(id, x)).toContain(`请于${until}前将上述款项一次付清至：`);
    expect(missing(id, x).some((m) => m.message.includes('只给了'))).toBe(false);
  });

  it('a day of one’s own is not taken against the agreement, and that is said', () => {
    const x = at('2026-11-20', answer(id, { deadline: '2026-12-05' }));
    expect(text(id, x)).not.toContain('12月5日');
    expect(missing(id, x).map((m) => m.message)).toContainEqual(
      expect.stringContaining('付款的日子按协议的宽限写'),
    );
    const own = at('2026-12-01', (d) => {
      calledDue(d);
      answer(id, { deadline: '2026-12-20' })(d);
    });
    expect(text(id, own)).toContain('请于2026年12月20日前');
    expect(missing(id, own).some((m) => m.message.includes('没有用上'))).toBe(false);
  });

  it('without an agreement in force the loan speaks as before', () => {
    const x = at('2026-11-20', (d) => {
      Object.assign(d.settlement ?? {}, { status: 'refused' });
    });
    expect(text(id, x)).toContain('借款已到期');
    expect(text(id, x)).not.toContain('还款协议书');
  });
});

describe('the outline for a lawyer’s letter', () => {
  const id = 'lawyer-letter-outline';
  it('speaks by the agreement too', () => {
    const x = at('2026-11-20', withLawyer);
    expect(text(id, x)).toContain('请最迟于2026年11月25日将上述款项补付至：户名：王某');
    expect(text(id, x)).not.toMatch(AGAINST);
    expect(fits(id, at('2026-11-15', withLawyer)).fits).toBe(false);
  });
});

describe('the sheet of messages', () => {
  const id = 'reminder-messages';
  it.each<[string, string, Change, string]>([
    ['next', '2026-11-10', none, '第2期100,000元应于2026年11月15日支付，请提前安排。收款账户'],
    [
      'late',
      '2026-11-20',
      none,
      '请最迟于2026年11月25日补付；仍不付的，我可以按协议要求一次还清。',
    ],
    ['called due', '2026-12-01', calledDue, '请于2026年12月15日前一次付清'],
  ])('%s', (_what, today, change, words) => {
    const x = at(today, change);
    expect(fits(id, x).fits).toBe(true);
    expect(text(id, x)).toContain(words);
    expect(text(id, x)).not.toMatch(AGAINST);
    expect(stops(id, x)).toEqual([]);
  });

  it('paid in full: none', () => {
    expect(fits(id, at('2026-12-20', allPaid))).toMatchObject({ fits: false });
  });
});
