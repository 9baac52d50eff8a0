/** Rows of a delimited text file. Quotes, mixed line ends and cut-off files are taken as they come. */
import type { GridRow } from './types.ts';

/** A quoted field over more lines than this has lost its closing quote: the quote is then a letter. */
const MAX_LINES_IN_FIELD = 20;
const MAX_FIELD = 20_000;

/** End of a quoted field that begins at `at` (after its quote): index behind the closing quote, or -1. */
function closing(text: string, at: number): number {
  let lines = 0;
  for (let i = at; i < text.length && i - at < MAX_FIELD; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 && ++lines > MAX_LINES_IN_FIELD) return -1;
    if (c !== 34) continue;
    if (text.charCodeAt(i + 1) === 34) i += 1;
    else return i + 1;
  }
  return -1;
}

/**
 * The rows of a text, one by one. Blank lines are rows without content, so that numbers stay those of the file.
 * @param delimiter one character
 */
export function* csvRows(text: string, delimiter: string): Generator<GridRow> {
  const cut = delimiter.charCodeAt(0);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const n = line;
    const cells: string[] = [];
    for (let ended = false; !ended; ) {
      let cell = '';
      if (text.charCodeAt(at) === 34) {
        const end = closing(text, at + 1);
        if (end > 0) {
          const inner = text.slice(at + 1, end - 1);
          for (let i = inner.indexOf('\n'); i >= 0; i = inner.indexOf('\n', i + 1)) line += 1;
          cell = inner.replaceAll('""', '"');
          at = end;
        }
      }
      const from = at;
      let c = text.charCodeAt(at);
      while (at < text.length && c !== cut && c !== 10 && c !== 13) c = text.charCodeAt(++at);
      cells.push(cell + text.slice(from, at));
      if (at < text.length && c === cut) at += 1;
      else ended = true;
    }
    const raw = text.slice(start, at);
    // \r\n, \n and \r all end a line, also mixed in one file.
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 2;
    else at += 1;
    line += 1;
    yield { n, cells, raw };
  }
}
