import { describe, expect, test } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import {
  assess,
  homeOf,
  MEASURES,
  type Measure,
  type MeasureView,
  type Verdict,
} from '../../shared/law/dishonest-list.ts';
import { KNOWN_KINDS } from '../../shared/law/dishonest-measures.ts';
import { paperTemplate } from '../../templates/index.ts';

const TODAY = '2026-11-21';

type Fact = NonNullable<CaseDocument['conduct']>[number];

const orders = {
  noticeServedOn: '2026-08-12',
  reportOrderServedOn: '2026-08-12',
  consumptionOrderOn: '2026-09-01',
};

/** The sample in enforcement, notice served, without property and without any answer to Arts. 3–4. */
function base(conduct: Fact[], enforcement: object = {}, patch: Partial<CaseDocument> = {}): Case {
  const sample = sampleCase();
  const parsed = parseCase({
    ...sample,
    propertyClues: [],
    conduct,
    ...patch,
    enforcement: { ...sample.enforcement, ...orders, ...enforcement },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

let n = 0;
function fact(element: string, date: string | null, more: Partial<Fact> = {}): Fact {
  n += 1;
  const home = homeOf(element, 'sanction');
  return {
    id: `f${n}`,
    ground: home.ground as Fact['ground'],
    measure: home.measure,
    element,
    date,
    description: `事实${n}`,
    evidenceIds: ['e4'],
    ...more,
  };
}

function view(c: Case, measure: Measure, today = TODAY): MeasureView {
  const found = assess(c, today).measures.find((m) => m.measure === measure);
  if (!found) throw new Error(measure);
  return found;
}

const able = () => fact('ability', '2026-09-05');

/** Facts that carry each measure, with proof. */
const full: Record<Measure, () => Fact[]> = {
  exitBan: () => [able(), fact('exitPlan', '2026-10-02')],
  media: () => [able(), fact('refusal', '2026-10-02')],
  sanction: () => [fact('noReport', '2026-09-01')],
  crime: () => [able(), fact('transfer', '2026-09-15'), fact('unenforceable', '2026-10-30')],
  prosecution: () => [
    able(),
    fact('transfer', '2026-09-15'),
    fact('unenforceable', '2026-10-20'),
    fact('policeReport', '2026-10-25'),
    fact('notPursued', '2026-11-10'),
  ],
};

const ARTICLES: Record<Measure, string> = {
  exitBan: '民事诉讼法第二百六十六条',
  media: '民事诉讼法第二百六十六条',
  sanction: '民事诉讼法第一百一十四条',
  crime: '刑法第三百一十三条',
  prosecution: '拒执罪解释第十四条',
};

const all = Object.keys(full) as Measure[];

describe.each(all)('measure %s', (measure) => {
  test('stands with every element proved, on its article', () => {
    const v = view(base(full[measure]()), measure);
    expect([v.verdict, v.article, v.missing]).toEqual(['met', ARTICLES[measure], []]);
  });

  test('without a fact it is left open: mere non-payment is never enough', () => {
    const v = view(base([able()]), measure);
    expect([v.verdict, v.begun]).toEqual(['insufficient', false]);
    expect(v.reasons[0]?.text).toMatch(/^(“[^”]+”)*还没有记录。.*“记一条事实”/);
    for (const e of v.elements.filter((k) => !k.optional && k.facts.length === 0)) {
      expect(v.reasons.map((r) => r.text).join()).toContain(`${e.label}：还没有记录。可以找`);
      expect(v.missing.some((m) => m.text.includes(e.label))).toBe(true);
    }
  });

  test('a fact against it with nothing on the other side rules it out', () => {
    const element = full[measure]().at(-1)?.element ?? '';
    const v = view(base([able(), fact(element, '2026-11-10', { contrary: true })]), measure);
    expect(v.verdict).toBe('notMet');
    expect(v.reasons[0]?.text).toContain('与这一项相反');
  });

  test('wants proof for each fact, and names the field', () => {
    const c = base(full[measure]().map((f) => ({ ...f, evidenceIds: [] })));
    const v = view(c, measure);
    expect(v.verdict).toBe('insufficient');
    expect(v.missing.map((m) => m.path).join()).toContain('.evidenceIds');
  });

  test('wants a date, to know what came first', () => {
    const v = view(base(full[measure]().map((f) => ({ ...f, date: null }))), measure);
    expect(v.verdict).not.toBe('met');
  });

  test('drops facts that came too early', () => {
    expect(
      view(base(full[measure]().map((f) => ({ ...f, date: '2024-01-05' }))), measure).verdict,
    ).toBe('notMet');
  });

  test('is closed before the performance period is over, and once everything is paid', () => {
    const c = base(full[measure]());
    expect(view(c, measure, '2026-07-10').verdict).toBe('notMet');
    const paid = assess(c, TODAY, { outstanding: 0 }).measures.find((m) => m.measure === measure);
    expect(paid?.verdict).toBe('notMet');
  });

  test('waits for the notice and for the number of the case', () => {
    expect(view(base(full[measure](), { noticeServedOn: null }), measure).verdict).toBe(
      'insufficient',
    );
    const unnumbered = view(base(full[measure](), { caseNumber: '' }), measure);
    expect(unnumbered.missing.map((m) => m.path)).toContain('enforcement.caseNumber');
  });

  test('a contrary fact has to be answered by a later proven one', () => {
    const facts = full[measure]();
    const element =
      facts.find((f) => f.measure === measure)?.element ?? facts.at(-1)?.element ?? '';
    const against = fact(element, '2026-11-15', { contrary: true });
    expect(view(base([...facts, against]), measure).verdict).toBe('insufficient');
    const answer = fact(element, '2026-11-18');
    expect(view(base([...facts, against, answer]), measure).verdict).toBe('met');
  });

  test('another debtor’s conduct does not count', () => {
    const c = base(full[measure]().map((f) => ({ ...f, partyId: 'wang' })));
    expect(view(c, measure).verdict).toBe('insufficient');
    expect(view(c, measure).begun).toBe(false);
  });

  test('its papers exist', () => {
    const { papers } = view(base([]), measure);
    expect(papers.length).toBeGreaterThan(0);
    for (const id of papers) expect(paperTemplate(id)?.id).toBe(id);
  });
});

describe('exclusions', () => {
  test.each<[string, Measure[], Measure[]]>([
    ['notYetTurn', ['exitBan', 'media', 'sanction', 'crime', 'prosecution'], []],
    ['sufficientSecurity', ['exitBan', 'media', 'crime'], ['sanction']],
    ['seizedSuffices', ['exitBan', 'media', 'crime'], ['sanction']],
  ])('%s closes what it must', (key, closed, open) => {
    const exclusions = { [key]: true };
    for (const m of closed)
      expect([m, view(base(full[m](), { exclusions }), m).verdict]).toEqual([m, 'notMet']);
    for (const m of open)
      expect([m, view(base(full[m](), { exclusions }), m).verdict]).toEqual([m, 'met']);
  });

  test('a minor: the judge or a lawyer first', () => {
    const c = base(full.sanction(), { exclusions: { minor: true } });
    const parties = c.parties.map((p) => (p.kind === 'person' ? { ...p, birthDate: null } : p));
    expect(
      view({ ...c, parties }, 'sanction')
        .notes.map((x) => x.text)
        .join(),
    ).toContain('未成年人');
  });
});

describe('fine and detention', () => {
  test.each<[string, string, Verdict, string]>([
    ['noReport', '2026-09-01', 'met', '民事诉讼法第二百五十二条'],
    ['falseReport', '2026-09-01', 'met', '民事诉讼法第二百五十二条'],
    ['lateReport', '2026-09-01', 'met', '财产调查规定第九条'],
    ['consumption', '2026-10-01', 'met', '限制消费规定第十一条'],
    ['noReport', '2026-08-01', 'notMet', ''],
    ['consumption', '2026-09-01', 'notMet', ''],
    ['hideSeized', '2026-10-20', 'met', ''],
    ['refuseHandover', '2026-10-20', 'met', ''],
    ['violence', '2026-08-20', 'met', ''],
    ['threat', '2026-07-20', 'notMet', ''],
  ])('%s on %s: %s', (element, date, verdict, article) => {
    const v = view(base([fact(element, date)]), 'sanction');
    expect(v.verdict).toBe(verdict);
    const acts = v.elements.find((e) => e.id === 'act')?.facts ?? [];
    if (article) expect(acts[0]?.article).toBe(article);
  });

  test('the report noted in enforcement is a fact that the court’s file proves', () => {
    const none = base([], { report: { result: 'none', dueOn: '2026-08-27' } });
    expect(view(none, 'sanction').verdict).toBe('met');
    expect(assess(none, TODAY).grounds[3]?.verdict).toBe('met');
    expect(view(none, 'sanction', '2026-08-27').verdict).toBe('insufficient');
    const waiting = base([], { report: { result: 'waiting', dueOn: '2026-08-27' } });
    expect(view(waiting, 'sanction').verdict).toBe('insufficient');
    const untrue = base([], { report: { result: 'false', reportedOn: '2026-08-25' } });
    const v = view(untrue, 'sanction');
    expect(v.verdict).toBe('insufficient');
    expect(v.missing[0]?.add).toEqual({ key: 'sanction', element: 'falseReport' });
  });

  test('amounts for a person and for an organisation; the last day of a detention', () => {
    const on = fact('detained', '2026-10-10');
    const v = view(base([...full.sanction(), on]), 'sanction');
    expect(v.term).toMatchObject({ article: '民事诉讼法第一百一十八条', until: '2026-10-25' });
    expect(v.term.text).toMatch(/十万元以下.*十五日以下/);
    expect(v.orderedOn).toBe('2026-10-10');
    const company = base(
      full.sanction(),
      {},
      {
        parties: (sampleCase().parties ?? []).map((p) =>
          p.id === 'li'
            ? { id: 'li', kind: 'organisation' as const, role: 'borrower' as const, name: '某公司' }
            : p,
        ),
      },
    );
    expect(view(company, 'sanction').term.text).toContain('五万元以上一百万元以下');
  });
});

describe('the crime of refusing to perform', () => {
  /** Act, result, further facts, verdict, article that names the act. */
  test.each<[string, string, Fact[], Verdict, string]>([
    ['waiver', 'unenforceable', [], 'met', '拒执罪解释第三条第一项'],
    ['drain', 'unenforceable', [], 'met', '拒执罪解释第三条第二项'],
    ['forgery', 'unenforceable', [], 'met', '拒执罪解释第三条第三项'],
    ['noReport', 'stillRefuses', [], 'insufficient', '拒执罪解释第三条第四项'],
    ['noReport', 'stillRefuses', [fact('fined', '2026-10-01')], 'met', '拒执罪解释第三条第四项'],
    [
      'falseReport',
      'stillRefuses',
      [fact('detained', '2026-10-01')],
      'met',
      '拒执罪解释第三条第四项',
    ],
    [
      'noReport',
      'unenforceable',
      [fact('fined', '2026-10-01')],
      'insufficient',
      '拒执罪解释第三条第四项',
    ],
    [
      'noReport',
      'stillRefuses',
      [fact('fined', '2026-08-15')],
      'insufficient',
      '拒执罪解释第三条第四项',
    ],
    [
      'consumption',
      'stillRefuses',
      [fact('detained', '2026-10-01')],
      'met',
      '拒执罪解释第三条第四项',
    ],
    ['threat', 'obstruction', [], 'met', '拒执罪解释第三条第八项'],
    ['threat', 'unenforceable', [], 'insufficient', '拒执罪解释第三条第八项'],
    ['violence', 'obstruction', [], 'met', '拒执罪解释第四条第三项'],
    ['falseSuit', 'unenforceable', [], 'met', '拒执罪解释第四条第一项'],
    ['transfer', 'unenforceable', [], 'met', '刑法第三百一十三条'],
  ])('%s with %s', (act, result, more, verdict, article) => {
    const c = base([able(), fact(act, '2026-09-15'), fact(result, '2026-10-30'), ...more]);
    const v = view(c, 'crime');
    expect([v.verdict, v.elements[1]?.facts[0]?.article]).toEqual([verdict, article]);
  });

  test('an act between suit and judgment counts (Art. 6), one before the suit does not', () => {
    const on = (date: string) =>
      view(base([able(), fact('transfer', date), fact('unenforceable', '2026-10-30')]), 'crime')
        .verdict;
    expect(on('2026-04-01')).toBe('met');
    expect(on('2026-03-01')).toBe('notMet');
    const early = view(base([fact('transfer', '2026-04-01')]), 'crime').elements[1]?.facts[0];
    expect(early?.article).toBe('拒执罪解释第六条');
  });

  test('without ability it is not made out', () => {
    const c = base([fact('transfer', '2026-09-15'), fact('unenforceable', '2026-10-30')]);
    expect(view(c, 'crime').verdict).toBe('insufficient');
  });

  test('终本 shows that the judgment could not be enforced; a resumption takes it back', () => {
    const facts = [able(), fact('transfer', '2026-09-15')];
    expect(view(base(facts, { finalisedOn: '2026-11-10' }), 'crime').verdict).toBe('met');
    expect(view(base(facts), 'crime').verdict).toBe('insufficient');
  });

  test('penalties, and the days of the police', () => {
    expect(view(base(full.crime()), 'crime').term.article).toBe('刑法第三百一十三条');
    const v = view(base([...full.crime(), fact('policeReport', '2026-11-05')]), 'crime');
    expect(v.term.until).toBe('2026-12-05');
    expect(v.term.text).toContain('2026年11月12日');
  });
});

describe('private prosecution (Art. 14)', () => {
  test('needs the complaint first and the refusal after it', () => {
    const crime = full.crime();
    expect(view(base(crime), 'prosecution').verdict).toBe('insufficient');
    const reported = fact('policeReport', '2026-11-01');
    expect(view(base([...crime, reported]), 'prosecution').verdict).toBe('insufficient');
    const early = fact('notPursued', '2026-10-31');
    expect(view(base([...crime, reported, early]), 'prosecution').verdict).toBe('insufficient');
    const after = fact('notPursued', '2026-11-12');
    expect(view(base([...crime, reported, after]), 'prosecution').verdict).toBe('met');
  });

  test('falls with the crime, and waits for its proof', () => {
    const tail = [fact('policeReport', '2026-11-01'), fact('notPursued', '2026-11-12')];
    expect(view(base(tail), 'prosecution').verdict).toBe('insufficient');
    const unproven = full.crime().map((f) => ({ ...f, evidenceIds: [] }));
    const v = view(base([...unproven, ...tail]), 'prosecution');
    expect(v.verdict).toBe('insufficient');
    expect(v.missing.map((m) => m.path)).toContain('dishonest.crime');
  });
});

describe('exit ban and publication', () => {
  test('the identity number is part of the application', () => {
    const parties = (sampleCase().parties ?? []).map((p) =>
      p.id === 'li' && p.kind === 'person' ? { ...p, idNumber: '' } : p,
    );
    for (const m of ['exitBan', 'media'] as const) {
      const v = view(base(full[m](), {}, { parties }), m);
      expect([v.verdict, v.missing.map((k) => k.path)]).toEqual([
        'insufficient',
        ['parties.1.idNumber'],
      ]);
    }
  });

  test('the day of an order is kept; orders alone prove nothing', () => {
    const v = view(base([fact('exitBanned', '2026-11-01')]), 'exitBan');
    expect([v.verdict, v.orderedOn]).toEqual(['insufficient', '2026-11-01']);
    expect(view(base([]), 'media').term.article).toBe('执行程序解释第二十六条第二款');
    expect(view(base([]), 'exitBan').term.article).toBe('执行程序解释第二十五条');
  });
});

test('a kind of fact has one home, and every criterion finds it there', () => {
  for (const kind of KNOWN_KINDS) {
    const home = homeOf(kind, 'crime');
    expect([kind, (home.ground === null) !== (home.measure === null)]).toEqual([kind, true]);
  }
  expect(homeOf('noReport', 'sanction')).toEqual({ ground: 4, measure: null });
  expect(homeOf('exitPlan', 'exitBan')).toEqual({ ground: null, measure: 'exitBan' });
  expect(MEASURES.map((m) => m.measure)).toEqual(all);
});

describe('the list: six months after a deletion, and the two years', () => {
  const listable = {
    exclusions: { sufficientSecurity: false, seizedSuffices: false, notYetTurn: false },
  };
  test.each<[string, Verdict]>([
    ['2026-05-21', 'notMet'],
    ['2026-05-20', 'met'],
  ])('deleted at the creditor’s request on %s: %s', (delistedOn, verdict) => {
    const c = base([fact('noReport', '2026-09-01')], { ...listable, delistedOn });
    const a = assess(c, TODAY);
    expect(a.grounds[3]?.verdict).toBe(verdict);
    if (verdict === 'notMet') {
      expect(a.grounds[3]?.reasons[0]?.article).toBe('失信名单规定第十条');
      expect(a.warnings.find((w) => w.code === 'sixMonths')?.text).toContain('2026年11月22日');
    }
  });

  test('the last day of two years, once listed', () => {
    const c = base([fact('noReport', '2026-09-01')], { ...listable, listedOn: '2026-10-08' });
    const terms = assess(c, TODAY).grounds.map((g) => g.term.until);
    expect(terms[0]).toBeUndefined();
    expect(terms[3]).toBe('2028-10-08');
  });

  test('before a deletion the warning says what it would cost, with the day', () => {
    const text = assess(base([]), TODAY).warnings.find((w) => w.code === 'sixMonths')?.text;
    expect(text).toContain('2027年5月22日');
  });
});

describe('consumption restriction', () => {
  test('a person alone; an organisation with its people (art. 3)', () => {
    expect(assess(base([]), TODAY).consumption.people.map((p) => [p.who, p.role])).toEqual([
      ['李某', '被执行人'],
    ]);
    const c = base(
      [],
      { consumptionOrderOn: null },
      {
        parties: [
          ...(sampleCase().parties ?? []).filter((p) => p.id !== 'li'),
          {
            id: 'li',
            kind: 'organisation',
            role: 'borrower',
            name: '某商贸有限公司',
            representative: '周某',
          },
        ],
        choices: { 'consumption-restriction': { persons: ['吴某（实际控制人）'] } },
      },
    );
    const view = assess(c, TODAY).consumption;
    expect(view.people.map((p) => p.who)).toEqual(['某商贸有限公司', '周某', '吴某（实际控制人）']);
    expect(view.peopleNote?.article).toBe('限制消费规定第三条');
    expect(view.verdict).toBe('met');
  });
});
