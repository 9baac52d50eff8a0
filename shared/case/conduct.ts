/** What happened after the loan: demands, evidence, property clues, and the debtor's conduct. */
import { z } from 'zod';
import { date, id, line, money, text, time } from './fields.ts';
import { chatRecord, regionMark, transcriptLine } from './record-parts.ts';
import { renewals } from './seizure.ts';

/** How the creditor spoke, to whom, and what was said: the part that a planned message has as well. */
const contact = {
  id,
  time: time.nullable().default(null),
  channel: z.enum(['call', 'sms', 'wechat', 'email', 'letter', 'visit', 'lawyerLetter', 'other']),
  /** The party spoken to; empty = the first borrower. */
  toPartyId: id.nullable().default(null),
  /** Who could read or hear it besides that party; the law looks at this first. */
  audience: z.enum(['self', 'group', 'relative', 'workplace', 'public', 'other']).default('self'),
  content: text.default(''),
};

/** 催收: one dunning act; it is also the limitation evidence (Civil Code 195). */
export const demand = z.strictObject({
  ...contact,
  date,
  /** Did it reach the debtor (到达): read receipt, answer, delivery slip. */
  arrived: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  /** The day it reached the debtor, when that was another day (a letter); null = the day itself. */
  arrivedOn: date.nullable().default(null),
  /** 快递单号 or another mark of the proof of arrival. */
  deliveryNumber: line.default(''),
  answer: text.default(''),
  /** promise = 同意履行; partPayment = 部分还款; refusal = 明确拒绝. */
  outcome: z.enum(['none', 'promise', 'partPayment', 'refusal']).default('none'),
  /** The day for which the debtor promised payment. */
  promisedFor: date.nullable().default(null),
  /** For a loan without a due date: the last day of the grace period given (Civil Code 675). */
  graceUntil: date.nullable().default(null),
  evidenceIds: z.array(id).default([]),
});

/** 还没发的催收: kept apart from `demands`, since nothing of it has happened and nothing may count it. */
export const demandPlan = z.strictObject({ ...contact, date: date.nullable().default(null) });

/** 证据分组 (form 03 B). */
export const evidenceGroup = z.enum(
  [
    'identity',
    'agreement',
    'delivery',
    'performance',
    'demand',
    'security',
    'costs',
    'enforcement',
    'other',
  ],
  { error: '证据分组不在可选范围内' },
);

/** 证据: one row of the list; the bytes are kept apart in the store under `fileIds`. */
export const evidenceItem = z.strictObject({
  id,
  group: evidenceGroup,
  name: line,
  /** 证据来源 (evidence rules art. 19). */
  source: line.default(''),
  /** Left out: not chosen, see `formOf`. */
  form: z.enum(['original', 'copy', 'print', 'electronic']).optional(),
  /** Of a copy: the original can be shown at the hearing (evidence rules 61, 90(5)); null = not answered. */
  originalHeld: z.boolean().nullable().default(null),
  /** 原始载体, for electronic data. */
  carrier: line.default(''),
  /** 证明目的. */
  purpose: text.default(''),
  /** The drafted purpose as it stood when the user took it; when the draft changes, the app asks. */
  purposeBasis: text.default(''),
  /** Records it proves (see shared/case/provable.ts). */
  proves: z.array(id).default([]),
  copies: z.int().min(1).max(99).default(1),
  /** Pages on paper; null = not known yet. */
  pages: z.int().min(1).max(100_000).nullable().default(null),
  fileIds: z.array(id).default([]),
  note: line.default(''),
  marks: z.array(regionMark).max(2000).default([]),
  /** In the order of the conversation. */
  transcript: z.array(transcriptLine).max(5000).default([]),
  /** null = no chat, message, call or recording. */
  chat: chatRecord.nullable().default(null),
});

/** 财产线索 (form 05c). */
export const propertyClue = z.strictObject({
  id,
  /** The party whose property it is. */
  partyId: id.nullable().default(null),
  kind: z.enum([
    'vehicle',
    'account',
    'realEstate',
    'equity',
    'salary',
    'claim',
    'virtual',
    'other',
  ]),
  description: line,
  location: line.default(''),
  estimatedValue: money.nullable().default(null),
  source: line.default(''),
  /** The day the clue was handed to the court, which checks clear ones within seven days. */
  submittedOn: date.nullable().default(null),
  /** 查封、冻结 date and its first end; renewals move the end on (`seizureEnd` in shared/law). */
  seizedOn: date.nullable().default(null),
  seizureExpires: date.nullable().default(null),
  /** 查封、冻结裁定的文书号. */
  seizureNumber: line.default(''),
  renewals,
  /** 解除查封、冻结. */
  liftedOn: date.nullable().default(null),
  evidenceIds: z.array(id).default([]),
  note: line.default(''),
});

/** The six grounds of 失信规定 Art. 1, in its order. */
export const ground = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);

/** Measures beside the list that a fact may bear on (see shared/law/dishonest-measures.ts). */
export const measure = z.enum(['exitBan', 'media', 'sanction', 'crime', 'prosecution']);

/**
 * 行为事实: something the debtor did or has, or the court ordered, that bears on a ground of the
 * dishonest-debtor list or on a further measure; one of the two is set.
 */
export const conductFact = z.strictObject({
  id,
  partyId: id.nullable().default(null),
  ground: ground.nullable().default(null),
  measure: measure.nullable().default(null),
  /** Which element it shows (see shared/law/dishonest-grounds.ts); empty = general. */
  element: line.default(''),
  date: date.nullable().default(null),
  description: text,
  /** Facts that speak against listing are kept too. */
  contrary: z.boolean().default(false),
  evidenceIds: z.array(id).default([]),
});

export type Demand = z.output<typeof demand>;
export type DemandPlan = z.output<typeof demandPlan>;
export type EvidenceItem = z.output<typeof evidenceItem>;
export type PropertyClue = z.output<typeof propertyClue>;
export type ConductFact = z.output<typeof conductFact>;
