/** Whether the search for a case (Ctrl/⌘K) is open. */
import { createStore, useStore } from './store.ts';

const store = createStore({ open: false });
export const openSearch = (): void => store.set({ open: true });
export const closeSearch = (): void => store.set({ open: false });
export const useSearchOpen = (): boolean => useStore(store).open;
