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

/** Without the record that the exhibit proves because of this mark alone; another mark of it keeps the link. */
function withoutLinkOf(d: CaseDocument, itemId: string, markId: string): CaseDocument {
  const item = d.evidence?.find((e) => e.id === itemId);
  const mark = item?.marks?.find((m) => m.id === markId);
  const { recordId } = mark ?? {};
  if (!item || !recordId || !mark?.linked) return d;
  const heir = item.marks?.find((m) => m.id !== markId && m.recordId === recordId);
  if (heir) return withMark(d, itemId, heir.id, { linked: true });
  if (item.transcript?.some((l) => l.demandId === recordId)) return d;
  return setProves(
    d,
    itemId,
    (item.proves ?? []).filter((id) => id !== recordId),
  );
}

/**
 * With a mark tied to the record it shows, which the exhibit then also proves; null: tied to none. What it was
 * tied to before is let go when the exhibit proved it because of this mark alone.
 */
export function withMarkTied(
  d: CaseDocument,
  itemId: string,
  markId: string,
  recordId: string | null,
): CaseDocument {
  const was = d.evidence?.find((e) => e.id === itemId)?.marks?.find((m) => m.id === markId);
  if (!was || (was.recordId ?? null) === recordId) return d;
  const free = withoutLinkOf(d, itemId, markId);
  const proves = free.evidence?.find((e) => e.id === itemId)?.proves ?? [];
  const linked = recordId !== null && !proves.includes(recordId);
  const next = withMark(free, itemId, markId, { recordId, linked });
  return linked ? setProves(next, itemId, [...proves, recordId]) : next;
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
