/** What a creditor puts forward when money of one debtor is shared out among several. */
import type { EnforcementClaim } from './types.ts';

/**
 * The sum put forward, fen: principal, costs and ordinary interest; with the doubled part only on request,
 * because it is paid after the money debts of the instrument (interpretation on delayed interest, art. 4).
 */
export function distributionAmount(e: EnforcementClaim, withDoubled: boolean): number {
  return withDoubled ? e.total : e.total - e.doubled;
}
