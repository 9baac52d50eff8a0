import type { DayCount } from './day-count.ts';
import type { Rounding } from './exact.ts';
import type { LprTable } from './lpr.ts';
import type { AgreedRate } from './rate.ts';

/** What `computeInterest` needs: one loan. Amounts in fen, dates YYYY-MM-DD. */

/** One disbursement. Between natural persons each is its own contract formation (民法典第六百七十九条). */
export interface Tranche {
  amount: number;
  paid: string;
  /** Interest or fee kept back, or returned the same or next day: not principal (第二十六条). */
  withheld: number;
}

export interface Repayment {
  date: string;
  amount: number;
  /** What it was paid for; null = the law's order (民法典第五百六十一条). */
  as: 'principal' | 'interest' | null;
}

/** Agreed 违约金 or other charge for late payment: a rate on overdue principal, or one sum. */
export type Penalty = { kind: 'rate'; rate: AgreedRate } | { kind: 'lump'; amount: number };

/** One due date of an instalment loan; the last takes what is left. */
export interface Instalment {
  due: string;
  principal: number;
}

/** A cost of realising the claim, owed from `date` (owed and incurred: 第五百六十一条第一项). */
export interface FeeItem {
  date: string;
  amount: number;
}

/** A rolled-over note: where the chain began (第二十七条). */
export interface Rollover {
  firstPrincipal: number;
  firstDate: string;
  /** Already paid on the chain before this note, fen; it counts towards the ceiling. */
  paidBefore: number;
  /** The first disbursements one by one, when there were several; else `firstPrincipal` on `firstDate`. */
  firstTranches?: { amount: number; paid: string }[];
}

export type LprAnchor = 'fixedAtDefault' | 'floating' | 'atFiling';
export type ClaimFrom = 'overdue' | 'filing';

export interface InterestOptions {
  dayCount: DayCount;
  /** The end day counts too: one day more for the whole run. */
  countBothEnds: boolean;
  rounding: Rounding;
  /** Which LPR 「当时」 means in 第二十八条第二款第一项; practice is split. */
  lprAnchor: LprAnchor;
  claimFrom: ClaimFrom;
  /** Ask for the rule before 2020-08-20 for days up to 2020-08-19 (第三十一条). */
  oldRules: boolean;
  /** False: the agreed figure uncut, never for a paper. */
  cap: boolean;
}

export const DEFAULT_OPTIONS: InterestOptions = {
  dayCount: 'actual365',
  countBothEnds: false,
  rounding: 'cent',
  lprAnchor: 'fixedAtDefault',
  claimFrom: 'overdue',
  oldRules: true,
  cap: true,
};

export interface InterestInput {
  tranches: Tranche[];
  /** Last day to pay; null: none agreed. */
  due: string | null;
  /** null: nothing agreed, or unclear between natural persons. */
  rate: AgreedRate | null;
  overdueRate: AgreedRate | null;
  penalties: Penalty[];
  naturalPersons: boolean;
  signed: string | null;
  /** Filing date; null: not filed yet, the cut-off stands in, with a warning. */
  filed: string | null;
  /** Cut-off day (暂计至). */
  until: string;
  repayments: Repayment[];
  options: InterestOptions;
  instalments?: Instalment[];
  /** No due date: last day of the grace period of the first demand (民法典第六百七十五条). */
  graceEnd?: string | null;
  /** The whole loan was called due on this day. */
  acceleratedOn?: string | null;
  fees?: FeeItem[];
  rollover?: Rollover | null;
  /** The verified table unless the user has entries of their own. */
  lpr?: LprTable;
  /** False: leave the other readings out (bulk work). */
  alternatives?: boolean;
}
