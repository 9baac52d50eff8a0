/** Which part of the road a case is on, for the papers that belong to one part only. */
import { borrowers, plaintiffs } from '../parts/people.ts';
import type { Fit, PaperContext } from '../template.ts';

const not = (why: string): Fit => ({ fits: false, why });

/** What every paper about a debt needs: a lender, a borrower, a loan. */
export function noDebt(x: PaperContext): Fit | null {
  const c = x.case;
  return plaintiffs(c).length === 0 || borrowers(c).length === 0 || c.loans.length === 0
    ? not('还没有出借人、借款人或者借款，先在“当事人”“借款”里录入')
    : null;
}

/** Before any suit; else why this paper's time is over. */
export function beforeSuit(x: PaperContext): Fit | null {
  const c = x.case;
  if (c.judgment) return not('已有生效法律文书，应当申请执行');
  return c.suit.filedOn ? not('已经起诉，还款和催收请在诉讼中提出') : null;
}

/** A court case that is not decided yet; else why not. */
export function inSuit(x: PaperContext): Fit | null {
  const c = x.case;
  if (c.judgment) return not('本案已有生效法律文书');
  return c.suit.filedOn || c.suit.caseNumber ? null : not('还没有起诉');
}

/** An arbitration agreement on record keeps the case out of court. */
export function arbitrationLoan(x: PaperContext): number {
  return x.case.loans.findIndex((l) => l.forumClause?.kind === 'arbitration');
}
