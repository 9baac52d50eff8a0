import type { SegmentKind } from '../claim/types.ts';
import { ART } from './cap.ts';
import { type Account, type Credit, creditPayment, interestDue } from './crediting.ts';
import { dayNumber, fromDayNumber } from './dates.ts';
import { countedDays, extraDayParts, yearParts } from './day-count.ts';
import { fromFen, interestUnits, minUnits } from './exact.ts';
import type { InterestInput, Repayment } from './interest-input.ts';
import { type LiveLot, lowerLots } from './live-lots.ts';
import { type Lot, lotsOf, type NetLending, netLending } from './lots.ts';
import { type Needs, type Phase, phasesOf } from './phases.ts';
import { addRow, type Row } from './rows.ts';

/**
 * The running account of one loan: interest accrues on each lot between events, repayments are
 * credited on their day (interest on the old balance runs through it, the new balance counts from
 * the next day), and nothing is rounded but what a repayment settles.
 */

export interface Split extends Credit {
  date: string;
  amount: number;
  balance: number;
  interestLeft: bigint;
}

export interface Ledger {
  account: Account;
  rows: Row[];
  splits: Split[];
  lending: NetLending;
  lots: Lot[];
  /** Everything that accrued, by kind, paid or not. */
  accrued: Record<SegmentKind, bigint>;
}

interface Run {
  input: InterestInput;
  account: Account;
  live: LiveLot[];
  /** Lump sums for late payment not yet accrued, units. */
  pool: bigint;
  rows: Row[] | null;
  accrued: Record<SegmentKind, bigint>;
}

/** Books an accrual. */
function add(run: Run, row: Row): void {
  run.account[row.kind] += row.units;
  run.accrued[row.kind] += row.units;
  if (run.rows === null) return;
  addRow(run.rows, row);
}

function phaseAt(live: LiveLot, a: number): Phase | null {
  while (live.next < live.phases.length && (live.phases[live.next]?.b ?? 0) <= a) live.next += 1;
  const phase = live.phases[live.next];
  return phase && phase.a <= a ? phase : null;
}

interface Stretch {
  a: number;
  b: number;
  days: number;
  parts: number;
}

function accrue(run: Run, phase: Phase, base: number, s: Stretch): void {
  const { article, reason, lpr, floating } = phase;
  const row = { ...s, base, article, reason, lpr, floating };
  const units = interestUnits(base, phase.rate, s.parts);
  if (phase.rate > 0) add(run, { ...row, kind: phase.kind, rate: phase.rate, units });
  if (phase.zone > 0) zoneAccrual(run, phase, base, s.parts);
  if (phase.kind === 'inTerm') return;
  const late = { ...row, kind: 'penalty' as const, article: ART.total, lpr: null };
  if (phase.penalty > 0) {
    const penalty = interestUnits(base, phase.penalty, s.parts);
    add(run, { ...late, rate: phase.penalty, units: penalty, reason: PENALTY_REASON });
  }
  if (run.pool > 0n) lumpAccrual(run, phase, late);
}

const PENALTY_REASON = '约定违约金，与逾期利息合计不超过上限';
const LUMP_REASON = '约定的一次性违约金，折算为年利率后与逾期利息合计不超过上限';

function zoneAccrual(run: Run, phase: Phase, base: number, parts: number): void {
  const extra = phase.zone - phase.rate - phase.penalty;
  if (extra > 0) run.account.zone += interestUnits(base, extra, parts);
}

/** A lump sum accrues day by day as far as the cap leaves room (第二十九条). */
function lumpAccrual(run: Run, phase: Phase, late: Omit<Row, 'rate' | 'units' | 'reason'>): void {
  const room = phase.room === null ? run.pool : interestUnits(late.base, phase.room, late.parts);
  const units = minUnits(room, run.pool);
  if (units === 0n || late.parts === 0) return;
  run.pool -= units;
  const perRate = BigInt(late.base) * BigInt(late.parts);
  const rate = units === room && phase.room !== null ? phase.room : Number(units / perRate);
  add(run, { ...late, rate, units, reason: LUMP_REASON, fixed: true });
}

function accrueStretch(run: Run, a: number, b: number): void {
  const { dayCount } = run.input.options;
  for (const live of run.live) {
    if (live.balance === 0 || live.lot.start > a) continue;
    const phase = phaseAt(live, a);
    if (phase === null) continue;
    const parts = yearParts(dayCount, phase.anchor, a, b);
    accrue(run, phase, live.balance, { a, b, days: countedDays(dayCount, a, b), parts });
  }
}

/** The end day counted as well: one more day at the last day's rate and balance, for the whole run. */
function accrueExtraDay(run: Run, end: number): void {
  const { dayCount } = run.input.options;
  for (const live of run.live) {
    const phase = live.phases.at(-1);
    if (live.balance === 0 || !phase || phase.b !== end) continue;
    const parts = extraDayParts(dayCount, phase.anchor, end);
    accrue(run, phase, live.balance, { a: end, b: end, days: 1, parts });
  }
}

function returnedSplit(r: Repayment, account: Account): Split {
  return {
    date: r.date,
    amount: r.amount,
    fees: 0,
    interest: 0,
    principal: r.amount,
    overpaid: 0,
    zone: 0,
    balance: account.principal,
    interestLeft: interestDue(account),
    reason: '放款当日或次日收回的利息，视为预先扣除，从本金中减去',
    article: ART.withheld,
  };
}

function credit(run: Run, r: Repayment): Split {
  const { account } = run;
  const c = creditPayment(account, r.date, r.amount, r.as);
  if (c.principal > 0) lowerLots(run.live, c.principal, dayNumber(r.date));
  return {
    date: r.date,
    amount: r.amount,
    ...c,
    balance: account.principal,
    interestLeft: interestDue(account),
  };
}

function eventDays(run: Run, repayments: readonly Repayment[], until: number): number[] {
  const days = new Set<number>([until]);
  for (const live of run.live) {
    days.add(live.lot.start);
    for (const p of live.phases) days.add(p.a).add(p.b);
  }
  for (const r of repayments) days.add(dayNumber(r.date));
  return [...days].filter((d) => d <= until).sort((x, y) => x - y);
}

function newRun(input: InterestInput, live: LiveLot[], rows: boolean): Run {
  const lump = input.penalties.reduce((s, p) => s + (p.kind === 'lump' ? p.amount : 0), 0);
  return {
    input,
    account: { fees: 0, inTerm: 0n, overdue: 0n, penalty: 0n, zone: 0n, principal: 0 },
    live,
    pool: fromFen(lump),
    rows: rows ? [] : null,
    accrued: { inTerm: 0n, overdue: 0n, penalty: 0n },
  };
}

/**
 * Runs the account from the first disbursement to the cut-off.
 * @param filed filing date, real or assumed.
 * @param withRows false: totals only.
 */
export function runLedger(
  input: InterestInput,
  filed: string,
  needs: Needs,
  withRows = true,
): Ledger {
  const lending = netLending(input);
  const lots = lotsOf(input, lending);
  const live = lots.map((lot) => ({
    lot,
    phases: phasesOf(lot, input, filed, needs),
    next: 0,
    balance: lot.amount,
  }));
  const run = newRun(input, live, withRows);
  const until = dayNumber(input.until);
  const splits: Split[] = [];
  const fees = [...(input.fees ?? [])].sort((x, y) => x.date.localeCompare(y.date));
  let r = 0;
  let f = 0;
  let previous: number | null = null;
  for (const day of eventDays(run, lending.repayments, until)) {
    if (previous !== null) accrueStretch(run, previous, day);
    for (const l of live) if (l.lot.start === day) run.account.principal += l.lot.amount;
    const iso = fromDayNumber(day);
    for (; f < fees.length && (fees[f]?.date ?? '') <= iso; f += 1) {
      run.account.fees += fees[f]?.amount ?? 0;
    }
    for (let x = lending.repayments[r]; x && x.date <= iso; x = lending.repayments[r]) {
      splits.push(lending.returned.has(x) ? returnedSplit(x, run.account) : credit(run, x));
      r += 1;
    }
    previous = day;
  }
  if (input.options.countBothEnds) accrueExtraDay(run, until);
  return {
    account: run.account,
    rows: run.rows ?? [],
    splits,
    lending,
    lots,
    accrued: run.accrued,
  };
}
