/** Totals at the foot of a list: plain sums of what is typed, unreadable amounts left out. */
import { formatAmount, parseAmount } from '../../../shared/text/money.ts';

export function totalText(records: readonly { amount: string }[]): string {
  const fen = records.reduce((sum, r) => {
    const amount = parseAmount(r.amount);
    return sum + (amount.ok ? amount.fen : 0);
  }, 0);
  return formatAmount(fen);
}
