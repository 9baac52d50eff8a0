import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import type { Loan } from '../case/loan.ts';
import { settlementInForce } from '../case/settlement.ts';
import { printDate } from '../text/chinese-date.ts';
import { type GuaranteeAct, type GuaranteeStatus, guaranteeStatus } from './guarantee.ts';
import { type Limitation, type LimitationEvent, limitation } from './limitation.ts';
import { type Notice, rank } from './notice.ts';
import { cite } from './statutes.ts';
import { suitStands, withdrawnOn } from './suit-records.ts';

/** Limitation and guarantee periods of a case, from what is on record in it. */

function isGuarantor(c: Case, partyId: string | null): boolean {
  return c.parties.some((p) => p.id === partyId && p.role === 'guarantor');
}

/** The due date that limitation runs from: accelerated, or the last instalment, or as agreed. */
export function dueForLimitation(loan: Loan): string | null {
  if (loan.acceleratedOn) return loan.acceleratedOn;
  const last = loan.instalments
    .map((i) => i.due)
    .sort()
    .at(-1);
  return last ?? loan.due;
}

/** The last day of the first grace period given, for a loan without a due date. */
function graceEnd(c: Case): string | undefined {
  return c.demands
    .map((d) => d.graceUntil)
    .filter((d) => d !== null)
    .sort()[0];
}

/** The day a demand took effect: the day it reached the other side (诉讼时效规定 8). */
export function reachedOn(d: Demand): string {
  return d.arrived === 'yes' && d.arrivedOn !== null && d.arrivedOn > d.date ? d.arrivedOn : d.date;
}

/**
 * What on record interrupts the limitation of a loan: demands on debtors, repayments, the suit. A
 * demand of which it is not known that it arrived does not count (诉讼时效规定 8), unless the debtor
 * reacted to it.
 */
export function limitationEvents(c: Case, loan: Loan): LimitationEvent[] {
  const demands = c.demands
    .filter((d) => !isGuarantor(c, d.toPartyId))
    .flatMap((d): LimitationEvent[] => {
      if (d.outcome === 'promise' || d.outcome === 'partPayment') {
        return [{ date: d.date, kind: d.outcome }];
      }
      return d.arrived === 'yes' ? [{ date: reachedOn(d), kind: 'demand' }] : [];
    });
  const repayments = c.transfers
    .filter((t) => t.direction === 'in')
    // One that names no loan counts only where there is no other loan it may have been for.
    .filter((t) => t.loanId === loan.id || (t.loanId === null && c.loans.length === 1))
    .map((t): LimitationEvent => ({ date: t.date, kind: 'partPayment' }));
  // Signing a repayment plan is agreeing to perform (诉讼时效规定 14).
  const signed: LimitationEvent[] =
    c.settlement?.status === 'signed' && c.settlement.signedOn !== null
      ? [{ date: c.settlement.signedOn, kind: 'promise' }]
      : [];
  // A suit that was withdrawn has interrupted all the same; the period runs again from its end.
  const ended = withdrawnOn(c);
  const suit: LimitationEvent[] = c.suit.filedOn
    ? [{ date: c.suit.filedOn, kind: 'suit', ...(ended === null ? {} : { ended }) }]
    : [];
  const obstacles = c.background.obstacles.map(
    (o): LimitationEvent => ({
      date: o.from,
      kind: 'obstacle',
      ...(o.to === null ? {} : { ended: o.to }),
    }),
  );
  return [...demands, ...repayments, ...signed, ...suit, ...obstacles];
}

/**
 * What on record interrupts the two years to apply for enforcement (执行程序解释 20): demands that reached
 * the debtor, promises, money from him. `enforcementLimit` leaves out what lies before the period.
 */
export function enforcementEvents(c: Case): Pick<LimitationEvent, 'date' | 'ended'>[] {
  const demands = c.demands
    .filter((d) => !isGuarantor(c, d.toPartyId))
    .flatMap((d) =>
      d.outcome === 'promise' || d.outcome === 'partPayment'
        ? [{ date: d.date }]
        : d.arrived === 'yes'
          ? [{ date: reachedOn(d) }]
          : [],
    );
  const paid = c.transfers.filter((t) => t.direction === 'in').map((t) => ({ date: t.date }));
  return [...demands, ...paid];
}

/** Under a signed repayment agreement: the day the rest was called due, or the last instalment's. */
function settledDue(c: Case, asOf: string): string | null {
  const s = settlementInForce(c.settlement, asOf);
  if (s === null) return null;
  const last = s.instalments
    .map((i) => i.due)
    .sort()
    .at(-1);
  return s.acceleratedOn ?? last ?? null;
}

/** State of limitation of one loan on a day. */
export function loanLimitation(c: Case, loan: Loan, asOf: string): Limitation {
  const due = settledDue(c, asOf) ?? dueForLimitation(loan);
  const disbursed = c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === 'out')
    .map((t) => t.date)
    .sort()[0];
  const refusal = c.demands
    .filter((d) => d.outcome === 'refusal' && !isGuarantor(c, d.toPartyId))
    .map((d) => d.date)
    .sort()[0];
  const result = limitation({
    due: due ?? undefined,
    ...(due ? {} : { firstDemandGraceEnd: graceEnd(c), firstRefusal: refusal }),
    disbursed,
    events: limitationEvents(c, loan),
    asOf,
  });
  const since = result.chain.filter((x) => x.kind !== 'obstacle').at(-1)?.date ?? result.start;
  const unsure = c.demands
    .filter((d) => d.arrived === 'unknown' && d.outcome === 'none' && !isGuarantor(c, d.toPartyId))
    .filter((d) => since !== null && d.date >= since && d.date <= asOf)
    .map((d) => d.date)
    .sort()
    .at(-1);
  if (unsure === undefined || c.suit.filedOn) return result;
  const notice: Notice = {
    code: 'arrivalUnknown',
    urgency: 'soon',
    text: `${printDate(unsure)}的催收没有填写是否到达对方，暂不算时效中断；有已读、回复或者签收等证据的，请补充填写`,
    article: cite('limitationInterp', 8),
  };
  return { ...result, warnings: rank([...result.warnings, notice]) };
}

export interface LoanGuarantee {
  guaranteeId: string;
  partyId: string;
  name: string;
  /** null: no due date yet, the period has not begun. */
  status: GuaranteeStatus | null;
}

function guaranteeActs(c: Case, partyId: string): GuaranteeAct[] {
  const acts: GuaranteeAct[] = c.demands
    .filter((d) => d.arrived === 'yes')
    .filter((d) => d.toPartyId === partyId || !isGuarantor(c, d.toPartyId))
    .map((d) => ({
      date: reachedOn(d),
      kind: d.toPartyId === partyId ? 'claimGuarantor' : 'demandDebtor',
    }));
  // A suit taken back within the guarantee period saves nothing (担保解释 31).
  if (c.suit.filedOn && suitStands(c)) {
    acts.push({ date: c.suit.filedOn, kind: 'sueDebtor' });
    if (isGuarantor(c, partyId) && c.suit.procedure !== 'paymentOrder') {
      acts.push({ date: c.suit.filedOn, kind: 'sueGuarantor' });
    }
  }
  return acts;
}

/** Whether each guarantor of a loan is still bound on a day, and what has to be done. */
export function loanGuarantees(c: Case, loan: Loan, asOf: string): LoanGuarantee[] {
  const due = dueForLimitation(loan) ?? graceEnd(c) ?? null;
  return loan.guarantees.map((g) => {
    const name = c.parties.find((p) => p.id === g.partyId)?.name ?? '';
    const base = { guaranteeId: g.id, partyId: g.partyId, name };
    if (due === null) return { ...base, status: null };
    const status = guaranteeStatus(
      {
        due,
        ...(g.periodMonths !== null
          ? { agreed: { months: g.periodMonths } }
          : g.periodUnclear
            ? { agreed: { unclear: true as const } }
            : {}),
        contractDate: g.signed ?? loan.signed ?? due,
        kind: g.kind,
      },
      guaranteeActs(c, g.partyId),
      asOf,
    );
    return { ...base, status };
  });
}

/**
 * The spouse has to be sued together or not at all: nobody can add a spouse in enforcement
 * (民法典 1064, trap 23).
 */
export function spouseNotices(c: Case): Notice[] {
  const people = c.parties.filter((p) => p.role === 'borrower' && p.kind === 'person');
  const spouse = people.some((p) => p.kind === 'person' && p.spouseOfBorrower);
  if (people.length === 0 || spouse || c.judgment) return [];
  return [
    {
      code: 'spouse',
      urgency: 'info',
      text: '借款人已婚、借款用于家庭生活或者夫妻共同经营、或者配偶签过字的，请把配偶列为共同被告；判决里没有的配偶，执行时不能追加',
      article: cite('civilCode', 1064),
    },
  ];
}

/** Everything about time of a case's loans, most urgent first. */
export function limitNotices(c: Case, asOf: string): Notice[] {
  const perLoan = c.loans.flatMap((loan) => [
    ...loanLimitation(c, loan, asOf).warnings,
    ...loanGuarantees(c, loan, asOf).flatMap((g) => g.status?.warnings ?? []),
  ]);
  return rank([...perLoan, ...spouseNotices(c)]);
}
