/** Reading a case file named on the command line. */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Case } from '../../shared/case/case.ts';
import { type ParsedCase, type Problem, parseCase } from '../../shared/case/parse.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import { UsageError } from './command.ts';

/** A case file with errors: one line each. */
export class CaseProblems extends UsageError {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(problemLine));
    this.problems = problems;
  }
}

/** `path: message`, or the message alone where it concerns the whole file. */
export const problemLine = ({ path, message }: Pick<Problem, 'path' | 'message'>): string =>
  path ? `${path}: ${message}` : message;

const reasons: Record<string, string> = {
  ENOENT: '找不到这个文件',
  EISDIR: '这是一个文件夹，应为案件文件（.jieju.json）',
  EACCES: '没有权限读取这个文件',
};

/** Parses the case file at `path`, `-` for standard input. @throws UsageError when it is no JSON file */
export async function parseCaseFile(path: string): Promise<ParsedCase> {
  let text: string;
  try {
    text = path === '-' ? await readAll(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw new UsageError(`${path}: ${reason ?? '读不出这个文件'}`);
  }
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`${path}: 不是有效的 JSON，应为借据的案件文件（.jieju.json）`);
  }
  return parseCase(document);
}

/** A valid case. @throws CaseProblems naming every field to mend */
export async function readCaseFile(path: string): Promise<Case> {
  const parsed = await parseCaseFile(path);
  if (parsed.ok) return parsed.case;
  throw new CaseProblems(parsed.problems.filter((p) => p.level === 'error'));
}

/** Runs a computation on a case. @throws UsageError naming the field where its records contradict */
export function fieldErrors<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new UsageError(problemLine({ path: error.field, message: error.message }));
  }
}
