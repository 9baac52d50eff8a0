/** The paper one came from to fill in a field it lacks: the way back to it stays in sight. */
import { createStore, useStore } from './store.ts';

export interface WayBack {
  /** Null: nobody came from a paper. */
  paper: { caseId: string | null; id: string; title: string } | null;
}

const store = createStore<WayBack>({ paper: null });

export const useWayBack = (): WayBack['paper'] => useStore(store).paper;

/** Kept until one is back, or goes to another paper. */
export function setWayBack(paper: WayBack['paper']): void {
  store.set({ paper });
}
