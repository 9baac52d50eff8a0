import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import {
  type CaseDeadline,
  deadlinesOf,
  reminderDue,
  type SeenDeadline,
  seeDeadlines,
} from '../../shared/law/deadlines.ts';

const read = (d: CaseDocument) => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};

/** The sample as it stood before the suit. */
function early(): CaseDocument {
  const { suit: _s, judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  return rest;
}

describe('moves', () => {
  const at = (date: string, x: Partial<CaseDeadline> = {}): CaseDeadline => ({
    id: 'a',
    kind: 'fee',
    title: '交诉讼费',
    date,
    daysLeft: 0,
    urgency: 'info',
    text: '',
    screen: 'suit',
    alarms: [],
    ...x,
  });
  const seen = (x: SeenDeadline) => new Map([['a', x]]);
  const still = (date: string): SeenDeadline => ({ date, was: null, movedOn: null });

  it.each<[string, ReadonlyMap<string, SeenDeadline>, CaseDeadline, string, SeenDeadline]>([
    ['new', new Map(), at('2026-03-01'), '2026-02-01', still('2026-03-01')],
    ['same', seen(still('2026-03-01')), at('2026-03-01'), '2026-02-01', still('2026-03-01')],
    [
      'moved',
      seen(still('2026-03-01')),
      at('2026-04-01'),
      '2026-02-01',
      { date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' },
    ],
    [
      'moved and shown',
      seen({ date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' }),
      at('2026-04-01'),
      '2026-03-03',
      { date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' },
    ],
    [
      'moved long ago',
      seen({ date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' }),
      at('2026-04-01'),
      '2026-03-04',
      still('2026-04-01'),
    ],
    [
      'moved back',
      seen({ date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' }),
      at('2026-03-01'),
      '2026-02-02',
      still('2026-03-01'),
    ],
    [
      'moved twice',
      seen({ date: '2026-04-01', was: '2026-03-01', movedOn: '2026-02-01' }),
      at('2026-05-01'),
      '2026-02-02',
      { date: '2026-05-01', was: '2026-04-01', movedOn: '2026-02-02' },
    ],
    [
      'follows today',
      seen(still('2026-03-01')),
      at('2026-03-02', { floating: true }),
      '2026-02-01',
      still('2026-03-02'),
    ],
  ])('%s', (_, before, now, today, after) => {
    expect(seeDeadlines(before, [now], today).get('a')).toEqual(after);
  });

  it('forgets what is gone', () => {
    expect(seeDeadlines(seen(still('2026-03-01')), [], '2026-02-01').size).toBe(0);
  });

  it('a demand moves the limitation', () => {
    const doc = early();
    const first = seeDeadlines(new Map(), deadlinesOf(read(doc), '2026-03-01'), '2026-03-01');
    doc.demands = [
      ...(doc.demands ?? []),
      { id: 'n', date: '2026-03-02', channel: 'wechat', arrived: 'yes' },
    ];
    const then = seeDeadlines(first, deadlinesOf(read(doc), '2026-03-02'), '2026-03-02');
    expect(then.get('limitation-loan1')).toEqual({
      date: '2029-03-02',
      was: '2029-02-12',
      movedOn: '2026-03-02',
    });
  });
});

describe('reminders', () => {
  const d = { date: '2026-03-31', alarms: [30, 7, 1] };
  it.each<[string, string | null, string, boolean]>([
    ['long before', null, '2026-02-28', false],
    ['on the first day', null, '2026-03-01', true],
    ['the same day again', '2026-03-01', '2026-03-01', false],
    ['the day after', '2026-03-01', '2026-03-02', false],
    ['first day missed', null, '2026-03-20', true],
    ['next reminder day', '2026-03-20', '2026-03-24', true],
    ['missed reminder day', '2026-03-20', '2026-03-26', true],
    ['last three days, each', '2026-03-28', '2026-03-29', true],
    ['the last day', '2026-03-30', '2026-03-31', true],
    ['over', null, '2026-04-01', false],
  ])('%s', (_, last, today, due) => {
    expect(reminderDue(d, last, today)).toBe(due);
  });

  it('a kind with a reminder on the day is told then too', () => {
    expect(reminderDue({ date: '2026-03-31', alarms: [5, 0] }, '2026-03-30', '2026-03-31')).toBe(
      true,
    );
    expect(reminderDue({ date: '2026-03-31', alarms: [] }, null, '2026-03-31')).toBe(false);
  });
});
