import { describe, expect, test } from 'vitest';
import { calcTopics } from '../../shared/calc/registry.ts';
import { computeInterest } from '../../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../../shared/law/interest-input.ts';
import { lprTable } from '../../shared/law/lpr.ts';

/** Worked examples of the rules, to the cent, and the traps an engineer falls into. */

const base = (over: Partial<InterestInput>, options: Partial<InterestInput['options']> = {}) => ({
  tranches: [{ amount: 10_000_000, paid: '2023-03-01', withheld: 0 }],
  due: '2024-03-01',
  rate: null,
  overdueRate: null,
  penalties: [],
  naturalPersons: true,
  signed: null,
  filed: '2026-09-30',
  until: '2026-09-30',
  repayments: [],
  ...over,
  options: { ...DEFAULT_OPTIONS, ...options },
});
const lent = (paid: string, amount = 10_000_000) => [{ amount, paid, withheld: 0 }];
const run = (over: Partial<InterestInput>, options: Partial<InterestInput['options']> = {}) =>
  computeInterest(base(over, options));
const month2 = { percent: '2', per: 'month' } as const;
const codes = (r: { warnings: { code: string }[] }) => r.warnings.map((w) => w.code);
const alt = (r: ReturnType<typeof run>, key: string) => r.alternatives.find((a) => a.key === key);

describe('rules 2: worked examples', () => {
  test('A: 月息2分 cut to the cap of formation, in-term 14,640.00 and overdue 39,800.00', () => {
    const r = run({ rate: month2, filed: '2026-11-21', until: '2026-11-21' });
    expect([r.inTerm, r.overdue, r.interest, r.total]).toEqual([
      1_464_000, 3_980_000, 5_444_000, 15_444_000,
    ]);
    expect(r.segments.map((s) => [s.days, s.rate])).toEqual([
      [366, '14.60'],
      [995, '14.60'],
    ]);
    expect(codes(r)).not.toContain('lpr-unverified');
    const uncut = run({ rate: month2, until: '2024-03-01' }, { cap: false });
    expect(uncut.inTerm).toBe(2_406_575);
    expect(codes(uncut)).toContain('cap-off');
  });

  test('B: 24% to 2020-08-19 (596 days), then four times the LPR at filing (2,285 days)', () => {
    const r = run({
      tranches: lent('2019-01-01'),
      due: null,
      rate: { percent: '24', per: 'year' },
      filed: '2026-11-21',
      until: '2026-11-21',
    });
    expect(r.segments.map((s) => [s.days, s.rate, s.amount])).toEqual([
      [596, '24.00', 3_918_904],
      [2285, '12.00', 7_512_329],
    ]);
    expect(r.interest).toBe(11_431_233);
    expect(codes(r)).toEqual(expect.arrayContaining(['lpr-unverified', 'old-rules-request']));
  });

  test('C: nothing agreed, 1,605 days: fixed 16,269.86, floating 14,482.05, at filing 13,191.78', () => {
    const facts = {
      tranches: lent('2021-06-30'),
      due: '2022-06-30',
      filed: '2026-11-21',
      until: '2026-11-21',
    };
    const fixed = run(facts);
    const floating = run(facts, { lprAnchor: 'floating' });
    expect(fixed.interest).toBe(1_626_986);
    expect(floating.interest).toBe(1_448_205);
    expect(run(facts, { lprAnchor: 'atFiling' }).interest).toBe(1_319_178);
    expect(floating.segments.map((s) => [s.days, s.rate])).toEqual([
      [52, '3.70'],
      [302, '3.65'],
      [62, '3.55'],
      [336, '3.45'],
      [91, '3.35'],
      [211, '3.10'],
      [551, '3.00'],
    ]);
    expect(codes(fixed)).not.toContain('lpr-unverified');
    expect(codes(floating)).toContain('lpr-unverified');
    expect(alt(fixed, 'lprAnchor.floating')).toMatchObject({ total: 11_448_205, unverified: true });
    expect(alt(fixed, 'lprAnchor.atFiling')).toMatchObject({ total: 11_319_178, unverified: true });
  });
});

test('rules 3: repayments pay lawful interest first, the surplus lowers principal that day', () => {
  const r = run({
    tranches: lent('2021-06-01', 20_000_000),
    due: null,
    rate: month2,
    filed: null,
    until: '2026-11-21',
    repayments: [
      { date: '2021-12-01', amount: 2_400_000, as: null },
      { date: '2022-06-01', amount: 2_400_000, as: null },
      { date: '2023-01-15', amount: 1_000_000, as: null },
    ],
  });
  expect(r.repayments.map((x) => [x.interest, x.principal, x.balance])).toEqual([
    [1_544_219, 855_781, 19_144_219],
    [1_470_066, 929_934, 18_214_285],
    [1_000_000, 0, 18_214_285],
  ]);
  expect(r.repayments[2]?.interestLeft).toBe(752_164);
  expect(r.segments[2]?.amount).toBe(1_752_164);
  expect(r.segments[3]?.days).toBe(1406);
  expect(r.interest).toBe(11_557_178);
});

test('rules 1.6: nothing agreed, overdue before 2020-08-20: 6%, then the LPR at filing', () => {
  const r = run({
    tranches: lent('2018-01-01'),
    due: '2019-08-19',
    filed: '2026-03-16',
    until: '2021-08-19',
  });
  expect(r.segments.map((s) => [s.days, s.rate])).toEqual([
    [366, '6.00'],
    [365, '3.00'],
  ]);
  expect(r.interest).toBe(601_644 + 300_000);
});

describe('forms 04 E and README fixtures: the running example', () => {
  const plain = (over: Record<string, unknown>) =>
    calcTopics['plain-interest']?.run({
      principal: '300000.00',
      percent: '3.00',
      from: '2026-03-16',
      to: '2026-08-03',
      ...over,
    });

  test('140 days: 3,452.05 over 365, 3,500.00 over 360', () => {
    expect(plain({})).toMatchObject({ interest: '3452.05', days: 140 });
    expect(plain({ dayCount: 'actual360' })).toMatchObject({ interest: '3500.00', days: 140 });
  });

  test('745 days from the overdue date: 21,125.34 at 3.45%, 18,369.86 at 3.00%', () => {
    const span = { from: '2024-03-01', to: '2026-03-16' };
    expect(plain({ ...span, percent: '3.45' })).toMatchObject({ interest: '21125.34', days: 745 });
    expect(plain(span)).toMatchObject({ interest: '18369.86' });
  });

  test('claimed from filing: the LPR at filing, counted from the filing date', () => {
    const facts = {
      tranches: lent('2023-03-01', 30_000_000),
      due: '2024-02-29',
      filed: '2026-03-16',
      until: '2026-08-03',
    };
    for (const lprAnchor of ['atFiling', 'fixedAtDefault', 'floating'] as const) {
      const r = run(facts, { claimFrom: 'filing', lprAnchor });
      expect(r.interest).toBe(345_205);
      expect(r.segments.map((s) => [s.from, s.days])).toEqual([['2026-03-16', 140]]);
    }
    expect(run(facts, { claimFrom: 'filing', dayCount: 'actual360' }).interest).toBe(350_000);
  });
});

describe('ways of counting', () => {
  const r10 = { rate: { percent: '12', per: 'year' } as const, until: '2023-04-16' };
  const sum = (options: Partial<InterestInput['options']>, over = {}) =>
    run({ ...r10, ...over }, options).interest;

  test('each day count on 2023-03-01 to 2023-04-16 (one month and 15 days, 46 days)', () => {
    expect(sum({})).toBe(151_233);
    expect(sum({ dayCount: 'actual360' })).toBe(153_333);
    expect(sum({ dayCount: 'months30' })).toBe(150_000);
    expect(sum({ dayCount: 'months' })).toBe(100_000);
    expect(sum({ dayCount: 'thirty360' })).toBe(150_000);
  });

  test('both ends: one day for the whole run, not one a segment', () => {
    const facts = {
      until: '2026-09-30',
      repayments: [
        { date: '2023-06-01', amount: 100_000, as: null },
        { date: '2024-06-01', amount: 100_000, as: null },
      ],
    };
    const one = run({ ...r10, ...facts });
    const both = run({ ...r10, ...facts }, { countBothEnds: true });
    const days = (x: typeof one) => x.segments.reduce((n, s) => n + s.days, 0);
    expect(days(both) - days(one)).toBe(1);
    expect(both.segments.length).toBe(one.segments.length);
    expect(sum({ countBothEnds: true })).toBe(154_521);
    expect(sum({ countBothEnds: true, dayCount: 'thirty360' })).toBe(153_333);
  });

  test('rounding once at the end: cent, yuan, cut to yuan, six places', () => {
    expect(sum({ rounding: 'yuan' })).toBe(151_200);
    expect(sum({ rounding: 'truncateYuan' })).toBe(151_200);
    expect(sum({ rounding: 'yuan' }, { until: '2023-04-18' })).toBe(157_800);
    expect(sum({ rounding: 'truncateYuan' }, { until: '2023-04-18' })).toBe(157_800);
    expect(sum({ rounding: 'truncateYuan' }, { until: '2023-04-19' })).toBe(161_000);
    expect(sum({ rounding: 'yuan' }, { until: '2023-04-19' })).toBe(161_100);
    const none = run(r10, { rounding: 'none' });
    expect(none.six).toMatchObject({ interest: '1512.328767', total: '101512.328767' });
  });

  test('parts always add up to the interest', () => {
    const r = run({ rate: { percent: '9.99', per: 'year' }, until: '2025-01-07' });
    expect(r.inTerm + r.overdue + r.penalty).toBe(r.interest);
  });
});

describe('traps', () => {
  test('trap 1: four times the LPR is frozen at formation; older contracts take the LPR at filing', () => {
    const r = run({ rate: month2 });
    expect(new Set(r.segments.map((s) => s.rate))).toEqual(new Set(['14.60']));
    const old = { tranches: lent('2020-08-19'), due: '2021-08-19', rate: month2 };
    const before = run({ ...old, filed: '2025-05-19', until: '2025-06-30' });
    const after = run({ ...old, filed: '2025-05-20', until: '2025-06-30' });
    expect(before.segments.at(-1)?.rate).toBe('12.40');
    expect(after.segments.at(-1)?.rate).toBe('12.00');
  });

  test('trap 2: formation is the day the money came, each disbursement for itself', () => {
    const tranches = [...lent('2023-06-19'), ...lent('2023-06-20')];
    const r = run({
      tranches,
      due: '2023-09-01',
      rate: month2,
      signed: '2021-12-01',
      until: '2023-09-01',
    });
    expect(r.segments.map((s) => s.rate).sort()).toEqual(['14.20', '14.60']);
    const company = run({
      tranches,
      due: '2023-09-01',
      rate: month2,
      signed: '2021-12-01',
      naturalPersons: false,
      until: '2023-09-01',
    });
    expect(new Set(company.segments.map((s) => s.rate))).toEqual(new Set(['15.40']));
  });

  test('trap 3: nothing agreed is 1×LPR overdue and nothing in term', () => {
    const r = run({});
    expect(r.inTerm).toBe(0);
    expect(r.segments.map((s) => s.rate)).toEqual(['3.45']);
    expect(run({ rate: { percent: '0', per: 'month' } }).interest).toBe(r.interest);
  });

  test('trap 4: pre-2020-08-20 overdue with nothing agreed is 6%', () => {
    const r = run({ tranches: lent('2017-01-01'), due: '2017-12-31', until: '2020-08-19' });
    expect(r.segments.map((s) => s.rate)).toEqual(['6.00']);
    expect(r.segments[0]?.article).toContain('法释〔2015〕18号');
  });

  test('trap 5: 24–36% stands only where it was paid as interest before 2020-08-20', () => {
    const loan = {
      tranches: lent('2019-08-19'),
      due: null,
      rate: { percent: '36', per: 'year' } as const,
    };
    const pay = (date: string, as: 'interest' | null) =>
      run({ ...loan, until: '2026-09-30', repayments: [{ date, amount: 3_600_000, as }] })
        .repayments[0];
    // 365 days at 24% = 24,000; at 36% = 36,000.
    expect(pay('2020-08-18', 'interest')).toMatchObject({ interest: 3_600_000, principal: 0 });
    expect(pay('2020-08-18', null)).toMatchObject({ interest: 2_400_000, principal: 1_200_000 });
    expect(pay('2020-08-20', 'interest')?.interest).toBe(2_406_575 + 3_288);
    const unpaid = run({ ...loan, until: '2020-08-18' });
    expect(unpaid.interest).toBe(2_400_000);
  });

  test('trap 6: the old rule has to be asked for in the complaint', () => {
    const r = run({ tranches: lent('2019-01-01'), due: null, rate: month2 });
    expect(codes(r)).toContain('old-rules-request');
    const without = run(
      { tranches: lent('2019-01-01'), due: null, rate: month2 },
      { oldRules: false },
    );
    expect(without.segments.map((s) => s.rate)).toEqual(['12.00']);
    expect(codes(without)).not.toContain('old-rules-request');
  });

  test('trap 7: the cap counts interest, penalty and lump sums together', () => {
    const r = run({
      rate: { percent: '10', per: 'year' },
      penalties: [
        { kind: 'rate', rate: { percent: '0.05', per: 'day' } },
        { kind: 'lump', amount: 9_900_000 },
      ],
      until: '2025-03-01',
    });
    expect(r.overdue).toBe(1_000_000);
    expect(r.penalty).toBe(460_000);
    const room = run({
      rate: { percent: '10', per: 'year' },
      penalties: [{ kind: 'lump', amount: 9_900_000 }],
      until: '2025-03-01',
    });
    expect(room.penalty).toBe(460_000);
    const small = run({
      rate: { percent: '10', per: 'year' },
      penalties: [{ kind: 'lump', amount: 100_000 }],
      until: '2025-03-01',
    });
    expect(small.penalty).toBe(100_000);
  });

  test('trap 8: (S, E] everywhere, 29 February counts, overdue starts the day after the due date', () => {
    const r = run({ rate: { percent: '10', per: 'year' }, until: '2024-03-02' });
    expect(r.segments.map((s) => [s.kind, s.from, s.to, s.days])).toEqual([
      ['inTerm', '2023-03-01', '2024-03-01', 366],
      ['overdue', '2024-03-01', '2024-03-02', 1],
    ]);
    expect(r.inTerm).toBe(1_002_740);
    expect(run({ until: '2024-03-01' }).interest).toBe(0);
  });

  test('trap 9: interest kept back lowers principal and is not credited as interest as well', () => {
    const withheld = run({
      tranches: [{ amount: 10_000_000, paid: '2023-03-01', withheld: 600_000 }],
      rate: month2,
      until: '2024-03-01',
    });
    expect([withheld.principal, withheld.inTerm]).toEqual([9_400_000, 1_376_160]);
    for (const date of ['2023-03-01', '2023-03-02']) {
      const back = run({
        rate: month2,
        until: '2024-03-01',
        repayments: [{ date, amount: 600_000, as: 'interest' }],
      });
      expect([back.principal, back.inTerm]).toEqual([9_400_000, 1_376_160]);
      expect(back.repayments[0]).toMatchObject({ interest: 0, principal: 600_000 });
    }
  });

  test('trap 10: the surplus over the cap lowers principal on the payment date', () => {
    const r = run({
      rate: month2,
      until: '2025-03-01',
      repayments: [{ date: '2024-03-01', amount: 2_406_575, as: 'interest' }],
    });
    expect(r.repayments[0]).toMatchObject({ interest: 1_464_000, principal: 942_575 });
    expect(r.interest).toBe(Math.round((9_057_425 * 0.146 * 365) / 365));
  });

  test('trap 12: the last publication on or before the date; never past the table in silence', () => {
    const lpr = (date: string) => calcTopics.lpr?.run({ date });
    expect(lpr('2022-08-21')).toMatchObject({ oneYear: '3.70', published: '2022-07-20' });
    expect(lpr('2022-08-22')).toMatchObject({ oneYear: '3.65', fiveYear: '4.30', verified: true });
    expect(lpr('2026-10-19')).toMatchObject({ verified: true });
    const open = lpr('2026-10-20');
    expect(open).toMatchObject({ oneYear: '3.00', published: '2026-09-20', verified: false });
    expect(JSON.stringify(open)).toContain('LPR 未核实：请输入公布值');
    expect(() => lpr('2019-08-19')).toThrow('没有贷款市场报价利率');
  });

  test('trap 12: the user’s own entry is used, named as such, and leaves gaps open', () => {
    const facts = {
      tranches: lent('2026-01-05'),
      due: '2026-10-31',
      filed: null,
      until: '2026-11-30',
    };
    const entries = [{ effective: '2026-10-20', oneYear: '2.90', fiveYear: null, note: '公告' }];
    const r = run({ ...facts, lpr: lprTable(entries) });
    expect(r.segments[0]?.rate).toBe('2.90');
    expect(codes(r)).toContain('lpr-user-entry');
    expect(codes(r)).not.toContain('lpr-unverified');
    expect(codes(run(facts))).toContain('lpr-unverified');
    const floating = run({ ...facts, lpr: lprTable(entries) }, { lprAnchor: 'floating' });
    expect(codes(floating)).toContain('lpr-unverified');
  });

  test('trap 30: interest does not stop on holidays', () => {
    const r = run({
      rate: { percent: '3.65', per: 'year' },
      due: '2023-10-01',
      until: '2023-10-08',
    });
    expect(r.segments.map((s) => s.days)).toEqual([214, 7]);
  });
});
