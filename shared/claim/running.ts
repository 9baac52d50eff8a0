import { addDays, dayNumber, fromDayNumber } from '../law/dates.ts';
import { rateText, toFen } from '../law/exact.ts';
import { computeInterest, type InterestResult } from '../law/interest.ts';
import type { InterestInput } from '../law/interest-input.ts';
import type { Row } from '../law/rows.ts';
import { printDate } from '../text/chinese-date.ts';
import type { RunningInterest } from './types.ts';

/** Interest that goes on after the cut-off: 自…起按…计算至实际清偿之日止. */

const LPR_NAME = '一年期贷款市场报价利率';

function rateWords(row: Row): string {
  const { lpr } = row;
  if (!lpr) return `年利率${rateText(row.rate)}%`;
  if (row.floating) return `同期${LPR_NAME}`;
  return `${printDate(lpr.date)}适用的${LPR_NAME}${rateText(row.rate)}%（${printDate(lpr.published)}公布）`;
}

function lprFact(row: Row): Pick<RunningInterest, 'lpr'> {
  if (!row.lpr) return {};
  const { published, date, verified } = row.lpr;
  return {
    lpr: { rate: rateText(row.rate), published, date, floating: row.floating, verified },
  };
}

/**
 * First days of the rows that make up the run a row belongs to, the earliest first: back over changes of a
 * floating rate, never over a repayment. Another lot of the same sum that began later is a run of its own.
 */
function runStarts(row: Row, rows: readonly Row[], repaid: ReadonlySet<number>): number[] {
  const starts = [row.a];
  if (!row.floating) return starts;
  for (;;) {
    const start = starts[0] ?? row.a;
    const before = rows.find(
      (r) => r.b === start && r.a < r.b && r.floating && r.kind === row.kind && r.base === row.base,
    );
    if (!before || repaid.has(start)) return starts;
    starts.unshift(before.a);
  }
}

/**
 * What runs on after the cut-off, found by looking one day ahead.
 * `amount` is what accrued from `from` to the cut-off, rounded for display.
 */
export function runningInterest(input: InterestInput, result: InterestResult): RunningInterest[] {
  if (result.principal === 0) return [];
  const until = addDays(input.until, 1);
  const filed = input.filed ?? input.until;
  const options = { ...input.options, countBothEnds: false };
  const repayments = input.repayments.filter((r) => r.date <= input.until);
  const ahead = computeInterest({
    ...input,
    until,
    filed,
    options,
    repayments,
    tranches: input.tranches.filter((t) => t.paid <= input.until),
    alternatives: false,
  });
  const end = dayNumber(until);
  const repaid = new Set(repayments.map((r) => dayNumber(r.date)));
  const going = ahead.rows.filter((r) => r.b === end && !r.fixed);
  return going.map((row) => {
    const starts = runStarts(row, ahead.rows, repaid);
    const start = starts[0] ?? row.a;
    const own = result.rows.filter(
      (r) =>
        starts.includes(r.a) &&
        r.kind === row.kind &&
        r.base === row.base &&
        !r.fixed &&
        (row.floating || r.rate === row.rate),
    );
    return {
      kind: row.kind,
      base: row.base,
      from: fromDayNumber(start),
      firstDay: fromDayNumber(start + 1),
      rate: rateText(row.rate),
      rateText: rateWords(row),
      ...lprFact(row),
      amount: toFen(own.reduce((sum, r) => sum + r.units, 0n)),
      article: row.article,
    };
  });
}
