/** What goes into the next book and what its list lacks. */
import { expect, test } from 'vitest';
import { bookGaps, nextBook, numberWords } from '../../shared/case/book-gaps.ts';
import type { CaseDocument } from '../../shared/case/case.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, group: 'agreement', name: id, purpose: '证明。', source: '原告持有' },
  ...{ form: 'print', ...more },
});
const d = (evidence: Item[], released: string[][] = []) => ({
  evidence,
  evidenceReleases: released.map((ids, n) => ({
    id: `r${n}`,
    on: '2026-03-16',
    exhibits: ids.map((id) => ({ id, number: Number(id), from: 1, to: 1 })),
    volumes: [],
  })),
});

test('the first book holds everything, a later one only what is new', () => {
  expect(nextBook(d([item('1'), item('2')]))).toMatchObject({
    ...{ title: '证据册', numbers: [1, 2], again: false },
  });
  const later = d([item('1'), item('2'), item('x'), item('y')], [['1', '2']]);
  expect(nextBook(later)).toMatchObject({
    ...{ title: '补充证据册（一）', numbers: [3, 4], again: false },
  });
  expect(nextBook(d([item('1'), item('2')], [['1'], ['2']]))).toMatchObject({
    ...{ title: '补充证据册（一）', numbers: [2], again: true },
  });
});

test('numbers in words', () => {
  expect(numberWords([1])).toBe('证据1');
  expect(numberWords([1, 2, 3, 5])).toBe('证据1—3、5');
});

test('empty columns of this book are told by number, those of a book handed in are not', () => {
  expect(bookGaps(d([item('1')]))).toEqual([]);
  const gaps = bookGaps(
    d(
      [
        item('1', { purpose: '' }),
        item('x', { purpose: ' ' }),
        item('y', { purpose: '', source: '' }),
        item('z', { form: 'copy' }),
        item('w', { form: 'copy', originalHeld: true }),
        item('v', { form: 'copy', group: 'identity' }),
      ],
      [['1']],
    ),
  );
  expect(gaps.map((g) => g.text)).toEqual([
    '有 2 份没有写证明目的，清单上这一栏会空着（证据2—3）',
    '有 1 份没有写来源，清单上这一栏会空着（证据3）',
    '有 1 份没有答“开庭时拿得出原件吗”，清单上只写“复印件”，不写“原件备查”（证据4）',
  ]);
});
