/** Marks on exhibits: what a change of one thing does to the others, and that every step can be taken back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { change, currentCase, removeRecords, undo } from '../../renderer/state/case-store.ts';
import {
  addMark,
  attachMark,
  nudgeMark,
  placeMark,
  removeMark,
  setMarkPrinted,
  withoutFile,
} from '../../renderer/state/marks.ts';
import { mediaSeconds, mediaTime } from '../../renderer/state/viewer.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { withoutGone } from '../../shared/case/provable.ts';
import { sampleCase } from '../../shared/case/sample.ts';

const RECT = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 };
const item = () => currentCase().document.evidence?.find((e) => e.id === 'e3');
const mark = (id: string) => {
  const found = item()?.marks?.find((m) => m.id === id);
  if (!found) throw new Error('no mark');
  return found;
};
const add = () => addMark('e3', { ...RECT, fileId: 'f1', page: 2 }, true);

beforeEach(() => {
  // Without a case id nothing is written anywhere.
  change(() => ({
    ...sampleCase(),
    evidence: [
      { id: 'e3', group: 'delivery', name: '回单', fileIds: ['f1', 'f2'], proves: [] },
      { id: 'e4', group: 'other', name: '别的', fileIds: ['f1'] },
    ],
  }));
});

test('a mark is kept in the shares of its page, and the case stays valid', () => {
  const id = add();
  expect(mark(id)).toEqual({ id, ...RECT, fileId: 'f1', page: 2, printed: true });
  expect(parseCase(currentCase().document).ok).toBe(true);
  undo();
  expect(item()?.marks ?? []).toEqual([]);
});

test('tied to a record, its exhibit proves the record too; untied, the exhibit still does', () => {
  const { transfers, demands } = currentCase().document;
  const transfer = transfers?.[0]?.id ?? '';
  const demand = demands?.[0]?.id ?? '';
  const id = add();
  attachMark('e3', id, transfer);
  expect(mark(id).recordId).toBe(transfer);
  expect(item()?.proves).toEqual([transfer]);
  attachMark('e3', id, demand);
  expect(item()?.proves).toEqual([transfer, demand]);
  // A demand also names its evidence itself.
  expect(currentCase().document.demands?.[0]?.evidenceIds).toContain('e3');
  attachMark('e3', id, null);
  expect(mark(id).recordId).toBeNull();
  expect(item()?.proves).toEqual([transfer, demand]);
  undo();
  expect(mark(id).recordId).toBe(demand);
});

test('the record goes: the mark stays and shows nothing any more; undo ties it again', () => {
  const transfer = currentCase().document.transfers?.[0]?.id ?? '';
  const id = add();
  attachMark('e3', id, transfer);
  removeRecords('transfers', [transfer]);
  expect(mark(id)).toMatchObject({ recordId: null, ...RECT });
  expect(item()?.proves).toEqual([]);
  undo();
  expect(mark(id).recordId).toBe(transfer);
  expect(item()?.proves).toEqual([transfer]);
});

test('a demand that goes is no longer named by the transcript', () => {
  const before = currentCase().document;
  const demand = before.demands?.[0]?.id ?? '';
  const [first, ...rest] = before.evidence ?? [];
  if (!first) throw new Error('no evidence');
  const transcript = [
    { id: 't1', content: '下月还', demandId: demand },
    { id: 't2', content: '好' },
  ];
  const with_ = { ...before, evidence: [{ ...first, transcript }, ...rest] };
  const after = withoutGone(with_, { ...with_, demands: [] });
  expect(after.evidence?.[0]?.transcript?.map((t) => t.demandId)).toEqual([null, undefined]);
  expect(after.evidence?.[1]).toBe(rest[0]);
});

test('the file goes: its marks go with it, those of other files and exhibits stay', () => {
  add();
  const other = addMark('e3', { ...RECT, fileId: 'f2', page: 1 }, false);
  const found = item();
  if (!found) throw new Error('no item');
  const left = withoutFile(found, 'f1');
  expect(left.fileIds).toEqual(['f2']);
  expect(left.marks?.map((m) => m.id)).toEqual([other]);
  expect(withoutFile(left, 'f9').marks).toBe(left.marks);
});

describe('by keyboard', () => {
  const by = { dx: 0.01, dy: 0 };
  test('an arrow moves the mark as it is seen, whichever way the view is turned', () => {
    const id = add();
    nudgeMark('e3', mark(id), by, false, 0);
    expect(mark(id)).toMatchObject({ ...RECT, x: 0.21 });
    // Turned clockwise, what is right on the screen is up on the page.
    nudgeMark('e3', mark(id), by, false, 90);
    expect(mark(id)).toMatchObject({ ...RECT, x: 0.21, y: 0.29 });
    nudgeMark('e3', mark(id), by, false, 180);
    expect(mark(id)).toMatchObject({ ...RECT, x: 0.2, y: 0.29 });
    nudgeMark('e3', mark(id), by, false, 270);
    expect(mark(id)).toMatchObject(RECT);
  });

  test('with Shift it grows at the corner that is seen at the lower right, and never leaves the page', () => {
    const id = add();
    nudgeMark('e3', mark(id), { dx: 0.01, dy: 0 }, true, 0);
    expect(mark(id)).toMatchObject({ ...RECT, width: 0.41 });
    nudgeMark('e3', mark(id), { dx: 0.01, dy: 0 }, true, 90);
    expect(mark(id)).toMatchObject({ x: 0.2, y: 0.29, width: 0.41, height: 0.11 });
    for (let i = 0; i < 100; i++) nudgeMark('e3', mark(id), { dx: 0.05, dy: 0.05 }, true, 0);
    expect(mark(id)).toMatchObject({ x: 0.2, y: 0.29, width: 0.8, height: 0.71 });
    for (let i = 0; i < 100; i++) nudgeMark('e3', mark(id), { dx: -0.05, dy: -0.05 }, true, 0);
    expect(mark(id).width).toBeGreaterThan(0);
    expect(mark(id).height).toBeGreaterThan(0);
  });
});

test('placed, printed or not, removed: each one step of undo', () => {
  const id = add();
  placeMark('e3', id, { x: 0, y: 0, width: 0.5, height: 0.5 });
  setMarkPrinted('e3', id, false);
  expect(mark(id)).toMatchObject({ x: 0, width: 0.5, printed: false });
  removeMark('e3', id);
  expect(item()?.marks).toEqual([]);
  undo();
  undo();
  expect(mark(id)).toMatchObject({ x: 0, printed: true });
  undo();
  expect(mark(id)).toMatchObject(RECT);
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
