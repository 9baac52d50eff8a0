/** EXIF blocks as phones write them, made byte by byte. */

export interface ExifFacts {
  make?: string;
  model?: string;
  /** 2024:03:05 21:05:33 */
  taken?: string;
  orientation?: number;
  /** Adds a directory of the place, which nothing may read. */
  place?: boolean;
}

type Entry = [tag: number, type: number, count: number, value: Buffer];

const ascii = (tag: number, text: string): Entry => {
  const value = Buffer.from(`${text}\0`, 'utf8');
  return [tag, 2, value.length, value];
};
const short = (tag: number, n: number): Entry => {
  const value = Buffer.alloc(2);
  value.writeUInt16LE(n);
  return [tag, 3, 1, value];
};

/** One directory at `at`; values that do not fit stand behind it. `points`: tag → offset, filled in later. */
function directory(at: number, entries: Entry[]): Buffer {
  const size = 2 + 12 * entries.length + 4;
  const head = Buffer.alloc(size);
  head.writeUInt16LE(entries.length, 0);
  const behind: Buffer[] = [];
  let next = at + size;
  entries.forEach(([tag, type, count, value], i) => {
    const o = 2 + 12 * i;
    head.writeUInt16LE(tag, o);
    head.writeUInt16LE(type, o + 2);
    head.writeUInt32LE(count, o + 4);
    if (value.length <= 4) value.copy(head, o + 8);
    else {
      head.writeUInt32LE(next, o + 8);
      behind.push(value);
      next += value.length;
    }
  });
  return Buffer.concat([head, ...behind]);
}

const pointer = (tag: number, to: number): Entry => {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(to);
  return [tag, 4, 1, value];
};

/** The TIFF block of an EXIF item, little-endian. */
export function exifTiff(facts: ExifFacts): Buffer {
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const own: Entry[] = [
    ...(facts.make === undefined ? [] : [ascii(0x010f, facts.make)]),
    ...(facts.model === undefined ? [] : [ascii(0x0110, facts.model)]),
    ...(facts.orientation === undefined ? [] : [short(0x0112, facts.orientation)]),
  ];
  const taken = facts.taken === undefined ? [] : [ascii(0x9003, facts.taken)];
  const withPointers = (exif: number, place: number): Entry[] => [
    ...own,
    ...(taken.length > 0 ? [pointer(0x8769, exif)] : []),
    ...(facts.place ? [pointer(0x8825, place)] : []),
  ];
  const exifAt = 8 + directory(8, withPointers(0, 0)).length;
  const exif = taken.length > 0 ? directory(exifAt, taken) : Buffer.alloc(0);
  const placeAt = exifAt + exif.length;
  const place = facts.place
    ? directory(placeAt, [ascii(0x001d, '39.9042N 116.4074E')])
    : Buffer.alloc(0);
  return Buffer.concat([head, directory(8, withPointers(exifAt, placeAt)), exif, place]);
}

/** A JPEG with the block in its APP1 segment. */
export function jpegWithExif(jpeg: Uint8Array, facts: ExifFacts): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifTiff(facts)]);
  const mark = Buffer.from([0xff, 0xe1, 0, 0]);
  mark.writeUInt16BE(body.length + 2, 2);
  const own = Buffer.from(jpeg);
  return Buffer.concat([own.subarray(0, 2), mark, body, own.subarray(2)]);
}
