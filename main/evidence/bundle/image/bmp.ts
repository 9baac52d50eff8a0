/** BMP, as old scanners and Windows tools write it: unpacked here, since libvips' build does not read it. */

export interface Bitmap {
  width: number;
  height: number;
  /** Red, green, blue; upright, no gaps. */
  rgb: Uint8Array;
}

/** Bits of the number that a mask leaves, as 0–255. */
function scaled(value: number, mask: number): number {
  if (mask === 0) return 0;
  const low = mask & -mask;
  const most = (mask >>> 0) / (low >>> 0);
  return Math.round((((value & mask) >>> 0) / (low >>> 0) / most) * 255);
}

/**
 * Unpacks a bitmap without compression: 1, 4, 8, 16, 24 or 32 bits a pixel, palette and bit masks included.
 * @returns null for what is packed, cut off or makes no sense
 */
export function readBmp(bytes: Uint8Array, mostPixels: number): Bitmap | null {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (b.length < 54 || b.toString('latin1', 0, 2) !== 'BM') return null;
  const start = b.readUInt32LE(10);
  const head = b.readUInt32LE(14);
  const width = b.readInt32LE(18);
  const tall = b.readInt32LE(22);
  const height = Math.abs(tall);
  const bits = b.readUInt16LE(28);
  const packing = b.readUInt32LE(30);
  if (head < 40 || width <= 0 || height === 0 || width * height > mostPixels) return null;
  const masked = packing === 3 && (bits === 16 || bits === 32) && b.length >= 66;
  if (!(packing === 0 || masked) || ![1, 4, 8, 16, 24, 32].includes(bits)) return null;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > b.length) return null;
  const masks = masked
    ? [b.readUInt32LE(54), b.readUInt32LE(58), b.readUInt32LE(62)]
    : [0x7c00, 0x03e0, 0x001f];
  const palette = 14 + head;
  const rgb = new Uint8Array(width * height * 3);
  const indexed = bits <= 8;
  for (let y = 0; y < height; y++) {
    // Rows stand from the bottom up unless the height is negative.
    const row = start + stride * (tall > 0 ? height - 1 - y : y);
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 3;
      if (indexed) {
        const byte = b[row + ((x * bits) >> 3)] ?? 0;
        const entry = palette + 4 * ((byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1));
        for (let k = 0; k < 3; k++) rgb[to + k] = b[entry + 2 - k] ?? 0;
      } else if (bits === 24 || (!masked && bits === 32)) {
        const at = row + x * (bits >> 3);
        for (let k = 0; k < 3; k++) rgb[to + k] = b[at + 2 - k] ?? 0;
      } else {
        const value = bits === 16 ? b.readUInt16LE(row + 2 * x) : b.readUInt32LE(row + 4 * x);
        for (let k = 0; k < 3; k++) rgb[to + k] = scaled(value, masks[k] ?? 0);
      }
    }
  }
  return { width, height, rgb };
}
