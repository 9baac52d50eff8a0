/**
 * The lightness of a small part of a JPEG scan. Of a sequential JPEG only that part is turned back into pixels;
 * the rest is walked over, since each block's end is known only from its beginning. Other kinds are left to
 * the picture library.
 */
import { AHEAD, type HuffmanTable } from './huffman.ts';
import { type Frame, type Headers, headersOf } from './jpeg-tables.ts';

/** In fractions of the picture, from the top left. */
export interface Part {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface Lightness {
  /** 0 black … 255 white, of two by two pixels each. */
  darkest: number;
  lightest: number;
}

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/** cos((2x+1)uπ/16), with the scale of the transform, by x * 8 + u. */
const COSINES = Float64Array.from({ length: 64 }, (_, i) => {
  const [x, u] = [i >> 3, i & 7];
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});

let scratch = new Uint8Array(1 << 20);

/** Picture data without its stuffing, in `scratch`. @returns its length and where each restart begins */
function unstuff(b: Uint8Array, from: number): { length: number; restarts: number[] } {
  const size = b.length - from;
  if (scratch.length < size + 16) scratch = new Uint8Array(size * 2 + 16);
  const out = scratch;
  // Moved together in place: pieces cut out one by one would leave a heap of garbage.
  out.set(b.subarray(from));
  const restarts: number[] = [];
  let n = 0;
  for (let at = 0; at < size; ) {
    const found = out.indexOf(0xff, at);
    const to = found === -1 || found > size ? size : found;
    if (n !== at) out.copyWithin(n, at, to);
    n += to - at;
    const next = to + 1 < size ? out[to + 1] : 0xd9;
    at = to + 2;
    if (next === 0) out[n++] = 0xff;
    else if (next !== undefined && next >= 0xd0 && next <= 0xd7) restarts.push(n);
    else if (next === 0xff) at = to + 1;
    else break;
  }
  out.fill(0, n, n + 16);
  return { length: n, restarts };
}

const transformed = new Float64Array(64);

/** Smallest and largest of the pixels of one block that lie within bounds, two by two. */
function blockLightness(
  coefficients: Int32Array,
  bounds: { left: number; top: number; right: number; bottom: number },
  found: Lightness,
): void {
  const rows = transformed;
  for (let v = 0; v < 8; v++)
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let u = 0; u < 8; u++)
        sum += (coefficients[v * 8 + u] as number) * (COSINES[x * 8 + u] as number);
      rows[v * 8 + x] = sum;
    }
  const pixel = (x: number, y: number) => {
    let sum = 0;
    for (let v = 0; v < 8; v++) sum += (rows[v * 8 + x] as number) * (COSINES[y * 8 + v] as number);
    return Math.min(255, Math.max(0, sum + 128));
  };
  for (let y = bounds.top & ~1; y < bounds.bottom; y += 2)
    for (let x = bounds.left & ~1; x < bounds.right; x += 2) {
      const light = (pixel(x, y) + pixel(x + 1, y) + pixel(x, y + 1) + pixel(x + 1, y + 1)) / 4;
      if (light < found.darkest) found.darkest = light;
      if (light > found.lightest) found.lightest = light;
    }
}

/** The pixels asked for. */
function windowOf({ width, height }: Frame, part: Part) {
  return {
    left: Math.floor(part.x0 * width),
    top: Math.floor(part.y0 * height),
    right: Math.min(width, Math.ceil(part.x1 * width)),
    bottom: Math.min(height, Math.ceil(part.y1 * height)),
  };
}

class Damaged extends Error {}

/** Walks over the picture data of one scan. Positions are in bits. */
class Walker {
  readonly #view = new DataView(scratch.buffer);
  readonly #end: number;
  #at = 0;

  constructor(length: number) {
    this.#end = length * 8;
  }

  /** To the first bit of a byte. */
  goTo(byte: number): void {
    this.#at = byte * 8;
  }

  /** @returns the difference of the block's mean to the one before, in steps of its table */
  dc(table: HuffmanTable): number {
    const at = this.#at;
    if (at > this.#end) throw new Damaged();
    const word = this.#view.getInt32(at >>> 3) << (at & 7);
    const found = table.codes[word >>> 16] as number;
    const size = found & 255;
    if (found === 0 || size > 11) throw new Damaged();
    const length = found >> 8;
    this.#at = at + length + size;
    return size === 0 ? 0 : this.#value(at + length, size);
  }

  #value(at: number, size: number): number {
    const bits = (this.#view.getInt32(at >>> 3) << (at & 7)) >>> (32 - size);
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /** Over a whole block. @returns what `dc` returns */
  pass(first: HuffmanTable, rest: HuffmanTable): number {
    const difference = this.dc(first);
    const { codes, ahead } = rest;
    const view = this.#view;
    let at = this.#at;
    for (let k = 0; k < 63; ) {
      const word = view.getInt32(at >>> 3) << (at & 7);
      const many = ahead[word >>> (32 - AHEAD)] as number;
      const next = k + ((many >> 1) & 127);
      if (many !== 0 && next < 63) {
        at += many >> 8;
        if (many & 1) break;
        k = next;
        continue;
      }
      const found = codes[word >>> 16] as number;
      const size = found & 15;
      if (found === 0) throw new Damaged();
      at += (found >> 8) + size;
      if (size === 0 && (found & 0xf0) !== 0xf0) break;
      k += ((found >> 4) & 15) + 1;
    }
    this.#at = at;
    return difference;
  }

  /** The rest of a block, times its table, in the order of the pixels. */
  read(table: HuffmanTable, quant: Uint16Array, into: Int32Array): void {
    for (let k = 1; k <= 63; k++) {
      const at = this.#at;
      const found = table.codes[(this.#view.getInt32(at >>> 3) << (at & 7)) >>> 16] as number;
      const size = found & 15;
      const length = found >> 8;
      if (found === 0) throw new Damaged();
      this.#at = at + length + size;
      k += (found >> 4) & 15;
      if (size === 0 && (found & 0xf0) !== 0xf0) return;
      if (size > 0 && k <= 63)
        into[ZIGZAG[k] as number] = this.#value(at + length, size) * (quant[k] as number);
    }
  }
}

function look({ frame, quants, restart, data }: Headers, b: Buffer, part: Part): Lightness {
  const { components } = frame;
  const [light] = components;
  const quant = quants[light?.quant ?? 0];
  if (!light || !quant) throw new Damaged();
  const wide = Math.max(...components.map((c) => c.h));
  const tall = Math.max(...components.map((c) => c.v));
  if (light.h !== wide || light.v !== tall) throw new Damaged();
  const alone = components.length === 1;
  const [h, v] = alone ? [1, 1] : [wide, tall];
  const across = Math.ceil(frame.width / (8 * h));
  const window = windowOf(frame, part);
  const found: Lightness = { darkest: 255, lightest: 0 };
  const rows = { from: Math.floor(window.top / (8 * v)), to: Math.ceil(window.bottom / (8 * v)) };
  const { length, restarts } = unstuff(b, data);
  const walker = new Walker(length);
  const coefficients = new Int32Array(64);
  let mean = 0;

  const first = light.dc as HuffmanTable;
  const rest = light.ac as HuffmanTable;
  const block = (left: number, top: number): void => {
    if (left + 8 <= window.left || left >= window.right) {
      mean += walker.pass(first, rest);
      return;
    }
    const inside = {
      left: Math.max(0, window.left - left),
      top: Math.max(0, window.top - top),
      right: Math.min(8, window.right - left),
      bottom: Math.min(8, window.bottom - top),
    };
    if (inside.left >= inside.right || inside.top >= inside.bottom) {
      mean += walker.pass(first, rest);
      return;
    }
    mean += walker.dc(first);
    coefficients.fill(0);
    coefficients[0] = mean * (quant[0] as number);
    walker.read(rest, quant, coefficients);
    blockLightness(coefficients, inside, found);
  };

  // A restart mark lets the rows before be left out altogether.
  let unit = 0;
  if (restart > 0) {
    const section = Math.floor((rows.from * across) / restart);
    const start = section === 0 ? 0 : restarts[section - 1];
    if (start === undefined) throw new Damaged();
    walker.goTo(start);
    unit = section * restart;
  }
  const begin = unit;
  for (; unit < rows.to * across; unit++) {
    if (restart > 0 && unit !== begin && unit % restart === 0) {
      const start = restarts[unit / restart - 1];
      if (start === undefined) throw new Damaged();
      walker.goTo(start);
      mean = 0;
    }
    const row = Math.floor(unit / across);
    const [x, y] = [(unit - row * across) * 8 * h, row * 8 * v];
    if (row < rows.from) for (let n = h * v; n > 0; n--) mean += walker.pass(first, rest);
    else for (let n = 0; n < h * v; n++) block(x + (n % h) * 8, y + Math.floor(n / h) * 8);
    if (alone) continue;
    for (const c of components) {
      if (c === light) continue;
      for (let n = c.h * c.v; n > 0; n--) {
        walker.pass(c.dc as HuffmanTable, c.ac as HuffmanTable);
      }
    }
  }
  return found;
}

/**
 * Smallest and largest lightness in a part of a JPEG.
 * @returns undefined when it is damaged there; null when it is of a kind that is not read here
 */
export function jpegLightness(jpeg: Uint8Array, part: Part): Lightness | undefined | null {
  const b = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (b.length < 4 || b.readUInt16BE(0) !== 0xffd8) return undefined;
  const headers = headersOf(b);
  if (!headers) return null;
  const { left, top, right, bottom } = windowOf(headers.frame, part);
  if (right <= left || bottom <= top) return { darkest: 255, lightest: 255 };
  try {
    return look(headers, b, part);
  } catch (e) {
    if (e instanceof Damaged || e instanceof RangeError) return undefined;
    throw e;
  }
}
