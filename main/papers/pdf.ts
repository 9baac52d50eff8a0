/** Paper -> PDF/A-2a, set by Typst in this process with the bundled fonts. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper, Run } from '../../templates/paper.ts';
import { fontFolders, pdfFaces, refuseMissingGlyphs, SYMBOLS } from './fonts.ts';
import {
  type LaidBlock,
  type LaidCell,
  type LaidPaper,
  type LaidParagraph,
  type LaidTable,
  layPaper,
} from './layout.ts';
import { linePitch, SINGLE_LINE, type TextStyle } from './profiles.ts';
import { rowHeight } from './row-height.ts';
import { typstProgram } from './typst-program.ts';

const points = (twips: number) => twips / 20;

function runData(run: Run, style: TextStyle) {
  if ('box' in run) {
    const text = run.box ? '☑' : '□';
    return {
      text,
      font: [SYMBOLS],
      size: style.size / 2,
      weight: 400,
      underline: false,
      link: null,
    };
  }
  const face = pdfFaces[run.font ?? style.font];
  const bold = face.bold || (run.bold ?? style.bold);
  return {
    text: run.text,
    font: face.chain,
    size: (run.size ?? style.size) / 2,
    weight: bold ? 700 : 400,
    underline: run.underline ?? false,
    link: run.link ?? null,
  };
}

const paragraphData = (p: LaidParagraph, above: number) => ({
  type: 'paragraph',
  style: p.styleKey,
  runs: p.runs.map((run) => runData(run, p.style)),
  align: p.align,
  keep: p.keepNext,
  above: points(above),
});

/** Space above a paragraph: what the one before wants below and this one above. */
const gap = (p: LaidParagraph, before: LaidParagraph | undefined) =>
  (before?.style.after ?? 0) + p.style.before;

const cellData = (cell: LaidCell) => ({
  x: cell.x,
  span: cell.span,
  rows: cell.rowSpan,
  top: cell.vAlign === 'top',
  fill: 0,
  above: points(cell.paragraphs[0]?.style.before ?? 0),
  below: points(cell.paragraphs.at(-1)?.style.after ?? 0),
  paragraphs: cell.paragraphs.map((p, i) =>
    paragraphData(p, i === 0 ? 0 : gap(p, cell.paragraphs[i - 1])),
  ),
});

const tableData = (table: LaidTable, above: number, tail: number) => ({
  type: 'table',
  above: points(above),
  tail,
  columns: table.columns.map(points),
  indent: points(table.indent),
  padding: points(table.padding),
  outer: table.rules.outer / 8,
  inner: table.rules.inner / 8,
  rows: table.rows.map((row, n) => {
    const { kind, least } = rowHeight(row, table.padding);
    return {
      cells: row.cells.filter((cell) => !cell.covered).map(cellData),
      least: points(least),
      height: kind,
      header: row.header,
      breaks: row.mayBreak,
      keep: row.keepNext,
      first: n === 0,
      last: n === table.rows.length - 1,
    };
  }),
});

/** How many paragraphs after the table at `n` belong to its closing block: the kept chain and its end. */
function tailLength(blocks: LaidBlock[], n: number): number {
  let count = 0;
  for (const block of blocks.slice(n + 1)) {
    if (block.type !== 'paragraph') break;
    count += 1;
    if (!block.keepNext) break;
  }
  return count;
}

function blockData(blocks: LaidBlock[], n: number) {
  const block = blocks[n];
  const before = blocks[n - 1];
  const after = before?.type === 'paragraph' ? before.style.after : 0;
  if (!block || block.type === 'pageBreak') return { type: 'pageBreak' };
  if (block.type === 'paragraph') return paragraphData(block, after + block.style.before);
  return tableData(block, after, block.keepLastRow ? tailLength(blocks, n) : 0);
}

function styleData(paper: LaidPaper) {
  const styles: Record<string, object> = {};
  const add = (p: LaidParagraph) => {
    const { style } = p;
    styles[p.styleKey] = {
      size: style.size / 2,
      pitch: linePitch(style),
      first: (style.firstLineChars * style.size) / 2,
      left: points(style.left),
      right: points(style.right),
      outline: style.outline,
    };
  };
  for (const block of paper.blocks) {
    if (block.type === 'paragraph') add(block);
    else if (block.type === 'table') {
      for (const row of block.rows) for (const cell of row.cells) cell.paragraphs.forEach(add);
    }
  }
  return styles;
}

/** The JSON that the Typst program reads. */
function paperData(paper: LaidPaper): string {
  const { page } = paper;
  const numberSize = page.number.size / 2;
  return JSON.stringify({
    title: paper.title,
    date: paper.date.split('-').map(Number),
    page: {
      width: points(page.width),
      height: points(page.height),
      top: points(page.top),
      bottom: points(page.bottom),
      left: points(page.left),
      right: points(page.right),
      // Word measures the footer from the foot of the sheet, Typst from the foot of the text.
      descent: points(page.bottom - page.footer) - numberSize * SINGLE_LINE,
    },
    number: {
      ...page.number,
      size: numberSize,
      font: pdfFaces.song.chain,
      counted: paper.counted,
    },
    styles: styleData(paper),
    blocks: paper.blocks.map((_, n) => blockData(paper.blocks, n)),
  });
}

let compiler: NodeCompiler | undefined;

/** The typesetter, kept with its fonts for the life of the process; the first call takes about 0.2 s. */
function typesetter(): NodeCompiler {
  if (!compiler) {
    const fontPaths = fontFolders();
    compiler = NodeCompiler.create({ workspace: fontPaths[0] ?? '.', fontArgs: [{ fontPaths }] });
  }
  return compiler;
}

export interface RenderedPdf {
  pdf: Uint8Array;
  pages: number;
}

/**
 * Sets a paper as PDF/A-2a (tagged, fonts embedded and subset, dated by `paper.date`). The same paper
 * gives the same bytes.
 * @throws AppError `missing-glyph` when a character is in none of the bundled fonts
 */
export function renderPdf(paper: Paper): RenderedPdf {
  const laid = layPaper(paper);
  refuseMissingGlyphs(laid);
  const typst = typesetter();
  const compiled = typst.compile({
    mainFileContent: typstProgram,
    inputs: { paper: paperData(laid) },
  });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    const details = error ? typst.fetchDiagnostics(error) : [];
    throw new Error(`typst: ${paper.id}: ${JSON.stringify(details)}`);
  }
  const bytes = typst.pdf(document, { pdfStandard: 'a-2a' });
  const pages = document.numOfPages;
  typst.evictCache(10);
  return { pdf: new Uint8Array(bytes), pages };
}
