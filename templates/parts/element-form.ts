/** Rows of the official element forms (profile E): bars, label rows, hint rows, with the book's heights. */
import { type Cell, type Paragraph, p, type Row, type Run, t } from '../paper.ts';

/** One printed line of a value cell. */
export type Line = string | Run[];

/** Grid of the complaint: 2270 + 7074 or 2385 + 6959 from one grid of three (form 00). */
export const COMPLAINT_GRID = [2270, 115, 6959];
/** Grid of the enforcement application. */
export const ENFORCEMENT_GRID = [2383, 6961];
/** Table indent of profile E. */
export const ELEMENT_INDENT = 5;

/** Least heights of the official rows, twips (form 00). */
export const HEIGHT = {
  section: 465,
  hint: 1734,
  person: 2754,
  organisation: 3776,
  agent: 1981,
  repaymentMethod: 1734,
  mediationBenefits: 5475,
  complaintNotice: 4453,
  enforcementNotice: 7851,
} as const;

const LINE_HEIGHTS = [375, 715, 1054, 1394, 1734];

/** Height of a row of n printed lines: 375, 715, 1054, 1394, then 340 a line. */
export function lineHeight(n: number): number {
  return LINE_HEIGHTS[n - 1] ?? 1734 + 340 * (n - 5);
}

const runs = (line: Line): Run[] => (typeof line === 'string' ? [t(line)] : line);

/** Lines as paragraphs without indent. */
export function plain(lines: Line[], field?: string): Paragraph[] {
  return lines.map((line) => p('plain', runs(line), field === undefined ? {} : { field }));
}

/** Width of a line in characters of Chinese. */
const ems = (text: string) => [...text].reduce((n, c) => n + (c < '\u0250' ? 0.55 : 1), 0);
/** Characters of text that leave room in a value cell for the form's wide gaps. */
const ROOMY = 24;

/** Two or three entries on one line, kept apart the way the form does; closer when they are long. */
export function spaced(...entries: string[]): string {
  return entries.join(ems(entries.join('')) > ROOMY ? '    ' : '            ');
}

/** Free text as paragraphs, one a line of the text. */
export function textLines(text: string): Line[] {
  return text.split(/\r?\n/).map((line) => line.trimEnd());
}

/** What a form's grid means for its rows. */
export interface Grid {
  full: number;
  /** Columns covered by [label, value]. */
  party: [number, number];
  facts: [number, number];
}

export const complaintGrid: Grid = { full: 3, party: [1, 2], facts: [2, 1] };
export const enforcementGrid: Grid = { full: 2, party: [1, 1], facts: [1, 1] };

/** A label cell and its value cell. */
export function labelRow(
  spans: [number, number],
  label: string,
  lines: Line[],
  more: { minHeight?: number; field?: string; mayBreak?: boolean } = {},
): Row {
  const cell = (role: 'label' | 'value', span: number, paragraphs: Paragraph[]): Cell => ({
    role,
    vAlign: 'center',
    paragraphs,
    ...(span > 1 ? { span } : {}),
  });
  return {
    minHeight: more.minHeight ?? lineHeight(lines.length),
    ...(more.mayBreak ? { mayBreak: true } : {}),
    cells: [
      cell('label', spans[0], [p('plain', label)]),
      cell('value', spans[1], plain(lines, more.field)),
    ],
  };
}

/** 当事人信息 and the other bars, kept with the row below. */
export function sectionBar(grid: Grid, title: string): Row {
  return {
    minHeight: HEIGHT.section,
    cells: [
      {
        role: 'full',
        span: grid.full,
        align: 'center',
        vAlign: 'center',
        paragraphs: [p('section', title, { align: 'center', keepNext: true })],
      },
    ],
  };
}

/** （可完整表述…） and the free text below it. */
export function hintRow(grid: Grid, hint: string, text: string, field: string): Row {
  return {
    minHeight: HEIGHT.hint,
    mayBreak: true,
    cells: [
      {
        role: 'full',
        span: grid.full,
        vAlign: 'top',
        paragraphs: [p('hint', hint), ...plain(textLines(text), field)],
      },
    ],
  };
}

/** 说明： and ★特别提示★, printed word for word. */
export function noticeRow(
  grid: Grid,
  notice: { head: string; lines: string[]; alertHead: string; alerts: string[] },
  minHeight: number,
): Row {
  return {
    minHeight,
    mayBreak: true,
    cells: [
      {
        role: 'full',
        span: grid.full,
        vAlign: 'top',
        paragraphs: [
          p('notice', notice.head),
          ...plain(notice.lines),
          p('notice', notice.alertHead),
          ...plain(notice.alerts),
        ],
      },
    ],
  };
}
