/** Where the words of a query stand: in a line, and on a page. */
import { type FoldedLines, foldLines } from './fold.ts';
import type { Term } from './terms.ts';

/** A rectangle in shares (0 to 1) of a page. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of text with the found word in its middle. */
export interface Excerpt {
  before: string;
  hit: string;
  after: string;
}

interface Line {
  text: string;
  /** left, top, width, height; null for a text without places. */
  box: readonly [number, number, number, number] | null;
}

/** Signs shown on each side of a hit. */
const AROUND = 18;
const MOST_PLACES = 60;

const cut = (text: string) =>
  text.replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').replaceAll(/\s+/g, ' ');

/** The part of `text` around the hit from `start` to `end`. */
export function excerptOf(text: string, start: number, end: number): Excerpt {
  const [left, right] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return {
    before: (left > 0 ? '…' : '') + cut(text.slice(left, start)),
    hit: cut(text.slice(start, end)),
    after: cut(text.slice(end, right)) + (right < text.length ? '…' : ''),
  };
}

/** Places in the search text where a word begins and ends, in order, none inside another. */
function ranges(text: string, all: readonly Term[]): [number, number][] {
  const found: [number, number][] = [];
  for (const way of all.flat())
    for (let at = text.indexOf(way); at >= 0; at = text.indexOf(way, at + way.length))
      found.push([at, at + way.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(
    ([start, end], i) => !found.slice(0, i).some(([s, e]) => s <= start && end <= e),
  );
}

/** How wide a sign is drawn, in parts of a Chinese one. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1;
  return width;
};

/** The part of a line's rectangle that some of its signs take, a column's from top to bottom. */
function part({ text, box }: Line, from: number, to: number): Place | null {
  if (!box) return null;
  const [x, y, width, height] = box;
  const whole = widthOf(text) || 1;
  const start = widthOf(text.slice(0, from)) / whole;
  const share = widthOf(text.slice(from, to)) / whole;
  return height > width * 2 && text.length > 2
    ? { x, y: y + height * start, width, height: height * share }
    : { x: x + width * start, y, width: width * share, height };
}

/** The places that a stretch of the search text takes on the page. */
export function rangePlaces(
  lines: readonly Line[],
  f: FoldedLines,
  range: readonly [number, number],
): Place[] {
  const places: Place[] = [];
  for (let i = range[0]; i < range[1]; ) {
    const k = f.line[i] ?? -1;
    let last = i;
    while (last + 1 < range[1] && f.line[last + 1] === k) last += 1;
    const line = lines[k];
    const place = line && part(line, f.from[i] ?? 0, f.to[last] ?? 0);
    if (place) places.push(place);
    i = last + 1;
  }
  return places;
}

/**
 * The hits of a query on a page: how many, the first one in its line, and the places to box.
 * null when the page has none.
 */
export function pageHits(
  lines: readonly Line[],
  all: readonly Term[],
): { count: number; excerpt: Excerpt; places: Place[] } | null {
  const f = foldLines(lines.map((l) => l.text));
  const found = ranges(f.text, all);
  const [first] = found;
  if (!first) return null;
  const k = f.line[first[0]] ?? 0;
  const text = lines[k]?.text ?? '';
  const sameLine = f.line[first[1] - 1] === k;
  return {
    count: found.length,
    excerpt: excerptOf(
      text,
      f.from[first[0]] ?? 0,
      sameLine ? (f.to[first[1] - 1] ?? 0) : text.length,
    ),
    places: found.flatMap((range) => rangePlaces(lines, f, range)).slice(0, MOST_PLACES),
  };
}

/** A stretch of one line, from its sign `start` to before `end`. */
export interface LineHit {
  line: number;
  start: number;
  end: number;
  /** Counts the hits; one that goes on in the next line keeps its number. */
  hit: number;
}

/** The hits of a query in a text without places, in order. */
export function lineHits(lines: readonly string[], all: readonly Term[]): LineHit[] {
  const f = foldLines(lines);
  return ranges(f.text, all).flatMap(([from, to], hit) => {
    const found: LineHit[] = [];
    for (let i = from; i < to; i++) {
      const [line, start, end] = [f.line[i] ?? -1, f.from[i] ?? 0, f.to[i] ?? 0];
      const last = found.at(-1);
      if (line < 0) continue;
      if (last?.line === line) last.end = end;
      else found.push({ line, start, end, hit });
    }
    // A sign reaches to the next one; the space between them is not part of what was found.
    return found.map((h) => {
      const text = lines[h.line]?.slice(h.start, h.end) ?? '';
      return { ...h, end: h.start + text.trimEnd().length };
    });
  });
}
