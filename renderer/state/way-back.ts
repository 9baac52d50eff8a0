/** Where one came from to fill in a field it lacks: the way back to it stays in sight. */
import { currentCase } from './case-store.ts';
import { focusField, goPaper, goScreen, screenOf } from './navigation.ts';
import { createStore, useStore } from './store.ts';

/** A paper by its id, or the assessment (失信评估) that asked for the field. */
export interface From {
  caseId: string | null;
  id: string;
  title: string;
  screen: 'papers' | 'dishonest';
  /** What one had come from to get there. */
  before?: From;
}

const store = createStore<{ from: From | null }>({ from: null });

/** Null: nobody came from anywhere. */
export const useWayBack = (): From | null => useStore(store).from;

/** Kept until one is back, or goes to another paper. */
export function setWayBack(paper: Pick<From, 'caseId' | 'id' | 'title'> | null): void {
  store.set({ from: paper === null ? null : { ...paper, screen: 'papers' } });
}

/** Back to where one came from; what lies before that comes into sight again. */
export function goBack(from: From): void {
  store.set({ from: from.before ?? null });
  if (from.screen === 'papers') goPaper(from.id);
  else goScreen('dishonest');
}

/** From 失信评估 to a field it asks for, which may stand on another screen. */
export function leaveAssessment(path: string): void {
  const { caseId } = currentCase();
  if (screenOf(path) !== 'dishonest') {
    const { from } = store.get();
    const before = from?.screen === 'papers' && from.caseId === caseId ? { before: from } : {};
    const own = { caseId, id: 'dishonest', title: '失信评估', screen: 'dishonest' as const };
    store.set({ from: { ...own, ...before } });
  }
  focusField(path);
}
