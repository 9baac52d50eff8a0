import { printDate } from '../text/chinese-date.ts';
import { limitEnd, spanEnd } from './calendar.ts';
import { addDays, daysBetween } from './dates.ts';
import { type Explain, type Notice, urgencyOf } from './notice.ts';
import { cite, citeCpl } from './statutes.ts';

/** Property preservation and seizure: security, time limits, and renewal in time. */

export type PreservationStage = 'preSuit' | 'inSuit' | 'postJudgment';
export type PropertyKind = 'deposit' | 'movable' | 'realEstate' | 'other';

/** Longest duration in years (民诉法解释 485). */
export const SEIZURE_YEARS: Record<PropertyKind, number> = {
  deposit: 1,
  movable: 2,
  realEstate: 3,
  other: 3,
};

/** Days before the end at which the app reminds; the last is the legal lead (财产保全规定 18). */
export const REMINDER_DAYS = [60, 30, 15, 7] as const;

/**
 * Security that the court may ask for.
 * @param amount value to preserve, fen.
 * @returns the most, in fen.
 */
export function preservationSecurity(
  amount: number,
  stage: PreservationStage,
): { most: number; explain: Explain } {
  if (stage === 'preSuit') {
    return {
      most: amount,
      explain: {
        text: '诉前保全必须提供担保，一般相当于请求保全的数额',
        article: `${citeCpl('preSuitPreservation')}、${cite('cplInterp', 152)}`,
      },
    };
  }
  return {
    most: Math.floor((amount * 3) / 10),
    explain: {
      text: '诉讼中保全的担保不超过请求保全数额的百分之三十；事实清楚的可以不要求担保',
      article: `${cite('security', 5)}、${cite('security', 9)}`,
    },
  };
}

export interface SeizureDates {
  /** Last day of the seizure at its longest. */
  expires: string;
  /** Renewal has to be asked for by this day: seven days before the end. */
  renewBy: string;
  /** Reminder days still to come or due, earliest first. */
  reminders: { date: string; daysBefore: number }[];
  notice: Notice;
}

/**
 * Reminders of a seizure. The end is not rolled over holidays: a seizure lapses on its day.
 * @param expires the end named in the court's paper, if known; else the longest duration counts.
 */
export function seizureDates(
  seizedOn: string,
  kind: PropertyKind,
  asOf: string,
  expires: string = spanEnd(seizedOn, { years: SEIZURE_YEARS[kind] }),
): SeizureDates {
  const renewBy = addDays(expires, -7);
  const left = daysBetween(asOf, expires);
  return {
    expires,
    renewBy,
    reminders: REMINDER_DAYS.map((d) => ({ date: addDays(expires, -d), daysBefore: d })),
    notice: {
      code: left < 0 ? 'seizureLapsed' : 'seizureRenewal',
      urgency: left < 0 ? 'expired' : left <= 60 ? 'urgent' : urgencyOf(left),
      text:
        left < 0
          ? `查封、冻结已于${printDate(expires)}到期，未续的效力消灭，请立即核实并重新申请`
          : `查封、冻结${printDate(expires)}到期，最晚${printDate(renewBy)}申请续行`,
      article: `${cite('cplInterp', 485)}、${cite('security', 18)}`,
    },
  };
}

/** Last day to sue after a pre-suit preservation: thirty days, else it is lifted. */
export function preSuitFilingEnd(preservedOn: string): { date: string; explain: Explain } {
  const end = limitEnd(preservedOn, { days: 30 });
  return {
    date: end.date,
    explain: {
      text: `法院采取诉前保全后三十日内不起诉或者申请仲裁的，解除保全；最后一日${printDate(end.date)}`,
      article: citeCpl('preSuitPreservation'),
    },
  };
}

/** Last day to apply for enforcement so that a post-judgment preservation stays: five days. */
export function postJudgmentEnd(performanceEnd: string): { date: string; explain: Explain } {
  const end = limitEnd(performanceEnd, { days: 5 });
  return {
    date: end.date,
    explain: {
      text: `判决后执行前的保全，履行期届满后五日内不申请执行的，解除保全；最后一日${printDate(end.date)}`,
      article: cite('cplInterp', 163),
    },
  };
}
