/** Which piece of evidence a file belongs to, by its name alone; a doubt is told, never guessed away. */
import type { Exhibit } from './exhibits.ts';

export interface FileMatches {
  /** By evidence id, in the order of the book. */
  matched: Map<string, string[]>;
  /** Names that fit no exhibit. */
  unmatched: string[];
  /** Names that fit more than one exhibit, with the numbers. */
  doubtful: { name: string; numbers: number[] }[];
}

const stem = (name: string) =>
  name
    .replace(/\.[^.]{1,8}$/, '')
    .normalize('NFC')
    .trim();

/** Punctuation that file systems refuse or people leave out. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\\/:*?"<>|《》“”【】()（）.,，。、_-]/gu, '')
    .toLowerCase();

/** 证据3-2 聊天记录 → 3, 2; 12_借条 → 12; 2023年借条 → none: the number has to end there. */
function numberOf(name: string): { number: number; part: number } | undefined {
  const m =
    /^证据\s*0*(\d{1,5})(?:\s*[-－—]\s*0*(\d{1,5})(?!\d))?/.exec(name) ??
    /^0*(\d{1,5})(?:[-－—]0*(\d{1,5}))?(?:[-－—_.、．\s]|$)/.exec(name);
  return m ? { number: Number(m[1]), part: Number(m[2] ?? 0) } : undefined;
}

interface Placed {
  name: string;
  id: string;
  part: number;
}

/** Small figures before large ones inside names: 2.jpg before 10.jpg. */
export const naturalOrder = (a: string, b: string): number => {
  const split = (s: string) => s.split(/(\d+)/);
  const [x, y] = [split(a), split(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p = '', q = ''] = [x[i], y[i]];
    if (p === q) continue;
    if (i % 2 === 1 && Number(p) !== Number(q)) return Number(p) - Number(q);
    return p < q ? -1 : 1;
  }
  return x.length - y.length;
};

/**
 * Matches file names to exhibits: the whole name or its start is the record's id (`e2.pdf`, `e2-1.jpg`), it
 * starts with the exhibit's number (`2-借条.jpg`, `证据2-1.png`), or it is the evidence's name.
 */
export function matchFiles(list: readonly Exhibit[], names: readonly string[]): FileMatches {
  const result: FileMatches = { matched: new Map(), unmatched: [], doubtful: [] };
  const placed: Placed[] = [];
  for (const name of names) {
    const own = stem(name);
    const byId = list.filter(
      (e) =>
        own === e.item.id ||
        (own.startsWith(e.item.id) && /^[-_. ]/.test(own.slice(e.item.id.length))),
    );
    const byName = list.filter((e) => e.item.name !== '' && bare(own) === bare(e.item.name));
    const given = numberOf(own);
    const byNumber = list.filter((e) => e.number === given?.number);
    // The longest id wins: `e1-2` is its own record before it is a part of `e1`.
    const ids = byId.sort((a, b) => b.item.id.length - a.item.id.length).slice(0, 1);
    const exact = ids.filter((e) => own === e.item.id);
    const found =
      exact.length > 0 ? exact : byName.length > 0 ? byName : ids.length > 0 ? ids : byNumber;
    if (found.length > 1) result.doubtful.push({ name, numbers: found.map((e) => e.number) });
    else if (found[0]) placed.push({ name, id: found[0].item.id, part: given?.part ?? 0 });
    else result.unmatched.push(name);
  }
  placed.sort((a, b) => a.part - b.part || naturalOrder(a.name, b.name));
  for (const { name, id } of placed)
    result.matched.set(id, [...(result.matched.get(id) ?? []), name]);
  return result;
}
