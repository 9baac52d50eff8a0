/** Page numbers and exhibit labels: in the margin where it is free, else on a margin added outside. */
import {
  type Box,
  extend,
  type Frame,
  intersect,
  invert,
  meets,
  type Side,
  toUser,
  transformBox,
  visibleSize,
} from './frame.ts';
import { type DrawnImage, type Ink, inkOf } from './ink.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFPageLeaf,
  type PDFRef,
} from './lib.ts';
import { arrayAt, dictAt, name, nameAt, numberAt, numbers, rawStream } from './objects.ts';
import type { StampFont } from './stamp-font.ts';

const SIZE = 10;
/** Distance of a stamp from the visible edges, points. */
const SIDE_GAP = 30;
const FOOT = 18;
/** Room that stays free around a stamp. */
const CLEAR = 3;
/** Height of a margin that is added. */
const STRIP = 24;
/** A note stands at the foot too, left of the longest page number. */
const NOTE_GAP = 110;
/** A smaller page is shown in the middle of a larger sheet; a note needs more width. */
const LEAST = { width: 200, height: 200 };
const LEAST_NOTED = 290;
const SHEET = { width: 595.28, height: 841.89 };

const FONT_KEY = 'JiejuStamp';

/** Smallest and largest lightness (0–255) of a picture in part of it; the part in fractions, from the top left. */
export type Sampler = (
  jpeg: Uint8Array,
  part: Box,
) => Promise<{ darkest: number; lightest: number } | undefined>;

export interface StampTools {
  context: PDFContext;
  font: StampFont;
  /** `q`, shared by all pages. */
  save: PDFRef;
  sample: Sampler;
}

export interface Stamp {
  text: string;
  at: 'foot' | 'head' | 'note';
}

/** What is seen of a page. */
export function frameOf(page: PDFDict): Frame {
  const box = (key: string): Box | undefined => {
    const n = numbers(arrayAt(page, key), 4);
    if (!n) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = n;
    return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) };
  };
  const media = box('MediaBox') ?? { x0: 0, y0: 0, x1: SHEET.width, y1: SHEET.height };
  const crop = box('CropBox');
  const seen = crop ? intersect(media, crop) : media;
  const turn = Math.round((numberAt(page, 'Rotate') ?? 0) / 90) * 90;
  const rotate = (((turn % 360) + 360) % 360) as Frame['rotate'];
  const unit = numberAt(page, 'UserUnit') ?? 1;
  return {
    box: seen.x1 - seen.x0 > 0 && seen.y1 - seen.y0 > 0 ? seen : media,
    rotate,
    unit: unit > 0 ? unit : 1,
  };
}

/** The place of a stamp in visible coordinates. */
function placeOf(frame: Frame, stamp: Stamp, font: StampFont): Box {
  const { width, height } = visibleSize(frame);
  const long = font.width(stamp.text, SIZE);
  const y = stamp.at === 'head' ? height - FOOT - SIZE : FOOT;
  const x1 = width - (stamp.at === 'note' ? NOTE_GAP : SIDE_GAP);
  return { x0: x1 - long, y0: y - 2, x1, y1: y + SIZE };
}

const grown = (b: Box, by: number): Box => ({
  x0: b.x0 - by,
  y0: b.y0 - by,
  x1: b.x1 + by,
  y1: b.y1 + by,
});

/** Paper may be grey or yellow; ink stands out from it or is dark. */
const isInk = (s: { darkest: number; lightest: number }) =>
  s.darkest < 150 || s.lightest - s.darkest > 70;

/** Are a picture's pixels free of ink in a place (user space)? Only plain JPEG scans are looked into. */
async function imageInk(
  { stream, matrix }: DrawnImage,
  place: Box,
  sample: Sampler,
): Promise<boolean> {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const plain =
    only === PDFName.of('DCTDecode') &&
    ['DeviceRGB', 'DeviceGray'].includes(nameAt(stream.dict, 'ColorSpace')) &&
    !['Decode', 'SMask', 'Mask', 'ImageMask'].some((key) => stream.dict.has(name(key))) &&
    // The PDF may say that the colours are others than the JPEG tells.
    !dictAt(stream.dict, 'DecodeParms')?.has(name('ColorTransform'));
  const back = invert(matrix);
  if (!plain || !back) return true;
  const { x0, y0, x1, y1 } = transformBox(back, place);
  const clamp = (n: number) => Math.min(1, Math.max(0, n));
  const part = { x0: clamp(x0), y0: clamp(1 - y1), x1: clamp(x1), y1: clamp(1 - y0) };
  const found = await sample(stream.contents, part);
  return !found || isInk(found);
}

/** Writes a frame into the page; both boxes are the same, so nothing cut off before comes to light. */
function setFrame(context: PDFContext, page: PDFDict, { box }: Frame): void {
  const list = [box.x0, box.y0, box.x1, box.y1].map((n) => Number(n.toFixed(3)));
  page.set(name('MediaBox'), context.obj(list));
  page.set(name('CropBox'), context.obj(list));
  for (const key of ['BleedBox', 'TrimBox', 'ArtBox']) page.delete(name(key));
}

/** Notes that stand where the page was cut off must not come to light on an added margin. */
function dropUnseen(page: PDFDict, seen: Box): void {
  const annots = arrayAt(page, 'Annots');
  if (!annots) return;
  const kept = annots.asArray().filter((entry) => {
    const annot = page.context.lookup(entry);
    const rect = annot instanceof PDFDict ? numbers(arrayAt(annot, 'Rect'), 4) : undefined;
    const [a = 0, b = 0, c = 0, d = 0] = rect ?? [];
    return (
      rect &&
      meets(
        { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) },
        seen,
      )
    );
  });
  page.set(name('Annots'), page.context.obj(kept));
}

/** Makes a font known to a page. */
export function addFont(page: PDFDict, key: string, font: PDFRef): void {
  const { context } = page;
  let resources = dictAt(page, 'Resources');
  if (!resources) {
    resources = context.obj({});
    page.set(name('Resources'), resources);
  }
  let fonts = dictAt(resources, 'Font');
  if (!fonts) {
    fonts = context.obj({});
    resources.set(name('Font'), fonts);
  }
  fonts.set(name(key), font);
}

const figures = (list: readonly number[]) => list.map((n) => Number(n.toFixed(4))).join(' ');

/** Width or height brought up to that of a sheet where a page is too small to carry a stamp. */
function enlarged(frame: Frame, leastWidth: number): Frame {
  const { width, height } = visibleSize(frame);
  if (width >= leastWidth && height >= LEAST.height) return frame;
  const x = Math.max(0, (SHEET.width - width) / 2);
  const y = Math.max(0, (SHEET.height - height) / 2);
  return (['left', 'right'] as const).reduce(
    (f, side) => extend(f, side, x),
    (['top', 'bottom'] as const).reduce((f, side) => extend(f, side, y), frame),
  );
}

export interface Stamped {
  /** The page shows real text of its own. */
  text: boolean;
  /** A margin was added. */
  extended: boolean;
}

/** Where a page has room for its stamps. */
export interface Looked {
  seen: Frame;
  /** With the margins that the stamps need. */
  frame: Frame;
  ink: Pick<Ink, 'text' | 'open'>;
}

/**
 * Looks for the places of the stamps.
 * @param clear the page is ours and its margins are known to be free
 */
export async function lookAtPage(
  { font, sample }: StampTools,
  page: PDFPageLeaf,
  stamps: readonly Stamp[],
  clear: boolean,
): Promise<Looked> {
  const seen = frameOf(page);
  const noted = stamps.some((s) => s.at === 'note');
  const frame = enlarged(seen, noted ? LEAST_NOTED : LEAST.width);
  if (clear) return { seen, frame, ink: { text: true, open: 0 } };
  const user = toUser(frame);
  const places = stamps.map((s) => transformBox(user, grown(placeOf(frame, s, font), CLEAR)));
  const ink = inkOf(page, dictAt(page, 'Resources'), seen.box, places);
  const taken = await Promise.all(
    places.map(async (place, i) => {
      if (ink.hits[i]) return true;
      const found = (ink.images[i] ?? []).map((image) => imageInk(image, place, sample));
      return (await Promise.all(found)).includes(true);
    }),
  );
  const sides = new Set<Side>();
  stamps.forEach((stamp, i) => {
    if (taken[i]) sides.add(stamp.at === 'head' ? 'top' : 'bottom');
  });
  return { seen, ink, frame: [...sides].reduce((f, side) => extend(f, side, STRIP), frame) };
}

/** Stamps a page in the places found. */
export function stampPage(
  { context, font, save }: StampTools,
  page: PDFPageLeaf,
  stamps: readonly Stamp[],
  { seen, frame, ink }: Looked,
): Stamped {
  const extended = frame.box !== seen.box;
  const cut = extended
    ? `${figures([seen.box.x0, seen.box.y0, seen.box.x1 - seen.box.x0, seen.box.y1 - seen.box.y0])} re W n\n`
    : '';
  const user = toUser(frame);
  const text = stamps
    .map((s) => {
      const { x0, y0 } = placeOf(frame, s, font);
      return `BT /${FONT_KEY} ${SIZE} Tf 1 0 0 1 ${figures([x0, y0 + 2])} Tm ${font.hex(s.text)} Tj ET`;
    })
    .join('\n');
  const close = `\n${'Q '.repeat(ink.open + 1)}\nq ${figures(user)} cm 0 g 0 Tr 0 Tc 0 Tw 100 Tz 0 Ts\n${text}\nQ\n`;
  const stream = context.register(rawStream(context, Buffer.from(close), {}));
  const before = page.get(name('Contents'));
  const old = context.lookup(before);
  const parts = old instanceof PDFArray ? old.asArray() : before ? [before] : [];
  const head = cut ? context.register(rawStream(context, Buffer.from(`q\n${cut}`), {})) : save;
  page.set(name('Contents'), context.obj([head, ...parts, stream]));
  addFont(page, FONT_KEY, font.ref);
  if (extended) {
    setFrame(context, page, frame);
    dropUnseen(page, seen.box);
  }
  return { text: ink.text, extended };
}
