/**
 * Huffman tables of JPEG files, laid out for speed: a page number may only be put where a scan is blank, and to
 * know that, every bit of the picture before the place has to be walked over.
 */

/** Bits that a look-ahead walks over at a time. */
export const AHEAD = 14;

export interface HuffmanTable {
  /** By the next 16 bits: length of the code << 8 | symbol; 0 where no code starts so. */
  codes: Uint16Array;
  /**
   * By the next AHEAD bits, for AC tables: all symbols that lie within them as a whole, as
   * bits << 8 | coefficients << 1 | (1: the last is the end of the block). 0 = not even one does.
   */
  ahead: Uint32Array;
}

function codesOf(counts: Uint8Array, symbols: Uint8Array): Uint16Array | null {
  const codes = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = counts[length - 1] ?? 0; i > 0; i--) {
      const from = code << (16 - length);
      const to = (code + 1) << (16 - length);
      if (to > 65_536) return null;
      codes.fill((length << 8) | (symbols[next] ?? 0), from, to);
      next += 1;
      code += 1;
    }
    code <<= 1;
  }
  return codes;
}

function aheadOf(codes: Uint16Array): Uint32Array {
  const ahead = new Uint32Array(1 << AHEAD);
  for (let bits = 0; bits < ahead.length; bits++) {
    let used = 0;
    let coefficients = 0;
    let end = 0;
    while (end === 0) {
      const found = codes[(bits << (16 - AHEAD + used)) & 0xffff] ?? 0;
      const size = found & 15;
      const run = (found >> 4) & 15;
      const step = (found >> 8) + size;
      if (found === 0 || used + step > AHEAD) break;
      const ends = size === 0 && run !== 15;
      // More than a block holds is never walked over in one step.
      if (!ends && coefficients + run + 1 > 63) break;
      used += step;
      if (ends) end = 1;
      else coefficients += run + 1;
    }
    ahead[bits] = (used << 8) | (coefficients << 1) | end;
  }
  return ahead;
}

/** Tables met before: most scanners write the same ones into every picture. */
const known = new Map<string, HuffmanTable | null>();

/** @param definition 16 counts and the symbols, as in the file. @returns null when it makes no table */
export function huffmanTable(definition: Uint8Array, ac: boolean): HuffmanTable | null {
  const key = `${ac ? 'a' : 'd'}${Buffer.from(definition).toString('latin1')}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const codes = codesOf(definition.subarray(0, 16), definition.subarray(16));
  const table = codes && { codes, ahead: ac ? aheadOf(codes) : new Uint32Array(0) };
  if (known.size > 64) known.clear();
  known.set(key, table);
  return table;
}
