import { z } from 'zod';
import { isIsoDate, money } from '../case/fields.ts';

/** The building blocks of calculator inputs: every message says what is allowed. */

const AMOUNT = '应为金额字符串（元），不小于 0，整数最多 12 位、小数最多两位，例如 "300000.00"';
const DATE = '应为存在的日期字符串 年-月-日，例如 "2026-03-16"';

/** "300000.00" → fen. */
export const amount = z
  .string({ error: AMOUNT })
  .refine((s) => money.safeParse(s).success, { error: AMOUNT })
  .transform((s) => money.parse(s));

export const date = z.string({ error: DATE }).refine(isIsoDate, { error: DATE });

/** Text as typed, at most 200 characters. */
export const text = z
  .string({ error: '应为字符串，用双引号括起来' })
  .max(200, { error: '最多 200 个字符' });

export const flag = z.boolean({ error: '应为 true 或 false' });

/** A whole number within bounds, with a message that names them. */
export function whole(min: number, max: number): z.ZodNumber {
  const error = `应为 ${min} 到 ${max} 的整数`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `应为 ${values.map((v) => `"${v}"`).join('、')} 之一` });
}

/** Optional, and null counts as left out. */
export function maybe<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((v): z.output<T> | undefined => (v === null ? undefined : (v as z.output<T>)));
}
