import type { Case } from '../case/case.ts';
import { ART } from '../law/cap.ts';
import { fromFen, minUnits, toFen } from '../law/exact.ts';
import { computeInterest } from '../law/interest.ts';
import type { InterestInput } from '../law/interest-input.ts';
import { type LoanSetting, loanInput } from './loan-input.ts';
import type { CostClaim } from './types.ts';

/**
 * Costs of realising the claim (第二十九条). A lawyer's fee that is agreed, really paid and reasonable
 * stands beside the cap by default; some courts count it as one of the 其他费用 under the cap, so that
 * reading is a choice.
 */

const COST_LABEL = {
  lawyer: '律师费',
  preservationInsurance: '保全保险费',
  announcement: '公告费',
  notary: '公证费',
  other: '其他实现债权的费用',
} as const;

/** 律师费 · 保全保险费 · 公告费 · 公证费 · 其他实现债权的费用. */
export const costName = (kind: Case['claim']['costs'][number]['kind']): string => COST_LABEL[kind];

/** Costs: only what is agreed and really paid; a lawyer's fee stands beside the cap (default reading). */
export function costItems(c: Case): CostClaim[] {
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
export function costsOwed(items: readonly CostClaim[], paid: number): number {
  const sum = items.reduce((total, x) => total + (x.included ? (x.amount ?? 0) : 0), 0);
  return Math.max(0, sum - paid);
}

/** Sums that no cap has cut: what lump charges came to in all, units. */
function lumps(input: InterestInput): bigint {
  const { rows } = computeInterest({ ...input, alternatives: false });
  return rows.reduce((sum, r) => (r.fixed ? sum + r.units : sum), 0n);
}

/**
 * The part of `costs` for which the cap leaves room besides interest and penalties, loan by loan
 * (whole fen). Only days overdue give room.
 */
export function costsWithinCap(c: Case, at: LoanSetting, costs: number): number {
  let left = costs;
  for (const [i] of c.loans.entries()) {
    const input = loanInput(c, i, at);
    if (input === null || left === 0) continue;
    const more = { kind: 'lump' as const, amount: left };
    const room = lumps({ ...input, penalties: [...input.penalties, more] }) - lumps(input);
    left -= toFen(minUnits(room, fromFen(left)));
  }
  return costs - left;
}
