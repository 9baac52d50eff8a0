/** JPEG files as they are stored: size, colours, which side is up, and a copy without its hidden notes. */

export interface JpegFacts {
  width: number;
  height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  components: number;
  /** EXIF: 1 upright … 8. */
  orientation: number;
  /** The picture data with nothing that tells of the camera, the place or the program; colours unchanged. */
  stripped: Uint8Array;
}

/** EXIF orientation, 1 when there is none or it makes no sense. */
function exifOrientation(segment: Buffer): number {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const at = u32(4);
    for (let i = 0; i < u16(at); i++) {
      const entry = at + 2 + i * 12;
      if (u16(entry) !== 0x0112) continue;
      const value = u16(entry + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // An EXIF block cut short says nothing.
  }
  return 1;
}

/** Frame headers: baseline to lossless, without the tables that share their number range. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a viewer needs besides the picture: JFIF, colour profile, Adobe's colour transform. */
const isNeeded = (marker: number) =>
  ![0xe1, 0xfe].includes(marker) && !(marker > 0xe2 && marker < 0xee) && marker !== 0xef;

/** Reads a JPEG's headers. Null when it is not one or ends before its picture does. */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (b.length < 4 || b.readUInt16BE(0) !== 0xffd8) return null;
  const parts: Buffer[] = [b.subarray(0, 2)];
  let facts: Pick<JpegFacts, 'width' | 'height' | 'components'> | undefined;
  let orientation = 1;
  for (let at = 2; at + 4 <= b.length && b[at] === 0xff; ) {
    const marker = b[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + b.readUInt16BE(at + 2);
    if (end > b.length) return null;
    if (isFrame(marker) && end - at >= 10) {
      facts = {
        height: b.readUInt16BE(at + 5),
        width: b.readUInt16BE(at + 7),
        components: b[at + 9] ?? 0,
      };
    }
    if (marker === 0xe1 && orientation === 1)
      orientation = exifOrientation(b.subarray(at + 4, end));
    if (marker === 0xda) {
      // After the last picture data phones append thumbnails and films: the end mark is looked for from here.
      const last = b.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (last < at || !facts) return null;
      parts.push(b.subarray(at, last + 2));
      return { ...facts, orientation, stripped: Buffer.concat(parts) };
    }
    if (isNeeded(marker)) parts.push(b.subarray(at, end));
    at = end;
  }
  return null;
}
