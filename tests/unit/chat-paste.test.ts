import { describe, expect, test } from 'vitest';
import { parseChat } from '../../shared/case/chat-paste.ts';

const rows = (text: string, names?: string[]) =>
  parseChat(text, names).lines.map((l) => [l.date, l.time, l.speaker, l.content]);

const TWO = [
  ['2024-03-05', '21:05:10', '王某', '借款到期了，请还款。'],
  ['2024-03-05', '21:06:02', '李某', '再宽限几天\n下月一定还'],
];

describe('a pasted chat', () => {
  test('moment before the name, words below', () => {
    const text = `2024-03-05 21:05:10 王某
借款到期了，请还款。

2024-03-05 21:06:02 李某
再宽限几天
下月一定还
`;
    expect(parseChat(text)).toEqual({
      lines: TWO.map(([date, time, speaker, content]) => ({ date, time, speaker, content })),
      unread: [],
    });
  });

  test('name before the moment, on Windows, with a QQ number', () => {
    const text =
      '王某(12345678) 2024/3/5 21:05:10\r\n借款到期了，请还款。\r\n\r\n李某(87654321) 2024/3/5 21:06:02\r\n再宽限几天\r\n下月一定还\r\n';
    expect(rows(text)).toEqual(TWO);
  });

  test.each([
    '王某 2024/3/5 21:05: 请还款',
    '王某 2024年3月5日 21:05：请还款',
    '2024-03-05 21:05 王某: 请还款',
    '[2024/3/5, 21:05] 王某: 请还款',
    '[2024-03-05 21:05] 王某：请还款',
    '2024/3/5, 21:05 - 王某: 请还款',
    '2024-03-05 21:05\t王某\t请还款',
    '2024-03-05 21:05 王某 请还款',
    '2024年3月5日 星期二 晚上9:05 王某\n请还款',
    '2024/3/5, 9:05 PM - 王某: 请还款',
    '\u202A王某\u202C 2024-03-05 21:05\n请还款',
  ])('one line: %j', (text) => {
    expect(rows(text)).toEqual([['2024-03-05', '21:05', '王某', '请还款']]);
  });

  test('days in lines of their own, hours at the names: the mail export of WeChat', () => {
    const text = `微信聊天记录如下，请查收。
—————  2024-03-05  —————

王某  21:05

请还款

李某  21:06

好的，明天 10:30 给你答复

—————  2024-03-06  —————

李某  10:31

还要等几天
`;
    const read = parseChat(text);
    expect(read.unread).toEqual(['微信聊天记录如下，请查收。']);
    expect(read.lines.map((l) => [l.date, l.time, l.speaker, l.content])).toEqual([
      ['2024-03-05', '21:05', '王某', '请还款'],
      ['2024-03-05', '21:06', '李某', '好的，明天 10:30 给你答复'],
      ['2024-03-06', '10:31', '李某', '还要等几天'],
    ]);
  });

  test('moments above the messages, names with a colon', () => {
    const text = '2024年3月5日 21:05\n王某：请还款\n李某：好\n2024年3月6日 08:00\n李某：转了一半';
    expect(rows(text)).toEqual([
      ['2024-03-05', '21:05', '王某', '请还款'],
      ['2024-03-05', '', '李某', '好'],
      ['2024-03-06', '08:00', '李某', '转了一半'],
    ]);
  });

  test('copied from the computer: a name, a colon, the words below', () => {
    expect(rows('王某:\n请还款\n\n李某:\n好\n\n王某:\n几号')).toEqual([
      [null, '', '王某', '请还款'],
      [null, '', '李某', '好'],
      [null, '', '王某', '几号'],
    ]);
  });

  test('a colon or a day inside a message begins no new one', () => {
    const text = `2024-03-05 21:05 王某
金额：300000元
到期日：2024-02-29
2024年2月29日那天说好的
账号：6222 0000
`;
    expect(rows(text)).toEqual([
      [
        '2024-03-05',
        '21:05',
        '王某',
        '金额：300000元\n到期日：2024-02-29\n2024年2月29日那天说好的\n账号：6222 0000',
      ],
    ]);
  });

  test('an HTML export: blocks, cells, entities, no scripts', () => {
    const html = `<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
<script>var a = '2024-01-01 00:00 坏人';</script>
<div class="msg"><p>2024-03-05 21:05:10 王某</p><p>还 &lt;30万&gt; &amp; 利息&#12290;</p></div>
<table><tr><td>2024-03-05 21:06:02</td><td>李某</td><td>好<br>的</td></tr></table></body></html>`;
    expect(rows(html)).toEqual([
      ['2024-03-05', '21:05:10', '王某', '还 <30万> & 利息。'],
      ['2024-03-05', '21:06:02', '李某', '好\n的'],
    ]);
  });

  test('plain words are no chat and are told', () => {
    expect(parseChat('今天天气不错\n2024-02-30 21:05 不是日子')).toEqual({
      lines: [],
      unread: ['今天天气不错', '2024-02-30 21:05 不是日子'],
    });
    expect(parseChat('')).toEqual({ lines: [], unread: [] });
  });

  test('a known name is believed at its first line', () => {
    expect(rows('李某  21:05\n好', ['李某'])).toEqual([[null, '21:05', '李某', '好']]);
    expect(rows('李某  21:05\n好')).toEqual([]);
  });

  test('five thousand messages are read at once', () => {
    const text = Array.from(
      { length: 5000 },
      (_, i) =>
        `2024-03-05 21:${String(i % 60).padStart(2, '0')}:00 李某\n第${i}条：${'长'.repeat(200)}`,
    ).join('\n');
    const began = performance.now();
    expect(parseChat(text).lines).toHaveLength(5000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
