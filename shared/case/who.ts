/** Who stands on either side of a loan. */
import type { Case } from './case.ts';
import type { Loan } from './loan.ts';
import type { Party } from './party.ts';

/** 王某、张某. */
export function names(parties: readonly Party[]): string {
  return parties
    .map((p) => p.name)
    .filter((n) => n !== '')
    .join('、');
}

function byIds(c: Case, ids: readonly string[], role: Party['role']): Party[] {
  const found = ids.flatMap((id) => c.parties.filter((p) => p.id === id));
  return found.length > 0 ? found : c.parties.filter((p) => p.role === role);
}

/** Lenders named on a loan; all lenders when it names none. */
export const lendersOf = (c: Case, loan: Loan): Party[] => byIds(c, loan.lenderIds, 'lender');

/** Borrowers named on a loan; all borrowers when it names none. */
export const borrowersOf = (c: Case, loan: Loan): Party[] => byIds(c, loan.borrowerIds, 'borrower');

/** 被告 alone when the suit has one, else 被告李某、被告赵某 as 被告李某、赵某. */
export function named(label: string, chosen: Party[], all: Party[]): string {
  return all.length > 1 && chosen.length > 0 ? `${label}${names(chosen)}` : label;
}
