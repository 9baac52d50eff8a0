/** One page of a PDF on a canvas; the old drawing stays until the new one is ready. */
import { useEffect, useRef, useState } from 'react';
import type { Size } from '../../../shared/case/page-frame.ts';
import { type Pdf, pageText, RenderingCancelledException } from '../papers/pdf.ts';
import type { Shown } from './page-stack.tsx';

/** CSS pixels in one PDF point. */
const CSS_SCALE = 96 / 72;
/** A canvas beyond this is drawn coarser: the memory is needed for the pages around it. */
const MOST_PIXELS = 16_000_000;

/** Natural size of a page upright, CSS pixels at 100%. */
export async function pdfPageSize(pdf: Pdf, page: number): Promise<Size> {
  const { width, height } = (await pdf.getPage(page)).getViewport({ scale: CSS_SCALE });
  return { width, height };
}

/** In the place of a page that cannot be drawn. */
export const BAD_PAGE = '这一页打不开，可能已损坏。文件已原样保存，可以另存一份看看。';

interface Props {
  pdf: Pdf;
  shown: Shown;
  onSize: (page: number, size: Size) => void;
}

export function PdfPage({ pdf, shown, onSize }: Props) {
  const { page: number, width, height, turn } = shown;
  const holder = useRef<HTMLDivElement | null>(null);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let live = true;
    let cancel = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (!live) return;
      const upright = page.getViewport({ scale: CSS_SCALE });
      onSize(number, { width: upright.width, height: upright.height });
      const rotation = (page.rotate + turn) % 360;
      const natural = page.getViewport({ scale: 1, rotation });
      const dense = Math.min(
        window.devicePixelRatio,
        Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
      );
      const viewport = page.getViewport({ scale: (width * dense) / natural.width, rotation });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      canvas.setAttribute('aria-hidden', 'true');
      const task = page.render({ canvas, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (!live) return;
      holder.current?.replaceChildren(canvas);
      const words = await pageText(page);
      if (live) setText(words);
    };
    draw().catch((error: unknown) => {
      // One bad page takes none of the others with it.
      if (live && !(error instanceof RenderingCancelledException)) setFailed(true);
    });
    return () => {
      live = false;
      cancel();
    };
  }, [pdf, number, width, height, turn, onSize]);
  if (failed) return <p className="viewer-bad-page">{BAD_PAGE}</p>;
  return (
    <>
      <div className="viewer-canvas" ref={holder} />
      <p className="sr-only">{text}</p>
    </>
  );
}
