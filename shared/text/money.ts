import { MAX_FEN } from '../case/fields.ts';
import { halfWidth } from './normalise.ts';

/**
 * Amounts in and out. Inside the engine an amount is whole fen; at the borders a decimal string of
 * yuan; on paper a figure with thousands separators (forms: conventions A).
 */

/** fen → "300000.00". */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

/** fen → "300,000.00". */
export function formatAmount(fen: number): string {
  const plain = yuan(Math.abs(fen));
  let end = plain.length - 6;
  let grouped = plain.slice(Math.max(end, 0));
  for (; end > 0; end -= 3) grouped = `${plain.slice(Math.max(end - 3, 0), end)},${grouped}`;
  return fen < 0 ? `-${grouped}` : grouped;
}

/** fen → "300,000" when whole yuan, else "300,000.50"; the 元 is printed by the form. */
export function formatShort(fen: number): string {
  return formatAmount(fen).replace(/\.00$/, '');
}

/** fen → "300,000元" or "300,000.50元", the style of court papers. */
export function yuanText(fen: number): string {
  return `${formatShort(fen)}元`;
}

/** What a typed amount came to: whole fen, or the Chinese reason it was not taken. */
export type ParsedAmount = { ok: true; fen: number } | { ok: false; message: string };

const SCALES: Record<string, number> = { '': 0, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const EXAMPLE = '请填数字，例如 300000、3,000.50 或 30万';

/**
 * Reads an amount as people type it: 300000, 3,000.5, ¥3,000.50元, 30万, 1.5 亿, full-width digits.
 * Exact: no floating point. At most two decimals of a yuan.
 */
export function parseAmount(text: string): ParsedAmount {
  const s = halfWidth(text)
    .replace(/\s/g, '')
    .replace(/，/g, ',')
    .replace(/^(人民币|RMB|CNY)?[¥￥]?/i, '')
    .replace(/(元|块钱|块|圆)?(整|正)?$/, '');
  if (s === '') return { ok: false, message: `没有填金额，${EXAMPLE}` };
  if (s.startsWith('-')) return { ok: false, message: '金额不能为负数' };
  const m = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(百万|千万|百|千|万|亿)?$/.exec(s);
  if (!m) {
    const comma = /^\d[\d,]*(\.\d+)?$/.test(s);
    return {
      ok: false,
      message: comma ? `千位逗号的位置不对，${EXAMPLE}` : `看不懂这个金额，${EXAMPLE}`,
    };
  }
  const whole = (m[1] ?? '').replace(/,/g, '');
  const shift = 2 + (SCALES[m[3] ?? ''] ?? 0);
  const decimals = (m[2] ?? '').replace(/0+$/, '');
  if (decimals.length > shift) return { ok: false, message: '金额最多到分（两位小数）' };
  const digits = (whole + decimals.padEnd(shift, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > 15 || Number(digits) > MAX_FEN) {
    return { ok: false, message: `金额太大，最多 ${formatAmount(MAX_FEN)} 元` };
  }
  return { ok: true, fen: Number(digits) };
}
