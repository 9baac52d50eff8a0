/** How a loan is spoken of wherever it is told: its paper, term, rate, and how money and words went. */
import type { Case } from '../case/case.ts';
import type { Loan, Rate, Transfer } from '../case/loan.ts';
import { addDays, addMonths } from '../law/dates.ts';
import { agreedRateText } from '../law/rate.ts';
import { printDate as day } from '../text/chinese-date.ts';
import { chineseNumber } from '../text/numerals.ts';

/** A rate without needless zeros: 14.60 → 14.6. */
export function rateFigure(rate: string): string {
  return rate.includes('.') ? rate.replace(/0+$/, '').replace(/\.$/, '') : rate;
}

/** 《借条》; nothing in writing: 口头约定. */
export function paperName(loan: Loan): string {
  return loan.paper === 'none' ? '口头约定' : `《${loan.paperName || '借条'}》`;
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

/** 电话 · 短信 · 微信 … */
export function channelName(channel: Case['demands'][number]['channel']): string {
  return CHANNELS[channel];
}

/** What the interest owed is called: nothing but 逾期利息 where no loan bears any before it is late. */
export const interestWord = (c: Case): '利息' | '逾期利息' =>
  c.settlement?.status !== 'signed' && c.loans.every((l) => l.interest === 'none')
    ? '逾期利息'
    : '利息';
