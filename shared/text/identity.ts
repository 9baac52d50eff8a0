import { isIsoDate } from '../case/fields.ts';
import { halfWidth } from './normalise.ts';

/** Checks of identity numbers and telephone numbers. Never a lookup: only the number itself. */

export interface IdCheck {
  valid: boolean;
  reason?: string;
  birthDate?: string;
  sex?: 'male' | 'female';
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** The check character of the first 17 digits of a resident identity number (GB 11643). */
export function idChecksum(first17: string): string {
  const sum = ID_WEIGHTS.reduce((acc, w, i) => acc + w * Number(first17[i]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/**
 * Checks an 18-character resident identity number: length, region, birth date, check character.
 * Spaces and full-width characters are forgiven, a small x too.
 */
export function checkIdNumber(value: string): IdCheck {
  const s = halfWidth(value).replace(/\s/g, '').toUpperCase();
  if (s.includes('*')) return { valid: false, reason: '号码被遮住了一部分，请填完整的18位' };
  if (/^\d{15}$/.test(s)) {
    return { valid: false, reason: '这是15位的旧号码，已停止使用，请填身份证上的18位号码' };
  }
  if (s.length !== 18) return { valid: false, reason: `应为18位，现在是${s.length}位` };
  if (!/^\d{17}[\dX]$/.test(s))
    return { valid: false, reason: '前17位应为数字，最后一位为数字或X' };
  if (!s.startsWith('9') && !PROVINCES.has(s.slice(0, 2))) {
    return { valid: false, reason: '前两位不是省份代码，请核对' };
  }
  const birthDate = `${s.slice(6, 10)}-${s.slice(10, 12)}-${s.slice(12, 14)}`;
  if (!isIsoDate(birthDate)) {
    return { valid: false, reason: `第7至14位（${s.slice(6, 14)}）不是真实的出生日期` };
  }
  const sex = Number(s[16]) % 2 === 1 ? 'male' : 'female';
  if (idChecksum(s) !== s[17]) {
    return { valid: false, reason: '校验位不对，请逐位核对', birthDate, sex };
  }
  return { valid: true, birthDate, sex };
}

export interface CodeCheck {
  valid: boolean;
  reason?: string;
}

const CODE_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17 characters of a unified social credit code (GB 32100). */
export function creditCodeChecksum(first17: string): string {
  const sum = CODE_WEIGHTS.reduce((acc, w, i) => acc + w * CODE_CHARS.indexOf(first17[i] ?? ''), 0);
  return CODE_CHARS[(31 - (sum % 31)) % 31] ?? '';
}

/** Checks an 18-character unified social credit code. */
export function checkCreditCode(value: string): CodeCheck {
  const s = halfWidth(value).replace(/\s/g, '').toUpperCase();
  if (/^\d{15}$/.test(s)) {
    return { valid: false, reason: '这是15位的旧注册号，请填营业执照上18位的统一社会信用代码' };
  }
  if (s.length !== 18) return { valid: false, reason: `应为18位，现在是${s.length}位` };
  const bad = [...s].find((c) => !CODE_CHARS.includes(c));
  if (bad) return { valid: false, reason: `不会出现字符“${bad}”（没有I、O、S、V、Z），请核对` };
  if (!/^[1-9ANY]/.test(s)) return { valid: false, reason: '第一位不是登记管理部门代码，请核对' };
  if (!/^\d{6}$/.test(s.slice(2, 8))) {
    return { valid: false, reason: '第3至8位应为行政区划代码（数字）' };
  }
  if (creditCodeChecksum(s) !== s[17]) return { valid: false, reason: '校验位不对，请逐位核对' };
  return { valid: true };
}

export interface MobileCheck {
  valid: boolean;
  normalised?: string;
  reason?: string;
}

/** Checks a mainland mobile number; +86, spaces, dashes and full-width digits are forgiven. */
export function checkMobile(value: string): MobileCheck {
  const s = halfWidth(value)
    .replace(/[\s\-()－—‐·.]/g, '')
    .replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  if (/^1[3-9]\d{9}$/.test(s)) return { valid: true, normalised: s };
  if (s.includes('*') || s.includes('×')) {
    return { valid: false, reason: '号码被遮住了一部分，请填完整的11位' };
  }
  if (/^0\d{9,11}$/.test(s)) return { valid: false, reason: '这是座机号码，不是手机号码' };
  if (!/^\d+$/.test(s)) return { valid: false, reason: '手机号码只能是数字' };
  if (s.length !== 11) return { valid: false, reason: `应为11位，现在是${s.length}位` };
  return { valid: false, reason: '不是手机号段，应以13至19开头' };
}
