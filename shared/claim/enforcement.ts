import type { Case } from '../case/case.ts';
import type { Judgment } from '../case/proceedings.ts';
import { rollForward } from '../law/calendar.ts';
import { addDays, later } from '../law/dates.ts';
import type { DayCount } from '../law/day-count.ts';
import type { DoubleStart } from '../law/delayed-interest.ts';
import { toFen } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import { cite, citeCpl } from '../law/statutes.ts';
import { formatAmount } from '../text/money.ts';
import { type Books, debtOf, type Payment, settle } from './enforcement-books.ts';
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
  return b.principal + b.fixedInterest + b.costs + toFen(b.ordinary) + toFen(b.doubled);
}

function doubledStart(periodEnd: string, start: DoubleStart): string {
  return later(start === 'nextDay' ? addDays(periodEnd, 1) : periodEnd, BEFORE_RULE);
}

function warningsOf(
  c: Case,
  j: Judgment,
  periodEnd: string,
  payments: readonly Payment[],
  asOf: string,
) {
  const list: Warning[] = [];
  j.items.forEach((x) => {
    if (x.kind === 'interest' && x.amount === null && (x.ratePercent === null || x.from === null)) {
      list.push({
        code: 'interest-item-incomplete',
        text: '判项中的利息缺少起算日或年利率，一般债务利息没有计入，请补全判项',
        article: RATE,
      });
    }
  });
  if (periodEnd <= BEFORE_RULE) {
    list.push({
      code: 'before-2014',
      text: '2014年8月1日以前的加倍利息按当时的规定另算，这里只算此后的部分',
      article: cite('delayInterest', 7),
    });
  }
  if (payments.some((p) => p.date > asOf)) {
    list.push({ code: 'payment-after-until', text: '有执行款晚于截止日，本次没有计入' });
  }
  const decided = j.decidedOn;
  const direct = c.transfers.filter((t) => t.direction === 'in' && decided && t.date > decided);
  if (direct.length > 0) {
    list.push({
      code: 'repaid-after-judgment',
      text: `流水中有 ${direct.length} 笔判决后的还款：请同时记入执行到账款，否则申请数额会偏高`,
      article: ORDER,
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
  const debt = debtOf(j.items);
  if (debt.principal + debt.costs + debt.fixedInterest === 0) {
    throw new FieldError('judgment.items', '请录入判决主文的给付内容（本金、利息等）');
  }
  const periodEnd = performanceEnd(j);
  const start = setting.start ?? c.enforcement?.doubleStart ?? 'nextDay';
  const all = c.enforcement?.payments ?? [];
  const payments = all.filter((p) => p.date <= asOf).sort((a, b) => a.date.localeCompare(b.date));
  const { dayCount } = c.claim;
  const run = (s: DoubleStart, count: DayCount) =>
    settle(debt, payments, asOf, { dayCount: count, doubledFrom: doubledStart(periodEnd, s) });
  const { books, splits } = run(start, dayCount);
  const other = start === 'nextDay' ? 'expiryDay' : 'nextDay';
  const otherCount = dayCount === 'actual365' ? 'actual360' : 'actual365';
  const label = other === 'nextDay' ? '加倍部分自届满次日起算' : '加倍部分自届满之日起算';
  const countLabel = otherCount === 'actual360' ? '一般债务利息按÷360' : '一般债务利息按÷365';
  return {
    asOf,
    periodEnd,
    principal: books.principal,
    fixedInterest: books.fixedInterest,
    costs: books.costs,
    ordinaryInterest: toFen(books.ordinary),
    doubled: toFen(books.doubled),
    total: totalOf(books),
    segments: books.segments,
    doubledSegments: books.doubledSegments,
    payments: splits,
    alternatives: [
      alternative(`doubleStart.${other}`, label, run(other, dayCount).books),
      alternative(`dayCount.${otherCount}`, countLabel, run(start, otherCount).books),
    ],
    warnings: warningsOf(c, j, periodEnd, all, asOf),
    explain: explain(books, start, periodEnd, splits),
  };
}

function alternative(key: string, label: string, b: Books): Alternative {
  const interest = b.fixedInterest + toFen(b.ordinary) + toFen(b.doubled);
  return { key, label, total: totalOf(b), interest };
}
