import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { addDays, dayNumber, fromDayNumber } from '../../shared/law/dates.ts';
import { DAY_COUNTS, yearParts } from '../../shared/law/day-count.ts';
import { roundTogether, scaleRate, UNIT } from '../../shared/law/exact.ts';
import { computeInterest } from '../../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../../shared/law/interest-input.ts';
import { runLedger } from '../../shared/law/ledger.ts';
import { lprOn, lprTable } from '../../shared/law/lpr.ts';
import { noNeeds } from '../../shared/law/phases.ts';

/** What must hold for every loan, whatever the facts. */

vi.setConfig({ testTimeout: 240_000 });
const RUNS = { numRuns: 10_000 };
const percent = (max: number) =>
  fc
    .integer({ min: 0, max: max * 100 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
const rate = (maxMonth: number) =>
  fc.record({ percent: percent(maxMonth), per: fc.constant('month' as const) });
const gap = (max: number) => fc.integer({ min: 0, max });

const loan: fc.Arbitrary<InterestInput> = fc
  .record({
    start: gap(2700),
    amounts: fc.array(fc.integer({ min: 100, max: 50_000_000 }), { minLength: 1, maxLength: 3 }),
    term: fc.option(gap(700), { nil: null }),
    rate: fc.option(rate(4), { nil: null }),
    overdueRate: fc.option(rate(4), { nil: null }),
    penalty: fc.option(rate(2), { nil: null }),
    lump: fc.integer({ min: 0, max: 3_000_000 }),
    filedAfter: gap(900),
    untilAfter: gap(900),
    payments: fc.array(
      fc.record({
        after: gap(1500),
        amount: fc.integer({ min: 1, max: 20_000_000 }),
        as: fc.constantFrom(null, 'principal' as const, 'interest' as const),
      }),
      { maxLength: 5 },
    ),
    natural: fc.boolean(),
    anchor: fc.constantFrom('fixedAtDefault' as const, 'floating' as const, 'atFiling' as const),
    from: fc.constantFrom('overdue' as const, 'filing' as const),
    dayCount: fc.constantFrom(...DAY_COUNTS),
  })
  .map((x) => {
    const first = addDays('2018-06-01', x.start);
    const last = addDays(first, 60 * (x.amounts.length - 1));
    return {
      tranches: x.amounts.map((amount, i) => ({
        amount,
        paid: addDays(first, 60 * i),
        withheld: 0,
      })),
      due: x.term === null ? null : addDays(last, x.term),
      rate: x.rate,
      overdueRate: x.overdueRate,
      penalties: [
        ...(x.penalty ? [{ kind: 'rate' as const, rate: x.penalty }] : []),
        ...(x.lump > 2_000_000 ? [{ kind: 'lump' as const, amount: x.lump }] : []),
      ],
      naturalPersons: x.natural,
      signed: first,
      filed: addDays(last, x.filedAfter),
      until: addDays(last, x.untilAfter),
      repayments: x.payments.map((p) => ({
        date: addDays(first, p.after),
        amount: p.amount,
        as: p.as,
      })),
      options: { ...DEFAULT_OPTIONS, lprAnchor: x.anchor, claimFrom: x.from, dayCount: x.dayCount },
      alternatives: false,
    };
  });

const ledgerOf = (input: InterestInput) => runLedger(input, input.filed ?? input.until, noNeeds());
const exact = (input: InterestInput) => {
  const { account } = runLedger(input, input.filed ?? input.until, noNeeds(), false);
  return account.inTerm + account.overdue + account.penalty;
};

test('splitting an interval never changes the unrounded sum', () => {
  const day = fc.integer({ min: dayNumber('2010-01-01'), max: dayNumber('2030-01-01') });
  fc.assert(
    fc.property(fc.constantFrom(...DAY_COUNTS), day, gap(3000), gap(3000), (count, a, x, y) => {
      const [m, b] = [a + x, a + x + y];
      expect(yearParts(count, a, a, m) + yearParts(count, a, m, b)).toBe(yearParts(count, a, a, b));
    }),
    RUNS,
  );
});

test('a repayment of a fen cuts the run without changing what accrued before it', () => {
  fc.assert(
    fc.property(loan, gap(2000), (input, after) => {
      const plain = { ...input, repayments: [], penalties: [] };
      const date = addDays(input.tranches[0]?.paid ?? '', after + 2);
      const amount = 1;
      const cut = { ...plain, repayments: [{ date, amount, as: 'interest' as const }] };
      const split = ledgerOf(cut).splits[0];
      const paid = split && split.interest === 1 ? UNIT : 0n;
      // It went to principal, or a rounded figure was settled by it: another sum.
      if (split && (paid === 0n || split.interestLeft === 0n)) return;
      expect(exact(cut) + paid).toBe(exact(plain));
    }),
    RUNS,
  );
});

test('no segment overlaps or gaps: each lot’s days are counted once', () => {
  fc.assert(
    fc.property(loan, (input) => {
      const options = { ...input.options, dayCount: 'actual365' as const };
      const tranches = input.tranches.slice(0, 1);
      const single = { ...input, options, tranches, penalties: [] };
      const { rows, account } = ledgerOf(single);
      const main = [...rows].sort((x, y) => x.a - y.a);
      main.forEach((r, i) => {
        expect(r.b).toBeGreaterThan(r.a);
        expect(r.days).toBe(r.b - r.a);
        const next = main[i + 1];
        if (next) expect(next.a).toBeGreaterThanOrEqual(r.b);
      });
      const agreed = single.rate !== null && scaleRate(single.rate.percent) > 0;
      const joined =
        agreed && (single.overdueRate === null || scaleRate(single.overdueRate.percent) > 0);
      if (joined && single.options.claimFrom === 'overdue' && account.principal > 0) {
        main.forEach((r, i) => {
          if (main[i + 1]) expect(main[i + 1]?.a).toBe(r.b);
        });
        if (main.length > 0) expect(main.at(-1)?.b).toBe(dayNumber(single.until));
      }
    }),
    RUNS,
  );
});

test('more principal, more days or a higher rate never gives less', () => {
  fc.assert(
    fc.property(loan, gap(5_000_000), gap(400), percent(3), (input, more, longer, higher) => {
      const plain = { ...input, repayments: [] };
      const before = exact(plain);
      const [first, ...others] = plain.tranches;
      if (!first) return;
      const bigger = { ...plain, tranches: [{ ...first, amount: first.amount + more }, ...others] };
      expect(exact(bigger) >= before).toBe(true);
      expect(exact({ ...plain, until: addDays(plain.until, longer) }) >= before).toBe(true);
      if (plain.rate === null || scaleRate(plain.rate.percent) === 0) return;
      const sum = scaleRate(plain.rate.percent) + scaleRate(higher);
      const up = `${Math.floor(sum / 1_000_000)}.${String(sum % 1_000_000).padStart(6, '0')}`;
      expect(exact({ ...plain, rate: { percent: up, per: 'month' } }) >= before).toBe(true);
    }),
    RUNS,
  );
});

/** The cap of a day, straight from the rule. */
function capOfDay(formed: string, filed: string, day: string): number {
  if (formed >= '2020-08-20') return 4 * (lprOn(formed)?.oneYear ?? 0);
  if (filed < '2020-08-20' || day <= '2020-08-19') return 24_000_000;
  return 4 * (lprOn(filed)?.oneYear ?? 0);
}

test('the cap is never exceeded on any day, penalties and lump sums included', () => {
  fc.assert(
    fc.property(loan, (input) => {
      const options = { ...input.options, dayCount: 'actual365' as const };
      const single = { ...input, options, tranches: input.tranches.slice(0, 1) };
      const { rows } = ledgerOf(single);
      const formed = single.tranches[0]?.paid ?? '';
      const stretches = new Map<string, typeof rows>();
      for (const r of rows) {
        const key = `${r.a} ${r.b}`;
        stretches.set(key, [...(stretches.get(key) ?? []), r]);
      }
      for (const together of stretches.values()) {
        const r = together[0];
        if (!r) continue;
        const cap = capOfDay(formed, single.filed ?? '', fromDayNumber(r.b));
        const units = together.reduce((sum, x) => sum + x.units, 0n);
        expect(units <= BigInt(r.base) * BigInt(cap) * BigInt(r.parts)).toBe(true);
      }
    }),
    RUNS,
  );
});

test('repayments conserve money to the fen', () => {
  fc.assert(
    fc.property(loan, (input) => {
      const r = computeInterest(input);
      const lent = input.tranches
        .filter((t) => t.paid <= input.until)
        .reduce((s, t) => s + t.amount, 0);
      for (const p of r.repayments) {
        expect(p.fees + p.interest + p.principal + p.overpaid).toBe(p.amount);
        expect(Number.isInteger(p.balance) && p.balance >= 0).toBe(true);
      }
      const principal = r.repayments.reduce((s, p) => s + p.principal, 0);
      expect(r.principal).toBe(lent - principal);
      expect(r.interest).toBeGreaterThanOrEqual(0);
      expect(r.inTerm + r.overdue + r.penalty).toBe(r.interest);
    }),
    RUNS,
  );
});

test('what accrued is what was paid and what is owed, within the rounding of settled interest', () => {
  fc.assert(
    fc.property(loan, (input) => {
      const ledger = ledgerOf(input);
      const accrued = ledger.accrued.inTerm + ledger.accrued.overdue + ledger.accrued.penalty;
      const paid = ledger.splits.reduce((s, p) => s + BigInt(p.interest - p.zone), 0n) * UNIT;
      const difference = accrued - paid - exact(input);
      const slack = UNIT * BigInt(ledger.splits.length);
      expect(difference <= slack && difference >= -slack).toBe(true);
    }),
    RUNS,
  );
});

test('the order of the input does not matter', () => {
  fc.assert(
    fc.property(loan, fc.integer({ min: 0, max: 6 }), (input, turn) => {
      const rotate = <T>(list: T[]): T[] => {
        const k = list.length === 0 ? 0 : turn % list.length;
        return [...list.slice(k), ...list.slice(0, k)].reverse();
      };
      const other = {
        ...input,
        tranches: rotate(input.tranches),
        repayments: rotate(input.repayments),
        penalties: rotate(input.penalties),
      };
      const [a, b] = [computeInterest(input), computeInterest(other)];
      expect({ ...b, rows: null }).toEqual({ ...a, rows: null });
    }),
    RUNS,
  );
});

test('a rate past the last verified LPR never gives a figure in silence', () => {
  const published = lprTable([
    { effective: '2026-10-20', oneYear: '9.99', fiveYear: null, note: 'another rate' },
  ]);
  let warned = 0;
  fc.assert(
    fc.property(loan, gap(700), gap(700), (input, filedAfter, longer) => {
      const moved = {
        ...input,
        filed: addDays('2026-09-01', filedAfter),
        until: addDays('2026-09-01', filedAfter + longer),
        alternatives: true,
      };
      const known = computeInterest(moved);
      const told = computeInterest({ ...moved, lpr: published });
      if (known.warnings.some((w) => w.code === 'lpr-unverified')) warned += 1;
      // Not warned: no publication to come can change the figure.
      else expect(told.total).toBe(known.total);
      for (const a of known.alternatives.filter((x) => !x.unverified)) {
        expect(told.alternatives.find((x) => x.key === a.key)?.total).toBe(a.total);
      }
    }),
    RUNS,
  );
  expect(warned).toBeGreaterThan(50);
});

test('parts rounded together add up to the rounded sum, each within one step', () => {
  const part = fc.bigInt({ min: 0n, max: 10n ** 22n });
  fc.assert(
    fc.property(
      part,
      part,
      part,
      fc.constantFrom('cent', 'yuan', 'truncateYuan', 'none'),
      (a, b, c, how) => {
        const steps = {
          cent: UNIT,
          yuan: 100n * UNIT,
          truncateYuan: 100n * UNIT,
          none: UNIT / 10_000n,
        };
        const step = steps[how];
        const r = roundTogether([a, b, c], how);
        expect(r.parts.reduce((x, y) => x + y, 0n)).toBe(r.sum);
        [a, b, c].forEach((x, i) => {
          const off = (r.parts[i] ?? 0n) - x;
          expect(off > -step && off < step).toBe(true);
        });
        const error = r.sum - (a + b + c);
        if (how === 'truncateYuan') expect(error <= 0n && error > -step).toBe(true);
        else expect(2n * error <= step && 2n * error > -step).toBe(true);
      },
    ),
    RUNS,
  );
});
