import type { Case } from '../case/case.ts';
import { formatShort } from '../text/money.ts';
import { type CapResult, capSegments, OLD_VOID } from './cap.ts';
import type { Finding } from './conduct-types.ts';
import { rateText, scaleRate } from './exact.ts';
import { FieldError } from './field-error.ts';
import { annualRate, parseRate } from './rate.ts';
import { cite } from './statutes.ts';

/** Rates and sums demanded in a message, against the cap and what is owed. */

const RATE =
  /(?:月息|月利率|月利|年息|年利率|年利|年化(?:利率)?|日息|日利率|每天|每日|按日|按天|按月|每月|滞纳金|利息|违约金)[^，。；\n\d零一二两三四五六七八九十百千万]{0,6}(?:(?:千|万|百)分之[\d.零一二两三四五六七八九十]+|[\d.]+\s*[%％‰]|[\d.一二两三四五六七八九十]+分(?:半|[一二三四五六七八九]厘?)?(?!之)|[\d.一二两三四五六七八九十]+厘)/g;

/** The highest cap among the loans on a day, scaled; null when it cannot be said. */
function capOf(c: Case, on: string): number | null {
  const caps = c.loans.flatMap((loan) => {
    const paid = c.transfers
      .filter((t) => t.loanId === loan.id && t.direction === 'out')
      .map((t) => t.date)
      .sort()[0];
    const formed = paid ?? loan.signed;
    if (!formed) return [];
    let result: CapResult;
    try {
      result = capSegments(formed, c.suit.filedOn);
    } catch (error) {
      // No publication covers the day: the cap is not known, the ceiling of 36% still is.
      if (error instanceof FieldError) return [];
      throw error;
    }
    const now = result.segments.filter((s) => (s.from ?? '') <= on).at(-1);
    return now ? [scaleRate(now.cap)] : [];
  });
  return caps.length === 0 ? null : Math.max(...caps);
}

/** Interest demanded over the cap of the case, or over 36% a year. */
export function rateFindings(c: Case, content: string, on: string): Finding[] {
  const cap = capOf(c, on);
  for (const m of content.matchAll(RATE)) {
    const read = parseRate(m[0]);
    if (!read.ok || (read.assumed && /每天|每日|按日|按天/.test(m[0]))) continue;
    const annual = annualRate(read.reading.rate);
    const over36 = annual > OLD_VOID;
    if (!over36 && (cap === null || annual <= cap)) continue;
    const limit = cap === null ? '年利率36%' : `本案上限年利率${rateText(cap)}%`;
    return [
      {
        rule: 'overCap',
        level: 'law',
        text: `${m[0]}折合年利率${rateText(annual)}%，超过${over36 ? (cap === null ? limit : `${limit}，也超过36%`) : limit}；超过部分法律不保护，用威胁、骚扰手段催收还可能构成犯罪。`,
        source: `${cite('lending', 25)}、${cite('lending', 29)}${over36 ? `、${cite('criminal', '293-1')}` : ''}`,
        proposal: '只写本金和上限以内的利息，数字用“请求计算”里当天的。',
        found: { words: m[0], at: m.index },
      },
    ];
  }
  return [];
}

const AMOUNT = /(\d[\d,，]*(?:\.\d+)?)\s*(万|千)?\s*(?:元|块)/g;

/** Sums in a text, in fen. */
function sumsOf(content: string): { fen: number; words: string; at: number }[] {
  return [...content.matchAll(AMOUNT)].map((m) => {
    const unit = m[2] === '万' ? 1_000_000 : m[2] === '千' ? 100_000 : 100;
    const fen = Math.round(Number((m[1] ?? '').replace(/[,，]/g, '')) * unit);
    return { fen, words: m[0], at: m.index };
  });
}

/**
 * A sum larger than anything owed or lent.
 * @param owed principal with lawful interest on the day, fen; null: not known.
 */
export function sumFindings(c: Case, content: string, owed: number | null): Finding[] {
  if (owed === null) return [];
  const lent = Math.max(
    c.transfers.filter((t) => t.direction === 'out').reduce((n, t) => n + t.amount, 0),
    c.loans.reduce((n, l) => n + (l.agreedAmount ?? 0), 0),
  );
  const most = Math.max(owed, lent);
  const over = sumsOf(content).find((s) => s.fen > most);
  if (!over) return [];
  return [
    {
      rule: 'overOwed',
      level: 'law',
      text: `${over.words}比借出的和依法应还的都多（今天本息合计${formatShort(owed)}元）。要求没有依据的钱，可能被认为虚增债务。`,
      source: `${cite('lending', 25)}、${cite('lending', 29)}`,
      proposal: `写${formatShort(owed)}元，或者写本金并注明利息另计。`,
      found: { words: over.words, at: over.at },
    },
  ];
}
