/** What makes the bundle quick must see and keep as much as what is slow: the scan reader and the volume file. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Helpers } from '../../main/evidence/bundle/helpers.ts';
import { jpegLightness } from '../../main/evidence/bundle/image/jpeg-light.ts';
import { sampleJpeg } from '../../main/evidence/bundle/image/sampler.ts';
import { type VipsModule, vips } from '../../main/evidence/bundle/image/vips.ts';
import { readBack } from '../../main/evidence/bundle/pdf/read-back.ts';
import { build, caseWith, pdfOf, removeFolders, tempFolder } from '../helpers/bundle-kit.ts';

afterAll(removeFolders);

const [WIDTH, HEIGHT] = [613, 877];
const PARTS = [
  { x0: 0.8, y0: 0.94, x1: 0.95, y1: 0.98 },
  { x0: 0.4, y0: 0.5, x1: 0.45, y1: 0.52 },
  { x0: 0, y0: 0, x1: 1, y1: 1 },
  { x0: 0.93, y0: 0.97, x1: 1, y1: 1 },
  { x0: 0.001, y0: 0.001, x1: 0.01, y1: 0.01 },
];

describe('lightness of a part of a scan', () => {
  let v: VipsModule;
  let page: ReturnType<VipsModule['Image']['black']>;

  beforeAll(async () => {
    v = await vips();
    const grain = v.Image.gaussnoise(WIDTH, HEIGHT, { mean: 240, sigma: 3, seed: 7 });
    const ink = v.Image.gaussnoise(80, 112, { sigma: 60, seed: 8 }).resize(8).crop(10, 9, 600, 860);
    const lines = ink.embed(6, 8, WIDTH, HEIGHT).moreEq(50).linear([-0.7], [0]);
    page = grain.add(lines).cast('uchar');
  });

  const kinds: [string, object, boolean][] = [
    ['grey', {}, false],
    ['colour, halved tints', {}, true],
    ['colour, whole tints', { subsample_mode: 'off' }, true],
    ['restart marks', { restart_interval: 5 }, true],
    ['own tables', { optimize_coding: true }, true],
    ['coarse', { Q: 20 }, true],
  ];

  test.each(kinds)('%s: as the picture library has it, to a few steps', (_, options, colour) => {
    const tinted = page.colourspace('srgb').linear([1, 0.95, 0.9], [0, 2, 4]).cast('uchar');
    const jpeg = (colour ? tinted : page).writeToBuffer('.jpg', { Q: 85, ...options });
    const pixels = v.Image.newFromBuffer(jpeg);
    // Rec. 601, as JPEG has it.
    const grey = colour ? pixels.recomb([[0.299, 0.587, 0.114]] as never) : pixels;
    for (const part of PARTS) {
      const left = Math.floor(part.x0 * WIDTH);
      const top = Math.floor(part.y0 * HEIGHT);
      const width = Math.ceil(part.x1 * WIDTH) - left;
      const height = Math.ceil(part.y1 * HEIGHT) - top;
      const exact = grey.crop(left, top, width, height);
      const found = jpegLightness(jpeg, part);
      // Pairs of pixels are never beyond the single ones, and a mark of two by two is never missed.
      expect(found?.darkest).toBeGreaterThanOrEqual(exact.min() - 3);
      expect(found?.lightest).toBeLessThanOrEqual(exact.max() + 3);
      const blurred = exact.width > 4 && exact.height > 4 ? exact.shrink(2, 2) : exact;
      expect(found?.darkest).toBeLessThanOrEqual(blurred.min() + 30);
      expect(found?.lightest).toBeGreaterThanOrEqual(blurred.max() - 30);
    }
  });

  test('a thin line that an eighth of the size would not show is ink', () => {
    const white = v.Image.black(800, 800).linear([0], [240]).cast('uchar');
    const line = v.Image.black(40, 2).cast('uchar');
    const jpeg = white.insert(line, 600, 760).writeToBuffer('.jpg', { Q: 85 });
    const found = jpegLightness(jpeg, { x0: 0.7, y0: 0.9, x1: 0.9, y1: 1 });
    expect(found?.darkest).toBeLessThan(60);
    const beside = jpegLightness(jpeg, { x0: 0.1, y0: 0.9, x1: 0.3, y1: 1 });
    expect(beside?.darkest).toBeGreaterThan(230);
  });

  test('progressive ones go to the library; with helpers and without the answer is the same', async () => {
    const helpers = new Helpers();
    const jpeg = page.writeToBuffer('.jpg', { Q: 85, interlace: true });
    const plain = page.writeToBuffer('.jpg', { Q: 85 });
    const part = { x0: 0.2, y0: 0.2, x1: 0.6, y1: 0.4 };
    expect(jpegLightness(jpeg, part)).toBeNull();
    const slow = await sampleJpeg(jpeg, part, helpers);
    expect(slow?.darkest).toBeLessThan(100);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => sampleJpeg(plain, part, helpers)),
    );
    for (const one of all) expect(one).toEqual(jpegLightness(plain, part));
    await helpers.end();
  });

  test('damaged data is no answer', () => {
    const jpeg = Buffer.from(page.writeToBuffer('.jpg', { Q: 85 }));
    const foot = { x0: 0.8, y0: 0.94, x1: 0.95, y1: 0.98 };
    expect(jpegLightness(jpeg.subarray(0, jpeg.length / 2), foot)).toBeUndefined();
    expect(jpegLightness(jpeg.subarray(0, 300), foot)).toBeNull();
    expect(jpegLightness(Buffer.from('no picture'), foot)).toBeUndefined();
  });
});

describe('a written volume', () => {
  test('its fingerprint is that of the file; a byte out of place is found when it is read again', async () => {
    const v = await vips();
    const noise = v.Image.gaussnoise(900, 900, { mean: 200, sigma: 40, seed: 3 }).cast('uchar');
    const photo = noise.writeToBuffer('.jpg', { Q: 90 });
    expect(photo.length).toBeGreaterThan(200_000);
    const done = await build(caseWith(['e1', 'e2']), [
      { item: 'e1', name: 'a.pdf', bytes: await pdfOf([{}, {}]) },
      { item: 'e2', name: 'b.jpg', bytes: photo },
    ]);
    const [volume] = done.volumes;
    const path = volume?.path ?? '';
    const bytes = readFileSync(path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(volume?.sha256);
    expect(volume?.size).toBe(bytes.length);
    expect((await readBack(path)).getPageCount()).toBe(volume?.pages);

    const copy = join(tempFolder(), 'copy.pdf');
    const spoil = async (change: (b: Buffer) => Buffer) => {
      writeFileSync(copy, change(Buffer.from(bytes)));
      await expect(readBack(copy)).rejects.toThrow(/read again/);
    };
    await spoil((b) => b.subarray(0, b.length - 10));
    // One byte fewer in the photo, and one more before everything.
    const inside = bytes.indexOf(photo.subarray(2000, 2100));
    expect(inside).toBeGreaterThan(0);
    await spoil((b) => Buffer.concat([b.subarray(0, inside), b.subarray(inside + 1)]));
    await spoil((b) => Buffer.concat([b.subarray(0, 9), Buffer.from(' '), b.subarray(9)]));
    copyFileSync(path, copy);
    truncateSync(copy, 0);
    await expect(readBack(copy)).rejects.toThrow(/read again/);
  });
});
