/** Keys that work everywhere: undo, redo, search in the case and for a case, lock, save now. */
import { useEffect } from 'react';
import { inTextField } from '../components/use-keys.ts';
import { flush, redo, undo } from '../state/case-store.ts';
import { say } from '../state/feedback.ts';
import { openFind } from '../state/find.ts';
import { currentRoute } from '../state/navigation.ts';
import { openSearch } from '../state/search.ts';
import { lockNow } from '../state/session.ts';

export function undoAloud(): void {
  const label = undo();
  if (label) say(`已撤销：${label}`);
}
export function redoAloud(): void {
  const label = redo();
  if (label) say(`已重做：${label}`);
}

/**
 * A field of the case has the case's own undo: the browser's would stop at the edge of the field, know
 * nothing of what was brought into form on leaving it, and put its steps on top of the history as new edits.
 */
const ownUndo = (target: EventTarget | null): boolean =>
  inTextField(target) && !(target instanceof HTMLElement && target.closest('[data-path]'));

export function useWindowKeys(): void {
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
      const key = e.key.toLowerCase();
      const onCase = currentRoute().page === 'case';
      const inCase = onCase && !ownUndo(e.target);
      const action =
        key === 'k' && !e.shiftKey
          ? openSearch
          : key === 'f' && !e.shiftKey && onCase
            ? openFind
            : key === 'l' && !e.shiftKey
              ? () => void lockNow()
              : key === 's' && !e.shiftKey
                ? () => void flush()
                : inCase && key === 'z'
                  ? e.shiftKey
                    ? redoAloud
                    : undoAloud
                  : inCase && key === 'y'
                    ? redoAloud
                    : null;
      if (!action) return;
      e.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
