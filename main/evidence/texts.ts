/** The words of evidence files in the store: kept page by page, found again. */
import type { FileTexts, PageHit, PageLines, TextSource } from '../../shared/find/calls.ts';
import { foldLines } from '../../shared/find/fold.ts';
import { type Excerpt, pageHits } from '../../shared/find/hits.ts';
import { type Term, terms } from '../../shared/find/terms.ts';
import type { OpenStore } from '../store/store.ts';
import { getFile, listFiles } from './files.ts';
import { readable } from './reading/kinds.ts';
import { OCR_ENGINE, type PageText, type TextLine } from './reading/types.ts';

/** Hits sent to the window at a time. */
const MOST_HITS = 100;

/** Keeps the words of a page. A file that was taken out for good meanwhile is no error. */
export function savePage(store: OpenStore, fileId: string, p: PageText): void {
  const { text } = foldLines(p.lines.map((l) => l.text));
  store.db
    .prepare<(string | number)[]>(
      `INSERT INTO page_texts (file_n, page, source, engine, found, lines)
         SELECT n, ?, ?, ?, ?, ? FROM evidence_files WHERE id = ? AND state = 'ready'
       ON CONFLICT (file_n, page) DO UPDATE SET source = excluded.source,
         engine = excluded.engine, found = excluded.found, lines = excluded.lines`,
    )
    .run(
      ...[p.page, p.source, p.source === 'ocr' ? OCR_ENGINE : '', text],
      ...[JSON.stringify(p.lines.map(({ text: t, box }) => [t, box])), fileId],
    );
}

/** Notes that a file was looked into, or why it could not be. */
export function saveState(
  store: OpenStore,
  fileId: string,
  state: 'read' | 'failed',
  message = '',
): void {
  store.db
    .prepare<string[]>(
      `INSERT INTO file_texts (file_n, state, message)
         SELECT n, ?, ? FROM evidence_files WHERE id = ? AND state = 'ready'
       ON CONFLICT (file_n) DO UPDATE SET state = excluded.state, message = excluded.message`,
    )
    .run(state, message, fileId);
}

interface StateRow {
  id: string;
  state: 'read' | 'failed' | null;
  message: string | null;
  layer: number;
  ocr: number;
  waiting: number;
  none: number;
}

/** How far the words of each file of a case are known, in the order the files came in. */
export function fileTexts(store: OpenStore, caseId: string): FileTexts[] {
  const rows = store.db
    .prepare<[string], StateRow>(
      `SELECT f.id, s.state, s.message,
         coalesce(sum(t.source = 'layer'), 0) AS layer, coalesce(sum(t.source = 'ocr'), 0) AS ocr,
         coalesce(sum(t.source = 'waiting'), 0) AS waiting, coalesce(sum(t.source = 'none'), 0) AS none
       FROM evidence_files f LEFT JOIN file_texts s ON s.file_n = f.n
         LEFT JOIN page_texts t ON t.file_n = f.n
       WHERE f.case_id = ? AND f.state = 'ready' AND f.removed_at IS NULL GROUP BY f.n`,
    )
    .all(caseId);
  const known = new Map(rows.map((r) => [r.id, r]));
  return listFiles(store, caseId).map(({ fileId, mime }) => {
    const r = known.get(fileId);
    const state = readable(mime) ? (r?.state ?? 'unread') : 'wordless';
    const { layer = 0, ocr = 0, waiting = 0, none = 0 } = r ?? {};
    return { fileId, state, message: r?.message ?? '', pages: { layer, ocr, waiting, none } };
  });
}

/** Pages of a file that wait to be recognised. */
export function waitingPages(store: OpenStore, fileId: string): number[] {
  return store.db
    .prepare<[string], { page: number }>(
      `SELECT t.page FROM page_texts t JOIN evidence_files f ON f.n = t.file_n
       WHERE f.id = ? AND t.source = 'waiting' ORDER BY t.page`,
    )
    .all(fileId)
    .map((r) => r.page);
}

const parseLines = (json: string): TextLine[] =>
  (JSON.parse(json) as [string, TextLine['box']][]).map(([text, box]) => ({ text, box }));

/** The words of a file, page by page. @throws AppError `no-file` */
export function pageTexts(store: OpenStore, fileId: string): PageLines[] {
  const { n } = getFile(store, fileId);
  return store.db
    .prepare<[number], { page: number; source: TextSource; lines: string }>(
      'SELECT page, source, lines FROM page_texts WHERE file_n = ? ORDER BY page',
    )
    .all(n)
    .map(({ page, source, lines }) => ({
      page,
      source,
      lines: parseLines(lines).map(({ text, box }) => {
        if (!box) return { text, box };
        const [x, y, width, height] = box;
        return { text, box: { x, y, width, height } };
      }),
    }));
}

/** Every word, each in one of its ways, as a condition on the search form of a page. */
function condition(all: readonly Term[]): { where: string; values: string[] } {
  const one = (term: Term) => `(${term.map(() => 'instr(t.found, ?) > 0').join(' OR ')})`;
  return { where: all.map(one).join(' AND '), values: all.flat() };
}

interface HitRow {
  id: string;
  name: string;
  page: number;
  pages: number;
  source: TextSource;
  lines: string;
}

/** Pages of a case in which every word of the query occurs, in the order of the files. */
export function searchPages(
  store: OpenStore,
  caseId: string,
  query: string,
): { hits: PageHit[]; more: boolean; waiting: number } {
  const all = terms(query);
  const waiting = fileTexts(store, caseId)
    .filter((f) => f.state === 'read')
    .reduce((sum, f) => sum + f.pages.waiting, 0);
  if (all.length === 0) return { hits: [], more: false, waiting };
  const { where, values } = condition(all);
  const rows = store.db
    .prepare<(string | number)[], HitRow>(
      `SELECT f.id, f.name, t.page, t.source, t.lines,
         (SELECT count(*) FROM page_texts p WHERE p.file_n = f.n) AS pages
       FROM page_texts t JOIN evidence_files f ON f.n = t.file_n
       WHERE f.case_id = ? AND f.state = 'ready' AND f.removed_at IS NULL AND ${where}
       ORDER BY f.n, t.page LIMIT ?`,
    )
    .all(caseId, ...values, MOST_HITS + 1);
  const hits = rows.slice(0, MOST_HITS).flatMap((r): PageHit[] => {
    const found = pageHits(parseLines(r.lines), all);
    if (!found) return [];
    const { id, name, page, pages, source } = r;
    return [{ fileId: id, fileName: name, page, pages, source, ...found }];
  });
  return { hits, more: rows.length > MOST_HITS, waiting };
}

const plain = ({ before, hit, after }: Excerpt) => before + hit + after;

/** Cases with a page in which every word occurs: rows of `cases`, with where it was found. */
export function searchAllPages(store: OpenStore, query: string): Map<number, string> {
  const all = terms(query);
  if (all.length === 0) return new Map();
  const { where, values } = condition(all);
  const rows = store.db
    .prepare<string[], { n: number; name: string; page: number; lines: string }>(
      // One row a case: SQLite takes the other columns from the row of the smallest file and page.
      `SELECT c.n, f.name, t.page, t.lines, min(f.n * 1000000 + t.page)
       FROM page_texts t JOIN evidence_files f ON f.n = t.file_n JOIN cases c ON c.id = f.case_id
       WHERE f.state = 'ready' AND f.removed_at IS NULL AND ${where} GROUP BY c.n`,
    )
    .all(...values);
  return new Map(
    rows.map(({ n, name, page, lines }) => {
      const found = pageHits(parseLines(lines), all);
      return [n, `证据文件“${name}”第 ${page} 页：${found ? plain(found.excerpt) : ''}`];
    }),
  );
}
