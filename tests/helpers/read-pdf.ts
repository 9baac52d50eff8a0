/** Reads a PDF back through PDF.js: text in the order of its structure tree, metadata, outline, fonts. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfContent {
  pages: number;
  /**
   * One line a paragraph (a paragraph broken over two pages gives two), body and cells in reading
   * order; page numbers and repeated table heads are artifacts of the page and left out.
   */
  lines: string[];
  /** Everything printed on each page, page numbers included, in drawing order. */
  pageTexts: string[];
  /** Width and height of each page in points. */
  sizes: { width: number; height: number }[];
  title: string;
  language: string;
  created: string;
  /** XMP metadata as text; '' when there is none. */
  xmp: string;
  outline: string[];
  /** PostScript names of the embedded fonts, subset tag included (ABCDEF+Name). */
  fonts: string[];
}

interface TreeNode {
  role?: string;
  children?: TreeNode[];
  type?: string;
  id?: string;
}

const blocks = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Title', 'Caption', 'LBody']);

/** Text by id of marked content; text outside any (artifacts) is not in the map. */
function markedTexts(items: unknown[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const raw of items) {
    const item = raw as { type?: string; id?: string; str?: string; hasEOL?: boolean };
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str !== undefined) {
      const id = open.findLast((x) => x !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    }
  }
  return texts;
}

function collect(node: TreeNode, texts: Map<string, string>, lines: string[]): string {
  if (node.type === 'content') return texts.get(node.id ?? '') ?? '';
  let own = '';
  for (const child of node.children ?? []) own += collect(child, texts, lines);
  if (!own || !blocks.has(node.role ?? '')) return own;
  // PDF.js puts a space where the pen jumps: to the next cell, or between Chinese and figures.
  lines.push(own.trim());
  return '';
}

/** Opens and reads a PDF. Throws when PDF.js cannot open it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const content: PdfContent = {
      pages: pdf.numPages,
      lines: [],
      pageTexts: [],
      sizes: [],
      title: '',
      language: '',
      created: '',
      xmp: '',
      outline: [],
      fonts: [],
    };
    const latin1 = Buffer.from(bytes).toString('latin1');
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tree = (await page.getStructTree()) as TreeNode | null;
      if (tree) {
        const rest = collect(tree, markedTexts(items), content.lines);
        if (rest) content.lines.push(rest);
      }
      content.pageTexts.push(items.map((i) => ('str' in i ? i.str : '')).join(''));
      const { width, height } = page.getViewport({ scale: 1 });
      content.sizes.push({ width, height });
    }
    const { info, metadata } = await pdf.getMetadata();
    const record = info as Record<string, unknown>;
    content.title = String(record.Title ?? '');
    content.created = String(record.CreationDate ?? '');
    content.language = String(record.Language ?? '');
    content.xmp = metadata?.getRaw() ?? '';
    content.outline = ((await pdf.getOutline()) ?? []).map((o) => o.title);
    content.fonts = [...new Set([...latin1.matchAll(/\/FontName\s*\/([^\s/<>[\]()]+)/g)])].map(
      (m) => m[1] ?? '',
    );
    return content;
  } finally {
    await task.destroy();
  }
}
