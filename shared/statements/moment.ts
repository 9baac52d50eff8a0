/** Dates and times as statements print them: local time of the export, never shifted. */
import { isIsoDate } from '../case/fields.ts';
import { halfWidth } from '../text/normalise.ts';
import { cleanCell } from './cells.ts';
import type { Mapping } from './types.ts';

export interface Moment {
  date: string;
  /** HH:MM:SS or empty. */
  time: string;
}

const two = (s: string | undefined) => (s ?? '').padStart(2, '0');

/** `9:05`, `09:05:07`, `090507`, `90507` → HH:MM:SS; empty when it isn't a time. */
export function parseClock(cell: string | undefined): string {
  const s = halfWidth(cleanCell(cell));
  const m =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/.exec(s) ?? /^(\d{1,2})(\d{2})(\d{2})$/.exec(s);
  if (!m) return '';
  const [h, min, sec] = [two(m[1]), two(m[2]), two(m[3])];
  return Number(h) < 24 && Number(min) < 60 && Number(sec) < 60 ? `${h}:${min}:${sec}` : '';
}

/** Days since 1899-12-30, as spreadsheets count them, with the part of the day behind the point. */
function fromSerial(days: number): Moment {
  const seconds = Math.round(days * 86_400);
  const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  const time = iso.slice(11, 19);
  return { date: iso.slice(0, 10), time: seconds % 86_400 === 0 ? '' : time };
}

/**
 * Reads a date, with or without a time in the same cell.
 * @param order how day, month and year stand where the year is not first
 * @returns null when it is no day of the calendar
 */
export function parseMoment(
  cell: string | undefined,
  clock: string | undefined,
  order: Mapping['dateOrder'] = 'ymd',
): Moment | null {
  const s = halfWidth(cleanCell(cell)).replace(/\s+/g, ' ');
  // 2000-01-01 … 2099-12-31 as a spreadsheet's day number.
  const serial = /^\d{5}(\.\d+)?$/.test(s) ? Number(s) : 0;
  if (serial >= 36_526 && serial < 73_051) {
    const moment = fromSerial(serial);
    return { ...moment, time: moment.time || parseClock(clock) };
  }
  let parts: [string | undefined, string | undefined, string | undefined] | null = null;
  let rest = '';
  const ymd =
    /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[ T]?(\d.*))?$/.exec(s) ??
    /^(\d{4})()(\d{2})(\d{2})(?:[ T]?(\d.*))?$/.exec(s);
  if (ymd) {
    parts = [ymd[1], ymd[3], ymd[4]];
    rest = ymd[5] ?? '';
  } else if (order !== 'ymd') {
    const last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: (\d.*))?$/.exec(s);
    if (last) {
      parts = order === 'mdy' ? [last[3], last[1], last[2]] : [last[3], last[2], last[1]];
      rest = last[4] ?? '';
    }
  }
  if (!parts) return null;
  const date = `${parts[0]}-${two(parts[1])}-${two(parts[2])}`;
  if (!isIsoDate(date)) return null;
  const time = rest === '' ? parseClock(clock) : parseClock(rest);
  return rest !== '' && time === '' ? null : { date, time };
}
