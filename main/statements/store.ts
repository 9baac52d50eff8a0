import type { Decision } from '../../shared/statements/accept.ts';
import type { StatementInfo, StatementLine } from '../../shared/statements/calls.ts';
import { addTo, noSums } from '../../shared/statements/reconcile.ts';
import type { Entry, Mark, Source } from '../../shared/statements/types.ts';
import { AppError } from '../errors.ts';
import { audit } from '../store/audit.ts';
import type { OpenStore } from '../store/store.ts';
import type { Pace } from './xlsx.ts';

interface Row {
  n: number;
  id: string;
  file_id: string;
  file_name: string;
  source: Source;
  layout: string;
  owner: string;
  report: string;
  taken_at: string;
}

const COLUMNS =
  's.n, s.id, s.file_id, s.file_name, s.source, s.layout, s.owner, s.report, s.taken_at';

function toInfo(r: Row): StatementInfo {
  return {
    statementId: r.id,
    fileId: r.file_id,
    fileName: r.file_name,
    source: r.source,
    layout: r.layout,
    owner: JSON.parse(r.owner) as StatementInfo['owner'],
    report: JSON.parse(r.report) as StatementInfo['report'],
    takenAt: r.taken_at,
  };
}

/** The statements of a case, in the order they came in. */
export function listStatements(store: OpenStore, caseId: string): StatementInfo[] {
  return store.db
    .prepare<[string], Row>(
      `SELECT ${COLUMNS} FROM statements s JOIN cases c ON c.id = s.case_id
       WHERE s.case_id = ? AND s.state = 'ready' AND s.removed_at IS NULL
         AND c.deleted_at IS NULL ORDER BY s.n`,
    )
    .all(caseId)
    .map(toInfo);
}

/** @throws AppError `no-statement`. */
export function getStatement(
  store: OpenStore,
  caseId: string,
  statementId: string,
): { n: number; info: StatementInfo } {
  const row = store.db
    .prepare<[string, string], Row>(
      `SELECT ${COLUMNS} FROM statements s WHERE s.case_id = ? AND s.id = ?
         AND s.state = 'ready' AND s.removed_at IS NULL`,
    )
    .get(caseId, statementId);
  if (!row) throw noStatement();
  return { n: row.n, info: toInfo(row) };
}

const noStatement = (): AppError =>
  new AppError('no-statement', '找不到这份账单，可能已经移除。请刷新后再试。');

/** The statement of a file's bytes in this case; one that was taken out is put back. */
export function statementOfFile(
  store: OpenStore,
  caseId: string,
  sha256: string,
): StatementInfo | null {
  const row = store.db
    .prepare<[string, string], Row & { removed_at: string | null }>(
      `SELECT ${COLUMNS}, s.removed_at FROM statements s
       WHERE s.case_id = ? AND s.sha256 = ? AND s.state = 'ready'`,
    )
    .get(caseId, sha256);
  if (!row) return null;
  if (row.removed_at !== null) restoreStatement(store, caseId, row.id);
  return toInfo(row);
}

/** The row as it stands in the file. @throws AppError `no-statement`. */
export function rawRow(store: OpenStore, caseId: string, statementId: string, row: number): string {
  const { n } = getStatement(store, caseId, statementId);
  const found = store.db
    .prepare<[number, number], { raw: string }>(
      'SELECT raw FROM statement_rows WHERE statement_n = ? AND row = ?',
    )
    .get(n, row);
  if (!found) throw noStatement();
  return found.raw;
}

interface LineRow {
  row: number;
  entry: string;
  same_key: string;
  mark: Mark | '';
  decision: Decision;
}

/** Most lines handed to the window at once. */
export const MAX_LINES = 3000;

/** Lines that pass a filter, in the order of the file, with the sums of all that pass. */
export async function statementLines(
  store: OpenStore,
  caseId: string,
  statementId: string,
  wanted: (entry: Entry, mark: Mark | '') => boolean,
  pace: Pace,
): Promise<{ lines: StatementLine[]; total: number; sums: ReturnType<typeof noSums> }> {
  const { n } = getStatement(store, caseId, statementId);
  const read = store.db.prepare<[number, number], LineRow>(
    `SELECT row, entry, same_key, mark, decision FROM statement_rows
     WHERE statement_n = ? AND row > ? AND entry IS NOT NULL ORDER BY row LIMIT 1000`,
  );
  const elsewhere = store.db.prepare<[string, number, string], { layout: string; row: number }>(
    `SELECT s.file_name AS layout, r.row FROM statement_rows r JOIN statements s ON s.n = r.statement_n
     WHERE r.same_key = ? AND s.n <> ? AND s.case_id = ? AND s.state = 'ready'
       AND s.removed_at IS NULL ORDER BY s.n LIMIT 1`,
  );
  const lines: StatementLine[] = [];
  const sums = noSums();
  let total = 0;
  for (let last = 0; ; ) {
    const rows = read.all(n, last);
    if (rows.length === 0) return { lines, total, sums };
    for (const r of rows) {
      last = r.row;
      const entry = JSON.parse(r.entry) as Entry;
      if (!wanted(entry, r.mark)) continue;
      total += 1;
      addTo(sums, entry.direction, entry.fen);
      if (lines.length >= MAX_LINES) continue;
      const other = r.same_key ? elsewhere.get(r.same_key, n, caseId) : undefined;
      lines.push({
        entry,
        mark: r.mark,
        decision: r.decision,
        also: other ? { fileName: other.layout, row: other.row } : null,
      });
    }
    await pace();
  }
}

/** Every marked line of a statement. */
export function markedLines(
  store: OpenStore,
  caseId: string,
  statementId: string,
): StatementLine[] {
  const { n } = getStatement(store, caseId, statementId);
  return store.db
    .prepare<[number], LineRow>(
      `SELECT row, entry, same_key, mark, decision FROM statement_rows
       WHERE statement_n = ? AND mark NOT IN ('', 'ignore') AND entry IS NOT NULL ORDER BY row`,
    )
    .all(n)
    .map((r) => ({
      entry: JSON.parse(r.entry) as Entry,
      mark: r.mark,
      decision: r.decision,
      also: null,
    }));
}

/** Writes marks or decisions; rows that are no transaction are left alone. */
export function markRows(
  store: OpenStore,
  caseId: string,
  statementId: string,
  rows: readonly number[],
  change: { mark?: Mark | '' | undefined; decision?: Decision | undefined },
): void {
  const { n } = getStatement(store, caseId, statementId);
  const list = JSON.stringify(rows);
  const where = `WHERE statement_n = ? AND entry IS NOT NULL AND row IN (SELECT value FROM json_each(?))`;
  store.db
    .transaction(() => {
      if (change.mark !== undefined) {
        store.db
          .prepare<[string, number, string]>(`UPDATE statement_rows SET mark = ? ${where}`)
          .run(change.mark, n, list);
      }
      if (change.decision !== undefined) {
        store.db
          .prepare<[string, number, string]>(`UPDATE statement_rows SET decision = ? ${where}`)
          .run(change.decision, n, list);
      }
      audit(store, 'statements.mark', caseId, `${statementId} ${rows.length}`);
    })
    .immediate();
}

/** `file`: whether the original file goes or comes back with the statement. */
function setRemoved(
  store: OpenStore,
  caseId: string,
  id: string,
  at: string | null,
  file: boolean,
): void {
  store.db
    .transaction(() => {
      const { changes } = store.db
        .prepare<(string | null)[]>(
          "UPDATE statements SET removed_at = ? WHERE case_id = ? AND id = ? AND state = 'ready'",
        )
        .run(at, caseId, id);
      if (changes === 0) throw noStatement();
      if (file) {
        store.db
          .prepare<(string | null)[]>(
            `UPDATE evidence_files SET removed_at = ?
             WHERE id = (SELECT file_id FROM statements WHERE id = ?)`,
          )
          .run(at, id);
      }
      audit(store, at ? 'statements.remove' : 'statements.restore', caseId, id);
    })
    .immediate();
}

/**
 * Takes a statement out; its rows go when the store is locked, until then it can be put back. The original
 * file goes with it unless an item of evidence names it.
 */
export function removeStatement(
  store: OpenStore,
  caseId: string,
  statementId: string,
  isEvidence: (fileId: string) => boolean,
): void {
  const { info } = getStatement(store, caseId, statementId);
  const at = store.now().toISOString();
  setRemoved(store, caseId, statementId, at, !isEvidence(info.fileId));
}

/** Puts back a statement taken out since the store was opened, with its file. */
export function restoreStatement(store: OpenStore, caseId: string, statementId: string): void {
  setRemoved(store, caseId, statementId, null, true);
}
