import type { Explain, Segment } from '../claim/types.ts';
import { formatAmount } from '../text/money.ts';
import { ART } from './cap.ts';
import { DAY_COUNT_TEXT, type DayCount } from './day-count.ts';
import { YEAR_PARTS } from './exact.ts';
import type { InterestInput } from './interest-input.ts';
import type { Ledger } from './ledger.ts';
import type { Needs } from './phases.ts';
import type { Ceiling } from './rollover.ts';
import type { Row } from './rows.ts';

/** The reasoning behind a result, figure by figure, as the window and the schedule print it. */

const ROUNDING_TEXT = {
  cent: '最后四舍五入到分',
  yuan: '最后四舍五入到元',
  truncateYuan: '最后舍去元以下',
  none: '保留六位小数',
} as const;

/** The part of a year of a stretch, where it is not plainly days over 365: 12个月, 46天÷360. */
export function formulaCount(row: Pick<Row, 'parts' | 'days'>, dayCount: DayCount): string | null {
  if (dayCount === 'actual360' || dayCount === 'thirty360') return `${row.days}天÷360`;
  if (dayCount === 'months') return `${row.parts / (YEAR_PARTS / 12)}个月`;
  if (dayCount === 'months30') return monthsText(row.parts / (YEAR_PARTS / 360));
  return null;
}

function monthsText(days360: number): string {
  const months = Math.floor(days360 / 30);
  const days = days360 % 30;
  if (days === 0) return `${months}个月`;
  return months === 0 ? `${days}天` : `${months}个月零${days}天`;
}

/** 100,000.00 × 14.60% ÷ 365 × 366天 = 14,640.00元. */
export function segmentFormula(s: Segment, dayCount: DayCount): string {
  const base = `${formatAmount(s.base)} × ${s.rate}%`;
  const result = `${formatAmount(s.amount)}元`;
  if (dayCount === 'months') return `${base} ÷ 12 × ${s.count ?? ''} = ${result}`;
  if (dayCount === 'months30')
    return `${base} × ${s.count ?? ''}（整月÷12，零头天数÷360） = ${result}`;
  return `${base} ÷ ${dayCount === 'actual365' ? 365 : 360} × ${s.days}天 = ${result}`;
}

/** How days are counted and figures rounded, in one printable line. */
export function countText(options: InterestInput['options']): string {
  const ends = options.countBothEnds ? '首尾两日都计入（全程只多计一天）' : '起日不计、止日计入';
  return `${DAY_COUNT_TEXT[options.dayCount]}，${ends}，${ROUNDING_TEXT[options.rounding]}`;
}

const KIND = { inTerm: '借期内利息', overdue: '逾期利息', penalty: '违约金' } as const;

function principalLine(input: InterestInput, ledger: Ledger): Explain {
  const parts = ledger.lending.tranches.map((t) => {
    const less = t.amount - t.net;
    return `${t.paid} 交付 ${formatAmount(t.amount)}元${less > 0 ? `，其中 ${formatAmount(less)}元预先扣除或当即收回，不算本金` : ''}`;
  });
  const formed = input.naturalPersons ? '（自然人之间，合同自款项交付时成立）' : '';
  return {
    text: `实际出借本金 ${formatAmount(ledger.lending.lent)}元：${parts.join('；')}${formed}`,
    article: input.naturalPersons ? ART.formation : ART.withheld,
  };
}

function choices(input: InterestInput, needs: Needs): Explain[] {
  const list: Explain[] = [{ text: `计算方法：${countText(input.options)}`, article: ART.days }];
  for (const cap of needs.caps.values()) list.push({ text: cap.text, article: cap.article });
  if (needs.lprOverdue) {
    const how = {
      fixedAtDefault: '逾期首日适用的一年期LPR，固定到清偿',
      floating: '逾期期间各日适用的一年期LPR',
      atFiling: '起诉时适用的一年期LPR，固定到清偿',
    }[input.options.lprAnchor];
    list.push({
      text: `未约定利息和逾期利率，逾期利息按1倍LPR：采用${how}`,
      article: ART.overdueLpr,
    });
  }
  return list;
}

export function explainInterest(x: {
  input: InterestInput;
  filed: string;
  needs: Needs;
  ledger: Ledger;
  segments: readonly Segment[];
  ceiling: Ceiling | null;
}): Explain[] {
  const { dayCount } = x.input.options;
  const lines = x.segments.map((s) => ({
    text: `${KIND[s.kind]} ${s.from} 至 ${s.to}：${segmentFormula(s, dayCount)}（${s.reason}）`,
    article: s.article,
  }));
  const paid = x.ledger.splits.map((s) => ({
    text: `${s.date} 还款 ${formatAmount(s.amount)}元：抵费用 ${formatAmount(s.fees)}元、利息 ${formatAmount(s.interest)}元、本金 ${formatAmount(s.principal)}元，剩余本金 ${formatAmount(s.balance)}元（${s.reason}）`,
    article: s.article,
  }));
  const ceiling = x.ceiling ? [{ text: x.ceiling.text, article: ART.rollover }] : [];
  return [
    principalLine(x.input, x.ledger),
    ...choices(x.input, x.needs),
    ...lines,
    ...paid,
    ...ceiling,
  ];
}
