/** What is said of one loan: its paper, term, rate, delivery and default. */
import type { Case } from '../../shared/case/case.ts';
import type { Loan, Rate, Transfer } from '../../shared/case/loan.ts';
import { lastDay } from '../../shared/claim/due-day.ts';
import { addDays, addMonths } from '../../shared/law/dates.ts';
import { agreedRateText } from '../../shared/law/rate.ts';
import { chineseNumber } from '../../shared/text/numerals.ts';
import { day, rateFigure, yuanText } from './words.ts';

export { lastDay } from '../../shared/claim/due-day.ts';

/** 《借条》; nothing in writing: 口头约定. */
export function paperName(loan: Loan): string {
  return loan.paper === 'none' ? '口头约定' : `《${loan.paperName || '借条'}》`;
}

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

/** 一年 · 六个月; undefined when the term is no whole number of months. */
function wholeTerm(from: string, due: string): string | undefined {
  for (let n = 1; n <= 600; n += 1) {
    const end = addMonths(from, n);
    if (addDays(end, -1) > due) return undefined;
    if (end === due || addDays(end, -1) === due) {
      return n % 12 === 0 ? `${chineseNumber(n / 12)}年` : `${chineseNumber(n)}个月`;
    }
  }
  return undefined;
}

/** 期限一年 · 期限自…起至…止 · 未约定还款期限. */
export function termText(loan: Loan): string {
  const from = loan.termFrom ?? loan.signed;
  if (loan.due === null) {
    const last = loan.instalments.at(-1);
    return last
      ? `分${loan.instalments.length}期偿还，最后一期于${day(last.due)}到期`
      : '未约定还款期限';
  }
  if (from === null) return `还款日期为${day(loan.due)}`;
  const whole = wholeTerm(from, loan.due);
  return whole ? `期限${whole}` : `期限自${day(from)}起至${day(loan.due)}止`;
}

/** 年利率24% · 月利率2%（折合年利率24.00%） · 日万分之五 … */
export function rateWords(rate: Rate): string {
  if (rate.per === 'lprMultiple') {
    return rateFigure(rate.value) === '1'
      ? '一年期贷款市场报价利率'
      : `一年期贷款市场报价利率的${rateFigure(rate.value)}倍`;
  }
  if (rate.per === 'tenThousandthPerDay') return `日利率万分之${rateFigure(rate.value)}`;
  return agreedRateText({ percent: rate.value, per: rate.per });
}

/** 未约定利息 · 利息约定不明 · 约定月利率2%. */
export function interestAgreement(loan: Loan): string {
  if (loan.interest === 'none') return '未约定利息';
  if (loan.interest === 'unclear') return '对利息约定不明';
  return loan.rate ? `约定利息按${rateWords(loan.rate)}计算` : '约定了利息';
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

const METHODS: Record<Transfer['method'], string> = {
  bank: '银行转账',
  wechat: '微信转账',
  alipay: '支付宝转账',
  cash: '现金',
  other: '其他方式',
};

/** 银行转账 · 微信转账 · 现金 … */
export function methodName(method: Transfer['method']): string {
  return METHODS[method];
}

const CHANNELS: Record<Case['demands'][number]['channel'], string> = {
  call: '电话',
  sms: '短信',
  wechat: '微信',
  email: '电子邮件',
  letter: '信函',
  visit: '上门',
  lawyerLetter: '律师函',
  other: '其他方式',
};

/** Demands made up to a day: their span and their channels, in the order they were first used. */
export function demandSpan(
  c: Case,
  asOf: string,
): { first: string; last: string; count: number; channels: string } | null {
  const made = c.demands
    .filter((d) => d.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const first = made[0]?.date;
  const last = made.at(-1)?.date;
  if (first === undefined || last === undefined) return null;
  const channels = [...new Set(made.map((d) => CHANNELS[d.channel]))].join('、');
  return { first, last, count: made.length, channels };
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
