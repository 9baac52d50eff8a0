/** Marks on the pages of the open case's exhibits: added, moved, tied to a record, taken away, each with undo. */
import type { Rect, Turn } from '../../shared/case/page-frame.ts';
import { change, newId } from './case-store.ts';
import {
  type Mark,
  nudged,
  withMark,
  withMarkAdded,
  withMarkTied,
  withoutMark,
} from './mark-edits.ts';

export { type EvidenceItem, LEAST, type Mark } from './mark-edits.ts';

/** Adds a mark; returns its id. `printed` false: only for the user's own eyes. */
export function addMark(
  itemId: string,
  place: Rect & { fileId: string; page: number },
  printed: boolean,
): string {
  const id = newId();
  change((d) => withMarkAdded(d, itemId, { id, ...place, printed }), '加标记');
  return id;
}

/** Puts a mark at another place of its page; moves in quick succession are one step of undo. */
export function placeMark(itemId: string, markId: string, { x, y, width, height }: Rect): void {
  const values = { x, y, width, height };
  change((d) => withMark(d, itemId, markId, values), '移动标记', `marks.${markId}.place`);
}

/** One press of an arrow key, see `nudged`. */
export function nudgeMark(
  itemId: string,
  mark: Mark,
  by: { dx: number; dy: number },
  grow: boolean,
  turn: Turn,
): void {
  placeMark(itemId, mark.id, nudged(mark, by, grow, turn));
}

export function setMarkPrinted(itemId: string, markId: string, printed: boolean): void {
  change((d) => withMark(d, itemId, markId, { printed }), '标记印不印');
}

/** Ties a mark to the record it shows; the exhibit then also proves that record. null: to none. */
export function attachMark(itemId: string, markId: string, recordId: string | null): void {
  change((d) => withMarkTied(d, itemId, markId, recordId), '关联标记');
}

export function removeMark(itemId: string, markId: string): void {
  change((d) => withoutMark(d, itemId, markId), '删除标记');
}
