import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { NEW_RULE_FROM } from '../law/cap.ts';
import { countText } from '../law/interest-explain.ts';
import { type LprEntry, lprTable } from '../law/lpr.ts';
import { cite } from '../law/statutes.ts';
import { formatAmount } from '../text/money.ts';
import { caseWarnings } from './case-warnings.ts';
import { costItems, costsOwed, costsWithinCap } from './costs.ts';
import { loanClaim } from './loan-claim.ts';
import { betweenPersons, type LoanSetting } from './loan-input.ts';
import { settledLoan, settlementWarnings } from './settlement-claim.ts';
import { asInOriginal, type Shared, shareRepayments } from './several.ts';
import type { Alternative, Claim, Explain, LoanClaim, Warning } from './types.ts';

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

function explainTotal(x: Pick<Claim, 'principal' | 'interest' | 'costs' | 'total'>): Explain {
  const parts = `本金 ${formatAmount(x.principal)} + 利息 ${formatAmount(x.interest)} + 费用 ${formatAmount(x.costs)}`;
  return {
    text: `标的额 = ${parts} = ${formatAmount(x.total)}元`,
    article: cite('cplInterp', 201),
  };
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

/** Open repayments on their loans, then each loan; errors are told at the original case's path. */
function loansOf(c: Case, at: LoanSetting): { shared: Shared; loans: LoanClaim[] } {
  const shared = shareRepayments(c, at);
  const loans = asInOriginal(c, shared.case, () =>
    c.loans.map((_, i) => settledLoan(shared.case, i, at) ?? loanClaim(shared.case, i, at)),
  );
  return { shared, loans };
}

/** Costs claimed: owed, and within the cap when that reading is chosen. The other reading is told. */
function costsOf(c: Case, at: LoanSetting, owed: number): { costs: number; other: number } {
  if (owed === 0) return { costs: 0, other: 0 };
  const within = costsWithinCap(c, at, owed);
  return c.claim.costsUnderCap ? { costs: within, other: owed } : { costs: owed, other: within };
}

/**
 * The claim of a case at its cut-off.
 * @throws FieldError with the case document's path when the records contradict each other.
 */
export function claimOf(c: Case, setting: ClaimSetting): Claim {
  const asOf = setting.asOf ?? c.claim.asOf ?? setting.today;
  const at = { asOf, lpr: lprTable(setting.lprEntries) };
  const { shared, loans } = loansOf(c, at);
  const items = costItems(c);
  const sum = (key: 'principal' | 'inTerm' | 'overdue' | 'penalty' | 'interest') =>
    loans.reduce((total, l) => total + l[key], 0);
  const [principal, interest] = [sum('principal'), sum('interest')];
  const paidFees = loans.reduce((t, l) => t + l.repaid.fees, 0);
  const { costs, other } = costsOf(shared.case, at, costsOwed(items, paidFees));
  const total = principal + interest + costs;
  const { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules } = c.claim;
  const options = { claimFrom, lprAnchor, dayCount, countBothEnds, rounding, oldRules, cap: true };
  const others: Alternative[] = alternativesOf(loans);
  if (costs > 0 || other > 0) {
    const label = c.claim.costsUnderCap
      ? '费用在利率上限之外另行主张'
      : '费用与利息、违约金合计不超过利率上限';
    others.push({
      key: 'costsUnderCap',
      label,
      total: principal + interest,
      interest,
      costs: other,
    });
  }
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
    alternatives: others.map((a) => ({ ...a, claimTotal: a.total + (a.costs ?? costs) })),
    warnings: distinct([
      ...loans.flatMap((l) => l.warnings),
      ...caseWarnings(c, items),
      ...settlementWarnings(c, asOf),
    ]),
    explain: [
      ...shared.explain,
      ...loans.flatMap((l) => l.explain),
      explainTotal({ principal, interest, costs, total }),
    ],
    asksOldRules: oldRules && c.loans.some((loan) => isOld(c, loan)),
    countText: countText(options),
  };
}
