import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { ART, NEW_RULE_FROM } from '../law/cap.ts';
import { addDays } from '../law/dates.ts';
import { FieldError } from '../law/field-error.ts';
import { computeInterest, type InterestResult } from '../law/interest.ts';
import { countText } from '../law/interest-explain.ts';
import type { InterestInput } from '../law/interest-input.ts';
import { type LprEntry, type LprTable, lprTable } from '../law/lpr.ts';
import { cite } from '../law/statutes.ts';
import { formatAmount } from '../text/money.ts';
import { betweenPersons, casePath, loanInput, loanWarnings } from './loan-input.ts';
import { runningInterest } from './running.ts';
import type { Alternative, Claim, CostClaim, Explain, LoanClaim, Warning } from './types.ts';

/**
 * From a case to its claim: what is owed on each loan at the cut-off, the costs claimed, and the
 * 标的额 (principal + interest to the cut-off + quantified costs; 民诉法解释第二百零一条 adds up claims).
 */

export interface ClaimSetting {
  /** The day of the computation, when neither `asOf` nor the case names a cut-off. */
  today: string;
  /** Cut-off (暂计至); stands before the case's own. */
  asOf?: string;
  /** The user's own LPR entries. */
  lprEntries?: readonly LprEntry[];
}

function loanLabel(loan: Loan, index: number, count: number): string {
  const when = loan.signed ? `${loan.signed} ` : '';
  return count === 1 ? `${when}${loan.paperName}` : `第${index + 1}笔 ${when}${loan.paperName}`;
}

function emptyLoan(loan: Loan, label: string, asOf: string): LoanClaim {
  const text = '还没有截止日前的交付记录，这笔借款暂不计入请求';
  return {
    loanId: loan.id,
    label,
    asOf,
    lent: 0,
    principal: 0,
    inTerm: 0,
    overdue: 0,
    penalty: 0,
    interest: 0,
    total: 0,
    repaid: { total: 0, fees: 0, interest: 0, principal: 0, overpaid: 0 },
    overdueFrom: null,
    arrears: 0,
    running: [],
    segments: [],
    repayments: [],
    alternatives: [],
    warnings: [{ code: 'no-delivery', text }],
    explain: [],
  };
}

function repaidOf(r: InterestResult): LoanClaim['repaid'] {
  const sum = (key: 'amount' | 'fees' | 'interest' | 'principal' | 'overpaid') =>
    r.repayments.reduce((total, x) => total + x[key], 0);
  return {
    total: sum('amount'),
    fees: sum('fees'),
    interest: sum('interest'),
    principal: sum('principal'),
    overpaid: sum('overpaid'),
  };
}

function loanClaim(c: Case, loan: Loan, label: string, input: InterestInput): LoanClaim {
  const r = computeInterest(input);
  const running = runningInterest(input, r);
  const late = r.segments.find((s) => s.kind !== 'inTerm');
  const next = running.find((x) => x.kind !== 'inTerm');
  const { principal, inTerm, overdue, penalty, interest, total } = r;
  return {
    loanId: loan.id,
    label,
    asOf: input.until,
    lent: r.lent,
    principal,
    inTerm,
    overdue,
    penalty,
    interest,
    total,
    repaid: repaidOf(r),
    overdueFrom: late ? addDays(late.from, 1) : (next?.firstDay ?? null),
    arrears: Math.max(0, interest - running.reduce((sum, x) => sum + x.amount, 0)),
    running,
    segments: r.segments,
    repayments: r.repayments,
    alternatives: r.alternatives,
    warnings: [...r.warnings, ...loanWarnings(c, loan, input.until)],
    explain: r.explain,
  };
}

const COST_LABEL = {
  lawyer: '律师费',
  preservationInsurance: '保全保险费',
  announcement: '公告费',
  notary: '公证费',
  other: '其他实现债权的费用',
} as const;

/** Costs: only what is agreed and really paid; a lawyer's fee stands beside the cap (default reading). */
function costItems(c: Case): CostClaim[] {
  const items = c.claim.costs.map((x): CostClaim => {
    const included = x.agreed && x.paidOn !== null;
    const why = included
      ? '合同有约定且已实际支付；应当合理，有的法院将其计入利率上限'
      : x.agreed
        ? '尚未实际支付，暂不计入'
        : '没有约定由借款人承担，不计入';
    return {
      key: x.id,
      label: COST_LABEL[x.kind],
      amount: x.amount,
      included,
      reason: why,
      article: ART.total,
    };
  });
  if (!c.claim.claimCourtFees) return items;
  const reason = '由法院依法决定负担，不计入标的额';
  return [...items, { key: 'courtFees', label: '诉讼费用', amount: null, included: true, reason }];
}

/** Included costs, less what repayments already covered. */
function costsOwed(items: readonly CostClaim[], paid: number): number {
  const sum = items.reduce((total, x) => total + (x.included ? (x.amount ?? 0) : 0), 0);
  return Math.max(0, sum - paid);
}

/** The other readings for the whole case: each loan at that reading, or as it is where it doesn't matter. */
function alternativesOf(loans: readonly LoanClaim[]): Alternative[] {
  const byKey = new Map<string, Alternative>();
  for (const a of loans.flatMap((l) => l.alternatives)) byKey.set(a.key, byKey.get(a.key) ?? a);
  return [...byKey.values()].map((a) => {
    const each = loans.map((l) => l.alternatives.find((x) => x.key === a.key) ?? l);
    const unverified = each.some((x) => 'unverified' in x && x.unverified);
    return {
      key: a.key,
      label: a.label,
      total: each.reduce((sum, x) => sum + x.total, 0),
      interest: each.reduce((sum, x) => sum + x.interest, 0),
      ...(unverified ? { unverified } : {}),
    };
  });
}

function distinct(warnings: readonly Warning[]): Warning[] {
  const seen = new Map(warnings.map((w) => [w.code + w.text, w]));
  return [...seen.values()];
}

function caseWarnings(c: Case, items: readonly CostClaim[]): Warning[] {
  const list: Warning[] = [];
  if (c.claim.costs.some((x) => x.kind === 'lawyer') && items.some((x) => x.included)) {
    list.push({
      code: 'lawyer-fee',
      text: '律师费是否计入利率上限，各地法院做法不一；没有约定、没有支付或明显偏高的不被支持',
      article: ART.total,
    });
  }
  return list;
}

function explainTotal(x: Pick<Claim, 'principal' | 'interest' | 'costs' | 'total'>): Explain {
  const parts = `本金 ${formatAmount(x.principal)} + 利息 ${formatAmount(x.interest)} + 费用 ${formatAmount(x.costs)}`;
  return {
    text: `标的额 = ${parts} = ${formatAmount(x.total)}元`,
    article: cite('cplInterp', 201),
  };
}

function loansOf(c: Case, asOf: string, lpr: LprTable): LoanClaim[] {
  return c.loans.map((loan, i) => {
    const label = loanLabel(loan, i, c.loans.length);
    const input = loanInput(c, i, { asOf, lpr });
    if (input === null) return emptyLoan(loan, label, asOf);
    try {
      return loanClaim(c, loan, label, input);
    } catch (e) {
      throw e instanceof FieldError ? new FieldError(casePath(c, i, e.field), e.message) : e;
    }
  });
}

/** True when a loan's first formation lies before 2020-08-20, so that the old rule has to be asked for. */
function isOld(c: Case, loan: Loan): boolean {
  const first = c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === 'out')
    .map((t) => t.date)
    .sort()[0];
  if (first === undefined) return false;
  const formed = betweenPersons(c, loan) ? first : (loan.signed ?? first);
  return formed < NEW_RULE_FROM;
}

/**
 * The claim of a case at its cut-off.
 * @throws FieldError with the case document's path when the records contradict each other.
 */
export function claimOf(c: Case, setting: ClaimSetting): Claim {
  const asOf = setting.asOf ?? c.claim.asOf ?? setting.today;
  const loans = loansOf(c, asOf, lprTable(setting.lprEntries));
  const items = costItems(c);
  const sum = (key: 'principal' | 'inTerm' | 'overdue' | 'penalty' | 'interest') =>
    loans.reduce((total, l) => total + l[key], 0);
  const [principal, interest] = [sum('principal'), sum('interest')];
  const costs = costsOwed(
    items,
    loans.reduce((t, l) => t + l.repaid.fees, 0),
  );
  const total = principal + interest + costs;
  const { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules } = c.claim;
  const options = { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules, cap: true };
  return {
    asOf,
    filed: c.suit.filedOn,
    principal,
    inTerm: sum('inTerm'),
    overdue: sum('overdue'),
    penalty: sum('penalty'),
    interest,
    costs,
    total,
    segments: loans.flatMap((l) => l.segments).sort((a, b) => a.from.localeCompare(b.from)),
    repayments: loans.flatMap((l) => l.repayments).sort((a, b) => a.date.localeCompare(b.date)),
    loans,
    costItems: items,
    alternatives: alternativesOf(loans),
    warnings: distinct([...loans.flatMap((l) => l.warnings), ...caseWarnings(c, items)]),
    explain: [
      ...loans.flatMap((l) => l.explain),
      explainTotal({ principal, interest, costs, total }),
    ],
    asksOldRules: oldRules && c.loans.some((loan) => isOld(c, loan)),
    countText: countText(options),
  };
}
