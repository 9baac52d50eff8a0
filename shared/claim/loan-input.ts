import type { Case } from '../case/case.ts';
import type { Loan, Rate, Transfer } from '../case/loan.ts';
import { RATE_ONE, rateText, scaleRate } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import { computeInterest, type InterestResult } from '../law/interest.ts';
import type { InterestInput, Penalty } from '../law/interest-input.ts';
import { type LprTable, requireLpr } from '../law/lpr.ts';
import type { AgreedRate } from '../law/rate.ts';
import type { Warning } from './types.ts';

/** From the records of a case to the engine's input for one loan. */

/** The sums that moved on a loan, in date order. */
export function transfersOf(c: Case, loan: Loan, direction: Transfer['direction']): Transfer[] {
  return c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === direction)
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** Lenders and borrowers are all natural persons: the contract forms when money is handed over. */
export function betweenPersons(c: Case, loan: Loan): boolean {
  const named = new Set([...loan.lenderIds, ...loan.borrowerIds]);
  const sides = c.parties.filter((p) =>
    named.size > 0 ? named.has(p.id) : p.role === 'lender' || p.role === 'borrower',
  );
  return sides.every((p) => p.kind === 'person');
}

/** For a loan without a due date: end of the first grace period given, or the first refusal (第六百七十五条). */
export function graceEnd(c: Case): string | null {
  const dates = c.demands.flatMap((d) => {
    if (d.graceUntil !== null && d.arrived !== 'no') return [d.graceUntil];
    return d.outcome === 'refusal' ? [d.date] : [];
  });
  return dates.sort()[0] ?? null;
}

interface RateFacts {
  path: string;
  formed: string;
  lpr: LprTable;
}

/** Scaled percent, refused where it is too fine to be exact. */
function percentOf(scaled: number, path: string): string {
  if (!Number.isInteger(scaled)) throw new FieldError(path, '利率的小数位过多，请核对');
  return rateText(scaled);
}

/** A rate of the case file as the engine takes it. 4倍LPR is four times the LPR at formation. */
export function engineRate(rate: Rate | null, facts: RateFacts): AgreedRate | null {
  if (rate === null) return null;
  if (rate.per === 'tenThousandthPerDay') {
    return { percent: percentOf(scaleRate(rate.value) / 100, `${facts.path}.value`), per: 'day' };
  }
  if (rate.per === 'lprMultiple') {
    const { oneYear } = requireLpr(facts.formed, `${facts.path}.per`, facts.lpr);
    const scaled = (scaleRate(rate.value) * oneYear) / (RATE_ONE / 100);
    return { percent: percentOf(scaled, `${facts.path}.value`), per: 'year' };
  }
  return { percent: rate.value, per: rate.per };
}

function penaltiesOf(loan: Loan, facts: RateFacts): Penalty[] {
  return loan.penalties.flatMap((p, i): Penalty[] => {
    if (p.kind === 'lump') return p.amount ? [{ kind: 'lump', amount: p.amount }] : [];
    const rate = engineRate(p.rate, { ...facts, path: `${facts.path}.penalties.${i}.rate` });
    return rate ? [{ kind: 'rate', rate }] : [];
  });
}

/** Day on which the whole loan fell due early: called by the creditor, or claimed in the suit. */
function accelerated(c: Case, loan: Loan): string | null {
  if (loan.acceleratedOn !== null) return loan.acceleratedOn;
  return c.claim.rescission === 'none' ? null : c.suit.filedOn;
}

/** Costs agreed and really paid rank before interest when money comes in (第五百六十一条); one loan only. */
function feesOf(c: Case): { date: string; amount: number }[] {
  if (c.loans.length !== 1) return [];
  return c.claim.costs.flatMap((x) =>
    x.agreed && x.paidOn !== null ? [{ date: x.paidOn, amount: x.amount }] : [],
  );
}

export interface LoanSetting {
  asOf: string;
  lpr: LprTable;
}

/** What a rolled-over note's earlier period came to on the day it was written (第二十七条). */
export interface EarlierPeriod {
  result: InterestResult;
  /** Principal of the new note as far as it is recognised, fen. */
  principal: number;
  /** In the new note but not recognised: interest above the cap, or not agreed. */
  excess: number;
}

/**
 * Runs the engine on a loan.
 * @throws FieldError with the case document's path instead of the engine's field.
 */
export function withCasePath<T>(c: Case, index: number, work: () => T): T {
  try {
    return work();
  } catch (e) {
    throw e instanceof FieldError ? new FieldError(casePath(c, index, e.field), e.message) : e;
  }
}

/** The earlier period of a rolled-over loan; null when there is no new note by `asOf`. */
export function earlierPeriod(c: Case, index: number, at: LoanSetting): EarlierPeriod | null {
  const note = c.loans[index]?.rollover;
  if (!note || note.settledOn > at.asOf) return null;
  const input = earlierInput(c, index, { ...at, asOf: note.settledOn });
  if (input === null) return null;
  const result = withCasePath(c, index, () => computeInterest(input));
  const principal = Math.min(note.noteAmount, result.total);
  return { result, principal, excess: note.noteAmount - principal };
}

/** The loan as it stood before the new note: due on the day of settling, at the earlier rate. */
function earlierInput(c: Case, index: number, at: LoanSetting): InterestInput | null {
  const input = plainInput(c, index, at);
  const note = c.loans[index]?.rollover;
  if (input === null || !note) return input;
  const path = `loans.${index}.rollover.earlierRate`;
  const formed = input.naturalPersons
    ? (input.tranches[0]?.paid ?? note.settledOn)
    : (input.signed ?? note.settledOn);
  return {
    ...input,
    due: note.settledOn,
    rate: engineRate(note.earlierRate, { path, formed, lpr: at.lpr }),
    overdueRate: null,
    penalties: [],
    instalments: [],
    graceEnd: null,
    acceleratedOn: null,
    fees: [],
    // The date of the paper may be the new note's: then the first delivery stands for the earlier one.
    signed: input.signed !== null && input.signed < note.settledOn ? input.signed : null,
    options: { ...input.options, countBothEnds: false, rounding: 'cent' },
    alternatives: false,
  };
}

/** The loan from the new note on: what is recognised of it is principal, under the ceiling. */
function laterInput(input: InterestInput, settledOn: string, before: EarlierPeriod): InterestInput {
  const earlier = before.result.repayments.reduce((sum, r) => sum + r.amount - r.overpaid, 0);
  return {
    ...input,
    tranches: [{ amount: before.principal, paid: settledOn, withheld: 0 }],
    signed: settledOn,
    repayments: input.repayments.filter((r) => r.date > settledOn),
    rollover: {
      firstPrincipal: before.result.lent,
      firstDate: input.tranches[0]?.paid ?? settledOn,
      paidBefore: earlier,
      firstTranches: input.tranches.map((t) => ({
        amount: t.amount - t.withheld,
        paid: t.paid,
      })),
    },
  };
}

/**
 * The engine's input for a loan, or null while no money is recorded as handed over by `asOf`. A
 * rolled-over note counts from the day it was written.
 * @throws FieldError with the case document's path.
 */
export function loanInput(c: Case, index: number, at: LoanSetting): InterestInput | null {
  const note = c.loans[index]?.rollover;
  if (!note) return plainInput(c, index, at);
  if (at.asOf <= note.settledOn) return earlierInput(c, index, at);
  const input = plainInput(c, index, at);
  const before = earlierPeriod(c, index, at);
  return input && before && before.principal > 0
    ? laterInput(input, note.settledOn, before)
    : input;
}

function plainInput(c: Case, index: number, at: LoanSetting): InterestInput | null {
  const loan = c.loans[index] as Loan;
  const out = transfersOf(c, loan, 'out');
  const first = out[0];
  if (!first || first.date > at.asOf) return null;
  const path = `loans.${index}`;
  const natural = betweenPersons(c, loan);
  const formed = natural ? first.date : (loan.signed ?? first.date);
  const facts = { formed, lpr: at.lpr };
  const instalments = loan.instalments
    .filter((x) => x.principal > 0)
    .map((x) => ({ due: x.due, principal: x.principal }));
  const noDue = loan.due === null && instalments.length === 0;
  const { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules } = c.claim;
  const agreed = loan.interest === 'agreed' ? loan.rate : null;
  return {
    tranches: out.map((t) => ({ amount: t.amount, paid: t.date, withheld: t.withheld })),
    due: loan.due,
    rate: engineRate(agreed, { ...facts, path: `${path}.rate` }),
    overdueRate: engineRate(loan.overdueRate, { ...facts, path: `${path}.overdueRate` }),
    penalties: penaltiesOf(loan, { ...facts, path }),
    naturalPersons: natural,
    signed: loan.signed,
    filed: c.suit.filedOn,
    until: at.asOf,
    repayments: transfersOf(c, loan, 'in').map((t) => ({
      date: t.date,
      amount: t.amount,
      as: t.as,
    })),
    options: { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules, cap: true },
    instalments,
    graceEnd: noDue ? graceEnd(c) : null,
    acceleratedOn: accelerated(c, loan),
    fees: feesOf(c),
    lpr: at.lpr,
  };
}

/** The engine's field as a path of the case document. */
export function casePath(c: Case, index: number, field: string): string {
  const [name = '', position = '', rest = ''] = field.split('.');
  if (name === 'filed') return 'suit.filedOn';
  if (name === 'until') return 'claim.asOf';
  if (name === 'graceEnd') return 'demands';
  if (name !== 'tranches' && name !== 'repayments') return `loans.${index}.${field}`;
  const loan = c.loans[index] as Loan;
  const moved = transfersOf(c, loan, name === 'tranches' ? 'out' : 'in')[Number(position)];
  const at = c.transfers.findIndex((t) => t.id === moved?.id);
  return `transfers.${at}.${rest === 'paid' ? 'date' : rest}`;
}

/** What the records of a loan leave open. */
export function loanWarnings(c: Case, loan: Loan, asOf: string): Warning[] {
  const list: Warning[] = [];
  if (loan.interest === 'unclear') {
    list.push({
      code: 'interest-unclear',
      text: betweenPersons(c, loan)
        ? '自然人之间利息约定不明，视为没有利息'
        : '利息约定不明，法院会结合交易方式、市场利率等确定，这里暂不计借期内利息',
    });
  }
  const called = accelerated(c, loan);
  const last =
    loan.instalments
      .map((x) => x.due)
      .sort()
      .at(-1) ?? loan.due;
  if (last !== null && last > asOf && (called === null || called > asOf)) {
    list.push({
      code: 'not-due',
      text: `借款到期日 ${last} 尚未到，未到期的部分需要有提前到期或解除合同的依据才能主张`,
    });
  }
  return list;
}
