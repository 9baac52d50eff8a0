/** Keys of a whole screen, silent while the user types in a field. */
import { useEffect, useRef } from 'react';

/** True when the key belongs to what the user is typing. */
export function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
  }
  return target.getAttribute('role') === 'combobox';
}

/** True while a dialog or drawer covers the screen; closed ones stay in the page without a size. */
export function dialogOpen(): boolean {
  const dialogs = document.querySelectorAll('.ant-modal-wrap, .ant-drawer-open');
  return [...dialogs].some((d) => d.getClientRects().length > 0);
}

/** Calls `action` when `key` is pressed alone, outside text fields and open dialogs. */
export function usePlainKey(key: string, action: (() => void) | undefined): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (e.key !== key || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
      if (inTextField(e.target) || dialogOpen()) return;
      if (!latest.current) return;
      e.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}

/** Calls `action` when an arrow up or down is pressed while nothing on the screen has the focus. */
export function useArrowsFromNowhere(action: (() => void) | undefined): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    const listen = (e: KeyboardEvent) => {
      if (
        e.target !== document.body ||
        dialogOpen() ||
        (e.key !== 'ArrowDown' && e.key !== 'ArrowUp')
      )
        return;
      if (!latest.current || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** `n` adds a record. */
export const useNewKey = (action: (() => void) | undefined): void => usePlainKey('n', action);
