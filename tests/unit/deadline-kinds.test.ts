/**
 * Every kind of limit as one table: a case in which it runs, the nearest one in which it does not, and the
 * article it rests on. The dates themselves are worked out in the tests of the rules and of the calendar.
 */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import type { DeadlineKind } from '../../shared/law/deadlines.ts';
import { DEADLINE_TITLES, deadlinesOf } from '../../shared/law/deadlines.ts';

type Suit = NonNullable<CaseDocument['suit']>;
type Judgment = NonNullable<CaseDocument['judgment']>;
type Enforcing = NonNullable<CaseDocument['enforcement']>;
type Clue = NonNullable<CaseDocument['propertyClues']>[number];
type Settled = NonNullable<CaseDocument['settlement']>;

const early = (over: Partial<CaseDocument> = {}): CaseDocument => {
  const { suit: _s, judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  return { ...rest, demands: [], ...over };
};
const suit = (s: Suit): CaseDocument =>
  early({ suit: { filedOn: '2026-03-16', caseNumber: '（2026）甲0104民初1号', ...s } });
const judged = (j: Partial<Judgment>, e: Enforcing | null = null): CaseDocument => {
  const { enforcement: _e, propertyClues: _p, judgment, ...rest } = sampleCase();
  return { ...rest, judgment: { ...judgment, ...j }, ...(e ? { enforcement: e } : {}) };
};
const enforcing = (e: Enforcing, clue?: Partial<Clue>): CaseDocument => ({
  ...sampleCase(),
  propertyClues: clue ? [{ id: 'c', kind: 'vehicle', description: '车', ...clue }] : [],
  enforcement: { appliedOn: '2026-08-03', caseNumber: '（2026）甲0104执567号', ...e },
});
const guaranteed = (over: Partial<CaseDocument> = {}): CaseDocument => {
  const doc = early();
  const [loan] = doc.loans ?? [];
  if (!loan) throw new Error('no loan');
  return {
    ...doc,
    parties: [...(doc.parties ?? []), { id: 'g', kind: 'person', role: 'guarantor', name: '赵某' }],
    loans: [{ ...loan, guarantees: [{ id: 'g1', partyId: 'g', kind: 'joint' }] }],
    ...over,
  };
};
const letterToGuarantor: CaseDocument['demands'] = [
  { id: 'd', date: '2024-05-06', channel: 'letter', toPartyId: 'g', arrived: 'yes' },
];
const plan = (s: Partial<Settled> = {}): CaseDocument =>
  early({
    settlement: {
      status: 'signed',
      signedOn: '2026-01-20',
      debt: { principal: '300000.00', interest: '0.00' },
      instalments: [
        { id: 'i1', due: '2026-02-28', principal: '100000.00' },
        { id: 'i2', due: '2026-04-30', principal: '200000.00' },
      ],
      ...s,
    },
  });
const promised = (outcome: 'promise' | 'none') =>
  early({
    demands: [{ id: 'd', date: '2026-01-05', channel: 'call', outcome, promisedFor: '2026-02-01' }],
  });
const services = (date: string) => ['wang', 'li'].map((partyId) => ({ partyId, date }));
const open = { effectiveOn: null, performanceEnds: null };

interface Row {
  today: string;
  runs: CaseDocument;
  /** The same day, or another one that ends it. */
  not: CaseDocument;
  notOn?: string;
  article: RegExp;
}

const KINDS: Record<DeadlineKind, Row> = {
  due: {
    today: '2024-02-01',
    runs: early(),
    not: early(),
    notOn: '2024-03-01',
    article: /民法典第六百七十六条/,
  },
  promise: {
    today: '2026-01-06',
    runs: promised('promise'),
    not: promised('none'),
    article: /诉讼时效规定第十四条/,
  },
  instalment: { today: '2026-02-01', runs: plan(), not: plan({ status: 'draft' }), article: /^$/ },
  accelerate: {
    today: '2026-03-20',
    runs: plan(),
    not: plan({ acceleratedOn: '2026-03-15' }),
    article: /民法典第五百零九条/,
  },
  limitation: {
    today: '2026-03-17',
    runs: early(),
    not: suit({}),
    article: /民法典第一百八十八条/,
  },
  guarantee: {
    today: '2024-05-10',
    runs: guaranteed(),
    not: guaranteed({ demands: letterToGuarantor }),
    article: /民法典第六百九十二条、民法典第六百九十三条/,
  },
  guaranteeLimitation: {
    today: '2024-05-10',
    runs: guaranteed({ demands: letterToGuarantor }),
    not: guaranteed(),
    article: /民法典第六百九十四条/,
  },
  preSuit: {
    today: '2026-01-10',
    runs: early({ suit: { preSuitPreservation: { date: '2026-01-05' } } }),
    not: early({ suit: { filedOn: '2026-01-08', preSuitPreservation: { date: '2026-01-05' } } }),
    article: /民事诉讼法第一百零四条/,
  },
  preserve: {
    today: '2026-03-18',
    runs: suit({ preservations: [{ id: 'p', object: '账户', appliedOn: '2026-03-17' }] }),
    not: suit({
      preservations: [{ id: 'p', object: '账户', appliedOn: '2026-03-17', ruledOn: '2026-03-18' }],
    }),
    article: /财产保全规定第四条/,
  },
  docket: {
    today: '2026-03-17',
    runs: suit({ caseNumber: '' }),
    not: suit({}),
    article: /民事诉讼法第一百二十六条/,
  },
  confirmation: {
    today: '2026-01-21',
    runs: early({ choices: { 'judicial-confirmation': { agreedOn: '2026-01-20' } } }),
    not: early(),
    article: /民事诉讼法第二百零五条、人民调解法第三十三条/,
  },
  fee: {
    today: '2026-03-21',
    runs: suit({ feeNoticeOn: '2026-03-20' }),
    not: suit({ feeNoticeOn: '2026-03-20', feePaidOn: '2026-03-21' }),
    article: /诉讼费用交纳办法第二十二条/,
  },
  evidence: {
    today: '2026-04-01',
    runs: suit({ evidenceDue: '2026-04-20' }),
    not: suit({ evidenceDue: '2026-04-20' }),
    notOn: '2026-04-21',
    article: /民事证据规定第五十一条/,
  },
  hearing: {
    today: '2026-04-01',
    runs: suit({ hearings: [{ id: 'h', date: '2026-05-20' }] }),
    not: suit({ hearings: [{ id: 'h', date: '2026-05-20' }] }),
    notOn: '2026-05-21',
    article: /民事诉讼法第一百四十六条/,
  },
  appeal: {
    today: '2026-06-20',
    runs: judged({ ...open, services: services('2026-06-12') }),
    not: judged({ ...open, services: [] }),
    article: /民事诉讼法第一百七十一条/,
  },
  effect: {
    today: '2026-06-20',
    runs: judged({ ...open, services: services('2026-06-12') }),
    not: judged({ services: services('2026-06-12') }),
    article: /民事诉讼法第一百七十一条/,
  },
  performance: {
    today: '2026-07-01',
    runs: judged({}),
    not: judged({}),
    notOn: '2026-07-11',
    article: /民事诉讼法第二百六十四条/,
  },
  postJudgment: {
    today: '2026-07-11',
    runs: judged({ preservedOn: '2026-07-01' }),
    not: judged({}),
    article: /民诉法解释第一百六十三条/,
  },
  apply: {
    today: '2026-08-04',
    runs: judged({}),
    not: judged({}, { appliedOn: '2026-08-03' }),
    article: /民事诉讼法第二百五十条/,
  },
  seizure: {
    today: '2026-10-13',
    runs: enforcing({}, { seizedOn: '2026-10-12' }),
    not: enforcing({}, {}),
    article: /民诉法解释第四百八十五条、财产保全规定第十八条/,
  },
  renewal: {
    today: '2028-10-05',
    runs: enforcing(
      {},
      {
        seizedOn: '2026-10-12',
        seizureExpires: '2028-10-11',
        renewals: [{ id: 'r', appliedOn: '2028-10-04' }],
      },
    ),
    not: enforcing({}, { seizedOn: '2026-10-12', seizureExpires: '2028-10-11' }),
    article: /民诉法解释第四百八十五条、财产保全规定第十八条/,
  },
  lapsed: {
    today: '2028-10-20',
    runs: enforcing({}, { seizedOn: '2026-10-12', seizureExpires: '2028-10-11' }),
    not: enforcing(
      { closing: { paidOn: '2028-10-09' } },
      { seizedOn: '2026-10-12', seizureExpires: '2028-10-11' },
    ),
    article: /民诉法解释第四百八十五条/,
  },
  report: {
    today: '2026-08-20',
    runs: enforcing({ report: { dueOn: '2026-09-01' } }),
    not: enforcing({ report: { dueOn: '2026-09-01', result: 'none' } }),
    article: /民事诉讼法第二百五十二条、财产调查规定第九条/,
  },
  clueCheck: {
    today: '2026-08-15',
    runs: enforcing({}, { submittedOn: '2026-08-14' }),
    not: enforcing({}, { submittedOn: '2026-08-14', seizedOn: '2026-08-15' }),
    article: /财产调查规定第二条/,
  },
  distribution: {
    today: '2026-09-01',
    runs: enforcing({ distributions: [{ id: 'x', planReceivedOn: '2026-08-31' }] }),
    not: enforcing({
      distributions: [{ id: 'x', planReceivedOn: '2026-08-31', objectedOn: '2026-09-01' }],
    }),
    article: /民诉法解释第五百零九条/,
  },
  objection: {
    today: '2026-09-02',
    runs: enforcing({ objections: [{ id: 'o', kind: 'act', filedOn: '2026-09-01' }] }),
    not: enforcing({
      objections: [{ id: 'o', kind: 'act', filedOn: '2026-09-01', ruledOn: '2026-09-02' }],
    }),
    article: /民事诉讼法第二百三十六条/,
  },
  review: {
    today: '2026-09-22',
    runs: enforcing({
      objections: [{ id: 'o', kind: 'act', servedOn: '2026-09-21', result: 'upheld' }],
    }),
    not: enforcing({
      objections: [{ id: 'o', kind: 'act', servedOn: '2026-09-21', result: 'upheld' }],
    }),
    notOn: '2026-10-20',
    article: /民事诉讼法第二百三十六条/,
  },
  settled: {
    today: '2026-09-01',
    runs: enforcing({ settlement: { signedOn: '2026-08-20', lastDue: '2026-12-31' } }),
    not: enforcing({}),
    article: /民诉法解释第四百六十五条/,
  },
  resume: {
    today: '2026-11-02',
    runs: enforcing({ settlement: { signedOn: '2026-08-20', breachedOn: '2026-11-01' } }),
    not: enforcing({ settlement: { signedOn: '2026-08-20' } }),
    article: /民诉法解释第四百六十六条、民事诉讼法第二百五十条/,
  },
  inaction: {
    today: '2026-09-01',
    runs: enforcing({}),
    not: enforcing({ finalisedOn: '2026-08-31' }),
    article: /民事诉讼法第二百三十七条/,
  },
  finalised: {
    today: '2026-09-01',
    runs: enforcing({ finalisedOn: '2026-08-31' }),
    not: enforcing({}),
    article: /第九条/,
  },
  listAnswer: {
    today: '2026-11-21',
    runs: enforcing({ listAppliedOn: '2026-11-20' }),
    not: enforcing({ listAppliedOn: '2026-11-20', listedOn: '2026-11-21' }),
    article: /失信名单规定第五条/,
  },
  listAgain: {
    today: '2026-12-02',
    runs: enforcing({ delistedOn: '2026-12-01' }),
    not: enforcing({}),
    article: /失信名单规定第十条/,
  },
  unlist: {
    today: '2026-12-01',
    runs: enforcing({ listedOn: '2026-10-30', closing: { paidOn: '2026-11-30' } }),
    not: enforcing({ closing: { paidOn: '2026-11-30' } }),
    article: /失信名单规定第十条/,
  },
};

describe('every kind of limit', () => {
  const found = (doc: CaseDocument, today: string, kind: string) => {
    const parsed = parseCase(doc);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return deadlinesOf(parsed.case, today).find((d) => d.kind === kind);
  };

  it.each(Object.entries(KINDS))('%s', (kind, { today, runs, not, notOn, article }) => {
    const d = found(runs, today, kind);
    expect(d?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(d?.article ?? '').toMatch(article);
    expect(d?.text).not.toBe('');
    expect(found(not, notOn ?? today, kind)).toBeUndefined();
    expect(DEADLINE_TITLES[kind as DeadlineKind]).not.toMatch(/王|李/);
  });
});
