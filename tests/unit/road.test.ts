import { describe, expect, test } from 'vitest';
import { type Case, type CaseDocument, emptyCase } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { ladder, type Section, sectionState } from '../../shared/law/road.ts';
import { type RoadCase, roadCase } from '../fixtures/road.ts';

const TODAY = '2026-11-21';

type Demand = NonNullable<CaseDocument['demands']>[number];

function parsed(patch: Partial<CaseDocument> = {}): Case {
  const p = parseCase({ ...sampleCase(), ...patch });
  if (!p.ok) throw new Error(JSON.stringify(p.problems));
  return p.case;
}

const states = (c: Case, today: string) =>
  Object.fromEntries(ladder(c, today).steps.map((s) => [s.key, s.state]));

const beforeSuit: Partial<CaseDocument> = {
  suit: {},
  judgment: null,
  enforcement: null,
  propertyClues: [],
};

describe('ladder', () => {
  test('an empty case asks for the parties first', () => {
    const p = parseCase(emptyCase('c1'));
    if (!p.ok) throw new Error('empty case');
    const road = ladder(p.case, '2026-11-21');
    expect(road.next.screen).toBe('parties');
    expect(road.steps.every((s) => s.state === 'next' || s.state === 'notYet')).toBe(true);
  });

  test.each<[string, Partial<Demand>, string]>([
    ['an acknowledgement alone', { answer: '我欠你的我认' }, 'notDone'],
    ['a promise of no day', { answer: '会还的', outcome: 'promise' }, 'notDone'],
    ['a part paid', { outcome: 'partPayment' }, 'notDone'],
    ['a day promised, and gone', { outcome: 'promise', promisedFor: '2024-03-20' }, 'done'],
    ['a refusal', { answer: '不还', outcome: 'refusal' }, 'done'],
  ])('协商 is behind only once it came to something: %s', (_what, answer, state) => {
    const first: Demand = { id: 'd1', date: '2024-03-05', channel: 'letter', ...answer };
    const again: Demand = { id: 'd2', date: '2024-05-05', channel: 'letter' };
    const s = states(parsed({ ...beforeSuit, demands: [first, again] }), '2026-03-01');
    expect(s.negotiation === 'done' ? 'done' : 'notDone').toBe(state);
  });

  test('a refusal, no letter: the suit is now, the letter is a gap that does not block', () => {
    const demands = sampleCase().demands?.map((d) => ({ ...d, outcome: 'refusal' as const }));
    const s = states(parsed({ ...beforeSuit, demands: demands ?? [] }), '2026-03-01');
    expect(s).toMatchObject({
      reminder: 'done',
      demandLetter: 'missing',
      negotiation: 'done',
      suit: 'now',
      judgment: 'next',
      enforcement: 'notYet',
    });
  });

  test('filed: waits for the judgment', () => {
    const c = parsed({ judgment: null, enforcement: null, propertyClues: [] });
    const road = ladder(c, '2026-04-01');
    expect(road.steps.find((s) => s.key === 'judgment')?.state).toBe('now');
    expect(road.next.screen).toBe('suit');
  });

  test('a judgment not yet in force asks for service and effect', () => {
    const j = { ...sampleCase().judgment, effectiveOn: null, performanceEnds: null };
    const c = parsed({ judgment: j, enforcement: null, propertyClues: [] });
    expect(ladder(c, '2026-06-20').next.path).toBe('judgment.effectiveOn');
  });

  test('enforcement waits for the last day of the performance period', () => {
    const c = parsed({ enforcement: null, propertyClues: [] });
    expect(states(c, '2026-07-10').enforcement).toBe('next');
    expect(states(c, '2026-07-11').enforcement).toBe('now');
  });

  test('in enforcement: the consumption restriction is now, the list next', () => {
    const s = states(parsed(), '2026-11-21');
    expect(s).toMatchObject({ enforcement: 'done', consumption: 'now', list: 'next' });
  });

  test('a needed step without its record is asked for first', () => {
    const road = ladder(parsed({ suit: {} }), '2026-11-21');
    expect(road.steps.find((s) => s.key === 'suit')?.state).toBe('missing');
    expect(road.next).toMatchObject({ screen: 'suit', text: '补录：起诉' });
  });

  test('all on record', () => {
    const enforcement = {
      ...sampleCase().enforcement,
      consumptionOrderOn: '2026-09-01',
      listedOn: '2026-10-01',
    };
    const road = ladder(parsed({ enforcement }), '2026-11-21');
    expect(road.steps.filter((s) => s.state === 'now')).toEqual([]);
    expect(road.next.screen).toBe('enforcement');
  });
});

describe('section states', () => {
  test.each<[Section, string]>([
    ['parties', 'complete'],
    ['loans', 'complete'],
    ['transfers', 'complete'],
    ['demands', 'complete'],
    ['evidence', 'complete'],
    ['suit', 'complete'],
    ['enforcement', 'complete'],
    ['dishonest', 'empty'],
  ])('%s of the sample is %s', (section, state) => {
    expect(sectionState(parsed(), [], section, TODAY, null)).toBe(state);
  });

  test('失信评估 is begun once its four conditions are met, and complete once a ground stands with its proof', () => {
    const state = (c: Case) => sectionState(c, [], 'dishonest', '2026-11-21', c);
    const served = { ...sampleCase().enforcement, noticeServedOn: '2026-08-12' };
    expect(state(parsed())).toBe('empty');
    expect(state(parsed({ enforcement: served }))).toBe('partial');
    const answered = { exclusions: { sufficientSecurity: false } };
    expect(state(parsed({ enforcement: { ...sampleCase().enforcement, ...answered } }))).toBe(
      'partial',
    );
    const silent = {
      ...served,
      reportOrderServedOn: '2026-08-12',
      report: { result: 'none' as const, dueOn: '2026-08-27' },
    };
    // The court's file alone is not yet proof in hand.
    expect(state(parsed({ enforcement: silent }))).toBe('partial');
    const conduct: CaseDocument['conduct'] = [
      {
        ...{ id: 'f1', ground: 4, element: 'noReport', date: '2026-08-28' },
        ...{ description: '法院笔录记明没有收到报告', evidenceIds: ['e4'] },
      },
    ];
    expect(state(parsed({ enforcement: silent, conduct }))).toBe('complete');
  });

  test.each<[RoadCase, string]>([
    ['01-only-a-name', 'partial'],
    ['02-no-transfer', 'complete'],
    ['04-overdue', 'complete'],
    ['09-judgment-unperformed', 'complete'],
  ])('当事人 of %s is %s; 文书 never has a mark', (name, state) => {
    const d = roadCase(name);
    expect(sectionState(d, [], 'parties', TODAY, null)).toBe(state);
    expect(sectionState(d, [], 'papers', TODAY, null)).toBeNull();
  });

  test.each<[string, 'lender' | 'borrower', object, string]>([
    ['the lender’s 民族', 'lender', { ethnicity: '' }, 'partial'],
    ['a passport has no 民族', 'lender', { ethnicity: '', idType: 'passport' }, 'complete'],
    ['the lender’s telephone', 'lender', { phone: '' }, 'partial'],
    ['the borrower’s address, with his number', 'borrower', { domicile: '' }, 'complete'],
    ['both of them', 'borrower', { domicile: '', idNumber: '' }, 'partial'],
    ['the borrower’s 民族', 'borrower', { ethnicity: '' }, 'complete'],
  ])('当事人 says what a court would miss: %s', (_what, role, change, state) => {
    const parties = sampleCase().parties?.map((p) => (p.role === role ? { ...p, ...change } : p));
    const d = { ...sampleCase(), parties: parties ?? [] } as CaseDocument;
    expect(sectionState(d, [], 'parties', TODAY, null)).toBe(state);
  });

  test('changed wording with a problem still asks for attention', () => {
    const problems = [{ level: 'error' as const, path: 'prose.0.text', message: 'x' }];
    expect(sectionState(sampleCase(), problems, 'papers', TODAY, null)).toBe('attention');
  });

  test('an empty document is empty everywhere', () => {
    for (const s of ['parties', 'loans', 'transfers', 'evidence', 'suit'] as const) {
      expect(sectionState(emptyCase('x'), [], s, TODAY, null)).toBe('empty');
    }
  });

  test('a problem in a section’s field asks for attention there only', () => {
    const problems = [{ level: 'error' as const, path: 'loans.0.due', message: 'x' }];
    expect(sectionState(parsed(), problems, 'loans', TODAY, null)).toBe('attention');
    expect(sectionState(parsed(), problems, 'transfers', TODAY, null)).toBe('complete');
  });

  test('证据 is complete only when every item has its purpose and no fact lacks proof', () => {
    const state = (evidence: CaseDocument['evidence']) => {
      const c = parsed({ evidence, judgment: null, enforcement: null });
      return sectionState(c, [], 'evidence', TODAY, c);
    };
    const items = sampleCase().evidence ?? [];
    expect(state(items)).toBe('complete');
    expect(state(items.map((e) => ({ ...e, purpose: '' })))).toBe('partial');
    expect(state(items.map((e) => ({ ...e, proves: [] })))).toBe('partial');
  });

  test('请求计算 is not complete while something is left out of the figures', () => {
    const problems = [{ level: 'error' as const, path: 'transfers.1.date', message: 'x' }];
    expect(sectionState(parsed(), [], 'claim', TODAY, null)).toBe('complete');
    expect(sectionState(parsed(), problems, 'claim', TODAY, null)).toBe('partial');
  });

  test('money lent without a transfer leaves the ledger unfinished', () => {
    const transfers = sampleCase().transfers?.map((t) => ({ ...t, loanId: 'other' }));
    expect(sectionState({ ...sampleCase(), transfers }, [], 'transfers', TODAY, null)).toBe(
      'partial',
    );
  });
});
