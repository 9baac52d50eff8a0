import { MAX_FEN } from '../case/fields.ts';

/**
 * Uppercase amounts (大写) by the 支付结算办法 annex: forms, conventions A.
 */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['元', '万', '亿'];

/** A 零 that may be written or left out; `first`: what the first reading does. */
interface OptionalZero {
  first: boolean;
}
type Part = string | OptionalZero;

/** One group of four digits, without the zeros before its first digit. */
function group(n: number): string {
  let out = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      zero = out !== '';
    } else {
      out += (zero ? '零' : '') + DIGITS[digit] + PLACES[place];
      zero = false;
    }
  }
  return out;
}

/** Whole yuan, as groups with the zeros between them. */
function wholeParts(yuan: number): Part[] {
  const parts: Part[] = [];
  let previous: number | undefined;
  let skipped = false;
  for (let g = GROUPS.length - 1; g >= 0; g--) {
    const n = Math.floor(yuan / 10_000 ** g) % 10_000;
    if (n === 0) {
      skipped = true;
      continue;
    }
    if (previous !== undefined) {
      // A 0 in the 千 place must be read; a 0 only in the 万 or 亿 place may be.
      if (n < 1000) parts.push('零');
      else if (skipped || previous % 10 === 0) parts.push({ first: skipped });
    }
    parts.push(group(n), g > 0 ? (GROUPS[g] ?? '') : '');
    previous = n;
    skipped = false;
  }
  parts.push('元');
  return parts;
}

/** All readings, the first one first. */
function expand(parts: Part[]): string[] {
  let out = [''];
  for (const part of parts) {
    if (typeof part === 'string') out = out.map((s) => s + part);
    else {
      const order = part.first ? ['零', ''] : ['', '零'];
      out = out.flatMap((s) => order.map((z) => s + z));
    }
  }
  return out;
}

/** Uppercase text of an amount, without 人民币, and the other readings that are accepted. */
export interface RmbText {
  text: string;
  alternatives: string[];
}

/**
 * 大写 of an amount in fen: 30000000 → 叁拾万元整; 168032 → 壹仟陆佰捌拾元零叁角贰分
 * (or 壹仟陆佰捌拾元叁角贰分).
 * @throws RangeError for a negative, fractional or too large number of fen.
 */
export function rmb(fen: number): RmbText {
  if (!Number.isInteger(fen) || fen < 0 || fen > MAX_FEN)
    throw new RangeError(`no 大写 for ${fen}`);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  if (fen === 0) return { text: '零元整', alternatives: [] };
  const parts: Part[] = yuan > 0 ? wholeParts(yuan) : [];
  if (jiao === 0 && cents === 0) {
    parts.push('整');
  } else {
    if (jiao > 0) {
      if (yuan > 0 && yuan % 10 === 0) parts.push({ first: true });
      parts.push(`${DIGITS[jiao]}角`);
    } else if (yuan > 0) {
      parts.push('零');
    }
    if (cents > 0) parts.push(`${DIGITS[cents]}分`);
  }
  let readings = expand(parts);
  if (jiao > 0 && cents === 0) {
    // 整 after 角 is optional: usual after 角 alone, unusual after 元…角.
    const endings = yuan > 0 ? ['', '整'] : ['整', ''];
    readings = endings.flatMap((e) => readings.map((r) => r + e));
  }
  const [text = '', ...alternatives] = readings;
  return { text, alternatives };
}

/** 人民币叁拾万元整, for notes, agreements and letters. */
export function rmbPrinted(fen: number): string {
  return `人民币${rmb(fen).text}`;
}

const VALUE: Record<string, number> = Object.fromEntries([...DIGITS].map((c, i) => [c, i]));
const UNIT: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads the whole yuan of a 大写; undefined when it is not one. */
function parseWhole(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const c of text) {
    const value = VALUE[c];
    const unit = UNIT[c];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      section += digit * unit;
      digit = 0;
    } else if (c === '万' || c === '亿') {
      const scale = c === '万' ? 10_000 : 100_000_000;
      total += (section + digit) * scale;
      section = 0;
      digit = 0;
    } else return undefined;
  }
  return total + section + digit;
}

/**
 * Reads a 大写 back into fen; any reading that `rmb` accepts, with or without 人民币, 圆 for 元,
 * 正 for 整.
 * @returns undefined when the text is not an accepted reading of any amount.
 */
export function parseRmb(text: string): number | undefined {
  const s = text
    .replace(/\s/g, '')
    .replace(/^人民币/, '')
    .replace('圆', '元')
    .replace(/正$/, '整');
  const m =
    /^(?:(.+)元)?(零)?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(s);
  if (!m) return undefined;
  const whole = m[1] === undefined ? 0 : parseWhole(m[1]);
  if (whole === undefined) return undefined;
  const fen = whole * 100 + (VALUE[m[3] ?? '零'] ?? 0) * 10 + (VALUE[m[4] ?? '零'] ?? 0);
  if (fen > MAX_FEN) return undefined;
  const { text: first, alternatives } = rmb(fen);
  return [first, ...alternatives].includes(s) ? fen : undefined;
}
