import { RATE_ONE, rateText, scaleRate } from './exact.ts';
import { FieldError } from './field-error.ts';

/**
 * Agreed rates. Annualised by simple multiplication (monthly ×12, daily ×365), never compounded;
 * the cap of 民间借贷规定第二十五条 is tested on that figure.
 */

export type RatePeriod = 'year' | 'month' | 'day';

/** A rate as agreed: percent per period, e.g. 月息2分 = { percent: '2', per: 'month' }. */
export interface AgreedRate {
  percent: string;
  per: RatePeriod;
}

const PER_YEAR: Record<RatePeriod, number> = { year: 1, month: 12, day: 365 };
const PERIOD_TEXT: Record<RatePeriod, string> = { year: '年利率', month: '月利率', day: '日利率' };

/** Scaled annual rate for the cap test: monthly ×12, daily ×365. */
export function annualRate(rate: AgreedRate): number {
  return scaleRate(rate.percent) * PER_YEAR[rate.per];
}

/** 月利率2%（折合年利率24.00%）. */
export function agreedRateText(rate: AgreedRate): string {
  const own = `${PERIOD_TEXT[rate.per]}${rateText(scaleRate(rate.percent))}%`;
  return rate.per === 'year' ? own : `${own}（折合年利率${rateText(annualRate(rate))}%）`;
}

const PERCENT = /^\d{1,3}(\.\d{1,6})?$/;

/** @throws FieldError when the text is not a percentage with at most six decimals. */
export function checkPercent(value: unknown, field: string): string {
  if (typeof value !== 'string' || !PERCENT.test(value)) {
    throw new FieldError(field, '利率应为不小于 0 的百分数文本，最多六位小数，例如 "14.6"');
  }
  return value;
}

/** One way to read what people wrote. */
export interface RateReading {
  rate: AgreedRate;
  /** Annual percent, e.g. "24.00". */
  annual: string;
  label: string;
}

export type ParsedRate =
  | { ok: true; reading: RateReading; assumed?: string; alternatives: RateReading[] }
  | { ok: false; message: string; alternatives: RateReading[] };

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

/** "二十四" / "24" / "两" / "一点五" → thousandths; null when it is no number. */
function thousandths(text: string): number | null {
  if (/^\d{1,4}(\.\d{1,3})?$/.test(text)) return Math.round(Number(text) * 1000);
  const [whole = '', decimals = ''] = text.split('点');
  let value = 0;
  let digit = 0;
  for (const ch of whole) {
    const d = DIGITS[ch];
    if (ch === '十' || ch === '拾') value += (digit || 1) * 10;
    else if (ch === '百' || ch === '佰') value += digit * 100;
    else if (d === undefined) return null;
    if (ch === '十' || ch === '拾' || ch === '百' || ch === '佰') digit = 0;
    else digit = d ?? 0;
  }
  let result = (value + digit) * 1000;
  let place = 100;
  for (const ch of decimals) {
    const d = DIGITS[ch];
    if (d === undefined) return null;
    result += d * place;
    place /= 10;
  }
  return whole === '' || !Number.isInteger(result) ? null : result;
}

const NUMBER = '([0-9.]+|[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰点]+)';
/** Percent in millionths for one unit of: 分 and 厘 by period, per cent, per mille, per ten thousand. */
const FEN: Record<RatePeriod, number> = { year: 10_000_000, month: 1_000_000, day: 100_000 };

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，。:：“”"']/g, '')
    .toLowerCase();
}

function period(text: string): RatePeriod | null {
  if (/年|p\.?a/.test(text)) return 'year';
  if (/月/.test(text)) return 'month';
  if (/日|天/.test(text)) return 'day';
  return null;
}

/** Scaled percent per period of a 分/厘 expression; null when the text is none. */
function fenLi(text: string, per: RatePeriod): number | null {
  const m = new RegExp(`${NUMBER}分(?:(半)|${NUMBER}(?:厘|$))?`).exec(text);
  const li = new RegExp(`${NUMBER}厘(半)?`).exec(text);
  if (m?.[1]) {
    const main = thousandths(m[1]);
    const rest = m[2] ? 500 : m[3] ? (thousandths(m[3]) ?? 0) / 10 : 0;
    return main === null ? null : ((main + rest) * FEN[per]) / 1000;
  }
  if (li?.[1]) {
    const main = thousandths(li[1]);
    return main === null ? null : ((main + (li[2] ? 500 : 0)) * FEN[per]) / 10_000;
  }
  return null;
}

/** Scaled percent of %, ‰, 百分之, 千分之, 万分之; null when the text is none. */
function fraction(text: string): number | null {
  const forms: [RegExp, number][] = [
    [new RegExp(`${NUMBER}%`), 1_000_000],
    [new RegExp(`${NUMBER}‰`), 100_000],
    [new RegExp(`百分之${NUMBER}`), 1_000_000],
    [new RegExp(`千分之${NUMBER}`), 100_000],
    [new RegExp(`万分之${NUMBER}`), 10_000],
  ];
  for (const [form, unit] of forms) {
    const m = form.exec(text);
    const n = m?.[1] ? thousandths(m[1]) : null;
    if (n !== null) return (n * unit) / 1000;
  }
  return null;
}

function reading(scaled: number, per: RatePeriod): RateReading {
  const percent = rateText(scaled).replace(/\.?0+$/, '');
  const rate = { percent: percent === '' ? '0' : percent, per };
  return { rate, annual: rateText(annualRate(rate)), label: agreedRateText(rate) };
}

const FORMS =
  '例如：月息2分、月利率1.5%、年利率14.6%、日万分之五、一分五厘（请写明按年、按月还是按日）';

/**
 * Reads a rate the way people write it: 月息2分 · 年息1分 · 日万分之五 · 2%/月 · 1分5厘 · 24%.
 * A bare 「2分」 names no period: between natural persons that is an unclear agreement, which risks no
 * interest at all (民间借贷规定第二十四条), so the readings come back as alternatives to choose from.
 * A bare percentage is read as annual, and says so.
 */
export function parseRate(text: string): ParsedRate {
  const s = normalise(text);
  const per = period(s);
  const asFraction = fraction(s);
  if (asFraction !== null) {
    if (!validScaled(asFraction))
      return { ok: false, message: `利率过高或过细，${FORMS}`, alternatives: [] };
    if (per) return { ok: true, reading: reading(asFraction, per), alternatives: [] };
    const [year, month, day] = [
      reading(asFraction, 'year'),
      reading(asFraction, 'month'),
      reading(asFraction, 'day'),
    ];
    if (/%|百分之/.test(s)) {
      return {
        ok: true,
        reading: year,
        assumed: '没有写明期间，按年利率理解，请核对',
        alternatives: [month],
      };
    }
    return {
      ok: false,
      message: '请说明这是按日、按月还是按年的利率',
      alternatives: [day, month, year],
    };
  }
  if (per) {
    const scaled = fenLi(s, per);
    return scaled !== null && validScaled(scaled)
      ? { ok: true, reading: reading(scaled, per), alternatives: [] }
      : { ok: false, message: `没有看懂这个利率，${FORMS}`, alternatives: [] };
  }
  return bareFen(s);
}

function validScaled(scaled: number): boolean {
  return Number.isInteger(scaled) && scaled < 10 * RATE_ONE;
}

function bareFen(s: string): ParsedRate {
  const alternatives = (['month', 'year', 'day'] as const).flatMap((per) => {
    const scaled = fenLi(s, per);
    return scaled !== null && validScaled(scaled) ? [reading(scaled, per)] : [];
  });
  if (alternatives.length === 0) {
    return { ok: false, message: `没有看懂这个利率，${FORMS}`, alternatives: [] };
  }
  return {
    ok: false,
    message:
      '没有写明按年、按月还是按日。自然人之间利息约定不明的，视为没有利息；当地习惯多指月息。请选择，并准备曾按该利率付息的证据。',
    alternatives,
  };
}
