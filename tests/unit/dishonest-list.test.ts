import { describe, expect, test } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { assess, GROUNDS, type Ground, type Verdict } from '../../shared/law/dishonest-list.ts';

const TODAY = '2026-11-21';

type Fact = NonNullable<CaseDocument['conduct']>[number];

/** The sample case after notice, with every exclusion denied and no property clues. */
function base(patch: Partial<CaseDocument> = {}, enforcement: object = {}): Case {
  const sample = sampleCase();
  const parsed = parseCase({
    ...sample,
    propertyClues: [],
    ...patch,
    enforcement: {
      ...sample.enforcement,
      noticeServedOn: '2026-08-12',
      exclusions: { sufficientSecurity: false, seizedSuffices: false, notYetTurn: false },
      ...enforcement,
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

let n = 0;
function fact(
  ground: Ground,
  element: string,
  date: string | null,
  more: Partial<Fact> = {},
): Fact {
  n += 1;
  return {
    id: `f${n}`,
    ground,
    element,
    date,
    description: `事实${n}`,
    evidenceIds: ['e4'],
    ...more,
  };
}

const orders = { reportOrderServedOn: '2026-08-12', consumptionOrderOn: '2026-09-01' };
const settlement = { settlement: { signedOn: '2026-09-10', terms: '每月还一万元' } };

/** Facts that carry each ground, with proof. */
const full: Record<Ground, { facts: () => Fact[]; enforcement: object }> = {
  1: {
    facts: () => [fact(1, 'ability', '2026-09-05'), fact(1, 'refusal', '2026-09-20')],
    enforcement: {},
  },
  2: {
    facts: () => [fact(2, 'threat', '2026-09-05'), fact(2, 'obstruction', '2026-09-05')],
    enforcement: {},
  },
  3: {
    facts: () => [fact(3, 'transfer', '2026-04-05'), fact(3, 'evasion', '2026-04-05')],
    enforcement: {},
  },
  4: { facts: () => [fact(4, 'noReport', '2026-09-01')], enforcement: orders },
  5: { facts: () => [fact(5, 'consumption', '2026-10-01')], enforcement: orders },
  6: {
    facts: () => [fact(6, 'settlementBreach', '2026-10-11'), fact(6, 'noReason', '2026-10-15')],
    enforcement: settlement,
  },
};

const verdictOf = (c: Case, ground: Ground, today = TODAY): Verdict | undefined =>
  assess(c, today).grounds.find((g) => g.ground === ground)?.verdict;

const grounds: Ground[] = [1, 2, 3, 4, 5, 6];

describe.each(grounds)('ground %i', (ground) => {
  const { facts, enforcement } = full[ground];

  test('stands with every element proved', () => {
    const a = assess(base({ conduct: facts() }, enforcement), TODAY);
    expect(a.met).toEqual([ground]);
    expect(a.ready).toBe(true);
    expect(a.grounds[ground - 1]?.missing).toEqual([]);
    expect(a.grounds[ground - 1]?.article).toMatch(/第一条第[一二三四五六]项$/);
  });

  test('without any fact it is left open, and says what to look for and where to enter it', () => {
    const view = assess(base({}, enforcement), TODAY).grounds[ground - 1];
    expect([view?.verdict, view?.begun]).toEqual(['insufficient', false]);
    expect(view?.reasons[0]?.text).toMatch(/^还没有记录。.*“记一条事实”/);
    for (const e of view?.elements ?? []) {
      expect(view?.reasons.map((r) => r.text).join()).toContain(
        `${e.label}：还没有记录。可以找${e.proof}`,
      );
      const entry = view?.missing.find((m) => m.text.includes(e.label));
      expect(entry?.add?.element).toBe(e.kinds[0]?.id);
    }
  });

  test('a fact against it with nothing on the other side rules it out', () => {
    const element = facts()[0]?.element ?? '';
    const against = fact(ground, element, '2026-10-30', { contrary: true });
    const view = assess(base({ conduct: [against] }, enforcement), TODAY).grounds[ground - 1];
    expect(view?.verdict).toBe('notMet');
    expect(view?.reasons[0]?.text).toContain(against.description);
  });

  test('wants proof for each fact', () => {
    const conduct = facts().map((f) => ({ ...f, evidenceIds: [] }));
    const c = base({ conduct }, enforcement);
    expect(verdictOf(c, ground)).toBe('insufficient');
    expect(assess(c, TODAY).grounds[ground - 1]?.missing.map((m) => m.path)).toContain(
      'conduct.0.evidenceIds',
    );
  });

  test('wants a date, to know what came first', () => {
    const conduct = facts().map((f) => ({ ...f, date: null }));
    const c = base({ conduct }, enforcement);
    expect(verdictOf(c, ground)).toBe('insufficient');
  });

  test('drops facts that came too early', () => {
    const conduct = facts().map((f) => ({ ...f, date: '2024-01-05' }));
    expect(verdictOf(base({ conduct }, enforcement), ground)).toBe('notMet');
  });

  test('is closed for a minor, whatever was done', () => {
    const parties = sampleCase().parties?.map((p) =>
      p.id === 'li' && p.kind === 'person' ? { ...p, birthDate: '2009-01-01' } : p,
    );
    expect(verdictOf(base({ conduct: facts(), parties }, enforcement), ground)).toBe('notMet');
  });

  test('is closed before the performance period is over', () => {
    const c = base({ conduct: facts() }, enforcement);
    expect(verdictOf(c, ground, '2026-07-10')).toBe('notMet');
  });

  test('is closed once everything is paid', () => {
    const c = base({ conduct: facts() }, enforcement);
    const paid = assess(c, TODAY, { outstanding: 0 });
    expect(paid.grounds[ground - 1]?.verdict).toBe('notMet');
  });

  test('waits for the service of the notice', () => {
    const c = base({ conduct: facts() }, { ...enforcement, noticeServedOn: null });
    expect(verdictOf(c, ground)).toBe('insufficient');
  });

  test('a contrary fact has to be answered by a later proven one', () => {
    const element = facts()[0]?.element ?? '';
    const against = fact(ground, element, '2026-10-30', { contrary: true });
    const open = base({ conduct: [...facts(), against] }, enforcement);
    expect(verdictOf(open, ground)).toBe('insufficient');
    const answer = fact(ground, element, '2026-11-10');
    const answered = base({ conduct: [...facts(), against, answer] }, enforcement);
    expect(verdictOf(answered, ground)).toBe('met');
    expect(assess(answered, TODAY).warnings.map((w) => w.code)).toContain('contraryMet');
  });
});

describe('exclusions of article 3', () => {
  test.each(['sufficientSecurity', 'seizedSuffices', 'notYetTurn'])(
    '%s closes ground 1 only',
    (k) => {
      const exclusions = {
        sufficientSecurity: false,
        seizedSuffices: false,
        notYetTurn: false,
        [k]: true,
      };
      const conduct = [...full[1].facts(), ...full[4].facts()];
      const c = base({ conduct }, { ...orders, exclusions });
      expect(verdictOf(c, 1)).toBe('notMet');
      expect(verdictOf(c, 4)).toBe('met');
    },
  );

  test.each(['sufficientSecurity', 'seizedSuffices', 'notYetTurn'])(
    '%s has to be answered',
    (k) => {
      const exclusions = {
        sufficientSecurity: false,
        seizedSuffices: false,
        notYetTurn: false,
        [k]: null,
      };
      const a = assess(base({ conduct: full[1].facts() }, { exclusions }), TODAY);
      expect(a.grounds[0]?.verdict).toBe('insufficient');
      expect(a.missing.map((m) => m.path)).toContain(`enforcement.exclusions.${k}`);
    },
  );

  test('seized property worth the debt questions the answer 不足以清偿', () => {
    const clue = (estimatedValue: string) => [
      {
        id: 'c1',
        partyId: 'li',
        kind: 'realEstate' as const,
        description: '住房一套',
        estimatedValue,
        seizedOn: '2026-10-12',
      },
    ];
    const conduct = full[1].facts();
    expect(verdictOf(base({ conduct, propertyClues: clue('300000.00') }), 1)).toBe('insufficient');
    expect(verdictOf(base({ conduct, propertyClues: clue('120000.00') }), 1)).toBe('met');
  });
});

describe('each ground against each exclusion of articles 3 and 4', () => {
  const THIRD = '失信名单规定第三条';
  const FOURTH = '失信名单规定第四条';
  const table = grounds.flatMap((ground): [Ground, string, Verdict, string][] => [
    [ground, 'sufficientSecurity', ground === 1 ? 'notMet' : 'met', THIRD],
    [ground, 'seizedSuffices', ground === 1 ? 'notMet' : 'met', THIRD],
    [ground, 'notYetTurn', ground === 1 ? 'notMet' : 'met', THIRD],
    [ground, 'minor', 'notMet', FOURTH],
    [ground, 'none', 'met', ''],
  ]);
  test.each(table)('ground %i, %s: %s', (ground, key, verdict, article) => {
    const answers = { sufficientSecurity: false, seizedSuffices: false, notYetTurn: false };
    const exclusions = { ...answers, minor: false, ...(key === 'none' ? {} : { [key]: true }) };
    const parties = sampleCase().parties?.map((p) =>
      p.id === 'li' && p.kind === 'person' ? { ...p, birthDate: null } : p,
    );
    const { facts, enforcement } = full[ground];
    const c = base({ conduct: facts(), parties }, { ...enforcement, exclusions });
    const view = assess(c, TODAY).grounds[ground - 1];
    expect(view?.verdict).toBe(verdict);
    if (verdict === 'notMet') expect(view?.reasons.map((r) => r.article)).toContain(article);
  });
});

describe('facts', () => {
  test('seized property shows ability, a refused demand shows refusal', () => {
    const sample = sampleCase();
    const c = base({
      propertyClues: sample.propertyClues ?? [],
      demands: [
        ...(sample.demands ?? []),
        {
          id: 'd9',
          date: '2026-09-09',
          channel: 'call',
          toPartyId: 'li',
          outcome: 'refusal',
          answer: '不还',
          evidenceIds: ['e4'],
        },
      ],
    });
    expect(verdictOf(c, 1)).toBe('met');
    expect(assess(c, TODAY).warnings.map((w) => w.code)).toContain('seizedOnly');
    const salaried = base({ conduct: full[1].facts() });
    expect(assess(salaried, TODAY).warnings.map((w) => w.code)).not.toContain('seizedOnly');
  });

  test('spending on the day of the order is no breach, the day after is', () => {
    const on = (date: string) => base({ conduct: [fact(5, 'consumption', date)] }, orders);
    expect(verdictOf(on('2026-09-01'), 5)).toBe('notMet');
    expect(verdictOf(on('2026-09-02'), 5)).toBe('met');
  });

  test('no order on record: insufficient, and it says which field', () => {
    for (const [ground, path] of [
      [4, 'enforcement.reportOrderServedOn'],
      [5, 'enforcement.consumptionOrderOn'],
      [6, 'enforcement.settlement.signedOn'],
    ] as const) {
      const g = assess(base({ conduct: full[ground].facts() }), TODAY).grounds[ground - 1];
      expect(g?.verdict).toBe('insufficient');
      expect(g?.missing.map((m) => m.path)).toContain(path);
    }
  });

  test('another debtor’s conduct does not count', () => {
    const conduct = full[1].facts().map((f) => ({ ...f, partyId: 'wang' }));
    const view = assess(base({ conduct }), TODAY).grounds[0];
    expect([view?.verdict, view?.begun]).toEqual(['insufficient', false]);
  });

  test('a refusal from before the judgment is background: it leaves ground 1 open', () => {
    const demands = [
      ...(sampleCase().demands ?? []),
      {
        id: 'd9',
        date: '2026-02-09',
        channel: 'call' as const,
        toPartyId: 'li',
        outcome: 'refusal' as const,
        answer: '不还',
        evidenceIds: ['e4'],
      },
    ];
    const view = assess(base({ demands }), TODAY).grounds[0];
    expect([view?.verdict, view?.begun]).toEqual(['insufficient', false]);
    expect(view?.reasons.map((r) => r.text).join()).toContain('只能作背景');
  });

  test('evidence that names the fact counts like evidence named by it', () => {
    const conduct = full[1].facts().map((f) => ({ ...f, evidenceIds: [] }));
    const evidence = sampleCase().evidence?.map((e) =>
      e.id === 'e4' ? { ...e, proves: conduct.map((f) => f.id) } : e,
    );
    expect(verdictOf(base({ conduct, evidence }), 1)).toBe('met');
  });

  test('a fact not yet sorted to an element proves nothing', () => {
    const g = assess(base({ conduct: [fact(1, '', '2026-09-01')] }), TODAY).grounds[0];
    expect(g?.verdict).toBe('insufficient');
    expect(g?.missing.map((m) => m.path)).toContain('conduct.0.element');
  });
});

describe('term and warnings', () => {
  test('trap 14: ground 1 has no fixed term, the others two years', () => {
    const terms = assess(base(), TODAY).grounds.map((g) => g.term.text);
    expect(terms[0]).toMatch(/没有固定期限/);
    for (const t of terms.slice(1)) expect(t).toMatch(/二年/);
    expect(terms[1]).toMatch(/延长一至三年/);
  });

  test('trap 14, 27: always warns of mere non-payment, leverage and the six months', () => {
    const codes = assess(base(), TODAY).warnings.map((w) => w.code);
    expect(codes).toEqual(expect.arrayContaining(['mereNonPayment', 'leverage', 'sixMonths']));
  });

  test('trap 28: mere non-payment never makes a ground', () => {
    expect(assess(base(), TODAY).met).toEqual([]);
  });

  test('the statute’s six grounds in their order', () => {
    expect(GROUNDS.map((g) => g.ground)).toEqual(grounds);
  });
});

describe('the report as noted in enforcement', () => {
  const report = (result: string, more: object = {}) =>
    assess(base({}, { ...orders, report: { result, dueOn: '2026-08-27', ...more } }), TODAY)
      .grounds[3];

  test.each<[string, object, Verdict, RegExp]>([
    ['none', {}, 'met', /证据在法院卷宗里，您手里还没有/],
    ['late', { reportedOn: '2026-09-10' }, 'met', /证据在法院卷宗里，您手里还没有/],
    ['false', { reportedOn: '2026-08-20' }, 'insufficient', /还没有证据/],
    ['waiting', {}, 'insufficient', /还没有记录/],
    ['complete', { reportedOn: '2026-08-20' }, 'notMet', /2026年8月20日，被执行人已经如实按时报告/],
    ['waiting', { dueOn: '2026-12-01' }, 'notMet', /2026年12月1日为止，还没有届满/],
  ])('%s %o: %s', (result, more, verdict, reason) => {
    const view = report(result, more);
    expect(view?.verdict).toBe(verdict);
    expect(view?.reasons[0]?.text).toMatch(reason);
  });

  test('the days of the order have passed: asks what came of it, at its field', () => {
    expect(report('waiting')?.missing[0]?.path).toBe('enforcement.report.result');
  });
});

test('property on record without any refusal: only the refusal is told to be missing', () => {
  const car = { id: 'p9', kind: 'vehicle' as const, description: '小型轿车', evidenceIds: ['e4'] };
  const first = assess(base({ propertyClues: [car] }), TODAY).grounds[0];
  expect(first?.begun).toBe(false);
  expect(first?.reasons[0]?.text).toMatch(/^“拒不履行”还没有记录。/);
  expect(assess(base(), TODAY).grounds[0]?.reasons[0]?.text).toMatch(/^还没有记录。/);
});

describe('before there is a judgment', () => {
  test('nothing is ruled out: every ground, measure and the restriction lack material', () => {
    const a = assess(base({ judgment: null }, {}), TODAY);
    const verdicts = [...a.grounds, ...a.measures, a.consumption].map((v) => v.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['insufficient']));
    expect(a.missing.map((m) => m.text)).toContain('还没有录入判决书等生效法律文书。');
  });

  test('it says what comes first, and every condition leads to the judgment', () => {
    const suing = assess(base({ judgment: null }, { noticeServedOn: null }), TODAY);
    expect(suing.first).toMatchObject({ path: 'judgment', action: '录入判决' });
    expect(suing.preconditions.map((k) => k.path)).toEqual(Array(4).fill('judgment'));
    expect(suing.preconditions.map((k) => k.state)).toEqual(Array(4).fill('unknown'));
    // Said once where only what is missing is told.
    const paths = suing.consumption.missing.map((m) => m.path);
    expect(paths.filter((p) => p === 'judgment')).toHaveLength(1);
    const unsued = assess(base({ judgment: null, suit: {} }), TODAY);
    expect(unsued.first?.path).toBe('suit.filedOn');
    expect(assess(base(), TODAY).first).toBeNull();
  });
});

describe('consumption restriction', () => {
  test('needs no ground, only non-performance after the notice', () => {
    expect(assess(base(), TODAY).consumption.verdict).toBe('met');
    expect(assess(base({}, { noticeServedOn: null }), TODAY).consumption.verdict).toBe(
      'insufficient',
    );
    expect(assess(base(), '2026-07-01').consumption.verdict).toBe('notMet');
    expect(assess(base(), TODAY).consumption.gap).toBe('');
    expect(assess(base({}, { noticeServedOn: null }), TODAY).consumption.gap).toBe(
      '材料不足：还没有填写执行通知书送达被执行人的日期，可以向执行法官询问。',
    );
  });

  test('once the order is out there is nothing to apply for', () => {
    const view = assess(base({}, { consumptionOrderOn: '2026-09-01' }), TODAY).consumption;
    expect([view.issued, view.verdict]).toEqual([true, 'notMet']);
    expect(assess(base({}, { consumptionOrderOn: '2026-12-01' }), TODAY).consumption.issued).toBe(
      false,
    );
  });

  test('is a must once listed', () => {
    expect(assess(base(), TODAY).consumption.must).toBe(false);
    expect(assess(base({}, { listedOn: '2026-10-01' }), TODAY).consumption.must).toBe(true);
  });

  test('lists the nine heads of article 3', () => {
    expect(assess(base(), TODAY).consumption.heads).toHaveLength(9);
  });
});
