/**
 * The small building blocks every record of the case file is made of.
 * A case file is plain JSON that people can read: amounts are decimal strings of yuan ("300000.00"),
 * rates decimal strings in percent, dates YYYY-MM-DD. Parsing turns amounts into whole fen.
 */
import { z } from 'zod';

/** Largest amount accepted in one field: 9,999 亿元, far over any loan and safe as whole fen. */
export const MAX_FEN = 99_999_999_999_999;

const MONEY = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

function toFen(s: string): number {
  const [, yuan = '0', cents = ''] = MONEY.exec(s) ?? [];
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

/** "300000.00" (yuan, at most two decimals, not negative) → 30000000 (fen). */
export const money = z
  .string()
  .regex(MONEY, { error: '金额应为不小于 0、最多两位小数的数字，例如 300000.00' })
  .transform(toFen);

/** An amount that has to be more than zero (a loan, a transfer, a repayment). */
export const positiveMoney = z
  .string()
  .regex(MONEY, { error: '金额应为大于 0、最多两位小数的数字，例如 300000.00' })
  .refine((s) => !MONEY.test(s) || Number(s) > 0, { error: '金额应大于 0' })
  .transform(toFen);

/** True when the text is a day of the calendar written YYYY-MM-DD, between 1900 and 2199. */
export function isIsoDate(s: string): boolean {
  const m = /^(19|20|21)(\d{2})-(\d{2})-(\d{2})$/.exec(s);
  if (!m) return false;
  const d = new Date(`${s}T00:00:00Z`);
  return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === s;
}

/** A calendar day, YYYY-MM-DD. */
export const date = z
  .string()
  .refine(isIsoDate, { error: '日期不存在或格式不对，应为 年-月-日，例如 2026-03-16' })
  .meta({ format: 'date' });

/** A clock time, HH:MM. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: '时间应为 时:分，例如 09:30',
});

/** A rate in percent as an exact decimal string, e.g. "14.6"; at most six decimals, under 1000. */
export const percent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, {
  error: '利率应为不小于 0 的数字（百分数），最多六位小数，例如 14.6',
});

/** One line of text, at most 500 characters; empty when not known. */
export const line = z.string().max(500, { error: '这一栏最多 500 字，请删减或写到说明里' });

/** Free text, at most 20,000 characters. */
export const text = z.string().max(20_000, { error: '这一栏最多 20000 字，请删减或另附页' });

/** The key that ties records together inside one case file. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, {
  error: '编号只能用字母、数字、- 和 _，最多 64 个字符',
});

export type IsoDate = string;
/** Whole fen (1/100 yuan). */
export type Fen = number;
/** Exact decimal string in percent. */
export type Percent = string;
