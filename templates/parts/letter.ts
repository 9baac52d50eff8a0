/** Letters of the lender to the debtor: the loan, what is owed on a day, where to pay (form 08a, 08b, 08d, 08f). */
import type { Case } from '../../shared/case/case.ts';
import type { Loan } from '../../shared/case/loan.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { addDays, addMonths, daysBetween, later } from '../../shared/law/dates.ts';
import { planStanding } from '../../shared/law/plan-standing.ts';
import { rmbPrinted } from '../../shared/text/rmb.ts';
import { blocking, warning } from '../checks/common.ts';
import type { Choice, Missing, PaperContext } from '../template.ts';
import { choicePath, choicesOf } from './choices.ts';
import { interestMethod } from './claims-text.ts';
import { advances, interestAgreement, lastDay, methodName, termText } from './loan-text.ts';
import { borrowers, plaintiffs } from './people.ts';
import type { Column } from './table-paper.ts';
import { day, formatAmount, yuanText } from './words.ts';

/** 人民币叁拾万元整（¥300,000.00）. */
export const inFull = (fen: number): string => `${rmbPrinted(fen)}（¥${formatAmount(fen)}）`;

export { accountText } from '../../shared/case/account.ts';

/** The lender's account: the one of the enforcement, which is the lender's own. */
export const ACCOUNT = 'enforcement.bankAccount';

/** The account is asked for, and has to be the lender's own. */
export function accountProblems(c: Case, level: Missing['level']): Missing[] {
  const a = c.enforcement?.bankAccount;
  if (!a?.number) {
    const message =
      level === 'blocking'
        ? '请填写您本人的收款账户'
        : '建议填写您本人的收款账户，对方还款更方便；不填也能导出';
    return [{ path: `${ACCOUNT}.number`, message, level }];
  }
  return a.holder !== '' && !plaintiffs(c).some((party) => party.name === a.holder)
    ? [blocking(`${ACCOUNT}.holder`, '收款账户的户名应当是出借人本人，请核对')]
    : [];
}

/** How a letter addresses the debtors: 您, or 贵单位 where one of them is an organisation. */
export const addressed = (c: Case): string =>
  borrowers(c).some((party) => party.kind === 'organisation') ? '贵单位' : '您';

/** 2023年3月1日，您向本人借款300,000元，约定期限一年（…起至…止），本人已于当日通过银行转账交付。 */
export function loanSentence(c: Case, loan: Loan, who: { debtor: string; lender: string }): string {
  const paid = advances(c, loan);
  const lent = loan.agreedAmount ?? paid.reduce((n, t) => n + t.amount, 0);
  const from = loan.termFrom ?? loan.signed;
  const span = from && loan.due ? `（${day(from)}起至${day(loan.due)}止）` : '';
  const first = paid[0];
  const when = loan.signed ?? first?.date ?? null;
  const delivered =
    paid.length === 0
      ? ''
      : paid.length === 1 && first
        ? `${who.lender}已于${first.date === when ? '当日' : day(first.date)}通过${methodName(first.method)}交付。`
        : `${who.lender}已分${paid.length}次交付，共计${yuanText(paid.reduce((n, t) => n + t.amount, 0))}。`;
  const terms = `${termText(loan)}${span}，${interestAgreement(loan)}`;
  const start = when ? `${day(when)}，` : '';
  return `${start}${who.debtor}向${who.lender}借款人民币${yuanText(lent)}，${terms}，${delivered}`.replace(
    /，$/,
    '。',
  );
}

/** 借款已到期，至今未还。 · 已还本金…元、利息…元，其余至今未还。 */
export function paidSentence(c: Case, claim: Claim): string {
  const late = c.loans.some((l) => {
    const last = lastDay(c, l);
    return last !== null && last < claim.asOf;
  });
  const due = late ? '借款已到期，' : '';
  if (claim.repayments.length === 0) return `${due}至今未还。`;
  const sum = (key: 'principal' | 'interest') => claim.loans.reduce((n, l) => n + l.repaid[key], 0);
  const parts = [
    ...(sum('principal') > 0 ? [`本金${yuanText(sum('principal'))}`] : []),
    ...(sum('interest') > 0 ? [`利息${yuanText(sum('interest'))}`] : []),
  ].join('、');
  return `${due}已还${parts}，其余至今未还。`;
}

/** Nothing was agreed on interest, and none is counted. */
export const noInterest = (c: Case, claim: Claim): boolean =>
  claim.interest === 0 && c.loans.every((l) => l.interest !== 'agreed');

/** 截至…，尚欠本金人民币300,000元（未约定利息） · …、利息…元，合计…元. `amount` writes a sum. */
export function owedText(c: Case, claim: Claim, amount: (fen: number) => string): string {
  const until = `截至${day(claim.asOf)}，尚欠本金${amount(claim.principal)}`;
  if (claim.interest === 0) return noInterest(c, claim) ? `${until}（未约定利息）` : until;
  const debt = claim.principal + claim.interest;
  return `${until}、利息${amount(claim.interest)}，合计${amount(debt)}`;
}

/** 利息计算方式：…; empty without interest. */
export function methodSentence(c: Case, claim: Claim): string {
  const method = claim.interest > 0 ? interestMethod(c, claim) : '';
  return method ? `利息计算方式：${method}。` : '';
}

/** The day a letter is written and the day it gives. */
export const LETTER_CHOICES: readonly Choice[] = [
  {
    key: 'date',
    label: '落款日期',
    hint: '欠款也算到这一天；留空就是今天。',
    kind: 'date',
    default: '',
  },
  {
    key: 'deadline',
    label: '请对方在哪一天以前付清',
    hint: '留空就是落款日期后第15天；按还款协议要求一次还清的，不晚于协议最后一期。一般给7到15天。',
    kind: 'date',
    default: '',
  },
];

/** Day of a letter: as answered, else today. */
export function letterDay(x: PaperContext, id: string): string {
  return choicesOf(x, id, LETTER_CHOICES).date('date') ?? x.today;
}

/** Days a letter gives where nothing else is said, and at least where the agreement's own end is near. */
const USUAL_DAYS = 15;
const LEAST_DAYS = 3;

/**
 * Last day to pay: as answered, else fifteen days on. Where the rest of a repayment agreement is called due it
 * is never later than the day its last instalment was to be paid anyway, as long as three days are left.
 */
export function deadlineOf(x: PaperContext, id: string): string {
  const own = choicesOf(x, id, LETTER_CHOICES).date('deadline');
  if (own !== null) return own;
  const written = letterDay(x, id);
  const usual = addDays(written, USUAL_DAYS);
  const p = planStanding(x.case, written);
  const last = p?.terms.instalments.at(-1)?.due ?? null;
  const called = p?.state === 'accelerated' || (p?.state === 'breached' && p.ahead.length > 0);
  if (!called || last === null || last >= usual) return usual;
  // Past its last day the agreement has nothing more to say about how long to wait.
  return last < written ? usual : later(last, addDays(written, LEAST_DAYS));
}

/** A letter's deadline is a real day to come, neither pressing nor far off. */
export function deadlineProblems(x: PaperContext, id: string): Missing[] {
  const written = letterDay(x, id);
  const end = deadlineOf(x, id);
  const path = choicePath(id, 'deadline');
  if (end <= written) return [blocking(path, '付款期限应当晚于落款日期，请改成一个将来的日期')];
  if (end < x.today) {
    return [blocking(path, `付款期限${day(end)}已经过去，请改成一个将来的日期`)];
  }
  const days = daysBetween(written, end);
  const chosen = choicesOf(x, id, LETTER_CHOICES).date('deadline') !== null;
  if (chosen && days < 7)
    return [warning(path, `只给了${days}天，一般给7到15天，让对方来得及准备`)];
  return end > addMonths(written, 2) ? [warning(path, '付款期限超过两个月，请核对日期')] : [];
}

/** Text area of profile L, twips. */
const LETTER_WIDTH = 11906 - 2 * 1800;

/** Columns with a print small enough for the longest of these sums, so that none is broken. */
export function sizedColumns(columns: Column[], sums: readonly number[], room: number): Column[] {
  const longest = Math.max(0, ...sums.map((fen) => formatAmount(fen).length));
  if (longest <= room) return columns;
  const size = longest <= room + 2 ? 18 : 15;
  return columns.map((col) => ({ ...col, size }));
}

/** Column widths of a table as wide as a letter's text. */
export function letterColumns(columns: Column[]): number[] {
  const sum = columns.reduce((n, col) => n + col.weight, 0);
  const out = columns.map((col) => Math.floor((LETTER_WIDTH * col.weight) / sum));
  const rest = LETTER_WIDTH - out.reduce((n, w) => n + w, 0);
  return out.map((w, i) => (i === 0 ? w + rest : w));
}
