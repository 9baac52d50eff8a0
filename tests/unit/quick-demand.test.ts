import { describe, expect, it } from 'vitest';
import { parseQuickDemand } from '../../shared/text/quick-demand.ts';

const TODAY = '2026-02-10';
const read = (line: string) => {
  const q = parseQuickDemand(line, TODAY);
  return q && [q.date, q.time, q.channel, q.content, q.answer];
};

describe('a typed line', () => {
  it.each([
    ['请还30万元', ['2026-02-10', null, 'wechat', '请还30万元', '']],
    ['2-9 10:20 短信 请还30万元', ['2026-02-09', '10:20', 'sms', '请还30万元', '']],
    [
      '电话 昨天 15点 催他还款。答：下月还',
      ['2026-02-09', '15:00', 'call', '催他还款。', '下月还'],
    ],
    [
      '2025年6月18日 9:40 微信：给出还款安排 回复：暂时没有钱',
      ['2025-06-18', '09:40', 'wechat', '给出还款安排', '暂时没有钱'],
    ],
    // A day without a year is the last one that has come: December is last year's.
    ['12-31 律师函 限期还款', ['2025-12-31', null, 'lawyerLetter', '限期还款', '']],
    ['前天，当面，答应还', ['2026-02-08', null, 'visit', '答应还', '']],
    ['微信 月利率2.5%太高', ['2026-02-10', null, 'wechat', '月利率2.5%太高', '']],
    ['微信 3.5%的利息', ['2026-02-10', null, 'wechat', '3.5%的利息', '']],
    ['今天22：30 微信 请还款', ['2026-02-10', '22:30', 'wechat', '请还款', '']],
    ['电话 回：明天还', ['2026-02-10', null, 'call', '', '明天还']],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('a day that never was stays in the words', () => {
    // There was no 29 February in 2026 or 2025.
    expect(read('2/29 函 限期还款')?.slice(0, 1)).toEqual([TODAY]);
    expect(read('2/29 函 限期还款')?.[3]).toContain('2/29');
  });

  it.each(['', '   ', '昨天', '微信 10:20'])('nothing was said: “%s”', (line) => {
    expect(read(line)).toBeNull();
  });
});
