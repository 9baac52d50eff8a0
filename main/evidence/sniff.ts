/** What a file is, by its first bytes; its name is never trusted. */

const UNKNOWN = 'application/octet-stream';

type Head = Buffer;

const at = (head: Head, offset: number, bytes: string) =>
  head.length >= offset + bytes.length &&
  head.toString('latin1', offset, offset + bytes.length) === bytes;

/** Brands of the ISO base media container (`ftyp` box) → type. */
const BRANDS: [RegExp, string][] = [
  [/^(heic|heix|hevc|heim|heis|mif1|msf1)/, 'image/heic'],
  [/^avi[fs]/, 'image/avif'],
  [/^M4[AB]/, 'audio/mp4'],
  [/^qt {2}/, 'video/quicktime'],
  [/^3g/, 'video/3gpp'],
];

function container(head: Head): string {
  const brand = head.toString('latin1', 8, 12);
  // A picture of the general brand is what the brands it is compatible with say.
  const others = head.toString('latin1', 16, Math.min(head.readUInt32BE(0), 256, head.length));
  if (/^(mif1|msf1)/.test(brand) && /avi[fs]/.test(others)) return 'image/avif';
  return BRANDS.find(([pattern]) => pattern.test(brand))?.[1] ?? 'video/mp4';
}

/** Office files are ZIP archives that name their main folder early. */
function archive(head: Head): string {
  const office = 'application/vnd.openxmlformats-officedocument.';
  if (head.includes('word/')) return `${office}wordprocessingml.document`;
  if (head.includes('xl/')) return `${office}spreadsheetml.sheet`;
  if (head.includes('ppt/')) return `${office}presentationml.presentation`;
  return 'application/zip';
}

function riff(head: Head): string {
  if (at(head, 8, 'WEBP')) return 'image/webp';
  if (at(head, 8, 'WAVE')) return 'audio/wav';
  return at(head, 8, 'AVI ') ? 'video/x-msvideo' : UNKNOWN;
}

const SIGNATURES: [string, string | ((head: Head) => string)][] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['BM', (head) => (head.length > 14 && head.readUInt32LE(6) === 0 ? 'image/bmp' : UNKNOWN)],
  ['RIFF', riff],
  ['PK\x03\x04', archive],
  ['PK\x05\x06', 'application/zip'],
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  ["7z\xbc\xaf'\x1c", 'application/x-7z-compressed'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  ['#!AMR', 'audio/amr'],
  ['#!SILK_V3', 'audio/silk'],
  // As WeChat writes it.
  ['\x02#!SILK_V3', 'audio/silk'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'video/x-ms-asf'],
  ['OggS', 'audio/ogg'],
  // Screen recordings: WebM, or Matroska, which calls itself so in the same header.
  [
    '\x1a\x45\xdf\xa3',
    (head) => (head.subarray(0, 64).includes('webm') ? 'video/webm' : 'video/x-matroska'),
  ],
  ['fLaC', 'audio/flac'],
  ['ID3', 'audio/mpeg'],
];

/** MPEG audio frame (layer III) or ADTS: eleven set bits, then a layer that exists. */
function audioFrame(head: Head): string | null {
  const [a = 0, b = 0] = head;
  if (a !== 0xff || (b & 0xe0) !== 0xe0) return null;
  if ((b & 0xf6) === 0xf0) return 'audio/aac';
  return (b & 0x06) === 0x02 ? 'audio/mpeg' : null;
}

function isText(head: Head, whole: boolean): boolean {
  if (head.includes(0)) return false;
  try {
    // A head cut inside a character is no fault of the text.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    try {
      new TextDecoder('gb18030', { fatal: true }).decode(head, { stream: !whole });
      // Line breaks, tabs and the escape sign occur in text; other control bytes do not.
      return !head.some((b) => b < 9 || (b > 13 && b < 27));
    } catch {
      return false;
    }
  }
}

/**
 * The MIME type of a file.
 * @param head its first bytes (up to 1 MiB)
 * @param whole true when `head` is the entire file
 */
export function sniff(head: Buffer, whole: boolean): string {
  // The PDF header may stand anywhere in the first 1,024 bytes (PDF 1.7, note 13 of appendix H).
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (at(head, 4, 'ftyp')) return container(head);
  // Old QuickTime films begin with their content or their index.
  if (at(head, 4, 'moov') || at(head, 4, 'mdat')) return 'video/quicktime';
  for (const [bytes, type] of SIGNATURES) {
    if (at(head, 0, bytes)) return typeof type === 'string' ? type : type(head);
  }
  const audio = audioFrame(head);
  if (audio) return audio;
  if (!isText(head.subarray(0, 65_536), whole && head.length <= 65_536)) return UNKNOWN;
  const start = head.toString('latin1', 0, 1024).replace(/^\xef\xbb\xbf/, '');
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html)/i.test(start)
    ? 'text/html'
    : 'text/plain';
}
