import { addMonths, dayNumber, fromDayNumber } from './dates.ts';
import { YEAR_PARTS } from './exact.ts';

/**
 * From days to parts of a year. No statute fixes the year basis for private loans; each of these
 * occurs in judgments, the default is actual days over 365, also in leap years (29 February counts).
 * Every interval is (S, E]: first day not counted, last day counted (民法典第二百零一条).
 */

export const DAY_COUNTS = ['actual365', 'actual360', 'months30', 'months', 'thirty360'] as const;

export type DayCount = (typeof DAY_COUNTS)[number];

const PER_DAY_365 = YEAR_PARTS / 365;
const PER_DAY_360 = YEAR_PARTS / 360;
const PER_MONTH = YEAR_PARTS / 12;

export const DAY_COUNT_TEXT: Record<DayCount, string> = {
  actual365: '实际天数÷365',
  actual360: '实际天数÷360',
  months30: '整月按年利率÷12，零头天数按年利率÷360',
  months: '只计整月，按年利率÷12',
  thirty360: '每月30天、每年360天',
};

/** Whole months from S to E (same day-number, or the month's last day: 民法典第二百零二条) and the days left over. */
export function monthsAndDays(from: number, to: number): { months: number; days: number } {
  if (to <= from) return { months: 0, days: 0 };
  const a = fromDayNumber(from);
  const b = fromDayNumber(to);
  let months =
    (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 +
    Number(b.slice(5, 7)) -
    Number(a.slice(5, 7));
  let reached = dayNumber(addMonths(a, months));
  if (reached > to) {
    months -= 1;
    reached = dayNumber(addMonths(a, months));
  }
  return { months, days: to - reached };
}

/** Days by the 30/360 calendar: every month 30 days, the 31st counts as the 30th. */
export function days360(from: number, to: number): number {
  const a = fromDayNumber(from);
  const b = fromDayNumber(to);
  const part = (s: string) =>
    Number(s.slice(0, 4)) * 360 + Number(s.slice(5, 7)) * 30 + Math.min(Number(s.slice(8)), 30);
  return part(b) - part(a);
}

/** Year parts (26280ths) from a run's first day to a later day. */
function partsFrom(dayCount: DayCount, anchor: number, to: number): number {
  if (dayCount === 'thirty360') return days360(anchor, to) * PER_DAY_360;
  const { months, days } = monthsAndDays(anchor, to);
  return months * PER_MONTH + (dayCount === 'months30' ? days * PER_DAY_360 : 0);
}

/**
 * Year parts of the stretch (a, b] of a run that starts at `anchor`. Months are counted from the
 * anchor, so cutting a run into stretches never changes its sum.
 */
export function yearParts(dayCount: DayCount, anchor: number, a: number, b: number): number {
  if (dayCount === 'actual365') return (b - a) * PER_DAY_365;
  if (dayCount === 'actual360') return (b - a) * PER_DAY_360;
  return partsFrom(dayCount, anchor, b) - partsFrom(dayCount, anchor, a);
}

/** What counting the last day as well adds to a run from `anchor` to `end`: one day, once. */
export function extraDayParts(dayCount: DayCount, anchor: number, end: number): number {
  return dayCount === 'thirty360' ? PER_DAY_360 : yearParts(dayCount, anchor, end, end + 1);
}

/** Days of (a, b] as the basis counts them: calendar days, or days of the 30/360 calendar. */
export function countedDays(dayCount: DayCount, a: number, b: number): number {
  return dayCount === 'thirty360' ? days360(a, b) : b - a;
}

/** Days of a year on which a daily rate is annualised, so that 日万分之五 gives exactly that a day. */
export function yearDays(dayCount: DayCount): number {
  return dayCount === 'actual365' ? 365 : 360;
}
