/** Recognised dates and amounts: what is offered, and when they are only there to be compared. */
import { expect, test } from 'vitest';
import { allHeld, isSheet, offeredTo } from '../../renderer/screens/evidence/found-offers.ts';

test('a bill as a sheet proposes nothing; a slip does', () => {
  expect(['微信支付账单.csv', '工行流水.XLSX', 'a.xls '].map(isSheet)).toEqual([true, true, true]);
  expect(['回单.pdf', '借条.jpg', 'csv说明.txt'].map(isSheet)).toEqual([false, false, false]);
});

test('the day of signing is not offered for a due date that is filled in', () => {
  const signed = { path: 'signed', held: '2023-03-01', same: true };
  const due = { path: 'due', held: '2024-02-28', same: false };
  expect(offeredTo([signed, due])).toEqual([]);
  expect(offeredTo([signed, { ...due, held: '' }])).toEqual(['due']);
  // A day that is neither may replace either.
  expect(offeredTo([{ ...signed, same: false }, due])).toEqual(['signed', 'due']);
});

test('filled fields are compared, not filled', () => {
  expect(allHeld(['2023-03-01', '300000'])).toBe(true);
  expect(allHeld(['2023-03-01', ' '])).toBe(false);
});
