/** pdf.js without a window: for the words and the pictures of a PDF, never to draw it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../errors.ts';
import { pdfjsFolder } from './assets.ts';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * What only drawing needs, but pdf.js names while it loads: from the package it draws with, where that is
 * installed (development), else empty stand-ins.
 */
function standIns(): void {
  const scope = globalThis as Record<string, unknown>;
  let canvas: Record<string, unknown> = {};
  try {
    canvas = createRequire(import.meta.url)('@napi-rs/canvas') as Record<string, unknown>;
  } catch {
    // Not part of the app.
  }
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) scope[name] ??= canvas[name] ?? class {};
}

/** pdf.js asks for its own data files by kind and name. */
class Files {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' && kind !== 'wasmUrl') throw new Error(`no ${kind} here`);
    const folder = pdfjsFolder(kind === 'cMapUrl' ? 'cmaps' : 'wasm');
    return new Uint8Array(await readFile(`${folder}${filename}`));
  }
}
/** Only drawing asks for these. */
class Nothing {
  destroy(): void {}
}

const locked = () =>
  new AppError('encrypted', '这个 PDF 设有密码，里面的文字读不出来，搜索时找不到它的内容。');

let loading: Promise<PdfJs> | undefined;

async function load(): Promise<PdfJs> {
  standIns();
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // Its worker runs in this process, which is one of its own already.
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdfjs;
}

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** @throws AppError `encrypted` for a PDF with a password, pdf.js's error for no PDF or a damaged one */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ pdfjs: PdfJs; document: PDFDocumentProxy; close: () => Promise<void> }> {
  loading ??= load();
  const pdfjs = await loading;
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: 'cmaps/',
    wasmUrl: 'wasm/',
    BinaryDataFactory: Files,
    CanvasFactory: Nothing,
    FilterFactory: Nothing,
  });
  const document = await task.promise.catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException' ? locked() : error;
  });
  return { pdfjs, document, close: () => task.destroy() };
}
