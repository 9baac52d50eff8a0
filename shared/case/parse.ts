/** Reading a case document: every problem with its path, what is wrong and what is allowed. */
import { z } from 'zod';
import { type Case, caseFile } from './case.ts';
import { consistencyProblems } from './consistency.ts';

/** One problem of a case document. `path` is dotted, e.g. `transfers.0.amount`. */
export interface Problem {
  level: 'error' | 'warning';
  path: string;
  message: string;
}

export type ParsedCase =
  | { ok: true; case: Case; problems: Problem[] }
  | { ok: false; problems: Problem[] };

const zh = z.locales.zhCN().localeError;

type Issue = z.core.$ZodIssue;

function describe(issue: Issue): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      level: 'error' as const,
      path: path ? `${path}.${key}` : key,
      message: `没有名为“${key}”的栏目，请核对拼写或删去`,
    }));
  }
  return [{ level: 'error', path, message: issue.message }];
}

/** Problems of shape and value only; `[]` when the document has the form of a case file. */
export function shapeProblems(document: unknown): Problem[] {
  const parsed = caseFile.safeParse(document, { error: zh });
  return parsed.success ? [] : parsed.error.issues.flatMap(describe);
}

/**
 * Parses a whole document. Nothing is taken by halves: either a valid case, with warnings at most,
 * or the list of everything that has to be mended.
 */
export function parseCase(document: unknown): ParsedCase {
  const parsed = caseFile.safeParse(document, { error: zh });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(describe) };
  const problems = consistencyProblems(parsed.data);
  return problems.some((p) => p.level === 'error')
    ? { ok: false, problems }
    : { ok: true, case: parsed.data, problems };
}

/** True when a draft has the skeleton of a case (right records in right places), bad values allowed. */
export function isCaseDraft(document: unknown): boolean {
  const parsed = caseFile.safeParse(document);
  if (parsed.success) return true;
  return !parsed.error.issues.some(
    (i) =>
      i.code === 'unrecognized_keys' ||
      i.path[0] === 'schema' ||
      i.path[0] === 'version' ||
      (i.code === 'invalid_type' && (i.expected === 'object' || i.expected === 'array')),
  );
}
