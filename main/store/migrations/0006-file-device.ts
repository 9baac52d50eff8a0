/** What a file says of itself: the camera or program that made it, and when (never where). */
export const version = 6;
export const name = 'file-device';

export const sql = `
-- HUAWEI MNA-AL00, or the program that wrote a PDF; empty when the file does not say.
ALTER TABLE evidence_files ADD COLUMN device TEXT NOT NULL DEFAULT '';
-- YYYY-MM-DD HH:MM as on the clock where the file was made; NULL when the file does not say.
ALTER TABLE evidence_files ADD COLUMN captured_at TEXT;
`;
