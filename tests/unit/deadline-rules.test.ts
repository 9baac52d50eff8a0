import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { DEADLINE_TITLES } from '../../shared/law/deadline-types.ts';
import { deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';

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

const one = (doc: CaseDocument, id: string, today: string) =>
  deadlinesOf(read(doc), today).find((d) => d.id === id);
const suit = (s: NonNullable<CaseDocument['suit']>): CaseDocument => ({
  ...early(),
  suit: { filedOn: '2024-01-02', ...s },
});
const judged = (j: Partial<NonNullable<CaseDocument['judgment']>>): CaseDocument => {
  const { enforcement: _e, propertyClues: _p, judgment, ...doc } = sampleCase();
  return { ...doc, judgment: { ...judgment, ...j } };
};
const enforcing = (e: Partial<NonNullable<CaseDocument['enforcement']>>): CaseDocument => ({
  ...sampleCase(),
  judgment: null,
  propertyClues: [],
  enforcement: { appliedOn: '2025-08-31', ...e },
});
const choices = (on: string): CaseDocument => ({
  ...early(),
  choices: { 'judicial-confirmation': { agreedOn: on } },
});

/** Kind, id, case, today, last day, the day it rests on in words. */
const RULES: [string, string, CaseDocument, string, string, string][] = [
  [
    'fee',
    'fee',
    suit({ feeNoticeOn: '2026-02-09' }),
    '2026-02-10',
    '2026-02-24',
    '7 days end in Spring Festival',
  ],
  [
    'fee',
    'fee',
    suit({ feeNoticeOn: '2026-09-25' }),
    '2026-09-26',
    '2026-10-08',
    '7 days end on National Day',
  ],
  [
    'fee',
    'fee',
    suit({ feeNoticeOn: '2026-09-13' }),
    '2026-09-14',
    '2026-09-20',
    'a working Sunday does not move it',
  ],
  ['fee', 'fee', suit({ feeNoticeOn: '2024-02-22' }), '2024-02-23', '2024-02-29', 'leap day'],
  [
    'evidence',
    'evidence',
    suit({ evidenceDue: '2026-02-17' }),
    '2026-02-01',
    '2026-02-17',
    'the day the court set, as set',
  ],
  [
    'hearing',
    'hearing',
    suit({ hearingOn: '2026-05-01' }),
    '2026-04-01',
    '2026-05-01',
    'as summoned',
  ],
  [
    'preSuit',
    'preSuit',
    { ...early(), suit: { preSuitPreservation: { date: '2024-01-30' } } },
    '2024-02-01',
    '2024-02-29',
    '30 days to a leap day',
  ],
  [
    'preSuit',
    'preSuit',
    { ...early(), suit: { preSuitPreservation: { date: '2026-01-16' } } },
    '2026-03-05',
    '2026-02-24',
    'past and not filed: stays, 30 days ended in Spring Festival',
  ],
  [
    'confirmation',
    'confirmation',
    choices('2026-09-01'),
    '2026-09-10',
    '2026-10-08',
    '30 days end on National Day',
  ],
  [
    'effect',
    'effect',
    judged({ effectiveOn: null, performanceEnds: null }),
    '2026-06-20',
    '2026-06-30',
    '15 days end on a Saturday',
  ],
  [
    'appeal',
    'appeal',
    judged({ effectiveOn: null }),
    '2026-06-20',
    '2026-06-29',
    '15 days end on a Saturday',
  ],
  ['performance', 'performance', judged({}), '2026-07-01', '2026-07-10', 'as recorded'],
  [
    'performance',
    'performance',
    judged({ effectiveOn: '2026-09-24', performanceEnds: null, performanceDays: 10 }),
    '2026-09-30',
    '2026-10-08',
    '10 days end on National Day',
  ],
  [
    'performance',
    'performance-2026-12-31',
    judged({
      items: [
        { id: 'a', kind: 'principal', amount: '1.00', due: '2026-08-31' },
        { id: 'b', kind: 'principal', amount: '1.00', due: '2026-12-31' },
      ],
    }),
    '2026-09-01',
    '2026-12-31',
    'the next instalment',
  ],
  [
    'postJudgment',
    'postJudgment',
    judged({ preservedOn: '2026-07-01' }),
    '2026-07-12',
    '2026-07-15',
    '5 days after the period',
  ],
  ['apply', 'apply', judged({}), '2026-08-01', '2028-07-10', 'two years'],
  [
    'apply',
    'apply',
    judged({ performanceEnds: '2024-02-29' }),
    '2025-01-01',
    '2026-02-28',
    'two years from a leap day end on a working Saturday',
  ],
  ['inaction', 'inaction', enforcing({}), '2025-09-01', '2026-02-28', 'six months to a month end'],
  [
    'finalised',
    'finalised-1',
    enforcing({ finalisedOn: '2025-08-31' }),
    '2025-12-01',
    '2026-02-28',
    'first query',
  ],
  [
    'finalised',
    'finalised-2',
    enforcing({ finalisedOn: '2025-08-31' }),
    '2026-03-01',
    '2026-08-31',
    'second query',
  ],
  [
    'listAnswer',
    'listAnswer',
    enforcing({ listAppliedOn: '2025-11-20' }),
    '2025-11-21',
    '2025-12-05',
    'fifteen days to answer an application for the list',
  ],
  [
    'listAgain',
    'listAgain',
    enforcing({ delistedOn: '2025-08-31' }),
    '2025-09-01',
    '2026-03-01',
    'the day after six months',
  ],
  [
    'due',
    'due-loan1',
    { ...early(), demands: [] },
    '2024-02-01',
    '2024-02-29',
    'the due date itself',
  ],
  [
    'promise',
    'promise-d1',
    {
      ...early(),
      demands: [
        {
          id: 'd1',
          date: '2024-03-05',
          channel: 'call',
          outcome: 'promise',
          promisedFor: '2024-04-30',
        },
      ],
    },
    '2024-03-06',
    '2024-04-30',
    'as promised',
  ],
  [
    'limitation',
    'limitation-loan1',
    { ...early(), demands: [] },
    '2024-03-06',
    '2027-03-01',
    'three years from a leap day, Sunday rolled',
  ],
];

describe('each rule', () => {
  it.each(RULES)('%s %s: %#', (kind, id, doc, today, date, why) => {
    const d = one(doc, id, today);
    expect(d, why).toMatchObject({ kind, date });
    expect(d?.text).not.toBe('');
    expect(d?.article, why).toMatch(/第.+条/);
  });

  it('tries every kind', () => {
    const tried = new Set(RULES.map(([kind]) => kind));
    // Seizures and guarantees have tests of their own here, repayment plans in settlement.test.ts,
    // the records of suit and enforcement in deadline-records.test.ts.
    const own = [
      'preserve',
      'docket',
      'report',
      'clueCheck',
      'distribution',
      'objection',
      'review',
      'settled',
      'resume',
      'unlist',
      'renewal',
      'seizure',
      'lapsed',
      'guarantee',
      'guaranteeLimitation',
      'instalment',
      'accelerate',
    ];
    expect(Object.keys(DEADLINE_TITLES).filter((k) => !tried.has(k) && !own.includes(k))).toEqual(
      [],
    );
  });

  it.each([
    ['fee', suit({ feeNoticeOn: '2026-02-09', feePaidOn: '2026-02-10' }), '2026-02-10'],
    ['fee', suit({ feeNoticeOn: '2026-02-09', hearingOn: '2026-05-01' }), '2026-04-01'],
    ['evidence', suit({ evidenceDue: '2026-02-17' }), '2026-02-18'],
    ['preSuit', suit({ preSuitPreservation: { date: '2024-01-30' } }), '2024-02-01'],
    ['confirmation', { ...choices('2026-09-01'), suit: { filedOn: '2026-09-05' } }, '2026-09-10'],
    ['effect', judged({}), '2026-06-20'],
    ['postJudgment', judged({}), '2026-07-12'],
    ['inaction', enforcing({ finalisedOn: '2025-10-01' }), '2025-10-02'],
    ['finalised-10', enforcing({ finalisedOn: '2020-01-01' }), '2026-01-01'],
    ['listAnswer', enforcing({ listAppliedOn: '2025-11-20' }), '2025-12-06'],
    ['listAgain', enforcing({}), '2026-01-01'],
    ['due-loan1', { ...early(), demands: [] }, '2024-03-01'],
  ] as [string, CaseDocument, string][])(
    '%s is gone when done or overtaken: %#',
    (id, doc, today) => {
      expect(one(doc, id, today)).toBeUndefined();
    },
  );

  it('reminds of a seizure 60, 30, 15 and 7 days before its end, and tells when it has lapsed', () => {
    const doc = sampleCase();
    // Ends 2028-10-11; to be renewed by 2028-10-04.
    expect(one(doc, 'seizure-c1', '2026-11-21')).toMatchObject({
      date: '2028-10-04',
      alarms: [53, 23, 8, 0],
    });
    expect(one(doc, 'seizure-c1', '2028-10-11')?.daysLeft).toBe(-7);
    expect(one(doc, 'seizure-c1', '2028-10-12')).toBeUndefined();
    expect(one(doc, 'lapsed-c1', '2028-10-12')).toMatchObject({
      date: '2028-10-11',
      urgency: 'expired',
    });
    const early2 = enforcing({ preservation: { earliestExpiry: '2027-01-31' } });
    expect(one(early2, 'seizure-preservation', '2026-11-21')?.date).toBe('2027-01-24');
  });

  it('a guarantee claimed in time runs on as limitation', () => {
    const doc = early();
    const [loan] = doc.loans ?? [];
    if (!loan) throw new Error('no loan');
    doc.parties = [
      ...(doc.parties ?? []),
      { id: 'g', kind: 'person', role: 'guarantor', name: '赵某' },
    ];
    doc.loans = [
      { ...loan, due: '2024-08-31', guarantees: [{ id: 'g1', partyId: 'g', kind: 'joint' }] },
    ];
    // Six months from 31 August end on the last day of February.
    expect(one(doc, 'guarantee-g1', '2024-12-01')?.date).toBe('2025-02-28');
    doc.demands = [
      {
        id: 'd',
        date: '2024-12-10',
        channel: 'letter',
        toPartyId: 'g',
        arrived: 'yes',
        arrivedOn: '2024-12-13',
      },
    ];
    expect(one(doc, 'guarantee-limitation-g1', '2024-12-20')?.date).toBe('2027-12-13');
  });

  it('milestones never push a limit from the top', () => {
    const list = deadlinesOf(read(sampleCase()), '2026-11-21');
    expect(list[0]).toMatchObject({ id: 'inaction', milestone: true });
    expect(nearestDeadline(list)?.id).toBe('seizure-c1');
  });
});
