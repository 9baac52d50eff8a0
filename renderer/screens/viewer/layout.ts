/** Where the pages of a file lie under each other, and which of them are in view. No React in here. */
import { type Size, type Turn, turnedSize } from '../../../shared/case/page-frame.ts';

/** Between two pages, CSS pixels. */
export const GAP = 12;
/** Fitted pages never grow beyond this. */
const MOST_FITTED = 1.6;
export const ZOOM = { least: 0.05, most: 5, step: 1.25 } as const;

export interface Placed {
  top: number;
  width: number;
  height: number;
  scale: number;
}

export interface PageLayout {
  pages: Placed[];
  width: number;
  height: number;
}

/** The scale at which a page of this width (already turned) fills `room`. */
export const fitScale = (width: number, room: number): number =>
  Math.max(ZOOM.least, Math.min(MOST_FITTED, room / width));

export const clampZoom = (zoom: number): number => Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));

/**
 * Places every page.
 * @param sizeOf natural size of page n (from 1) upright, CSS pixels at 100%
 * @param zoom null: each page as wide as the room
 */
export function layPages(
  count: number,
  sizeOf: (page: number) => Size,
  turn: Turn,
  zoom: number | null,
  room: number,
): PageLayout {
  const pages: Placed[] = [];
  let top = GAP;
  let width = room;
  for (let n = 1; n <= count; n++) {
    const natural = turnedSize(sizeOf(n), turn);
    const scale = zoom ?? fitScale(natural.width, room);
    // Whole pixels: a canvas stretched by a fraction is blurred.
    const page = {
      top,
      width: Math.max(1, Math.round(natural.width * scale)),
      height: Math.max(1, Math.round(natural.height * scale)),
      scale,
    };
    pages.push(page);
    width = Math.max(width, page.width);
    top += page.height + GAP;
  }
  return { pages, width, height: top };
}

/** The page (from 1) that covers this height; the nearest one in a gap. */
export function pageAt({ pages }: PageLayout, y: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(1, low + 1);
}

/** First and last page to render: those in view and one more on either side. */
export function pagesInView(
  layout: PageLayout,
  top: number,
  height: number,
): { first: number; last: number } {
  return {
    first: Math.max(1, pageAt(layout, top) - 1),
    last: Math.min(layout.pages.length, pageAt(layout, top + height) + 1),
  };
}
