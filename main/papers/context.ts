/** What the templates are given: the case, what it is owed, and the day of drafting. */
import type { Case } from '../../shared/case/case.ts';
import { type Problem, parseCase } from '../../shared/case/parse.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { shareRepayments } from '../../shared/claim/several.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import { type LprEntry, lprTable } from '../../shared/law/lpr.ts';
import type { PaperContext } from '../../templates/template.ts';

/**
 * The context of a case on a day.
 * @param today YYYY-MM-DD
 * @param lprEntries LPR publications the user entered after the last verified one
 */
export function paperContext(
  caseFile: Case,
  today: string,
  lprEntries: readonly LprEntry[] = [],
): PaperContext {
  const claim = claimOf(caseFile, { today, lprEntries });
  // Papers tell each repayment under the loan it went to (民法典 560).
  const at = { asOf: claim.asOf, lpr: lprTable(lprEntries) };
  return { case: shareRepayments(caseFile, at).case, claim, today, lprEntries };
}

/**
 * The context of a stored document, or what has to be mended in it first: values that cannot be read,
 * and records that contradict each other.
 */
export function contextOf(
  document: unknown,
  today: string,
  lprEntries: readonly LprEntry[],
): { context: PaperContext | null; problems: Problem[] } {
  const parsed = parseCase(document);
  if (!parsed.ok) return { context: null, problems: parsed.problems };
  try {
    return { context: paperContext(parsed.case, today, lprEntries), problems: parsed.problems };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const problem = { level: 'error' as const, path: error.field, message: error.message };
    return { context: null, problems: [problem, ...parsed.problems] };
  }
}
