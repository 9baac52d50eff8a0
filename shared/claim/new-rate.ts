import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { capSegments } from '../law/cap.ts';
import { earlier, later } from '../law/dates.ts';
import { rateText, scaleRate } from '../law/exact.ts';
import { LPR_START, type LprEntry, lprTable } from '../law/lpr.ts';
import { betweenPersons } from './loan-input.ts';

/**
 * The cap on a rate that is agreed now for money lent earlier (repayment agreement, rewritten note). A
 * change of an old loan's rate is measured at the loan's formation by some courts and at the new
 * agreement by others, so the lower of the two is used (民间借贷规定 25, 31).
 */

/** Between natural persons the day the money was first handed over, else the day of signing (art. 9). */
function formedOn(c: Case, loan: Loan): string | null {
  const first = c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === 'out')
    .map((t) => t.date)
    .sort()[0];
  return betweenPersons(c, loan) ? (first ?? loan.signed) : (loan.signed ?? first ?? null);
}

/**
 * The highest annual rate that may be agreed on a day for these loans.
 * @returns percent a year, e.g. "12.00".
 */
export function newRateCap(
  c: Case,
  loans: readonly Loan[],
  on: string,
  entries: readonly LprEntry[] = [],
): string {
  const table = lprTable(entries);
  const at = later(on, LPR_START);
  const days = [at, ...loans.flatMap((loan) => formedOn(c, loan) ?? [])];
  const caps = days.map((d) => {
    const last = capSegments(earlier(d, at), at, table).segments.at(-1);
    return scaleRate(last?.cap ?? '0');
  });
  return rateText(Math.min(...caps));
}

/** True when a rate in percent a year is over a cap. */
export function overCap(percent: string, cap: string): boolean {
  return scaleRate(percent) > scaleRate(cap);
}
