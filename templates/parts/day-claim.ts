/** The figures of a day other than the case's cut-off: letters and messages speak of the day they are written. */
import { claimOf } from '../../shared/claim/claim.ts';
import type { Claim } from '../../shared/claim/types.ts';
import type { PaperContext } from '../template.ts';

/** What is owed on a day, by the engine and the case's own choices. */
export function claimOn(x: PaperContext, asOf: string): Claim {
  if (asOf === x.claim.asOf) return x.claim;
  return claimOf(x.case, { today: asOf, asOf, lprEntries: x.lprEntries ?? [] });
}
