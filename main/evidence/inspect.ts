/** Is a file whole, can it be opened, how many pages has it? It is kept whatever the answer. */
import { isAmr, isHevc, isoTracks } from '../../shared/media/iso-tracks.ts';
import { NO_ORIGIN, type Origin, pdfOrigin, pictureOrigin } from './origin.ts';
import { isoIsWhole, tiffPages } from './structure.ts';

export interface Inspection extends Origin {
  /** Pages of a PDF or a TIFF, 1 for a picture, null when not known. */
  pages: number | null;
  /** What the user should know of the file; empty when all is well. */
  warning: string;
}

/** What is found; nothing said of the origin = nothing known. */
type Found = Pick<Inspection, 'pages' | 'warning'> & Partial<Origin>;

/** Files up to this size are looked into; larger ones are kept unread. */
export const MAX_INSPECTED = 50 * 1024 * 1024;

export const WARNINGS = {
  damaged: '文件可能已损坏或不完整，已原样存入。请打开看一看，如有完好的版本请重新添加。',
  encrypted:
    '这个 PDF 设有密码，已原样存入。生成证据册时会问您密码；忘了密码的，请另存一份不带密码的版本再添加。',
  large: '文件超过 200 MB，已存入；法院网上平台多半收不了这么大的文件，请考虑用光盘或 U 盘提交。',
  silk: '这是微信语音的原始格式，一般的播放器和法庭的电脑放不出来，已原样存入。请在手机上播放并录成 MP3，和它一起提交。',
  amr: '这是手机录音的 AMR 格式，法庭的电脑不一定放得出来，已原样存入。请另外转一份 MP3，和原件一起提交；转换用电脑上的软件，不要上传到网站。',
  hevc: '这段录像的画面是“高效”（HEVC）格式，苹果手机多是这样拍的，很多电脑只放得出声音，已原样存入。请另外转一份 MP4（H.264），和原件一起提交；转换用电脑上的软件，不要上传到网站。',
  uninspected: '文件较大，没有检查是否完好，也没有数页数。请打开核对。',
} as const;

async function pdf(bytes: Uint8Array): Promise<Found> {
  // Loaded with the first PDF: the window opens sooner.
  const { EncryptedPDFError, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } =
    await import('@cantoo/pdf-lib');
  try {
    // The empty password opens what is only barred from editing: bank slips often are.
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    const pages = document.getPageCount();
    // A file cut short can still parse; its end mark is then missing.
    const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048);
    if (pages === 0 || !tail.includes('%%EOF')) return { pages: null, warning: WARNINGS.damaged };
    const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
    const said = (key: string) => {
      const value = info?.lookup(PDFName.of(key));
      return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
    };
    const origin = pdfOrigin(said('Creator'), said('Producer'), said('CreationDate'));
    return { pages, warning: '', ...origin };
  } catch (e) {
    const locked = e instanceof EncryptedPDFError || String(e).includes('NEEDS PASSWORD');
    return { pages: null, warning: locked ? WARNINGS.encrypted : WARNINGS.damaged };
  }
}

/** Follows the segments to the picture data, then asks for its end mark. */
function jpegIsWhole(b: Buffer): boolean {
  let at = 2;
  while (at + 4 <= b.length && b[at] === 0xff) {
    const marker = b[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return b.indexOf(Buffer.from([0xff, 0xd9]), at) > 0;
    at += 2 + b.readUInt16BE(at + 2);
  }
  return false;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(b: Buffer): number {
  let c = 0xffffffff;
  for (const byte of b) c = (CRC_TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** Every chunk has its checksum, and the last one is IEND. */
function pngIsWhole(b: Buffer): boolean {
  for (let at = 8; at + 12 <= b.length; ) {
    const length = b.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > b.length || crc32(b.subarray(at + 4, end - 4)) !== b.readUInt32BE(end - 4))
      return false;
    if (b.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at = end;
  }
  return false;
}

const WHOLE: Record<string, (b: Buffer) => boolean> = {
  'image/jpeg': jpegIsWhole,
  'image/png': pngIsWhole,
  'image/gif': (b) => b.subarray(-16).includes(0x3b),
  'image/webp': (b) => b.length >= b.readUInt32LE(4) + 8,
  'audio/wav': (b) => b.length >= b.readUInt32LE(4) + 8,
  'image/bmp': (b) => b.length >= b.readUInt32LE(2),
  'image/heic': isoIsWhole,
  'image/avif': isoIsWhole,
  'video/mp4': isoIsWhole,
  'video/quicktime': isoIsWhole,
  'audio/mp4': isoIsWhole,
  'video/3gpp': isoIsWhole,
};

const FILMS = ['video/mp4', 'video/quicktime', 'audio/mp4', 'video/3gpp'];

/** A ZIP archive ends with its directory; the comment after it has at most 64 KiB. */
const zipIsWhole = (b: Buffer) => b.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1');

/** A film or a recording that is whole may still be one that a court's computer cannot play. */
async function playable(bytes: Buffer): Promise<string> {
  const read = (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length));
  const tracks = await isoTracks(read, bytes.length);
  return isHevc(tracks) ? WARNINGS.hevc : isAmr(tracks) ? WARNINGS.amr : '';
}

function look(mime: string, bytes: Buffer | null): Found | Promise<Found> {
  const picture = mime.startsWith('image/') && mime !== 'image/tiff';
  const known = mime === 'application/pdf' || mime in WHOLE || mime.includes('zip');
  if (mime === 'audio/silk') return { pages: null, warning: WARNINGS.silk };
  if (mime === 'audio/amr') return { pages: null, warning: WARNINGS.amr };
  if (!bytes) return { pages: picture ? 1 : null, warning: known ? WARNINGS.uninspected : '' };
  if (mime === 'application/pdf') return pdf(bytes);
  if (mime === 'image/tiff') {
    const pages = tiffPages(bytes);
    return { pages, warning: pages === null ? WARNINGS.damaged : '' };
  }
  const archive = mime === 'application/zip' || mime.includes('openxmlformats');
  const isWhole = archive ? zipIsWhole : WHOLE[mime];
  const whole = !isWhole || isWhole(bytes);
  if (whole && FILMS.includes(mime))
    return playable(bytes).then((warning) => ({ pages: null, warning }));
  return { pages: picture ? 1 : null, warning: whole ? '' : WARNINGS.damaged };
}

/**
 * Looks into a file's bytes. Never throws for a bad file.
 * @param bytes null = larger than `MAX_INSPECTED`
 * @param head its first bytes, where the camera is named
 */
export async function inspect(
  mime: string,
  bytes: Buffer | null,
  head: Buffer | null = bytes,
): Promise<Inspection> {
  const found = await look(mime, bytes);
  const picture = bytes ?? head;
  const origin = mime.startsWith('image/') && picture ? pictureOrigin(mime, picture) : NO_ORIGIN;
  return { ...origin, ...found };
}
