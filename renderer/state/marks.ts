/** Marks on the pages of an exhibit: added, moved, tied to a record, taken away; each step can be undone. */
import type { CaseDocument } from '../../shared/case/case.ts';
import {
  clipToPage,
  growOnPage,
  moveOnPage,
  type Rect,
  type Turn,
  turnRect,
  unturnRect,
} from '../../shared/case/page-frame.ts';
import { change, newId } from './case-store.ts';
import { setProves } from './proof-links.ts';

export type EvidenceItem = NonNullable<CaseDocument['evidence']>[number];
export type Mark = NonNullable<EvidenceItem['marks']>[number];

/** The smallest box that can be taken hold of, in shares of the page. */
export const LEAST = 0.01;

function withItem(
  d: CaseDocument,
  itemId: string,
  edit: (item: EvidenceItem) => EvidenceItem,
): CaseDocument {
  return { ...d, evidence: (d.evidence ?? []).map((e) => (e.id === itemId ? edit(e) : e)) };
}

const withMark = (d: CaseDocument, itemId: string, markId: string, edit: (mark: Mark) => Mark) =>
  withItem(d, itemId, (item) => ({
    ...item,
    marks: (item.marks ?? []).map((m) => (m.id === markId ? edit(m) : m)),
  }));

/** Adds a mark; returns its id. `printed` false: only for the user's own eyes. */
export function addMark(
  itemId: string,
  place: Rect & { fileId: string; page: number },
  printed: boolean,
): string {
  const id = newId();
  change(
    (d) =>
      withItem(d, itemId, (item) => ({
        ...item,
        marks: [...(item.marks ?? []), { id, ...place, printed }],
      })),
    '加标记',
  );
  return id;
}

/** Puts a mark at another place of its page. */
export function placeMark(itemId: string, markId: string, rect: Rect): void {
  const path = `marks.${markId}.place`;
  change((d) => withMark(d, itemId, markId, (m) => ({ ...m, ...rect })), '移动标记', path);
}

/**
 * One step with an arrow key, in shares of the page as it is seen: moves the mark, or with `grow` moves its
 * lower right corner.
 */
export function nudgeMark(
  itemId: string,
  mark: Mark,
  by: { dx: number; dy: number },
  grow: boolean,
  turn: Turn,
): void {
  const seen = turnRect(mark, turn);
  const moved = grow ? growOnPage(seen, by.dx, by.dy, LEAST) : moveOnPage(seen, by.dx, by.dy);
  placeMark(itemId, mark.id, clipToPage(unturnRect(moved, turn)));
}

export function setMarkPrinted(itemId: string, markId: string, printed: boolean): void {
  change((d) => withMark(d, itemId, markId, (m) => ({ ...m, printed })), '标记印不印');
}

/** Ties a mark to the record it shows; the exhibit then also proves that record. null: to none. */
export function attachMark(itemId: string, markId: string, recordId: string | null): void {
  change((d) => {
    const next = withMark(d, itemId, markId, (m) => ({ ...m, recordId }));
    if (recordId === null) return next;
    const proves = next.evidence?.find((e) => e.id === itemId)?.proves ?? [];
    if (proves.includes(recordId)) return next;
    return setProves(next, itemId, [...proves, recordId]);
  }, '关联标记');
}

export function removeMark(itemId: string, markId: string): void {
  change(
    (d) =>
      withItem(d, itemId, (item) => ({
        ...item,
        marks: (item.marks ?? []).filter((m) => m.id !== markId),
      })),
    '删除标记',
  );
}

/** An item without a file and without what was noted on its pages. */
export function withoutFile(item: EvidenceItem, fileId: string): EvidenceItem {
  const fileIds = (item.fileIds ?? []).filter((f) => f !== fileId);
  if (!item.marks?.some((m) => m.fileId === fileId)) return { ...item, fileIds };
  return { ...item, fileIds, marks: item.marks.filter((m) => m.fileId !== fileId) };
}
