/** Looks for ink in a small part of a JPEG scan. */
import type { Helpers } from '../helpers.ts';
import type { Lightness, Part } from './jpeg-light.ts';
import { type VipsImage, vips } from './vips.ts';

/** Progressive and other rare kinds: by the picture library, an eighth of their size. */
async function byLibrary(jpeg: Uint8Array, part: Part): Promise<Lightness | undefined> {
  const v = await vips();
  const trash: VipsImage[] = [];
  const keep = (image: VipsImage) => {
    trash.push(image);
    return image;
  };
  try {
    const image = keep(v.Image.jpegloadBuffer(jpeg, { shrink: 8 }));
    const left = Math.floor(part.x0 * image.width);
    const top = Math.floor(part.y0 * image.height);
    const right = Math.min(image.width, Math.ceil(part.x1 * image.width) + 1);
    const bottom = Math.min(image.height, Math.ceil(part.y1 * image.height) + 1);
    if (right <= left || bottom <= top) return { darkest: 255, lightest: 255 };
    const grey = keep(
      keep(image.extractArea(left, top, right - left, bottom - top)).colourspace('b-w'),
    );
    const small = keep(grey.copyMemory());
    return { darkest: small.min(), lightest: small.max() };
  } catch {
    return undefined;
  } finally {
    for (const image of trash.reverse()) image.delete();
  }
}

/** Smallest and largest lightness of a part; undefined when the picture cannot be read there. */
export async function sampleJpeg(
  jpeg: Uint8Array,
  part: Part,
  helpers: Helpers,
): Promise<Lightness | undefined> {
  const { light } = await helpers.run({ kind: 'light', jpeg, part });
  return light === null ? byLibrary(jpeg, part) : light;
}
