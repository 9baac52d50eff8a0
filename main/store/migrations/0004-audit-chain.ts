/**
 * The record of changes as a hash chain (see audit-chain.ts), and archived cases. Rows of earlier releases
 * are taken into the chain as they stand.
 */
import { caseRef, GENESIS, newSalt, nextRow } from '../audit-chain.ts';
import type { Db } from '../database.ts';

export const version = 4;
export const name = 'audit-chain';

export const sql = `
ALTER TABLE cases ADD COLUMN archived_at TEXT;

DROP TRIGGER audit_no_update;
DROP TRIGGER audit_no_delete;
ALTER TABLE audit RENAME TO audit_before;

-- Who did what and when; nothing of a case but the hash of its id.
CREATE TABLE audit (
  n        INTEGER PRIMARY KEY AUTOINCREMENT,
  at       TEXT NOT NULL,
  who      TEXT NOT NULL,
  action   TEXT NOT NULL,
  case_ref TEXT CHECK (case_ref IS NULL OR length(case_ref) = 64),
  digest   TEXT NOT NULL CHECK (length(digest) = 64),
  prev     TEXT NOT NULL CHECK (length(prev) = 64),
  hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_case ON audit(case_ref, n) WHERE case_ref IS NOT NULL;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_only_next BEFORE INSERT ON audit
  WHEN new.prev <> coalesce((SELECT hash FROM audit ORDER BY n DESC LIMIT 1), '${GENESIS}')
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

-- What each row says: paths that changed, files written. It goes with a deleted case.
CREATE TABLE audit_content (
  n       INTEGER PRIMARY KEY REFERENCES audit(n),
  salt    TEXT NOT NULL,
  case_id TEXT,
  body    TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER audit_content_no_update BEFORE UPDATE ON audit_content
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_content_no_delete BEFORE DELETE ON audit_content
  WHEN NOT EXISTS (
    SELECT 1 FROM audit gone JOIN audit was ON was.n = old.n
    WHERE gone.action = 'case.purge' AND gone.case_ref = was.case_ref AND gone.n > old.n)
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;

interface Before {
  n: number;
  at: string;
  who: string;
  action: string;
  case_id: string | null;
  detail: string;
}

/** Chains the rows of the earlier table, numbered anew from 1, and drops it. */
export function after(db: Db): void {
  const put = db.prepare<
    [number, string, string, string, string | null, string, string, string],
    never
  >(
    'INSERT INTO audit (n, at, who, action, case_ref, digest, prev, hash) VALUES (?,?,?,?,?,?,?,?)',
  );
  const tell = db.prepare<[number, string, string | null, string]>(
    'INSERT INTO audit_content (n, salt, case_id, body) VALUES (?, ?, ?, ?)',
  );
  const rows = db.prepare<[], Before>('SELECT * FROM audit_before ORDER BY n').all();
  const gone = new Map(
    rows.flatMap((r, i) => (r.action === 'case.purge' && r.case_id ? [[r.case_id, i]] : [])),
  );
  let prev = GENESIS;
  rows.forEach((r, i) => {
    const purge = r.action === 'case.purge';
    const body = JSON.stringify(r.detail ? { note: r.detail } : {});
    const content = { salt: newSalt(), case_id: purge ? null : r.case_id, body };
    const case_ref = r.case_id === null ? null : caseRef(r.case_id);
    const { at, who, action } = r;
    const row = nextRow({ n: i + 1, at, who, action, case_ref, prev }, content);
    put.run(row.n, row.at, row.who, row.action, row.case_ref, row.digest, row.prev, row.hash);
    // A case deleted under an earlier release: its rows stay as links, without what they said.
    if (r.case_id === null || purge || (gone.get(r.case_id) ?? -1) < i) {
      tell.run(row.n, content.salt, content.case_id, content.body);
    }
    prev = row.hash;
  });
  db.exec('DROP TABLE audit_before');
}
