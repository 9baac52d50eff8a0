/** Room for the viewer beside the forms: its width, remembered, and what is left for the rest. */
import { useSyncExternalStore } from 'react';
import { sayError } from './feedback.ts';
import { saveSettings, useSession } from './session.ts';
import { createStore, useStore } from './store.ts';
import { useViewer } from './viewer.ts';

/** The road at the left, theme/frame.css. */
const ROAD = 196;
/** What a form needs to stay usable. */
const FORM = 460;
export const NARROWEST = 340;
/** A list and a form beside each other need this much. */
const LIST_AND_FORM = 860;
/** The strip that is left of a folded pane. */
const FOLDED = 44;
/** Below this the frame is one column, theme/narrow.css. */
const ONE_COLUMN = 860;

/** The width since it was last changed; null = as the settings say. */
const store = createStore<{ width: number | null }>({ width: null });

function follow(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

export interface ViewerLayout {
  open: boolean;
  folded: boolean;
  /** CSS pixels the pane takes. */
  width: number;
  widest: number;
  /** Too little is left for a list and a form beside each other: the list gives way. */
  tight: boolean;
}

export function useViewerLayout(): ViewerLayout {
  const { target, folded } = useViewer();
  const { width } = useStore(store);
  const { settings } = useSession();
  const inner = useSyncExternalStore(follow, () => window.innerWidth);
  const open = target !== null;
  const widest = Math.max(NARROWEST, inner - ROAD - FORM);
  const wished = width ?? settings?.viewerWidth ?? 520;
  const whole = Math.min(Math.max(wished, NARROWEST), widest);
  const taken = folded ? FOLDED : whole;
  const tight = open && !folded && inner > ONE_COLUMN && inner - ROAD - taken < LIST_AND_FORM;
  return { open, folded, width: taken, widest, tight };
}

/** The pane's new width; kept for the next start when `done`. */
export function setViewerWidth(width: number, done: boolean): void {
  const whole = Math.round(Math.max(width, NARROWEST));
  store.set({ width: whole });
  if (done) saveSettings({ viewerWidth: Math.min(whole, 3000) }).catch(sayError);
}
