import type { Case } from '../case/case.ts';
import type { Judgment } from '../case/proceedings.ts';
import { rollForward } from '../law/calendar.ts';
import { addDays, later } from '../law/dates.ts';
import type { DayCount } from '../law/day-count.ts';
import type { DoubleStart } from '../law/delayed-interest.ts';
import { toFen } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import { type LprEntry, lprTable } from '../law/lpr.ts';
import { cite, citeCpl } from '../law/statutes.ts';
import { formatAmount } from '../text/money.ts';
import { type Books, owedOf, type Payment, settle } from './enforcement-books.ts';
import { type DebtSetting, debtOf, itemWarnings, paymentsOf } from './enforcement-debt.ts';
import type { Alternative, EnforcementClaim, EnforcementSplit, Explain, Warning } from './types.ts';

/**
 * What is to be enforced at a date (CPL 264; 法释〔2014〕8号): the operative items, ordinary interest as
 * the judgment words it, and the doubled part at 0.0175% a day on the unpaid money debt without
 * ordinary interest. Money received pays costs, ordinary interest and principal first, the doubled
 * part last (Art. 4).
 */

const RATE = cite('delayInterest', 1);
const START = cite('delayInterest', 2);
const ORDER = cite('delayInterest', 4);
/** The rule in this form starts on 2014-08-01 (Art. 7). */
const BEFORE_RULE = '2014-07-31';

/**
 * Last day of the performance period: as the judgment names it, or effect + days, rolled off a
 * holiday; none fixed: the day of effect.
 * @throws FieldError when neither is known.
 */
export function performanceEnd(j: Judgment): string {
  if (j.performanceEnds !== null) return j.performanceEnds;
  if (j.effectiveOn === null) {
    throw new FieldError('judgment.effectiveOn', '请填写判决生效日期，或直接填写履行期届满日');
  }
  if (j.performanceDays === null) return j.effectiveOn;
  return rollForward(addDays(j.effectiveOn, j.performanceDays)).date;
}

function totalOf(b: Books): number {
  const fixed = b.parts.reduce((sum, p) => sum + p.amount, 0) + b.fixedInterest;
  return fixed + toFen(b.ordinary) + toFen(b.doubled);
}

function doubledStart(periodEnd: string, start: DoubleStart): string {
  return later(start === 'nextDay' ? addDays(periodEnd, 1) : periodEnd, BEFORE_RULE);
}

function warningsOf(
  c: Case,
  periodEnd: string,
  found: { payments: readonly Payment[]; direct: number; twice: number; repeated: number },
  asOf: string,
): Warning[] {
  const list: Warning[] = [];
  if (periodEnd <= BEFORE_RULE) {
    list.push({
      code: 'before-2014',
      text: '2014年8月1日以前的加倍利息按当时的规定另算，这里只算此后的部分',
      article: cite('delayInterest', 7),
    });
  }
  if (found.payments.some((p) => p.date > asOf)) {
    list.push({ code: 'payment-after-until', text: '有执行款晚于截止日，本次没有计入' });
  }
  if (found.repeated > 0) {
    list.push({
      code: 'distribution-repeated',
      text: `有 ${found.repeated} 笔执行到账和“分配、拍卖、扣划”里的同额同日，只计了一次，请核对`,
      article: ORDER,
    });
  }
  if (found.direct > 0 || found.twice > 0) {
    const twice =
      found.twice > 0 ? `；其中与执行到账款同日同额的 ${found.twice} 笔只计一次，请核对` : '';
    list.push({
      code: 'repaid-after-judgment',
      text: `流水中判决后的还款 ${found.direct + found.twice} 笔已按判决债务抵充${twice}`,
      article: ORDER,
    });
  }
  if ((c.judgment?.items ?? []).some((x) => x.kind === 'courtFee' && (x.amount ?? 0) > 0)) {
    list.push({
      code: 'court-fee-base',
      text: '由对方负担的诉讼费是否计入加倍部分的基数，各地做法不一；默认不计入',
      article: RATE,
    });
  }
  return list;
}

function explain(
  b: Books,
  start: DoubleStart,
  periodEnd: string,
  splits: EnforcementSplit[],
): Explain[] {
  const from = start === 'nextDay' ? '的次日' : '之日';
  return [
    { text: `履行期间 ${periodEnd} 届满，加倍部分自届满${from}起算`, article: START },
    ...b.segments.map((s) => ({
      text: `一般债务利息 ${s.from} 至 ${s.to}：${formatAmount(s.base)} × ${s.rate}% × ${s.days}天 = ${formatAmount(s.amount)}元`,
      article: s.article,
    })),
    ...b.doubledSegments.map((s) => ({
      text: `加倍部分 ${s.from} 至 ${s.to}：${formatAmount(s.base)} × 0.0175% × ${s.days}天 = ${formatAmount(s.amount)}元`,
      article: citeCpl('delayInterest'),
    })),
    ...splits.map((s) => ({
      text: `${s.date} 到账 ${formatAmount(s.amount)}元：先抵费用 ${formatAmount(s.costs)}元、利息 ${formatAmount(s.interest)}元、本金 ${formatAmount(s.principal)}元，最后抵加倍部分 ${formatAmount(s.doubled)}元`,
      article: ORDER,
    })),
  ];
}

export interface EnforcementSetting {
  /** Stands before the case's own choice. */
  start?: DoubleStart;
  /** The user's own LPR entries, for interest that follows the LPR. */
  lprEntries?: readonly LprEntry[];
}

interface Reading {
  start: DoubleStart;
  dayCount: DayCount;
  courtFeeInBase: boolean;
}

/** The other readings, each with what would then be due. */
function otherReadings(c: Case, now: Reading): { key: string; label: string; reading: Reading }[] {
  const start = now.start === 'nextDay' ? 'expiryDay' : 'nextDay';
  const dayCount = now.dayCount === 'actual365' ? 'actual360' : 'actual365';
  const list = [
    {
      key: `doubleStart.${start}`,
      label: start === 'nextDay' ? '加倍部分自届满次日起算' : '加倍部分自届满之日起算',
      reading: { ...now, start } as Reading,
    },
    {
      key: `dayCount.${dayCount}`,
      label: dayCount === 'actual360' ? '一般债务利息按÷360' : '一般债务利息按÷365',
      reading: { ...now, dayCount } as Reading,
    },
  ];
  if ((c.judgment?.items ?? []).some((x) => x.kind === 'courtFee' && (x.amount ?? 0) > 0)) {
    const courtFeeInBase = !now.courtFeeInBase;
    list.push({
      key: 'courtFeeInBase',
      label: courtFeeInBase ? '诉讼费计入加倍部分的基数' : '诉讼费不计入加倍部分的基数',
      reading: { ...now, courtFeeInBase },
    });
  }
  return list;
}

/**
 * The enforcement claim of a case at a date.
 * @throws FieldError when the judgment, its performance period or its money items are missing.
 */
export function enforcementClaimOf(
  c: Case,
  asOf: string,
  setting: EnforcementSetting = {},
): EnforcementClaim {
  const j = c.judgment;
  if (j === null) throw new FieldError('judgment', '还没有录入判决，无法计算申请执行的数额');
  if (!j.items.some((x) => (x.amount ?? 0) > 0)) {
    throw new FieldError('judgment.items', '请录入判决主文的给付内容（本金、利息等）');
  }
  const periodEnd = performanceEnd(j);
  const found = paymentsOf(c, j);
  const payments = found.payments.filter((p) => p.date <= asOf);
  const stays = (c.enforcement?.stays ?? []).filter((s) => !s.byDebtor);
  const lpr = lprTable(setting.lprEntries);
  const now: Reading = {
    start: setting.start ?? c.enforcement?.doubleStart ?? 'nextDay',
    dayCount: c.claim.dayCount,
    courtFeeInBase: c.enforcement?.courtFeeInBase ?? false,
  };
  const at = (r: Reading): DebtSetting => ({
    asOf,
    lpr,
    periodEnd,
    courtFeeInBase: r.courtFeeInBase,
  });
  const run = (r: Reading) =>
    settle(debtOf(c, at(r)), payments, asOf, {
      dayCount: r.dayCount,
      doubledFrom: (due) => doubledStart(due, r.start),
      stays,
    });
  const { books, splits } = run(now);
  return {
    asOf,
    periodEnd,
    principal: owedOf(books.parts, 'principal'),
    fixedInterest: books.fixedInterest,
    costs: owedOf(books.parts, 'costs'),
    ordinaryInterest: toFen(books.ordinary),
    doubled: toFen(books.doubled),
    total: totalOf(books),
    segments: books.segments,
    doubledSegments: books.doubledSegments,
    payments: splits,
    alternatives: otherReadings(c, now).map((o) =>
      alternative(o.key, o.label, run(o.reading).books),
    ),
    warnings: [...itemWarnings(c, at(now)), ...warningsOf(c, periodEnd, found, asOf)],
    explain: [
      ...explain(books, now.start, periodEnd, splits),
      ...stays.map((s) => ({
        text: `${s.from} 至 ${s.to ?? '现在'}中止或者暂缓执行，不是被执行人申请的，不计加倍部分`,
        article: cite('delayInterest', 3),
      })),
    ],
  };
}

function alternative(key: string, label: string, b: Books): Alternative {
  const interest = b.fixedInterest + toFen(b.ordinary) + toFen(b.doubled);
  return { key, label, total: totalOf(b), interest };
}
