/** Draws pictures with Chinese text in them, as a phone or a scanner makes them. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';

const font = (name: string, file: string) => {
  const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return join(home, file);
};
GlobalFonts.registerFromPath(
  font('@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'),
  'Sans',
);
GlobalFonts.registerFromPath(
  font('@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'),
  'Serif',
);

export interface Message {
  mine?: boolean;
  text: string;
}

/** Breaks a text into lines of at most so many pixels. */
function wrapped(c: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (c.measureText(line + sign).width > width) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}

/** A screenshot of a chat, 1080 pixels wide: bubbles left and right, the time above them. */
export function drawChat(title: string, time: string, messages: readonly Message[]): Buffer {
  const canvas = createCanvas(1080, 220 + messages.length * 190);
  const c = canvas.getContext('2d');
  c.fillStyle = '#ededed';
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.fillStyle = '#111';
  c.textAlign = 'center';
  c.font = '48px Sans';
  c.fillText(title, 540, 90);
  c.fillStyle = '#999';
  c.font = '34px Sans';
  c.fillText(time, 540, 170);
  c.textAlign = 'left';
  c.font = '45px Sans';
  messages.forEach(({ mine = false, text }, i) => {
    const lines = wrapped(c, text, 700);
    const width = Math.max(...lines.map((l) => c.measureText(l).width));
    const x = mine ? 1080 - 60 - width : 60;
    const top = 210 + i * 190;
    c.fillStyle = mine ? '#95ec69' : '#fff';
    c.fillRect(x - 30, top, width + 60, lines.length * 64 + 40);
    c.fillStyle = '#111';
    lines.forEach((line, k) => {
      c.fillText(line, x, top + 62 + k * 64);
    });
  });
  return canvas.toBuffer('image/png');
}

/** A scanned sheet at 200 dpi: grey paper, printed lines, a little askew. */
export function drawSheet(heading: string, lines: readonly string[], degrees = 0.6): Buffer {
  const canvas = createCanvas(1654, 2339);
  const c = canvas.getContext('2d');
  c.fillStyle = '#f2f0ea';
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.translate(827, 1170);
  c.rotate((degrees * Math.PI) / 180);
  c.translate(-827, -1170);
  c.fillStyle = '#222';
  c.textAlign = 'center';
  c.font = '60px Serif';
  c.fillText(heading, 827, 300);
  c.textAlign = 'left';
  c.font = '40px Serif';
  lines.forEach((line, i) => {
    c.fillText(line, 230, 430 + i * 76);
  });
  return canvas.toBuffer('image/jpeg', 85);
}

/** A PDF as a scanner makes it: each page one picture, no text. */
export async function scannedPdf(pages: readonly Buffer[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const bytes of pages) {
    const picture = await pdf.embedJpg(bytes);
    pdf.addPage([595.28, 841.89]).drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  return pdf.save();
}

/** A scan in black and white, one bit a pixel: as a picture, or as a stencil that black ink goes through. */
export async function bitPdf(sheet: Buffer, stencil: boolean): Promise<Uint8Array> {
  const image = await loadImage(sheet);
  const { width, height } = image;
  const c = createCanvas(width, height).getContext('2d');
  c.drawImage(image, 0, 0);
  const { data } = c.getImageData(0, 0, width, height);
  const row = (width + 7) >> 3;
  const bits = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * 4] ?? 0) > 128)
        bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595.28, 841.89]);
  const dict = pdf.context.obj({
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 1 },
    ...(stencil ? { ImageMask: true } : { ColorSpace: 'DeviceGray' }),
    Filter: 'FlateDecode',
  });
  const stream = PDFRawStream.of(dict, deflateSync(bits));
  page.node.setXObject(PDFName.of('Scan'), pdf.context.register(stream));
  page.pushOperators(concatTransformationMatrix(595.28, 0, 0, 841.89, 0, 0), drawObject('Scan'));
  return pdf.save();
}
