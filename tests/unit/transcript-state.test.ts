/** Writing a transcript: what a step does to the demands and the proof, and that each can be taken back. */
import { beforeEach, expect, test } from 'vitest';
import { change, currentCase, undo, update } from '../../renderer/state/case-store.ts';
import {
  addLine,
  addPasted,
  combine,
  linkDemand,
  orderFiles,
  registerDemand,
  removeLine,
  takeAsAnswer,
  unlinkDemand,
} from '../../renderer/state/transcript.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';

const item = () => currentCase().document.evidence?.[0];
const lines = () => item()?.transcript ?? [];
const demands = () => currentCase().document.demands ?? [];
const valid = () => parseCase(currentCase().document).problems.filter((p) => p.level === 'error');

beforeEach(() => {
  // Without a case id nothing is written anywhere.
  change(() => ({
    ...sampleCase(),
    demands: [
      { id: 'd1', date: '2024-03-05', channel: 'call', content: '请还款', evidenceIds: [] },
    ],
    evidence: [
      {
        ...{ id: 'e1', group: 'demand', name: '聊天', fileIds: ['f1', 'f2', 'f3'] },
        chat: { platform: 'wechat', otherName: '李总' },
      },
      { id: 'e2', group: 'demand', name: '聊天二', fileIds: ['f4'] },
    ],
  }));
});

/** A line with these words; the last one of the transcript. */
function say(words: string, speaker: string, more: Record<string, unknown> = {}): string {
  const id = addLine('e1', lines().at(-1)?.id ?? null);
  const at = `evidence.0.transcript.${lines().length - 1}`;
  update(`${at}.speaker`, speaker);
  update(`${at}.content`, words);
  for (const [key, value] of Object.entries(more)) update(`${at}.${key}`, value);
  return id;
}

test('a new line carries day, file and page of the line above it', () => {
  const first = addLine('e1', null);
  expect(lines()[0]).toMatchObject({ fileId: 'f1', page: 1, date: null });
  update('evidence.0.transcript.0.date', '2024-03-05');
  update('evidence.0.transcript.0.fileId', 'f2');
  update('evidence.0.transcript.0.page', 4);
  const last = addLine('e1', first);
  const between = addLine('e1', first);
  expect(lines().map((l) => l.id)).toEqual([first, between, last]);
  expect(lines()[1]).toMatchObject({ fileId: 'f2', page: 4, date: '2024-03-05' });
  removeLine('e1', between);
  expect(lines().map((l) => l.id)).toEqual([first, last]);
  undo();
  expect(lines()).toHaveLength(3);
  expect(valid()).toEqual([]);
});

test('a line becomes one demand, proved by its exhibit; a second time nothing is added', () => {
  const id = say('借款到期了', '王某', { date: '2024-04-01', time: '21:05' });
  expect(registerDemand('e1', id, false)).toBe('made');
  const made = demands()[1];
  expect(made).toMatchObject({
    ...{ date: '2024-04-01', time: '21:05', channel: 'wechat', content: '借款到期了' },
    evidenceIds: ['e1'],
  });
  expect(lines()[0]?.demandId).toBe(made?.id);
  expect(item()?.proves).toEqual([made?.id]);
  expect(registerDemand('e1', id, false)).toBe('linked');
  const again = say('借款到期了。', '王某', { date: '2024-04-01' });
  expect(registerDemand('e1', again, false)).toBe('linked');
  expect(demands()).toHaveLength(2);
  expect(lines()[1]?.demandId).toBe(made?.id);
  expect(valid()).toEqual([]);
  undo();
  undo();
  expect(lines()[0]?.demandId).toBe(made?.id);
});

test('without a day it is no demand, and the reason is said', () => {
  const id = say('请还款', '王某');
  expect(registerDemand('e1', id, false)).toHaveProperty('refused');
  expect(demands()).toHaveLength(1);
});

test('the answer of the debtor goes to the demand once; unlinked, the proof goes with the last line', () => {
  const ask = say('请还款', '王某', { date: '2024-03-05' });
  const answer = say('下月还', '李总', { date: '2024-03-05' });
  linkDemand('e1', ask, 'd1');
  linkDemand('e1', answer, 'd1');
  expect(demands()[0]?.evidenceIds).toEqual(['e1']);
  takeAsAnswer('d1', '下月还');
  takeAsAnswer('d1', '下月还');
  expect(demands()[0]).toMatchObject({ answer: '下月还', arrived: 'yes' });
  unlinkDemand('e1', ask);
  expect(demands()[0]?.evidenceIds).toEqual(['e1']);
  unlinkDemand('e1', answer);
  expect(demands()[0]?.evidenceIds).toEqual([]);
  expect(item()?.proves).toEqual([]);
  expect(valid()).toEqual([]);
});

test('a pasted chat is added once', () => {
  const pasted = [
    { date: '2024-03-05', time: '21:05', speaker: '王某', content: '请还款' },
    { date: '2024-03-05', time: '21:06', speaker: '李某', content: '好' },
  ];
  addPasted('e1', pasted, 'f2');
  addPasted('e1', pasted, 'f2');
  expect(lines()).toHaveLength(2);
  expect(lines()[1]).toMatchObject({ fileId: 'f2', speaker: '李某', content: '好' });
  expect(valid()).toEqual([]);
});

test('files change their order and never their number; two exhibits become one and two again', () => {
  orderFiles('e1', ['f3', 'f1', 'f2'], '按时间排序');
  expect(item()?.fileIds).toEqual(['f3', 'f1', 'f2']);
  orderFiles('e1', ['f3', 'f1'], '丢了一个');
  orderFiles('e1', ['f3', 'f1', 'f9'], '换了一个');
  expect(item()?.fileIds).toEqual(['f3', 'f1', 'f2']);
  expect(combine(['e1', 'e2'])).toEqual({ id: 'e1' });
  expect(item()?.fileIds).toEqual(['f3', 'f1', 'f2', 'f4']);
  undo();
  expect(currentCase().document.evidence?.map((e) => e.id)).toEqual(['e1', 'e2']);
  expect(combine(['e1'])).toHaveProperty('refused');
});
