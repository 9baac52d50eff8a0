/** Statements of banks, Alipay and WeChat: every row as it stands in the file, and what was read in it. */
export const version = 3;
export const name = 'statements';

export const sql = `
CREATE TABLE statements (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  case_id    TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  -- The file's bytes, in evidence_files.
  file_id    TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (source IN ('alipay', 'wechat', 'bank')),
  layout     TEXT NOT NULL,
  mapping    TEXT NOT NULL CHECK (json_valid(mapping)),
  owner      TEXT NOT NULL CHECK (json_valid(owner)),
  report     TEXT NOT NULL CHECK (json_valid(report)),
  taken_at   TEXT NOT NULL,
  -- 'staged' while rows are coming in; such statements are cleared at the next opening.
  state      TEXT NOT NULL CHECK (state IN ('staged', 'ready')),
  removed_at TEXT
) STRICT;
CREATE INDEX statements_case ON statements(case_id, state);
CREATE UNIQUE INDEX statements_once ON statements(case_id, sha256) WHERE state = 'ready';

CREATE TABLE statement_rows (
  statement_n INTEGER NOT NULL REFERENCES statements(n) ON DELETE CASCADE,
  -- Number of the row in the file, from 1.
  row         INTEGER NOT NULL CHECK (row > 0),
  raw         TEXT NOT NULL,
  -- NULL for rows that are no transaction: head block, head, totals.
  entry       TEXT CHECK (entry IS NULL OR json_valid(entry)),
  -- Same transaction in two files: number, day, direction, amount; empty without a number.
  same_key    TEXT NOT NULL,
  mark        TEXT NOT NULL DEFAULT ''
              CHECK (mark IN ('', 'out', 'in', 'inPrincipal', 'inInterest', 'ignore')),
  decision    TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'same', 'different')),
  PRIMARY KEY (statement_n, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_rows_same ON statement_rows(same_key) WHERE same_key <> '';

-- Column mappings that the user chose, by the words of the head row.
CREATE TABLE statement_mappings (
  signature TEXT PRIMARY KEY,
  mapping   TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
