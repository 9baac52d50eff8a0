/** What is to be enforced, from the engine, at the day of the application. */
import { enforcementClaimOf } from '../../shared/claim/enforcement.ts';
import type { EnforcementClaim } from '../../shared/claim/types.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import type { PaperContext } from '../template.ts';

/** Day to which enforcement figures run: the day of application, else today. */
export function enforcementDay(x: PaperContext): string {
  return x.case.enforcement?.appliedOn ?? x.today;
}

/** The enforcement claim, or the field that keeps it from being computed. */
export function enforcementFigures(
  x: PaperContext,
  asOf = enforcementDay(x),
): { claim: EnforcementClaim; problem: null } | { claim: null; problem: FieldError } {
  try {
    return {
      claim: enforcementClaimOf(x.case, asOf, { lprEntries: x.lprEntries ?? [] }),
      problem: null,
    };
  } catch (error) {
    if (error instanceof FieldError) return { claim: null, problem: error };
    throw error;
  }
}

/** The enforcement claim; null while it can't be computed. */
export function enforcementOf(x: PaperContext, asOf = enforcementDay(x)): EnforcementClaim | null {
  return enforcementFigures(x, asOf).claim;
}
