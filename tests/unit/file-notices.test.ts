/** What is said of many files at once. */
import { expect, test } from 'vitest';
import { byReason } from '../../renderer/state/refused.ts';

const refused = (n: number, message: string) =>
  Array.from({ length: n }, (_, i) => ({ name: `${message}${i + 1}.jpg`, message }));

test('files with the same reason are told together, a few by name', () => {
  expect(byReason([...refused(2, '空'), ...refused(300, '停')])).toEqual([
    { message: '空', names: '空1.jpg、空2.jpg' },
    { message: '停', names: '停1.jpg、停2.jpg、停3.jpg 等 300 个文件' },
  ]);
  expect(byReason(refused(4, '大'))).toEqual([
    { message: '大', names: '大1.jpg、大2.jpg、大3.jpg、大4.jpg' },
  ]);
  expect(byReason([])).toEqual([]);
});
