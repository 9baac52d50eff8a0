/**
 * What a file says of its own making: the camera or program, and the time on the clock there. Of a place it may
 * name nothing is ever read. A search aid and a hint for 原始载体; the file itself is not changed.
 */
import { visibleText } from '../../shared/case/evidence-name.ts';
import { heifExif } from './structure.ts';

export interface Origin {
  /** HUAWEI MNA-AL00 · iText 7.1; '' when the file does not say. */
  device: string;
  /** YYYY-MM-DD HH:MM; null when it does not say. */
  capturedAt: string | null;
}

export const NO_ORIGIN: Origin = { device: '', capturedAt: null };

const MOST = 60;
const words = (text: string): string =>
  [
    ...visibleText(text)
      .replace(/\p{Cc}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, MOST)
    .join('');

/** 2024:03:05 21:05:33 → 2024-03-05 21:05; null for what is no time of a photo. */
function exifTime(text: string): string | null {
  const m = /^(\d{4})[:/-](\d{2})[:/-](\d{2})[ T](\d{2}):(\d{2})/.exec(text);
  if (!m) return null;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = m;
  const real = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  const same = !Number.isNaN(real.getTime()) && real.getUTCDate() === Number(day);
  return same && Number(year) >= 1980 ? `${year}-${month}-${day} ${hour}:${minute}` : null;
}

/** Tags that are read; the directory of the place (0x8825) is not among them. */
const TAG = {
  make: 0x010f,
  model: 0x0110,
  changed: 0x0132,
  exif: 0x8769,
  taken: 0x9003,
  made: 0x9004,
};

/** A TIFF structure (EXIF 3.0, section 4.6): the two directories that name camera and time. */
function tiff(b: Buffer): Origin {
  const little = b.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? b.readUInt16LE(at) : b.readUInt16BE(at));
  const u32 = (at: number) => (little ? b.readUInt32LE(at) : b.readUInt32BE(at));
  const found = new Map<number, string>();
  const directory = (at: number): number => {
    let next = 0;
    const count = Math.min(u16(at), 512);
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + 12 * i;
      const tag = u16(entry);
      const length = u32(entry + 4);
      if (tag === TAG.exif) next = u32(entry + 8);
      if (u16(entry + 2) !== 2 || length > 256) continue;
      const where = length <= 4 ? entry + 8 : u32(entry + 8);
      found.set(tag, b.toString('utf8', where, where + length).split('\0')[0] ?? '');
    }
    return next;
  };
  try {
    const exif = directory(u32(4));
    if (exif > 0) directory(exif);
  } catch {
    // A block that points outside itself: what was read so far stands.
  }
  const make = words(found.get(TAG.make) ?? '');
  const model = words(found.get(TAG.model) ?? '');
  const named = model.toLowerCase().startsWith(make.toLowerCase());
  const time = found.get(TAG.taken) ?? found.get(TAG.made) ?? found.get(TAG.changed) ?? '';
  return { device: named ? model : words(`${make} ${model}`), capturedAt: exifTime(time) };
}

/** The EXIF block of a JPEG, PNG, WebP or HEIC; null when there is none. */
function exifBlock(mime: string, b: Buffer): Buffer | null {
  if (mime === 'image/tiff') return b;
  if (mime === 'image/png') {
    for (let at = 8; at + 12 <= b.length; ) {
      const length = b.readUInt32BE(at);
      const type = b.toString('latin1', at + 4, at + 8);
      if (type === 'eXIf') return b.subarray(at + 8, at + 8 + length);
      if (type === 'IEND') return null;
      at += 12 + length;
    }
    return null;
  }
  if (mime === 'image/webp') {
    for (let at = 12; at + 8 <= b.length; ) {
      const length = b.readUInt32LE(at + 4);
      if (b.toString('latin1', at, at + 4) === 'EXIF') {
        const block = b.subarray(at + 8, at + 8 + length);
        return block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
      }
      at += 8 + length + (length % 2);
    }
    return null;
  }
  if (mime === 'image/heic' || mime === 'image/avif') return heifExif(b);
  return mime === 'image/jpeg' ? jpegExif(b) : null;
}

/** The APP1 segment of a JPEG that begins with `Exif`; the picture itself is not searched. */
function jpegExif(b: Buffer): Buffer | null {
  for (let at = 2; at + 4 <= b.length && b[at] === 0xff; ) {
    const marker = b[at + 1];
    if (marker === 0xda || marker === 0xd9) return null;
    const end = at + 2 + b.readUInt16BE(at + 2);
    if (marker === 0xe1 && b.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return b.subarray(at + 10, end);
    at = end;
  }
  return null;
}

/** Of a picture, by its first bytes or all of them. */
export function pictureOrigin(mime: string, bytes: Buffer): Origin {
  const block = exifBlock(mime, bytes);
  return block ? tiff(block) : NO_ORIGIN;
}

/** D:20240305210533+08'00' → 2024-03-05 21:05 */
export function pdfOrigin(creator: string, producer: string, created: string): Origin {
  const m = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(created);
  return {
    device: words(creator || producer),
    capturedAt: m ? exifTime(`${m[1]}:${m[2]}:${m[3]} ${m[4]}:${m[5]}`) : null,
  };
}

/** Seconds between 1904, from which films count, and 1970. */
const EPOCH = 2_082_844_800;
/** Films count in world time; the app's courts and clocks are in Asia/Shanghai. */
const SHANGHAI = 8 * 3600;

/** Of a film: the creation time in its movie header (ISO 14496-12, `mvhd`). */
export function movieOrigin(header: Buffer | null): Origin {
  if (!header || header.length < 12) return NO_ORIGIN;
  const seconds = header[0] === 1 ? Number(header.readBigUInt64BE(4)) : header.readUInt32BE(4);
  // Nothing, or the zero of 1970 that converters write.
  if (seconds <= EPOCH + 86_400 * 3650 || seconds > EPOCH + 4e9) return NO_ORIGIN;
  const at = new Date((seconds - EPOCH + SHANGHAI) * 1000).toISOString();
  return { device: '', capturedAt: `${at.slice(0, 10)} ${at.slice(11, 16)}` };
}
