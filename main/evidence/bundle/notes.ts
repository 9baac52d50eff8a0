/** What the user noted about the inside of an exhibit, matched with the pages of its files in the book. */
import type { EvidenceItem } from '../../../shared/case/conduct.ts';
import { pageRange } from '../../../shared/case/exhibits.ts';
import type { RegionMark, TranscriptLine } from '../../../shared/case/record-parts.ts';
import type { SheetLine } from '../../../templates/transcript-sheet.ts';
import type { MarkBox } from './pdf/marks.ts';
import type { Part, Prepared } from './prepare.ts';
import { breakable, printable } from './source/words.ts';
import type { RecognisedLine, RecognisedPage, SourceFile } from './types.ts';

/** A box of which less than this is on a page belongs to the page before or after it. */
const LEAST_SEEN = 0.25;

/** Longest run of letters that fits the column of the words. */
const LONGEST_WORD = 40;

/** Text as it can be set: emoji by number, long runs of letters broken. */
export const clean = (text: string): string => breakable(printable(text), LONGEST_WORD);

/**
 * The id under which marks and lines name a file: its own in the store; for loose files the one that the case
 * file has at the same place.
 */
export const notedId = (item: EvidenceItem, file: SourceFile, place: number): string =>
  item.fileIds.includes(file.key) ? file.key : (item.fileIds[place] ?? file.key);

export interface PlacedBox {
  markId: string;
  /** Page of the part, from 0. */
  n: number;
  box: MarkBox;
}

/** The part of a box that is on a slice of a tall picture; null when it belongs to another. */
function onSlice(
  { x, y, width, height }: RegionMark,
  slice: { top: number; height: number },
): MarkBox | null {
  const top = Math.max(0, (y - slice.top) / slice.height);
  const bottom = Math.min(1, (y + height - slice.top) / slice.height);
  const seen = bottom - top;
  const share = height === 0 ? 0 : (seen * slice.height) / height;
  return seen > 0 && (share >= LEAST_SEEN || seen >= 0.5)
    ? { x, y: top, width, height: seen }
    : null;
}

/** The boxes to draw on the pages of one file. */
export function placedBoxes(
  item: EvidenceItem,
  fileId: string,
  part: Part,
  pages: number,
): PlacedBox[] {
  const marks = item.marks.filter((m) => m.printed && m.fileId === fileId);
  return marks.flatMap((mark): PlacedBox[] => {
    const { id: markId, x, y, width, height, page } = mark;
    if (part.kind === 'pdf')
      return page <= pages ? [{ markId, n: page - 1, box: { x, y, width, height } }] : [];
    if (part.kind !== 'pictures') return [];
    return part.pictures.flatMap((picture, n) => {
      const box = picture.part.page === page ? onSlice(mark, picture.part) : null;
      return box ? [{ markId, n, box }] : [];
    });
  });
}

/** The recognised lines of each page of one file, from 0. A line at the seam of a cut picture is on both pages. */
export function placedWords(
  words: readonly RecognisedPage[],
  part: Part,
): (n: number) => readonly RecognisedLine[] {
  const of = (page: number) => words.find((w) => w.page === page)?.lines ?? [];
  if (part.kind === 'pdf') return (n) => of(n + 1);
  if (part.kind !== 'pictures') return () => [];
  return (n) => {
    const slice = part.pictures[n]?.part;
    if (!slice) return [];
    return of(slice.page).flatMap(({ text, box }) => {
      const y = (box.y - slice.top) / slice.height;
      const height = box.height / slice.height;
      return y >= 0 && y + height <= 1 ? [{ text, box: { ...box, y, height } }] : [];
    });
  };
}

/** Marks to be printed that stand on no page of the book: their file is gone, or is set as text. */
export function lostMarks(item: EvidenceItem, prepared: readonly Prepared[]): number {
  const drawn = new Set(prepared.flatMap((p) => p.boxes.map((b) => b.markId)));
  return item.marks.filter((m) => m.printed && !drawn.has(m.id)).length;
}

const written = (line: TranscriptLine): boolean => line.content.trim() !== '';

/** The file a line stands in: with one file there is no other. */
const fileOf = (line: TranscriptLine, own: readonly { fileId: string }[]): string | null =>
  line.fileId ?? (own.length === 1 ? (own[0]?.fileId ?? null) : null);

const sheetLine = (line: TranscriptLine, pages: string): SheetLine => ({
  date: line.date ?? '',
  time: line.time,
  speaker: clean(line.speaker),
  content: clean(line.content.trim()),
  pages,
});

/** What is said in a recording, all of it. */
export function spokenLines(item: EvidenceItem, fileId: string, only: boolean): SheetLine[] {
  const own = only ? [{ fileId }] : [];
  return item.transcript
    .filter((line) => written(line) && fileOf(line, own) === fileId)
    .map((line) => sheetLine(line, ''));
}

/** Pages of a part, from 0, on which a page of its file stands; all of them where that is not known. */
function sheetsOf({ part, pages }: Prepared, page: number): { from: number; to: number } {
  const all = { from: 0, to: pages - 1 };
  if (part.kind === 'pdf') return page <= pages ? { from: page - 1, to: page - 1 } : all;
  if (part.kind !== 'pictures') return all;
  const found = part.pictures.flatMap((p, n) => (p.part.page === page ? [n] : []));
  return found.length === 0 ? all : { from: Math.min(...found), to: Math.max(...found) };
}

/** Lines for the extract table: those that are quoted and not printed at a recording. */
export function quotedLines(item: EvidenceItem, own: readonly Prepared[]): TranscriptLine[] {
  const sounds = new Set(own.filter((p) => p.sound).map((p) => p.fileId));
  return item.transcript.filter(
    (line) => line.quoted && written(line) && !sounds.has(fileOf(line, own) ?? ''),
  );
}

/** The lines with their pages in the book, for an exhibit that begins at page `first`. */
export function pagedLines(
  lines: readonly TranscriptLine[],
  own: readonly Prepared[],
  first: number,
): SheetLine[] {
  const starts = new Map<string, number>();
  let next = first;
  for (const p of own) {
    starts.set(p.fileId, next);
    next += p.pages;
  }
  return lines.map((line) => {
    const fileId = fileOf(line, own);
    const prepared = own.find((p) => p.fileId === fileId);
    const start = starts.get(fileId ?? '');
    if (!prepared || start === undefined) return sheetLine(line, '');
    const { from, to } = sheetsOf(prepared, line.page);
    return sheetLine(line, pageRange({ from: start + from, to: start + to }));
  });
}
