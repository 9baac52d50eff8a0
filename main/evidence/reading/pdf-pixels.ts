/**
 * A scanned PDF page as pixels, without drawing it: the pictures on the page are laid where the page puts
 * them. Lines and letters that the page draws itself are not shown; a page full of those has a text layer.
 */
import type { Pixels } from './ocr/detect.ts';
import { multiply } from './pdf-words.ts';
import type { openPdf, PDFPageProxy } from './pdfjs.ts';

type PdfJs = Awaited<ReturnType<typeof openPdf>>['pdfjs'];

/** Longer side of the page, pixels: an A4 page at 200 dpi. */
const LONG_SIDE = 2340;

interface Raster {
  width: number;
  height: number;
  /** pdf.js's kind: 1 = one bit a pixel, 2 = RGB, 3 = RGBA; 0 = a stencil, its zero bits black. */
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** Red, green and blue of one pixel into `out`; transparent is white. */
function sampler({ width, kind, data }: Raster): (x: number, y: number, out: number[]) => void {
  if (kind <= 1) {
    const row = (width + 7) >> 3;
    return (x, y, out) => {
      const bit = ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      out[0] = out[1] = out[2] = bit ? 255 : 0;
    };
  }
  const size = kind === 2 ? 3 : 4;
  return (x, y, out) => {
    const at = (y * width + x) * size;
    const a = size === 4 ? (data[at + 3] ?? 255) / 255 : 1;
    for (let c = 0; c < 3; c++) out[c] = (data[at + c] ?? 0) * a + 255 * (1 - a);
  };
}

/** Lays a picture on the sheet. `m` takes the unit square, y up, to the sheet's pixels. */
function lay(sheet: Pixels, raster: Raster, m: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m;
  const det = a * d - b * c;
  if (Math.abs(det) < 1) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const x0 = Math.max(0, Math.floor(Math.min(...xs)));
  const x1 = Math.min(sheet.width, Math.ceil(Math.max(...xs)));
  const y0 = Math.max(0, Math.floor(Math.min(...ys)));
  const y1 = Math.min(sheet.height, Math.ceil(Math.max(...ys)));
  const sample = sampler(raster);
  // A scan finer than the sheet is averaged.
  const finer = Math.sqrt((raster.width * raster.height) / Math.abs(det));
  const n = Math.min(4, Math.max(1, Math.round(finer)));
  const colour = [0, 0, 0];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let j = 0; j < n; j++)
        for (let i = 0; i < n; i++) {
          const px = x + (i + 0.5) / n - e;
          const py = y + (j + 0.5) / n - f;
          const u = (px * d - py * c) / det;
          const v = (py * a - px * b) / det;
          if (u < 0 || u >= 1 || v <= 0 || v > 1) continue;
          sample(Math.floor(u * raster.width), Math.floor((1 - v) * raster.height), colour);
          red += colour[0] ?? 0;
          green += colour[1] ?? 0;
          blue += colour[2] ?? 0;
          count += 1;
        }
      if (count === 0) continue;
      const to = (y * sheet.width + x) * 3;
      sheet.data[to] = red / count;
      sheet.data[to + 1] = green / count;
      sheet.data[to + 2] = blue / count;
    }
}

/** A picture named by the page, once pdf.js has unpacked it; null when it could not. */
function named(page: PDFPageProxy, id: string): Promise<Raster | null> {
  const store = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(id, (found: Raster | null) => resolve(found)));
}

/** The page's pictures on a white sheet, upright; null when it has none. */
export async function pagePixels(pdfjs: PdfJs, page: PDFPageProxy): Promise<Pixels | null> {
  const { OPS } = pdfjs;
  const plain = page.getViewport({ scale: 1 });
  const view = page.getViewport({ scale: LONG_SIDE / Math.max(plain.width, plain.height, 1) });
  const [width, height] = [
    Math.max(1, Math.round(view.width)),
    Math.max(1, Math.round(view.height)),
  ];
  const sheet = { data: new Uint8Array(width * height * 3).fill(255), width, height };
  const list = await page.getOperatorList();
  let matrix: number[] = [...view.transform];
  const kept: number[][] = [];
  let found = 0;
  const put = (raster: Raster | null, kind = raster?.kind ?? 0) => {
    if (!raster?.data) return;
    lay(sheet, { ...raster, kind }, matrix);
    found += 1;
  };
  for (const [i, operator] of list.fnArray.entries()) {
    const args = (list.argsArray[i] ?? []) as unknown[];
    switch (operator) {
      case OPS.save:
        kept.push(matrix);
        break;
      case OPS.restore:
        matrix = kept.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = multiply(matrix, args as number[]);
        break;
      case OPS.paintFormXObjectBegin:
        kept.push(matrix);
        if (args[0]) matrix = multiply(matrix, [...(args[0] as number[])]);
        break;
      case OPS.paintFormXObjectEnd:
        matrix = kept.pop() ?? matrix;
        break;
      case OPS.paintImageXObject:
        put(await named(page, String(args[0])));
        break;
      case OPS.paintInlineImageXObject:
        put(args[0] as Raster);
        break;
      case OPS.paintImageMaskXObject: {
        const [mask] = args as [{ data: Uint8Array | string; width: number; height: number }];
        const stencil =
          typeof mask.data === 'string' ? await named(page, mask.data) : (mask as Raster);
        put(stencil && { ...stencil, width: mask.width, height: mask.height }, 0);
        break;
      }
    }
  }
  page.cleanup();
  return found > 0 ? sheet : null;
}
