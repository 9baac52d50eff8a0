import { FieldError } from './field-error.ts';

/**
 * Exact arithmetic of interest. Sums are whole numbers of one fixed unit, fen ÷ (26280 × 10^8):
 * 26280 is divisible by 365, 360 and 12, and a rate has at most six decimals of a percent, so no
 * day, month or rate is ever rounded on the way. Rounding happens once, at the end (rules of
 * rounding in judgments: half-up to the cent, to the yuan, or cut to the yuan).
 */

/** Parts of a year in which days and months are counted. */
export const YEAR_PARTS = 26_280;
/** A rate of 1 (100%) in scaled form; 1% is 1,000,000. */
export const RATE_ONE = 100_000_000;
/** Units in one fen. */
export const UNIT = BigInt(YEAR_PARTS) * BigInt(RATE_ONE);

/** How a final figure is rounded; `none` keeps six decimals of a yuan. */
export type Rounding = 'cent' | 'yuan' | 'truncateYuan' | 'none';

/** Interest in units on `base` fen at a scaled rate for `parts` 26280ths of a year. */
export function interestUnits(base: number, rate: number, parts: number): bigint {
  const product = rate * parts;
  return (
    BigInt(base) * (Number.isSafeInteger(product) ? BigInt(product) : BigInt(rate) * BigInt(parts))
  );
}

function divRound(x: bigint, step: bigint, halfUp: boolean): bigint {
  return (halfUp ? 2n * x + step : 2n * x) / (2n * step);
}

/**
 * Units → whole fen, half-up.
 * @throws FieldError when the sum is too large to be exact (over ninety thousand billion yuan).
 */
export function toFen(x: bigint): number {
  const fen = Number(divRound(x, UNIT, true));
  if (!Number.isSafeInteger(fen)) {
    throw new FieldError('tranches', '算出的数额太大，无法精确表示，请核对金额、利率和日期');
  }
  return fen;
}

/** Fen → units. */
export function fromFen(fen: number): bigint {
  return BigInt(fen) * UNIT;
}

/** Units → yuan with six decimals, half-up, e.g. "3452.054795". */
export function toYuan6(x: bigint): string {
  return microYuan(divRound(x * 10_000n, UNIT, true));
}

function microYuan(micro: bigint): string {
  const s = micro.toString().padStart(7, '0');
  return `${s.slice(0, -6)}.${s.slice(-6)}`;
}

const STEP: Record<Rounding, bigint> = {
  cent: UNIT,
  yuan: 100n * UNIT,
  truncateYuan: 100n * UNIT,
  none: UNIT / 10_000n,
};

/**
 * Rounds a sum once and shares it out to its parts, so that the parts always add up to it. Each part is
 * rounded like the sum, as its own line of the schedule prints it; what is then over or short goes to the
 * first part, which is interest before the due date and stands on no single line. Where that would move the
 * first part by a whole step, each part is rounded down and the largest remainders up.
 * @returns sum and parts in units, all multiples of the rounding step; no part is a whole step off.
 */
export function roundTogether(
  parts: readonly bigint[],
  rounding: Rounding,
): { sum: bigint; parts: bigint[] } {
  const step = STEP[rounding];
  const halfUp = rounding !== 'truncateYuan';
  const add = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);
  const sum = divRound(add(parts), step, halfUp);
  const own = parts.map((p) => divRound(p, step, halfUp));
  const [first = 0n, ...rest] = own;
  const moved = first + sum - add(own);
  const off = moved * step - (parts[0] ?? 0n);
  const shared = off > -step && off < step ? [moved, ...rest] : byRemainders(parts, step, sum);
  return { sum: sum * step, parts: shared.map((n) => n * step) };
}

/** Parts in steps, rounded down, the largest remainders up until they make `sum`. */
function byRemainders(parts: readonly bigint[], step: bigint, sum: bigint): bigint[] {
  const floors = parts.map((p) => p / step);
  let left = Number(sum - floors.reduce((a, b) => a + b, 0n));
  const order = parts
    .map((p, i) => ({ i, rest: p % step }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of order) {
    if (left-- <= 0) break;
    floors[i] = (floors[i] ?? 0n) + 1n;
  }
  return floors;
}

/** "14.6" → 14,600,000. The caller has checked the form: digits, at most six decimals. */
export function scaleRate(percent: string): number {
  const [whole = '0', decimals = ''] = percent.split('.');
  return Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'));
}

/** 14,600,000 → "14.60": at least two decimals, no more than needed. */
export function rateText(scaled: number): string {
  const s = Math.abs(scaled).toString().padStart(7, '0');
  const decimals = s.slice(-6).replace(/0{1,4}$/, '');
  return `${s.slice(0, -6)}.${decimals}`;
}

/** The smaller of two sums in units. */
export function minUnits(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
