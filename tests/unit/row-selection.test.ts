/** Selecting rows with Ctrl and Shift: the open row is the first of them. */
import { expect, test } from 'vitest';
import { afterRange, afterToggle } from '../../renderer/components/row-selection.ts';

const none: ReadonlySet<string> = new Set();

test('the open row belongs to the selection that begins beside it', () => {
  const two = afterToggle(none, 'a', 'b');
  expect([...two]).toEqual(['a', 'b']);
  const three = afterToggle(two, 'a', 'c');
  expect([...three]).toEqual(['a', 'b', 'c']);
  expect([...afterToggle(three, 'a', 'a')]).toEqual(['b', 'c']);
});

test('on the open row itself, and with no row open, one row is selected', () => {
  expect([...afterToggle(none, 'a', 'a')]).toEqual(['a']);
  expect([...afterToggle(none, null, 'b')]).toEqual(['b']);
});

test('Shift selects from where it began, in either direction, and lets the rest go', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([...afterRange(ids, 1, 3)]).toEqual(['b', 'c', 'd']);
  expect([...afterRange(ids, 3, 1)]).toEqual(['b', 'c', 'd']);
  expect([...afterRange(ids, -1, 1)]).toEqual(['a', 'b']);
  expect([...afterRange(ids, 2, 2)]).toEqual(['c']);
});
