/** What happens between filing and the judgment in force, as records. */
import { z } from 'zod';
import { date, id, line, text, time } from './fields.ts';

/** 开庭. */
export const hearing = z.strictObject({
  id,
  date,
  time: time.nullable().default(null),
  place: line.default(''),
  note: line.default(''),
});

/** 举证期限: who set it and how long; the last day itself is `suit.evidenceDue`. */
export const evidenceTerm = z.strictObject({
  /** `agreed`: 双方协商、法院准许. */
  setBy: z.enum(['court', 'agreed']).default('court'),
  /** The day the notice was received. */
  noticeOn: date.nullable().default(null),
  days: z.int().min(1).max(365).nullable().default(null),
});

/** 上诉: one second-instance proceeding. */
export const appeal = z.strictObject({
  id,
  against: z.enum(['judgment', 'ruling']).default('judgment'),
  /** Of a ruling: which one, e.g. 管辖权异议裁定. */
  subject: line.default(''),
  /** Of a ruling: the day it was served on the creditor, from which ten days run. */
  servedOn: date.nullable().default(null),
  /** Who appealed; empty = nobody yet. */
  byPartyIds: z.array(id).max(50).default([]),
  filedOn: date.nullable().default(null),
  court: line.default(''),
  caseNumber: line.default(''),
  /** upheld 维持 · changed 改判 · remanded 发回重审 · withdrawn 撤回上诉. */
  result: z.enum(['pending', 'upheld', 'changed', 'remanded', 'withdrawn']).default('pending'),
  documentNumber: line.default(''),
  decidedOn: date.nullable().default(null),
  /** Service of the second-instance decision on each party: it is in force on the last one. */
  services: z
    .array(z.strictObject({ partyId: id, date }))
    .max(200)
    .default([]),
  note: line.default(''),
});

/** 调解: one attempt, in court or before a mediator. */
export const mediationRecord = z.strictObject({
  id,
  date,
  organiser: z.enum(['court', 'people', 'industry', 'other']).default('court'),
  mediator: line.default(''),
  result: z.enum(['agreed', 'failed', 'open']).default('open'),
  note: text.default(''),
});

/** 撤诉. */
export const withdrawal = z.strictObject({
  appliedOn: date.nullable().default(null),
  /** 准许撤诉的裁定; limitation runs again from here. */
  ruledOn: date.nullable().default(null),
  documentNumber: line.default(''),
  reason: line.default(''),
});

export type Hearing = z.output<typeof hearing>;
export type Appeal = z.output<typeof appeal>;
