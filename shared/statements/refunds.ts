/** Refunds: each matched to its payment, so that money that came back is not claimed as lent. */
import type { Entry } from './types.ts';

const REFUND = /退款|退还|退回|退汇|冲正|撤销|退货/;

/** A line that gives a payment back: by its kind or its state, never by the remark alone. */
export function isRefund(e: Entry, wallet: boolean): boolean {
  if (e.direction === 'out' || e.dead || e.fen === 0) return false;
  if (/-退款$|^退款/.test(e.type) || /^退款成功/.test(e.status)) return true;
  if (wallet) return /^退款[-—]/.test(e.summary);
  return REFUND.test(e.type) || REFUND.test(e.summary);
}

const moment = (e: Entry) => `${e.date} ${e.time || '23:59:59'}`;
/** Candidates looked at for one refund: a shop's refunds follow its payments closely. */
const MAX_LOOK = 400;

/** Payments to one counterparty, newest first, with the moments they are found by. */
interface Payments {
  list: Entry[];
  at: string[] | null;
}

/** The payments at or before a moment, the nearest first. */
function* before(payments: Payments, when: string): Generator<Entry> {
  if (!payments.at) {
    const keyed = payments.list.map((e) => [moment(e), e] as const);
    keyed.sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
    payments.at = keyed.map(([at]) => at);
    payments.list = keyed.map(([, e]) => e);
  }
  let low = 0;
  for (let high = payments.at.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((payments.at[middle] ?? '') > when) low = middle + 1;
    else high = middle;
  }
  yield* payments.list.slice(low, low + MAX_LOOK);
}

/** Could `payment` be what `refund` gives back? */
function suits(payment: Entry, refund: Entry, left: number): boolean {
  return (
    payment.direction === 'out' &&
    payment.date <= refund.date &&
    (payment.date < refund.date || payment.time <= (refund.time || '99')) &&
    left >= refund.fen
  );
}

/** Numbers that lead from a refund to its payment. Alipay adds an ending to the payment's own: 2024…_1. */
const numbersOf = (refund: Entry): string[] => {
  const stem = refund.transactionNumber.split(/[_*]/)[0] ?? '';
  return [refund.merchantNumber, refund.transactionNumber, stem].filter(Boolean);
};

/**
 * Links refunds to payments and writes `refundOf` and `refunded` into the entries: by the order number the
 * two share, else by counterparty and amount, the nearest earlier payment first.
 * @param refunds those of the entries that `isRefund`
 */
export function matchRefunds(entries: readonly Entry[], refunds: readonly Entry[]): void {
  if (refunds.length === 0) return;
  const numbers = new Set(refunds.flatMap(numbersOf));
  const names = new Set(refunds.map((r) => r.counterparty));
  const byNumber = new Map<string, Entry[]>();
  const byName = new Map<string, Payments>();
  for (const e of entries) {
    if (e.direction !== 'out' || e.dead) continue;
    for (const n of [e.transactionNumber, e.merchantNumber]) {
      if (n && numbers.has(n)) byNumber.set(n, [...(byNumber.get(n) ?? []), e]);
    }
    if (!names.has(e.counterparty)) continue;
    const known = byName.get(e.counterparty);
    if (known) known.list.push(e);
    else byName.set(e.counterparty, { list: [e], at: null });
  }
  // What a status already says has come back is only waiting for its refund line.
  const announced = new Map(entries.filter((e) => e.refunded > 0).map((e) => [e, e.refunded]));
  const found = new Map<Entry, number>();
  const left = (p: Entry) => p.fen - (found.get(p) ?? 0);
  for (const refund of refunds) {
    const related = numbersOf(refund).flatMap((n) => byNumber.get(n) ?? []);
    const near = byName.get(refund.counterparty);
    const candidates =
      refund.counterparty && near
        ? [...before(near, moment(refund))].filter((p) => suits(p, refund, left(p)))
        : [];
    const payment =
      related.find((p) => p !== refund && suits(p, refund, left(p))) ??
      candidates.find((p) => (announced.get(p) ?? 0) - (found.get(p) ?? 0) === refund.fen) ??
      candidates.find((p) => p.fen === refund.fen);
    if (!payment) continue;
    refund.refundOf = payment.row;
    found.set(payment, (found.get(payment) ?? 0) + refund.fen);
    payment.refunded = Math.max(payment.refunded, Math.min(payment.fen, found.get(payment) ?? 0));
  }
}
