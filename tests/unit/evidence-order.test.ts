/** Reordering the evidence list: numbers follow, what was handed in stays. */
import { expect, test } from 'vitest';
import { exhibitNumbers } from '../../shared/case/exhibits.ts';
import { inOrder, moveBeside, moveEvidence, stepEvidence } from '../../shared/case/order.ts';
import { sampleCase } from '../../shared/case/sample.ts';

const order = (d: ReturnType<typeof sampleCase>) => inOrder(d).map((e) => e.id);

/** e1 and e3 were handed in as 1 and 2; e2, e4, e5 are open. */
function handedIn() {
  const d = sampleCase();
  d.evidence!.push({ id: 'e5', group: 'other', name: '收条' });
  const exhibits = [
    { id: 'e1', number: 1, from: 1, to: 1 },
    { id: 'e3', number: 2, from: 2, to: 2 },
  ];
  d.evidenceReleases = [{ id: 'r1', on: '2026-03-16', exhibits }];
  return d;
}

test('before the hand-in everything moves, and the numbers follow', () => {
  const d = moveEvidence(sampleCase(), 'e4', 'e2');
  expect(order(d)).toEqual(['e1', 'e4', 'e2', 'e3']);
  expect(exhibitNumbers(d).get('e4')).toBe(2);
  expect(order(moveEvidence(d, 'e1', null))).toEqual(['e4', 'e2', 'e3', 'e1']);
  expect(moveEvidence(d, 'e1', 'e1')).toBe(d);
  expect(moveEvidence(d, 'gone', null)).toBe(d);
  expect(moveEvidence(d, 'e3', null)).toBe(d);
});

test('what was handed in keeps number and place', () => {
  const d = handedIn();
  expect(order(d)).toEqual(['e1', 'e3', 'e2', 'e4', 'e5']);
  expect(moveEvidence(d, 'e1', null)).toBe(d);
  // Dropped on something handed in: at the front of the open ones.
  const front = moveEvidence(d, 'e5', 'e1');
  expect(order(front)).toEqual(['e1', 'e3', 'e5', 'e2', 'e4']);
  expect([...exhibitNumbers(front)].sort()).toEqual(
    [
      ['e1', 1],
      ['e3', 2],
      ['e5', 3],
      ['e2', 4],
      ['e4', 5],
    ].sort(),
  );
});

test('step by step, as with the arrow keys', () => {
  const d = handedIn();
  expect(stepEvidence(d, 'e1', 1)).toBe(d);
  expect(stepEvidence(d, 'e2', -1)).toBe(d);
  expect(stepEvidence(d, 'e5', 1)).toBe(d);
  expect(order(stepEvidence(d, 'e2', 1))).toEqual(['e1', 'e3', 'e4', 'e2', 'e5']);
  expect(order(stepEvidence(d, 'e4', 1))).toEqual(['e1', 'e3', 'e2', 'e5', 'e4']);
  expect(order(stepEvidence(d, 'e5', -1))).toEqual(['e1', 'e3', 'e2', 'e5', 'e4']);
});

test('dropped on a row: before its upper half, behind its lower half', () => {
  const d = sampleCase();
  expect(order(moveBeside(d, 'e4', 'e1', false))).toEqual(['e4', 'e1', 'e2', 'e3']);
  expect(order(moveBeside(d, 'e4', 'e1', true))).toEqual(['e1', 'e4', 'e2', 'e3']);
  expect(order(moveBeside(d, 'e1', 'e4', true))).toEqual(['e2', 'e3', 'e4', 'e1']);
  expect(moveBeside(d, 'e2', 'e1', true)).toBe(d);
  expect(moveBeside(d, 'e2', 'e2', true)).toBe(d);
  // On what was handed in: at the front of what can still be ordered.
  expect(order(moveBeside(handedIn(), 'e5', 'e1', true))).toEqual(['e1', 'e3', 'e5', 'e2', 'e4']);
});
