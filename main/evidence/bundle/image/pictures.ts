/** Pictures made ready for A4 pages: upright, at most 300 dpi, stored as they were wherever that is possible. */
import { SourceProblem } from '../types.ts';
import { readBmp } from './bmp.ts';
import { readHeic } from './heic.ts';
import { readJpeg } from './jpeg.ts';
import { type PngFacts, readPng } from './png.ts';
import { releaseVips, type VipsImage, type VipsModule, vips } from './vips.ts';

/** One picture on one page. */
export interface Picture {
  kind: 'jpeg' | 'png';
  /** A JPEG file, or the compressed rows of a PNG. */
  bytes: Uint8Array;
  /** As stored; turned by `orientation` (EXIF 1–8) when shown. */
  width: number;
  height: number;
  orientation: number;
  components: number;
  bits: number;
  palette: Uint8Array | null;
  /** The part of the original that it shows: its page, and top and height in shares of it upright. */
  part: { page: number; top: number; height: number };
}

const WHOLE = { page: 1, top: 0, height: 1 } as const;

export interface Pictures {
  pages: Picture[];
  /** What was done to the copy, in words. */
  treatments: string[];
}

/** Room for a picture on its page, points. */
export interface Room {
  width: number;
  height: number;
}

const DPI = 300;
/** Small pictures are not blown up beyond one pixel a point. */
const LEAST_DPI = 72;
const MAX_PIXELS = 250_000_000;
/** Taller than this (height over width) a screenshot is cut into pages instead of shrunk to a ribbon. */
const RIBBON = 2.6;
/** Part of a page that is shown again on the next, so that no line is lost at the cut. */
const OVERLAP = 0.04;

const MESSAGES = {
  damaged:
    '这张图片已损坏或不完整，读不出来。请换完好的版本；没有的，请打开后截图，把截图作为新文件添加。',
  'too-large':
    '这张图片超过 2.5 亿像素，处理不了。请先用看图软件缩小，再作为新文件添加；原文件请保留。',
  unsupported: '这种图片格式放不进证据册。请用看图软件另存为 JPG 或 PNG 再添加；原文件请保留。',
} as const;
const problem = (code: keyof typeof MESSAGES) => new SourceProblem(code, MESSAGES[code]);

/** Points a pixel takes when the picture fills its room. */
export function pointsPerPixel(width: number, height: number, room: Room): number {
  return Math.min(room.width / width, room.height / height, 72 / LEAST_DPI);
}

/** May the picture stay as it is: no finer than 300 dpi, give or take a rounding. */
const coarse = (width: number, height: number, room: Room) =>
  72 / pointsPerPixel(width, height, room) <= DPI * 1.02;

const isRibbon = (width: number, height: number) => height / width > RIBBON;

/** Forces every row to be decoded. @throws SourceProblem when one cannot be */
function check(image: VipsImage): void {
  try {
    image.avg();
  } catch {
    throw problem('damaged');
  } finally {
    image.delete();
  }
}

const pngPicture = (png: PngFacts): Picture => ({
  kind: 'png',
  bytes: png.data,
  width: png.width,
  height: png.height,
  orientation: 1,
  components: png.colour === 2 ? 3 : 1,
  bits: png.bits,
  palette: png.palette,
  part: WHOLE,
});

function asPng(image: VipsImage): Picture {
  const png = readPng(
    image.writeToBuffer('.png', { compression: 6, keep: 'none', interlace: false }),
  );
  if (!png) throw problem('damaged');
  return pngPicture(png);
}

function asJpeg(image: VipsImage): Picture {
  const bytes = image.writeToBuffer('.jpg', { Q: 88, keep: 'none' });
  const { width, height, bands } = image;
  return {
    ...{ kind: 'jpeg', bytes, width, height, components: bands },
    ...{ orientation: 1, bits: 8, palette: null, part: WHOLE },
  };
}

/** Is there a place one can see through? Screenshots have the channel for it, and nothing in it. */
function seesThrough(image: VipsImage): boolean {
  const alpha = image.extractBand(image.bands - 1);
  try {
    return alpha.min() < (image.format === 'ushort' ? 65_535 : 255);
  } finally {
    alpha.delete();
  }
}

interface Processed {
  pages: Picture[];
  /** It had transparent places, which are white now. */
  through: boolean;
}

/** A loaded picture, turned, on white, in sRGB or grey, shrunk to 300 dpi, cut if it is a ribbon. */
function process(loaded: VipsImage, room: Room, lossless: boolean, cut: boolean): Processed {
  const trash: VipsImage[] = [loaded];
  const keep = (image: VipsImage) => {
    trash.push(image);
    return image;
  };
  try {
    let image = keep(loaded.autorot());
    if (image.width * image.height > MAX_PIXELS) throw problem('too-large');
    const ribbon = cut && isRibbon(image.width, image.height);
    const scale = pointsPerPixel(image.width, ribbon ? 1 : image.height, room);
    const most = Math.max(1, Math.round((image.width * scale * DPI) / 72));
    if (most < image.width)
      image = keep(image.thumbnailImage(most, { height: 10_000_000, size: 'down' }));
    let through = false;
    if (image.hasAlpha()) {
      image = keep(image.copyMemory());
      through = seesThrough(image);
      image = keep(image.flatten({ background: [255] }));
    }
    const grey = image.bands === 1;
    image = keep(image.colourspace(grey ? 'b-w' : 'srgb'));
    image = keep(image.cast('uchar'));
    image = keep(image.copyMemory());
    const write = (part: VipsImage) => (lossless ? asPng(part) : asJpeg(part));
    if (!ribbon) return { pages: [write(image)], through };
    const tall = Math.floor((image.width * room.height) / room.width);
    const step = Math.floor(tall * (1 - OVERLAP));
    const pages: Picture[] = [];
    for (let top = 0; top === 0 || top + tall - step < image.height; top += step) {
      const height = Math.min(tall, image.height - top);
      const part = { page: 1, top: top / image.height, height: height / image.height };
      pages.push({ ...write(keep(image.extractArea(0, top, image.width, height))), part });
    }
    return { pages, through };
  } catch (e) {
    throw e instanceof SourceProblem ? e : problem('damaged');
  } finally {
    for (const image of trash.reverse()) image.delete();
  }
}

function treatments(pages: readonly Picture[], changed: string[]): Pictures {
  const many = pages.length > 1 ? [`长图分 ${pages.length} 页，接缝处重复显示`] : [];
  return { pages: [...pages], treatments: [...changed, ...many] };
}

async function jpeg(bytes: Uint8Array, room: Room): Promise<Pictures> {
  const facts = readJpeg(bytes);
  if (!facts) throw problem('damaged');
  const v = await vips();
  const sideways = facts.orientation >= 5;
  const width = sideways ? facts.height : facts.width;
  const height = sideways ? facts.width : facts.height;
  if (width * height > MAX_PIXELS) throw problem('too-large');
  const plain = facts.components === 1 || facts.components === 3;
  if (plain && coarse(width, height, room) && !isRibbon(width, height)) {
    check(load(v, bytes, { shrink: 8 }));
    const { stripped, orientation, components } = facts;
    const page: Picture = {
      ...{ kind: 'jpeg', bytes: stripped, width: facts.width, height: facts.height },
      ...{ orientation, components, bits: 8, palette: null, part: WHOLE },
    };
    return { pages: [page], treatments: orientation === 1 ? [] : ['复制件已转正'] };
  }
  const scale = isRibbon(width, height) ? room.width / width : pointsPerPixel(width, height, room);
  const over = 72 / scale / DPI;
  const shrink = [8, 4, 2, 1].find((n) => n <= over) ?? 1;
  const { pages } = process(load(v, bytes, { shrink }), room, false, true);
  return treatments(pages, [
    ...(facts.orientation === 1 ? [] : ['复制件已转正']),
    ...(over > 1.02 ? ['复制件缩至 300 dpi，打印足够清楚'] : []),
    ...(plain ? [] : ['印刷色（CMYK）转为屏幕色']),
  ]);
}

/** @throws SourceProblem */
function load(v: VipsModule, bytes: Uint8Array, options: object): VipsImage {
  try {
    return v.Image.newFromBuffer(bytes, '', { fail_on: 'truncated', ...options });
  } catch {
    throw problem('damaged');
  }
}

async function png(bytes: Uint8Array, room: Room): Promise<Pictures> {
  const facts = readPng(bytes);
  if (!facts) throw problem('damaged');
  if (facts.width * facts.height > MAX_PIXELS) throw problem('too-large');
  const v = await vips();
  const { width, height } = facts;
  const stays =
    !facts.transparent &&
    !facts.interlaced &&
    facts.bits <= 8 &&
    coarse(width, height, room) &&
    !isRibbon(width, height);
  if (stays) {
    check(load(v, bytes, {}));
    return { pages: [pngPicture(facts)], treatments: [] };
  }
  const { pages, through } = process(load(v, bytes, {}), room, true, true);
  return treatments(pages, [
    ...(coarse(width, height, room) || isRibbon(width, height)
      ? []
      : ['复制件缩至 300 dpi，打印足够清楚']),
    ...(through ? ['透明部分以白色为底'] : []),
  ]);
}

/** Frames or pages of a loaded file, 1 for a plain picture. */
const frames = (image: VipsImage): number =>
  image.getTypeof('n-pages') === 0 ? 1 : image.getInt('n-pages');

async function other(bytes: Uint8Array, mime: string, room: Room): Promise<Pictures> {
  const v = await vips(mime === 'image/avif');
  const first = load(v, bytes, {});
  const count = frames(first);
  const { width, height } = first;
  if (width * height > MAX_PIXELS) {
    first.delete();
    throw problem('too-large');
  }
  const lossless = mime === 'image/gif' || (mime === 'image/tiff' && first.bands === 1);
  if (mime !== 'image/tiff') {
    const { pages } = process(first, room, lossless, true);
    const moving = count > 1 ? [`动图共 ${count} 帧，只印第一帧`] : [];
    return treatments(pages, ['复制件转为可打印的格式', ...moving]);
  }
  first.delete();
  const pages: Picture[] = [];
  for (let page = 0; page < count; page++)
    pages.push(
      ...process(load(v, bytes, { page }), room, lossless, false).pages.map((picture) => ({
        ...picture,
        part: { ...WHOLE, page: page + 1 },
      })),
    );
  return { pages, treatments: ['复制件转为可打印的格式'] };
}

async function heic(bytes: Uint8Array, room: Room): Promise<Pictures> {
  const { width, height, rgba, others } = await readHeic(bytes, MAX_PIXELS).catch((e: unknown) => {
    throw e instanceof SourceProblem && e.code === 'too-large' ? problem('too-large') : e;
  });
  const v = await vips();
  const raw = v.Image.newFromMemory(rgba, width, height, 4, 'uchar' as never);
  const image = raw.copy({ interpretation: 'srgb' });
  const { pages } = process(image, room, false, true);
  raw.delete();
  return treatments(pages, [
    'HEIC 照片的复制件转为 JPG',
    ...(others > 0 ? [`文件里还有 ${others} 张图，只印主图`] : []),
  ]);
}

async function bmp(bytes: Uint8Array, room: Room): Promise<Pictures> {
  const read = readBmp(bytes, MAX_PIXELS);
  if (!read) throw problem('unsupported');
  const v = await vips();
  const raw = v.Image.newFromMemory(read.rgb, read.width, read.height, 3, 'uchar' as never);
  const image = raw.copy({ interpretation: 'srgb' });
  // Scans and screens: without loss, since the original has lost nothing either.
  const { pages } = process(image, room, true, true);
  raw.delete();
  return treatments(pages, ['BMP 图片的复制件转为 PNG']);
}

/**
 * The pages of a picture file.
 * @throws SourceProblem naming what is wrong and what to do
 */
export function readPictures(bytes: Uint8Array, mime: string, room: Room): Promise<Pictures> {
  switch (mime) {
    case 'image/jpeg':
      return jpeg(bytes, room);
    case 'image/png':
      return png(bytes, room);
    case 'image/heic':
      return heic(bytes, room);
    case 'image/bmp':
      return bmp(bytes, room);
    case 'image/webp':
    case 'image/gif':
    case 'image/tiff':
    case 'image/avif':
      return other(bytes, mime, room);
    default:
      return Promise.reject(problem('unsupported'));
  }
}

/** Lets go of the picture library once a book is done. */
export const releasePictures = (): Promise<void> => releaseVips();
