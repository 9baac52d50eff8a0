/**
 * Keeps figures, dates and names in a text the user wrote bound to the data: finds what the data changed
 * between two drafts, and carries just that over into the user's own words.
 */
import { diffText, pieces } from './diff.ts';
import { parseAmount } from './money.ts';

const AMOUNT = /(\d[\d,，]*(?:\.\d{1,2})?)\s*(万?)元/gu;

export interface WrittenAmount {
  text: string;
  fen: number;
  /** The words just before it. */
  before: string;
}

/** Every amount of a text, in fen. */
export function amountsIn(text: string): WrittenAmount[] {
  return [...text.matchAll(AMOUNT)].flatMap((m) => {
    const parsed = parseAmount(`${(m[1] ?? '').replace(/[,，]/g, '')}${m[2] ?? ''}`);
    if (!parsed.ok) return [];
    const before = text.slice(Math.max(0, m.index - 10), m.index);
    return [{ text: m[0], fen: parsed.fen, before }];
  });
}

/**
 * Figures, dates and names that changed from one draft to the next: old → new. What became two different
 * things is left out.
 * @param names the parties' names as they are now
 */
export function changedPieces(
  basis: string,
  draft: string,
  names: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  const torn = new Set<string>();
  const add = (old: string, next: string) => {
    if ((found.get(old) ?? next) !== next) torn.add(old);
    found.set(old, next);
  };
  if (basis === '' || basis === draft) return found;
  const parts = diffText(basis, draft, names);
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    if (part.kind !== 'removed' || next?.kind !== 'added') return;
    const was = pieces(part.text, names);
    const now = pieces(next.text, names);
    if (now.length === 1 && names.includes(next.text) && /^[\p{L}·（）]{2,30}$/u.test(part.text)) {
      add(part.text, next.text);
    } else if (was.length === now.length) {
      was.forEach((old, k) => {
        if (/\d/.test(old) && old !== now[k]) add(old, now[k] ?? '');
      });
    }
  });
  for (const old of torn) found.delete(old);
  return found;
}

/**
 * The user's text with the changed figures, dates and names of the new draft.
 * @returns `left`: pieces that could not be carried over because the new draft still has them elsewhere
 */
export function rebind(
  text: string,
  basis: string,
  draft: string,
  names: readonly string[],
): { text: string; left: string[] } {
  const left: string[] = [];
  let result = text;
  for (const [old, next] of changedPieces(basis, draft, names)) {
    const fen = amountsIn(old)[0]?.fen;
    const same =
      fen === undefined
        ? result.includes(old)
          ? [old]
          : []
        : [
            ...new Set(
              amountsIn(result)
                .filter((a) => a.fen === fen)
                .map((a) => a.text),
            ),
          ];
    if (same.length === 0) continue;
    const stays =
      fen === undefined ? draft.includes(old) : amountsIn(draft).some((a) => a.fen === fen);
    if (stays) left.push(...same);
    else for (const piece of same) result = result.replaceAll(piece, next);
  }
  return { text: result, left };
}
