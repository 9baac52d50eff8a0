import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { daysBetween } from '../law/dates.ts';

/** The last day to pay: due date, the day the loan was called, the last instalment, or a demand's grace. */
export function lastDay(c: Case, loan: Loan): string | null {
  if (loan.acceleratedOn) return loan.acceleratedOn;
  if (loan.due) return loan.due;
  const last = loan.instalments.at(-1);
  if (last) return last.due;
  const graces = c.demands.flatMap((d) => (d.graceUntil ? [d.graceUntil] : []));
  return graces.sort()[0] ?? null;
}

/**
 * Days for which a payment is late on a day, counted as interest is: the last day to pay is not counted,
 * the day itself is (民法典 201). 0: not late.
 */
export const lateDays = (last: string | null, on: string): number =>
  last === null ? 0 : Math.max(0, daysBetween(last, on));
