import { describe, expect, test } from 'vitest';
import { calcTopics } from '../../shared/calc/registry.ts';
import type { InterestInput } from '../../shared/law/interest-input.ts';
import { codes, interestOf, lent, month2 } from './interest-loan.ts';

/** Worked examples of the rules, to the cent, and the ways of counting. */

const alt = (r: ReturnType<typeof interestOf>, key: string) =>
  r.alternatives.find((a) => a.key === key);

describe('rules 2: worked examples', () => {
  test('A: 月息2分 cut to the cap of formation, in-term 14,640.00 and overdue 39,800.00', () => {
    const r = interestOf({ rate: month2, filed: '2026-11-21', until: '2026-11-21' });
    expect([r.inTerm, r.overdue, r.interest, r.total]).toEqual([
      1_464_000, 3_980_000, 5_444_000, 15_444_000,
    ]);
    expect(r.segments.map((s) => [s.days, s.rate])).toEqual([
      [366, '14.60'],
      [995, '14.60'],
    ]);
    expect(codes(r)).not.toContain('lpr-unverified');
    const uncut = interestOf({ rate: month2, until: '2024-03-01' }, { cap: false });
    expect(uncut.inTerm).toBe(2_406_575);
    expect(codes(uncut)).toContain('cap-off');
  });

  test('B: 24% to 2020-08-19 (596 days), then four times the LPR at filing (2,285 days)', () => {
    const r = interestOf({
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
    const fixed = interestOf(facts);
    const floating = interestOf(facts, { lprAnchor: 'floating' });
    expect(fixed.interest).toBe(1_626_986);
    expect(floating.interest).toBe(1_448_205);
    expect(interestOf(facts, { lprAnchor: 'atFiling' }).interest).toBe(1_319_178);
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
  const r = interestOf({
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
  const r = interestOf({
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
      const r = interestOf(facts, { claimFrom: 'filing', lprAnchor });
      expect(r.interest).toBe(345_205);
      expect(r.segments.map((s) => [s.from, s.days])).toEqual([['2026-03-16', 140]]);
    }
    expect(interestOf(facts, { claimFrom: 'filing', dayCount: 'actual360' }).interest).toBe(
      350_000,
    );
  });
});

describe('ways of counting', () => {
  const r10 = { rate: { percent: '12', per: 'year' } as const, until: '2023-04-16' };
  const sum = (options: Partial<InterestInput['options']>, over = {}) =>
    interestOf({ ...r10, ...over }, options).interest;

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
    const one = interestOf({ ...r10, ...facts });
    const both = interestOf({ ...r10, ...facts }, { countBothEnds: true });
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
    const none = interestOf(r10, { rounding: 'none' });
    expect(none.six).toMatchObject({ interest: '1512.328767', total: '101512.328767' });
  });

  test('parts always add up to the interest', () => {
    const r = interestOf({ rate: { percent: '9.99', per: 'year' }, until: '2025-01-07' });
    expect(r.inTerm + r.overdue + r.penalty).toBe(r.interest);
  });
});
