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

interface Props {
  pdf: Pdf;
  shown: Shown;
  onSize: (page: number, size: Size) => void;
  onFail: (error: unknown) => void;
}

export function PdfPage({ pdf, shown, onSize, onFail }: Props) {
  const { page: number, width, height, turn } = shown;
  const holder = useRef<HTMLDivElement | null>(null);
  const [text, setText] = useState('');
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
      if (live && !(error instanceof RenderingCancelledException)) onFail(error);
    });
    return () => {
      live = false;
      cancel();
    };
  }, [pdf, number, width, height, turn, onSize, onFail]);
  return (
    <>
      <div className="viewer-canvas" ref={holder} />
      <p className="sr-only">{text}</p>
    </>
  );
}
