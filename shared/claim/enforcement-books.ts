import type { OperativeItem } from '../case/proceedings.ts';
import { dayNumber, fromDayNumber, later } from '../law/dates.ts';
import { countedDays, type DayCount, yearParts } from '../law/day-count.ts';
import {
  fromFen,
  interestUnits,
  minUnits,
  rateText,
  scaleRate,
  toFen,
  UNIT,
} from '../law/exact.ts';
import { cite } from '../law/statutes.ts';
import type { DelayedSegment, EnforcementSplit, Segment } from './types.ts';

/** The account of a judgment debt: what runs on it and how money received is credited. */

const RATE = cite('delayInterest', 1);
/** Units a day of one fen at 0.0175%. */
const DOUBLED_PER_DAY = (UNIT * 175n) / 1_000_000n;

interface InterestLine {
  rate: number;
  /** Part of the principal it runs on, fen. */
  base: number;
  from: string;
  until: string | null;
}

export interface Debt {
  principal: number;
  fixedInterest: number;
  costs: number;
  lines: InterestLine[];
}

function interestLine(item: OperativeItem, principal: number): InterestLine | null {
  if (item.from === null || item.ratePercent === null) return null;
  const { from, until } = item;
  return { rate: scaleRate(item.ratePercent), base: item.base ?? principal, from, until };
}

export function debtOf(items: readonly OperativeItem[]): Debt {
  const sum = (kinds: readonly OperativeItem['kind'][]) =>
    items.reduce((t, x) => t + (kinds.includes(x.kind) ? (x.amount ?? 0) : 0), 0);
  const principal = sum(['principal']);
  const lines = items.flatMap((x) => {
    const line = x.kind === 'interest' ? interestLine(x, principal) : null;
    return line ? [line] : [];
  });
  return {
    principal,
    fixedInterest: sum(['interest']),
    costs: sum(['penalty', 'costs', 'other']),
    lines,
  };
}

export interface Books {
  principal: number;
  fixedInterest: number;
  costs: number;
  ordinary: bigint;
  doubled: bigint;
  segments: Segment[];
  doubledSegments: DelayedSegment[];
}

export interface Terms {
  dayCount: DayCount;
  doubledFrom: string;
}

function accrueLine(b: Books, line: InterestLine, a: string, to: string, dayCount: DayCount): void {
  const from = later(a, line.from);
  const end = line.until !== null && line.until < to ? line.until : to;
  const base = Math.min(line.base, b.principal);
  if (end <= from || base === 0) return;
  const [anchor, x, y] = [dayNumber(line.from), dayNumber(from), dayNumber(end)];
  const units = interestUnits(base, line.rate, yearParts(dayCount, anchor, x, y));
  b.ordinary += units;
  b.segments.push({
    kind: 'overdue',
    from,
    to: end,
    days: countedDays(dayCount, x, y),
    base,
    rate: rateText(line.rate),
    amount: toFen(units),
    article: RATE,
    reason: '一般债务利息，按生效法律文书确定的标准',
  });
}

function accrueDoubled(b: Books, a: string, to: string, doubledFrom: string): void {
  const from = later(a, doubledFrom);
  const days = dayNumber(to) - dayNumber(from);
  const base = b.principal + b.costs;
  if (days <= 0 || base === 0) return;
  const units = BigInt(base) * BigInt(days) * DOUBLED_PER_DAY;
  b.doubled += units;
  b.doubledSegments.push({ from, to, days, base, amount: toFen(units) });
}

/** Pays a running sum with at most `amount` fen; the rounded figure settles it. */
function payUnits(owed: bigint, amount: number): { paid: number; left: bigint } {
  const fen = toFen(owed);
  if (amount >= fen) return { paid: fen, left: 0n };
  return { paid: amount, left: owed - minUnits(fromFen(amount), owed) };
}

function credit(b: Books, date: string, amount: number): EnforcementSplit {
  let left = amount;
  const take = (most: number) => {
    const part = Math.min(left, most);
    left -= part;
    return part;
  };
  const costs = take(b.costs);
  b.costs -= costs;
  const fixed = take(b.fixedInterest);
  b.fixedInterest -= fixed;
  const ordinary = payUnits(b.ordinary, left);
  b.ordinary = ordinary.left;
  left -= ordinary.paid;
  const principal = take(b.principal);
  b.principal -= principal;
  const doubled = payUnits(b.doubled, left);
  b.doubled = doubled.left;
  left -= doubled.paid;
  return {
    date,
    amount,
    costs,
    interest: fixed + ordinary.paid,
    principal,
    doubled: doubled.paid,
    overpaid: left,
    balance: b.principal,
  };
}

export interface Payment {
  date: string;
  amount: number;
}

/** Runs the debt from the first day of anything to the cut-off. */
export function settle(debt: Debt, payments: readonly Payment[], asOf: string, terms: Terms) {
  const b: Books = {
    principal: debt.principal,
    fixedInterest: debt.fixedInterest,
    costs: debt.costs,
    ordinary: 0n,
    doubled: 0n,
    segments: [],
    doubledSegments: [],
  };
  const splits: EnforcementSplit[] = [];
  let at = fromDayNumber(0);
  const forward = (to: string) => {
    for (const line of debt.lines) accrueLine(b, line, at, to, terms.dayCount);
    accrueDoubled(b, at, to, terms.doubledFrom);
    at = to;
  };
  for (const p of payments) {
    forward(p.date);
    splits.push(credit(b, p.date, p.amount));
  }
  forward(asOf);
  return { books: b, splits };
}
