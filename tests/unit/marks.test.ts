/** Marks on exhibits: what a change of one thing does to the others. */
import { describe, expect, test } from 'vitest';
import {
  type Mark,
  nudged,
  withMark,
  withMarkAdded,
  withMarkTied,
  withoutFile,
  withoutMark,
} from '../../renderer/state/mark-edits.ts';
import { mediaSeconds, mediaTime } from '../../renderer/state/viewer.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { withoutGone } from '../../shared/case/provable.ts';
import { sampleCase } from '../../shared/case/sample.ts';

const RECT = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 };
const MARK: Mark = { id: 'm1', ...RECT, fileId: 'f1', page: 2, printed: true };

const base: CaseDocument = {
  ...sampleCase(),
  evidence: [
    { id: 'e3', group: 'delivery', name: '回单', fileIds: ['f1', 'f2'], proves: [] },
    { id: 'e4', group: 'other', name: '别的', fileIds: ['f1'] },
  ],
};
const marked = withMarkAdded(base, 'e3', MARK);
const transfer = base.transfers?.[0]?.id ?? '';
const demand = base.demands?.[0]?.id ?? '';

function item(d: CaseDocument) {
  const found = d.evidence?.find((e) => e.id === 'e3');
  if (!found) throw new Error('no item');
  return found;
}
const mark = (d: CaseDocument) => item(d).marks?.[0];

test('a mark is kept in the shares of its page, and the case stays valid', () => {
  expect(item(marked).marks).toEqual([MARK]);
  expect(marked.evidence?.[1]).toBe(base.evidence?.[1]);
  expect(parseCase(marked).problems.filter((p) => p.path.includes('marks'))).toEqual([]);
});

test('tied to a record, its exhibit proves it; tied to another one, what only the mark said is taken back', () => {
  const once = withMarkTied(marked, 'e3', 'm1', transfer);
  expect(mark(once)?.recordId).toBe(transfer);
  expect(item(once).proves).toEqual([transfer]);
  const twice = withMarkTied(once, 'e3', 'm1', demand);
  expect(mark(twice)?.recordId).toBe(demand);
  expect(item(twice).proves).toEqual([demand]);
  // A demand also names its evidence itself.
  expect(twice.demands?.[0]?.evidenceIds).toContain('e3');
  const none = withMarkTied(twice, 'e3', 'm1', null);
  expect(mark(none)?.recordId).toBeNull();
  expect(item(none).proves).toEqual([]);
  expect(none.demands?.[0]?.evidenceIds).not.toContain('e3');
  expect(parseCase(none).problems.filter((p) => p.path.includes('marks'))).toEqual([]);
});

test('a record that the exhibit proved before, or that another mark shows, stays proved', () => {
  const chosen = {
    ...marked,
    evidence: [{ ...item(marked), proves: [transfer] }, ...(marked.evidence ?? []).slice(1)],
  };
  const moved = withMarkTied(withMarkTied(chosen, 'e3', 'm1', transfer), 'e3', 'm1', demand);
  expect(item(moved).proves).toEqual([transfer, demand]);
  const two = withMarkAdded(withMarkTied(marked, 'e3', 'm1', transfer), 'e3', {
    ...MARK,
    id: 'm2',
  });
  const both = withMarkTied(two, 'e3', 'm2', transfer);
  const one = withMarkTied(both, 'e3', 'm1', demand);
  expect(item(one).proves).toEqual([transfer, demand]);
  expect(item(withMarkTied(one, 'e3', 'm2', null)).proves).toEqual([demand]);
});

test('the record goes: the mark stays where it is and shows nothing any more', () => {
  const tied = withMarkTied(marked, 'e3', 'm1', transfer);
  const after = withoutGone(tied, { ...tied, transfers: [] });
  expect(mark(after)).toEqual({ ...MARK, recordId: null, linked: true });
  expect(item(after).proves).toEqual([]);
  expect(after.evidence?.[1]).toBe(base.evidence?.[1]);
});

test('a demand that goes is no longer named by the transcript', () => {
  const transcript = [
    { id: 't1', content: '下月还', demandId: demand },
    { id: 't2', content: '好' },
  ];
  const before = { ...base, evidence: [{ ...item(base), transcript }] };
  const after = withoutGone(before, { ...before, demands: [] });
  expect(item(after).transcript?.map((t) => t.demandId)).toEqual([null, undefined]);
});

test('the file goes: its marks go with it, those of other files stay', () => {
  const other = { ...MARK, id: 'm2', fileId: 'f2' };
  const both = withMarkAdded(marked, 'e3', other);
  const left = withoutFile(item(both), 'f1');
  expect(left.fileIds).toEqual(['f2']);
  expect(left.marks).toEqual([other]);
  expect(withoutFile(left, 'f9').marks).toBe(left.marks);
});

test('printed or not, and removed', () => {
  expect(mark(withMark(marked, 'e3', 'm1', { printed: false }))).toEqual({
    ...MARK,
    printed: false,
  });
  expect(item(withoutMark(marked, 'e3', 'm1')).marks).toEqual([]);
  expect(withoutMark(marked, 'e3', 'other').evidence).toEqual(marked.evidence);
});

describe('by keyboard', () => {
  const right = { dx: 0.01, dy: 0 };
  test('an arrow moves the mark as it is seen, whichever way the view is turned', () => {
    expect(nudged(RECT, right, false, 0)).toEqual({ ...RECT, x: 0.21 });
    // Turned clockwise, what is right on the screen is up on the page.
    expect(nudged(RECT, right, false, 90)).toEqual({ ...RECT, y: 0.29 });
    expect(nudged(RECT, right, false, 180)).toEqual({ ...RECT, x: 0.19 });
    expect(nudged(RECT, right, false, 270)).toEqual({ ...RECT, y: 0.31 });
  });

  test('with Shift it grows at the corner that is seen at the lower right, and never leaves the page', () => {
    expect(nudged(RECT, right, true, 0)).toEqual({ ...RECT, width: 0.41 });
    expect(nudged(RECT, right, true, 90)).toEqual({ ...RECT, y: 0.29, height: 0.11 });
    const often = (dx: number) => {
      let rect = RECT;
      for (let i = 0; i < 100; i++) rect = nudged(rect, { dx, dy: dx }, true, 0);
      return rect;
    };
    expect(often(0.05)).toEqual({ ...RECT, width: 0.8, height: 0.7 });
    expect(often(-0.05)).toEqual({ ...RECT, width: 0.01, height: 0.01 });
  });

  test('a hundred steps there and back end where they began', () => {
    let rect = { x: 0.1234, y: 0.5678, width: 0.2345, height: 0.0987 };
    const start = rect;
    for (const turn of [0, 90, 180, 270] as const) {
      for (const dx of [0.005, -0.005])
        for (let i = 0; i < 20; i++) rect = nudged(rect, { dx, dy: 0 }, false, turn);
    }
    expect(rect).toEqual(start);
  });
});

test('minutes and seconds of a recording, as a transcript writes them', () => {
  expect([0, 59.9, 60, 192, 3672].map(mediaTime)).toEqual([
    '00:00',
    '00:59',
    '01:00',
    '03:12',
    '61:12',
  ]);
  expect(['03:12', '3：12', ' 61:12 ', '1:01:12', '3.12', '03:72', ''].map(mediaSeconds)).toEqual([
    192,
    192,
    3672,
    3672,
    null,
    null,
    null,
  ]);
});
