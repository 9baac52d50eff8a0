import { UTCDateMini } from '@date-fns/utc';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { addYears as addYearsTo } from 'date-fns/addYears';

/**
 * Arithmetic on calendar days written YYYY-MM-DD. No time of day, no time zone, no clock.
 */

const DAY = 86_400_000;

const ZERO = 48;

function twoDigits(iso: string, at: number): number {
  return (iso.charCodeAt(at) - ZERO) * 10 + iso.charCodeAt(at + 1) - ZERO;
}

/** Whole days since 1970-01-01; the caller has checked that the date exists. */
export function dayNumber(iso: string): number {
  const year = twoDigits(iso, 0) * 100 + twoDigits(iso, 2);
  return Date.UTC(year, twoDigits(iso, 5) - 1, twoDigits(iso, 8)) / DAY;
}

/** Dates already written, by day number: there are some 110,000 days between 1900 and 2199. */
const written = new Map<number, string>();

/** The date of a day number. */
export function fromDayNumber(n: number): string {
  let iso = written.get(n);
  if (iso === undefined) {
    iso = new Date(n * DAY).toISOString().slice(0, 10);
    written.set(n, iso);
  }
  return iso;
}

/** `days` later (negative: earlier). */
export function addDays(iso: string, days: number): string {
  return fromDayNumber(dayNumber(iso) + days);
}

/** Days from `from` to `to`: the first day not counted, the last one counted (民法典 201). */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day-number some months later, or the last day of that month (民法典 202). */
export function addMonths(iso: string, months: number): string {
  return addMonthsTo(new UTCDateMini(dayNumber(iso) * DAY), months)
    .toISOString()
    .slice(0, 10);
}

/** The same day some years later; 29 February becomes 28 February where there is none (民法典 202). */
export function addYears(iso: string, years: number): string {
  return addYearsTo(new UTCDateMini(dayNumber(iso) * DAY), years)
    .toISOString()
    .slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(iso: string): number {
  return (((dayNumber(iso) + 4) % 7) + 7) % 7;
}

/** The later of two dates. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
