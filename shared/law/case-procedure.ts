import type { Case } from '../case/case.ts';
import type { Party } from '../case/party.ts';
import { dueForLimitation } from './case-limits.ts';
import { courtOfAddress } from './courts.ts';
import type { PaymentOrderFacts } from './payment-order.ts';
import { preSuitOf } from './seizures.ts';

/** What a case already tells of the procedures open to it; what it does not tell stays null. */

function address(p: Party): string {
  return (p.kind === 'person' && p.habitualResidence) || p.domicile;
}

/** True when every answer is true, false when one is false, else unknown. */
function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}

/** Every loan is past its due date, or past the grace period of a demand. */
function allDue(c: Case, asOf: string): boolean | null {
  const grace = c.demands
    .map((d) => d.graceUntil)
    .filter((d) => d !== null)
    .sort()[0];
  return all(
    c.loans.map((loan) => {
      const due = dueForLimitation(loan) ?? grace;
      return due !== undefined && due < asOf;
    }),
  );
}

/** A resident identity card and a domestic address: in the mainland, as far as the papers show. */
function inMainland(p: Party): boolean | null {
  if (p.kind === 'organisation') return p.domicile !== '' ? true : null;
  return p.idType === 'residentId' && address(p) !== '' ? true : null;
}

/**
 * Facts for the payment order's conditions.
 * @param court the court it is meant for; empty: not chosen.
 * @param claimsInterest interest or penalty is to be claimed besides the principal.
 */
export function paymentOrderFacts(
  c: Case,
  asOf: string,
  court: string,
  claimsInterest: boolean,
): PaymentOrderFacts {
  const debtors = c.parties.filter((p) => p.role === 'borrower');
  const agreed = c.loans.every(
    (l) =>
      (l.interest === 'agreed' && l.rate !== null) ||
      l.overdueRate !== null ||
      l.penalties.length > 0,
  );
  const courts = debtors.map((p) => courtOfAddress(address(p)));
  return {
    fixedAmount: c.transfers.some((t) => t.direction === 'out') ? true : null,
    due: allDue(c, asOf),
    noOtherDebts: null,
    debtorInMainland: all(debtors.map(inMainland)),
    debtorMissing: debtors.some((p) => p.whereaboutsUnknown),
    serviceable: all(debtors.map((p) => (p.serviceAddress || address(p) ? true : null))),
    debtorCourt: court === '' || courts.includes(undefined) ? null : courts.includes(court),
    preSuitPreservation: preSuitOf(c) !== null,
    beyondDocuments: claimsInterest && !agreed,
  };
}
