/**
 * The record of who changed or exported what, and when: append-only, each row chained to the one before
 * by its hash. It names the places that changed, never what stands in them.
 */
import type { AuditAction, AuditCheck, AuditDetail, AuditEntry } from '../../shared/audit.ts';
import {
  type ChainContent,
  type ChainRow,
  caseRef,
  GENESIS,
  newSalt,
  nextRow,
  verifyChain,
} from './audit-chain.ts';
import { schemaVersion } from './database.ts';
import type { OpenStore } from './store.ts';

export type { AuditAction } from '../../shared/audit.ts';

/** The version of the schema since which rows are chained. */
const CHAINED = 4;

/**
 * Adds one row; call it inside the transaction of the change it tells of. A text is upkeep in the
 * program's own words.
 */
export function audit(
  store: OpenStore,
  action: AuditAction,
  caseId: string | null,
  detail: string | AuditDetail = {},
): void {
  const told: AuditDetail = typeof detail === 'string' ? (detail ? { note: detail } : {}) : detail;
  const at = store.now().toISOString();
  if (schemaVersion(store.db) < CHAINED) {
    // A file of an earlier release, before its upgrade.
    store.db
      .prepare<[string, string, string, string | null, string]>(
        'INSERT INTO audit (at, who, action, case_id, detail) VALUES (?, ?, ?, ?, ?)',
      )
      .run(at, store.who, action, caseId, told.note ?? '');
    return;
  }
  // The tombstone of a deleted case keeps no id that could be read.
  const case_id = action === 'case.purge' ? null : caseId;
  const content = { salt: newSalt(), case_id, body: JSON.stringify(told) };
  // The head has to be read inside the writing transaction, or two rows could follow the same one.
  const add = () => {
    const last = store.db
      .prepare<[], { n: number; hash: string }>('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1')
      .get();
    const row = nextRow(
      {
        ...{ n: (last?.n ?? 0) + 1, at, who: store.who, action },
        ...{ case_ref: caseId === null ? null : caseRef(caseId), prev: last?.hash ?? GENESIS },
      },
      content,
    );
    store.db
      .prepare<[number, string, string, string, string | null, string, string, string]>(
        `INSERT INTO audit (n, at, who, action, case_ref, digest, prev, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row.n, row.at, row.who, row.action, row.case_ref, row.digest, row.prev, row.hash);
    store.db
      .prepare<[number, string, string | null, string]>(
        'INSERT INTO audit_content (n, salt, case_id, body) VALUES (?, ?, ?, ?)',
      )
      .run(row.n, content.salt, content.case_id, content.body);
  };
  if (store.db.inTransaction) add();
  else store.db.transaction(add).immediate();
}

/** The last change of content (not of the store's own upkeep); tells whether a new backup is needed. */
export function changeMark(store: OpenStore): number {
  const row = store.db
    .prepare<[], { n: number | null }>(
      "SELECT max(n) AS n FROM audit WHERE action NOT LIKE 'store.%' AND action NOT LIKE 'audit.%'",
    )
    .get();
  return row?.n ?? 0;
}

/**
 * Takes away what the rows of a deleted case say. The rows stay; a tombstone (`case.purge`) must have
 * been written after them, else the store refuses.
 */
export function eraseAudit(store: OpenStore, caseId: string): void {
  if (schemaVersion(store.db) < CHAINED) return;
  store.db
    .prepare<[string]>(
      `DELETE FROM audit_content WHERE n IN
         (SELECT n FROM audit WHERE case_ref = ? AND action <> 'case.purge')`,
    )
    .run(caseRef(caseId));
}

type LogRow = ChainRow & { [K in keyof ChainContent]: ChainContent[K] | null } & { title: string };

const LOG = `SELECT a.*, c.salt, c.case_id, c.body, coalesce(k.title, '') AS title
  FROM audit a LEFT JOIN audit_content c ON c.n = a.n LEFT JOIN cases k ON k.id = c.case_id`;

function contentOf(r: LogRow): ChainContent | null {
  return r.salt === null || r.body === null
    ? null
    : { salt: r.salt, case_id: r.case_id, body: r.body };
}

/** The chain of a log row, without its content. */
function chainOf(r: LogRow): ChainRow {
  const { n, at, who, action, case_ref, digest, prev, hash } = r;
  return { n, at, who, action, case_ref, digest, prev, hash };
}

/** Every row with what it says, oldest first. */
export function* auditLog(
  store: OpenStore,
): Generator<{ row: ChainRow; content: ChainContent | null }> {
  const rows = store.db.prepare<[], LogRow>(`${LOG} ORDER BY a.n`).iterate();
  for (const r of rows) yield { row: chainOf(r), content: contentOf(r) };
}

function readDetail(body: string | undefined): AuditDetail {
  try {
    return body === undefined ? {} : (JSON.parse(body) as AuditDetail);
  } catch {
    // Checking the log tells of such a row; listing it must not fail.
    return {};
  }
}

/** Rows before `before` (all when null), newest first, at most `limit`; of one case when it is named. */
export function listAudit(
  store: OpenStore,
  query: { before: number | null; caseId: string | null; limit: number },
): AuditEntry[] {
  const ref = query.caseId === null ? null : caseRef(query.caseId);
  return store.db
    .prepare<[number, string | null, string | null, number], LogRow>(
      `${LOG} WHERE a.n < ? AND (? IS NULL OR a.case_ref = ?) ORDER BY a.n DESC LIMIT ?`,
    )
    .all(query.before ?? Number.MAX_SAFE_INTEGER, ref, ref, query.limit)
    .map((r) => ({
      ...{ n: r.n, at: r.at, who: r.who, action: r.action, hash: r.hash },
      ...{ caseId: r.case_id, caseTitle: r.title },
      detail: readDetail(contentOf(r)?.body),
      erased: contentOf(r) === null,
    }));
}

/** Checks the whole record: numbers, links, contents, and that its end was not cut off. */
export function verifyAudit(store: OpenStore): AuditCheck {
  const given = store.db
    .prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
    .get();
  return verifyChain(auditLog(store), { rows: given?.seq ?? 0 });
}
