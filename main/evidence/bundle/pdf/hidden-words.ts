/**
 * Recognised words laid invisibly over the picture they were read from, so that the book can be searched and
 * copied from. The picture alone is evidence: nothing of it is covered or changed.
 */
import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import type { RecognisedLine } from '../types.ts';
import { type Frame, toUser, visibleSize } from './frame.ts';
import { PDFArray, type PDFContext, type PDFPageLeaf, type PDFRef, PDFString } from './lib.ts';
import { name, rawStream } from './objects.ts';
import { addFont } from './stamp.ts';

const FONT_KEY = 'JiejuWords';
/** Advance of Chinese signs and of all before them in Unicode, thousandths of the size. */
const WIDE = 1000;
const NARROW = 550;
const FIRST_WIDE = 0x2e80;

/** A TrueType font of two empty glyphs: a reader that wants the font finds one, and draws nothing. */
function emptyFont(): Buffer {
  const u16 = (...list: number[]) => {
    const b = Buffer.alloc(list.length * 2);
    list.forEach((n, i) => {
      b.writeUInt16BE(n & 0xffff, i * 2);
    });
    return b;
  };
  const u32 = (n: number) => u16(n >>> 16, n);
  const tables: [string, Buffer][] = [
    ['glyf', u32(0)],
    [
      'head',
      Buffer.concat([
        ...[u32(0x10000), u32(0x10000), u32(0), u32(0x5f0f3cf5), u16(3, 1000)],
        // Made and changed at no time, so that the bytes are always the same.
        ...[Buffer.alloc(16), u16(0, 0, 1000, 1000, 0, 8, 2, 0, 0)],
      ]),
    ],
    ['hhea', Buffer.concat([u32(0x10000), u16(800, -200, 0, WIDE, ...Array(11).fill(0), 1)])],
    ['hmtx', u16(WIDE, 0, 0)],
    ['loca', u16(0, 0, 0)],
    ['maxp', Buffer.concat([u32(0x10000), u16(2, ...Array(13).fill(0))])],
  ];
  const head = Buffer.concat([u32(0x10000), u16(tables.length, 64, 2, 32)]);
  let offset = head.length + tables.length * 16;
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    let sum = 0;
    for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
    directory.push(Buffer.from(tag), u32(sum), u32(offset), u32(body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...directory, ...bodies]);
}

/** Code = UTF-16 unit, and back. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** Puts the font of invisible words into a document. */
export function wordsFont(context: PDFContext): PDFRef {
  const packed = (bytes: Uint8Array, more: Record<string, number> = {}) =>
    context.register(
      rawStream(context, deflateSync(bytes), { Filter: name('FlateDecode'), ...more }),
    );
  const file = emptyFont();
  const one = Buffer.alloc(0x20000);
  for (let i = 1; i < one.length; i += 2) one[i] = 1;
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'JiejuWords',
      Flags: 5,
      FontBBox: [0, 0, WIDE, WIDE],
      ItalicAngle: 0,
      Ascent: 800,
      Descent: -200,
      CapHeight: 800,
      StemV: 80,
      FontFile2: packed(file, { Length1: file.length }),
    }),
  );
  const system = context.obj({
    Registry: PDFString.of('Adobe'),
    Ordering: PDFString.of('Identity'),
    Supplement: 0,
  });
  const inner = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: 'JiejuWords',
    CIDSystemInfo: system,
    FontDescriptor: descriptor,
    DW: WIDE,
    W: [0, FIRST_WIDE - 1, NARROW],
    CIDToGIDMap: packed(one),
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'JiejuWords',
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(inner)],
      ToUnicode: packed(Buffer.from(TO_UNICODE)),
    }),
  );
}

/** Signs that a code can name. */
const signs = (text: string) =>
  [...text].filter((c) => c.length === 1 && c >= ' ' && !/[\ud800-\udfff]/.test(c));

const figure = (n: number) => Number(n.toFixed(3)).toString();

/** One line set so that it fills its box. */
function lineOps({ text, box }: RecognisedLine, width: number, height: number): string {
  const codes = signs(text);
  const [x, y, w, h] = [box.x * width, box.y * height, box.width * width, box.height * height];
  if (codes.length === 0 || w < 0.5 || h < 0.5) return '';
  const down = codes.length > 2 && h > w * 2;
  const [long, size] = down ? [h, w * 0.8] : [w, h * 0.8];
  const advance = codes.reduce((sum, c) => sum + (c.charCodeAt(0) < FIRST_WIDE ? NARROW : WIDE), 0);
  const stretch = (long * 100) / ((advance / 1000) * size);
  const matrix = down
    ? `0 -1 1 0 ${figure(x + w * 0.2)} ${figure(height - y)}`
    : `1 0 0 1 ${figure(x)} ${figure(height - y - h * 0.8)}`;
  const hex = codes.map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `/${FONT_KEY} ${figure(size)} Tf ${figure(stretch)} Tz ${matrix} Tm <${hex}> Tj\n`;
}

/**
 * Lays the words over a page.
 * @param frame what was seen of the page before a margin was added to it
 * @param lines with their places in shares of the page as it is seen
 */
export function addWords(
  context: PDFContext,
  page: PDFPageLeaf,
  frame: Frame,
  lines: readonly RecognisedLine[],
  font: PDFRef,
): void {
  const { width, height } = visibleSize(frame);
  const ops = lines.map((line) => lineOps(line, width, height)).join('');
  if (ops === '') return;
  addFont(page, FONT_KEY, font);
  const user = toUser(frame).map(figure).join(' ');
  const content = `q ${user} cm BT 3 Tr 0 Tc 0 Tw 0 Ts\n${ops}ET Q\n`;
  const stream = context.register(
    rawStream(context, deflateSync(Buffer.from(content)), { Filter: name('FlateDecode') }),
  );
  const before = page.get(name('Contents'));
  const old = context.lookup(before);
  const parts = old instanceof PDFArray ? old.asArray() : before ? [before] : [];
  page.set(name('Contents'), context.obj([...parts, stream]));
}
