/** Refunds: each matched to its payment, so that money that came back is not claimed as lent. */
import type { Entry } from './types.ts';

const REFUND = /退款|退还|退回|退汇|冲正|撤销|退货/;

/** A line that gives a payment back: by its kind or its state, never by the remark alone. */
export function isRefund(e: Entry, wallet: boolean): boolean {
  if (e.direction === 'out') return false;
  if (/-退款$|^退款/.test(e.type) || /^退款成功/.test(e.status)) return true;
  if (wallet) return /^退款[-—]/.test(e.summary);
  return REFUND.test(e.type) || REFUND.test(e.summary);
}

const moment = (e: Entry) => `${e.date} ${e.time || '23:59:59'}`;
const MAX_LOOK = 400;

/** Could `payment` be what `refund` gives back? */
function suits(payment: Entry, refund: Entry, left: number): boolean {
  return (
    payment.direction === 'out' &&
    payment.date <= refund.date &&
    (payment.date < refund.date || payment.time <= (refund.time || '99')) &&
    left >= refund.fen
  );
}

/**
 * Links refunds to payments and writes `refundOf` and `refunded` into the entries: by the order number the
 * two share, else by counterparty and amount, the nearest earlier payment first.
 */
export function matchRefunds(entries: readonly Entry[], wallet: boolean): void {
  const refunds = entries.filter((e) => !e.dead && e.fen > 0 && isRefund(e, wallet));
  if (refunds.length === 0) return;
  const byNumber = new Map<string, Entry[]>();
  const byName = new Map<string, Entry[]>();
  const put = (map: Map<string, Entry[]>, key: string, e: Entry) => {
    const list = map.get(key);
    if (list) list.push(e);
    else map.set(key, [e]);
  };
  for (const e of entries) {
    if (e.direction !== 'out' || e.dead) continue;
    for (const number of [e.transactionNumber, e.merchantNumber])
      if (number) put(byNumber, number, e);
    put(byName, e.counterparty, e);
  }
  for (const list of byName.values()) list.sort((a, b) => (moment(a) < moment(b) ? 1 : -1));
  // What a status already says has come back is only waiting for its refund line.
  const announced = new Map(
    entries.map((e) => [e, e.refunded] as const).filter(([, fen]) => fen > 0),
  );
  const found = new Map<Entry, number>();
  const left = (p: Entry) => p.fen - (found.get(p) ?? 0);
  for (const refund of refunds) {
    // Alipay numbers a refund as the payment's number with an ending: 2024…_1.
    const stem = refund.transactionNumber.split(/[_*]/)[0] ?? '';
    const related = [refund.merchantNumber, refund.transactionNumber, stem].flatMap((n) =>
      n ? (byNumber.get(n) ?? []) : [],
    );
    const near = refund.counterparty ? (byName.get(refund.counterparty) ?? []) : [];
    const candidates = near.filter((p) => suits(p, refund, left(p))).slice(0, MAX_LOOK);
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
