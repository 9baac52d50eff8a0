import { ART, OLD_RULE_LAST } from './cap.ts';
import { fromFen, minUnits, toFen } from './exact.ts';

/**
 * Crediting money received on one loan: fees, then lawful interest accrued to that day, then
 * principal (民法典第五百六十一条). Interest above the cap is never "due": the surplus lowers
 * principal on the day it was paid.
 */

/** Unpaid sums of a loan; interest in units (exact.ts), fees in fen. */
export interface Account {
  fees: number;
  inTerm: bigint;
  overdue: bigint;
  penalty: bigint;
  /** Unpaid interest between the claim line (24%) and the void line (36%) for days to 2020-08-19. */
  zone: bigint;
  /** Principal outstanding, fen. */
  principal: number;
}

export interface Credit {
  fees: number;
  interest: number;
  principal: number;
  overpaid: number;
  /** Part of `interest` that lies in the 24–36% zone and stands as voluntarily paid. */
  zone: number;
  reason: string;
  article: string;
}

/** Lawful unpaid interest, in units. */
export function interestDue(a: Account): bigint {
  return a.inTerm + a.overdue + a.penalty;
}

function takeUnits(a: Account, units: bigint): void {
  let left = units;
  for (const key of ['inTerm', 'overdue', 'penalty'] as const) {
    const part = minUnits(a[key], left);
    a[key] -= part;
    left -= part;
  }
}

/** Pays interest with at most `amount` fen; when it covers all, the rounded figure settles it. */
function payInterest(a: Account, amount: number, zoneToo: boolean): { paid: number; zone: number } {
  const lawful = interestDue(a);
  const due = zoneToo ? lawful + a.zone : lawful;
  const dueFen = toFen(due);
  if (amount < dueFen) {
    const units = fromFen(amount);
    const over = units > lawful ? units - lawful : 0n;
    takeUnits(a, units - over);
    a.zone -= over;
    return { paid: amount, zone: over === 0n ? 0 : amount - Math.min(toFen(lawful), amount) };
  }
  takeUnits(a, lawful);
  if (zoneToo) a.zone = 0n;
  return { paid: dueFen, zone: dueFen - Math.min(toFen(lawful), dueFen) };
}

const REASON = {
  law: '按法定顺序：先费用，再利息，后本金',
  principal: '付款时指明还本金，按约定先抵本金',
  interest: '付款时指明付利息，超过合法利息的部分抵本金',
} as const;

/**
 * Credits one payment and changes the account.
 * @param as what the payer said it was for; only a creditor who accepted it is bound by it.
 */
export function creditPayment(
  a: Account,
  date: string,
  amount: number,
  as: 'principal' | 'interest' | null,
): Credit {
  let left = amount;
  const take = (most: number): number => {
    const part = Math.min(left, most);
    left -= part;
    return part;
  };
  const fees = as === null ? take(a.fees) : 0;
  a.fees -= fees;
  const first = as === 'principal' ? take(a.principal) : 0;
  a.principal -= first;
  const beforeNewRule = date <= OLD_RULE_LAST;
  const { paid, zone } = payInterest(a, left, as === 'interest' && beforeNewRule);
  left -= paid;
  // Arrears between 24% and 36% can never be demanded: once the rest is paid they are gone.
  if (beforeNewRule && interestDue(a) === 0n) a.zone = 0n;
  const rest = take(a.principal);
  a.principal -= rest;
  return {
    fees,
    interest: paid,
    principal: first + rest,
    overpaid: left,
    zone,
    reason: zone > 0 ? '2020年8月20日前自愿支付的利息，年利率36%以内的不退' : REASON[as ?? 'law'],
    article: zone > 0 ? ART.oldPaid : ART.crediting,
  };
}

/** A debt among several of the same kind, as 第五百六十条 looks at it. */
export interface SeveralDebt {
  id: string;
  /** Owed on the payment day, fen: fees, interest and principal. */
  owed: number;
  due: string | null;
  /** 0 none, more is better secured. */
  security: number;
  /** Annual rate now running, scaled: the burden. */
  burden: number;
}

/** Order of 第五百六十条第二款; 0: same rank, shared in proportion. */
function compareDebts(day: string): (a: SeveralDebt, b: SeveralDebt) => number {
  const matured = (d: SeveralDebt) => (d.due !== null && d.due <= day ? 0 : 1);
  return (a, b) =>
    matured(a) - matured(b) ||
    a.security - b.security ||
    b.burden - a.burden ||
    (a.due ?? '9999').localeCompare(b.due ?? '9999');
}

/** Splits `amount` over `weights` in proportion, whole fen, largest remainders first. */
export function proRata(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return weights.map(() => 0);
  const shares = weights.map((w) => (BigInt(amount) * BigInt(w)) / BigInt(total));
  const out = shares.map(Number);
  let left = amount - out.reduce((a, b) => a + b, 0);
  const rest = (i: number) => (BigInt(amount) * BigInt(weights[i] ?? 0)) % BigInt(total);
  const order = weights
    .map((_, i) => i)
    .sort((x, y) => (rest(x) === rest(y) ? x - y : rest(x) > rest(y) ? -1 : 1));
  for (const i of order) {
    if (left-- <= 0) break;
    out[i] = (out[i] ?? 0) + 1;
  }
  return out;
}

/**
 * Shares one undesignated payment among several debts (民法典第五百六十条第二款): matured first, then
 * least secured, most burdensome, earliest due, in proportion.
 * @returns fen by debt id, and what no debt could take.
 */
export function allocateAmongDebts(
  amount: number,
  day: string,
  debts: readonly SeveralDebt[],
): { shares: Map<string, number>; left: number } {
  const compare = compareDebts(day);
  const sorted = [...debts].filter((d) => d.owed > 0).sort(compare);
  const shares = new Map<string, number>();
  let left = amount;
  for (let i = 0; i < sorted.length && left > 0; ) {
    const head = sorted[i] as SeveralDebt;
    const rank = sorted.slice(i).filter((d) => compare(head, d) === 0);
    const owed = rank.map((d) => d.owed);
    const pay = Math.min(
      left,
      owed.reduce((a, b) => a + b, 0),
    );
    proRata(pay, owed).forEach((share, k) => {
      shares.set((rank[k] as SeveralDebt).id, share);
    });
    left -= pay;
    i += rank.length;
  }
  return { shares, left };
}
