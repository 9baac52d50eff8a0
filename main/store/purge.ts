/**
 * What was deleted leaves the file for good: a case at once, removed files when the store is locked or the
 * app ends; what a crash left half-done goes at the next opening. Deleted pages are zeroed
 * (`secure_delete`), and the log is emptied.
 */
import { audit, eraseAudit } from './audit.ts';
import { schemaVersion } from './database.ts';
import type { OpenStore } from './store.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Doomed {
  cases: { n: number; id: string }[];
  files: number[];
  statements: number[];
}

/**
 * Decides, in one step, what is to go: deleted cases, removed files and files whose intake never ended.
 * From here on they cannot be brought back. Call it only while no intake runs.
 */
export function markForPurge(store: OpenStore): Doomed {
  const { db } = store;
  // Before version 2 there was no evidence, and nothing was ever half-done.
  if (schemaVersion(db) < 2) return { cases: [], files: [], statements: [] };
  return db
    .transaction(() => {
      const cases = db
        .prepare<[], { n: number; id: string }>(
          'SELECT n, id FROM cases WHERE deleted_at IS NOT NULL',
        )
        .all();
      db.prepare(
        `UPDATE evidence_files SET state = 'staged' WHERE removed_at IS NOT NULL
           OR case_id IN (SELECT id FROM cases WHERE deleted_at IS NOT NULL)`,
      ).run();
      const files = db
        .prepare<[], { n: number }>("SELECT n FROM evidence_files WHERE state = 'staged'")
        .all();
      for (const { n } of cases) {
        db.prepare<[number]>('DELETE FROM case_search WHERE rowid = ?').run(n);
      }
      return { cases, files: files.map((f) => f.n), statements: markStatements(store) };
    })
    .immediate();
}

/**
 * The same for one case only, while other work goes on: its rows, its files, its statements, and what
 * search finds. The case is marked deleted first, so that a crash in between is made good at the next
 * opening.
 */
export function markCase(store: OpenStore, n: number, id: string): Doomed {
  const { db } = store;
  const all = (table: string) =>
    db
      .prepare<[string], { n: number }>(`SELECT n FROM ${table} WHERE case_id = ?`)
      .all(id)
      .map((r) => r.n);
  return db
    .transaction(() => {
      db.prepare<[string, number]>('UPDATE cases SET deleted_at = ? WHERE n = ?').run(
        store.now().toISOString(),
        n,
      );
      audit(store, 'case.delete', id);
      for (const table of ['evidence_files', 'statements']) {
        db.prepare<[string]>(`UPDATE ${table} SET state = 'staged' WHERE case_id = ?`).run(id);
      }
      db.prepare<[number]>('DELETE FROM case_search WHERE rowid = ?').run(n);
      return { cases: [{ n, id }], files: all('evidence_files'), statements: all('statements') };
    })
    .immediate();
}

/** The same for statements, which came with version 3. */
function markStatements({ db }: OpenStore): number[] {
  if (schemaVersion(db) < 3) return [];
  db.prepare(
    `UPDATE statements SET state = 'staged' WHERE removed_at IS NOT NULL
       OR case_id IN (SELECT id FROM cases WHERE deleted_at IS NOT NULL)`,
  ).run();
  return db
    .prepare<[], { n: number }>("SELECT n FROM statements WHERE state = 'staged'")
    .all()
    .map((s) => s.n);
}

/** Drops one staged statement, some rows at a time. */
export async function dropStatement(
  store: OpenStore,
  statementN: number,
  check?: () => void,
): Promise<void> {
  const some = store.db.prepare<[number, number]>(
    `DELETE FROM statement_rows WHERE statement_n = ? AND row IN
       (SELECT row FROM statement_rows WHERE statement_n = ? LIMIT 500)`,
  );
  while (some.run(statementN, statementN).changes > 0) {
    await pause();
    check?.();
  }
  store.db.prepare<[number]>('DELETE FROM statements WHERE n = ?').run(statementN);
}

/** Drops one staged file piece by piece, so that the window stays responsive. */
export async function dropFile(store: OpenStore, fileN: number, check?: () => void): Promise<void> {
  // One piece a transaction: it needs only 1 MiB of the log, which a full disk still has from the
  // transaction that failed.
  const some = store.db.prepare<[number]>(
    `DELETE FROM evidence_chunks WHERE rowid IN
       (SELECT rowid FROM evidence_chunks WHERE file_n = ? LIMIT 1)`,
  );
  while (some.run(fileN).changes > 0) {
    await pause();
    check?.();
  }
  store.db.prepare<[number]>('DELETE FROM evidence_files WHERE n = ?').run(fileN);
}

/** The planner's samples of index keys hold words of the rows they were taken from. */
function dropSamples({ db }: OpenStore): void {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE name IN ('sqlite_stat1', 'sqlite_stat4')",
    )
    .all();
  for (const { name } of tables) db.exec(`DELETE FROM ${name}`);
}

/** Removes what was marked, gives the space back and empties the log. Interrupted, it is resumed later. */
export async function purge(store: OpenStore, doomed: Doomed, check?: () => void): Promise<void> {
  for (const n of doomed.files) await dropFile(store, n, check);
  for (const n of doomed.statements) await dropStatement(store, n, check);
  const { db } = store;
  db.transaction(() => {
    for (const { n, id } of doomed.cases) {
      db.prepare<[number]>('DELETE FROM cases WHERE n = ?').run(n);
      audit(store, 'case.purge', id);
      eraseAudit(store, id);
    }
    if (doomed.cases.length > 0) dropSamples(store);
  }).immediate();
  const free = () => Number(db.pragma('freelist_count', { simple: true }));
  for (let before = free(); before > 0; ) {
    db.pragma('incremental_vacuum(1024)');
    const after = free();
    if (after >= before) break;
    before = after;
    await pause();
    check?.();
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
}
