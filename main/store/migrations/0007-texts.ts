/** The words of evidence files, page by page: from their own text, or recognised on their pictures. */
export const version = 7;
export const name = 'texts';

export const sql = `
-- A file that was looked into. One without a row here waits for it.
CREATE TABLE file_texts (
  file_n  INTEGER PRIMARY KEY REFERENCES evidence_files(n) ON DELETE CASCADE,
  state   TEXT NOT NULL CHECK (state IN ('read', 'failed')),
  message TEXT NOT NULL
) STRICT;

CREATE TABLE page_texts (
  file_n INTEGER NOT NULL REFERENCES evidence_files(n) ON DELETE CASCADE,
  page   INTEGER NOT NULL CHECK (page > 0),
  -- 'waiting': a picture that was not recognised yet; 'none': no words on it.
  source TEXT NOT NULL CHECK (source IN ('layer', 'ocr', 'waiting', 'none')),
  engine TEXT NOT NULL,
  -- The words in the form they are searched in. No index: it would keep words of deleted pages longer,
  -- and looking through some thousand pages takes a few hundredths of a second.
  found  TEXT NOT NULL,
  lines  TEXT NOT NULL CHECK (json_valid(lines)),
  UNIQUE (file_n, page)
) STRICT;
`;
