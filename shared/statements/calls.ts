/** statements.*: what the window may ask about statements, and what it gets. Part of the contract in shared/api.ts. */
import { z } from 'zod';
import { id, line } from '../case/fields.ts';
import type { Decision } from './accept.ts';
import type { Entry, Mapping, Mark, Owner, Report, Source, Sums } from './types.ts';
import { FIELDS, MARKS } from './types.ts';

const caseId = z.strictObject({ caseId: id });
const statement = z.strictObject({ caseId: id, statementId: id });

/** Columns by field; a column used twice, or one the file hasn't got, reads as nothing. */
export const mappingInput = z.strictObject({
  headRow: z.int().min(0).max(1_000_000),
  columns: z
    .partialRecord(z.enum(FIELDS), z.int().min(0).max(255))
    .refine((c) => c.date !== undefined, { error: '请指定哪一列是日期' })
    .refine((c) => c.amount !== undefined || (c.income !== undefined && c.expense !== undefined), {
      error: '请指定哪一列是金额，或分别指定收入列和支出列',
    }),
  outSign: z.enum(['negative', 'positive']),
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']),
});

export const statementCalls = {
  /** Opens the file dialog and imports the chosen statements. */
  'statements.import': caseId,
  /** The same for dropped files: paths from the bridge's own `filePaths`. */
  'statements.importPaths': z.strictObject({
    caseId: id,
    paths: z.array(z.string().max(4096)).max(50),
  }),
  /** Imports a file that is stored already by the columns that the user has named. */
  'statements.map': z.strictObject({ caseId: id, fileId: id, mapping: mappingInput }),
  'statements.list': caseId,
  /**
   * Lines of a statement: those with the debtors (by the case, and by `words`: other names, accounts), the
   * marked ones, or all; narrowed by `search`.
   */
  'statements.lines': z.strictObject({
    caseId: id,
    statementId: id,
    show: z.enum(['person', 'marked', 'all']),
    words: line,
    search: line,
  }),
  /** Every line marked as loan or repayment. */
  'statements.marked': statement,
  /** One row as it stands in the file. */
  'statements.raw': z.strictObject({ caseId: id, statementId: id, row: z.int().positive() }),
  'statements.mark': z.strictObject({
    caseId: id,
    statementId: id,
    rows: z.array(z.int().positive()).min(1).max(5000),
    mark: z.enum([...MARKS, '']).optional(),
    /** Is a line the same as a transfer that is there? Empty = not decided. */
    decision: z.enum(['', 'same', 'different']).optional(),
  }),
  'statements.remove': statement,
  /** Puts a removed statement back (undo) until the store is locked. */
  'statements.restore': statement,
} as const;

/** A statement of the case: where it came from, and how it adds up. */
export interface StatementInfo {
  statementId: string;
  /** The original file, among the evidence files. */
  fileId: string;
  fileName: string;
  source: Source;
  /** 支付宝账单, 工商银行流水. */
  layout: string;
  owner: Owner;
  report: Report;
  takenAt: string;
}

export interface StatementLine {
  entry: Entry;
  mark: Mark | '';
  decision: Decision;
  /** The same transaction in another statement of the case. */
  also: { fileName: string; row: number } | null;
}

/** A file whose columns the user has to name. */
export interface StatementQuestion {
  fileId: string;
  fileName: string;
  /** The file came in with this import; when the user gives up, it goes again. */
  fresh: boolean;
  source: Source;
  layout: string;
  rows: { n: number; cells: string[] }[];
  /** The best guess. */
  mapping: Mapping;
}

/** What became of one file. `again`: it was there already, nothing was doubled. */
export type StatementImport =
  | { kind: 'statement'; statement: StatementInfo; again: boolean }
  | { kind: 'question'; question: StatementQuestion }
  | { kind: 'refused'; fileName: string; message: string };

export interface StatementResults {
  'statements.import': StatementImport[];
  'statements.importPaths': StatementImport[];
  'statements.map': StatementImport;
  'statements.list': StatementInfo[];
  'statements.lines': {
    /** At most 3,000, in the order of the file. */
    lines: StatementLine[];
    total: number;
    sums: Sums;
    /** Names by which lines were sought. */
    person: readonly string[];
  };
  'statements.marked': StatementLine[];
  'statements.raw': { raw: string };
  'statements.mark': Record<string, never>;
  'statements.remove': Record<string, never>;
  'statements.restore': Record<string, never>;
}
