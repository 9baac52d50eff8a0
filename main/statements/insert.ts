/** Writing a statement: its rows staged first, some at a time, visible only when all are in. */
import { randomBytes } from 'node:crypto';
import type { StatementInfo } from '../../shared/statements/calls.ts';
import type { Mapping, Source } from '../../shared/statements/types.ts';
import { AppError } from '../errors.ts';
import { audit } from '../store/audit.ts';
import { unflushed } from '../store/database.ts';
import type { OpenStore } from '../store/store.ts';
import type { Results, StoredRow } from '../threads/work.ts';
import { getStatement } from './store.ts';
import type { Pace } from './xlsx.ts';

/** Rows of one insert transaction: short enough that the window never waits for it. */
const BATCH = 100;
/** Rows after which the log is written into the file: about 1 MB of it. */
const FLUSH = 300;

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
 * @param next the rows in order, so many at a time; none left = an empty list
 * @param progress rows written so far
 */
export async function insertStatement(
  store: OpenStore,
  s: NewStatement,
  parsed: Results['read'],
  next: (count: number) => Promise<StoredRow[]>,
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
  const put = store.db.prepare<[number, number, string, string | null, string]>(
    'INSERT INTO statement_rows (statement_n, row, raw, entry, same_key) VALUES (?, ?, ?, ?, ?)',
  );
  await store.log.bulk(async (flush) => {
    let done = 0;
    // The next rows are made ready while these are written.
    for (let ahead = next(BATCH); ; ) {
      const batch = await ahead;
      if (batch.length === 0) break;
      ahead = next(BATCH);
      // A failure is met when it is waited for; until then it must not go unheard.
      ahead.catch(() => undefined);
      if (done > 0 && done % FLUSH === 0) await flush();
      unflushed(store.db, () => {
        for (const { row, raw, entry, key } of batch) put.run(n, row, raw, entry, key);
      });
      done += batch.length;
      progress(done);
      await pace();
    }
  });
  store.db
    .transaction(() => {
      const alive = store.db
        .prepare<[string]>('SELECT 1 FROM cases WHERE id = ? AND deleted_at IS NULL')
        .get(s.caseId);
      if (!alive) throw new AppError('no-case', '案件已经删除，账单没有导入。');
      store.db.prepare<[number]>("UPDATE statements SET state = 'ready' WHERE n = ?").run(n);
      audit(store, 'statements.import', s.caseId, `${statementId} ${parsed.entries} entries`);
    })
    .immediate();
  return getStatement(store, s.caseId, statementId).info;
}
