/**
 * What changed between two texts: whole sentences first, then inside the sentences that changed. Names,
 * dates and figures stay whole, so that 李某 → 李四 is one change and not half of one.
 */

/** A run of text that both have, or that only the older or the newer has. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many pairs of pieces two passages are shown as replaced whole; keeps a keystroke fast. */
const MOST_PAIRS = 4_000_000;

/** Longest common subsequence of two lists, as parts in reading order; removed stand before added. */
function align(older: readonly string[], newer: readonly string[]): DiffPart[] {
  let start = 0;
  while (start < older.length && start < newer.length && older[start] === newer[start]) start++;
  let end = 0;
  while (
    end < older.length - start &&
    end < newer.length - start &&
    older[older.length - 1 - end] === newer[newer.length - 1 - end]
  ) {
    end++;
  }
  const a = older.slice(start, older.length - end);
  const b = newer.slice(start, newer.length - end);
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart['kind'], pieces: readonly string[]) => {
    if (pieces.length === 0) return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += pieces.join('');
    else parts.push({ kind, text: pieces.join('') });
  };
  push('same', older.slice(0, start));
  if (a.length * b.length > MOST_PAIRS) {
    push('removed', a);
    push('added', b);
  } else {
    const width = b.length + 1;
    const longest = new Uint32Array((a.length + 1) * width);
    const at = (i: number, j: number) => longest[i * width + j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        longest[i * width + j] =
          a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) {
        push('same', [a[i] ?? '']);
        i++;
        j++;
      } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
        push('removed', [a[i] ?? '']);
        i++;
      } else {
        push('added', [b[j] ?? '']);
        j++;
      }
    }
  }
  push('same', older.slice(older.length - end));
  return parts;
}

/** A text cut after each full stop, semicolon and line end; nothing is lost. */
export function sentences(text: string): string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/gu) ?? [];
}

/** Dates, figures with their unit, percentages; everything else is one character a piece. */
const ATOM = /\d{4}年\d{1,2}月\d{1,2}日|\d[\d,]*(?:\.\d+)?\s*(?:万?元|%)?/u;

const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Cuts a text into pieces; `whole` are words kept in one piece. */
export function pieces(text: string, whole: readonly string[] = []): string[] {
  const words = [...whole]
    .filter((w) => w !== '')
    .sort((a, b) => b.length - a.length)
    .map(escaped);
  return text.match(new RegExp([...words, ATOM.source, '[^]'].join('|'), 'gu')) ?? [];
}

/**
 * Turns `older` into `newer`: parts to keep, to take out, to put in. A sentence that changed is compared
 * inside against the sentence that took its place.
 * @param whole names to keep in one piece
 */
export function diffText(older: string, newer: string, whole: readonly string[] = []): DiffPart[] {
  const rough = align(sentences(older), sentences(newer));
  return rough.flatMap((part, i): DiffPart[] => {
    const next = rough[i + 1];
    const before = rough[i - 1];
    if (part.kind === 'removed' && next?.kind === 'added') {
      return align(pieces(part.text, whole), pieces(next.text, whole));
    }
    return part.kind === 'added' && before?.kind === 'removed' ? [] : [part];
  });
}
