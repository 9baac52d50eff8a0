/**
 * Speed of the interest engine: a ten-year loan with 200 repayments under 120 LPR changes, and
 * 10,000 ordinary claims. Run: node bench/interest.ts
 */
import { addDays, addMonths } from '../shared/law/dates.ts';
import { computeInterest } from '../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../shared/law/interest-input.ts';
import { lprTable } from '../shared/law/lpr.ts';

/** 120 monthly publications, each a different rate from the one before. */
const table = lprTable(
  Array.from({ length: 120 }, (_, i) => ({
    effective: addMonths('2026-10-20', i),
    oneYear: (3 + (i % 2) * 0.5 + (i % 7) / 100).toFixed(2),
    fiveYear: null,
    note: 'bench',
  })),
);

const tenYears: InterestInput = {
  tranches: [{ amount: 100_000_000, paid: '2025-10-20', withheld: 0 }],
  due: '2026-10-20',
  rate: null,
  overdueRate: null,
  penalties: [],
  naturalPersons: true,
  signed: null,
  filed: '2036-09-30',
  until: '2036-09-30',
  repayments: Array.from({ length: 200 }, (_, i) => ({
    date: addDays('2026-11-01', i * 18),
    amount: 300_000,
    as: null,
  })),
  options: { ...DEFAULT_OPTIONS, lprAnchor: 'floating' },
  lpr: table,
};

function ordinary(i: number): InterestInput {
  const paid = addDays('2021-01-04', i % 1500);
  return {
    ...tenYears,
    tranches: [{ amount: 1_000_000 + i * 100, paid, withheld: 0 }],
    due: addMonths(paid, 12),
    rate: i % 3 === 0 ? null : { percent: '2', per: 'month' },
    filed: '2026-09-30',
    until: '2026-09-30',
    repayments: Array.from({ length: i % 4 }, (_, k) => ({
      date: addMonths(paid, 2 + k),
      amount: 20_000,
      as: null,
    })),
    options: { ...DEFAULT_OPTIONS },
    lpr: lprTable(),
  };
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(list: number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
}

function report(what: string, ms: number, limit: number): void {
  const verdict = ms < limit ? 'within' : 'OVER';
  console.log(`${what}: ${ms.toFixed(2)} ms (${verdict} ${limit} ms)`);
  if (ms >= limit) process.exitCode = 1;
}

const once = { ...tenYears, alternatives: false };
for (let i = 0; i < 200; i += 1) computeInterest(once);
const { segments, repayments } = computeInterest(once);
console.log(`ten-year loan: ${segments.length} segments, ${repayments.length} repayments`);
const runs = Array.from({ length: 200 }, () => milliseconds(() => computeInterest(once)));
report('ten-year loan, median of 200', median(runs), 2);
const full = Array.from({ length: 50 }, () => milliseconds(() => computeInterest(tenYears)));
console.log(`the same with every other reading: ${median(full).toFixed(2)} ms`);
const claims = Array.from({ length: 10_000 }, (_, i) => ordinary(i));
report(
  '10,000 claims with every other reading',
  milliseconds(() => {
    for (const claim of claims) computeInterest(claim);
  }),
  10_000,
);
