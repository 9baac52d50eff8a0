/** Finding cases by anything typed in them. Chinese names have two characters, trigrams three: both work. */
import { typedTexts } from '../../shared/find/records.ts';
import type { Db } from './database.ts';

/** Everything typed in a document, one entry a line. */
export function searchText(document: unknown): string {
  return typedTexts(document)
    .map(({ text }) => text.replaceAll(/\s*\n\s*/g, ' '))
    .join('\n');
}

/** The words of a query; "300,000" finds 300000. */
function terms(query: string): string[] {
  return query
    .trim()
    .split(/\s+/)
    .filter((t) => t !== '')
    .map((t) => (/^[\d,，.]+$/.test(t) ? t.replaceAll(/[,，]/g, '') || t : t));
}

/** The line of the first word found, cut to some characters on each side. */
function context(body: string, words: readonly string[]): string {
  const lower = body.toLowerCase();
  for (const word of words) {
    const at = lower.indexOf(word.toLowerCase());
    if (at < 0) continue;
    const start = Math.max(body.lastIndexOf('\n', at) + 1, at - 20);
    const lineEnd = body.indexOf('\n', at);
    const end = Math.min(lineEnd < 0 ? body.length : lineEnd, at + word.length + 20);
    // Array.from keeps a rare character (two code units) whole at the cut.
    const cut = Array.from(
      body.slice(start, end).replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''),
    );
    const more = end < (lineEnd < 0 ? body.length : lineEnd) ? '…' : '';
    return (start > body.lastIndexOf('\n', at) + 1 ? '…' : '') + cut.join('') + more;
  }
  return '';
}

/** Replaces what is found for a case; `n` is its row in `cases`. */
export function index(db: Db, n: number, body: string): void {
  db.prepare<[number]>('DELETE FROM case_search WHERE rowid = ?').run(n);
  db.prepare<[number, string]>('INSERT INTO case_search (rowid, body) VALUES (?, ?)').run(n, body);
}

/**
 * Rows of `cases` in which every word of the query occurs, with the place it was found.
 * Words of three characters or more go through the index, shorter ones are looked for in the text.
 */
export function find(db: Db, query: string): Map<number, string> {
  const words = terms(query);
  const long = words.filter((w) => Array.from(w).length >= 3);
  const short = words.filter((w) => Array.from(w).length < 3);
  const where = [
    ...(long.length > 0 ? ['case_search MATCH ?'] : []),
    ...short.map(() => "body LIKE ? ESCAPE '\\'"),
  ];
  const values = [
    ...(long.length > 0 ? [long.map((w) => `"${w.replaceAll('"', '""')}"`).join(' AND ')] : []),
    ...short.map((w) => `%${w.replaceAll(/[\\%_]/g, '\\$&')}%`),
  ];
  const rows = db
    .prepare<string[], { rowid: number; body: string }>(
      `SELECT rowid, body FROM case_search WHERE ${where.length > 0 ? where.join(' AND ') : 'true'}`,
    )
    .all(...values);
  return new Map(rows.map((r) => [r.rowid, context(r.body, words)]));
}
