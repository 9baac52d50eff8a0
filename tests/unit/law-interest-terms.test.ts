import { describe, expect, test } from 'vitest';
import { allocateAmongDebts, proRata } from '../../shared/law/crediting.ts';
import { delayedInterest } from '../../shared/law/delayed-interest.ts';
import { computeInterest } from '../../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../../shared/law/interest-input.ts';
import { rolledPrincipal } from '../../shared/law/rollover.ts';

const run = (over: Partial<InterestInput>, options: Partial<InterestInput['options']> = {}) =>
  computeInterest({
    tranches: [{ amount: 12_000_000, paid: '2023-03-01', withheld: 0 }],
    due: '2024-03-01',
    rate: { percent: '10', per: 'year' },
    overdueRate: null,
    penalties: [],
    naturalPersons: true,
    signed: null,
    filed: null,
    until: '2024-03-01',
    repayments: [],
    ...over,
    options: { ...DEFAULT_OPTIONS, ...options },
  });
const codes = (r: { warnings: { code: string }[] }) => r.warnings.map((w) => w.code);

describe('terms of the loan', () => {
  test('rules 1.4: agreed overdue rate, in-term rate going on, or 1×LPR', () => {
    const until = '2025-03-01';
    const agreed = run({ overdueRate: { percent: '13', per: 'year' }, until });
    expect(agreed.segments[1]).toMatchObject({
      rate: '13.00',
      article: '民间借贷规定第二十八条第一款',
    });
    expect(run({ until }).segments[1]).toMatchObject({
      rate: '10.00',
      article: '民间借贷规定第二十八条第二款第二项',
    });
    expect(run({ rate: null, until }).segments[0]).toMatchObject({
      rate: '3.45',
      article: '民间借贷规定第二十八条第二款第一项',
    });
  });

  test('instalments: each goes overdue for itself, with its own LPR', () => {
    const r = run({
      rate: null,
      due: null,
      instalments: [
        { due: '2024-07-21', principal: 4_000_000 },
        { due: '2024-10-20', principal: 8_000_000 },
      ],
      until: '2025-10-20',
    });
    expect(r.segments.map((s) => [s.from, s.base, s.rate, s.days])).toEqual([
      ['2024-07-21', 4_000_000, '3.35', 456],
      ['2024-10-20', 8_000_000, '3.10', 365],
    ]);
  });

  test('a repayment on an instalment loan pays the matured instalment first', () => {
    const r = run({
      rate: null,
      due: null,
      instalments: [
        { due: '2024-01-01', principal: 4_000_000 },
        { due: '2025-01-01', principal: 8_000_000 },
      ],
      repayments: [{ date: '2024-01-01', amount: 4_000_000, as: null }],
      until: '2025-01-01',
    });
    expect([r.principal, r.interest]).toEqual([8_000_000, 0]);
  });

  test('a matured part is paid before one that bears more interest but is not due', () => {
    const r = run({
      overdueRate: { percent: '5', per: 'year' },
      due: null,
      instalments: [
        { due: '2023-09-01', principal: 6_000_000 },
        { due: '2024-09-01', principal: 6_000_000 },
      ],
      repayments: [{ date: '2024-01-01', amount: 2_000_000, as: 'principal' }],
    });
    const after = r.segments.filter((s) => s.from === '2024-01-01');
    expect(after.map((s) => [s.kind, s.base])).toEqual(
      expect.arrayContaining([
        ['overdue', 4_000_000],
        ['inTerm', 6_000_000],
      ]),
    );
  });

  test('acceleration: the whole loan is due on the day it was called', () => {
    const instalments = [
      { due: '2023-09-01', principal: 6_000_000 },
      { due: '2024-09-01', principal: 6_000_000 },
    ];
    const facts = { rate: null, due: null, instalments, until: '2024-03-01' };
    const called = run({ ...facts, acceleratedOn: '2023-12-01' });
    const bases = (r: typeof called) => r.segments.reduce((sum, s) => sum + s.base * s.days, 0);
    expect(bases(run(facts))).toBe(6_000_000 * 182);
    expect(bases(called)).toBe(6_000_000 * 182 + 6_000_000 * 91);
  });

  test('early repayment: interest for the actual days only (第三十条)', () => {
    const r = run({ repayments: [{ date: '2023-03-31', amount: 12_098_630, as: null }] });
    expect([r.principal, r.interest]).toEqual([0, 0]);
    expect(r.repayments[0]).toMatchObject({ interest: 98_630, principal: 12_000_000 });
  });

  test('several disbursements run from their own dates', () => {
    const r = run({
      tranches: [
        { amount: 3_650_000, paid: '2023-06-01', withheld: 0 },
        { amount: 3_650_000, paid: '2023-03-01', withheld: 0 },
      ],
      until: '2023-07-01',
    });
    expect(r.interest).toBe(122_000 + 30_000);
  });

  test('no due date: grace period of the first demand, else the suit; never out of nothing', () => {
    const facts = { due: null, rate: null, until: '2024-12-31' };
    expect(run({ ...facts, graceEnd: '2024-06-30' }).segments[0]).toMatchObject({
      from: '2024-06-30',
      rate: '3.45',
    });
    expect(run({ ...facts, filed: '2024-08-01' }).segments[0]?.from).toBe('2024-08-01');
    expect(
      run({ ...facts, graceEnd: '2024-06-30', filed: '2024-08-01' }, { claimFrom: 'filing' })
        .segments[0]?.from,
    ).toBe('2024-08-01');
    const open = run(facts);
    expect([open.interest, codes(open).includes('no-due-date')]).toEqual([0, true]);
  });

  test('fees owed and incurred are paid first, and only from their date', () => {
    const fees = [{ date: '2023-06-01', amount: 500_000 }];
    const pay = (date: string) =>
      run({ fees, repayments: [{ date, amount: 600_000, as: null }] }).repayments[0];
    expect(pay('2023-05-31')).toMatchObject({ fees: 0, interest: 299_178 });
    expect(pay('2023-06-01')).toMatchObject({ fees: 500_000, interest: 100_000 });
  });

  test('a payment named principal goes there when accepted; the rest follows the law', () => {
    const r = run({ repayments: [{ date: '2023-09-01', amount: 2_000_000, as: 'principal' }] });
    expect(r.repayments[0]).toMatchObject({ interest: 0, principal: 2_000_000 });
    expect(codes(r)).toContain('named-principal');
  });

  test('an overpayment is shown and warned of', () => {
    const r = run({ repayments: [{ date: '2023-03-31', amount: 13_000_000, as: null }] });
    expect(r.overpaid).toBe(13_000_000 - 12_098_630);
    expect(codes(r)).toContain('overpaid');
  });

  test('a daily rate over 360 gives exactly that rate a day', () => {
    const rate = { percent: '0.03', per: 'day' } as const;
    const until = '2023-06-09';
    expect(run({ rate, until }, { dayCount: 'actual360' }).interest).toBe(360_000);
    expect(run({ rate, until }).interest).toBe(360_000);
  });

  test('before 2015-09-01 and a filing date not yet known are warned of', () => {
    const old = run({ tranches: [{ amount: 1000, paid: '2014-01-01', withheld: 0 }], due: null });
    expect(codes(old)).toEqual(expect.arrayContaining(['before-2015', 'filed-assumed']));
  });
});

describe('rules 1.2: rolled-over notes (第二十七条)', () => {
  const chain = {
    firstPrincipal: 10_000_000,
    from: '2021-06-01',
    to: '2022-06-01',
    filed: '2026-03-16',
    options: DEFAULT_OPTIONS,
  };

  test('earlier interest becomes principal only up to the cap', () => {
    const high = rolledPrincipal({
      ...chain,
      amount: 12_400_000,
      rate: { percent: '2', per: 'month' },
    });
    expect([high.principal, high.excess]).toEqual([11_540_000, 860_000]);
    const low = rolledPrincipal({
      ...chain,
      amount: 11_200_000,
      rate: { percent: '12', per: 'year' },
    });
    expect([low.principal, low.excess]).toEqual([11_200_000, 0]);
  });

  test('all that is payable stays under first principal + cap interest on it', () => {
    const r = run({
      tranches: [{ amount: 11_540_000, paid: '2022-06-01', withheld: 0 }],
      due: '2023-06-01',
      rate: { percent: '2', per: 'month' },
      until: '2023-06-01',
      rollover: { firstPrincipal: 10_000_000, firstDate: '2021-06-01', paidBefore: 0 },
    });
    expect(r.total).toBe(10_000_000 + 3_080_000);
    expect(codes(r)).toContain('rollover-ceiling');
    const without = run({
      tranches: [{ amount: 11_540_000, paid: '2022-06-01', withheld: 0 }],
      due: '2023-06-01',
      rate: { percent: '2', per: 'month' },
      until: '2023-06-01',
    });
    expect(without.total).toBeGreaterThan(r.total);
  });

  test('a chain across 2020-08-20 is taken by segments', () => {
    const r = rolledPrincipal({
      ...chain,
      from: '2020-02-20',
      to: '2021-02-19',
      amount: 99_000_000,
      rate: { percent: '30', per: 'year' },
    });
    // 181 days at 24%, 184 days at 12%.
    expect(r.principal).toBe(10_000_000 + 1_795_068);
  });
});

describe('civil code 560: several debts', () => {
  const debt = (id: string, over = {}) => ({
    id,
    owed: 1000,
    due: '2024-01-01',
    security: 0,
    burden: 0,
    ...over,
  });
  const order = (...debts: ReturnType<typeof debt>[]) =>
    [...allocateAmongDebts(1500, '2024-06-01', debts).shares].map(([k, v]) => [k, v]);

  test('matured, least secured, heaviest, earliest, then in proportion', () => {
    expect(order(debt('late', { due: '2025-01-01' }), debt('due'))).toEqual([
      ['due', 1000],
      ['late', 500],
    ]);
    expect(order(debt('secured', { security: 1 }), debt('open'))).toEqual([
      ['open', 1000],
      ['secured', 500],
    ]);
    expect(order(debt('light'), debt('heavy', { burden: 9 }))).toEqual([
      ['heavy', 1000],
      ['light', 500],
    ]);
    expect(order(debt('new'), debt('old', { due: '2023-01-01' }))).toEqual([
      ['old', 1000],
      ['new', 500],
    ]);
    expect(order(debt('a'), debt('b', { owed: 2000 }))).toEqual([
      ['a', 500],
      ['b', 1000],
    ]);
  });

  test('shares are whole fen and lose nothing', () => {
    expect(proRata(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateAmongDebts(5000, '2024-06-01', [debt('a')]).left).toBe(4000);
  });
});

describe('rules 7: delayed performance', () => {
  const facts = { base: 10_000_000, periodEnd: '2026-03-10', until: '2026-11-21' };

  test('trap 11: 0.0175% a day on the base, 644.00 + 1,932.00 = 2,576.00', () => {
    const r = delayedInterest({
      ...facts,
      payments: [
        { date: '2026-09-10', amount: 6_000_000 },
        { date: '2026-06-10', amount: 4_000_000 },
      ],
    });
    expect(r.doubled).toBe(257_600);
    expect(r.segments.map((s) => s.days)).toEqual([92, 92]);
    expect(64_400 + 193_200).toBe(r.doubled);
  });

  test('README: 24 days 1,260.00 from the expiry day, 23 days 1,207.50 from the next', () => {
    const running = {
      base: 30_000_000,
      periodEnd: '2026-07-10',
      payments: [],
      until: '2026-08-03',
    };
    expect(delayedInterest(running)).toMatchObject({ doubled: 126_000, segments: [{ days: 24 }] });
    expect(delayedInterest({ ...running, start: 'nextDay' })).toMatchObject({
      doubled: 120_750,
      segments: [{ days: 23 }],
    });
  });

  test('nothing before the period ends; payments within it lower the base', () => {
    expect(delayedInterest({ ...facts, payments: [], until: '2026-03-10' }).doubled).toBe(0);
    const r = delayedInterest({ ...facts, payments: [{ date: '2026-03-01', amount: 9_000_000 }] });
    expect(r.segments).toMatchObject([{ base: 1_000_000, from: '2026-03-10' }]);
  });
});
