/** What the judgment is still owed on a day, or why that can't be said yet. */
import type { Case } from '../../../shared/case/case.ts';
import { enforcementClaimOf } from '../../../shared/claim/enforcement.ts';
import type { EnforcementClaim } from '../../../shared/claim/types.ts';
import { FieldError } from '../../../shared/law/field-error.ts';
import type { LprEntry } from '../../../shared/law/lpr.ts';
import { useSession } from '../../state/session.ts';

export type JudgmentOwed =
  | { claim: EnforcementClaim; reason: ''; path: null }
  | { claim: null; reason: string; path: string };

export function judgmentOwed(c: Case, asOf: string, lprEntries: readonly LprEntry[]): JudgmentOwed {
  try {
    return { claim: enforcementClaimOf(c, asOf, { lprEntries }), reason: '', path: null };
  } catch (error) {
    if (error instanceof FieldError) {
      return { claim: null, reason: error.message, path: error.field };
    }
    throw error;
  }
}

/** Unpaid today in fen; null while it can't be computed. */
export const outstandingOf = (
  c: Case,
  today: string,
  lprEntries: readonly LprEntry[],
): number | null => judgmentOwed(c, today, lprEntries).claim?.total ?? null;

const NONE: readonly LprEntry[] = [];

/** The user's own LPR entries. */
export function useLprEntries(): readonly LprEntry[] {
  return useSession().settings?.lprEntries ?? NONE;
}
