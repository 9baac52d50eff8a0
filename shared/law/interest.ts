import type { Alternative, Explain, RepaymentSplit, Segment, Warning } from '../claim/types.ts';
import { dayNumber, fromDayNumber } from './dates.ts';
import { rateText, roundTogether, toFen, toYuan6 } from './exact.ts';
import { checkInterestInput } from './interest-check.ts';
import { explainInterest, formulaCount } from './interest-explain.ts';
import type { InterestInput, InterestOptions } from './interest-input.ts';
import { interestWarnings } from './interest-warnings.ts';
import { type Ledger, runLedger, type Split } from './ledger.ts';
import { isOldContract } from './lots.ts';
import { type Needs, noNeeds } from './phases.ts';
import { type Ceiling, rolloverCeiling } from './rollover.ts';
import { joinRows, type Row } from './rows.ts';

/**
 * Interest of one private loan under the 2020 judicial interpretation: in-term, overdue and 违约金,
 * each day at that day's lawful rate, cut by the cap, with repayments credited on their dates.
 */

export interface InterestResult {
  /** Sum actually lent, fen. */
  lent: number;
  /** Principal outstanding, fen. */
  principal: number;
  /** Unpaid and lawful, fen; they add up to `interest`. */
  inTerm: number;
  overdue: number;
  penalty: number;
  interest: number;
  /** principal + interest. */
  total: number;
  /** The same with six decimals of a yuan, for rounding `none`. */
  six: Record<'inTerm' | 'overdue' | 'penalty' | 'interest' | 'total', string>;
  /** Costs owed and not paid, fen. */
  fees: number;
  overpaid: number;
  segments: Segment[];
  repayments: RepaymentSplit[];
  alternatives: Alternative[];
  warnings: Warning[];
  explain: Explain[];
  /** Accrual rows, exact: for the running-interest sentence. */
  rows: Row[];
}

interface Totals {
  parts: [bigint, bigint, bigint];
  interest: bigint;
  ceiling: Ceiling | null;
}

/** Rounds once; the ceiling of a rolled-over note (第二十七条) is applied before. */
function totals(input: InterestInput, ledger: Ledger, filed: string, needs: Needs): Totals {
  const { account } = ledger;
  const ceiling = input.rollover
    ? rolloverCeiling(input, input.rollover, filed, ledger, needs)
    : null;
  const cut = ceiling?.parts ?? [account.inTerm, account.overdue, account.penalty];
  const { sum, parts } = roundTogether(cut, input.options.rounding);
  return { parts: parts as [bigint, bigint, bigint], interest: sum, ceiling };
}

function segmentOf(row: Row, input: InterestInput): Segment {
  const count = formulaCount(row, input.options.dayCount);
  return {
    kind: row.kind,
    from: fromDayNumber(row.a),
    to: fromDayNumber(row.b),
    days: row.days,
    base: row.base,
    rate: rateText(row.rate),
    amount: toFen(row.units),
    article: row.article,
    reason: row.reason,
    ...(count === null ? {} : { count }),
  };
}

function splitOf(s: Split): RepaymentSplit {
  return {
    date: s.date,
    amount: s.amount,
    fees: s.fees,
    interest: s.interest,
    principal: s.principal,
    balance: s.balance,
    interestLeft: toFen(s.interestLeft),
    overpaid: s.overpaid,
    reason: s.reason,
    article: s.article,
  };
}

interface Variant {
  key: string;
  label: string;
  options: Partial<InterestOptions>;
}

const DAY_COUNT_LABEL = {
  actual365: '按实际天数÷365',
  actual360: '按实际天数÷360',
  months30: '整月加零头天数（零头÷360）',
  months: '只计整月',
  thirty360: '每月按30天、每年按360天',
} as const;

const ANCHOR_LABEL = {
  fixedAtDefault: '逾期首日的一年期LPR，固定不变',
  floating: '逾期期间各日的一年期LPR，随公布值浮动',
  atFiling: '起诉时的一年期LPR，固定不变',
} as const;

const FROM_LABEL = {
  overdue: '逾期利息自逾期次日起算',
  filing: '逾期利息自起诉之日起算',
} as const;

function others<K extends string>(labels: Record<K, string>, now: K): [K, string][] {
  return (Object.entries(labels) as [K, string][]).filter(([key]) => key !== now);
}

/** Every other reading of the choices that the law or practice leaves open and that matter here. */
function variants(input: InterestInput, ledger: Ledger, needs: Needs): Variant[] {
  const o = input.options;
  const list: Variant[] = [];
  if (needs.lprOverdue) {
    for (const [lprAnchor, label] of others(ANCHOR_LABEL, o.lprAnchor)) {
      list.push({ key: `lprAnchor.${lprAnchor}`, label, options: { lprAnchor } });
    }
  }
  for (const [dayCount, label] of others(DAY_COUNT_LABEL, o.dayCount)) {
    list.push({ key: `dayCount.${dayCount}`, label, options: { dayCount } });
  }
  const ends = o.countBothEnds ? '止日不另加一天' : '首尾两日都计入（共多一天）';
  list.push({ key: 'countBothEnds', label: ends, options: { countBothEnds: !o.countBothEnds } });
  const dated = input.due !== null || input.graceEnd || (input.instalments?.length ?? 0) > 0;
  if (input.filed !== null && dated) {
    for (const [claimFrom, label] of others(FROM_LABEL, o.claimFrom)) {
      list.push({ key: `claimFrom.${claimFrom}`, label, options: { claimFrom } });
    }
  }
  if (ledger.lots.some(isOldContract)) {
    const label = o.oldRules
      ? '不请求适用2020年8月20日前的规则，全程按起诉时LPR四倍'
      : '请求对2020年8月19日前的利息适用当时的规则';
    list.push({ key: 'oldRules', label, options: { oldRules: !o.oldRules } });
  }
  return list;
}

function alternative(input: InterestInput, filed: string, v: Variant): Alternative {
  const other = { ...input, options: { ...input.options, ...v.options } };
  const needs = noNeeds();
  const ledger = runLedger(other, filed, needs, false);
  const interest = toFen(totals(other, ledger, filed, needs).interest);
  const unverified = [...needs.lprs.values()].some((n) => !n.lpr.verified);
  return {
    key: v.key,
    label: unverified ? `${v.label}（LPR 未核实）` : v.label,
    total: ledger.account.principal + interest,
    interest,
    ...(unverified ? { unverified } : {}),
  };
}

/**
 * Computes what one loan owes at `input.until`.
 * @throws FieldError naming the field when dates or amounts contradict each other.
 */
export function computeInterest(input: InterestInput): InterestResult {
  checkInterestInput(input);
  const filed = input.filed ?? input.until;
  const needs = noNeeds();
  const ledger = runLedger(input, filed, needs);
  const sums = totals(input, ledger, filed, needs);
  const repaid = new Set(ledger.splits.map((s) => dayNumber(s.date)));
  const rows = joinRows(ledger.rows, repaid);
  const segments = rows.map((row) => segmentOf(row, input));
  const principal = sums.ceiling?.principal ?? ledger.account.principal;
  const [inTerm, overdue, penalty] = sums.parts.map(toFen) as [number, number, number];
  const interest = toFen(sums.interest);
  const wanted = input.alternatives === false ? [] : variants(input, ledger, needs);
  return {
    lent: ledger.lending.lent,
    principal,
    inTerm,
    overdue,
    penalty,
    interest,
    total: principal + interest,
    six: sixPlaces(sums, principal),
    fees: ledger.account.fees,
    overpaid: ledger.splits.reduce((sum, s) => sum + s.overpaid, 0),
    segments,
    repayments: ledger.splits.map(splitOf),
    alternatives: wanted.map((v) => alternative(input, filed, v)),
    warnings: interestWarnings({ input, filed, needs, ledger, ceiling: sums.ceiling }),
    explain: explainInterest({ input, filed, needs, ledger, segments, ceiling: sums.ceiling }),
    rows,
  };
}

function sixPlaces(sums: Totals, principal: number): InterestResult['six'] {
  const whole = BigInt(principal) * 10_000n;
  const [inTerm, overdue, penalty] = sums.parts;
  const interest = toYuan6(sums.interest);
  const total = (whole + BigInt(interest.replace('.', ''))).toString().padStart(7, '0');
  return {
    inTerm: toYuan6(inTerm),
    overdue: toYuan6(overdue),
    penalty: toYuan6(penalty),
    interest,
    total: `${total.slice(0, -6)}.${total.slice(-6)}`,
  };
}
