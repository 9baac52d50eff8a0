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

export interface RowHeight {
  /** `fixed`: as high as `least`; `auto`: as high as its text; `measure`: the higher of the two, to be found out. */
  kind: 'fixed' | 'auto' | 'measure';
  /** Twips. */
  least: number;
}

/** Runs of a size of their own make a line of another height than its paragraph's style says. */
const ownSize = (cell: LaidCell) =>
  cell.paragraphs.some((p) => p.runs.some((run) => !('box' in run) && run.size !== undefined));

/** What is known of a row's height before it is set; most rows of a form need no measuring. */
export function rowHeight(row: LaidRow, padding: number): RowHeight {
  const auto: RowHeight = { kind: 'auto', least: row.minHeight };
  if (row.minHeight === 0) return auto;
  // A cell over several rows takes its room from all of them.
  const own = row.cells.filter((c) => c.rowSpan === 1 && !c.covered);
  if (own.length === 0) return auto;
  const low = Math.max(...own.map((c) => height(c, () => 1)));
  const most = Math.max(...own.map((c) => height(c, (p) => mostLines(p, c.width - 2 * padding))));
  const least = Math.max(row.minHeight, low);
  // Where no paragraph can need a second line, or only one beside a higher cell, the height is known.
  const known = !row.mayBreak && most <= least && (low <= row.minHeight || !own.some(ownSize));
  if (known) return { kind: 'fixed', least };
  return low > row.minHeight ? auto : { kind: 'measure', least };
}
