/** Deadlines as a calendar file. */
import type { DeadlineRow } from '../../shared/api.ts';
import { DEADLINE_TITLES } from '../../shared/law/deadlines.ts';
import { type CalendarEvent, calendarFile } from '../../shared/text/ics.ts';

/**
 * Calendars are often shared or kept on other people's machines, so the file can leave out every name:
 * titles then tell only the kind of limit.
 */
function eventOf(d: DeadlineRow, names: boolean): CalendarEvent {
  const why = d.article ? `（${d.article}）` : '';
  return {
    uid: `${d.caseId}-${d.id}@jieju`,
    date: d.date,
    summary: names ? `${d.title}（${d.caseTitle}）` : `${DEADLINE_TITLES[d.kind]}（借据案件）`,
    description: names ? `${d.text}${why}` : '打开“借据”查看这个期限的依据。',
    alarms: d.alarms,
  };
}

/**
 * The .ics text of the deadlines that are still to come.
 * @param now moment of writing, ISO 8601 in UTC.
 */
export function calendarOf(
  deadlines: readonly DeadlineRow[],
  names: boolean,
  now: string,
): { text: string; count: number } {
  const coming = deadlines.filter((d) => d.daysLeft >= 0);
  const text = calendarFile(
    '借据：期限',
    coming.map((d) => eventOf(d, names)),
    now,
  );
  return { text, count: coming.length };
}
