/** Writing a statement: its rows staged first, some at a time, visible only when all are in. */
import { randomBytes } from 'node:crypto';
import type { StatementInfo } from '../../shared/statements/calls.ts';
import type {
  Entry,
  GridRow,
  Mapping,
  ParsedStatement,
  Source,
} from '../../shared/statements/types.ts';
import { AppError } from '../errors.ts';
import { audit } from '../store/audit.ts';
import type { OpenStore } from '../store/store.ts';
import { getStatement } from './store.ts';
import type { Pace } from './xlsx.ts';

const sameKey = (e: Entry): string =>
  e.transactionNumber ? [e.transactionNumber, e.date, e.direction, e.fen].join('|') : '';

/** Rows of one insert transaction: short enough that the window never waits for it. */
const BATCH = 400;

export interface NewStatement {
  caseId: string;
  fileId: string;
  fileName: string;
  sha256: string;
  source: Source;
  layout: string;
  mapping: Mapping;
}

/**
 * Writes a statement: its rows staged first, visible only when all are in.
 * @param progress rows written so far
 */
export async function insertStatement(
  store: OpenStore,
  s: NewStatement,
  rows: readonly GridRow[],
  parsed: ParsedStatement,
  pace: Pace,
  progress: (rows: number) => void,
): Promise<StatementInfo> {
  const statementId = randomBytes(6).toString('hex');
  const { lastInsertRowid } = store.db
    .prepare<string[]>(
      `INSERT INTO statements (id, case_id, file_id, file_name, sha256, source, layout, mapping,
         owner, report, taken_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'staged')`,
    )
    .run(
      ...[statementId, s.caseId, s.fileId, s.fileName, s.sha256, s.source, s.layout],
      ...[JSON.stringify(s.mapping), JSON.stringify(parsed.owner), JSON.stringify(parsed.report)],
      store.now().toISOString(),
    );
  const n = Number(lastInsertRowid);
  // Rows and entries stand in the same order.
  let next = 0;
  const put = store.db.prepare<[number, number, string, string | null, string]>(
    'INSERT INTO statement_rows (statement_n, row, raw, entry, same_key) VALUES (?, ?, ?, ?, ?)',
  );
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    store.db
      .transaction(() => {
        for (const row of batch) {
          const ahead = parsed.entries[next];
          const entry = ahead?.row === row.n ? ahead : undefined;
          if (entry) next += 1;
          put.run(
            ...([n, row.n, row.raw, entry ? JSON.stringify(entry) : null] as const),
            entry ? sameKey(entry) : '',
          );
        }
      })
      .immediate();
    progress(at + batch.length);
    await pace();
  }
  store.db
    .transaction(() => {
      const alive = store.db
        .prepare<[string]>('SELECT 1 FROM cases WHERE id = ? AND deleted_at IS NULL')
        .get(s.caseId);
      if (!alive) throw new AppError('no-case', '案件已经删除，账单没有导入。');
      store.db.prepare<[number]>("UPDATE statements SET state = 'ready' WHERE n = ?").run(n);
      audit(
        store,
        'statements.import',
        s.caseId,
        `${statementId} ${parsed.entries.length} entries`,
      );
    })
    .immediate();
  return getStatement(store, s.caseId, statementId).info;
}
