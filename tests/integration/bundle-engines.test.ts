/** Pages of the book drawn by two engines that have nothing in common: both must show the same. */
import { execFileSync } from 'node:child_process';
import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { build, caseWith, drawPage, pdfOf, photo, removeFolders } from '../helpers/bundle-kit.ts';

afterAll(removeFolders);

const has = (tool: string) => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

interface Drawn {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** A page by mupdf, in grey, 72 dpi. */
function byMupdf(path: string, n: number): Drawn {
  const args = ['draw', '-q', '-F', 'pgm', '-r', '72', '-c', 'gray', '-o', '-', path, String(n)];
  const out = execFileSync('mutool', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const head = /^P5\s(?:#.*\s)?(\d+)\s(\d+)\s255\s/.exec(out.toString('latin1', 0, 100));
  if (!head) throw new Error('no picture');
  return { width: Number(head[1]), height: Number(head[2]), grey: out.subarray(head[0].length) };
}

/** Mean lightness of the cells of a grid over the page. */
function cells(at: (x: number, y: number) => number, across: number, down: number): number[] {
  const out: number[] = [];
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      let sum = 0;
      for (let b = 0; b < 32; b++)
        for (let a = 0; a < 32; a++)
          sum += at((i + (a + 0.5) / 32) / across, (j + (b + 0.5) / 32) / down);
      out.push(sum / 1024);
    }
  return out;
}

/** Something dark in one corner and a bar, so that a page turned or cut another way looks otherwise. */
const corner = (page: ReturnType<PDFDocument['addPage']>) => {
  page.drawRectangle({ x: 60, y: 600, width: 150, height: 120, color: rgb(0.1, 0.1, 0.4) });
  page.drawRectangle({ x: 100, y: 200, width: 300, height: 20, color: rgb(0.6, 0, 0) });
};

test.runIf(has('mutool'))(
  'turned, cropped, filled in, photos, CMYK, animated: the same in both',
  async () => {
    const v = await vips();
    const cmyk = v.Image.black(300, 200)
      .bandjoin([100, 200, 50])
      .copy({ interpretation: 'cmyk' })
      .insert(v.Image.black(90, 60).bandjoin([0, 0, 255]).copy({ interpretation: 'cmyk' }), 0, 0)
      .writeToBuffer('.jpg');
    const grey = v.Image.black(60, 60).bandjoin([100, 200]).copy({ interpretation: 'srgb' });
    const film = v.Image.arrayjoin([grey, grey.invert()], { across: 1 }).copy();
    film.setInt('page-height', 60);
    const form = await PDFDocument.create();
    const font = await form.embedFont(StandardFonts.Helvetica);
    const field = form.getForm().createTextField('amount');
    field.setText('300000.00');
    field.addToPage(form.addPage(), { x: 50, y: 500, width: 300, height: 80, font });
    const pages = [0, 90, 180, 270].flatMap((rotate) => [
      { rotate, draw: corner },
      { rotate, draw: corner, crop: [40, 150, 400, 600] as [number, number, number, number] },
    ]);
    const photos = await Promise.all([1, 3, 6, 8].map((side) => photo(400, 300, side)));
    const given = [
      { item: 'e1', name: 'turned.pdf', bytes: await pdfOf(pages) },
      { item: 'e1', name: 'form.pdf', bytes: await form.save() },
      ...photos.map((bytes, i) => ({ item: 'e1', name: `${i}.jpg`, bytes })),
      { item: 'e1', name: 'cmyk.jpg', bytes: cmyk },
      { item: 'e1', name: 'film.gif', bytes: film.writeToBuffer('.gif') },
    ];
    const done = await build(caseWith(['e1']), given);
    const [volume] = done.volumes;
    expect(volume?.pages).toBeGreaterThan(8 + 1 + 4 + 2);
    for (let n = 1; n <= (volume?.pages ?? 0); n++) {
      const mupdf = byMupdf(volume?.path ?? '', n);
      const pdfjs = await drawPage(volume?.path ?? '', n, 1);
      // Rounding of half a point is all that may differ.
      expect(Math.abs(mupdf.width - pdfjs.width), `page ${n}`).toBeLessThanOrEqual(1);
      expect(Math.abs(mupdf.height - pdfjs.height), `page ${n}`).toBeLessThanOrEqual(1);
      const one = cells(
        (x, y) =>
          mupdf.grey[Math.floor(y * mupdf.height) * mupdf.width + Math.floor(x * mupdf.width)] ?? 0,
        ...([12, 16] as const),
      );
      const two = cells(
        (x, y) => {
          const [r, g, b] = pdfjs.at(x, y);
          return 0.3 * r + 0.59 * g + 0.11 * b;
        },
        ...([12, 16] as const),
      );
      const worst = one.reduce((most, c, i) => Math.max(most, Math.abs(c - (two[i] ?? 0))), 0);
      expect(worst, `page ${n}`).toBeLessThan(40);
      expect(Math.max(...one) - Math.min(...one), `page ${n} shows something`).toBeGreaterThan(2);
    }
  },
  120_000,
);
