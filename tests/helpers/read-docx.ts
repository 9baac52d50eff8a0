/** Reads a DOCX back: its parts, and what it says and how its tables are laid out. */
import { strFromU8, unzipSync } from 'fflate';

export interface DocxCell {
  span: number;
  width: number;
  lines: string[];
}

export interface DocxRow {
  cells: DocxCell[];
  header: boolean;
  cantSplit: boolean;
  minHeight: number;
}

export interface DocxTable {
  grid: number[];
  rows: DocxRow[];
}

export interface DocxContent {
  /** Every part of the package as text, by its name in the zip (word/document.xml …). */
  parts: Record<string, string>;
  /** word/document.xml. */
  document: string;
  /** One line a paragraph, body and cells in reading order; headers and footers left out. */
  lines: string[];
  tables: DocxTable[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string) =>
  text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });

/** The text of each `<w:p>` of a piece of WordprocessingML. */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>|<w:p(?: [^>]*)?\/>/gs)].map(([, inner]) =>
    [...(inner ?? '').matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:(tab|br)\b[^>]*\/>/gs)]
      .map(([, text, control]) =>
        control ? (control === 'tab' ? '\t' : '\n') : decode(text ?? ''),
      )
      .join(''),
  );
}

const number = (xml: string, pattern: RegExp, otherwise: number) => {
  const found = pattern.exec(xml)?.[1];
  return found === undefined ? otherwise : Number(found);
};

function table(xml: string): DocxTable {
  const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
  const rows = [...xml.matchAll(/<w:tr(?: [^>]*)?>(.*?)<\/w:tr>/gs)].map(([, row = '']) => ({
    header: /<w:tblHeader(?!\s+w:val="(?:false|off|0)")/.test(row),
    cantSplit: /<w:cantSplit(?!\s+w:val="(?:false|off|0)")/.test(row),
    minHeight: number(row, /<w:trHeight[^>]*w:val="(\d+)"/, 0),
    cells: [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => ({
      span: number(cell, /<w:gridSpan w:val="(\d+)"/, 1),
      width: number(cell, /<w:tcW[^>]*w:w="(\d+)"/, 0),
      lines: paragraphs(cell),
    })),
  }));
  return { grid, rows };
}

/** Unzips and reads a DOCX. Throws when the bytes are no zip or hold no word/document.xml. */
export function readDocx(bytes: Uint8Array): DocxContent {
  const parts: Record<string, string> = {};
  for (const [name, data] of Object.entries(unzipSync(bytes))) parts[name] = strFromU8(data);
  const document = parts['word/document.xml'];
  if (document === undefined) throw new Error('no word/document.xml in the package');
  return {
    parts,
    document,
    lines: paragraphs(document),
    tables: [...document.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, t = '']) => table(t)),
  };
}

/** All that is said, without white space: what two renderings of one paper must have in common. */
export const flat = (lines: string[]): string => lines.join('').replace(/[\s\u3000]/g, '');
