/** Pages of a PDF, drawn when they come into view; an old page stays until the new one is ready. */
import { useEffect, useRef, useState } from 'react';
import { type Pdf, pageText, RenderingCancelledException } from './pdf.ts';

/** CSS pixels in one PDF point. */
const CSS_SCALE = 96 / 72;

/** The scale of a page that is `natural` CSS pixels wide; fitted pages never grow beyond 160%. */
function scaleOf(zoom: number | null, width: number, natural: number): number {
  return zoom ?? Math.max(0.3, Math.min(1.6, Math.floor((width / natural) * 100) / 100));
}

interface PageProps {
  pdf: Pdf;
  number: number;
  /** Null: as wide as `width`. */
  zoom: number | null;
  /** CSS pixels there are for a page. */
  width: number;
  label: string;
  onFail(error: unknown): void;
}

interface Size {
  width: number;
  height: number;
}

function PdfPage({ pdf, number, zoom, width, label, onFail }: PageProps) {
  const holder = useRef<HTMLDivElement | null>(null);
  const [near, setNear] = useState(number <= 2);
  const [size, setSize] = useState<Size | null>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) setNear(true);
      },
      { rootMargin: '800px' },
    );
    if (holder.current) watch.observe(holder.current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let live = true;
    let cancel = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      const scale = scaleOf(zoom, width, page.getViewport({ scale: CSS_SCALE }).width);
      const dense = window.devicePixelRatio;
      const viewport = page.getViewport({ scale: scale * CSS_SCALE * dense });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      if (!live) return;
      const task = page.render({ canvas, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (!live) return;
      // Whole pixels: a canvas stretched by a fraction is blurred.
      setSize({ width: canvas.width / dense, height: canvas.height / dense });
      canvas.setAttribute('aria-hidden', 'true');
      holder.current?.querySelector('.pdf-canvas')?.replaceChildren(canvas);
      const words = await pageText(page);
      if (live) setText(words);
    };
    draw().catch((error: unknown) => {
      // A drawing is cancelled when the paper changes under it; the next one follows at once.
      if (live && !(error instanceof RenderingCancelledException)) onFail(error);
    });
    return () => {
      live = false;
      cancel();
    };
  }, [pdf, number, zoom, width, near, onFail]);

  const guess = CSS_SCALE * scaleOf(zoom, width, 595 * CSS_SCALE);
  const style = size ?? { width: 595 * guess, height: 842 * guess };
  return (
    <section className="pdf-page" ref={holder} aria-label={`${label}，第${number}页`} style={style}>
      <div className="pdf-canvas" />
      <p className="sr-only">{text}</p>
    </section>
  );
}

interface ViewProps {
  pdf: Pdf;
  label: string;
  /** Null: as wide as the panel. */
  zoom: number | null;
  onFail(error: unknown): void;
}

export function PdfView({ pdf, label, zoom, onFail }: ViewProps) {
  const frame = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="pdf-view" ref={frame} tabIndex={0} aria-label={`${label}预览`}>
      {width > 0
        ? Array.from({ length: pdf.numPages }, (_, i) => (
            <PdfPage
              key={i}
              pdf={pdf}
              number={i + 1}
              zoom={zoom}
              width={width - 2}
              label={label}
              onFail={onFail}
            />
          ))
        : null}
    </section>
  );
}
