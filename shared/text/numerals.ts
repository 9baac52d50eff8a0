/**
 * Chinese numerals of everyday writing (not the banker's 大写 of rmb.ts).
 */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/**
 * An integer from 1 to 9999 as it is read in statutes: 10 → 十, 28 → 二十八, 250 → 二百五十,
 * 1064 → 一千零六十四.
 * @throws RangeError outside that range.
 */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999)
    throw new RangeError(`no Chinese numeral for ${n}`);
  const digits = [...String(n)].map(Number);
  let out = '';
  let pendingZero = false;
  digits.forEach((digit, i) => {
    const place = digits.length - 1 - i;
    if (digit === 0) {
      pendingZero = true;
      return;
    }
    if (pendingZero) out += '零';
    pendingZero = false;
    out += (DIGITS[digit] ?? '') + (UNITS[place] ?? '');
  });
  return n >= 10 && n < 20 ? out.slice(1) : out;
}

const VALUES: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/**
 * Reads a small Chinese number (up to 9999), either positional (二〇二四) or with units
 * (二十九, 三百零五).
 * @returns undefined when it is not a number.
 */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '') return undefined;
  if ([...text].every((c) => c in VALUES)) {
    return text.length > 4 ? undefined : Number([...text].map((c) => VALUES[c]).join(''));
  }
  const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  let total = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const c of text) {
    const unit = units[c];
    const value = VALUES[c];
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return undefined;
      if (digit === undefined && !(unit === 10 && total === 0)) return undefined;
      total += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else {
      return undefined;
    }
  }
  return total + (digit ?? 0);
}
