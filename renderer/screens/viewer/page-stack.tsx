/** The pages of a file under each other: only those in view are drawn, whatever their number. */
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Size, type Turn, toView } from '../../../shared/case/page-frame.ts';
import type { Box } from '../../state/viewer.ts';
import { GAP, layPages, pageAt, pagesInView } from './layout.ts';

/** A page at its place: what is drawn on it decides the rest. */
export interface Shown extends Size {
  page: number;
  turn: Turn;
}

/** Where to go: a page, or a place on it. */
export interface Goal {
  page: number;
  box?: Box | undefined;
  request: number;
}

interface Props {
  label: string;
  count: number;
  /** Natural size of a page upright; a guess until it was looked at. */
  sizeOf: (page: number) => Size;
  turn: Turn;
  /** null: as wide as the pane. */
  zoom: number | null;
  goal: Goal;
  draw: (shown: Shown) => ReactNode;
  /** Says which page is in view, and at what scale. */
  onPage: (page: number, scale: number) => void;
  /** Ctrl and the wheel. */
  onZoomBy: (steps: number) => void;
}

interface View {
  top: number;
  width: number;
  height: number;
}

export function PageStack({
  label,
  count,
  sizeOf,
  turn,
  zoom,
  goal,
  draw,
  onPage,
  onZoomBy,
}: Props) {
  const holder = useRef<HTMLElement | null>(null);
  const [view, setView] = useState<View | null>(null);
  /** Page, and share of its height, at the upper edge: kept when the sizes change under it. */
  const anchor = useRef({ page: goal.page, share: 0 });
  const room = Math.max(50, (view?.width ?? 0) - 2 * GAP);
  const layout = useMemo(
    () => layPages(count, sizeOf, turn, zoom, room),
    [count, sizeOf, turn, zoom, room],
  );

  /** The layout that is on the screen. */
  const laid = useRef(layout);
  const look = useCallback(() => {
    const at = holder.current;
    if (!at) return;
    setView({ top: at.scrollTop, width: at.clientWidth, height: at.clientHeight });
    const number = pageAt(laid.current, at.scrollTop);
    const page = laid.current.pages[number - 1];
    if (page) anchor.current = { page: number, share: (at.scrollTop - page.top) / page.height };
  }, []);
  useEffect(() => {
    const at = holder.current;
    if (!at) return;
    const resized = new ResizeObserver(look);
    resized.observe(at);
    at.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      at.removeEventListener('scroll', look);
    };
  }, [look]);

  const zoomBy = useRef(onZoomBy);
  zoomBy.current = onZoomBy;
  useEffect(() => {
    const at = holder.current;
    const wheel = (e: WheelEvent) => {
      if (!e.ctrlKey && !e.metaKey) return;
      e.preventDefault();
      zoomBy.current(e.deltaY < 0 ? 1 : -1);
    };
    // React's own wheel listener is passive: it could not keep the page from scrolling.
    at?.addEventListener('wheel', wheel, { passive: false });
    return () => at?.removeEventListener('wheel', wheel);
  }, []);

  // New sizes, zoom or width: the same line of the same page stays on top.
  useLayoutEffect(() => {
    const at = holder.current;
    if (!at || laid.current === layout) return;
    laid.current = layout;
    const page = layout.pages[anchor.current.page - 1];
    if (!page) return;
    at.scrollTop = page.top + anchor.current.share * page.height;
    at.scrollLeft = (at.scrollWidth - at.clientWidth) / 2;
  }, [layout]);

  const done = useRef(-1);
  useLayoutEffect(() => {
    const at = holder.current;
    if (!at || view === null || done.current === goal.request) return;
    done.current = goal.request;
    const page = layout.pages[Math.min(goal.page, count) - 1];
    if (!page) return;
    const box = goal.box ? toView(goal.box, page, turn) : null;
    at.scrollTop = box ? page.top + box.y - at.clientHeight / 3 : page.top - GAP;
    if (box) at.scrollLeft = box.x + box.width / 2 - at.clientWidth / 2;
    look();
  }, [goal, view, layout, count, turn, look]);

  const current = view ? pageAt(layout, view.top + view.height / 3) : 1;
  const scale = layout.pages[current - 1]?.scale ?? 1;
  useEffect(() => {
    if (view) onPage(current, scale);
  }, [view, current, scale, onPage]);
  const { first, last } = view
    ? pagesInView(layout, view.top, view.height)
    : { first: 1, last: Math.min(1, count) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="viewer-pages" ref={holder} tabIndex={0} aria-label={`${label}，内容`}>
      <div className="viewer-spacer" style={{ width: layout.width, height: layout.height }}>
        {view
          ? layout.pages.slice(first - 1, last).map((placed, i) => {
              const page = first + i;
              const { top, width, height } = placed;
              return (
                <section
                  key={page}
                  className="viewer-page"
                  data-page={page}
                  aria-label={`${label}，第${page}页`}
                  style={{ top, width, height, left: Math.max(0, (layout.width - width) / 2) }}
                >
                  {draw({ page, width, height, turn })}
                </section>
              );
            })
          : null}
      </div>
    </section>
  );
}
