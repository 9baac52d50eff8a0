import { describe, expect, test } from 'vitest';
import { type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { CHAT_CHECKS, chatGaps } from '../../shared/case/chat-checks.ts';
import { chatRecord } from '../../shared/case/record-parts.ts';
import {
  demandOf,
  type ItemDocument,
  sameDemand,
  sideOf,
  speakersOf,
  withAnswer,
  withDebtorNamed,
} from '../../shared/case/transcript.ts';

const item: ItemDocument = {
  id: 'e1',
  group: 'demand',
  name: '聊天',
  chat: { platform: 'wechat', otherName: '李总' },
  transcript: [{ id: 't0', speaker: '李总' }],
};
const d: CaseDocument = {
  ...emptyCase('c'),
  parties: [
    { id: 'w', kind: 'person', role: 'lender', name: '王某' },
    { id: 'l', kind: 'person', role: 'borrower', name: '李某' },
    { id: 'g', kind: 'person', role: 'guarantor', name: '赵某' },
  ],
  evidence: [item],
};
const line = (more: object) => ({
  id: 't1',
  date: '2024-03-05',
  time: '9:05',
  speaker: '王某',
  content: '请还款',
  ...more,
});

describe('who speaks', () => {
  test('parties by name, the nickname of the chat, nobody else', () => {
    expect(
      ['王某', ' 王 某', '李某', '李总', '赵某', '路人', ''].map((s) => sideOf(d, item, s)),
    ).toEqual(['own', 'own', 'other', 'other', 'other', null, null]);
    expect(speakersOf(d, item)).toEqual(['王某', '李某', '李总', '赵某']);
  });
});

describe('the demand that a line is', () => {
  test('the creditor wrote: content; the hour, the way and the debtor are taken over', () => {
    expect(demandOf(d, item, line({}), false)).toEqual({
      date: '2024-03-05',
      time: '09:05',
      channel: 'wechat',
      toPartyId: 'l',
      content: '请还款',
      evidenceIds: ['e1'],
    });
  });

  test('the debtor wrote: the answer, and that it arrived', () => {
    expect(demandOf(d, item, line({ speaker: '赵某', content: '下月还' }), false)).toMatchObject({
      toPartyId: 'g',
      content: '',
      answer: '下月还',
      arrived: 'yes',
    });
  });

  test('a place in a recording is no hour of the day', () => {
    const call: ItemDocument = { ...item, chat: { platform: 'call' } };
    expect(demandOf(d, call, line({ time: '03:12' }), true)).toMatchObject({
      channel: 'call',
      time: null,
    });
    expect(demandOf(d, call, line({ time: '21:05:10' }), false)).toMatchObject({ time: '21:05' });
    expect(demandOf(d, call, line({ time: '75:10' }), false)).toMatchObject({ time: null });
  });

  test('no day or no words: refused with what to do', () => {
    expect(demandOf(d, item, line({ date: null }), false)).toHaveProperty('refused');
    expect(demandOf(d, item, line({ date: '2024-02-30' }), false)).toHaveProperty('refused');
    expect(demandOf(d, item, line({ content: ' ' }), false)).toHaveProperty('refused');
  });

  test('never twice: the same words of the day, or the same minute by the same way', () => {
    const made = demandOf(d, item, line({}), false);
    if ('refused' in made) throw new Error(made.refused);
    const on = (x: object): CaseDocument => ({
      ...d,
      demands: [{ id: 'x', date: '2024-03-05', channel: 'wechat', ...x }],
    });
    expect(sameDemand(on({ content: '请还款。' }), made)?.id).toBe('x');
    expect(sameDemand(on({ time: '09:05', content: '另一句' }), made)?.id).toBe('x');
    expect(sameDemand(on({ time: '09:05', channel: 'call' }), made)).toBeNull();
    expect(sameDemand(on({ date: '2024-03-06', content: '请还款' }), made)).toBeNull();
    expect(sameDemand(on({}), { ...made, time: null })).toBeNull();
  });

  test('an answer is added once', () => {
    const demand = { id: 'x', date: '2024-03-05', channel: 'wechat' as const };
    const once = withAnswer(demand, '下月还');
    expect(once).toMatchObject({ arrived: 'yes', answer: '下月还' });
    expect(withAnswer(once, '下月还。')).toBe(once);
    expect(withAnswer(once, '一定').answer).toBe('下月还\n一定');
  });
});

describe('what electronic evidence still lacks', () => {
  const all = (value: boolean) =>
    Object.fromEntries(CHAT_CHECKS.map((c) => [c.key, value])) as Record<string, boolean>;

  test('the questions are those of the record, each with what to do', () => {
    expect(CHAT_CHECKS.map((c) => c.key).sort()).toEqual(
      Object.keys(chatRecord.parse({}).checks).sort(),
    );
    for (const c of CHAT_CHECKS) expect(c.why.length * c.mend.length).toBeGreaterThan(0);
  });

  test('unanswered, answered no, answered', () => {
    const chat = { group: 'demand', form: 'electronic' };
    expect(chatGaps(chat, false)).toEqual(['unchecked']);
    expect(
      chatGaps({ ...chat, chat: { checks: { ...all(true), complete: null } } }, false),
    ).toEqual(['unchecked']);
    expect(
      chatGaps({ ...chat, chat: { checks: { ...all(true), complete: false } } }, false),
    ).toEqual(['weak']);
    expect(chatGaps({ ...chat, chat: { checks: all(true) } }, false)).toEqual([]);
    expect(chatGaps({ group: 'agreement', form: 'copy' }, false)).toEqual([]);
  });

  test('sound without words', () => {
    const voice = { group: 'agreement', form: 'copy' };
    expect(chatGaps(voice, true)).toEqual(['untranscribed']);
    expect(chatGaps({ ...voice, transcript: [{ content: ' ' }] }, true)).toEqual(['untranscribed']);
    expect(chatGaps({ ...voice, transcript: [{ content: '喂' }] }, true)).toEqual([]);
  });
});

test('in a copied chat the name the other side is shown under is the debtor, while there is one', () => {
  const parties = (names: string[]): CaseDocument => ({
    ...emptyCase('c'),
    parties: names.map((name, i) => ({ id: `b${i}`, kind: 'person', role: 'borrower', name })),
  });
  const said = ['李总', ' 李 总', '王某'].map((speaker) => ({ speaker, content: 'x' }));
  const names = (d: CaseDocument) => withDebtorNamed(d, item, said).map((l) => l.speaker);
  expect(names(parties(['李某']))).toEqual(['李某', '李某', '王某']);
  expect(names(parties(['李某', '赵某']))).toEqual(['李总', ' 李 总', '王某']);
  expect(names(parties([]))).toEqual(['李总', ' 李 总', '王某']);
});
