/** pdf.js, set up once: legacy build for Chromium 114, no eval, worker from the app's own origin. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export type Pdf = pdfjs.PDFDocumentProxy;

/** Opens a PDF from its bytes; the caller closes it with `loadingTask.destroy()`. */
export function openPdf(bytes: Uint8Array): Promise<Pdf> {
  return pdfjs.getDocument({
    // pdf.js takes the buffer over; the bytes are ours no more afterwards.
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    // For PDFs that carry no fonts of their own; put there by vite.renderer.config.ts.
    cMapUrl: new URL('pdfjs/cmaps/', document.baseURI).href,
    standardFontDataUrl: new URL('pdfjs/standard_fonts/', document.baseURI).href,
    enableXfa: false,
  }).promise;
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
