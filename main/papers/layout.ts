/**
 * A paper made ready for the renderers: text cleaned of what neither can print, styles looked up, cells
 * placed on the grid, and what must stay together on a page tied together.
 */
import type { Block, Cell, Paper, Paragraph, Row, Run, Table } from '../../templates/paper.ts';
import {
  type BodyStyle,
  bodyStyle,
  cellPadding,
  cellStyle,
  type PageSetup,
  pageSetup,
  type TextStyle,
  tableRules,
} from './profiles.ts';
import { tallestText } from './row-height.ts';

export interface LaidParagraph {
  type: 'paragraph';
  /** Name of the look, unique within the paper: `title`, `signatureFirst`, `label-plain` … */
  styleKey: string;
  style: TextStyle;
  runs: Run[];
  align: TextStyle['align'];
  keepNext: boolean;
  field: string | undefined;
}

export interface LaidCell {
  x: number;
  span: number;
  /** Rows covered, downwards; 1 for a plain cell. */
  rowSpan: number;
  /** Lies under a cell of a row above: kept for the grid, not drawn. */
  covered: boolean;
  /** Twips. */
  width: number;
  vAlign: 'top' | 'center';
  paragraphs: LaidParagraph[];
}

export interface LaidRow {
  cells: LaidCell[];
  minHeight: number;
  header: boolean;
  mayBreak: boolean;
  /** Stays on the page of the next row (a section bar). */
  keepNext: boolean;
}

export interface LaidTable {
  type: 'table';
  columns: number[];
  indent: number;
  padding: number;
  rules: { outer: number; inner: number };
  rows: LaidRow[];
  /** The last row stays on the page of what follows (the signature). */
  keepLastRow: boolean;
}

export type LaidBlock = LaidParagraph | LaidTable | { type: 'pageBreak' };

export interface LaidPaper {
  title: string;
  date: string;
  page: PageSetup;
  /** false: the foot of the page shows no count. */
  counted: boolean;
  blocks: LaidBlock[];
}

/**
 * Takes out what no paper can show: control characters, half surrogate pairs, joiners and direction marks
 * that come along when text is pasted from a chat. Tabs become a wide space.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '\u3000')
    .replace(/[\p{Cs}\p{Cf}\u{fffe}\u{ffff}]/gu, '')
    .replace(/\ufe0e|\ufe0f/g, '')
    .replace(/\p{Zs}/gu, (c) => (c === '\u3000' ? c : ' '))
    .replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ''));
}

/** One paragraph for each line of a text with line breaks in it. */
function splitLines(paragraph: Paragraph): Paragraph[] {
  const lines: Run[][] = [[]];
  for (const run of paragraph.runs) {
    if ('box' in run) {
      lines.at(-1)?.push(run);
      continue;
    }
    const pieces = cleanText(run.text).split('\n');
    pieces.forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((runs) => ({ ...paragraph, runs }));
}

const length = (p: { runs: Run[] }) =>
  p.runs.reduce((n, r) => n + ('box' in r ? 1 : r.text.length), 0);

/** Styles of the closing block: never torn apart, never alone on a page. */
const closing = new Set<string>(['salutation', 'court', 'attachment', 'signature']);
/** A paragraph longer than this is left to break over the page before a closing block. */
const LEAD_IN_CHARS = 200;

/** Must `block` stay on the page of `next`? */
function keeps(block: Paragraph, next: Block | undefined): boolean {
  if (!next || next.type === 'pageBreak') return false;
  if (block.keepNext !== undefined) return block.keepNext;
  if (['title', 'subtitle', 'heading', 'section', 'caseLine'].includes(block.style)) return true;
  if (next.type !== 'paragraph' || !closing.has(next.style)) return false;
  return closing.has(block.style) || length(block) <= LEAD_IN_CHARS;
}

function layCell(paper: Paper, cell: Cell, row: Row, table: Table, x: number): LaidCell {
  const span = cell.span ?? 1;
  const role = row.header ? 'head' : (cell.role ?? 'value');
  const freeText = role === 'full' && cell.paragraphs.every((p) => p.style !== 'section');
  return {
    x,
    span,
    rowSpan: cell.rowSpan ?? 1,
    covered: false,
    width: table.columns.slice(x, x + span).reduce((a, b) => a + b, 0),
    vAlign: cell.vAlign ?? (freeText ? 'top' : 'center'),
    paragraphs: cell.paragraphs.flatMap(splitLines).map((p) => {
      const style = cellStyle(paper.profile, p.style, role);
      return {
        type: 'paragraph',
        styleKey: `${role}-${p.style}`,
        style,
        runs: p.runs,
        align: p.align ?? cell.align ?? style.align,
        keepNext: false,
        field: p.field,
      };
    }),
  };
}

/** Marks the cells that lie under a cell of several rows. Throws when they are not empty and as wide. */
function coverRows(paper: Paper, rows: LaidRow[]) {
  rows.forEach((row, n) => {
    for (const cell of row.cells) {
      if (cell.rowSpan === 1) continue;
      const under = rows.slice(n + 1, n + cell.rowSpan).map((r) => {
        const found = r.cells.find((c) => c.x === cell.x && c.span === cell.span);
        const empty = found?.paragraphs.every((p) => length(p) === 0) ?? false;
        return found && empty && !found.covered && r.header === row.header ? found : undefined;
      });
      if (under.length < cell.rowSpan - 1 || under.includes(undefined)) {
        throw new Error(
          `${paper.id}: row ${n + 1} has a cell over ${cell.rowSpan} rows with no room`,
        );
      }
      for (const found of under) if (found) found.covered = true;
    }
  });
}

/**
 * A row that breaks over the page reads from the top: text centred in each part would leave gaps above it.
 * Only long text breaks; a short one goes to the next page whole rather than leave an empty part behind.
 */
const breaking = (row: LaidRow): LaidRow => ({
  ...row,
  mayBreak: true,
  cells: row.cells.map((cell) => ({ ...cell, vAlign: 'top' })),
});

function layTable(paper: Paper, table: Table, next: Block | undefined): LaidTable {
  const padding = cellPadding(paper.profile);
  const page = pageSetup(paper.profile, paper.landscape ?? false);
  const rows = table.rows.map((row, n): LaidRow => {
    let x = 0;
    const cells = row.cells.map((cell) => {
      const laid = layCell(paper, cell, row, table, x);
      x += laid.span;
      return laid;
    });
    if (x !== table.columns.length) {
      throw new Error(`${paper.id}: row ${n + 1} covers ${x} of ${table.columns.length} columns`);
    }
    const bar = row.cells.some((c) =>
      c.paragraphs.some((p) => p.style === 'section' || p.keepNext),
    );
    const laid: LaidRow = {
      cells,
      minHeight: row.minHeight ?? 0,
      header: (row.header ?? false) && table.rows.slice(0, n).every((r) => r.header),
      mayBreak: false,
      keepNext: bar && n < table.rows.length - 1,
    };
    return row.mayBreak && tallestText(laid, padding) > page.height / 3 ? breaking(laid) : laid;
  });
  coverRows(paper, rows);
  const last = rows.at(-1);
  return {
    type: 'table',
    columns: table.columns,
    indent: table.indent ?? (paper.profile === 'E' ? 5 : 0),
    padding,
    rules: tableRules(paper.profile),
    rows,
    keepLastRow:
      next?.type === 'paragraph' &&
      closing.has(next.style) &&
      rows.length > 1 &&
      !last?.mayBreak &&
      !last?.cells.some((c) => c.covered) &&
      !rows.some((r) => r.header),
  };
}

/** Lays a paper out for both renderers. Throws when a table's rows do not fill its grid. */
export function layPaper(paper: Paper): LaidPaper {
  const source = paper.blocks.flatMap((b): Block[] =>
    b.type === 'paragraph' ? splitLines(b) : [b],
  );
  const page = pageSetup(paper.profile, paper.landscape ?? false);
  const turned = Math.max(0, page.width - page.height);
  const blocks = source.map((block, n): LaidBlock => {
    const next = source[n + 1];
    if (block.type === 'pageBreak') return block;
    if (block.type === 'table') return layTable(paper, block, next);
    const previous = source[n - 1];
    const first =
      block.style === 'signature' &&
      !(previous?.type === 'paragraph' && previous.style === 'signature');
    const key: BodyStyle = first ? 'signatureFirst' : block.style;
    const upright = bodyStyle(paper.profile, key);
    // On a turned sheet the signature keeps its distance from the right edge.
    const style =
      block.style === 'signature' ? { ...upright, left: upright.left + turned } : upright;
    return {
      type: 'paragraph',
      styleKey: key,
      style,
      runs: block.runs,
      align: block.align ?? style.align,
      keepNext: keeps(block, next),
      field: block.field,
    };
  });
  return {
    title: cleanText(paper.title),
    date: paper.date,
    page: paper.pageNumber
      ? { ...page, number: { ...page.number, prefix: paper.pageNumber.prefix } }
      : page,
    counted: paper.pageNumber?.counted ?? true,
    blocks,
  };
}

/** Every paragraph of a laid paper, body and cells, in reading order. */
export function laidParagraphs(paper: LaidPaper): LaidParagraph[] {
  return paper.blocks.flatMap((b) =>
    b.type === 'paragraph'
      ? [b]
      : b.type === 'table'
        ? b.rows.flatMap((r) => r.cells.flatMap((c) => c.paragraphs))
        : [],
  );
}
