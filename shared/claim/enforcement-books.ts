import { addDays, dayNumber, earlier, fromDayNumber, later } from '../law/dates.ts';
import { countedDays, type DayCount, yearParts } from '../law/day-count.ts';
import { fromFen, interestUnits, minUnits, rateText, toFen, UNIT } from '../law/exact.ts';
import { cite } from '../law/statutes.ts';
import type { DelayedSegment, EnforcementSplit, Segment } from './types.ts';

/** The account of a judgment debt: what runs on it and how money received is credited. */

const RATE = cite('delayInterest', 1);
/** Units a day of one fen at 0.0175%. */
const DOUBLED_PER_DAY = (UNIT * 175n) / 1_000_000n;

/** An interest item of the judgment. */
export interface InterestLine {
  /** Scaled rate on each stretch; the first one holds from the beginning. `from`: first day. */
  rates: { from: string; rate: number; note: string }[];
  /** Part of the principal it runs on, fen. */
  base: number;
  from: string;
  until: string | null;
}

/** A sum ordered besides interest: principal, or costs. */
export interface DebtPart {
  kind: 'principal' | 'costs';
  /** Fen. */
  amount: number;
  /** Last day to pay it. */
  due: string;
  /** It counts in the base of the doubled part. */
  inBase: boolean;
}

export interface Debt {
  parts: DebtPart[];
  fixedInterest: number;
  lines: InterestLine[];
}

/** A stretch of days, both ends counted, that bears no doubled interest (Art. 3). */
export interface Stay {
  from: string;
  to: string | null;
}

export interface Books {
  parts: DebtPart[];
  fixedInterest: number;
  ordinary: bigint;
  doubled: bigint;
  segments: Segment[];
  doubledSegments: DelayedSegment[];
}

export interface Terms {
  dayCount: DayCount;
  /** Day from which a part bears doubled interest, the day itself not counted. */
  doubledFrom: (due: string) => string;
  stays: readonly Stay[];
}

/** What is left of the principal, or of the costs, fen. */
export function owedOf(parts: readonly DebtPart[], kind: DebtPart['kind']): number {
  return parts.reduce((sum, p) => (p.kind === kind ? sum + p.amount : sum), 0);
}

function accrueLine(b: Books, line: InterestLine, a: string, to: string, dayCount: DayCount): void {
  const base = Math.min(line.base, owedOf(b.parts, 'principal'));
  const last = line.until !== null && line.until < to ? line.until : to;
  line.rates.forEach(({ rate, note, from: first }, i) => {
    const next = line.rates[i + 1]?.from;
    const from = later(later(a, line.from), i === 0 ? line.from : addDays(first, -1));
    const end = next === undefined ? last : earlier(last, addDays(next, -1));
    if (end <= from || base === 0) return;
    const [anchor, x, y] = [dayNumber(line.from), dayNumber(from), dayNumber(end)];
    const units = interestUnits(base, rate, yearParts(dayCount, anchor, x, y));
    b.ordinary += units;
    b.segments.push({
      kind: 'overdue',
      from,
      to: end,
      days: countedDays(dayCount, x, y),
      base,
      rate: rateText(rate),
      amount: toFen(units),
      article: RATE,
      reason: `一般债务利息，按生效法律文书确定的标准${note}`,
    });
  });
}

/** The stretches of (a, to] in which nothing about the doubled part changes. */
function doubledCuts(b: Books, a: string, to: string, terms: Terms): string[] {
  const cuts = [
    ...b.parts.map((p) => terms.doubledFrom(p.due)),
    ...terms.stays.flatMap((s) => [addDays(s.from, -1), ...(s.to === null ? [] : [s.to])]),
    to,
  ];
  return [...new Set(cuts)].filter((d) => d > a && d <= to).sort();
}

function accrueDoubled(b: Books, a: string, to: string, terms: Terms): void {
  let from = a;
  for (const end of doubledCuts(b, a, to, terms)) {
    const day = end;
    const stayed = terms.stays.some((s) => s.from <= day && (s.to === null || day <= s.to));
    const base = b.parts.reduce(
      (sum, p) => (p.inBase && terms.doubledFrom(p.due) < end ? sum + p.amount : sum),
      0,
    );
    const days = dayNumber(end) - dayNumber(from);
    if (!stayed && base > 0 && days > 0) {
      const units = BigInt(base) * BigInt(days) * DOUBLED_PER_DAY;
      b.doubled += units;
      b.doubledSegments.push({ from, to: end, days, base, amount: toFen(units) });
    }
    from = end;
  }
}

/** Pays a running sum with at most `amount` fen; the rounded figure settles it. */
function payUnits(owed: bigint, amount: number): { paid: number; left: bigint } {
  const fen = toFen(owed);
  if (amount >= fen) return { paid: fen, left: 0n };
  return { paid: amount, left: owed - minUnits(fromFen(amount), owed) };
}

/** Pays parts of one kind, the earliest due first. */
function payParts(b: Books, kind: DebtPart['kind'], most: number): number {
  let left = most;
  const open = b.parts.filter((p) => p.kind === kind).sort((x, y) => x.due.localeCompare(y.due));
  for (const p of open) {
    const part = Math.min(left, p.amount);
    p.amount -= part;
    left -= part;
  }
  return most - left;
}

function credit(b: Books, date: string, amount: number): EnforcementSplit {
  const costs = payParts(b, 'costs', amount);
  let left = amount - costs;
  const fixed = Math.min(left, b.fixedInterest);
  b.fixedInterest -= fixed;
  left -= fixed;
  const ordinary = payUnits(b.ordinary, left);
  b.ordinary = ordinary.left;
  left -= ordinary.paid;
  const principal = payParts(b, 'principal', left);
  left -= principal;
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
    balance: owedOf(b.parts, 'principal'),
  };
}

export interface Payment {
  date: string;
  amount: number;
}

/** Runs the debt from the first day of anything to the cut-off. */
export function settle(debt: Debt, payments: readonly Payment[], asOf: string, terms: Terms) {
  const b: Books = {
    parts: debt.parts.map((p) => ({ ...p })),
    fixedInterest: debt.fixedInterest,
    ordinary: 0n,
    doubled: 0n,
    segments: [],
    doubledSegments: [],
  };
  const splits: EnforcementSplit[] = [];
  let at = fromDayNumber(0);
  const forward = (to: string) => {
    for (const line of debt.lines) accrueLine(b, line, at, to, terms.dayCount);
    accrueDoubled(b, at, to, terms);
    at = to;
  };
  for (const p of payments) {
    forward(p.date);
    splits.push(credit(b, p.date, p.amount));
  }
  forward(asOf);
  return { books: b, splits };
}
