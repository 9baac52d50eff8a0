/** Evidence: the original bytes in pieces of at most 1 MiB, and what is known of each file. */
export const version = 2;
export const name = 'evidence';

export const sql = `
CREATE TABLE evidence_files (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  case_id    TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  item_id    TEXT,
  name       TEXT NOT NULL,
  size       INTEGER NOT NULL CHECK (size >= 0),
  mime       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  taken_at   TEXT NOT NULL,
  pages      INTEGER,
  warning    TEXT NOT NULL,
  -- 'staged' while the bytes are coming in; such rows are cleared at the next opening.
  state      TEXT NOT NULL CHECK (state IN ('staged', 'ready')),
  removed_at TEXT
) STRICT;
CREATE INDEX evidence_files_case ON evidence_files(case_id, state);
CREATE UNIQUE INDEX evidence_files_once ON evidence_files(case_id, sha256) WHERE state = 'ready';

CREATE TABLE evidence_chunks (
  file_n INTEGER NOT NULL REFERENCES evidence_files(n) ON DELETE CASCADE,
  n      INTEGER NOT NULL CHECK (n >= 0),
  bytes  BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  UNIQUE (file_n, n)
) STRICT;
`;
