/**
 * Dates and amounts that stand in a text read from a file. Proposals only: a text recognised on a picture
 * may be wrong in any sign, so each is shown with its place and adopted by a person or not at all.
 */
import { parseChineseDate } from '../text/chinese-date.ts';
import { parseAmount } from '../text/money.ts';
import { parseChineseNumber } from '../text/numerals.ts';
import { parseRmb } from '../text/rmb.ts';
import type { PageLines } from './calls.ts';
import { foldLines } from './fold.ts';
import { type Place, rangePlaces } from './hits.ts';

interface Found {
  /** As it stands there, without spaces. */
  written: string;
  page: number;
  places: Place[];
}
export interface FoundDate extends Found {
  iso: string;
}
export interface FoundAmount extends Found {
  /** Whole fen. */
  fen: number;
  /** Written in 大写 (壹贰叁…), in which a court believes it rather than in digits. */
  capital: boolean;
}
export interface Figures {
  dates: FoundDate[];
  amounts: FoundAmount[];
  /** An amount in 大写 beside one in digits that is another: both have to be checked. */
  differ: { digits: FoundAmount; capital: FoundAmount }[];
}

const DATES = [
  /(?<!\d)(?:19|20)\d{2}年\d{1,2}月\d{1,2}[日号]/g,
  /(?<!\d)(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}(?!\d)/g,
  // A time of day runs on where the space before it was lost.
  /(?<!\d)(?:19|20)\d{2}([-./])\d{2}\1\d{2}(?=\d{2}:\d{2})/g,
  /[〇○零o0一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,3}[日号]/g,
];

const CAPITAL =
  /(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆][零壹贰叁肆伍陆柒捌玖角分]*[整正]?/g;
const DIGITS = [
  /¥\d+(?:\.\d{1,2})?(?![\d.%万亿])/g,
  /(?<![\d.])\d+(?:\.\d{1,4})?[万亿]元?(?!\d)/g,
  /(?<![\d.])\d+(?:\.\d{1,2})?元/g,
  // 回单 print amounts with two decimals and nothing else.
  /(?<![\d.¥])\d{1,10}\.\d{2}(?![\d.%元万亿])/g,
];
const SPOKEN =
  /(?<![一二三四五六七八九十百千万])[一二两三四五六七八九十百千零]+万?[一二三四五六七八九十百千零]*元/g;

/** 三十万元, 五千元, 一万二千元 → fen. */
function spoken(text: string): number | undefined {
  const [, high, low = ''] = /^(?:(.*)万)?(.*)元$/.exec(text) ?? [];
  const value = (part: string) => (part === '' ? 0 : parseChineseNumber(part.replace(/^零/, '')));
  const [a, b] = [high === undefined ? 0 : value(high), value(low)];
  if (a === undefined || b === undefined) return undefined;
  const total = a * 10_000 + b;
  return total > 0 ? total * 100 : undefined;
}

interface At {
  start: number;
  end: number;
}

const matches = (text: string, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({
      ...{ written: m[0], start: m.index, end: m.index + m[0].length },
    })),
  );

function datesIn(text: string): (At & { written: string; iso: string })[] {
  return matches(text, DATES).flatMap((m) => {
    const plain = m.written.replaceAll(/[○o0](?=[^年]*年[一-十])/g, '〇');
    const { iso } = parseChineseDate(plain);
    const year = Number(iso?.slice(0, 4) ?? 0);
    return iso && year >= 1980 && year <= 2099 ? [{ ...m, iso }] : [];
  });
}

function amountsIn(text: string): (At & { written: string; fen: number; capital: boolean })[] {
  const capitals = matches(text, [CAPITAL]).flatMap((m) => {
    const fen = parseRmb(m.written);
    return fen === undefined ? [] : [{ ...m, fen, capital: true }];
  });
  const digits = matches(text, DIGITS).flatMap((m) => {
    const read = parseAmount(m.written);
    return read.ok && read.fen > 0 ? [{ ...m, fen: read.fen, capital: false }] : [];
  });
  const words = matches(text, [SPOKEN]).flatMap((m) => {
    const fen = spoken(m.written);
    return fen === undefined ? [] : [{ ...m, fen, capital: false }];
  });
  return [...capitals, ...digits, ...words].sort((a, b) => a.start - b.start);
}

/** Farther apart than this, 大写 and digits speak of different sums. */
const BESIDE = 24;

/** What stands in the pages, in their order; a value that occurs again is named once. */
export function figuresIn(pages: readonly PageLines[]): Figures {
  const out: Figures = { dates: [], amounts: [], differ: [] };
  for (const { page, lines } of pages) {
    const boxed = lines.map(({ text, box }) => ({
      text,
      box: box && ([box.x, box.y, box.width, box.height] as const),
    }));
    const folded = foldLines(
      lines.map((l) => l.text),
      true,
    );
    const found = ({ start, end, written }: At & { written: string }): Found => ({
      ...{ written: written.replaceAll('\n', ''), page },
      places: rangePlaces(boxed, folded, [start, end]),
    });
    for (const date of datesIn(folded.text))
      if (!out.dates.some((d) => d.iso === date.iso))
        out.dates.push({ ...found(date), iso: date.iso });
    const amounts = amountsIn(folded.text);
    for (const { fen, capital, ...at } of amounts)
      if (!out.amounts.some((a) => a.fen === fen && a.capital === capital))
        out.amounts.push({ ...found(at), fen, capital });
    for (const c of amounts.filter((a) => a.capital)) {
      const gap = (d: At) => Math.max(d.start - c.end, c.start - d.end);
      const beside = amounts.filter((a) => !a.capital && gap(a) <= BESIDE);
      const [near] = [...beside].sort((a, b) => gap(a) - gap(b));
      if (near && near.fen !== c.fen)
        out.differ.push({
          digits: { ...found(near), fen: near.fen, capital: false },
          capital: { ...found(c), fen: c.fen, capital: true },
        });
    }
  }
  return out;
}
