/**
 * What the law engine hands to the window and the papers. Money is integer fen, rates are exact
 * decimal strings in percent a year ("14.60"), dates are 'YYYY-MM-DD'. Every interval is (from, to]:
 * the start day is not counted, the end day is (Civil Code art. 201).
 */

/** One line of reasoning: the formula with its numbers, or the choice taken, and where it comes from. */
export interface Explain {
  text: string;
  article?: string;
}

/** Something the user must know before relying on a figure. `code` is stable, `text` is Chinese. */
export interface Warning {
  code: string;
  text: string;
  article?: string;
}

export type SegmentKind = 'inTerm' | 'overdue' | 'penalty';

/** A stretch of days with one base and one rate. `amount` is rounded for display; sums are not. */
export interface Segment {
  kind: SegmentKind;
  /** Not counted. */
  from: string;
  /** Counted. */
  to: string;
  days: number;
  /** Principal on which interest runs, fen. */
  base: number;
  /** Percent a year, as applied (after the cap). */
  rate: string;
  /** Interest of the segment, fen, half-up, for display only. */
  amount: number;
  /** Printable article, e.g. 民间借贷规定第二十八条第二款第一项. */
  article: string;
  /** Why this rate: 合同约定年利率24%，按上限14.60%计算. */
  reason: string;
  /** How the days were turned into a part of a year, when it is not plainly days/365. */
  count?: string;
}

/** How one repayment was credited (Civil Code art. 561). All amounts in fen. */
export interface RepaymentSplit {
  date: string;
  amount: number;
  fees: number;
  interest: number;
  principal: number;
  /** Principal outstanding after the repayment. */
  balance: number;
  /** Lawful interest still unpaid after the repayment, rounded for display. */
  interestLeft: number;
  /** Part that found nothing left to pay. */
  overpaid: number;
  /** Why it was credited so. */
  reason: string;
  article: string;
}

/** The total under another reading of the facts or the law. */
export interface Alternative {
  /** e.g. 'lprAnchor.floating', 'dayCount.actual360', 'countBothEnds', 'claimFrom.filing', 'oldRules'. */
  key: string;
  label: string;
  /** Principal + interest, fen. */
  total: number;
  /** Interest alone, fen. */
  interest: number;
  /** Costs under this reading, where they differ, fen. */
  costs?: number;
  /** In a claim: the 标的额 under this reading, principal + interest + costs, fen. */
  claimTotal?: number;
  /** True when the figure leans on an LPR not yet verified. */
  unverified?: boolean;
}

/**
 * Interest that goes on running after the cut-off, in the parts a claim sentence needs:
 * 以本金{base}元为基数，自{from}起按{rateText}计算至实际清偿之日止.
 */
export interface RunningInterest {
  kind: SegmentKind;
  base: number;
  /** Interest runs from the day after this date (interval opens here). */
  from: string;
  /** First day that is counted: the day after `from`. */
  firstDay: string;
  /** Percent a year now. */
  rate: string;
  /** 年利率14.60% / 2022年7月1日适用的一年期贷款市场报价利率3.70%（2022年6月20日公布） / 同期一年期贷款市场报价利率. */
  rateText: string;
  /** The LPR behind the rate, when there is one. */
  lpr?: { rate: string; published: string; date: string; floating: boolean; verified: boolean };
  /** Accrued from `from` to the cut-off, fen. */
  amount: number;
  article: string;
}

/** What one loan owes at the cut-off. */
export interface LoanClaim {
  loanId: string;
  label: string;
  asOf: string;
  /** Sum actually lent (withheld interest taken out), fen. */
  lent: number;
  /** Principal outstanding, fen. */
  principal: number;
  inTerm: number;
  overdue: number;
  penalty: number;
  interest: number;
  total: number;
  /** Repaid so far, by what it paid. */
  repaid: { total: number; fees: number; interest: number; principal: number; overpaid: number };
  /** First day overdue interest is claimed for, if any. */
  overdueFrom: string | null;
  /** Interest unpaid up to `running[0].from`, a fixed sum, fen. */
  arrears: number;
  running: RunningInterest[];
  segments: Segment[];
  repayments: RepaymentSplit[];
  alternatives: Alternative[];
  warnings: Warning[];
  explain: Explain[];
}

/** A cost claimed with the loan (lawyer's fee, security insurance …). */
export interface CostClaim {
  key: string;
  label: string;
  /** Fen; null: claimed but not quantified (e.g. court fees, decided by the court). */
  amount: number | null;
  included: boolean;
  reason: string;
  article?: string;
}

/** What the whole case owes at the cut-off: the 标的额 with every figure derived. */
export interface Claim {
  asOf: string;
  filed: string | null;
  principal: number;
  inTerm: number;
  overdue: number;
  penalty: number;
  interest: number;
  /** Quantified costs claimed, fen. */
  costs: number;
  /** 标的额: principal + interest to the cut-off + quantified costs, fen. */
  total: number;
  /** All loans' segments and repayments in date order; each loan's own are in `loans`. */
  segments: Segment[];
  repayments: RepaymentSplit[];
  loans: LoanClaim[];
  costItems: CostClaim[];
  alternatives: Alternative[];
  warnings: Warning[];
  explain: Explain[];
  /** The complaint must expressly ask for the rules in force before 2020-08-20 (art. 31). */
  asksOldRules: boolean;
  /** How days are counted, printable: 实际天数÷365，起日不计、止日计入. */
  countText: string;
}

/** One stretch of doubled interest for delayed performance. */
export interface DelayedSegment {
  from: string;
  to: string;
  days: number;
  base: number;
  amount: number;
}

/** How money received in enforcement was credited (interpretation on delayed interest, art. 4). */
export interface EnforcementSplit {
  date: string;
  amount: number;
  costs: number;
  interest: number;
  principal: number;
  doubled: number;
  overpaid: number;
  /** Principal left. */
  balance: number;
}

/** What is to be enforced at a date: the judgment's items, ordinary interest, doubled part. */
export interface EnforcementClaim {
  asOf: string;
  /** Last day of the performance period. */
  periodEnd: string;
  principal: number;
  /** Fixed sums ordered besides principal (costs, fixed interest), unpaid. */
  fixedInterest: number;
  costs: number;
  /** 一般债务利息, unpaid. */
  ordinaryInterest: number;
  /** 加倍部分债务利息, unpaid. */
  doubled: number;
  total: number;
  segments: Segment[];
  doubledSegments: DelayedSegment[];
  payments: EnforcementSplit[];
  alternatives: Alternative[];
  warnings: Warning[];
  explain: Explain[];
}
