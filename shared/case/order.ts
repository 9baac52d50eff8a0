/** The order of the evidence list until it is handed in; what was handed in keeps its place and number. */
import type { CaseDocument } from './case.ts';
import { exhibitNumbers, isReleased } from './exhibits.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];
type Numbered = Pick<CaseDocument, 'evidence' | 'evidenceReleases'>;

/** The list as it is numbered: what was handed in by its numbers, then the rest in its order. */
export function inOrder(d: Numbered): Item[] {
  const numbers = exhibitNumbers(d);
  return [...(d.evidence ?? [])].sort(
    (a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0),
  );
}

/** Can this item be moved? Not once it was handed in. */
export const isMovable = (d: Numbered, id: string): boolean => !isReleased(d, id);

/**
 * Puts an item before another one, or at the end. What was handed in never moves: before such an item means
 * at the front of what can still be ordered.
 */
export function moveEvidence(d: CaseDocument, id: string, before: string | null): CaseDocument {
  const item = d.evidence?.find((e) => e.id === id);
  if (!item || before === id || isReleased(d, id)) return d;
  const rest = inOrder(d).filter((e) => e.id !== id);
  const wanted = before === null ? rest.length : rest.findIndex((e) => e.id === before);
  const first = rest.findIndex((e) => !isReleased(d, e.id));
  const at = Math.max(wanted < 0 ? rest.length : wanted, first < 0 ? rest.length : first);
  const evidence = [...rest.slice(0, at), item, ...rest.slice(at)];
  const same = evidence.every((e, i) => e === d.evidence?.[i]);
  return same ? d : { ...d, evidence };
}

/** Puts an item right before or behind another one, as when it is dropped on its upper or lower half. */
export function moveBeside(
  d: CaseDocument,
  id: string,
  target: string,
  behind: boolean,
): CaseDocument {
  if (id === target) return d;
  const rest = inOrder(d).filter((e) => e.id !== id);
  const at = rest.findIndex((e) => e.id === target) + (behind ? 1 : 0);
  return moveEvidence(d, id, rest[at]?.id ?? null);
}

/** One step towards the front or the end; the document itself when there is none. */
export function stepEvidence(d: CaseDocument, id: string, by: -1 | 1): CaseDocument {
  const free = inOrder(d).filter((e) => !isReleased(d, e.id));
  const at = free.findIndex((e) => e.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= free.length) return d;
  return moveEvidence(d, id, (by < 0 ? free[to] : free[to + 1])?.id ?? null);
}
