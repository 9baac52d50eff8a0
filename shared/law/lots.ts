import { NEW_RULE_FROM } from './cap.ts';
import { dayNumber, earlier, later } from './dates.ts';
import type { InterestInput, Repayment, Tranche } from './interest-input.ts';

/**
 * A lot is a part of the loan with one formation date and one due date: one disbursement, or the
 * piece of it that one instalment repays. Caps hang on formation, overdue interest on the due date.
 */
export interface Lot {
  /** Formation date: money received between natural persons (第九条), signing otherwise. */
  formed: string;
  start: number;
  startIso: string;
  /** Last day to pay; null: no due date and none made by a demand or the suit. */
  due: string | null;
  amount: number;
}

/** Disbursements in date order, with same-or-next-day returns of interest taken out (第二十六条). */
export interface NetLending {
  tranches: (Tranche & { net: number })[];
  /** Repayments that were interest returned at once: already taken out of principal. */
  returned: Set<Repayment>;
  /** Repayments in the canonical order, cut-off applied. */
  repayments: Repayment[];
  lent: number;
}

const AS_ORDER = { interest: 0, principal: 2 } as const;
const rank = (r: Repayment): number => (r.as === null ? 1 : AS_ORDER[r.as]);

/** Date order; on one day interest, undesignated, principal, then by amount: input order never matters. */
export function sortRepayments(list: readonly Repayment[]): Repayment[] {
  return [...list].sort(
    (a, b) => a.date.localeCompare(b.date) || rank(a) - rank(b) || a.amount - b.amount,
  );
}

function nextDay(iso: string): number {
  return dayNumber(iso) + 1;
}

/** True for a payment on the day of the first disbursement or the next that is not named principal. */
function comesBackAtOnce(r: Repayment, first: string): boolean {
  return r.as !== 'principal' && dayNumber(r.date) <= nextDay(first);
}

/** What was really lent. Interest handed back the same or next day is treated as withheld. */
export function netLending(input: InterestInput): NetLending {
  const tranches = [...input.tranches]
    .filter((t) => t.paid <= input.until)
    .sort((a, b) => a.paid.localeCompare(b.paid) || a.amount - b.amount || a.withheld - b.withheld)
    .map((t) => ({ ...t, net: t.amount - t.withheld }));
  const repayments = sortRepayments(input.repayments.filter((r) => r.date <= input.until));
  const returned = new Set<Repayment>();
  const first = tranches[0];
  if (first && input.rate !== null) {
    for (const r of repayments) {
      if (!comesBackAtOnce(r, first.paid) || r.amount >= first.net) continue;
      first.net -= r.amount;
      returned.add(r);
    }
  }
  const lent = tranches.reduce((sum, t) => sum + t.net, 0);
  return { tranches, returned, repayments, lent };
}

interface DuePiece {
  due: string | null;
  principal: number;
}

function duePieces(input: InterestInput, filed: string | null): DuePiece[] {
  const called = (due: string) => (input.acceleratedOn ? earlier(due, input.acceleratedOn) : due);
  const parts = (input.instalments ?? [])
    .map((i) => ({ due: called(i.due), principal: i.principal }))
    .sort((a, b) => a.due.localeCompare(b.due));
  if (parts.length > 0) return parts;
  const due = input.due === null ? (input.graceEnd ?? filed) : called(input.due);
  return [{ due, principal: Number.MAX_SAFE_INTEGER }];
}

/** Cuts the money lent into lots: early disbursements fill early instalments, the last takes the rest. */
export function lotsOf(input: InterestInput, lending: NetLending): Lot[] {
  const pieces = duePieces(input, input.filed);
  const firstPaid = lending.tranches[0]?.paid ?? input.until;
  const lots: Lot[] = [];
  let k = 0;
  let room = pieces[0]?.principal ?? 0;
  for (const t of lending.tranches) {
    let left = t.net;
    while (left > 0) {
      const last = k >= pieces.length - 1;
      const part = last ? left : Math.min(left, room);
      if (part > 0) {
        const due = pieces[k]?.due ?? null;
        lots.push({
          formed: input.naturalPersons ? t.paid : (input.signed ?? firstPaid),
          start: dayNumber(t.paid),
          startIso: t.paid,
          due: due === null ? null : later(due, t.paid),
          amount: part,
        });
      }
      left -= part;
      room -= part;
      if (!last && room === 0) {
        k += 1;
        room = pieces[k]?.principal ?? 0;
      }
    }
  }
  return lots;
}

/** True when a lot's contract was formed before the four-times-LPR rule. */
export function isOldContract(lot: Pick<Lot, 'formed'>): boolean {
  return lot.formed < NEW_RULE_FROM;
}
