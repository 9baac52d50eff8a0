/** Changes to the marks of an exhibit, as pure functions of the case document; renderer/state/marks.ts does them. */
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

/** With a new mark at the end of the item's. */
export function withMarkAdded(d: CaseDocument, itemId: string, mark: Mark): CaseDocument {
  return withItem(d, itemId, (item) => ({ ...item, marks: [...(item.marks ?? []), mark] }));
}

/** With other values in one mark. */
export function withMark(
  d: CaseDocument,
  itemId: string,
  markId: string,
  values: Partial<Mark>,
): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    marks: (item.marks ?? []).map((m) => (m.id === markId ? { ...m, ...values } : m)),
  }));
}

/**
 * Where a mark comes to lie by one press of an arrow key: `by` in shares of the page as it is seen, turned by
 * `turn`. `grow` moves its lower right corner instead.
 */
export function nudged(
  mark: Rect,
  by: { dx: number; dy: number },
  grow: boolean,
  turn: Turn,
): Rect {
  const seen = turnRect(mark, turn);
  const moved = grow ? growOnPage(seen, by.dx, by.dy, LEAST) : moveOnPage(seen, by.dx, by.dy);
  return clipToPage(unturnRect(moved, turn));
}

/** With a mark tied to the record it shows, which the exhibit then also proves; null: tied to none. */
export function withMarkTied(
  d: CaseDocument,
  itemId: string,
  markId: string,
  recordId: string | null,
): CaseDocument {
  const next = withMark(d, itemId, markId, { recordId });
  if (recordId === null) return next;
  const proves = next.evidence?.find((e) => e.id === itemId)?.proves ?? [];
  return proves.includes(recordId) ? next : setProves(next, itemId, [...proves, recordId]);
}

export function withoutMark(d: CaseDocument, itemId: string, markId: string): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    marks: (item.marks ?? []).filter((m) => m.id !== markId),
  }));
}

/** An item without a file and without the marks on its pages. */
export function withoutFile(item: EvidenceItem, fileId: string): EvidenceItem {
  const fileIds = (item.fileIds ?? []).filter((f) => f !== fileId);
  if (!item.marks?.some((m) => m.fileId === fileId)) return { ...item, fileIds };
  return { ...item, fileIds, marks: item.marks.filter((m) => m.fileId !== fileId) };
}
