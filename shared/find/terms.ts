/** What a query asks for: each word, with the other ways to write the same date or amount. */
import { parseChineseDate } from '../text/chinese-date.ts';
import { parseAmount, yuan } from '../text/money.ts';
import { rmb } from '../text/rmb.ts';
import { fold } from './fold.ts';

/** Ways to write one word of a query, in search form; a text that has one of them has the word. */
export type Term = readonly [string, ...string[]];

/** A query longer than this is no search. */
const MOST_TERMS = 12;

const CHINESE = '〇一二三四五六七八九';
const inWords = (n: number) =>
  n < 10
    ? (CHINESE[n] ?? '')
    : `${n >= 20 ? CHINESE[Math.floor(n / 10)] : ''}十${n % 10 === 0 ? '' : CHINESE[n % 10]}`;

/** 2024-03-05 → the ways people and banks write it. */
function dates(iso: string): string[] {
  const [y = '', m = '', d = ''] = iso.split('-');
  const [mm, dd] = [Number(m), Number(d)];
  const year = [...y].map((c) => CHINESE[Number(c)]).join('');
  return [
    ...[iso, `${y}年${mm}月${dd}日`, `${y}年${m}月${d}日`, `${y}.${mm}.${dd}`, `${y}.${m}.${d}`],
    ...[`${y}/${mm}/${dd}`, `${y}/${m}/${d}`, `${y}-${mm}-${dd}`, `${y}${m}${d}`],
    `${year}年${inWords(mm)}月${inWords(dd)}日`,
  ];
}

/** 300000 yuan → 300000, 30万, 叁拾万. */
function amounts(fen: number): string[] {
  const whole = yuan(fen).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
  const wan = fen % 100_000 === 0 && fen >= 1_000_000 ? [`${fen / 1_000_000}万`] : [];
  return [whole, ...wan, rmb(fen).text.replace(/(元)?整?$/, '')];
}

function termOf(word: string): Term | null {
  const { text } = fold(word);
  if (text === '') return null;
  const more: string[] = [];
  if (/^\d{4}[-年./]|^\d{8}$|^[〇零一二三四五六七八九]{4}年/.test(text)) {
    const { iso } = parseChineseDate(text);
    if (iso) more.push(...dates(iso));
  }
  if (/^¥?\d{3,}(\.\d{1,2})?元?整?$|^¥?\d+(\.\d+)?[万亿](元)?整?$/.test(text)) {
    const read = parseAmount(text);
    if (read.ok && read.fen > 0) {
      const [digits = '', ...written] = amounts(read.fen);
      more.push(digits, ...written);
      // An amount is found by its digits alone: 300000 finds ¥300,000.00.
      if (/^[¥\d.元整]+$/.test(text)) return unique([digits, ...more]);
    }
  }
  return unique([text, ...more]);
}

function unique(list: readonly string[]): Term | null {
  const [first, ...rest] = [...new Set(list.map((s) => fold(s).text))].filter((s) => s !== '');
  return first === undefined ? null : [first, ...rest];
}

/** The words of a query; every one of them must be found. Empty for a query without any. */
export function terms(query: string): Term[] {
  return query
    .trim()
    .split(/\s+/)
    .map(termOf)
    .filter((t) => t !== null)
    .slice(0, MOST_TERMS);
}

/** Has the text (in search form) every word? */
export const hasAll = (text: string, all: readonly Term[]): boolean =>
  all.every((term) => term.some((way) => text.includes(way)));
