/** Paper -> DOCX, for editing in Word or WPS. */
import {
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Paper, Run } from '../../templates/paper.ts';
import { repackDocx } from './docx-package.ts';
import { BOX_STYLE, heavy, styleId, wordAlignment, wordFonts, wordStyles } from './docx-styles.ts';
import { refuseMissingGlyphs } from './fonts.ts';
import {
  type LaidBlock,
  type LaidCell,
  type LaidPaper,
  type LaidParagraph,
  type LaidRow,
  type LaidTable,
  layPaper,
} from './layout.ts';
import { applyLetterhead, type Letterhead } from './letterhead.ts';
import type { TextStyle } from './profiles.ts';

/** Has Word draw “”—…×÷ and their like in the Chinese face, as it does for text typed in Chinese. */
const chineseHint = { hint: 'eastAsia' } as const;

function wordRun(run: Run, style: TextStyle): TextRun {
  if ('box' in run) return new TextRun({ text: run.box ? '☑' : '□', style: BOX_STYLE });
  const bold = run.bold ?? (run.font ? style.bold : undefined);
  return new TextRun({
    text: run.text,
    font: run.font ? { ...wordFonts(run.font), ...chineseHint } : chineseHint,
    ...(bold !== undefined || run.font
      ? { bold: (bold ?? false) || heavy(run.font ?? style.font) }
      : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.size ? { size: run.size } : {}),
  });
}

function wordParagraph(p: LaidParagraph, keepNext: boolean, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    style: styleId(p.styleKey),
    children: p.runs.map((run) => wordRun(run, p.style)),
    ...(p.align === p.style.align ? {} : { alignment: wordAlignment(p.align) }),
    ...(keepNext ? { keepNext: true } : {}),
    ...(pageBreakBefore ? { pageBreakBefore: true } : {}),
  });
}

function wordCell(cell: LaidCell, keepNext: boolean): TableCell {
  // A cell must end with a paragraph, even an empty one.
  const children = cell.paragraphs.map((p) => wordParagraph(p, keepNext));
  return new TableCell({
    children: children.length > 0 ? children : [new Paragraph({})],
    width: { size: cell.width, type: WidthType.DXA },
    verticalAlign: cell.vAlign === 'top' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(cell.span > 1 ? { columnSpan: cell.span } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    ...(cell.covered ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
  });
}

const wordRow = (row: LaidRow, keepNext: boolean) =>
  new TableRow({
    children: row.cells.map((cell) => wordCell(cell, keepNext)),
    ...(row.mayBreak ? {} : { cantSplit: true }),
    ...(row.header ? { tableHeader: true } : {}),
    ...(row.minHeight ? { height: { value: row.minHeight, rule: HeightRule.ATLEAST } } : {}),
  });

function wordTable(table: LaidTable): Table {
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
  const outer = rule(table.rules.outer);
  const inner = rule(table.rules.inner);
  const last = table.rows.length - 1;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: table.columns.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    indent: { size: table.indent, type: WidthType.DXA },
    columnWidths: table.columns,
    margins: {
      marginUnitType: WidthType.DXA,
      top: 0,
      bottom: 0,
      left: table.padding,
      right: table.padding,
    },
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: inner,
      insideVertical: inner,
    },
    rows: table.rows.map((row, n) =>
      wordRow(row, row.keepNext || (n === last && table.keepLastRow)),
    ),
  });
}

/** Page breaks go into the paragraph after them; before a table they take a paragraph of their own. */
function wordBlocks(blocks: LaidBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, n): (Paragraph | Table)[] => {
    const previous = blocks[n - 1];
    const next = blocks[n + 1];
    if (block.type === 'paragraph') {
      return [wordParagraph(block, block.keepNext, previous?.type === 'pageBreak')];
    }
    if (block.type === 'table') {
      // Two tables without a paragraph between them would become one.
      const gap = next?.type === 'paragraph' ? [] : [new Paragraph({})];
      return [wordTable(block), ...(next?.type === 'pageBreak' ? [] : gap)];
    }
    return next?.type === 'paragraph' ? [] : [new Paragraph({ children: [new PageBreak()] })];
  });
}

function footer(paper: LaidPaper): Footer {
  const { prefix, suffix } = paper.page.number;
  const text = (s: string) => (s ? [new TextRun({ text: s })] : []);
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          ...text(prefix),
          new TextRun({ children: [PageNumber.CURRENT] }),
          ...text(suffix),
        ],
      }),
    ],
  });
}

function wordDocument(paper: LaidPaper): Document {
  const { page } = paper;
  const landscape = page.width > page.height;
  return new Document({
    title: paper.title,
    styles: wordStyles(paper),
    compatibility: { version: 15 },
    defaultTabStop: 420,
    sections: [
      {
        properties: {
          page: {
            // docx swaps width and height of a landscape page itself.
            size: {
              width: landscape ? page.height : page.width,
              height: landscape ? page.width : page.height,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: page.top,
              bottom: page.bottom,
              left: page.left,
              right: page.right,
              header: page.header,
              footer: page.footer,
              gutter: 0,
            },
          },
        },
        footers: { default: footer(paper) },
        children: wordBlocks(paper.blocks),
      },
    ],
  });
}

/** Papers a firm may write on its own paper; forms and tables keep the official page. */
const ON_LETTERHEAD = new Set<Paper['profile']>(['N', 'L']);

/**
 * Writes a paper as DOCX, on a letterhead where it is a written paper. The same paper gives the same bytes; no name but the title's is in the metadata.
 * @throws AppError `missing-glyph` when a character is in none of the bundled fonts
 */
export async function renderDocx(
  paper: Paper,
  letterhead: Letterhead | null = null,
): Promise<Uint8Array> {
  const laid = layPaper(paper);
  refuseMissingGlyphs(laid);
  const packed = await Packer.pack(wordDocument(laid), 'uint8array');
  const docx = repackDocx(packed, laid.title, laid.date);
  return letterhead && ON_LETTERHEAD.has(paper.profile) ? applyLetterhead(docx, letterhead) : docx;
}
