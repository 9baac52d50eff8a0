/** The complaint under a signed repayment agreement whose rest was called due: by its dates, in order, without contradiction. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperText } from '../../templates/paper.ts';
import { roadCase } from '../fixtures/road.ts';
import { build, contextFrom } from '../helpers/paper-context.ts';

type Change = (d: CaseDocument) => void;
/** Instalments on 15 October, November and December 2026; the first paid on 14 October; signed on 1 September. */
const at = (today: string, change: Change = () => {}) => {
  const d = roadCase('07-instalment-late');
  change(d);
  return contextFrom(d, today);
};
const called: Change = (d) => {
  Object.assign(d.settlement ?? {}, { acceleratedOn: '2026-11-27' });
};
const text = (id: string, today: string, change?: Change) =>
  paperText(build(id, at(today, change))).join('\n');
const squeezed = (s: string) => s.replace(/\s+/g, '');

const TODAY = '2026-11-30';

describe('the element-form complaint', () => {
  const form = squeezed(text('complaint-elements', TODAY, called));

  it('asks for early repayment, with the reason', () => {
    expect(form).toContain('是☑提前还款（加速到期）☑/解除合同□');
    expect(form).toContain(
      '理由：被告逾期超过还款协议约定的10日，原告依约通知，自2026年11月27日起未到期款项全部到期',
    );
    const kept = squeezed(text('complaint-elements', TODAY));
    expect(kept).toContain('是□提前还款（加速到期）□/解除合同□否☑');
  });

  it('counts the delay from the instalment that was missed, not from the old due date', () => {
    expect(form).toContain('逾期时间：2026年11月16日至今已逾期14天（按还款协议）');
    expect(form).not.toMatch(/已逾期2\d\d天/);
    const intime = squeezed(text('complaint-elements', '2026-11-10'));
    expect(intime).not.toContain('至今已逾期');
  });

  it('says of a demand that it interrupted limitation only where it did', () => {
    // Before the agreement's own dates nothing runs that the demand of August could restart.
    expect(form).toContain('原告于2026年8月20日催收');
    expect(form).not.toContain('诉讼时效中断');
    const later: Change = (d) => {
      called(d);
      d.demands?.push({
        ...{ id: 'd2', date: '2026-11-28', channel: 'wechat', toPartyId: 'li', arrived: 'yes' },
      });
    };
    expect(squeezed(text('complaint-elements', TODAY, later))).toContain(
      '原告于2026年11月28日催收，诉讼时效中断',
    );
    const own: Change = (d) => {
      d.settlement = null;
    };
    expect(squeezed(text('complaint-elements', TODAY, own))).toContain(
      '原告于2026年8月20日催收，诉讼时效中断',
    );
  });

  it('the dates of the agreement stand beside the old term', () => {
    expect(form).toContain('是否到期：是☑');
    expect(form).toContain('2026年9月1日还款协议改为分3期，最后一期2026年12月15日');
  });
});

describe('the facts', () => {
  it('come in the order of their days, and say nothing twice', () => {
    const all = text('complaint-narrative', TODAY, called);
    const told = [
      '借款期限于2026年2月28日届满，被告未归还。',
      '2026年8月20日，原告通过微信催要。',
      '2026年9月1日，双方签订还款协议书，确认尚欠本金300,000元，约定分3期于2026年12月15日前还清。',
      '2026年10月14日，被告还款100,000元。',
      '第2期100,000元应于2026年11月15日支付，现未收到。',
      '因被告逾期超过约定的10日，原告依约通知被告，自2026年11月27日起未到期款项全部到期。',
      '上述还款依法冲抵本金100,000元。',
      '截至2026年11月30日，尚欠本金200,000元',
    ];
    const places = told.map((words) => all.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(all).not.toContain('至今未还清');
  });

  it('an agreement signed before the loan fell due leaves that day aside', () => {
    const early: Change = (d) => {
      called(d);
      Object.assign(d.loans?.[0] ?? {}, { due: '2027-02-28' });
    };
    expect(text('complaint-narrative', TODAY, early)).not.toContain('借款期限于');
  });
});

describe('the claims', () => {
  it('call one kind of interest by one name', () => {
    for (const today of ['2026-11-27', '2026-11-28', TODAY]) {
      const all = text('complaint-narrative', today, called);
      const names = [...all.matchAll(/支付(?:原告)?(逾期利息|利息)（/g)].map((m) => m[1]);
      expect([today, new Set(names).size]).toEqual([today, 1]);
    }
  });

  it('keep the sums of the engine', () => {
    const x = at(TODAY, called);
    // 100,000 from 15 November for 15 days, 100,000 from the notice for 3, at 3.00%.
    expect([x.claim.principal, x.claim.interest]).toEqual([200_000_00, 147_95]);
    const all = text('complaint-narrative', TODAY, called);
    expect(all).toContain('判令被告偿还原告借款本金200,000元');
    // Two runs on equal sums: each accrued its own part, together the whole interest.
    expect(x.claim.loans[0]?.running.map((r) => r.amount)).toEqual([123_29, 24_66]);
    for (const words of ['暂计至2026年11月30日为123.29元', '暂计至2026年11月30日为24.66元']) {
      expect(all).toContain(words);
    }
  });
});
