import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { ART } from '../law/cap.ts';
import { addDays } from '../law/dates.ts';
import { computeInterest, type InterestResult } from '../law/interest.ts';
import type { InterestInput } from '../law/interest-input.ts';
import { formatAmount } from '../text/money.ts';
import {
  type EarlierPeriod,
  earlierPeriod,
  type LoanSetting,
  loanInput,
  loanWarnings,
  withCasePath,
} from './loan-input.ts';
import { runningInterest } from './running.ts';
import type { Explain, LoanClaim, Warning } from './types.ts';

/** What one loan of a case owes at the cut-off. */

function loanLabel(loan: Loan, index: number, count: number): string {
  const when = loan.signed ? `${loan.signed} ` : '';
  return count === 1 ? `${when}${loan.paperName}` : `第${index + 1}笔 ${when}${loan.paperName}`;
}

function emptyLoan(loan: Loan, label: string, asOf: string): LoanClaim {
  const text = '还没有截止日前的交付记录，这笔借款暂不计入请求';
  return {
    loanId: loan.id,
    label,
    asOf,
    lent: 0,
    principal: 0,
    inTerm: 0,
    overdue: 0,
    penalty: 0,
    interest: 0,
    total: 0,
    repaid: { total: 0, fees: 0, interest: 0, principal: 0, overpaid: 0 },
    overdueFrom: null,
    arrears: 0,
    running: [],
    segments: [],
    repayments: [],
    alternatives: [],
    warnings: [{ code: 'no-delivery', text }],
    explain: [],
  };
}

function repaidOf(r: Pick<InterestResult, 'repayments'>): LoanClaim['repaid'] {
  const sum = (key: 'amount' | 'fees' | 'interest' | 'principal' | 'overpaid') =>
    r.repayments.reduce((total, x) => total + x[key], 0);
  return {
    total: sum('amount'),
    fees: sum('fees'),
    interest: sum('interest'),
    principal: sum('principal'),
    overpaid: sum('overpaid'),
  };
}

/** The earlier period's repayments and reasoning, before those of the new note (第二十七条). */
function withEarlier(claim: LoanClaim, loan: Loan, before: EarlierPeriod): LoanClaim {
  const { result, principal, excess } = before;
  const note = loan.rollover;
  if (!note) return claim;
  const owed = `${formatAmount(result.principal)} + ${formatAmount(result.interest)} = ${formatAmount(result.total)}元`;
  const told: Explain = {
    text: `${note.settledOn} 结算重新出具的借据载明 ${formatAmount(note.noteAmount)}元；前期尚欠本金与合法利息 ${owed}，计入后期本金 ${formatAmount(principal)}元${excess > 0 ? `，其余 ${formatAmount(excess)}元不予认定` : ''}`,
    article: ART.rollover,
  };
  const warnings: Warning[] = [...claim.warnings];
  if (excess > 0) {
    warnings.push({
      code: 'rollover-interest',
      text: `重新出具的借据里有 ${formatAmount(excess)}元超过上限或者没有约定的利息，不计入本金`,
      article: ART.rollover,
    });
  }
  const paid = repaidOf(result);
  return {
    ...claim,
    lent: result.lent,
    repaid: {
      total: claim.repaid.total + paid.total,
      fees: claim.repaid.fees + paid.fees,
      interest: claim.repaid.interest + paid.interest,
      principal: claim.repaid.principal + paid.principal,
      overpaid: claim.repaid.overpaid + paid.overpaid,
    },
    repayments: [...result.repayments, ...claim.repayments],
    warnings,
    explain: [...result.explain, told, ...claim.explain],
  };
}

function computed(c: Case, loan: Loan, label: string, input: InterestInput): LoanClaim {
  const r = computeInterest(input);
  const running = runningInterest(input, r);
  const late = r.segments.find((s) => s.kind !== 'inTerm');
  const next = running.find((x) => x.kind !== 'inTerm');
  const { principal, inTerm, overdue, penalty, interest, total } = r;
  return {
    loanId: loan.id,
    label,
    asOf: input.until,
    lent: r.lent,
    principal,
    inTerm,
    overdue,
    penalty,
    interest,
    total,
    repaid: repaidOf(r),
    overdueFrom: late ? addDays(late.from, 1) : (next?.firstDay ?? null),
    arrears: Math.max(0, interest - running.reduce((sum, x) => sum + x.amount, 0)),
    running,
    segments: r.segments,
    repayments: r.repayments,
    alternatives: r.alternatives,
    warnings: [...r.warnings, ...loanWarnings(c, loan, input.until)],
    explain: r.explain,
  };
}

/**
 * The claim on the loan at `index`.
 * @throws FieldError with the case document's path when the records contradict each other.
 */
export function loanClaim(c: Case, index: number, at: LoanSetting): LoanClaim {
  const loan = c.loans[index] as Loan;
  const label = loanLabel(loan, index, c.loans.length);
  const input = loanInput(c, index, at);
  if (input === null) return emptyLoan(loan, label, at.asOf);
  return withCasePath(c, index, () => {
    const claim = computed(c, loan, label, input);
    const before = earlierPeriod(c, index, at);
    return before ? withEarlier(claim, loan, before) : claim;
  });
}
