/** What is said of one loan: its paper, term, rate, delivery and default. */
import type { Case } from '../../shared/case/case.ts';
import type { Loan, Transfer } from '../../shared/case/loan.ts';
import { lastDay } from '../../shared/claim/due-day.ts';
import { channelName, paperName } from '../../shared/claim/loan-words.ts';
import { addDays } from '../../shared/law/dates.ts';
import { chineseNumber } from '../../shared/text/numerals.ts';
import { day, yuanText } from './words.ts';

export { lastDay } from '../../shared/claim/due-day.ts';
export {
  interestAgreement,
  methodName,
  paperName,
  rateWords,
  termText,
} from '../../shared/claim/loan-words.ts';

/** 《借条》，编号…，2023年3月1日，甲省乙市丙区 (row 1 of the facts). */
export function signingText(loan: Loan): string {
  return [
    paperName(loan),
    loan.paperNumber ? `编号${loan.paperNumber}` : '',
    loan.signed ? day(loan.signed) : '',
    loan.signedAt,
  ]
    .filter((s) => s !== '')
    .join('，');
}

/** First day in default, when it lies on or before `asOf`. */
export function firstOverdueDay(c: Case, loan: Loan, asOf: string): string | null {
  const last = lastDay(c, loan);
  if (last === null) return null;
  const first = addDays(last, 1);
  return first <= asOf ? first : null;
}

/** Money handed over on a loan, by day. */
export function advances(c: Case, loan: Loan): Transfer[] {
  return c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === 'out')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Money paid back on a loan up to a day, by day. */
export function repayments(c: Case, loan: Loan, asOf: string): Transfer[] {
  return c.transfers
    .filter((t) => t.loanId === loan.id && t.direction === 'in' && t.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Demands made up to a day: their span and their channels, in the order they were first used. */
export function demandSpan(
  c: Case,
  asOf: string,
): { first: string; last: string; channels: string } | null {
  const made = c.demands
    .filter((d) => d.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const first = made[0]?.date;
  const last = made.at(-1)?.date;
  if (first === undefined || last === undefined) return null;
  const channels = [...new Set(made.map((d) => channelName(d.channel)))].join('、');
  return { first, last, channels };
}

/** Each loan's line, numbered only when there are several: 第一笔：300,000元. */
export function perLoan(c: Case, line: (loan: Loan, index: number) => string): string {
  return c.loans
    .map((loan, i) => (c.loans.length > 1 ? `第${chineseNumber(i + 1)}笔：` : '') + line(loan, i))
    .join('；');
}

/** An agreed amount, or blank. */
export function amountOr(fen: number | null, blank = '      元'): string {
  return fen === null ? blank : yuanText(fen);
}

/** 第一笔借款（2023年3月1日《借条》); with one loan only, 借款. */
export function loanTitle(c: Case, loanId: string): string {
  const i = c.loans.findIndex((l) => l.id === loanId);
  const loan = c.loans[i];
  if (!loan || c.loans.length === 1) return '借款';
  const when = loan.signed ? day(loan.signed) : '';
  return `第${chineseNumber(i + 1)}笔借款（${when}${paperName(loan)}）`;
}
