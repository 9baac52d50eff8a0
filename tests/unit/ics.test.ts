import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../shared/law/dates.ts';
import { calendarFile } from '../../shared/text/ics.ts';
import { readIcs } from '../helpers/read-ics.ts';

const NOW = '2026-11-21T08:00:00.123Z';
const bytes = (s: string) => new TextEncoder().encode(s);
const one = (x: Partial<Parameters<typeof calendarFile>[1][number]>) =>
  readIcs(
    bytes(
      calendarFile(
        '借据',
        [{ uid: 'u', date: '2026-03-01', summary: 's', description: '', alarms: [], ...x }],
        NOW,
      ),
    ),
  ).events[0];

describe('calendar files', () => {
  it('reads back what was written', () => {
    const text = '王某诉李某：最后一日2029年2月10日为周六，顺延；请先催收,再起诉\\或者\n申请支付令';
    expect(
      one({ uid: 'a-b@jieju', summary: text, description: text.repeat(5), alarms: [30, 7, 1, 0] }),
    ).toEqual({
      uid: 'a-b@jieju',
      start: '20260301',
      end: '20260302',
      stamp: '20261121T080000Z',
      summary: text,
      description: text.repeat(5),
      alarms: [
        { trigger: '-P29DT15H', text },
        { trigger: '-P6DT15H', text },
        { trigger: '-PT15H', text },
        { trigger: 'PT9H', text },
      ],
    });
  });

  it.each([
    ['2024-02-28', '20240229'],
    ['2024-02-29', '20240301'],
    ['2026-12-31', '20270101'],
  ])('an all-day event on %s ends before %s', (date, end) => {
    expect(one({ date })?.end).toBe(end);
  });

  it('an empty calendar is still a calendar', () => {
    expect(readIcs(bytes(calendarFile('空', [], NOW)))).toEqual({ name: '空', events: [] });
  });

  it('any text and any day survive', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 300 })
      .map((s) => s.replace(/\p{Cs}/gu, ''))
      .map((s) =>
        // Line ends come back as \n, other control characters as blanks.
        s.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (ch) => (ch === '\n' ? ch : ' ')),
      );
    const day = fc.integer({ min: 0, max: 60_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(
        text,
        day,
        fc.uniqueArray(fc.nat(400), { maxLength: 5 }),
        (summary, date, alarms) => {
          const e = one({ summary, date, alarms, description: summary });
          expect([e?.summary, e?.description, e?.start, e?.alarms.length]).toEqual([
            summary,
            summary,
            date.replaceAll('-', ''),
            alarms.length,
          ]);
        },
      ),
    );
  });
});
