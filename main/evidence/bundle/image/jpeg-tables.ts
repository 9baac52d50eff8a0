/** What a JPEG's headers say about its picture data: frame, tables, restart marks. */
import { type HuffmanTable, huffmanTable } from './huffman.ts';

export interface Component {
  id: number;
  h: number;
  v: number;
  quant: number;
  dc: HuffmanTable | null;
  ac: HuffmanTable | null;
}

export interface Frame {
  width: number;
  height: number;
  components: Component[];
}

export interface Headers {
  frame: Frame;
  quants: (Uint16Array | undefined)[];
  restart: number;
  /** Where the picture data begins. */
  data: number;
}

function frameOf(b: Buffer): Frame | null {
  const count = b[5] ?? 0;
  if (b[0] !== 8 || (count !== 1 && count !== 3) || b.length < 6 + count * 3) return null;
  const components = Array.from({ length: count }, (_, i): Component => {
    const at = 6 + i * 3;
    const [id = 0, sampling = 0, quant = 0] = b.subarray(at, at + 3);
    return { id, h: sampling >> 4, v: sampling & 15, quant, dc: null, ac: null };
  });
  // Three colours by the names R, G, B are not lightness and tint.
  const rgb = components.map((c) => String.fromCharCode(c.id)).join('') === 'RGB';
  const bad = components.some((c) => c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.quant > 3);
  const [height, width] = [b.readUInt16BE(1), b.readUInt16BE(3)];
  return rgb || bad || height === 0 || width === 0 ? null : { width, height, components };
}

/** Tables and frame of a sequential Huffman JPEG with all its colours in one scan; null for any other. */
export function headersOf(b: Buffer): Headers | null {
  const quants: (Uint16Array | undefined)[] = [];
  const tables = new Map<number, HuffmanTable | null>();
  let frame: Frame | null = null;
  let restart = 0;
  for (let at = 2; at + 4 <= b.length && b[at] === 0xff; ) {
    const marker = b[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + b.readUInt16BE(at + 2);
    const body = b.subarray(at + 4, end);
    if (end > b.length) return null;
    at = end;
    if (marker === 0xdb) {
      for (let i = 0; i < body.length; ) {
        const head = body[i] ?? 0;
        const wide = head >> 4 ? 2 : 1;
        if (i + 1 + 64 * wide > body.length) return null;
        quants[head & 3] = Uint16Array.from({ length: 64 }, (_, k) =>
          wide === 2 ? body.readUInt16BE(i + 1 + k * 2) : (body[i + 1 + k] ?? 0),
        );
        i += 1 + 64 * wide;
      }
    } else if (marker === 0xc4) {
      for (let i = 0; i + 17 <= body.length; ) {
        const head = body[i] ?? 0;
        const symbols = body.subarray(i + 1, i + 17).reduce((sum, n) => sum + n, 0);
        tables.set(head, huffmanTable(body.subarray(i + 1, i + 17 + symbols), head >> 4 === 1));
        i += 17 + symbols;
      }
    } else if (marker === 0xc0 || marker === 0xc1) {
      frame = frameOf(body);
      if (!frame) return null;
    } else if (marker === 0xdd && body.length >= 2) restart = body.readUInt16BE(0);
    // Adobe's mark says whether three colours are lightness and tint; red, green, blue are looked at elsewhere.
    else if (marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe' && body[11] !== 1) {
      return null;
    } else if (marker >= 0xc2 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) return null;
    else if (marker === 0xda) {
      if (!frame || body[0] !== frame.components.length) return null;
      for (const [i, c] of frame.components.entries()) {
        if (body[1 + i * 2] !== c.id) return null;
        const choice = body[2 + i * 2] ?? 0;
        c.dc = tables.get(choice >> 4) ?? null;
        c.ac = tables.get(16 | (choice & 15)) ?? null;
        if (!c.dc || !c.ac) return null;
      }
      return { frame, quants, restart, data: end };
    }
  }
  return null;
}
