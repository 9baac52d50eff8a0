/** The outer structure of some formats: enough to tell a file that was cut off, and to count pages. */

/** Boxes to look through at most; real files have a handful on top. */
const MAX_BOXES = 10_000;

/** MP4, MOV, HEIC, AVIF: the boxes on top follow each other to the end of the file, none beyond it. */
export function isoIsWhole(b: Buffer): boolean {
  let at = 0;
  for (let n = 0; n < MAX_BOXES && at < b.length; n++) {
    if (at + 8 > b.length) return false;
    const short = b.readUInt32BE(at);
    // 0: the box runs to the end of the file; 1: its length stands in the next eight bytes.
    if (short === 0) return true;
    if (short === 1 && at + 16 > b.length) return false;
    const length = short === 1 ? Number(b.readBigUInt64BE(at + 8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === b.length;
}

/** Pages of a TIFF: its directories, one after the other; null when the chain breaks. */
export function tiffPages(b: Buffer): number | null {
  const little = b.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? b.readUInt16LE(at) : b.readUInt16BE(at));
  const u32 = (at: number) => (little ? b.readUInt32LE(at) : b.readUInt32BE(at));
  const seen = new Set<number>();
  try {
    for (let at = u32(4); at !== 0; ) {
      if (seen.has(at) || seen.size >= MAX_BOXES) return null;
      seen.add(at);
      at = u32(at + 2 + 12 * u16(at));
    }
  } catch {
    return null;
  }
  return seen.size > 0 ? seen.size : null;
}

interface Box {
  type: string;
  /** First byte after its head, and the byte after its last. */
  from: number;
  to: number;
}

/** The boxes in a stretch of bytes; stops at one that reaches beyond it. */
function boxes(b: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < MAX_BOXES; ) {
    const short = b.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) return found;
    const length = short === 1 ? Number(b.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < head || at + length > to) return found;
    found.push({ type: b.toString('latin1', at + 4, at + 8), from: at + head, to: at + length });
    at += length;
  }
  return found;
}

/** Ids of the items of a type in an `iinf` box (ISO 14496-12, 8.11.6). */
function itemsOf(b: Buffer, iinf: Box, type: string): number[] {
  const first = iinf.from + 4 + (b[iinf.from] === 0 ? 2 : 4);
  return boxes(b, first, iinf.to).flatMap((infe) => {
    const version = b[infe.from] ?? 0;
    if (infe.type !== 'infe' || version < 2) return [];
    const wide = version === 2 ? 2 : 4;
    const at = infe.from + 4;
    const named = b.toString('latin1', at + wide + 2, at + wide + 6);
    return named === type ? [b.readUIntBE(at, wide)] : [];
  });
}

/** Where in the file an item stands, by the `iloc` box (8.11.3); null when it is not in one piece there. */
function placeOf(b: Buffer, iloc: Box, item: number): { from: number; length: number } | null {
  let at = iloc.from;
  const take = (bytes: number): number => {
    at += bytes;
    return bytes === 0
      ? 0
      : bytes === 8
        ? Number(b.readBigUInt64BE(at - 8))
        : b.readUIntBE(at - bytes, bytes);
  };
  const version = take(1);
  take(3);
  const sizes = take(1);
  const more = take(1);
  const count = take(version < 2 ? 2 : 4);
  for (let i = 0; i < count && i < MAX_BOXES; i++) {
    const id = take(version < 2 ? 2 : 4);
    const method = version > 0 ? take(2) & 15 : 0;
    take(2);
    const base = take(more >> 4);
    const extents = take(2);
    for (let k = 0; k < extents; k++) {
      if (version > 0) take(more & 15);
      const from = base + take(sizes >> 4);
      const length = take(sizes & 15);
      if (id === item) return method === 0 && extents === 1 ? { from, length } : null;
    }
  }
  return null;
}

/** The TIFF block of a HEIC's or AVIF's EXIF item (ISO 23008-12, A.2.1); null when there is none. */
export function heifExif(b: Buffer): Buffer | null {
  try {
    const meta = boxes(b, 0, b.length).find((x) => x.type === 'meta');
    const inside = meta ? boxes(b, meta.from + 4, meta.to) : [];
    const iinf = inside.find((x) => x.type === 'iinf');
    const iloc = inside.find((x) => x.type === 'iloc');
    const [item] = iinf ? itemsOf(b, iinf, 'Exif') : [];
    const place = iloc && item !== undefined ? placeOf(b, iloc, item) : null;
    if (!place) return null;
    const block = b.subarray(place.from, place.from + place.length);
    // Its first four bytes say how far behind them the TIFF head stands.
    return block.subarray(4 + block.readUInt32BE(0));
  } catch {
    return null;
  }
}
