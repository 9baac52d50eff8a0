/** Makes files for evidence bundles, builds books from them in a folder of their own, reads books back. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buildBundle } from '../../main/evidence/bundle/build.ts';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import type { BundleOptions, BundleResult, SourceFile } from '../../main/evidence/bundle/types.ts';
import { sniff } from '../../main/evidence/sniff.ts';
import { type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { contextFrom } from './paper-context.ts';

export interface Given {
  item: string;
  name: string;
  bytes: Uint8Array;
}

/** The second engine's own faces for PDFs that name one without bringing it. */
const STANDARD_FONTS = `${join(import.meta.dirname, '../../node_modules/pdfjs-dist/standard_fonts')}/`;

const folders: string[] = [];

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jieju-bundle-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A case with one piece of evidence an entry: its id and name. */
export function caseWith(items: readonly string[], more: Partial<CaseDocument> = {}): CaseDocument {
  return {
    ...emptyCase('bundle'),
    parties: [
      { id: 'a', kind: 'person', role: 'lender', name: '王某' },
      { id: 'b', kind: 'person', role: 'borrower', name: '李某' },
    ],
    suit: { signedOn: '2026-03-16' },
    evidence: items.map((id, i) => ({
      id,
      group: 'agreement' as const,
      name: `第${i + 1}份材料`,
      source: '原告持有',
      purpose: '证明借贷事实。',
    })),
    ...more,
  };
}

export const OPTIONS: BundleOptions = {
  maxBytes: null,
  maxPages: null,
  duplex: false,
  newVersion: false,
  passwords: {},
};

/** Builds a book. The key of a file is its place in the list, as text. */
export function build(
  document: CaseDocument,
  given: readonly Given[],
  options: Partial<BundleOptions> = {},
  folder = tempFolder(),
): Promise<BundleResult> {
  const files = given.map(
    ({ item, name, bytes }, i): SourceFile => ({
      key: String(i),
      itemId: item,
      name,
      size: bytes.length,
      mime: sniff(Buffer.from(bytes.subarray(0, 1_048_576)), bytes.length <= 1_048_576),
      sha256: sha256(bytes),
      takenAt: '',
    }),
  );
  return buildBundle(
    {
      context: contextFrom(document, '2026-03-16'),
      files,
      folder,
      options: { ...OPTIONS, ...options },
    },
    async (key, offset, length) =>
      (given[Number(key)]?.bytes ?? new Uint8Array()).slice(offset, offset + length),
    { progress: () => undefined, check: () => undefined },
  );
}

export interface MadePage {
  size?: [number, number];
  rotate?: number;
  crop?: [number, number, number, number];
  draw?: (page: PDFPage) => void;
}

/** A PDF with the given pages; each says its number in its middle. */
export async function pdfOf(pages: readonly MadePage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  pages.forEach(({ size = [595.28, 841.89], rotate = 0, crop, draw }, i) => {
    const page = document.addPage(size);
    page.setRotation(degrees(rotate));
    if (crop) page.setCropBox(...crop);
    page.drawText(`source page ${i + 1}`, { x: size[0] / 2 - 50, y: size[1] / 2, size: 14, font });
    draw?.(page);
  });
  return document.save();
}

export const plainPdf = (count: number): Promise<Uint8Array> =>
  pdfOf(Array.from({ length: count }, () => ({})));

/** Ink all over a page, to its very edges. */
export const inkAllOver = (page: PDFPage): void => {
  const { width, height } = page.getSize();
  page.drawRectangle({ x: 0, y: 0, width, height, color: rgb(0.2, 0.2, 0.2) });
};

export interface ReadPage {
  label: string;
  text: string;
  /** As displayed, points. */
  width: number;
  height: number;
  items: { text: string; x: number; y: number }[];
  links: { rect: number[]; page: number }[];
}

export interface ReadBook {
  pages: ReadPage[];
  outline: { title: string; page: number }[];
  info: Record<string, unknown>;
  hasMetadata: boolean;
  warnings: string[];
}

async function targetOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number> {
  const [ref] = dest as [Parameters<PDFDocumentProxy['getPageIndex']>[0]];
  return pdf.getPageIndex(ref);
}

/** Reads a book with PDF.js: text with its place as displayed, links, bookmarks, page labels. */
export async function readBook(path: string): Promise<ReadBook> {
  const warnings: string[] = [];
  const { log, warn } = console;
  console.log = (...words: unknown[]) => warnings.push(words.join(' '));
  console.warn = console.log;
  const task = getDocument({
    data: new Uint8Array(readFileSync(path)),
    verbosity: 1,
    useSystemFonts: false,
    standardFontDataUrl: STANDARD_FONTS,
  });
  try {
    const pdf = await task.promise;
    const labels = (await pdf.getPageLabels()) ?? [];
    const pages: ReadPage[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const view = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const placed = items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return [];
        const [x, y] = view.convertToViewportPoint(item.transform[4], item.transform[5]);
        return [{ text: item.str, x: x as number, y: y as number }];
      });
      const annotations = await page.getAnnotations();
      const links: ReadPage['links'] = [];
      for (const a of annotations)
        if (a.subtype === 'Link' && a.dest)
          links.push({ rect: a.rect, page: await targetOf(pdf, a.dest) });
      pages.push({
        label: labels[n - 1] ?? String(n),
        text: placed.map((p) => p.text).join(''),
        ...{ width: view.width, height: view.height, items: placed, links },
      });
    }
    const outline: ReadBook['outline'] = [];
    for (const entry of (await pdf.getOutline()) ?? [])
      outline.push({ title: entry.title, page: await targetOf(pdf, entry.dest) });
    const { info, metadata } = await pdf.getMetadata();
    return {
      ...{ pages, outline, warnings },
      info: info as Record<string, unknown>,
      hasMetadata: metadata !== null && metadata !== undefined,
    };
  } finally {
    await task.destroy();
    console.log = log;
    console.warn = warn;
  }
}

/** The file names of the volumes, and what stands beside them. */
export const bytesOf = (result: BundleResult, n = 0): Uint8Array =>
  readFileSync(result.volumes[n]?.path ?? '');

/** A grey photo with a white mark in its stored top left corner, and the tag that says which side is up. */
export async function photo(width: number, height: number, orientation = 1): Promise<Uint8Array> {
  const v = await vips();
  const grey = v.Image.black(width, height).linear([0, 0, 0], [60, 70, 80]).cast('uchar');
  const mark = v.Image.black(width / 4, height / 4)
    .linear([0, 0, 0], [255, 255, 255])
    .cast('uchar');
  const image = grey.insert(mark, 0, 0).copy({ interpretation: 'srgb' });
  image.setInt('orientation', orientation);
  return image.writeToBuffer('.jpg', { Q: 90 });
}

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue of a point, in parts of the page from the top left. */
  at(x: number, y: number): [number, number, number];
}

/** Draws a page with PDF.js on a canvas. */
export async function drawPage(path: string, n: number, scale = 0.5): Promise<Pixels> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const task = getDocument({
    data: new Uint8Array(readFileSync(path)),
    verbosity: 0,
    standardFontDataUrl: STANDARD_FONTS,
  });
  try {
    const page = await (await task.promise).getPage(n);
    const viewport = page.getViewport({ scale });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    const canvasContext = canvas.getContext('2d') as never;
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    return {
      ...{ width, height },
      at: (x, y) => {
        const k = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
        return [data[k] ?? 0, data[k + 1] ?? 0, data[k + 2] ?? 0];
      },
    };
  } finally {
    await task.destroy();
  }
}
