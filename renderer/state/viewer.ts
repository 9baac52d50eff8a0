/**
 * What the viewer beside the forms shows: a file of evidence, at a page, with places lit for a moment.
 * Any screen may open it; the pane itself is renderer/screens/viewer/.
 */
import { createStore, useStore } from './store.ts';

/** A rectangle in shares (0 to 1) of the page as it is shown upright. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ViewerTarget {
  fileId: string;
  /** The piece of evidence it is looked at for; left out: the first one that has the file. */
  itemId?: string;
  /** 1 for the first page. */
  page?: number;
  /** Lit until another place is shown: search hits, a mark that was asked for. */
  boxes?: readonly Box[];
  /** What was looked for: lit in a file that is shown as text, which has no places. */
  find?: string;
  /** A mark of the item to select. */
  markId?: string;
  /** Seconds from the start of a recording. */
  at?: number;
  /** The pane follows what is typed elsewhere: the cursor stays there. */
  quiet?: boolean;
}

export interface Viewer {
  /** null: the pane is closed. */
  target: ViewerTarget | null;
  /** Counts requests, so that the same place can be asked for twice. */
  request: number;
  /** Put aside to a strip at the edge. */
  folded: boolean;
}

const store = createStore<Viewer>({ target: null, request: 0, folded: false });

/** Opens the pane on a file, or moves the open pane there. */
export function openViewer(target: ViewerTarget): void {
  store.set((s) => ({ target, request: s.request + 1, folded: false }));
}

/** Puts the pane aside, or takes it out again. */
export const foldViewer = (folded: boolean): void => store.set((s) => ({ ...s, folded }));

export function closeViewer(): void {
  store.set((s) => (s.target === null ? s : { ...s, target: null }));
}

export const useViewer = (): Viewer => useStore(store);
export const currentViewer = (): Viewer => store.get();

/** The player of the pane, while it shows a recording. */
let player: { fileId: string; seconds: () => number } | null = null;

/** The pane tells which recording its player plays; null when it goes. */
export function setPlayer(next: typeof player): void {
  player = next;
}

/** 秒 → 分:秒, as a transcript writes it: 192 → 03:12; an hour is 60 minutes. */
export function mediaTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** 分:秒 or 时:分:秒 → seconds; null when it is neither. */
export function mediaSeconds(text: string): number | null {
  const found = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)$/.exec(text.trim().replaceAll('：', ':'));
  if (!found) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Where the recording in the pane stands now; null when no recording is open. */
export function currentMediaTime(): { fileId: string; seconds: number; time: string } | null {
  if (!player) return null;
  const seconds = player.seconds();
  return { fileId: player.fileId, seconds, time: mediaTime(seconds) };
}
