import type { Explain } from '../claim/types.ts';
import { ART } from './cap.ts';
import { dayNumber } from './dates.ts';
import {
  DAY_COUNT_TEXT,
  type DayCount,
  days360,
  extraDayParts,
  monthsAndDays,
  yearParts,
} from './day-count.ts';
import { interestUnits, type Rounding, roundTogether, scaleRate, toFen, toYuan6 } from './exact.ts';
import { FieldError } from './field-error.ts';

/** Interest on one base at one annual rate over one run, with no cap: the arithmetic alone. */

export interface PlainInterestInput {
  /** Fen. */
  principal: number;
  /** Percent a year. */
  percent: string;
  from: string;
  to: string;
  dayCount: DayCount;
  countBothEnds: boolean;
  rounding: Rounding;
}

export interface PlainInterest {
  /** Fen, rounded as asked. */
  interest: number;
  /** Six decimals of a yuan, for rounding `none`. */
  six: string;
  /** Days counted: calendar days, or days of the 30/360 calendar. */
  days: number;
  /** Whole months, where months are counted. */
  months?: number;
  /** Days left over after whole months. */
  oddDays?: number;
  explain: Explain[];
}

function counted(
  x: PlainInterestInput,
  a: number,
  b: number,
): Pick<PlainInterest, 'days' | 'months' | 'oddDays'> {
  const extra = x.countBothEnds ? 1 : 0;
  if (x.dayCount === 'thirty360') return { days: days360(a, b) + extra };
  if (x.dayCount === 'actual365' || x.dayCount === 'actual360') return { days: b - a + extra };
  const { months, days: oddDays } = monthsAndDays(a, b + extra);
  return { days: b - a + extra, months, oddDays };
}

function wholeFen(sum: bigint): number {
  try {
    return toFen(sum);
  } catch (e) {
    throw e instanceof FieldError ? new FieldError('principal', e.message) : e;
  }
}

/**
 * Plain interest of (from, to].
 * @throws FieldError when `to` lies before `from`.
 */
export function plainInterest(x: PlainInterestInput): PlainInterest {
  if (x.to < x.from) throw new FieldError('to', `止日 ${x.to} 早于起日 ${x.from}，请核对`);
  const [a, b] = [dayNumber(x.from), dayNumber(x.to)];
  const extra = x.countBothEnds ? extraDayParts(x.dayCount, a, b) : 0;
  const parts = yearParts(x.dayCount, a, a, b) + extra;
  const units = interestUnits(x.principal, scaleRate(x.percent), parts);
  const { sum } = roundTogether([units], x.rounding);
  const n = counted(x, a, b);
  const time = n.months === undefined ? `${n.days}天` : `${n.months}个月零${n.oddDays ?? 0}天`;
  const ends = x.countBothEnds ? '首尾两日都计入' : '起日不计、止日计入';
  const text = `${x.from} 至 ${x.to} 共${time}，${DAY_COUNT_TEXT[x.dayCount]}，${ends}，年利率${x.percent}%`;
  return {
    interest: wholeFen(sum),
    six: toYuan6(sum),
    ...n,
    explain: [{ text, article: ART.days }],
  };
}
