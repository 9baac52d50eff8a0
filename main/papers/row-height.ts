/**
 * How high a table row's text can be at least and at most, without setting it. Most rows of a form are
 * decided by this; only the rest have to be measured by the typesetter, which costs as much as setting them.
 */
import type { LaidCell, LaidParagraph, LaidRow } from './layout.ts';
import { linePitch } from './profiles.ts';

/** Bounds of the width of a text in ems: marks may be squeezed to half, spaces may be put around figures. */
function emWidth(text: string): number {
  let width = 0;
  for (const c of text)
    width += /[\p{Ll}\p{Nd}\p{Zs}.,:;/%()-]/u.test(c) && c < '\u0250' ? 0.65 : 1;
  const seams = text.match(/\p{Script=Han}[\w%]|[\w%]\p{Script=Han}/gu)?.length ?? 0;
  return width + seams * 0.25;
}

function mostLines(p: LaidParagraph, width: number): number {
  const { style } = p;
  let ems = style.firstLineChars;
  for (const run of p.runs) {
    const scale = 'box' in run ? 1 : (run.size ?? style.size) / style.size;
    ems += ('box' in run ? 1 : emWidth(run.text)) * scale;
  }
  // A line may end up to two characters early, where a mark or a number must not be cut off.
  const room = (width - style.left - style.right) / (style.size * 10) - 2;
  return room < 4 ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(ems / room));
}

/** Height of a cell in twips with the given number of lines in each paragraph. */
function height(cell: LaidCell, lines: (p: LaidParagraph) => number): number {
  return cell.paragraphs.reduce(
    (sum, p) => sum + p.style.before + lines(p) * linePitch(p.style) * 20 + p.style.after,
    0,
  );
}

/** The most a row's text may take, twips. */
export function tallestText(row: LaidRow, padding: number): number {
  return Math.max(...row.cells.map((c) => height(c, (p) => mostLines(p, c.width - 2 * padding))));
}

/** `fixed`: the least height is enough; `auto`: the text is higher; `measure`: cannot be told from here. */
export function rowHeight(row: LaidRow, padding: number): 'fixed' | 'auto' | 'measure' {
  if (row.minHeight === 0) return 'auto';
  // A cell over several rows takes its room from all of them.
  const own = row.cells.filter((c) => c.rowSpan === 1 && !c.covered);
  if (own.length === 0) return 'auto';
  if (own.some((c) => height(c, () => 1) > row.minHeight)) return 'auto';
  const most = Math.max(...own.map((c) => height(c, (p) => mostLines(p, c.width - 2 * padding))));
  return !row.mayBreak && most <= row.minHeight ? 'fixed' : 'measure';
}
