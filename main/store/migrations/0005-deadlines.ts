/** What was last seen of each deadline, so that one that moved can say so, and when its user was reminded. */
export const version = 5;
export const name = 'deadlines';

export const sql = `
CREATE TABLE deadlines_seen (
  case_id     TEXT NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
  deadline_id TEXT NOT NULL,
  date        TEXT NOT NULL,
  was         TEXT,
  moved_on    TEXT,
  notified_on TEXT,
  PRIMARY KEY (case_id, deadline_id)
) STRICT, WITHOUT ROWID;
`;
