/** What the case on the screen is owed: today, and at the cut-off of the claim. Computed by shared/claim. */
import { useMemo } from 'react';
import type { Case } from '../../shared/case/case.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { enforcementClaimOf } from '../../shared/claim/enforcement.ts';
import type { Claim, EnforcementClaim } from '../../shared/claim/types.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import type { LprEntry } from '../../shared/law/lpr.ts';
import { useCase } from './case-store.ts';
import { useToday } from './clock.ts';
import type { CaseScreenKey } from './navigation.ts';
import { useSession } from './session.ts';

export interface Owed {
  claim: Claim | null;
  /** Why there is no figure; empty when there is one. */
  reason: string;
  /** The field behind the reason, if it is one field. */
  path: string | null;
  /** The screen where the missing thing is entered. */
  screen: CaseScreenKey;
  /** Something is wrong or half typed: the figure is without it. */
  stale: boolean;
}

const nothing = (reason: string, screen: CaseScreenKey, path: string | null = null): Owed => ({
  claim: null,
  reason,
  path,
  screen,
  stale: false,
});

function compute(c: Case | null, setting: Parameters<typeof claimOf>[1]): Owed {
  if (!c) return nothing('先把标出来的几处改好', 'overview');
  if (c.loans.length === 0) return nothing('录入借款后算出', 'loans');
  if (!c.transfers.some((t) => t.direction === 'out')) {
    return nothing('录入转账后算出', 'transfers');
  }
  try {
    return { claim: claimOf(c, setting), reason: '', path: null, screen: 'claim', stale: false };
  } catch (error) {
    if (error instanceof FieldError) return nothing(error.message, 'claim', error.field);
    throw error;
  }
}

/** Owed today: under the judgment once there is one in force, else by the loan. */
export interface OwedToday extends Owed {
  /** Fen; null while it can't be said. */
  total: number | null;
  enforced: EnforcementClaim | null;
}

function underJudgment(
  c: Case | null,
  today: string,
  lprEntries: readonly LprEntry[],
): EnforcementClaim | null {
  const effective = c?.judgment?.effectiveOn;
  if (!c || !effective || effective > today) return null;
  try {
    return enforcementClaimOf(c, today, { lprEntries });
  } catch (error) {
    // The judgment is not entered so far as to be computed: the loan's figure stands.
    if (error instanceof FieldError) return null;
    throw error;
  }
}

/** Owed today, whatever cut-off the claim has. */
export function useOwed(): OwedToday {
  const { lastGood, parsed, original } = useCase();
  const { settings } = useSession();
  const today = useToday();
  const owed = useMemo(
    () => compute(lastGood, { today, asOf: today, lprEntries: settings?.lprEntries ?? [] }),
    [lastGood, today, settings],
  );
  const enforced = useMemo(
    () => underJudgment(lastGood, today, settings?.lprEntries ?? []),
    [lastGood, today, settings],
  );
  return {
    ...owed,
    path: owed.path === null ? null : original(owed.path),
    enforced,
    total: enforced?.total ?? owed.claim?.total ?? null,
    stale: parsed === null,
  };
}

/** The claim at its own cut-off (暂计至), as the papers print it. */
export function useClaim(): Owed {
  const { lastGood, parsed, original } = useCase();
  const { settings } = useSession();
  const today = useToday();
  const claim = useMemo(
    () => compute(lastGood, { today, lprEntries: settings?.lprEntries ?? [] }),
    [lastGood, today, settings],
  );
  return {
    ...claim,
    path: claim.path === null ? null : original(claim.path),
    stale: parsed === null,
  };
}
