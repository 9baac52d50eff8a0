/** Cases, what can be searched in them, settings, and the record of changes. */
export const version = 1;
export const name = 'cases';

export const sql = `
PRAGMA application_id = 1246315850; -- 'JIEJ'

CREATE TABLE cases (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL,
  borrowers  TEXT NOT NULL,
  document   TEXT NOT NULL CHECK (json_valid(document)),
  revision   INTEGER NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- rowid = cases.n; trigrams find any three characters, Chinese or not.
CREATE VIRTUAL TABLE case_search USING fts5(body, tokenize = 'trigram');
-- Deleted text leaves the index at once instead of at the next merge.
INSERT INTO case_search(case_search, rank) VALUES ('secure-delete', 1);

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Who did what and when; no names of parties, no amounts.
CREATE TABLE audit (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  action  TEXT NOT NULL,
  case_id TEXT,
  detail  TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;
