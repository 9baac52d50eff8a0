/** Pictures as plain pixels, upright, on white, for recognising. */
import { readHeic } from '../bundle/image/heic.ts';
import { type VipsImage, vips } from '../bundle/image/vips.ts';
import type { Pixels } from './ocr/detect.ts';

/** A line of 8 pt text is still 20 pixels high on an A4 page of this width. */
const MOST_WIDTH = 2400;
const MAX_PIXELS = 250_000_000;

/** Pages or frames of a picture file; only a TIFF's are pages of their own. */
export async function picturePages(bytes: Uint8Array, mime: string): Promise<number> {
  if (mime !== 'image/tiff') return 1;
  const v = await vips();
  const image = v.Image.newFromBuffer(bytes, '', {});
  try {
    return image.getTypeof('n-pages') === 0 ? 1 : image.getInt('n-pages');
  } finally {
    image.delete();
  }
}

async function open(bytes: Uint8Array, mime: string, page: number): Promise<VipsImage> {
  if (mime === 'image/heic') {
    const { width, height, rgba } = await readHeic(bytes, MAX_PIXELS);
    const v = await vips();
    const raw = v.Image.newFromMemory(rgba, width, height, 4, 'uchar' as never);
    const image = raw.copy({ interpretation: 'srgb' }).copyMemory();
    raw.delete();
    return image;
  }
  const v = await vips(mime === 'image/avif');
  return v.Image.newFromBuffer(bytes, '', {
    fail_on: 'truncated',
    ...(mime === 'image/tiff' ? { page: page - 1 } : {}),
  });
}

/**
 * The pixels of a picture file.
 * @throws an error when it cannot be read
 */
export async function picturePixels(
  bytes: Uint8Array,
  mime: string,
  page: number,
): Promise<Pixels> {
  const trash: VipsImage[] = [];
  const keep = (image: VipsImage) => {
    trash.push(image);
    return image;
  };
  try {
    let image = keep(await open(bytes, mime, page));
    if (image.width * image.height > MAX_PIXELS) throw new Error('more than 250 million pixels');
    image = keep(image.autorot());
    if (image.width > MOST_WIDTH)
      image = keep(image.thumbnailImage(MOST_WIDTH, { height: 10_000_000, size: 'down' }));
    if (image.hasAlpha()) image = keep(image.flatten({ background: [255] }));
    image = keep(keep(image.colourspace('srgb')).cast('uchar'));
    if (image.bands > 3) image = keep(image.extractBand(0, { n: 3 }));
    const { width, height } = image;
    return { data: image.writeToMemory() as Uint8Array, width, height };
  } finally {
    for (const image of trash.reverse()) image.delete();
  }
}
