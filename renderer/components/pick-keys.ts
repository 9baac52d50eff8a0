/** Arrow keys in a list of `.pick` buttons: up and down move the focus, Home and End go to its ends. */
import type { KeyboardEvent } from 'react';

export function pickKeys(e: KeyboardEvent<HTMLElement>): void {
  const picks = [...e.currentTarget.querySelectorAll<HTMLElement>('.pick')].filter(
    (p) => p.offsetParent !== null,
  );
  const at = picks.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: picks.length - 1 }[e.key];
  if (to === undefined) return;
  e.preventDefault();
  picks[Math.max(0, Math.min(picks.length - 1, to))]?.focus();
}
