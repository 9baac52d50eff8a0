/** Evidence as it is numbered and paged in the list, the bundle and the papers: one numbering for all of them. */
import { chineseNumber } from '../text/numerals.ts';
import type { Case } from './case.ts';
import type { EvidenceItem } from './conduct.ts';

export interface Exhibit {
  /** 1, 2, 3 … in the order of the case's list, never renumbered by group (form 03 C). */
  number: number;
  item: EvidenceItem;
  /** First and last page over the evidence body; null from the first item whose pages aren't known. */
  from: number | null;
  to: number | null;
  /** 0 for the first list, 1 for 补充证据目录（一） … */
  batch: number;
}

type Numbered = Pick<Case, 'evidence'> & Partial<Pick<Case, 'evidenceReleases' | 'choices'>>;

/** The paper whose choices say how evidence is listed and counted. */
export const LIST_PAPER = 'evidence-list';

/**
 * Is the book printed on both sides? Every exhibit then starts on a front side: one with an odd number of pages
 * is followed by an empty page that counts. The list, the book and the papers all ask here.
 */
export const onBothSides = (c: {
  choices?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}): boolean => c.choices?.[LIST_PAPER]?.duplex === true;

/**
 * All exhibits by number, pages running on from one to the next. What was handed in keeps its number and
 * pages, also when a record before it was deleted; the rest counts on from there in the order of the list.
 */
export function exhibits(c: Numbered): Exhibit[] {
  const items = new Map(c.evidence.map((item) => [item.id, item]));
  const released: Exhibit[] = [];
  const frozen = (c.evidenceReleases ?? []).flatMap((r, batch) =>
    r.exhibits.map((e) => ({ ...e, batch })),
  );
  for (const { id, number, from, to, batch } of frozen) {
    const item = items.get(id);
    if (!item) continue;
    items.delete(id);
    released.push({ number, item, from, to, batch });
  }
  released.sort((a, b) => a.number - b.number);
  let number = frozen.reduce((most, e) => Math.max(most, e.number), 0);
  let next: number | null = lastReleasedPage(c) + 1;
  const batch = c.evidenceReleases?.length ?? 0;
  const even = onBothSides(c);
  const rest = [...items.values()].map((item): Exhibit => {
    number += 1;
    const from: number | null = item.pages === null ? null : next;
    const to: number | null = from === null || item.pages === null ? null : from + item.pages - 1;
    const blank = even && item.pages !== null ? item.pages % 2 : 0;
    next = to === null ? null : to + 1 + blank;
    return { number, item, from, to, batch };
  });
  return [...released, ...rest];
}

/** The last page handed in, 0 before the first batch. */
export const lastReleasedPage = (c: Partial<Pick<Case, 'evidenceReleases'>>): number =>
  Math.max(
    0,
    ...(c.evidenceReleases ?? []).flatMap((r) => [r.lastPage ?? 0, ...r.exhibits.map((e) => e.to)]),
  );

/** Is this piece of evidence handed in, its number frozen? */
export function isReleased(
  c: { evidenceReleases?: readonly { exhibits: readonly { id: string }[] }[] | undefined },
  id: string,
): boolean {
  return (c.evidenceReleases ?? []).some((r) => r.exhibits.some((e) => e.id === id));
}

/** 证据目录, 补充证据目录（一）, 补充证据目录（二） … */
export const batchTitle = (batch: number): string =>
  batch === 0 ? '证据目录' : `补充证据目录（${chineseNumber(batch)}）`;

/** The list to hand in now: what was not handed in yet, else everything under its first title. */
export function currentBatch(c: Numbered): { title: string; list: Exhibit[] } {
  const all = exhibits(c);
  const batch = c.evidenceReleases?.length ?? 0;
  const open = all.filter((e) => e.batch === batch);
  return open.length > 0
    ? { title: batchTitle(batch), list: open }
    : { title: batchTitle(0), list: all };
}

/** How a row of the list is called in bookmarks: 证据1 《借条》. */
export const exhibitTitle = (e: Pick<Exhibit, 'number' | 'item'>): string =>
  `证据${e.number} ${e.item.name}`;

/** 1 · 2-3; empty when not known. */
export function pageRange(e: Pick<Exhibit, 'from' | 'to'>): string {
  if (e.from === null || e.to === null) return '';
  return e.from === e.to ? String(e.from) : `${e.from}-${e.to}`;
}

/** The number of each piece of evidence by its id, for records that may still be half typed. */
export function exhibitNumbers(d: {
  evidence?: readonly { id: string }[] | undefined;
  evidenceReleases?: readonly { exhibits: readonly { id: string; number: number }[] }[] | undefined;
}): Map<string, number> {
  const frozen = (d.evidenceReleases ?? []).flatMap((r) => r.exhibits);
  const numbers = new Map(frozen.map((e) => [e.id, e.number]));
  let next = frozen.reduce((most, e) => Math.max(most, e.number), 0);
  for (const { id } of d.evidence ?? []) {
    if (numbers.has(id)) continue;
    next += 1;
    numbers.set(id, next);
  }
  return numbers;
}
