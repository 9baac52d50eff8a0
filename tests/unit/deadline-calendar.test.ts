/**
 * Which limits roll over days off, and which do not: each kind set to end on the same days of the calendar.
 * 民事诉讼法 85 and 民法典 203 roll the last day of a procedural period and of limitation to the next working
 * day. A seizure lapses on its day and a guarantee period is a fixed one, so that the app does not count on a
 * later day; the days that the court or the parties named stand as named; interest never rolls.
 */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { deadlinesOf } from '../../shared/law/deadlines.ts';

const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const shift = (day: string, n: number) => iso(Date.parse(day) + n * DAY);
const years = (day: string, n: number) => `${Number(day.slice(0, 4)) - n}${day.slice(4)}`;
/** The same day of the month `n` months before; only for days that exist there. */
const months = (day: string, n: number) => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return iso(Date.UTC(y, m - 1 - n, d));
};

type Judgment = NonNullable<CaseDocument['judgment']>;
type Enforcing = NonNullable<CaseDocument['enforcement']>;

function early(): CaseDocument {
  const { suit: _s, judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  return { ...rest, demands: [] };
}
const inCourt = (suit: NonNullable<CaseDocument['suit']>): CaseDocument => ({
  ...early(),
  suit: { filedOn: '2015-01-05', caseNumber: '（2015）甲0104民初1号', ...suit },
});
const judged = (j: Partial<Judgment>): CaseDocument => {
  const { enforcement: _e, propertyClues: _p, judgment, ...rest } = sampleCase();
  const open = { services: [], effectiveOn: null, performanceEnds: null };
  return {
    ...rest,
    suit: { filedOn: '2015-01-05' },
    judgment: { ...judgment, decidedOn: '2015-02-02', ...open, ...j },
  };
};
const enforcing = (e: Enforcing): CaseDocument => ({
  ...sampleCase(),
  judgment: null,
  propertyClues: [],
  enforcement: { appliedOn: '2015-01-05', caseNumber: '（2015）甲0104执1号', ...e },
});
function loan(over: object, guaranteed = false): CaseDocument {
  const doc = early();
  const [first] = doc.loans ?? [];
  const [out] = doc.transfers ?? [];
  if (!first || !out) throw new Error('no loan');
  return {
    ...doc,
    parties: [...(doc.parties ?? []), { id: 'g', kind: 'person', role: 'guarantor', name: '赵某' }],
    transfers: [{ ...out, date: '2020-01-02' }],
    loans: [
      {
        ...first,
        signed: '2020-01-02',
        termFrom: '2020-01-02',
        ...over,
        ...(guaranteed ? { guarantees: [{ id: 'g1', partyId: 'g', kind: 'joint' }] } : {}),
      },
    ],
  };
}

/** Last day by counting, the day it rolls to, and what is special about it. */
const DAYS: [string, string, string][] = [
  ['2026-02-17', '2026-02-24', 'Spring Festival, nine days off'],
  ['2026-02-23', '2026-02-24', 'the last day of Spring Festival'],
  ['2026-10-01', '2026-10-08', 'National Day'],
  ['2025-10-06', '2025-10-09', 'National Day with Mid-Autumn, eight days'],
  ['2026-04-06', '2026-04-07', 'Qingming, a Monday off'],
  ['2026-06-27', '2026-06-29', 'an ordinary Saturday'],
  ['2026-01-31', '2026-02-02', 'a month end on a Saturday'],
  ['2026-05-31', '2026-06-01', 'a month end on a Sunday'],
  ['2026-09-20', '2026-09-20', 'a working Sunday'],
  ['2025-09-28', '2025-09-28', 'a working Sunday before National Day'],
  ['2026-02-14', '2026-02-14', 'a working Saturday before Spring Festival'],
  ['2026-02-28', '2026-02-28', 'a working Saturday at a month end'],
  ['2026-10-10', '2026-10-10', 'a working Saturday after National Day'],
  ['2026-03-31', '2026-03-31', 'a month end on a working day'],
  ['2024-02-29', '2024-02-29', 'leap day'],
];

/** Kind, whether it rolls, the case whose limit ends on the day, the limit's id. */
const KINDS: [string, boolean, (end: string) => CaseDocument, string][] = [
  ['7 days to pay the fee', true, (d) => inCourt({ feeNoticeOn: shift(d, -7) }), 'fee'],
  [
    '7 days of the court to docket',
    true,
    (d) => inCourt({ filedOn: shift(d, -7), caseNumber: '' }),
    'docket',
  ],
  [
    '30 days to sue after a preservation',
    true,
    (d) => ({ ...early(), suit: { preSuitPreservation: { date: shift(d, -30) } } }),
    'preSuit',
  ],
  [
    '30 days to have a settlement confirmed',
    true,
    (d) => ({
      ...early(),
      choices: { 'judicial-confirmation': { agreedOn: shift(d, -30) } },
    }),
    'confirmation',
  ],
  [
    '15 days to appeal',
    true,
    (d) =>
      judged({
        services: ['wang', 'li'].map((partyId) => ({ partyId, date: shift(d, -15) })),
      }),
    'appeal',
  ],
  [
    'a performance period of 10 days',
    true,
    (d) => judged({ effectiveOn: shift(d, -10), performanceDays: 10 }),
    'performance',
  ],
  [
    '15 days to object to a distribution',
    true,
    (d) => enforcing({ distributions: [{ id: 'x', planReceivedOn: shift(d, -15) }] }),
    'distribution-x',
  ],
  ['two years to apply', true, (d) => judged({ performanceEnds: years(d, 2) }), 'apply'],
  ['three years of limitation', true, (d) => loan({ due: years(d, 3) }), 'limitation-loan1'],
  ['a due date', false, (d) => loan({ due: d }), 'due-loan1'],
  ['six months of a guarantee', false, (d) => loan({ due: months(d, 6) }, true), 'guarantee-g1'],
  [
    'seven days before a seizure ends',
    false,
    (d) => ({
      ...enforcing({}),
      propertyClues: [
        {
          id: 'c',
          kind: 'account',
          description: '账户',
          seizedOn: '2020-01-02',
          seizureExpires: shift(d, 7),
        },
      ],
    }),
    'seizure-c',
  ],
  ['the evidence period the court set', false, (d) => inCourt({ evidenceDue: d }), 'evidence'],
  ['six months without action', false, (d) => enforcing({ appliedOn: months(d, 6) }), 'inaction'],
];

/** The 29th to 31st do not exist six months or some years before every one of these days. */
const fits = (kind: string, day: string) =>
  !(kind.includes('years') && day.endsWith('02-29')) &&
  !(kind.startsWith('six months') && Number(day.slice(8)) > 30);

describe.each(KINDS)('%s', (kind, rolls, caseEnding, id) => {
  it.each(DAYS.filter(([day]) => fits(kind, day)))('%s → %s: %s', (day, rolled) => {
    const parsed = parseCase(caseEnding(day));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const found = deadlinesOf(parsed.case, shift(day, -3)).find((d) => d.id === id);
    expect(found?.date).toBe(rolls ? rolled : day);
  });
});

describe('month ends and leap years', () => {
  const end = (doc: CaseDocument, id: string, today: string) => {
    const parsed = parseCase(doc);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return deadlinesOf(parsed.case, today).find((d) => d.id === id)?.date;
  };

  // 民法典 202: the same day of the last month, or its last day where there is none.
  it.each([
    ['two years from a leap day', judged({ performanceEnds: '2024-02-29' }), 'apply', '2026-02-28'],
    ['two years to a leap year', judged({ performanceEnds: '2026-02-28' }), 'apply', '2028-02-28'],
    ['three years from a leap day', loan({ due: '2024-02-29' }), 'limitation-loan1', '2027-03-01'],
    ['six months from 31 August', loan({ due: '2025-08-31' }, true), 'guarantee-g1', '2026-02-28'],
    ['… to a leap year', loan({ due: '2023-08-31' }, true), 'guarantee-g1', '2024-02-29'],
    ['six months from 30 August', enforcing({ appliedOn: '2025-08-30' }), 'inaction', '2026-02-28'],
    ['seven days over a leap day', inCourt({ feeNoticeOn: '2024-02-23' }), 'fee', '2024-03-01'],
    ['seven days over a new year', inCourt({ feeNoticeOn: '2025-12-25' }), 'fee', '2026-01-04'],
  ] as [string, CaseDocument, string, string][])('%s', (_, doc, id, date) => {
    expect(end(doc, id, shift(date, -5))).toBe(date);
  });
});
