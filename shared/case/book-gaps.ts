/** What the next evidence book holds, and what its list still lacks; told before it is made and before it is locked. */
import type { CaseDocument } from './case.ts';
import { formOf } from './evidence-form.ts';
import { batchTitle, exhibitNumbers } from './exhibits.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];
type Typed = Pick<CaseDocument, 'evidence' | 'evidenceReleases'>;

/** 证据册, 补充证据册（一） … */
export const bundleTitle = (batch: number): string =>
  batchTitle(batch).replace('证据目录', '证据册');

export interface NextBook {
  title: string;
  /** Numbers of the exhibits that go in, in order. */
  numbers: number[];
  items: Item[];
  /** Everything was handed in already: the last book is made again. */
  again: boolean;
}

/** What a book made now holds: what was not handed in, else the last batch that was. */
export function nextBook(d: Typed): NextBook {
  const numbers = exhibitNumbers(d as Parameters<typeof exhibitNumbers>[0]);
  const releases = d.evidenceReleases ?? [];
  const frozen = new Set(releases.flatMap((r) => r.exhibits.map((e) => e.id)));
  const all = [...(d.evidence ?? [])].sort(
    (a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0),
  );
  const open = all.filter((e) => !frozen.has(e.id));
  const last = new Set((releases.at(-1)?.exhibits ?? []).map((e) => e.id));
  const again = open.length === 0 && releases.length > 0;
  const items = again ? all.filter((e) => last.has(e.id)) : open;
  return {
    title: bundleTitle(again ? releases.length - 1 : releases.length),
    numbers: items.map((e) => numbers.get(e.id) ?? 0),
    items,
    again,
  };
}

/** 证据1—12、14: neighbours drawn together. */
export function numberWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run && n === run[1] + 1) run[1] = n;
    else runs.push([n, n]);
  }
  const word = ([a, b]: [number, number]) => (a === b ? `${a}` : `${a}—${b}`);
  return `证据${runs.map(word).join('、')}`;
}

export interface BookGap {
  kind: 'purpose' | 'source' | 'original';
  text: string;
}

const blank = (text: string | undefined) => (text ?? '').trim() === '';

/**
 * Columns of the list that would stay empty (evidence rules art. 19 wants the source and what is proved), and
 * copies of which nothing is said about the original.
 */
export function bookGaps(d: Typed): BookGap[] {
  const { items, numbers } = nextBook(d);
  const gap = (kind: BookGap['kind'], is: (e: Item) => boolean, rest: string): BookGap[] => {
    const found = numbers.filter((_, i) => items[i] && is(items[i]));
    const head = `有 ${found.length} 份`;
    return found.length > 0 ? [{ kind, text: `${head}${rest}（${numberWords(found)}）` }] : [];
  };
  const unanswered = (e: Item) =>
    formOf(e) === 'copy' && e.group !== 'identity' && (e.originalHeld ?? null) === null;
  return [
    ...gap('purpose', (e) => blank(e.purpose), '没有写证明目的，清单上这一栏会空着'),
    ...gap('source', (e) => blank(e.source), '没有写来源，清单上这一栏会空着'),
    ...gap(
      'original',
      unanswered,
      '没有答“开庭时拿得出原件吗”，清单上只写“复印件”，不写“原件备查”',
    ),
  ];
}
