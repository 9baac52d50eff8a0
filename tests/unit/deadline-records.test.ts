import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { DEADLINE_TITLES } from '../../shared/law/deadline-types.ts';
import { deadlinesOf } from '../../shared/law/deadlines.ts';

const read = (d: CaseDocument) => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};
const one = (doc: CaseDocument, id: string, today: string) =>
  deadlinesOf(read(doc), today).find((d) => d.id === id);

type Suit = NonNullable<CaseDocument['suit']>;
type Enforcing = NonNullable<CaseDocument['enforcement']>;
type Clue = NonNullable<CaseDocument['propertyClues']>[number];

/** The sample as it stood in court. */
function suit(s: Suit): CaseDocument {
  const { judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  return { ...rest, suit: { filedOn: '2024-01-02', caseNumber: '（2024）甲0104民初1号', ...s } };
}
const enforcing = (e: Enforcing): CaseDocument => ({
  ...sampleCase(),
  judgment: null,
  propertyClues: [],
  enforcement: { appliedOn: '2025-08-31', caseNumber: '（2025）甲0104执1号', ...e },
});
const clue = (over: Partial<Clue>): CaseDocument => ({
  ...enforcing({}),
  propertyClues: [{ id: 'c', kind: 'vehicle', description: '车', ...over }],
});
const appealed = (over: Partial<NonNullable<Suit['appeals']>[number]>): CaseDocument => {
  const { enforcement: _e, propertyClues: _p, judgment, ...doc } = sampleCase();
  return {
    ...doc,
    judgment: { ...judgment, effectiveOn: null, performanceEnds: null },
    suit: {
      ...doc.suit,
      appeals: [{ id: 'a', byPartyIds: ['li'], filedOn: '2026-06-26', ...over }],
    },
  };
};
const held = (over: Partial<NonNullable<Suit['preservations']>[number]>) =>
  suit({ preservations: [{ id: 'p', object: '账户', ...over }] });

/** Kind, id, case, today, last day, part of the article, why. */
const RULES: [string, string, CaseDocument, string, string, string, string][] = [
  [
    'docket',
    'docket',
    suit({ filedOn: '2026-02-09', caseNumber: '' }),
    '2026-02-10',
    '2026-02-24',
    '民事诉讼法第一百二十六条',
    '7 days end in Spring Festival',
  ],
  [
    'docket',
    'docket-enforcement',
    enforcing({ appliedOn: '2026-09-25', caseNumber: '' }),
    '2026-09-26',
    '2026-10-08',
    '第十六条',
    '7 days end on National Day',
  ],
  [
    'hearing',
    'hearing-h2',
    suit({
      hearings: [
        { id: 'h1', date: '2026-03-02' },
        { id: 'h2', date: '2026-05-06', time: '09:30', place: '第三法庭' },
      ],
    }),
    '2026-04-01',
    '2026-05-06',
    '民事诉讼法第一百四十六条',
    'the second hearing, as summoned',
  ],
  [
    'hearing',
    'hearing',
    suit({ hearingOn: '2026-05-01', hearings: [{ id: 'h1', date: '2026-03-02' }] }),
    '2026-04-01',
    '2026-05-01',
    '民事诉讼法第一百四十六条',
    'the single date of an older file stands beside the list',
  ],
  [
    'evidence',
    'evidence',
    suit({ evidenceTerm: { noticeOn: '2026-02-02', days: 15 } }),
    '2026-02-03',
    '2026-02-24',
    '证据规定第五十一条',
    '15 days counted from the notice end in Spring Festival',
  ],
  [
    'evidence',
    'evidence',
    suit({ evidenceTerm: { noticeOn: '2024-02-22', days: 7 } }),
    '2024-02-23',
    '2024-02-29',
    '证据规定第五十一条',
    '7 days end on a leap day',
  ],
  [
    'evidence',
    'evidence',
    suit({ evidenceDue: '2026-02-17', evidenceTerm: { noticeOn: '2026-02-02', days: 15 } }),
    '2026-02-03',
    '2026-02-17',
    '证据规定第五十一条',
    'the day the court named stands first',
  ],
  [
    'appeal',
    'appeal-r',
    suit({ appeals: [{ id: 'r', against: 'ruling', servedOn: '2026-09-22' }] }),
    '2026-09-23',
    '2026-10-08',
    '民事诉讼法第一百七十一条',
    '10 days against a ruling end on National Day',
  ],
  [
    'appeal',
    'appeal-r',
    suit({ appeals: [{ id: 'r', against: 'ruling', servedOn: '2026-09-10' }] }),
    '2026-09-11',
    '2026-09-20',
    '民事诉讼法第一百七十一条',
    'a working Sunday does not move it',
  ],
  [
    'preserve',
    'preserve-p',
    held({ appliedOn: '2026-09-29' }),
    '2026-09-30',
    '2026-10-08',
    '第四条',
    '5 days end on National Day',
  ],
  [
    'preserve',
    'preserve-p',
    held({ stage: 'preSuit', appliedOn: '2026-02-27' }),
    '2026-02-27',
    '2026-03-01',
    '民事诉讼法第一百零四条',
    '48 hours run through a Sunday',
  ],
  [
    'preSuit',
    'preSuit',
    {
      ...suit({
        filedOn: null,
        preservations: [{ id: 'p', stage: 'preSuit', startedOn: '2024-01-30' }],
      }),
    },
    '2024-02-01',
    '2024-02-29',
    '民事诉讼法第一百零四条',
    '30 days to a leap day, from the record',
  ],
  [
    'seizure',
    'seizure-p',
    held({ startedOn: '2024-02-29' }),
    '2024-03-01',
    '2025-02-21',
    '第四百八十五条',
    'a deposit: one year from a leap day, less seven days',
  ],
  [
    'seizure',
    'seizure-p',
    held({ kind: 'movable', startedOn: '2025-08-31' }),
    '2025-09-01',
    '2027-08-24',
    '第四百八十五条',
    'a movable: two years',
  ],
  [
    'seizure',
    'seizure-p',
    held({ kind: 'realEstate', startedOn: '2023-10-01' }),
    '2025-09-01',
    '2026-09-24',
    '第四百八十五条',
    'real estate: three years; the end is not rolled over National Day',
  ],
  [
    'seizure',
    'seizure-p',
    held({
      startedOn: '2025-03-10',
      expires: '2026-03-09',
      renewals: [
        { id: 'r', appliedOn: '2026-02-20', ruledOn: '2026-03-02', expires: '2027-03-09' },
      ],
    }),
    '2026-03-10',
    '2027-03-02',
    '第四百八十五条',
    'renewed once: the new end counts',
  ],
  [
    'seizure',
    'seizure-c',
    clue({ seizedOn: '2024-02-29' }),
    '2025-01-01',
    '2026-02-21',
    '第四百八十五条',
    'a car seized on a leap day ends on 28 February',
  ],
  [
    'seizure',
    'seizure-c',
    clue({
      seizedOn: '2024-03-31',
      seizureExpires: '2026-03-30',
      renewals: [{ id: 'r', appliedOn: '2026-03-01', expires: '2028-03-30' }],
    }),
    '2026-04-01',
    '2028-03-23',
    '第四百八十五条',
    'a car renewed before its end',
  ],
  [
    'lapsed',
    'lapsed-c',
    clue({ seizedOn: '2024-03-31', renewals: [{ id: 'r', appliedOn: '2026-03-01' }] }),
    '2026-04-01',
    '2026-03-31',
    '第四百八十五条',
    'asked for and never decided: lapsed all the same',
  ],
  [
    'report',
    'report',
    enforcing({ report: { dueOn: '2026-02-28' } }),
    '2026-02-10',
    '2026-02-28',
    '民事诉讼法第二百五十二条',
    'as the order says',
  ],
  [
    'clueCheck',
    'clue-c',
    clue({ submittedOn: '2026-02-09' }),
    '2026-02-10',
    '2026-02-24',
    '财产调查规定第二条',
    '7 days end in Spring Festival',
  ],
  [
    'distribution',
    'distribution-d',
    enforcing({ distributions: [{ id: 'd', planReceivedOn: '2026-09-16' }] }),
    '2026-09-17',
    '2026-10-08',
    '第五百零九条',
    '15 days end on National Day',
  ],
  [
    'objection',
    'objection-o',
    enforcing({ objections: [{ id: 'o', filedOn: '2026-02-05' }] }),
    '2026-02-06',
    '2026-02-24',
    '民事诉讼法第二百三十六条',
    '15 days end in Spring Festival',
  ],
  [
    'review',
    'review-o',
    enforcing({
      objections: [{ id: 'o', ours: true, servedOn: '2026-09-21', result: 'dismissed' }],
    }),
    '2026-09-22',
    '2026-10-08',
    '民事诉讼法第二百三十六条',
    'our objection dismissed: 10 days end on National Day',
  ],
  [
    'review',
    'review-o',
    enforcing({
      objections: [{ id: 'o', kind: 'thirdParty', servedOn: '2026-01-31', result: 'upheld' }],
    }),
    '2026-02-01',
    '2026-02-24',
    '民事诉讼法第二百三十八条',
    'a third person won: 15 days end on a day off of Spring Festival',
  ],
  [
    'review',
    'review-o',
    enforcing({ objections: [{ id: 'o', kind: 'addObligor', servedOn: '2026-04-20' }] }),
    '2026-04-21',
    '2026-04-30',
    '第三十条',
    'adding an obligor refused: 10 days to a month end',
  ],
  [
    'settled',
    'settled',
    enforcing({ settlement: { signedOn: '2026-01-05', lastDue: '2026-12-31' } }),
    '2026-02-01',
    '2026-12-31',
    '第四百六十五条',
    'while it runs, its last day',
  ],
  [
    'resume',
    'resume',
    enforcing({
      settlement: { signedOn: '2023-12-01', lastDue: '2024-02-29', breachedOn: '2024-01-31' },
    }),
    '2024-03-01',
    '2026-02-28',
    '第四百六十六条',
    'broken: two years from its last day, a leap day, to a working Saturday',
  ],
  [
    'resume',
    'resume',
    enforcing({ settlement: { signedOn: '2024-10-02', breachedOn: '2024-11-01' } }),
    '2024-12-01',
    '2026-10-08',
    '第四百六十六条',
    'no last day named: from signing, ending on National Day',
  ],
  [
    'unlist',
    'unlist',
    enforcing({ listedOn: '2025-10-01', closing: { paidOn: '2026-02-13' } }),
    '2026-02-13',
    '2026-02-25',
    '失信名单规定第十条',
    'three working days: a working Saturday counts, Spring Festival does not',
  ],
  [
    'finalised',
    'finalised-1',
    enforcing({ finalisedOn: '2025-08-31', resumptions: [{ id: 'r', resumedOn: '2025-06-01' }] }),
    '2025-12-01',
    '2026-02-28',
    '第九条',
    'a resumption before the ruling does not end the queries',
  ],
];

describe('limits from the records of suit and enforcement', () => {
  it.each(RULES)('%s %s: %#', (kind, id, doc, today, date, article, why) => {
    const d = one(doc, id, today);
    expect(d, why).toMatchObject({ kind, date });
    expect(d?.article, why).toContain(article);
    expect(d?.text).toMatch(/[。日]$|续行$|核实$|[^。]$/);
    expect(d?.title).not.toBe('');
    expect(Object.keys(DEADLINE_TITLES)).toContain(kind);
  });

  it.each([
    [
      'docket',
      suit({ filedOn: '2026-02-09', caseNumber: '', acceptedOn: '2026-02-11' }),
      '2026-02-12',
    ],
    ['docket-enforcement', enforcing({}), '2025-09-01'],
    ['hearing-h1', suit({ hearings: [{ id: 'h1', date: '2026-03-02' }] }), '2026-03-03'],
    [
      'hearing-h1',
      suit({ hearings: [{ id: 'h1', date: '2026-03-02' }], withdrawal: { ruledOn: '2026-02-20' } }),
      '2026-02-21',
    ],
    [
      'evidence',
      suit({
        evidenceTerm: { noticeOn: '2026-02-02', days: 15 },
        withdrawal: { ruledOn: '2026-02-03' },
      }),
      '2026-02-04',
    ],
    [
      'appeal-r',
      suit({
        appeals: [{ id: 'r', against: 'ruling', servedOn: '2026-09-22', filedOn: '2026-09-25' }],
      }),
      '2026-09-26',
    ],
    ['preserve-p', held({ appliedOn: '2026-09-29', ruledOn: '2026-09-30' }), '2026-09-30'],
    ['seizure-p', held({ startedOn: '2026-01-05', liftedOn: '2026-02-01' }), '2026-02-02'],
    ['seizure-c', clue({ seizedOn: '2026-01-05', liftedOn: '2026-02-01' }), '2026-02-02'],
    ['report', enforcing({ report: { dueOn: '2026-02-28', result: 'none' } }), '2026-02-10'],
    ['clue-c', clue({ submittedOn: '2026-02-09', seizedOn: '2026-02-10' }), '2026-02-10'],
    [
      'distribution-d',
      enforcing({
        distributions: [{ id: 'd', planReceivedOn: '2026-09-16', objectedOn: '2026-09-18' }],
      }),
      '2026-09-19',
    ],
    [
      'review-o',
      enforcing({ objections: [{ id: 'o', servedOn: '2026-09-21', result: 'dismissed' }] }),
      '2026-09-22',
    ],
    [
      'resume',
      enforcing({ settlement: { signedOn: '2026-01-05', lastDue: '2026-12-31' } }),
      '2026-02-01',
    ],
    [
      'resume',
      enforcing({
        settlement: { signedOn: '2024-01-05', breachedOn: '2024-03-01' },
        resumptions: [{ id: 'r', cause: 'settlement', appliedOn: '2024-04-01' }],
      }),
      '2024-05-01',
    ],
    [
      'finalised-1',
      enforcing({ finalisedOn: '2025-08-31', resumptions: [{ id: 'r', resumedOn: '2025-10-01' }] }),
      '2025-12-01',
    ],
    ['inaction', enforcing({ closing: { paidOn: '2025-10-01' } }), '2025-10-02'],
    [
      'unlist',
      enforcing({
        listedOn: '2025-10-01',
        closing: { paidOn: '2026-02-13', listingRemovedOn: '2026-02-14' },
      }),
      '2026-02-14',
    ],
    ['unlist', enforcing({ closing: { paidOn: '2026-02-13' } }), '2026-02-13'],
  ] as [string, CaseDocument, string][])(
    '%s is gone when done or overtaken: %#',
    (id, doc, today) => {
      expect(one(doc, id, today)).toBeUndefined();
    },
  );

  it('a renewal that is asked for and not decided keeps the old end and says so', () => {
    const doc = clue({
      seizedOn: '2024-03-31',
      seizureExpires: '2026-03-30',
      renewals: [{ id: 'r', appliedOn: '2026-03-01' }],
    });
    // Asked for in time, so the lead is kept: what counts is the ruling before the end.
    const d = one(doc, 'seizure-c', '2026-03-02');
    expect(d).toMatchObject({ kind: 'renewal', date: '2026-03-30' });
    expect(d?.text).toContain('已于2026年3月1日申请续行，还没有裁定');
    expect(one(doc, 'lapsed-c', '2026-03-31')?.urgency).toBe('expired');
  });

  it('tells when a term is only the longest one', () => {
    expect(one(held({ startedOn: '2026-01-05' }), 'seizure-p', '2026-02-01')?.text).toContain(
      '按最长期限推算',
    );
    const stated = held({ startedOn: '2026-01-05', expires: '2026-12-31' });
    expect(one(stated, 'seizure-p', '2026-02-01')?.text).not.toContain('推算');
  });

  it('a withdrawn suit lets limitation run again from the ruling', () => {
    const doc = suit({ withdrawal: { ruledOn: '2024-02-29' } });
    doc.demands = [];
    // Three years from a leap day end on Sunday 28 February 2027, rolled to Monday.
    expect(one(doc, 'limitation-loan1', '2024-03-01')).toMatchObject({ date: '2027-03-01' });
    expect(one(suit({}), 'limitation-loan1', '2024-03-01')).toBeUndefined();
  });

  it('a demand after the period tells that the two years may have begun anew, the date stays', () => {
    const { enforcement: _e, propertyClues: _p, ...doc } = sampleCase();
    const demand = (date: string, arrived: 'yes' | 'unknown'): CaseDocument => ({
      ...doc,
      demands: [{ id: 'x', date, channel: 'letter', arrived }],
    });
    const later = one(demand('2027-02-28', 'yes'), 'apply', '2027-03-01');
    expect(later?.date).toBe('2028-07-10');
    expect(later?.text).toContain('二年从那时重新计算，到2029年2月28日');
    for (const none of [demand('2027-02-28', 'unknown'), demand('2026-07-01', 'yes')]) {
      expect(one(none, 'apply', '2027-03-01')?.text).not.toContain('重新计算');
    }
  });

  it('effect waits for the second instance and follows its last service', () => {
    expect(one(appealed({}), 'effect', '2026-06-27')).toBeUndefined();
    const upheld = appealed({
      result: 'upheld',
      decidedOn: '2026-09-01',
      services: [
        { partyId: 'wang', date: '2026-09-07' },
        { partyId: 'li', date: '2026-09-10' },
      ],
    });
    expect(one(upheld, 'effect', '2026-09-08')).toMatchObject({
      date: '2026-09-10',
      article: '民事诉讼法第一百八十二条',
    });
    // The debtor's appeal leaves our own days to appeal as they are; ours ends them.
    expect(one(appealed({}), 'appeal', '2026-06-27')?.date).toBe('2026-06-29');
    expect(one(appealed({ byPartyIds: ['wang'] }), 'appeal', '2026-06-27')).toBeUndefined();
  });
});
