/** The edge of the pane: dragged, or moved with the arrow keys. */
import { type PointerEvent, useRef } from 'react';
import { NARROWEST, setViewerWidth, useViewerLayout } from '../../state/viewer-layout.ts';

const STEP = 24;

export function Handle() {
  const { width, widest } = useViewerLayout();
  const start = useRef<{ x: number; width: number } | null>(null);
  const to = (e: PointerEvent) =>
    start.current ? Math.min(widest, start.current.width + start.current.x - e.clientX) : width;
  return (
    <hr
      className="viewer-handle"
      aria-orientation="vertical"
      aria-label="证据的宽度"
      aria-valuemin={NARROWEST}
      aria-valuemax={widest}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(e) => {
        if (e.button !== 0) return;
        e.preventDefault();
        start.current = { x: e.clientX, width };
        e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={(e) => {
        if (start.current) setViewerWidth(to(e), false);
      }}
      onPointerUp={(e) => {
        if (!start.current) return;
        const wanted = to(e);
        start.current = null;
        setViewerWidth(wanted, true);
      }}
      onKeyDown={(e) => {
        const by = e.key === 'ArrowLeft' ? STEP : e.key === 'ArrowRight' ? -STEP : 0;
        if (by === 0) return;
        e.preventDefault();
        setViewerWidth(Math.min(widest, width + by), true);
      }}
    />
  );
}
