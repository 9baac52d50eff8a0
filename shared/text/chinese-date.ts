import { isIsoDate } from '../case/fields.ts';
import { halfWidth } from './normalise.ts';
import { parseChineseNumber } from './numerals.ts';

/** Dates as people write them, and as papers print them (forms, conventions B). */

/** '2026-03-16' → 2026年3月16日: arabic digits, no leading zeros. */
export function printDate(iso: string): string {
  return `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`;
}

export interface DateReading {
  valid: boolean;
  iso?: string;
  /** Other readings that the same writing allows. */
  alternatives?: string[];
  reason?: string;
}

/** Two digits are a year of this century up to 69, else of the last one. */
function fullYear(y: string): number {
  if (y.length !== 2) return Number(y);
  return Number(y) + (Number(y) < 70 ? 2000 : 1900);
}

function iso(y: string, m: string, d: string): string | undefined {
  if (y.length !== 4 && y.length !== 2) return undefined;
  const text = `${fullYear(y)}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}

function reading(candidates: (string | undefined)[], written: string): DateReading {
  const found = [...new Set(candidates.filter((c) => c !== undefined))];
  const [first, ...alternatives] = found;
  if (!first) return { valid: false, reason: `“${written}”不是日历上有的日期，请核对` };
  return { valid: true, iso: first, ...(alternatives.length > 0 ? { alternatives } : {}) };
}

/** Strips a weekday and a time of day that often follow a date. */
function withoutTail(s: string): string {
  return s
    .replace(/[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?/, '')
    .replace(
      /(?:T|\s+|(?<=[日号]))(上午|下午|早上|中午|晚上|凌晨)?\s*\d{1,2}[:：时点]\d{0,2}分?([:：]\d{2})?(\.\d+)?Z?$/,
      '',
    )
    .trim();
}

/** Year, month and day marked with 年月日, in arabic or Chinese numerals. */
function marked(s: string): DateReading | undefined {
  const m = /^(?:公元)?(.+?)年(.+?)月(?:份)?(?:(.+?)[日号]?)?$/.exec(s.replace(/\s/g, ''));
  if (!m) return undefined;
  const [, y = '', mo = '', d] = m;
  if (d === undefined) return { valid: false, reason: '缺少几日，请写到日，例如 2024年3月1日' };
  const toDigits = (part: string, isYear: boolean): string | undefined => {
    if (/^\d+$/.test(part)) return part;
    if (part === '元' && !isYear) return '1';
    const n = parseChineseNumber(
      part.replace(/^初/, '').replace('廿', '二十').replace('卅', '三十'),
    );
    if (n === undefined) return undefined;
    // 二四年 is year 24; a year in words with units (二十四年) is not a usual date.
    return isYear ? String(n).padStart([...part].length === 2 ? 2 : 1, '0') : String(n);
  };
  const parts = [toDigits(y, true), toDigits(mo, false), toDigits(d, false)];
  if (parts.some((p) => p === undefined)) return undefined;
  return reading([iso(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '')], s);
}

/** Three numbers with any of the usual separators: year first, then the other orders. */
function separated(s: string): DateReading | undefined {
  const m = /^(\d{1,4})\s*[-./、,年\s]\s*(\d{1,2})\s*[-./、,月\s]\s*(\d{1,4})[日号]?$/.exec(s);
  if (!m) return undefined;
  const [, a = '', b = '', c = ''] = m;
  if (a.length === 4) return reading([iso(a, b, c)], s);
  if (c.length === 4) return reading([iso(c, a, b), iso(c, b, a)], s);
  // Short years are ambiguous: 24.3.1 is usually 2024-03-01, but may be written day first. A lone
  // digit is a year only as the last guess.
  const two = (y: string): string => y.padStart(2, '0');
  const yearFirst = iso(two(a), b, c);
  const yearLast = [iso(two(c), a, b), iso(two(c), b, a)];
  const later = c.length === 1 ? [iso(two(c), b, a)] : yearLast;
  return reading(a.length === 1 ? [...later, yearFirst] : [yearFirst, ...later], s);
}

/** Digits without separators: 20240301, 240301, and what is left when zeros were dropped. */
function compact(s: string): DateReading | undefined {
  if (!/^\d{6,8}$/.test(s)) return undefined;
  const p = (...cuts: number[]): string[] => {
    let at = 0;
    return cuts.map((n) => {
      const part = s.slice(at, at + n);
      at += n;
      return part;
    });
  };
  const read = ([y = '', m = '', d = '']: string[]): string | undefined => iso(y, m, d);
  if (s.length === 8) return reading([read(p(4, 2, 2))], s);
  if (s.length === 7) return reading([read(p(4, 2, 1)), read(p(4, 1, 2))], s);
  const [d = '', m = '', y = ''] = p(2, 2, 2);
  return reading([read(p(2, 2, 2)), read(p(4, 1, 1)), iso(y, m, d)], s);
}

/**
 * Reads a date as people write it: 2024年3月1日, 二〇二四年三月一日, 2024.3.1, 20240301, 24.3.1.
 * An ambiguous writing gives its likeliest reading and the others as alternatives.
 */
export function parseChineseDate(value: string): DateReading {
  const s = withoutTail(halfWidth(value).trim());
  if (s === '') return { valid: false, reason: '没有填日期，例如 2024年3月1日' };
  if (/农历|阴历|旧历|腊月|正月|冬月|闰/.test(s)) {
    return { valid: false, reason: '这是农历日期，请查对公历后填写，例如 2024年3月1日' };
  }
  if (/民国/.test(s)) return { valid: false, reason: '请换成公历年份填写，例如 2024年3月1日' };
  return (
    compact(s) ??
    separated(s) ??
    marked(s) ?? { valid: false, reason: `看不懂“${value}”，请写成 2024年3月1日 或 2024-03-01` }
  );
}
