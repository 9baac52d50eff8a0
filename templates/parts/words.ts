/** Small pieces of court-paper writing: blanks, rates, file names (form 10 A, B). */
import { rateFigure } from '../../shared/claim/loan-words.ts';
import { printDate } from '../../shared/text/chinese-date.ts';

export { rateFigure } from '../../shared/claim/loan-words.ts';
export { printDate as day } from '../../shared/text/chinese-date.ts';
export { formatAmount, formatShort, yuanText } from '../../shared/text/money.ts';

/** The date, or the form's own blank when it is not known. */
export function dayOr(iso: string | null, blank = '   年    月    日'): string {
  return iso ? printDate(iso) : blank;
}

/** A rate with two decimals at least, for tables: 3 → 3.00. */
export function rateTwoPlaces(rate: string): string {
  const [whole = '0', part = ''] = rateFigure(rate).split('.');
  return `${whole}.${part.padEnd(2, '0')}`;
}

/** Full-width brackets of case numbers: (2026)甲0104民初1号 → （2026）甲0104民初1号. */
export function caseNumber(text: string): string {
  return text.replace(/\(/g, '（').replace(/\)/g, '）').trim();
}

/** A sentence ends once: adds 。 unless the text already ends with a mark. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[。；！？：]$/.test(trimmed) ? trimmed : `${trimmed}。`;
}

/** 序号-材料名称-当事人, without characters that file systems refuse, at most 60 (form 03 F). */
export function fileName(order: string, title: string, who: string): string {
  const clean = (s: string) => s.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim();
  return [...`${order}-${clean(title)}${who ? `-${clean(who)}` : ''}`].slice(0, 60).join('');
}
