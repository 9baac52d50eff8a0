/** Scans for the measurements: as many pages as a thick case has, with the grain that scanners leave. */

import { randomFillSync } from 'node:crypto';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { vips } from '../main/evidence/bundle/image/vips.ts';

/** A page of typing on grey paper with the grain of a scanner, about 400 KB. */
async function scan(seed: number): Promise<Uint8Array> {
  const v = await vips();
  const [width, height] = [1240, 1754];
  const grain = v.Image.gaussnoise(width, height, { mean: 243, sigma: 2.2, seed });
  const lines = v.Image.gaussnoise(width / 8, height / 8, { mean: 0, sigma: 60, seed })
    .resize(8)
    .extractArea(140, 160, width - 280, height - 400)
    .embed(140, 160, width, height);
  const image = grain.add(lines.moreEq(40).linear([-0.6], [0])).cast('uchar');
  return image.writeToBuffer('.jpg', { Q: 82 });
}

/** Writes `files` PDFs of `pages` scans each. @returns their size together */
export async function writeScans(folder: string, files: number, pages: number): Promise<number> {
  let total = 0;
  // The same pages in every file, as own copies: no tool here looks for equal ones.
  const pictures: Uint8Array[] = [];
  for (let p = 0; p < pages; p++) pictures.push(await scan(p));
  for (let f = 0; f < files; f++) {
    const document = await PDFDocument.create();
    for (const bytes of pictures) {
      const picture = await document.embedJpg(bytes);
      document
        .addPage([595.28, 841.89])
        .drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
    }
    const bytes = await document.save();
    writeFileSync(join(folder, `证据${f + 1}.pdf`), bytes);
    total += bytes.length;
  }
  return total;
}

/** A PDF whose pages hold nothing but their number, for tools that stamp by laying pages over each other. */
export async function writeStamps(path: string, count: number): Promise<void> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= count; n++)
    document.addPage([595.28, 841.89]).drawText(String(n), { x: 540, y: 18, size: 10, font });
  writeFileSync(path, await document.save());
}

/** Bytes that nothing can pack, as films are. */
export async function writeFilm(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path);
  const piece = Buffer.alloc(8 * 1024 * 1024);
  for (let at = 0; at < bytes; at += piece.length) {
    randomFillSync(piece);
    const part = Buffer.from(piece.subarray(0, Math.min(piece.length, bytes - at)));
    if (!file.write(part)) await new Promise<void>((done) => file.once('drain', () => done()));
  }
  await new Promise<void>((done, failed) => {
    file.on('error', failed);
    file.end(() => done());
  });
}
