import benchmark from './data/pboc_benchmark.json' with { type: 'json' };
import { scaleRate } from './exact.ts';

/**
 * The central bank's benchmark lending rate (2007-12-21 to 2019-08-19). Only for contracts that
 * expressly refer to 同期同类贷款基准利率 and for arguments from before 2015-09-01; never for
 * ordinary overdue private loans (those took 6%, see cap.ts).
 */

/** Loan term in months → column; merged columns from 2014-11-22 simply repeat. */
function column(months: number): 'le_6m' | 'm6_to_1y' | 'y1_to_3' | 'y3_to_5' | 'gt_5y' {
  if (months <= 6) return 'le_6m';
  if (months <= 12) return 'm6_to_1y';
  if (months <= 36) return 'y1_to_3';
  return months <= 60 ? 'y3_to_5' : 'gt_5y';
}

/**
 * Benchmark rate (scaled percent a year) in force on a date for a loan term.
 * @returns null outside 2007-12-21 … 2019-08-19.
 */
export function benchmarkOn(date: string, months = 12): { rate: number; effective: string } | null {
  if (date >= '2019-08-20') return null;
  const row = benchmark.filter((r) => r.effective <= date).at(-1);
  return row ? { rate: scaleRate(row[column(months)].toFixed(2)), effective: row.effective } : null;
}
