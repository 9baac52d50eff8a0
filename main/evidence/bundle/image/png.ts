/** PNG files that a PDF can hold as they are: their compressed rows are what PDF calls Flate with predictor 15. */

export interface PngFacts {
  width: number;
  height: number;
  bits: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency. */
  colour: number;
  interlaced: boolean;
  transparent: boolean;
  palette: Uint8Array | null;
  /** The picture data, compressed. */
  data: Uint8Array;
}

/** Reads a PNG's chunks. Null when it is not one or is cut short. */
export function readPng(bytes: Uint8Array): PngFacts | null {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (b.length < 45 || b.toString('latin1', 1, 4) !== 'PNG') return null;
  const head = b.subarray(16, 29);
  const data: Buffer[] = [];
  let palette: Buffer | null = null;
  let transparent = false;
  for (let at = 8; at + 12 <= b.length; ) {
    const length = b.readUInt32BE(at);
    const type = b.toString('latin1', at + 4, at + 8);
    const body = b.subarray(at + 8, at + 8 + length);
    if (body.length < length) return null;
    if (type === 'IDAT') data.push(body);
    if (type === 'PLTE') palette = body;
    if (type === 'tRNS') transparent = true;
    if (type === 'IEND') {
      return {
        width: head.readUInt32BE(0),
        height: head.readUInt32BE(4),
        bits: head[8] ?? 0,
        colour: head[9] ?? 0,
        interlaced: head[12] !== 0,
        transparent: transparent || head[9] === 4 || head[9] === 6,
        palette,
        data: Buffer.concat(data),
      };
    }
    at += 12 + length;
  }
  return null;
}
