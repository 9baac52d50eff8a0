/** Contexts for paper tests: the sample case, changed at will, with the engine's own figures. */
import { type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { paperTemplate } from '../../templates/index.ts';
import type { Paper } from '../../templates/paper.ts';
import type { Missing, PaperContext } from '../../templates/template.ts';

export function contextFrom(document: CaseDocument, today = '2026-08-03'): PaperContext {
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { case: parsed.case, claim: claimOf(parsed.case, { today }), today };
}

/** The sample case after `change`. */
export function contextOf(
  change: (document: CaseDocument) => void = () => undefined,
  today = '2026-08-03',
): PaperContext {
  const document = sampleCase();
  change(document);
  return contextFrom(document, today);
}

/** A case with nothing in it but answers to papers' own questions. */
export const emptyContext = (choices: CaseDocument['choices'] = {}): PaperContext =>
  contextFrom({ ...emptyCase('empty'), choices });

/** The papers of the official forms these tests hold against their fixtures. */
export const FORM_PAPERS = [
  'complaint-elements',
  'complaint-narrative',
  'evidence-list',
  'interest-schedule',
  'service-address',
  'enforcement-elements',
  'delay-interest-schedule',
];

function template(id: string) {
  const found = paperTemplate(id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
}

export const build = (id: string, x: PaperContext): Paper => template(id).build(x);
export const missing = (id: string, x: PaperContext): Missing[] => template(id).missing(x);
export const fits = (id: string, x: PaperContext) => template(id).fits(x);
