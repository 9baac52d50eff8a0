import { describe, expect, test } from 'vitest';
import { calcTopics, runCalc } from '../../shared/calc/registry.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import { benchmarkOn } from '../../shared/law/pboc.ts';
import { parseRate } from '../../shared/law/rate.ts';
import { interestOf } from './interest-loan.ts';

/** Rates as people write them, and the calculators of interest. */

describe('rules 2: colloquial rates', () => {
  test.each([
    ['月息2分', '24.00'],
    ['月息两分', '24.00'],
    ['月利1分5厘', '18.00'],
    ['月息一分半', '18.00'],
    ['年息1分', '10.00'],
    ['日息1厘', '3.65'],
    ['日万分之五', '18.25'],
    ['每天万分之5', '18.25'],
    ['2%/月', '24.00'],
    ['月利率15‰', '18.00'],
    ['年利率百分之二十四', '24.00'],
    ['24%', '24.00'],
    ['年化１５．４％', '15.40'],
  ])('%s is %s percent a year', (text, annual) => {
    const r = parseRate(text);
    expect(r.ok && r.reading.annual).toBe(annual);
  });

  test('a bare 2分 or 1分5厘 is asked about, with its readings', () => {
    const r = parseRate('2分');
    expect(r.ok).toBe(false);
    expect(r.alternatives.map((a) => a.annual)).toEqual(['24.00', '20.00', '73.00']);
    expect(parseRate('1分5厘')).toMatchObject({ ok: false });
    expect(parseRate('利息面议')).toMatchObject({ ok: false, alternatives: [] });
  });
});

test('rules 1.7: the benchmark rate', () => {
  expect(benchmarkOn('2015-08-26')).toEqual({ rate: 4_600_000, effective: '2015-08-26' });
  expect(benchmarkOn('2015-08-25')?.rate).toBe(4_850_000);
  expect(benchmarkOn('2019-08-20')).toBeNull();
});

describe('the calculators refuse bad input at its field', () => {
  const good = {
    tranches: [{ amount: '100000.00', paid: '2023-03-01' }],
    due: '2024-03-01',
    rate: { percent: '2', per: 'month' },
    naturalPersons: true,
    until: '2026-09-30',
  };
  const field = (topic: string, input: unknown) => {
    const reply = runCalc(calcTopics[topic]!, input);
    return reply.ok ? 'accepted' : reply.field;
  };

  test.each([
    [{ extra: 1 }, 'extra'],
    [{ until: '2023-02-30' }, 'until'],
    [{ until: '2023-02-01' }, 'until'],
    [{ due: '2023-02-01' }, 'due'],
    [{ filed: '2022-02-01' }, 'filed'],
    [{ tranches: [] }, 'tranches'],
    [{ tranches: [{ amount: '0', paid: '2023-03-01' }] }, 'tranches.0.amount'],
    [{ tranches: [{ amount: 5, paid: '2023-03-01' }] }, 'tranches.0.amount'],
    [{ tranches: [{ amount: '5', paid: '2023-03-01', withheld: '5' }] }, 'tranches.0.withheld'],
    [{ rate: { percent: '-2', per: 'month' } }, 'rate.percent'],
    [{ rate: { percent: '2', per: 'week' } }, 'rate.per'],
    [{ penalties: [{}] }, 'penalties.0'],
    [{ repayments: [{ date: '2022-01-01', amount: '1' }] }, 'repayments.0.date'],
    [{ repayments: [{ date: '2024-01-01', amount: '1', as: 'fee' }] }, 'repayments.0.as'],
    [{ options: { dayCount: 'actual366' } }, 'options.dayCount'],
    [{ options: { round: 'cent' } }, 'options.round'],
  ])('interest %j', (over, path) => {
    expect(field('interest', { ...good, ...over })).toBe(path);
  });

  test('sums too large to be exact are refused, never rounded in silence', () => {
    const most = '999999999999.99';
    const plain = runCalc(calcTopics['plain-interest']!, {
      principal: most,
      percent: '999.999999',
      from: '1900-01-01',
      to: '2199-12-31',
    });
    expect(plain).toMatchObject({ ok: false, field: 'principal' });
    const interest = (over: object) =>
      runCalc(calcTopics.interest!, {
        tranches: [{ amount: most, paid: '2021-01-01' }],
        due: null,
        rate: { percent: '999', per: 'day' },
        naturalPersons: true,
        until: '2199-12-31',
        ...over,
      });
    expect(interest({ options: { cap: false } })).toMatchObject({ ok: false, field: 'tranches' });
    expect(interest({})).toMatchObject({ ok: true });
    const twice = [1, 2].map(() => ({ amount: most, paid: '2021-01-01' }));
    expect(interest({ tranches: twice })).toMatchObject({ ok: false, field: 'tranches' });
    const repayments = [1, 2].map(() => ({ date: '2021-02-01', amount: most }));
    expect(interest({ repayments })).toMatchObject({ ok: false, field: 'repayments' });
  });

  test('good input passes; the other topics refuse as well', () => {
    expect(field('interest', good)).toBe('accepted');
    expect(
      field('plain-interest', {
        principal: '1',
        percent: '1',
        from: '2024-01-02',
        to: '2024-01-01',
      }),
    ).toBe('to');
    expect(field('lpr', { date: '2019-01-01' })).toBe('date');
    expect(field('cap', { formed: '2024-01-02', filed: '2024-01-01' })).toBe('filed');
    expect(() => interestOf({ repayments: [{ date: '2022-01-01', amount: 1, as: null }] })).toThrow(
      FieldError,
    );
  });
});

test('cap: 24% and four times the LPR at filing for old contracts, frozen for new ones', () => {
  expect(calcTopics.cap?.run({ formed: '2019-01-01', filed: '2026-03-16' })).toMatchObject({
    segments: [
      { from: '2019-01-01', to: '2020-08-19', cap: '24.00' },
      { from: '2020-08-20', cap: '12.00' },
    ],
  });
  expect(calcTopics.cap?.run({ formed: '2020-08-20' })).toMatchObject({
    segments: [{ cap: '15.40' }],
  });
  const table: [string, string][] = [
    ['2021-12-20', '15.20'],
    ['2022-01-20', '14.80'],
    ['2022-08-22', '14.60'],
    ['2023-06-20', '14.20'],
    ['2023-08-21', '13.80'],
    ['2024-07-22', '13.40'],
    ['2024-10-21', '12.40'],
    ['2025-05-20', '12.00'],
  ];
  for (const [formed, cap] of table) {
    expect(calcTopics.cap?.run({ formed })).toMatchObject({ segments: [{ cap }] });
  }
});
