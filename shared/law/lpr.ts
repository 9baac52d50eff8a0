import published from './data/lpr.json' with { type: 'json' };
import { addDays, addMonths, earlier, later } from './dates.ts';
import { rateText, scaleRate } from './exact.ts';
import { FieldError } from './field-error.ts';

/**
 * 贷款市场报价利率 (LPR). The rate on a day is the last publication with `effective` ≤ that day. Dates
 * of publication are irregular (holidays, working weekends), so nothing is computed ahead: past the
 * last publication on record a rate is "not verified" until the user enters the published figure.
 */

/** First publication: before it there is no LPR. */
export const LPR_START = '2019-08-20';

/** A figure the user entered, kept apart from the verified table. Percent strings. */
export interface LprEntry {
  effective: string;
  oneYear: string;
  fiveYear: string | null;
  note: string;
}

interface LprRow {
  effective: string;
  /** Scaled (1% = 1,000,000). */
  oneYear: number;
  fiveYear: number | null;
  user: boolean;
  note: string;
}

export interface LprTable {
  rows: readonly LprRow[];
  /** Last day that each row surely covers. */
  covered: readonly string[];
  /** Days on which the one-year rate changed. */
  changes: readonly string[];
  /** Stretches of days that no publication on record covers; the last one is open. */
  gaps: readonly { from: string; to: string }[];
}

export interface LprOn {
  date: string;
  /** Scaled. */
  oneYear: number;
  fiveYear: number | null;
  published: string;
  /** False: no publication on record covers the date; the last known rate is shown instead. */
  verified: boolean;
  /** The user's own entry. */
  user: boolean;
}

export const LPR_UNVERIFIED = 'LPR 未核实：请输入公布值';

function changeDays(rows: readonly LprRow[]): string[] {
  return rows.filter((r, i) => r.oneYear !== rows[i - 1]?.oneYear).map((r) => r.effective);
}

/** Last day a publication surely covers: LPR comes out on the 20th of a month or later. */
function coveredThrough(rows: readonly LprRow[], i: number): string {
  const here = rows[i]?.effective ?? LPR_START;
  const next = rows[i + 1]?.effective;
  const nextMonth = addMonths(`${here.slice(0, 8)}01`, 1).slice(0, 8);
  const published = next?.startsWith(nextMonth) || next?.startsWith(here.slice(0, 8));
  return next && published ? addDays(next, -1) : `${nextMonth}19`;
}

/** A table from rows in date order. */
function tableOf(rows: readonly LprRow[]): LprTable {
  const covered = rows.map((_, i) => coveredThrough(rows, i));
  const gaps = rows.flatMap((_, i) => {
    const from = addDays(covered[i] ?? LPR_START, 1);
    const to = rows[i + 1] ? addDays(rows[i + 1]?.effective ?? from, -1) : '9999-12-31';
    return from <= to ? [{ from, to }] : [];
  });
  return { rows, covered, changes: changeDays(rows), gaps };
}

const OFFICIAL_ROWS: LprRow[] = published.map((r) => ({
  effective: r.effective,
  oneYear: scaleRate(r.one_year.toFixed(2)),
  fiveYear: scaleRate(r.five_year.toFixed(2)),
  user: false,
  note: r.verified,
}));

/** The verified table alone. */
export const OFFICIAL_LPR: LprTable = tableOf(OFFICIAL_ROWS);

/** Last publication that was verified. */
export const LPR_LAST_VERIFIED = OFFICIAL_ROWS.at(-1)?.effective ?? LPR_START;

/** The verified table and the user's entries; where both know a date, the verified figure stands. */
export function lprTable(entries: readonly LprEntry[] = []): LprTable {
  if (entries.length === 0) return OFFICIAL_LPR;
  const known = new Set(OFFICIAL_ROWS.map((r) => r.effective));
  const own = entries
    .filter((e) => !known.has(e.effective))
    .map((e) => ({
      effective: e.effective,
      oneYear: scaleRate(e.oneYear),
      fiveYear: e.fiveYear === null ? null : scaleRate(e.fiveYear),
      user: true,
      note: e.note,
    }));
  const rows = [...OFFICIAL_ROWS, ...own].sort((a, b) => (a.effective < b.effective ? -1 : 1));
  return tableOf(rows);
}

function lastIndex(rows: readonly LprRow[], date: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((rows[mid]?.effective ?? '') <= date) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

/** Last day for which a table knows the rate without a gap at its end. */
export function lprKnownThrough(table: LprTable = OFFICIAL_LPR): string {
  return table.covered.at(-1) ?? LPR_START;
}

/**
 * The LPR in force on a date (民间借贷规定第二十五条第二款).
 * @returns null before 2019-08-20. `verified` is false where the table does not reach.
 */
export function lprOn(date: string, table: LprTable = OFFICIAL_LPR): LprOn | null {
  const i = lastIndex(table.rows, date);
  const row = table.rows[i];
  if (!row) return null;
  return {
    date,
    oneYear: row.oneYear,
    fiveYear: row.fiveYear,
    published: row.effective,
    verified: date <= (table.covered[i] ?? ''),
    user: row.user,
  };
}

/** The first day of (after, to] that no publication covers, or null. */
export function firstUnverified(after: string, to: string, table: LprTable): string | null {
  for (const gap of table.gaps) {
    const first = later(addDays(after, 1), gap.from);
    if (first <= earlier(to, gap.to)) return first;
  }
  return null;
}

/** As `lprOn`. @throws FieldError before the first publication. */
export function requireLpr(date: string, field: string, table: LprTable = OFFICIAL_LPR): LprOn {
  const found = lprOn(date, table);
  if (!found) throw new FieldError(field, '2019年8月20日之前没有贷款市场报价利率，请核对日期');
  return found;
}

/** 2023年2月20日公布的一年期LPR 3.65%, with a mark when it is not verified. */
export function lprPhrase(l: LprOn): string {
  const mark = l.verified ? (l.user ? '（您录入的公布值）' : '') : '（未核实）';
  return `${l.published} 公布的一年期LPR ${rateText(l.oneYear)}%${mark}`;
}
