/** 在本案中查找 (Ctrl/⌘F): whether it is open, and what was looked for last, to go on with the next hit. */
import { createStore, useStore } from './store.ts';

interface Find {
  open: boolean;
  query: string;
  /** The hit that was chosen last. */
  at: number;
}

const store = createStore<Find>({ open: false, query: '', at: 0 });

export const openFind = (): void => store.set((s) => ({ ...s, open: true }));
export const closeFind = (): void => store.set((s) => ({ ...s, open: false }));
export const setFindQuery = (query: string): void => store.set((s) => ({ ...s, query, at: 0 }));
export const setFindAt = (at: number): void => store.set((s) => ({ ...s, at }));
/** Another case: what was looked for in this one is nobody's business there. */
export const forgetFind = (): void => store.set({ open: false, query: '', at: 0 });
export const useFind = (): Find => useStore(store);
