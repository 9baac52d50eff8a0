/** Cells as text: cleaned of what exports wrap around them. Nothing in a cell is ever computed. */
import { halfWidth } from '../text/normalise.ts';

/** Without the blanks that exports put around words: tabs, no-break, ideographic and zero-width ones. */
function bare(text: string): string {
  const t = text.trim();
  return t.includes('\u200b') ? t.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '') : t;
}

/**
 * A cell without the blanks around it. `="6222…"` is how spreadsheets are told to keep digits as text: the
 * words between the quotes are taken. Any other formula stays the text that it is.
 */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined) return '';
  const text = bare(cell);
  const first = text.charCodeAt(0);
  if (first !== 61 && first !== 39) return text;
  const quoted = /^="([^"]*)"$/.exec(text) ?? /^'([\d*]+)$/.exec(text);
  return quoted ? bare(quoted[1] ?? '') : text;
}

/** A cleaned cell; the signs that stand for nothing (`/`, `-`, `--`, `——`) are nothing. */
export function wordsOf(cell: string | undefined): string {
  const text = cleanCell(cell);
  return /^[-/—–\\]+$/.test(text) ? '' : text.replace(/\s*[\r\n\t]+\s*/g, ' ');
}

/** Long numbers that a spreadsheet has turned into 4.2E+27: their digits are lost. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text);

/** A head cell for comparing: half-width, no blanks, no units, no English beside the Chinese. */
export function headName(cell: string | undefined): string {
  return halfWidth(cleanCell(cell))
    .replace(/\s/g, '')
    .replace(/[([](人民币)?元[)\]]|[([]人民币[)\]]/g, '')
    .replace(/(\p{Script=Han}[)\]]?)[([]?[A-Za-z.&/]+[)\]]?$/u, '$1')
    .replace(/[:：*]+$/, '');
}
