import type { DelayedSegment, Explain, Warning } from '../claim/types.ts';
import { formatAmount } from '../text/money.ts';
import { addDays, daysBetween, later } from './dates.ts';
import { FieldError } from './field-error.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * 加倍部分债务利息 for delayed performance (CPL 264; 法释〔2014〕8号): unpaid money debt of the
 * instrument without ordinary interest × 0.0175% a day × days. It depends on no LPR and no contract.
 */

/** 日万分之一点七五 = 175 / 1,000,000 a day. */
const PER_MILLION = 175;
/** The rule in this form starts here (Art. 7). */
const RULE_FROM = '2014-08-01';

const ART_RATE = cite('delayInterest', 1);
const ART_START = cite('delayInterest', 2);
const ART_SPLIT = cite('delayInterest', 7);

/**
 * Where the days start. `expiryDay`: from the last day of the performance period, days = payment
 * date − expiry date (the wording of Art. 2). `nextDay`: from the day after, one day less.
 */
export type DoubleStart = 'expiryDay' | 'nextDay';

export interface DelayedInput {
  /** Money debt of the instrument without ordinary interest, fen. */
  base: number;
  /** Last day of the performance period. */
  periodEnd: string;
  /** Sums that lowered the base. */
  payments: { date: string; amount: number }[];
  until: string;
  start?: DoubleStart;
}

export interface DelayedResult {
  /** Fen, half-up, rounded once. */
  doubled: number;
  segments: DelayedSegment[];
  /** Base left at the end, fen. */
  left: number;
  /** The other day to start from; desks differ. */
  alternatives: { key: string; label: string; doubled: number }[];
  warnings: Warning[];
  explain: Explain[];
}

/** base × 175 × days, in millionths of a fen: exact. */
function millionths(base: number, days: number): bigint {
  return BigInt(base) * BigInt(PER_MILLION * days);
}

/** Millionths of a fen → fen, half-up. */
export function millionthsToFen(x: bigint): number {
  return Number((2n * x + 1_000_000n) / 2_000_000n);
}

function check(x: DelayedInput): void {
  x.payments.forEach((p, i) => {
    if (p.amount <= 0) throw new FieldError(`payments.${i}.amount`, '付款金额应大于 0');
  });
}

function warningsOf(x: DelayedInput, over: number, late: number): Warning[] {
  const list: Warning[] = [];
  if (x.periodEnd < RULE_FROM) {
    list.push({
      code: 'before-2014',
      text: '2014年8月1日以前的加倍利息按当时的规定另算，这里只算此后的部分',
      article: ART_SPLIT,
    });
  }
  if (over > 0)
    list.push({ code: 'overpaid', text: `付款超过应还数额 ${formatAmount(over)}元，请核对` });
  if (late > 0)
    list.push({ code: 'payment-after-until', text: `有 ${late} 笔付款晚于截止日，本次没有计入` });
  return list;
}

/**
 * Doubled interest to `until`, with payments lowering the base on their dates.
 * Payments up to the end of the performance period lower the base before it starts.
 */
export function delayedInterest(x: DelayedInput): DelayedResult {
  check(x);
  const start = x.start ?? 'expiryDay';
  const other = start === 'nextDay' ? 'expiryDay' : 'nextDay';
  const label = other === 'nextDay' ? '自届满次日起算' : '自届满之日起算';
  const { doubled } = accrued({ ...x, start: other });
  return { ...accrued(x), alternatives: [{ key: `start.${other}`, label, doubled }] };
}

function accrued(x: DelayedInput): Omit<DelayedResult, 'alternatives'> {
  const expiry = x.start === 'nextDay' ? addDays(x.periodEnd, 1) : x.periodEnd;
  const start = later(expiry, addDays(RULE_FROM, -1));
  const inTime = x.payments.filter((p) => p.date <= x.until);
  const payments = [...inTime].sort((a, b) => a.date.localeCompare(b.date));
  const segments: DelayedSegment[] = [];
  let base = x.base;
  let exact = 0n;
  let from = start;
  let over = 0;
  const close = (to: string) => {
    const days = daysBetween(from, to);
    if (days <= 0) return;
    const units = millionths(base, days);
    exact += units;
    if (base > 0) segments.push({ from, to, days, base, amount: millionthsToFen(units) });
    from = to;
  };
  for (const p of payments) {
    close(p.date);
    over += Math.max(0, p.amount - base);
    base = Math.max(0, base - p.amount);
  }
  close(x.until);
  return {
    doubled: millionthsToFen(exact),
    segments,
    left: base,
    warnings: warningsOf(x, over, x.payments.length - inTime.length),
    explain: explain(x, segments, exact),
  };
}

function explain(x: DelayedInput, segments: DelayedSegment[], exact: bigint): Explain[] {
  const how =
    x.start === 'nextDay'
      ? `自履行期间届满（${x.periodEnd}）的次日起算`
      : `天数 = 付款日 − 履行期间届满日（${x.periodEnd}）`;
  return [
    { text: `加倍部分按日万分之一点七五计算，${how}`, article: ART_START },
    ...segments.map((s) => ({
      text: `${s.from} 至 ${s.to}：${formatAmount(s.base)} × 0.0175% × ${s.days}天 = ${formatAmount(s.amount)}元`,
      article: ART_RATE,
    })),
    {
      text: `加倍部分合计 ${formatAmount(millionthsToFen(exact))}元`,
      article: citeCpl('delayInterest'),
    },
  ];
}
