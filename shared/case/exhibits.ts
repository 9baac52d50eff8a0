/** Evidence as it is numbered and paged in the list, the bundle and the papers: one numbering for all of them. */
import type { Case } from './case.ts';
import type { EvidenceItem } from './conduct.ts';

export interface Exhibit {
  /** 1, 2, 3 … in the order of the case's list, never renumbered by group (form 03 C). */
  number: number;
  item: EvidenceItem;
  /** First and last page over the evidence body; null from the first item whose pages aren't known. */
  from: number | null;
  to: number | null;
}

/** All exhibits, pages running on from one to the next. */
export function exhibits(c: Pick<Case, 'evidence'>): Exhibit[] {
  let next: number | null = 1;
  return c.evidence.map((item, i) => {
    const from: number | null = item.pages === null ? null : next;
    const to: number | null = from === null || item.pages === null ? null : from + item.pages - 1;
    next = to === null ? null : to + 1;
    return { number: i + 1, item, from, to };
  });
}

/** 1 · 2-3; empty when not known. */
export function pageRange(e: Exhibit): string {
  if (e.from === null || e.to === null) return '';
  return e.from === e.to ? String(e.from) : `${e.from}-${e.to}`;
}
