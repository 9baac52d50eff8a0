/**
 * Makes a real HEIC photo: one HEVC still picture whose blocks are stored uncompressed (I_PCM), in the boxes
 * of a phone's file. Small enough to be written by hand from the standards (H.265; ISO 23008-12).
 */

class Bits {
  readonly #bits: number[] = [];
  put(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i--) this.#bits.push(Math.floor(value / 2 ** i) % 2);
    return this;
  }
  /** Exp-Golomb code of an unsigned number. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.put(0, length).put(value + 1, length + 1);
  }
  flags(text: string): this {
    for (const c of text) this.#bits.push(Number(c));
    return this;
  }
  align(): this {
    while (this.#bits.length % 8 !== 0) this.#bits.push(0);
    return this;
  }
  /** rbsp_trailing_bits. */
  trailing(): this {
    return this.put(1, 1).align();
  }
  bytes(): number[] {
    const out: number[] = [];
    for (let i = 0; i < this.#bits.length; i += 8)
      out.push(Number.parseInt(this.#bits.slice(i, i + 8).join(''), 2));
    return out;
  }
}

/** The arithmetic coder of 9.3, as far as blocks of I_PCM need it. */
class Cabac {
  #low = 0;
  #range = 510;
  #outstanding = 0;
  #first = true;
  /** part_mode's context in an I slice at QP 26: state 0, most probable value 1. */
  #state = 0;
  readonly #out: Bits;
  constructor(out: Bits) {
    this.#out = out;
  }
  #bit(bit: number): void {
    if (this.#first) this.#first = false;
    else this.#out.put(bit, 1);
    for (; this.#outstanding > 0; this.#outstanding--) this.#out.put(1 - bit, 1);
  }
  #renorm(): void {
    while (this.#range < 256) {
      if (this.#low < 256) this.#bit(0);
      else if (this.#low >= 512) {
        this.#low -= 512;
        this.#bit(1);
      } else {
        this.#low -= 256;
        this.#outstanding++;
      }
      this.#range *= 2;
      this.#low *= 2;
    }
  }
  /** part_mode 2Nx2N: the probable value each time. */
  whole(): void {
    // rangeTabLps of the states passed through, for the upper quarter of the range.
    const lps = [240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128][this.#state];
    if (lps === undefined) throw new Error('heic: more blocks than the table has states');
    this.#range -= lps;
    this.#state++;
    this.#renorm();
  }
  terminate(end: boolean): void {
    this.#range -= 2;
    if (!end) {
      this.#renorm();
      return;
    }
    this.#low += this.#range;
    this.#range = 2;
    this.#renorm();
    this.#bit(Math.floor(this.#low / 512) % 2);
    this.#out.put((Math.floor(this.#low / 128) % 4) | 1, 2);
    this.#out.align();
    this.#low = 0;
    this.#range = 510;
    this.#first = true;
    this.#outstanding = 0;
  }
}

const BLOCK = 16;

function nal(type: number, payload: number[]): number[] {
  const out = [type * 2, 1];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out;
}

/** profile_tier_level: Main Still Picture, level 1. */
const profile = (b: Bits) =>
  b.put(3, 8).put(0x7000, 16).put(0, 16).flags('1001').put(0, 44).put(30, 8);

function parameterSets(width: number, height: number): number[][] {
  const vps = profile(new Bits().flags('000011').put(0, 6).put(0, 3).put(1, 1).put(0xffff, 16));
  vps.put(1, 1).ue(0).ue(0).ue(0).put(0, 6).ue(0).flags('00').trailing();
  const sps = profile(new Bits().put(0, 4).put(0, 3).put(1, 1));
  sps.ue(0).ue(1).ue(width).ue(height).put(0, 1).ue(0).ue(0).ue(0).put(1, 1).ue(0).ue(0).ue(0);
  // Coding blocks of 16, transforms of 4 to 16; I_PCM of 8 bits in blocks of 16, no loop filter on it.
  sps.ue(1).ue(0).ue(0).ue(2).ue(0).ue(0).flags('000').put(1, 1).put(7, 4).put(7, 4).ue(1).ue(0);
  sps.put(1, 1).ue(0).flags('00000').trailing();
  const pps = new Bits().ue(0).ue(0).flags('00').put(0, 3).flags('00').ue(0).ue(0).ue(0);
  pps.flags('000').ue(0).ue(0).flags('0000000').flags('101').flags('00').ue(0);
  pps.flags('00').trailing();
  return [nal(32, vps.bytes()), nal(33, sps.bytes()), nal(34, pps.bytes())];
}

/** A grey level for each block of 16 pixels, row by row. */
function slice(grey: readonly number[]): number[] {
  const out = new Bits().flags('10').ue(0).ue(2).ue(0).put(1, 1).align();
  const cabac = new Cabac(out);
  grey.forEach((level, i) => {
    cabac.whole();
    cabac.terminate(true);
    for (let n = 0; n < BLOCK * BLOCK; n++) out.put(level, 8);
    for (let n = 0; n < (BLOCK * BLOCK) / 2; n++) out.put(128, 8);
    cabac.terminate(i === grey.length - 1);
  });
  return nal(19, out.bytes());
}

const u16 = (n: number) => [n >> 8, n & 255];
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)];
const text = (s: string) => [...Buffer.from(s, 'latin1')];
const box = (type: string, ...parts: number[][]): number[] => {
  const body = parts.flat();
  return [...u32(body.length + 8), ...text(type), ...body];
};

/**
 * A HEIC file.
 * @param grey one level (0 black to 255 white) for each block of 16×16 pixels, row by row; at most 12
 * @param columns blocks in a row
 * @param quarterTurns anticlockwise, as the file asks its viewer to turn it
 */
export function makeHeic(grey: readonly number[], columns: number, quarterTurns = 0): Buffer {
  const width = columns * BLOCK;
  const height = (grey.length / columns) * BLOCK;
  const sets = parameterSets(width, height);
  const picture = slice(grey);
  const data = [...u32(picture.length), ...picture];
  const hvcC = box(
    'hvcC',
    [
      1,
      3,
      ...u32(0x70000000),
      0x90,
      0,
      0,
      0,
      0,
      0,
      30,
      0xf0,
      0,
      0xfc,
      0xfd,
      0xf8,
      0xf8,
      0,
      0,
      0x0f,
    ],
    [3],
    ...sets.map((s, i) => [0x80 | (32 + i), ...u16(1), ...u16(s.length), ...s]),
  );
  const ispe = box('ispe', u32(0), u32(width), u32(height));
  const properties = [hvcC, ispe, ...(quarterTurns ? [box('irot', [quarterTurns])] : [])];
  const ftyp = box('ftyp', text('heic'), u32(0), text('mif1heic'));
  const meta = (offset: number) =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), text('pict'), u32(0), u32(0), u32(0), [0]),
      box('pitm', u32(0), u16(1)),
      box(
        'iloc',
        u32(0),
        [0x44, 0x00],
        u16(1),
        u16(1),
        u16(0),
        u16(1),
        u32(offset),
        u32(data.length),
      ),
      box('iinf', u32(0), u16(1), box('infe', u32(0x02000000), u16(1), u16(0), text('hvc1'), [0])),
      box(
        'iprp',
        box('ipco', ...properties),
        box(
          'ipma',
          u32(0),
          u32(1),
          u16(1),
          [properties.length],
          properties.map((_, i) => (i === 0 ? 0x80 : 0) | (i + 1)),
        ),
      ),
    );
  const offset = ftyp.length + meta(0).length + 8;
  return Buffer.from([...ftyp, ...meta(offset), ...box('mdat', data)]);
}
