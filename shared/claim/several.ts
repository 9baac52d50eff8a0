import type { Case } from '../case/case.ts';
import type { Loan, Transfer } from '../case/loan.ts';
import { ART } from '../law/cap.ts';
import { allocateAmongDebts, type SeveralDebt } from '../law/crediting.ts';
import { dayNumber } from '../law/dates.ts';
import { FieldError } from '../law/field-error.ts';
import { computeInterest } from '../law/interest.ts';
import { formatAmount } from '../text/money.ts';
import { type LoanSetting, loanInput, withCasePath } from './loan-input.ts';
import type { Explain } from './types.ts';

/**
 * Money back that names no loan, shared among the loans by 民法典第五百六十条: what the payer named
 * stands (`loanId`); the rest goes to matured debts first, then the least secured, the most burdensome,
 * the earliest due, in proportion.
 */

/** How far a loan is secured: nothing, a guarantor, a thing. */
function securityOf(loan: Loan): number {
  return (loan.securities.length > 0 ? 2 : 0) + (loan.guarantees.length > 0 ? 1 : 0);
}

/** What a loan owes on a day and what bears on its rank; null while nothing was lent on it. */
function debtOn(c: Case, index: number, day: string, at: LoanSetting): SeveralDebt | null {
  const input = loanInput(c, index, { ...at, asOf: day });
  const loan = c.loans[index];
  if (input === null || loan === undefined) return null;
  const options = { ...input.options, rounding: 'cent' as const };
  const r = withCasePath(c, index, () =>
    computeInterest({ ...input, options, alternatives: false }),
  );
  const end = dayNumber(day);
  const running = r.rows.filter((row) => row.b === end).map((row) => row.rate);
  const last = loan.instalments.map((x) => x.due).sort();
  const matured = last.find((d) => d >= day) ?? last.at(-1);
  return {
    id: loan.id,
    owed: r.total + r.fees,
    due: loan.acceleratedOn ?? matured ?? loan.due ?? input.graceEnd ?? null,
    security: securityOf(loan),
    burden: Math.max(0, ...running),
  };
}

function shareOut(c: Case, t: Transfer, at: LoanSetting): Transfer[] {
  const debts = c.loans.flatMap((_, i) => debtOn(c, i, t.date, at) ?? []);
  const { shares, left } = allocateAmongDebts(t.amount, t.date, debts);
  const given = debts.flatMap((d) => {
    const amount = shares.get(d.id) ?? 0;
    return amount > 0 ? [{ ...t, loanId: d.id, amount }] : [];
  });
  const [first, ...rest] = given;
  if (left === 0) return given;
  // What no debt could take is kept, so that the overpayment is seen and told.
  if (first) return [{ ...first, amount: first.amount + left }, ...rest];
  const any = debts[0];
  return any ? [{ ...t, loanId: any.id }] : [];
}

/**
 * Does some work on a case whose repayments were assigned; a field it complains of is told by its place
 * in the original case.
 */
export function asInOriginal<T>(original: Case, shared: Case, work: () => T): T {
  try {
    return work();
  } catch (e) {
    if (!(e instanceof FieldError)) throw e;
    const [list, position = '', ...rest] = e.field.split('.');
    const id = list === 'transfers' ? shared.transfers[Number(position)]?.id : undefined;
    if (id === undefined) throw e;
    const index = original.transfers.findIndex((t) => t.id === id);
    throw new FieldError(['transfers', String(index), ...rest].join('.'), e.message);
  }
}

export interface Shared {
  /** The case with every repayment on a loan; the same object when none was open. */
  case: Case;
  explain: Explain[];
}

/**
 * Assigns the repayments that name no loan, in date order, each on what is owed that day.
 * @throws FieldError with the case document's path when a loan can't be computed.
 */
export function shareRepayments(c: Case, at: LoanSetting): Shared {
  const open = c.transfers.filter((t) => t.loanId === null && t.direction === 'in');
  if (open.length === 0) return { case: c, explain: [] };
  const explain: Explain[] = [];
  let done: Case = { ...c, transfers: c.transfers.filter((t) => t.loanId !== null) };
  for (const t of [...open].sort((a, b) => a.date.localeCompare(b.date))) {
    if (t.date > at.asOf) continue;
    const now = done;
    const given = asInOriginal(c, now, () => shareOut(now, t, at));
    done = { ...done, transfers: [...done.transfers, ...given] };
    const parts = given.map((g) => {
      const i = c.loans.findIndex((l) => l.id === g.loanId);
      return `第${i + 1}笔 ${formatAmount(g.amount)}元`;
    });
    if (c.loans.length > 1) {
      explain.push({
        text: `${t.date} 还款 ${formatAmount(t.amount)}元没有指明还哪笔借款，依次按已到期、担保少、负担重、到期早、比例分到：${parts.join('、')}`,
        article: ART.several,
      });
    }
  }
  // In their places; payments after the cut-off stay as they are.
  const assigned = done.transfers.filter((t) => !c.transfers.includes(t));
  const transfers = c.transfers.flatMap((t) => {
    const shares = assigned.filter((x) => x.id === t.id);
    return t.loanId === null && shares.length > 0 ? shares : [t];
  });
  return { case: { ...c, transfers }, explain };
}
