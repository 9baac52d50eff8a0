/** 协商还款: the plan offered, agreed or refused, and what follows a missed instalment (form 08d). */
import { z } from 'zod';
import { date, id, line, money, percent, positiveMoney } from './fields.ts';
import { instalment } from './loan.ts';

/** One date with its amount, as the user sets it in a plan of his own. */
export const planPart = z.strictObject({ id, due: date, amount: positiveMoney });

/** Where disputes go, in the choices the agreement offers (CPL art. 35; 仲裁法 art. 27). */
export const settlementForum = z.strictObject({
  place: z.enum(['lender', 'borrower', 'signing', 'other', 'arbitration']).default('lender'),
  /** The real place of signing, the court named, or the arbitration commission. */
  named: line.default(''),
});

/**
 * The repayment agreement. While it is a draft its rows are computed from `method`; signing writes the
 * sums confirmed and the rows agreed, which stand from then on.
 */
export const settlement = z.strictObject({
  status: z.enum(['draft', 'refused', 'signed']).default('draft'),
  /** Day of signing; in a draft the day it is meant for. */
  signedOn: date.nullable().default(null),
  signedAt: line.default(''),
  refusedOn: date.nullable().default(null),
  /** Interest up to the signing is given up. */
  waiveInterest: z.boolean().default(false),
  method: z.enum(['equal', 'custom']).default('equal'),
  count: z.int().min(1).max(360).default(3),
  everyMonths: z.int().min(1).max(12).default(1),
  /** First due date of equal instalments; null = a month after signing. */
  first: date.nullable().default(null),
  parts: z.array(planPart).max(360).default([]),
  /** Annual rate while the plan runs; null = no interest during the plan. */
  rate: percent.nullable().default(null),
  overdue: z.enum(['lpr', 'rate', 'none']).default('lpr'),
  overdueRate: percent.nullable().default(null),
  /** Days late after which the lender may call the rest due. */
  graceDays: z.int().min(1).max(365).default(10),
  costs: z.boolean().default(false),
  guaranteeKind: z.enum(['joint', 'general']).default('joint'),
  guaranteeYears: z.int().min(1).max(10).default(3),
  spouseSigns: z.boolean().default(false),
  forum: settlementForum.prefault({}),
  /** As signed: what the debtor confirmed, and the rows. */
  debt: z.strictObject({ principal: money, interest: money }).nullable().default(null),
  instalments: z.array(instalment).max(360).default([]),
  /** The whole rest was called due: day on which the written notice reached the debtor. */
  acceleratedOn: date.nullable().default(null),
});

export type Settlement = z.output<typeof settlement>;

/** The plan an untouched draft stands for. */
export const DEFAULT_SETTLEMENT: Settlement = settlement.parse({});

/** The agreement as far as it binds on a day: signed by then, with its rows. */
export function settlementInForce(
  s: Settlement | null,
  on: string,
): (Settlement & { signedOn: string; debt: NonNullable<Settlement['debt']> }) | null {
  if (s?.status !== 'signed' || s.signedOn === null || s.signedOn > on) return null;
  const { signedOn, debt } = s;
  return debt === null || s.instalments.length === 0 ? null : { ...s, signedOn, debt };
}
