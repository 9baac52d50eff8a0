/**
 * 查封、扣押、冻结: what was seized, for how long, and each renewal. The law gives the longest terms
 * (民诉法解释 485); a court may set shorter ones, so the end named in its paper always stands first.
 */
import { z } from 'zod';
import { date, id, line, money } from './fields.ts';

/** 续封: one renewal of a seizure; kept as history, the newest end is the one that counts. */
export const renewal = z.strictObject({
  id,
  appliedOn: date.nullable().default(null),
  ruledOn: date.nullable().default(null),
  documentNumber: line.default(''),
  /** New last day; null while the court has not decided. */
  expires: date.nullable().default(null),
  note: line.default(''),
});

export const renewals = z.array(renewal).max(50).default([]);

/** 财产保全: one object kept by the court before enforcement. */
export const preservation = z.strictObject({
  id,
  stage: z.enum(['preSuit', 'inSuit', 'postJudgment']).default('inSuit'),
  /** Decides the longest term: deposits 1 year, movables 2, real estate and other rights 3. */
  kind: z.enum(['deposit', 'movable', 'realEstate', 'other']).default('deposit'),
  object: line.default(''),
  /** Whose it is; null = the first borrower. */
  partyId: id.nullable().default(null),
  amount: money.nullable().default(null),
  court: line.default(''),
  /** 保全裁定的文书号. */
  documentNumber: line.default(''),
  appliedOn: date.nullable().default(null),
  ruledOn: date.nullable().default(null),
  /** The day of the measure; the term runs from it. */
  startedOn: date.nullable().default(null),
  /** As the court's paper says; null = the longest term counts. */
  expires: date.nullable().default(null),
  renewals,
  liftedOn: date.nullable().default(null),
  note: line.default(''),
});

export type Renewal = z.output<typeof renewal>;
export type Preservation = z.output<typeof preservation>;
