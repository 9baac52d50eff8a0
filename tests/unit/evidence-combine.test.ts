import { describe, expect, test } from 'vitest';
import { type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { combineEvidence } from '../../shared/case/combine.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { wouldBeOneChat } from '../../shared/proof/propose.ts';

const line = (id: string, fileId: string) => ({ id, fileId, content: '请还款' });
const mark = (id: string, fileId: string) => ({ id, fileId, x: 0, y: 0, width: 0.5, height: 0.1 });

const document = (): CaseDocument => ({
  ...emptyCase('c'),
  parties: [{ id: 'b', kind: 'person', role: 'borrower', name: '李某' }],
  demands: [
    { id: 'd1', date: '2024-03-05', channel: 'wechat', evidenceIds: ['e1', 'e3'] },
    { id: 'd2', date: '2024-04-05', channel: 'wechat', evidenceIds: ['e2'] },
  ],
  conduct: [{ id: 'k', ground: 1, description: '隐匿', evidenceIds: ['e4'] }],
  evidence: [
    {
      id: 'e1',
      group: 'demand',
      name: '聊天一',
      purpose: '证明认账。',
      source: '原告手机导出',
      form: 'electronic',
      originalHeld: true,
      pages: 1,
      proves: ['d1'],
      fileIds: ['f1'],
      marks: [mark('m1', 'f1')],
      transcript: [line('t1', 'f1')],
      chat: { otherAccount: 'li_88', checks: { complete: true, originalKept: true } },
    },
    { id: 'e2', group: 'agreement', name: '借条', fileIds: ['f9'], proves: ['d2'] },
    {
      id: 'e3',
      group: 'demand',
      name: '聊天二',
      purpose: '证明催收。',
      source: '原告手机导出',
      carrier: '原告手机',
      form: 'electronic',
      pages: 2,
      copies: 3,
      proves: ['d1', 'd2'],
      fileIds: ['f2', 'f3'],
      transcript: [line('t2', 'f3')],
      chat: { otherAccount: 'li_88', otherName: '李总', checks: { complete: false } },
    },
    {
      id: 'e4',
      group: 'demand',
      name: '聊天三',
      purpose: '证明认账。',
      note: '补',
      fileIds: ['f4'],
    },
  ],
});

describe('several pieces of evidence made one', () => {
  test('everything is kept at the first, and every record names it', () => {
    const result = combineEvidence(document(), ['e3', 'e1', 'e4']);
    if ('refused' in result) throw new Error(result.refused);
    const { document: d, id } = result;
    expect(id).toBe('e1');
    expect(d.evidence?.map((e) => e.id)).toEqual(['e1', 'e2']);
    const one = d.evidence?.[0];
    expect(one).toMatchObject({
      name: '聊天一',
      purpose: '证明认账。\n证明催收。',
      source: '原告手机导出',
      carrier: '原告手机',
      note: '补',
      copies: 3,
      originalHeld: null,
      pages: null,
      proves: ['d1', 'd2'],
      fileIds: ['f1', 'f2', 'f3', 'f4'],
      chat: {
        otherAccount: 'li_88',
        otherName: '李总',
        checks: { complete: false, originalKept: null },
      },
    });
    expect(one?.marks?.map((m) => m.id)).toEqual(['m1']);
    expect(one?.transcript?.map((t) => t.id)).toEqual(['t1', 't2']);
    expect(d.demands?.map((x) => x.evidenceIds)).toEqual([['e1'], ['e2']]);
    expect(d.conduct?.[0]?.evidenceIds).toEqual(['e1']);
    expect(parseCase(d).problems).toEqual([]);
  });

  test('pages add up where all are known; what is not touched stays the same object', () => {
    const d = document();
    const result = combineEvidence(d, ['e1', 'e3']);
    if ('refused' in result) throw new Error(result.refused);
    expect(result.document.evidence?.[0]?.pages).toBe(3);
    expect(result.document.conduct).toBe(d.conduct);
    expect(result.document.demands?.[1]).toBe(d.demands?.[1]);
  });

  test('what is handed in stays as it is, with the reason', () => {
    const release = {
      id: 'r',
      on: '2026-03-16',
      exhibits: [{ id: 'e1', number: 1, from: 1, to: 1 }],
    };
    const result = combineEvidence({ ...document(), evidenceReleases: [release] }, ['e1', 'e3']);
    expect(result).toEqual({ refused: expect.stringContaining('证据1已经标为提交') });
  });

  test('one alone, mixed sources and notes beyond the field are refused', () => {
    const d = document();
    expect(combineEvidence(d, ['e1'])).toHaveProperty('refused');
    expect(combineEvidence(d, ['e1', 'gone'])).toHaveProperty('refused');
    const call: CaseDocument = {
      ...d,
      evidence: (d.evidence ?? []).map((e) =>
        e.id === 'e4' ? { ...e, chat: { platform: 'sms' } } : e,
      ),
    };
    expect(combineEvidence(call, ['e1', 'e4'])).toEqual({
      refused: expect.stringContaining('按来源分别合成'),
    });
    const long: CaseDocument = {
      ...d,
      evidence: (d.evidence ?? []).map((e, i) => ({ ...e, note: String(i).repeat(300) })),
    };
    expect(combineEvidence(long, ['e1', 'e3'])).toEqual({
      refused: expect.stringContaining('500 字'),
    });
  });
});

test('pictures of a screen taken in together may be one chat; photos, scans by name and single files are not', () => {
  const shot = (name: string, more = {}) => ({ name, mime: 'image/png', device: '', ...more });
  expect(wouldBeOneChat([shot('Screenshot_1.png'), shot('Screenshot_2.png')])).toBe(true);
  expect(wouldBeOneChat([shot('催款聊天1.png'), shot('催款聊天2.png')])).toBe(true);
  expect(wouldBeOneChat([shot('Screenshot_1.png')])).toBe(false);
  expect(wouldBeOneChat([shot('Screenshot_1.png'), shot('借条.png')])).toBe(false);
  expect(wouldBeOneChat([shot('a.png'), shot('b.jpg', { device: 'HUAWEI' })])).toBe(false);
  expect(wouldBeOneChat([shot('a.png'), shot('b.pdf', { mime: 'application/pdf' })])).toBe(false);
});
