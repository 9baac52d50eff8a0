import { formatShort } from '../text/money.ts';
import type { Explain } from './notice.ts';
import { cite } from './statutes.ts';

/**
 * Court fees (诉讼费用交纳办法 13–16). Amounts in whole fen; a fee is rounded half-up to the fen once.
 */

export interface Fee {
  /** Fen. */
  fee: number;
  explain: Explain[];
}

/** Quick formula of a tier: fee = amount × rate ÷ 10000 + add, for amounts up to `upTo` yuan. */
interface Tier {
  upTo: number;
  /** Rate in parts of 10,000. */
  rate: number;
  /** Yuan added (negative: taken off). */
  add: number;
}

const INF = Number.POSITIVE_INFINITY;

const CASE_TIERS: Tier[] = [
  { upTo: 10_000, rate: 0, add: 50 },
  { upTo: 100_000, rate: 250, add: -200 },
  { upTo: 200_000, rate: 200, add: 300 },
  { upTo: 500_000, rate: 150, add: 1_300 },
  { upTo: 1_000_000, rate: 100, add: 3_800 },
  { upTo: 2_000_000, rate: 90, add: 4_800 },
  { upTo: 5_000_000, rate: 80, add: 6_800 },
  { upTo: 10_000_000, rate: 70, add: 11_800 },
  { upTo: 20_000_000, rate: 60, add: 21_800 },
  { upTo: INF, rate: 50, add: 41_800 },
];

const ENFORCEMENT_TIERS: Tier[] = [
  { upTo: 10_000, rate: 0, add: 50 },
  { upTo: 500_000, rate: 150, add: -100 },
  { upTo: 5_000_000, rate: 100, add: 2_400 },
  { upTo: 10_000_000, rate: 50, add: 27_400 },
  { upTo: INF, rate: 10, add: 67_400 },
];

const PRESERVATION_TIERS: Tier[] = [
  { upTo: 1_000, rate: 0, add: 30 },
  { upTo: 100_000, rate: 100, add: 20 },
  { upTo: INF, rate: 50, add: 520 },
];
const PRESERVATION_CAP = 5_000;

/** The fee in 1/10000 fen: kept whole so that a half or a third is rounded once. */
function exact(amount: number, tiers: Tier[]): { scaled: number; tier: Tier } {
  const tier = tiers.find((t) => amount <= t.upTo * 100) as Tier;
  return { scaled: amount * tier.rate + tier.add * 1_000_000, tier };
}

/** Half-up division of whole numbers, within the safe range for every accepted amount. */
function divide(n: number, by: number): number {
  return Math.floor((n + by / 2) / by);
}

function formula(amount: number, tier: Tier): string {
  if (tier.rate === 0) return `标的额${formatShort(amount)}元，每件交纳${tier.add}元`;
  const sign = tier.add < 0 ? '−' : '+';
  const add = formatShort(Math.abs(tier.add) * 100);
  return `${formatShort(amount)}元×${tier.rate / 100}%${sign}${add}元`;
}

/**
 * Case fee of a property case.
 * @param amount claim in fen: principal, interest and penalty up to filing, fees claimed.
 * @param halved simplified or small-claims procedure, mediation or withdrawal: half, once only.
 */
export function courtFee(amount: number, halved = false): Fee {
  const { scaled, tier } = exact(amount, CASE_TIERS);
  const full = divide(scaled, 10_000);
  const explain: Explain[] = [
    {
      text: `${formula(amount, tier)}＝${formatShort(full)}元`,
      article: cite('fees', 13, 1, 1),
    },
  ];
  if (!halved) return { fee: full, explain };
  const fee = divide(scaled, 20_000);
  explain.push({
    text: `适用简易程序（含小额诉讼）、调解或者撤诉的，减半交纳，且只减半一次：${formatShort(fee)}元`,
    article: `${cite('fees', 16)}、${cite('cplInterp', 206)}`,
  });
  return { fee, explain };
}

/** Preservation fee by the value preserved; prepaid, at most 5,000 元. */
export function preservationFee(amount: number): Fee {
  const { scaled, tier } = exact(amount, PRESERVATION_TIERS);
  const raw = divide(scaled, 10_000);
  const fee = Math.min(raw, PRESERVATION_CAP * 100);
  const explain: Explain[] = [
    { text: `${formula(amount, tier)}＝${formatShort(raw)}元`, article: cite('fees', 14) },
  ];
  if (fee < raw) explain.push({ text: '保全申请费最多交纳5,000元', article: cite('fees', 14) });
  explain.push({ text: '申请时预交，起诉时可以列入诉讼请求', article: cite('fees', 38) });
  return { fee, explain };
}

/** Payment order fee: one third of the full case fee. */
export function paymentOrderFee(amount: number): Fee {
  const { scaled, tier } = exact(amount, CASE_TIERS);
  const full = divide(scaled, 10_000);
  const fee = divide(scaled, 30_000);
  return {
    fee,
    explain: [
      {
        text: `案件受理费：${formula(amount, tier)}＝${formatShort(full)}元`,
        article: cite('fees', 13),
      },
      { text: `支付令按受理费的三分之一交纳：${formatShort(fee)}元`, article: cite('fees', 14) },
      {
        text: '债务人没有异议的由债务人负担；有异议的由申请人负担，可以在另行起诉时列入请求',
        article: cite('fees', 36),
      },
    ],
  };
}

/** Enforcement fee: borne by the debtor after enforcement, never prepaid. */
export function enforcementFee(amount: number): Fee {
  const { scaled, tier } = exact(amount, ENFORCEMENT_TIERS);
  const fee = divide(scaled, 10_000);
  return {
    fee,
    explain: [
      { text: `${formula(amount, tier)}＝${formatShort(fee)}元`, article: cite('fees', 14) },
      {
        text: '不用预交，执行后由被执行人负担',
        article: `${cite('fees', 20)}、${cite('fees', 38)}`,
      },
    ],
  };
}
