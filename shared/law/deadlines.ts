import type { Case } from '../case/case.ts';
import { daysBetween } from './dates.ts';
import { ALARMS, type CaseDeadline, DEADLINE_TITLES } from './deadline-types.ts';
import { afterJudgment } from './deadlines-after.ts';
import { beforeSuit } from './deadlines-before.ts';
import { inCourt } from './deadlines-court.ts';
import { settling } from './deadlines-settlement.ts';
import { urgencyOf } from './notice.ts';

/**
 * Every limit that runs in a case on a day, from the records of the case; the rules are those of the
 * modules it asks.
 */

export { type CaseDeadline, DEADLINE_TITLES, type DeadlineKind } from './deadline-types.ts';

/**
 * All limits of the case, the earliest first; limits that passed without the act stay in the list as
 * `expired`.
 * @param today YYYY-MM-DD.
 */
export function deadlinesOf(c: Case, today: string): CaseDeadline[] {
  return [
    ...beforeSuit(c, today),
    ...settling(c, today),
    ...inCourt(c, today),
    ...afterJudgment(c, today),
  ]
    .map((d): CaseDeadline => {
      const daysLeft = daysBetween(today, d.date);
      return {
        ...d,
        title: d.title ?? DEADLINE_TITLES[d.kind],
        alarms: d.alarms ?? ALARMS[d.kind],
        daysLeft,
        urgency: d.urgency ?? (d.milestone ? 'info' : urgencyOf(daysLeft)),
      };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The limit to show first: the next one still running, else the one passed last. Milestones come last. */
export function nearestDeadline(list: readonly CaseDeadline[]): CaseDeadline | null {
  const limits = list.filter((d) => !d.milestone);
  return (
    limits.find((d) => d.daysLeft >= 0) ??
    limits.at(-1) ??
    list.find((d) => d.daysLeft >= 0) ??
    null
  );
}

/** What was last seen of one deadline. */
export interface SeenDeadline {
  date: string;
  /** The date before it moved; null: it has not moved, or the move was noted. */
  was: string | null;
  movedOn: string | null;
}

/** Days for which a move is shown. */
const SHOW_MOVED = 30;

/**
 * What is known of a case's deadlines after looking at them again: a date that changed keeps the old one
 * as `was`; a date that came back, or moved long ago, has none.
 */
export function seeDeadlines(
  seen: ReadonlyMap<string, SeenDeadline>,
  now: readonly CaseDeadline[],
  today: string,
): Map<string, SeenDeadline> {
  return new Map(
    now.map((d): [string, SeenDeadline] => {
      const before = seen.get(d.id);
      const still = { date: d.date, was: null, movedOn: null };
      if (!before || d.floating) return [d.id, still];
      if (before.date === d.date) {
        const old = before.movedOn !== null && daysBetween(before.movedOn, today) > SHOW_MOVED;
        return [d.id, old ? still : before];
      }
      if (before.was === d.date) return [d.id, still];
      return [d.id, { date: d.date, was: before.date, movedOn: today }];
    }),
  );
}

/**
 * Whether a reminder of a deadline is to be given today: a reminder day has come since the last one was
 * given, or the last three days have begun. At most one a day, none once it has passed.
 */
export function reminderDue(
  d: Pick<CaseDeadline, 'date' | 'alarms'>,
  lastGiven: string | null,
  today: string,
): boolean {
  const left = daysBetween(today, d.date);
  if (left < 0 || lastGiven === today) return false;
  if (left <= 3 && d.alarms.some((a) => a >= left)) return true;
  const given = lastGiven === null ? Number.POSITIVE_INFINITY : daysBetween(lastGiven, d.date);
  return d.alarms.some((a) => left <= a && given > a);
}
