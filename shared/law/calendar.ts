import holidayData from './data/holidays.json' with { type: 'json' };
import { addDays, addMonths, addYears, dayNumber, fromDayNumber, weekday } from './dates.ts';

/**
 * Working days by the State Council's yearly notices, and the end of time limits that fall on a
 * holiday (民法典 203, 民事诉讼法 85). Interest never uses this file: it runs through holidays.
 */

export interface HolidayYear {
  year: number;
  /** The notice was read, not recalled. */
  verified: boolean;
  source: string;
  off: { name: string; from: string; to: string }[];
  work: string[];
}

/** The yearly calendars on record, oldest first. */
export const holidayYears: readonly HolidayYear[] = holidayData;

const OFF = new Map<string, string>();
const WORK = new Set<string>();
for (const y of holidayYears) {
  for (const { name, from, to } of y.off) {
    for (let d = dayNumber(from); d <= dayNumber(to); d++) OFF.set(fromDayNumber(d), name);
  }
  for (const d of y.work) WORK.add(d);
}
const KNOWN = new Set(holidayYears.filter((y) => y.verified).map((y) => y.year));

export interface DayKind {
  working: boolean;
  /** 春节, 周六 … for a day off; 调休上班 for a working weekend. */
  name?: string;
  /** False outside the years on record: only weekends are known there. */
  verified: boolean;
}

/** Whether a date is a working day, and why. */
export function dayKind(iso: string): DayKind {
  const verified = KNOWN.has(Number(iso.slice(0, 4)));
  const holiday = OFF.get(iso);
  if (holiday) return { working: false, name: holiday, verified };
  if (WORK.has(iso)) return { working: true, name: '调休上班', verified };
  const w = weekday(iso);
  if (w === 0 || w === 6) return { working: false, name: w === 0 ? '周日' : '周六', verified };
  return { working: true, verified };
}

export interface Rolled {
  /** The last day after rolling. */
  date: string;
  /** It moved. */
  rolled: boolean;
  /** The last day before rolling. */
  nominal: string;
  /** What day off it was. */
  because?: string;
  /** All calendars used are on record. */
  verified: boolean;
}

/** Moves a last day that is a day off to the next working day. */
export function rollForward(nominal: string): Rolled {
  let date = nominal;
  let kind = dayKind(date);
  const because = kind.working ? undefined : kind.name;
  let verified = kind.verified;
  while (!kind.working) {
    date = addDays(date, 1);
    kind = dayKind(date);
    verified = verified && kind.verified;
  }
  const rolled = date !== nominal;
  return { date, rolled, nominal, verified, ...(because ? { because } : {}) };
}

/** A length of time; parts are added years first, then months, then days. */
export interface Span {
  years?: number | undefined;
  months?: number | undefined;
  days?: number | undefined;
}

/** The last day of a span that starts the day after `from` (民法典 201, 202), not rolled. */
export function spanEnd(from: string, span: Span): string {
  return addDays(addMonths(addYears(from, span.years ?? 0), span.months ?? 0), span.days ?? 0);
}

/** The last day of a time limit: `spanEnd`, rolled to a working day. */
export function limitEnd(from: string, span: Span): Rolled {
  return rollForward(spanEnd(from, span));
}

/** What to tell the user when a date rests on a calendar that is not on record; undefined if none. */
export function calendarWarning(r: Rolled): string | undefined {
  if (r.verified) return undefined;
  return `${r.nominal.slice(0, 4)}年的放假安排未收录，只按周末推算，以国务院办公厅当年通知为准，请提前办理`;
}
