import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { type Settlement, settlementInForce } from '../case/settlement.ts';
import { cite } from '../law/statutes.ts';
import { formatAmount } from '../text/money.ts';
import { loanClaim } from './loan-claim.ts';
import { type LoanSetting, transfersOf } from './loan-input.ts';
import type { LoanClaim, RepaymentSplit, Warning } from './types.ts';

/**
 * What a loan owes once a repayment agreement was signed on it: the principal confirmed, by the dates of
 * the plan, at the plan's rates; the interest confirmed is a fixed sum that bears none and is paid first
 * (民法典 543, 561). Calling the rest due on breach is the acceleration of that plan.
 */

/** Rates after signing: overdue at the agreed rate or the one-year LPR, else as the law has it. */
function terms(s: Settlement): Pick<Loan, 'interest' | 'rate' | 'overdueRate'> {
  const yearly = (value: string) => ({ value, per: 'year' as const, wording: '', clause: '' });
  const lpr = { value: '1', per: 'lprMultiple' as const, wording: '', clause: '' };
  const rate = s.rate === null ? null : yearly(s.rate);
  return {
    interest: rate === null ? 'none' : 'agreed',
    rate,
    // Nothing agreed at all already means the LPR; it is named only where a plan rate would take its place.
    overdueRate:
      s.overdue === 'rate' && s.overdueRate !== null
        ? yearly(s.overdueRate)
        : s.overdue === 'lpr' && rate !== null
          ? lpr
          : null,
  };
}

/** Repayments after signing: first the interest confirmed, the rest goes on to the plan. */
function share(
  c: Case,
  loan: Loan,
  s: NonNullable<ReturnType<typeof settlementInForce>>,
  asOf: string,
): { left: number; paid: Map<string, number> } {
  let left = s.debt.interest;
  const paid = new Map<string, number>();
  for (const t of transfersOf(c, loan, 'in')) {
    if (t.date <= s.signedOn || t.date > asOf || t.as === 'principal') continue;
    const part = Math.min(left, t.amount);
    if (part > 0) paid.set(t.id, part);
    left -= part;
  }
  return { left, paid };
}

/** The case with the loan as the agreement has it. */
function underPlan(
  c: Case,
  index: number,
  s: NonNullable<ReturnType<typeof settlementInForce>>,
  paid: ReadonlyMap<string, number>,
): Case {
  const loan = c.loans[index] as Loan;
  const { signedOn } = s;
  const settled: Loan = {
    ...loan,
    ...terms(s),
    signed: signedOn,
    termFrom: signedOn,
    due: null,
    instalments: s.instalments,
    acceleratedOn: s.acceleratedOn,
    penalties: [],
    rollover: null,
  };
  const first = transfersOf(c, loan, 'out')[0];
  const transfers = c.transfers.flatMap((t) => {
    if (t.loanId !== loan.id) return [t];
    if (t.direction === 'out') {
      return t.id === first?.id
        ? [{ ...t, date: signedOn, amount: s.debt.principal, withheld: 0 }]
        : [];
    }
    const rest = t.amount - (paid.get(t.id) ?? 0);
    return t.date > signedOn && rest > 0 ? [{ ...t, amount: rest }] : [];
  });
  return { ...c, loans: c.loans.map((l, i) => (i === index ? settled : l)), transfers };
}

/** Repayments with the part that went to the interest confirmed put back in. */
function joined(
  c: Case,
  loan: Loan,
  paid: ReadonlyMap<string, number>,
  after: readonly RepaymentSplit[],
  s: { signedOn: string; debt: { principal: number; interest: number } },
  asOf: string,
): RepaymentSplit[] {
  const queue = [...after];
  let balance = s.debt.principal;
  let open = s.debt.interest;
  return transfersOf(c, loan, 'in')
    .filter((t) => t.date > s.signedOn && t.date <= asOf)
    .map((t): RepaymentSplit => {
      const part = paid.get(t.id) ?? 0;
      open -= part;
      const rest = t.amount > part ? queue.shift() : undefined;
      balance = rest?.balance ?? balance;
      return {
        date: t.date,
        amount: t.amount,
        fees: rest?.fees ?? 0,
        interest: (rest?.interest ?? 0) + part,
        principal: rest?.principal ?? 0,
        balance,
        interestLeft: (rest?.interestLeft ?? 0) + open,
        overpaid: rest?.overpaid ?? 0,
        reason:
          part > 0
            ? '先还协议确认的利息，再还到期的利息和本金'
            : (rest?.reason ?? '先还利息，再还本金'),
        article: cite('civilCode', 561),
      };
    });
}

/**
 * The loan's claim under a signed agreement, or null where none binds yet, or where it settles several
 * loans at once (then the loans' own terms stand, and the user is told).
 * @throws FieldError with the case document's path.
 */
export function settledLoan(c: Case, index: number, at: LoanSetting): LoanClaim | null {
  const s = settlementInForce(c.settlement, at.asOf);
  const loan = c.loans[index];
  if (s === null || !loan || c.loans.length !== 1 || s.signedOn === at.asOf) return null;
  const before = loanClaim(c, index, { ...at, asOf: s.signedOn });
  const { left, paid } = share(c, loan, s, at.asOf);
  const now = loanClaim(underPlan(c, index, s, paid), index, at);
  const after = joined(c, loan, paid, now.repayments, s, at.asOf);
  const sum = (key: 'amount' | 'fees' | 'interest' | 'principal' | 'overpaid') =>
    after.reduce((n, r) => n + r[key], 0);
  const confirmed = `${s.signedOn} 签订的还款协议确认尚欠本金 ${formatAmount(s.debt.principal)}元、利息 ${formatAmount(s.debt.interest)}元`;
  const rest =
    s.debt.interest > 0
      ? `；已还其中利息 ${formatAmount(s.debt.interest - left)}元，尚欠 ${formatAmount(left)}元，不再计息`
      : '';
  const called = s.acceleratedOn
    ? `；${s.acceleratedOn} 宣布未到期款项全部到期`
    : '；此后按协议的各期计算';
  return {
    ...now,
    label: before.label,
    lent: before.lent,
    // The interest confirmed is of days gone by: overdue, unless the loan was not due when it was signed.
    inTerm: now.inTerm + (before.overdue > 0 ? 0 : left),
    overdue: now.overdue + (before.overdue > 0 ? left : 0),
    interest: now.interest + left,
    total: now.total + left,
    arrears: now.arrears + left,
    repaid: {
      total: before.repaid.total + sum('amount'),
      fees: before.repaid.fees + sum('fees'),
      interest: before.repaid.interest + sum('interest'),
      principal: before.repaid.principal + sum('principal'),
      overpaid: before.repaid.overpaid + sum('overpaid'),
    },
    repayments: [...before.repayments, ...after],
    alternatives: now.alternatives.map((a) => ({
      ...a,
      total: a.total + left,
      interest: a.interest + left,
    })),
    explain: [{ text: confirmed + rest + called, article: cite('civilCode', 509) }, ...now.explain],
  };
}

/** What has to be known where an agreement covers several loans. */
export function settlementWarnings(c: Case, asOf: string): Warning[] {
  return settlementInForce(c.settlement, asOf) !== null && c.loans.length > 1
    ? [
        {
          code: 'settlement-several',
          text: '还款协议一并处理了几笔借款，这里仍按各笔借款原来的约定计算；请与协议确认的金额核对，按较低的主张',
          article: cite('civilCode', 509),
        },
      ]
    : [];
}
