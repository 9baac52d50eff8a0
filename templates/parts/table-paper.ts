/** Tables of profile T: head repeated on every page, rows whole, amounts right, totals bold (form 00). */
import { type Cell, p, type Row, type Run, type Table } from '../paper.ts';

/** Widths of the text area with 2 cm margins, twips. */
export const PORTRAIT_WIDTH = 11906 - 2 * 1134;
export const LANDSCAPE_WIDTH = 16838 - 2 * 1134;

export type Align = 'left' | 'center' | 'right';

export interface Column {
  title: string;
  /** Share of the width. */
  weight: number;
  align?: Align;
  /** Half-points, where the profile's 五号 is too wide. */
  size?: number;
}

/** Column widths that add up exactly to the text area. */
export function widths(columns: Column[], landscape: boolean): number[] {
  const full = landscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
  const sum = columns.reduce((n, col) => n + col.weight, 0);
  const out = columns.map((col) => Math.floor((full * col.weight) / sum));
  const rest = full - out.reduce((n, w) => n + w, 0);
  return out.map((w, i) => (i === out.length - 1 ? w + rest : w));
}

/** One cell of text; bold in heads and totals. */
export function cell(
  text: string | Run[],
  more: {
    span?: number;
    align?: Align;
    role?: Cell['role'];
    field?: string;
    size?: number;
    link?: string;
  } = {},
): Cell {
  const { align, field, link, role, size, span } = more;
  const bold = role === 'head' || role === 'total';
  const look = { ...(bold ? { bold } : {}), ...(size ? { size } : {}), ...(link ? { link } : {}) };
  const runs: Run[] = typeof text === 'string' ? [{ text, ...look }] : text;
  return {
    vAlign: 'center',
    ...(align ? { align } : {}),
    ...(role ? { role } : {}),
    ...(span ? { span } : {}),
    paragraphs: [p('plain', runs, { ...(align ? { align } : {}), ...(field ? { field } : {}) })],
  };
}

const sized = (col: Column | undefined) => (col?.size ? { size: col.size } : {});

/** The head row. */
export function headRow(columns: Column[]): Row {
  return {
    header: true,
    cells: columns.map((col) => cell(col.title, { role: 'head', align: 'center', ...sized(col) })),
  };
}

/** A row of plain texts in the columns' alignment; `link`: where the row leads in the PDF. */
export function bodyRow(columns: Column[], texts: string[], field?: string, link?: string): Row {
  return {
    cells: texts.map((text, i) =>
      cell(text, {
        align: columns[i]?.align ?? 'left',
        ...sized(columns[i]),
        ...(field ? { field } : {}),
        ...(link ? { link } : {}),
      }),
    ),
  };
}

/** A bold row of totals; `null` gives its column to the cell before it. */
export function totalRow(columns: Column[], texts: (string | null)[]): Row {
  const cells: Cell[] = [];
  texts.forEach((text, i) => {
    const before = cells.at(-1);
    if (text === null && before) before.span = (before.span ?? 1) + 1;
    else {
      const align = columns[i]?.align ?? 'left';
      cells.push(cell(text ?? '', { role: 'total', align, ...sized(columns[i]) }));
    }
  });
  return { cells };
}

export function table(columns: Column[], landscape: boolean, rows: Row[]): Table {
  return { type: 'table', columns: widths(columns, landscape), indent: 0, rows };
}
