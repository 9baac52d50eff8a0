/**
 * The case file: one dispute, everything entered about it. The only definition of its types.
 * The file form (`CaseDocument`) is the source of truth and may hold half-typed values in the window;
 * `Case` is the parsed form that the law and the papers work on (amounts as whole fen).
 */
import { z } from 'zod';
import { conductFact, demand, demandPlan, evidenceItem, propertyClue } from './conduct.ts';
import { id, line, text } from './fields.ts';
import { loan, transfer } from './loan.ts';
import { agent, party } from './party.ts';
import { background, claimChoices, enforcement, judgment, suit } from './proceedings.ts';
import { evidenceRelease } from './release.ts';
import { settlement } from './settlement.ts';

export const CASE_SCHEMA = 'jieju.case';
export const CASE_VERSION = 1;

/** An edited passage of a paper: the user's words, and the draft they were edited from. */
export const prose = z.strictObject({
  /** paper id + passage, e.g. `complaint-elements.facts`. */
  key: line,
  text,
  /** The drafted text at the time of the edit; when the draft changes, the app asks. */
  basis: text.default(''),
});

/** The user's own choices for one paper, by the keys its template lists (amount to preserve, deadline …). */
const paperChoices = z.record(
  z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  z.union([text, z.boolean(), z.array(text).max(200)]),
);

export const caseFile = z.strictObject({
  schema: z.literal(CASE_SCHEMA, { error: '这不是借据的案件文件（schema 应为 jieju.case）' }),
  version: z.literal(CASE_VERSION, {
    error: '案件文件的版本不受支持（应为 1）；较新的文件请用新版软件打开',
  }),
  id,
  /** Empty = 原告诉被告, made from the parties. */
  title: line.default(''),
  note: text.default(''),
  parties: z.array(party).max(200).default([]),
  agents: z.array(agent).max(50).default([]),
  loans: z.array(loan).max(200).default([]),
  transfers: z.array(transfer).max(5000).default([]),
  demands: z.array(demand).max(5000).default([]),
  /** Messages drafted and not sent yet. */
  demandPlans: z.array(demandPlan).max(500).default([]),
  /** The repayment agreement; null = none was proposed. */
  settlement: settlement.nullable().default(null),
  evidence: z.array(evidenceItem).max(2000).default([]),
  /** Batches of evidence handed in; their numbers and pages are frozen. */
  evidenceReleases: z.array(evidenceRelease).max(50).default([]),
  claim: claimChoices.prefault({}),
  background: background.prefault({}),
  suit: suit.prefault({}),
  judgment: judgment.nullable().default(null),
  enforcement: enforcement.nullable().default(null),
  propertyClues: z.array(propertyClue).max(500).default([]),
  conduct: z.array(conductFact).max(1000).default([]),
  prose: z.array(prose).max(500).default([]),
  /** By paper id. */
  choices: z.record(z.string().regex(/^[a-z0-9-]{1,64}$/), paperChoices).default({}),
});

/** The parsed case. */
export type Case = z.output<typeof caseFile>;
/** The file form: strings as typed; what the store keeps and the window edits. */
export type CaseDocument = z.input<typeof caseFile>;

/** A new, empty case in file form. */
export function emptyCase(caseId: string): CaseDocument {
  return { schema: CASE_SCHEMA, version: CASE_VERSION, id: caseId };
}

/** The case's name: its title, or 原告诉被告. */
export function caseTitle(c: Pick<CaseDocument, 'title' | 'parties'>): string {
  if (c.title) return c.title;
  const names = (role: string) =>
    (c.parties ?? [])
      .filter((p) => p.role === role && p.name)
      .map((p) => p.name)
      .join('、');
  const lender = names('lender');
  const borrower = names('borrower');
  return lender || borrower ? `${lender || '（原告）'}诉${borrower || '（被告）'}` : '未命名案件';
}
