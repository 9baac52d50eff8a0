/** The text layer of a PDF page, line by line, each with its place on the page as it is shown. */
import type { PDFPageProxy } from './pdfjs.ts';
import type { LineBox, TextLine } from './types.ts';

type Matrix = readonly number[];

/** One after the other: first `b`, then `a` (both a PDF's six numbers). */
export function multiply(a: Matrix, b: Matrix): number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}

/** A run of text on the page as it is shown: where its baseline begins, where it goes, how tall it is. */
interface Run {
  text: string;
  x: number;
  y: number;
  /** Direction of the baseline, length 1. */
  dx: number;
  dy: number;
  width: number;
  height: number;
  ends: boolean;
}

function runOf(item: TextItem, view: Matrix): Run {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(view, item.transform);
  const along = Math.hypot(a, b) || 1;
  const [v0 = 1, v1 = 0] = view;
  return {
    ...{ text: item.str, x, y, dx: a / along, dy: b / along, height: Math.hypot(c, d) },
    ...{ width: item.width * Math.hypot(v0, v1), ends: item.hasEOL },
  };
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  hasEOL: boolean;
}

/** Does the run go on where the line has come to: same baseline, no gap wider than two characters? */
function continues(first: Run, last: Run, next: Run): boolean {
  const height = Math.max(first.height, next.height, 1);
  const [ex, ey] = [
    next.x - (last.x + last.dx * last.width),
    next.y - (last.y + last.dy * last.width),
  ];
  const forward = ex * first.dx + ey * first.dy;
  const aside = Math.abs(ey * first.dx - ex * first.dy);
  return (
    next.dx * first.dx + next.dy * first.dy > 0.9 &&
    aside < height * 0.4 &&
    forward > -height &&
    forward < height * 2
  );
}

const share = (n: number) => Math.round(Math.min(1, Math.max(0, n)) * 10_000) / 10_000;

function lineOf(runs: readonly Run[], width: number, height: number): TextLine {
  const xs: number[] = [];
  const ys: number[] = [];
  // From a fifth of the height below the baseline to nine tenths above it.
  for (const r of runs)
    for (const along of [0, r.width])
      for (const up of [-0.2, 0.9]) {
        xs.push((r.x + r.dx * along + r.dy * up * r.height) / width);
        ys.push((r.y + r.dy * along - r.dx * up * r.height) / height);
      }
  const [left, top] = [share(Math.min(...xs)), share(Math.min(...ys))];
  const box: LineBox = [
    ...([left, top] as const),
    share(share(Math.max(...xs)) - left),
    share(share(Math.max(...ys)) - top),
  ];
  return {
    text: runs
      .map((r) => r.text)
      .join('')
      .trim(),
    box,
  };
}

/** The lines of the page's own text, in the order of the file. */
export async function pageWords(page: PDFPageProxy): Promise<TextLine[]> {
  const view = page.getViewport({ scale: 1 });
  const lines: TextLine[] = [];
  let runs: Run[] = [];
  const end = () => {
    if (runs.some((r) => r.text.trim() !== '')) lines.push(lineOf(runs, view.width, view.height));
    runs = [];
  };
  // Read by hand: not every runtime can iterate over a stream.
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of (value as { items: (TextItem | { type: string })[] }).items) {
      if (!('str' in item)) continue;
      const run = runOf(item, view.transform);
      const [first] = runs;
      const last = runs.at(-1);
      if (first && last && item.str.trim() !== '' && !continues(first, last, run)) end();
      if (item.str !== '') runs.push(run);
      if (item.hasEOL) end();
    }
  }
  end();
  return lines;
}
