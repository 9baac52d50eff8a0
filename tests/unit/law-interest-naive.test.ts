import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/law/dates.ts';
import { computeInterest } from '../../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../../shared/law/interest-input.ts';
import { dayByDay, type NaiveCase, type NaiveRate } from '../naive/day-by-day.ts';

/** The engine against the plain day-by-day computation: 10,000 random loans, equal to the cent. */

const START = '2018-06-01';
const days = (max: number) => fc.integer({ min: 0, max });
const rate: fc.Arbitrary<NaiveRate> = fc.oneof(
  fc.record({ percent: fc.integer({ min: 1, max: 4800 }), per: fc.constant('year' as const) }),
  fc.record({ percent: fc.integer({ min: 1, max: 400 }), per: fc.constant('month' as const) }),
  fc.record({ percent: fc.integer({ min: 1, max: 15 }), per: fc.constant('day' as const) }),
);
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null });

const naiveCase: fc.Arbitrary<NaiveCase> = fc
  .record({
    start: days(2400),
    tranches: fc.array(
      fc.record({
        fen: fc.integer({ min: 1000, max: 90_000_000 }),
        gap: days(200),
        withheld: days(900),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    term: maybe(days(500)),
    rate: maybe(rate),
    overdueRate: maybe(rate),
    dailyPenalty: fc.option(rate, { nil: null, freq: 2 }),
    lump: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 9_000_000 })),
    natural: fc.boolean(),
    filedAfter: days(800),
    untilAfter: days(800),
    repayments: fc.array(
      fc.record({
        after: days(1300),
        fen: fc.oneof(
          fc.integer({ min: 1, max: 500_000 }),
          fc.integer({ min: 1, max: 60_000_000 }),
        ),
        as: fc.constantFrom(null, null, 'principal' as const, 'interest' as const),
      }),
      { maxLength: 6 },
    ),
    year: fc.constantFrom(365 as const, 360 as const),
    bothEnds: fc.boolean(),
    anchor: fc.constantFrom('fixedAtDefault' as const, 'floating' as const, 'atFiling' as const),
    from: fc.constantFrom('overdue' as const, 'filing' as const),
    oldRules: fc.boolean(),
  })
  .map((x) => {
    const first = addDays(START, x.start);
    let paid = first;
    const tranches = x.tranches.map((t, i) => {
      if (i > 0) paid = addDays(paid, t.gap);
      return { fen: t.fen, paid, withheld: t.withheld };
    });
    const due = x.term === null ? null : addDays(paid, x.term);
    const filed = addDays(paid, x.filedAfter);
    return {
      tranches,
      due,
      rate: x.rate,
      overdueRate: x.overdueRate,
      dailyPenalty: x.dailyPenalty,
      lump: x.lump,
      natural: x.natural,
      signed: addDays(first, -3),
      filed,
      until: addDays(paid, x.untilAfter),
      repayments: x.repayments.map((r) => ({
        date: addDays(first, r.after),
        fen: r.fen,
        as: r.as,
      })),
      year: x.year,
      bothEnds: x.bothEnds,
      anchor: x.anchor,
      from: x.from,
      oldRules: x.oldRules,
    };
  })
  // Without the old rule, interest of days before the first LPR rests on the filing date's.
  .filter((c) => c.filed >= '2020-08-20' || c.oldRules);

const agreed = (r: NaiveRate | null) =>
  r && {
    percent: `${Math.floor(r.percent / 100)}.${String(r.percent % 100).padStart(2, '0')}`,
    per: r.per,
  };

function engineInput(c: NaiveCase): InterestInput {
  const daily = agreed(c.dailyPenalty);
  return {
    tranches: c.tranches.map((t) => ({ amount: t.fen, paid: t.paid, withheld: t.withheld })),
    due: c.due,
    rate: agreed(c.rate),
    overdueRate: agreed(c.overdueRate),
    penalties: [
      ...(daily ? [{ kind: 'rate' as const, rate: daily }] : []),
      ...(c.lump > 0 ? [{ kind: 'lump' as const, amount: c.lump }] : []),
    ],
    naturalPersons: c.natural,
    signed: c.signed,
    filed: c.filed,
    until: c.until,
    repayments: c.repayments.map((r) => ({ date: r.date, amount: r.fen, as: r.as })),
    options: {
      ...DEFAULT_OPTIONS,
      dayCount: c.year === 365 ? 'actual365' : 'actual360',
      countBothEnds: c.bothEnds,
      lprAnchor: c.anchor,
      claimFrom: c.from,
      oldRules: c.oldRules,
    },
    alternatives: false,
  };
}

test('10,000 random loans agree with the day-by-day computation to the cent', () => {
  let seen = 0;
  fc.assert(
    fc.property(naiveCase, (c) => {
      const slow = dayByDay(c);
      const fast = computeInterest(engineInput(c));
      expect({
        principal: fast.principal,
        interest: fast.interest,
        splits: fast.repayments.map((s) => ({
          date: s.date,
          interest: s.interest,
          principal: s.principal,
          over: s.overpaid,
          balance: s.balance,
        })),
      }).toEqual(slow);
      seen += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(seen).toBeGreaterThanOrEqual(10_000);
}, 240_000);
