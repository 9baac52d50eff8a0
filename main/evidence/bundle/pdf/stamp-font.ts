/**
 * The face of the stamps, taken from a sheet that the papers' own typesetter sets: subset, embedded, with the
 * map back to text, and the same bytes every time.
 */
import { p } from '../../../../templates/paper.ts';
import { renderPdf } from '../../../papers/pdf.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFNumber,
  PDFObjectCopier,
  PDFRef,
} from './lib.ts';
import { arrayAt, decoded, dictAt, name } from './objects.ts';

const CHARACTERS = '证据第页册补充此空白目录封面（）0123456789-—方框为提交人所加，原件未改动';

export interface StampFont {
  /** The font inside the document it was put into. */
  ref: PDFRef;
  /** Operand of Tj. @throws when a character is not in the font */
  hex(text: string): string;
  /** Width in points at a size. */
  width(text: string, size: number): number;
}

/** Character → code, from a ToUnicode map. */
function codes(cmap: string): Map<string, number> {
  const out = new Map<string, number>();
  const text = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((h) => Number.parseInt(h, 16)));
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      out.set(text(to), Number.parseInt(code, 16));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g,
    )) {
      const start = Number.parseInt(from, 16);
      const base = Number.parseInt(first, 16);
      for (let i = 0; start + i <= Number.parseInt(to, 16); i++)
        out.set(String.fromCodePoint(base + i), start + i);
    }
  }
  return out;
}

/** Widths by code, in thousandths of the size. */
function widths(font: PDFDict): (code: number) => number {
  const table = new Map<number, number>();
  const list = arrayAt(font, 'W');
  for (let i = 0; list && i + 1 < list.size(); ) {
    const first = list.lookup(i, PDFNumber).asNumber();
    const next = list.lookup(i + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((w, k) => {
        if (w instanceof PDFNumber) table.set(first + k, w.asNumber());
      });
      i += 2;
    } else {
      const w = list.lookup(i + 2, PDFNumber).asNumber();
      for (let c = first; c <= list.lookup(i + 1, PDFNumber).asNumber(); c++) table.set(c, w);
      i += 3;
    }
  }
  const other = font.lookup(name('DW'));
  const fallback = other instanceof PDFNumber ? other.asNumber() : 1000;
  return (code) => table.get(code) ?? fallback;
}

let sheet: Promise<Uint8Array> | undefined;

/** The set sheet, made once. */
function fontSheet(): Promise<Uint8Array> {
  sheet ??= (async () =>
    renderPdf({
      id: 'bundle-stamps',
      title: '页码',
      profile: 'T',
      fileName: 'stamps',
      date: '2020-01-01',
      pageNumber: { prefix: '', counted: false },
      blocks: [p('plain', [{ text: CHARACTERS, font: 'hei' }])],
    }).pdf)();
  return sheet;
}

/** Puts the stamps' font into a document. */
export async function stampFont(context: PDFContext): Promise<StampFont> {
  const document = await PDFDocument.load(await fontSheet(), { updateMetadata: false });
  const fonts = document
    .getPages()
    .flatMap((page) => {
      const resources = page.node.Resources();
      const dict = resources && dictAt(resources, 'Font');
      return dict ? dict.keys().map((key) => ({ ref: dict.get(key), font: dict.lookup(key) })) : [];
    })
    .flatMap(({ ref, font }) => {
      const maps = font instanceof PDFDict ? font.lookup(name('ToUnicode')) : undefined;
      const inner =
        font instanceof PDFDict ? arrayAt(font, 'DescendantFonts')?.lookup(0) : undefined;
      if (!(ref instanceof PDFRef) || !maps || !(inner instanceof PDFDict)) return [];
      return [
        { ref, codes: codes(Buffer.from(decoded(maps)).toString('latin1')), widths: widths(inner) },
      ];
    });
  const found = fonts.find((f) => [...CHARACTERS].every((c) => f.codes.has(c)));
  if (!found) throw new Error('the stamp sheet has no font with all characters');
  const code = (c: string): number => {
    const n = found.codes.get(c);
    if (n === undefined) throw new Error(`the stamps' font has no ${c}`);
    return n;
  };
  const ref = PDFObjectCopier.for(document.context, context).copy(found.ref);
  return {
    ref,
    hex: (text) => `<${[...text].map((c) => code(c).toString(16).padStart(4, '0')).join('')}>`,
    width: (text, size) =>
      ([...text].reduce((sum, c) => sum + found.widths(code(c)), 0) * size) / 1000,
  };
}
