/**
 * A paper as data. Templates build it from the case; main/papers renders it twice, to DOCX and to PDF,
 * so that the two can't say different things. Lengths are twips (1/20 pt), font sizes half-points as in OOXML.
 */

/** Page profiles of form 00: E element form, N narrative, T table or annex, L letter, G 公文. */
export type Profile = 'E' | 'N' | 'T' | 'L' | 'G';

/** A piece of text. `box` runs are checkboxes: printed ☑ or □, never dropped. */
export type Run =
  | {
      text: string;
      bold?: boolean;
      font?: FontRole;
      underline?: boolean;
      size?: number;
      /** Where the text leads in the PDF; a DOCX shows it as plain text. */
      link?: string;
    }
  | { box: boolean };

/** Faces by role; the renderers own the fallback chains (form 00 Fonts). */
export type FontRole = 'song' | 'hei' | 'kai' | 'fangsong' | 'xiaobiaosong';

/**
 * What a paragraph is; the profile decides how it looks.
 * title/subtitle · heading (诉讼请求：) · body (first-line indent in N, L, G) · plain (no indent) ·
 * section (section bar of E) · hint (楷体 line of E) · notice (说明：, ★特别提示★ in 黑体) ·
 * salutation (此致) · court (flush left court name) · attachment (附：) · signature (right block, room to sign) ·
 * caseLine (head of T papers) · formula (small print under a table)
 */
export type ParagraphStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'body'
  | 'plain'
  | 'section'
  | 'hint'
  | 'notice'
  | 'salutation'
  | 'court'
  | 'attachment'
  | 'signature'
  | 'caseLine'
  | 'formula';

export interface Paragraph {
  type: 'paragraph';
  style: ParagraphStyle;
  runs: Run[];
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Keep on the same page as the next block. */
  keepNext?: boolean;
  /** Case field this passage shows (dotted path), so that the preview can lead to it. */
  field?: string;
}

export interface Cell {
  paragraphs: Paragraph[];
  /** Grid columns covered; default 1. */
  span?: number;
  /**
   * Rows covered, this one included; default 1. The cells it covers stay in their rows, empty and as wide:
   * they keep the grid and the reading order, and are not drawn.
   */
  rowSpan?: number;
  align?: 'left' | 'center' | 'right';
  vAlign?: 'top' | 'center';
  /** label cells of E have their own inset. */
  role?: 'label' | 'value' | 'full' | 'head' | 'total';
}

export interface Row {
  cells: Cell[];
  /** Least height in twips. */
  minHeight?: number;
  /** Repeated at the top of each page. */
  header?: boolean;
  /** May this row break over a page? Default: no; long free-text rows say true. */
  mayBreak?: boolean;
}

export interface Table {
  type: 'table';
  /** Grid column widths in twips. */
  columns: number[];
  rows: Row[];
  /** E: 5; others 0. */
  indent?: number;
}

export interface PageBreak {
  type: 'pageBreak';
}

export type Block = Paragraph | Table | PageBreak;

export interface Paper {
  /** Template id, e.g. `complaint-elements`. */
  id: string;
  /** Chinese title as printed and as used in the file name. */
  title: string;
  profile: Profile;
  landscape?: boolean;
  blocks: Block[];
  /** File name without extension: 序号-材料名称-当事人 (form 03 F). */
  fileName: string;
  /** At the foot of each page; without it the profile's plain number. `counted` false: the prefix alone. */
  pageNumber?: { prefix: string; counted: boolean };
  /** Day written into the file's metadata, so that the same input gives the same bytes. */
  date: string;
}

/** A run of plain text. */
export const t = (text: string): Run => ({ text });
/** A bold run. */
export const b = (text: string): Run => ({ text, bold: true });
/** A checkbox. */
export const box = (ticked: boolean): Run => ({ box: ticked });

/** A paragraph of one style from text or runs. */
export function p(
  style: ParagraphStyle,
  content: string | Run[],
  more: Partial<Paragraph> = {},
): Paragraph {
  return {
    type: 'paragraph',
    style,
    runs: typeof content === 'string' ? [t(content)] : content,
    ...more,
  };
}

/** Everything a paper says, as text: one line a paragraph, cells in reading order, ☑ and □ for boxes. */
export function paperText(paper: Paper): string[] {
  const line = (par: Paragraph) =>
    par.runs.map((r) => ('box' in r ? (r.box ? '☑' : '□') : r.text)).join('');
  return paper.blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [line(block)];
    if (block.type === 'pageBreak') return [];
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map(line)));
  });
}
