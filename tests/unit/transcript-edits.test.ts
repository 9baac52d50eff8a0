/** Writing a transcript: what a step does to the demands and the proof. */
import { expect, test } from 'vitest';
import {
  demandsBefore,
  goesWithLine,
  withAnswerLinked,
  withAnswerTo,
  withDemandLinked,
  withDemandRegistered,
  withDemandUnlinked,
  withFilesOrdered,
  withLine,
  withLineAdded,
  withoutLine,
  withPasted,
  withSpeaker,
} from '../../renderer/state/transcript-edits.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';

const base: CaseDocument = {
  ...sampleCase(),
  demands: [{ id: 'd1', date: '2024-03-05', channel: 'call', content: '请还款', evidenceIds: [] }],
  evidence: [
    {
      ...{ id: 'e1', group: 'demand', name: '聊天', fileIds: ['f1', 'f2', 'f3'] },
      chat: { platform: 'wechat', otherName: '李总' },
    },
    { id: 'e2', group: 'demand', name: '聊天二', fileIds: ['f4'] },
  ],
};

const lines = (d: CaseDocument) => d.evidence?.[0]?.transcript ?? [];
const valid = (d: CaseDocument) => parseCase(d).problems.filter((p) => p.level === 'error');

/** With a line of these words at the end. */
const say = (d: CaseDocument, id: string, speaker: string, content: string, more = {}) =>
  withLine(withLineAdded(d, 'e1', null, id), 'e1', id, { speaker, content, ...more });

test('a new line carries day, file and page of the line above it', () => {
  const first = withLineAdded(base, 'e1', null, 'a');
  expect(lines(first)[0]).toMatchObject({ fileId: 'f1', page: 1, date: null });
  const there = withLine(first, 'e1', 'a', { date: '2024-03-05', fileId: 'f2', page: 4 });
  const three = withLineAdded(withLineAdded(there, 'e1', 'a', 'c'), 'e1', 'a', 'b');
  expect(lines(three).map((l) => l.id)).toEqual(['a', 'b', 'c']);
  expect(lines(three)[1]).toMatchObject({ fileId: 'f2', page: 4, date: '2024-03-05' });
  expect(lines(withoutLine(three, 'e1', 'b')).map((l) => l.id)).toEqual(['a', 'c']);
  expect(valid(three)).toEqual([]);
});

test('a line becomes one demand, proved by its exhibit; a second time nothing is added', () => {
  const said = say(base, 'a', '王某', '借款到期了', { date: '2024-04-01', time: '21:05' });
  const first = withDemandRegistered(said, 'e1', 'a', false, 'n1');
  if ('refused' in first) throw new Error(first.refused);
  expect(first.done).toBe('made');
  expect(first.document.demands?.[1]).toMatchObject({
    ...{ id: 'n1', date: '2024-04-01', time: '21:05', channel: 'wechat', content: '借款到期了' },
    evidenceIds: ['e1'],
  });
  expect(lines(first.document)[0]?.demandId).toBe('n1');
  expect(first.document.evidence?.[0]?.proves).toEqual(['n1']);
  const again = withDemandRegistered(first.document, 'e1', 'a', false, 'n2');
  expect(again).toEqual({ done: 'linked', document: first.document });
  const twice = say(first.document, 'b', '王某', '借款到期了。', { date: '2024-04-01' });
  const same = withDemandRegistered(twice, 'e1', 'b', false, 'n3');
  if ('refused' in same) throw new Error(same.refused);
  expect(same.done).toBe('linked');
  expect(same.document.demands).toHaveLength(2);
  expect(lines(same.document)[1]?.demandId).toBe('n1');
  expect(valid(same.document)).toEqual([]);
});

test('without a day it is no demand, and the reason is said', () => {
  const said = say(base, 'a', '王某', '请还款');
  expect(withDemandRegistered(said, 'e1', 'a', false, 'n')).toHaveProperty('refused');
  expect(withDemandRegistered(said, 'e1', 'gone', false, 'n')).toHaveProperty('refused');
});

test('the answer of the debtor goes to the demand once; unlinked, the proof goes with the last line', () => {
  const on = { date: '2024-03-05' };
  const said = say(say(base, 'a', '王某', '请还款', on), 'b', '李总', '下月还', on);
  const tied = withDemandLinked(withDemandLinked(said, 'e1', 'a', 'd1'), 'e1', 'b', 'd1');
  expect(tied.demands?.[0]?.evidenceIds).toEqual(['e1']);
  const once = withAnswerTo(tied, 'd1', '下月还');
  expect(withAnswerTo(once, 'd1', '下月还').demands?.[0]).toMatchObject({
    ...{ answer: '下月还', arrived: 'yes' },
  });
  const one = withDemandUnlinked(once, 'e1', 'a', false);
  expect(one.demands?.[0]?.evidenceIds).toEqual(['e1']);
  const none = withDemandUnlinked(one, 'e1', 'b', false);
  expect(none.demands?.[0]?.evidenceIds).toEqual([]);
  expect(none.evidence?.[0]?.proves).toEqual([]);
  expect(valid(none)).toEqual([]);
});

test('a mark that shows the demand keeps the proof', () => {
  const rect = { x: 0, y: 0, width: 0.5, height: 0.1 };
  const mark = { id: 'm', fileId: 'f1', page: 1, ...rect, recordId: 'd1' };
  const said = say(base, 'a', '王某', '请还款', { date: '2024-03-05' });
  const marked: CaseDocument = {
    ...said,
    evidence: (said.evidence ?? []).map((e) => (e.id === 'e1' ? { ...e, marks: [mark] } : e)),
  };
  const tied = withDemandLinked(marked, 'e1', 'a', 'd1');
  expect(withDemandUnlinked(tied, 'e1', 'a', false).demands?.[0]?.evidenceIds).toEqual(['e1']);
});

test('a pasted chat is added once', () => {
  const pasted = [
    { date: '2024-03-05', time: '21:05', speaker: '王某', content: '请还款' },
    { date: '2024-03-05', time: '21:06', speaker: '李某', content: '好' },
  ];
  let n = 0;
  const id = () => `p${n++}`;
  const once = withPasted(base, 'e1', pasted, 'f2', id);
  const twice = withPasted(once, 'e1', pasted, 'f2', id);
  expect(lines(twice)).toEqual(lines(once));
  expect(lines(once)[1]).toMatchObject({ fileId: 'f2', speaker: '李某', content: '好' });
  expect(valid(once)).toEqual([]);
});

test('files change their order and never their number', () => {
  const files = (d: CaseDocument) => d.evidence?.[0]?.fileIds;
  const sorted = withFilesOrdered(base, 'e1', ['f3', 'f1', 'f2']);
  expect(files(sorted)).toEqual(['f3', 'f1', 'f2']);
  expect(files(withFilesOrdered(sorted, 'e1', ['f3', 'f1']))).toEqual(['f3', 'f1', 'f2']);
  expect(files(withFilesOrdered(sorted, 'e1', ['f3', 'f1', 'f9']))).toEqual(['f3', 'f1', 'f2']);
});

test('unlinked, a demand made from the line goes with it; one that was worked on or linked by others stays', () => {
  const said = say(base, 'a', '王某', '借款到期了', { date: '2024-04-01', time: '21:05' });
  const made = withDemandRegistered(said, 'e1', 'a', false, 'n1');
  if ('refused' in made) throw new Error(made.refused);
  expect(goesWithLine(made.document, 'e1', 'a', false)).toBe(true);
  const gone = withDemandUnlinked(made.document, 'e1', 'a', false);
  expect(gone.demands?.map((d) => d.id)).toEqual(['d1']);
  expect(gone.evidence?.[0]?.proves).toEqual([]);
  expect(valid(gone)).toEqual([]);

  const edited = withAnswerTo(made.document, 'n1', '下月还');
  expect(withDemandUnlinked(edited, 'e1', 'a', false).demands).toHaveLength(2);
  const other = withDemandLinked(say(made.document, 'b', '李总', '好'), 'e1', 'b', 'n1');
  expect(withDemandUnlinked(other, 'e1', 'a', false).demands).toHaveLength(2);
  const elsewhere = {
    ...made.document,
    demands: (made.document.demands ?? []).map((d) => ({ ...d, evidenceIds: ['e1', 'e2'] })),
  };
  expect(withDemandUnlinked(elsewhere, 'e1', 'a', false).demands).toHaveLength(2);
});

test('the debtor says it: it answers a demand that was made before, and the result is asked', () => {
  const said = say(base, 'a', '李总', '下月还', { date: '2024-03-06' });
  const answered = withAnswerLinked(said, 'e1', 'a', 'd1');
  expect(answered.demands?.[0]).toMatchObject({ answer: '下月还', arrived: 'yes' });
  expect(answered.demands?.[0]).not.toHaveProperty('outcome');
  expect(lines(answered)[0]?.demandId).toBe('d1');
  expect(answered.demands?.[0]?.evidenceIds).toEqual(['e1']);
  const ids = (date: string | null) => demandsBefore(base, date).map((d) => d.id);
  expect(ids('2024-03-06')).toEqual(['d1']);
  expect(ids('2024-03-05')).toEqual(['d1']);
  expect(ids('2024-03-04')).toEqual([]);
  expect(ids(null)).toEqual(['d1']);
});

test('a speaker that nobody knows is asked once for all lines', () => {
  const said = say(say(base, 'a', '老王', '请还款'), 'b', '老王', '三天内');
  const known = withSpeaker(said, 'e1', 'a', '王某');
  expect(lines(known).map((l) => l.speaker)).toEqual(['王某', '王某']);
  const none = say(say(base, 'a', '', '请还款'), 'b', '', '好');
  expect(lines(withSpeaker(none, 'e1', 'a', '王某')).map((l) => l.speaker)).toEqual(['王某', '']);
});
