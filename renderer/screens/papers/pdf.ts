/** pdf.js, set up once: legacy build for Chromium 114, no eval, worker from the app's own origin. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export type Pdf = pdfjs.PDFDocumentProxy;

/** What every opening shares: no eval, no forms that run, and our own stand-ins. */
const settings = () => ({
  isEvalSupported: false,
  // For PDFs that carry no fonts of their own; put there by vite.renderer.config.ts.
  cMapUrl: new URL('pdfjs/cmaps/', document.baseURI).href,
  standardFontDataUrl: new URL('pdfjs/standard_fonts/', document.baseURI).href,
  // The decoders of scanned pages (JBIG2, JPEG 2000, fax); only pdf.js' own worker may run them.
  wasmUrl: new URL('pdfjs/wasm/', document.baseURI).href,
  enableXfa: false,
});

/** Opens a PDF from its bytes; the caller closes it with `loadingTask.destroy()`. */
export function openPdf(bytes: Uint8Array): Promise<Pdf> {
  return pdfjs.getDocument({
    // pdf.js takes the buffer over; the bytes are ours no more afterwards.
    data: bytes.slice(),
    ...settings(),
  }).promise;
}

/** Part of a file: `length` bytes from `offset`. */
export type ReadPart = (offset: number, length: number) => Promise<Uint8Array>;

/** The least that pdf.js asks for at a time; what lies together it asks for together. */
const PIECE = 64 * 1024;

/**
 * Opens a PDF that stays where it is: only the parts that the pages in view need are read.
 * @param askPassword called for an encrypted file; `wrong` after a password that did not open it
 * @returns the task; `task.promise` is the document, `task.destroy()` closes it
 */
export function openPdfParts(
  size: number,
  read: ReadPart,
  askPassword: (answer: (password: string) => void, wrong: boolean) => void,
  onFail: (error: unknown) => void,
): pdfjs.PDFDocumentLoadingTask {
  const range = new pdfjs.PDFDataRangeTransport(size, null);
  range.requestDataRange = (begin: number, end: number) => {
    read(begin, end - begin).then((bytes) => range.onDataRange(begin, bytes), onFail);
  };
  const task = pdfjs.getDocument({
    range,
    rangeChunkSize: PIECE,
    disableAutoFetch: true,
    disableStream: true,
    ...settings(),
  });
  task.onPassword = (answer: (password: string) => void, reason: number) =>
    askPassword(answer, reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD);
  return task;
}

export const { RenderingCancelledException } = pdfjs;

/** The words of a page, for screen readers. Read by hand: Chromium 114 can't iterate over a stream. */
export async function pageText(page: pdfjs.PDFPageProxy): Promise<string> {
  const reader = page.streamTextContent().getReader();
  const parts: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.join('');
    for (const item of (value as { items: object[] }).items) {
      if ('str' in item) parts.push(String(item.str));
    }
  }
}
