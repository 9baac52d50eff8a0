import type { Case } from '../case/case.ts';
import type { Claim } from './types.ts';

/**
 * What a payment order may ask for: the principal, and of the interest only what the loan's own papers
 * contain. Overdue interest by the law alone, nothing being agreed, leads to dismissal
 * (民诉法解释 428); so does a penalty that is not agreed.
 */
export interface PaymentOrderSum {
  /** Fen. */
  principal: number;
  /** Agreed interest, overdue interest and penalties to the claim's cut-off. */
  documented: number;
  /** Interest of the claim that only a suit can ask for. */
  onlyBySuit: number;
}

/** The sums of a claim, by whether the documents contain them. */
export function paymentOrderSum(c: Case, claim: Claim): PaymentOrderSum {
  const documented = claim.loans.reduce((sum, owed) => {
    const loan = c.loans.find((l) => l.id === owed.loanId);
    if (!loan) return sum;
    return (
      sum +
      (loan.interest === 'agreed' && loan.rate ? owed.inTerm : 0) +
      (loan.overdueRate ? owed.overdue : 0) +
      (loan.penalties.length > 0 ? owed.penalty : 0)
    );
  }, 0);
  return {
    principal: claim.principal,
    documented,
    onlyBySuit: Math.max(0, claim.interest - documented),
  };
}
