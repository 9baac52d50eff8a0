/** Which rows of a long list are worth rendering: those in view and some around them. */
import { useEffect, useState } from 'react';

/** Lists up to this length are rendered whole. */
export const WHOLE = 150;
/** Height of a row of a long list, px; theme/lists.css holds long lists to one line a row. */
export const ROW = 39;
const AROUND = 20;

export interface Shown {
  first: number;
  /** One past the last. */
  end: number;
}

/** The stretch of rows to render while `scroller` shows part of `count` rows. */
export function useWindow(scroller: HTMLElement | null, count: number): Shown {
  const long = count > WHOLE;
  const [shown, setShown] = useState<Shown>({ first: 0, end: WHOLE });
  useEffect(() => {
    if (!long || !scroller) return;
    const look = () => {
      const top = Math.floor(scroller.scrollTop / ROW);
      const rows = Math.ceil(scroller.clientHeight / ROW);
      // Moves in steps, so that a short scroll renders nothing.
      const first = Math.max(0, Math.floor((top - AROUND) / 10) * 10);
      const end = Math.min(count, first + Math.ceil((rows + 2 * AROUND + 10) / 10) * 10);
      setShown((s) => (s.first === first && s.end === end ? s : { first, end }));
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, count, long]);
  return long ? { first: shown.first, end: Math.min(count, shown.end) } : { first: 0, end: count };
}
