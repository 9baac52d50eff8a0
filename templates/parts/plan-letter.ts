/** What letters to the debtor say under a signed repayment agreement: its dates, its sums, its own next step (forms 08a, 08d). */
import type { Case } from '../../shared/case/case.ts';
import { calledText, lateText } from '../../shared/claim/plan-reminders.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { type PlanStanding, planStanding } from '../../shared/law/plan-standing.ts';
import { warning } from '../checks/common.ts';
import type { Fit, Missing, PaperContext } from '../template.ts';
import { choicePath, choicesOf } from './choices.ts';
import {
  deadlineOf,
  deadlineProblems,
  LETTER_CHOICES,
  letterDay,
  methodSentence,
} from './letter.ts';
import { day, yuanText } from './words.ts';

/** The agreement that binds on the day of the letter; null: none does. */
export const letterPlan = (x: PaperContext, id: string): PlanStanding | null =>
  planStanding(x.case, letterDay(x, id));

/** An agreement paid off leaves nothing to say; else null. */
export const planPaid = (x: PaperContext, id: string): Fit | null =>
  letterPlan(x, id)?.state === 'fulfilled'
    ? { fits: false, why: '还款协议的各期都已付清，不用再催' }
    : null;

/** Nothing may be demanded while the agreement is kept; null: the letter's own conditions decide. */
export function planFit(x: PaperContext, id: string): Fit | null {
  const p = letterPlan(x, id);
  return (
    planPaid(x, id) ??
    (p?.state === 'running'
      ? { fits: false, why: '还款协议在履行，没有逾期的一期；到期前用短信、微信提醒就可以' }
      : null)
  );
}

/** The letter gives the last day of grace, or none; the day answered is of no use then. */
const ownDay = (p: PlanStanding, notice: boolean): boolean =>
  p.state === 'accelerated' || (p.state === 'breached' && (notice || p.ahead.length === 0));

/** The day to pay by, as far as the user chooses it. */
export function planDayProblems(x: PaperContext, id: string, notice: boolean): Missing[] {
  const p = letterPlan(x, id);
  if (p === null || ownDay(p, notice)) return deadlineProblems(x, id);
  return choicesOf(x, id, LETTER_CHOICES).date('deadline') === null
    ? []
    : [
        warning(
          choicePath(id, 'deadline'),
          '还款协议还在履行，付款的日子按协议的宽限写，这里填的日期没有用上',
        ),
      ];
}

interface Speakers {
  debtor: string;
  lender: string;
  /** 户名…，账号…，开户行…; empty: told apart. */
  account: string;
  /** The letter itself calls the rest due, where that may be done. */
  notice: boolean;
}

/** 2026年9月1日，双方签订还款协议书，确认尚欠本金人民币300,000元，分3期于2026年12月15日前还清。 */
function signed(p: PlanStanding): string {
  const { debt, signedOn, instalments } = p.terms;
  const interest = debt.interest > 0 ? `、利息人民币${yuanText(debt.interest)}` : '';
  const many = instalments.length > 1 ? `分${instalments.length}期` : '';
  const last = instalments.at(-1)?.due ?? signedOn;
  return `${day(signedOn)}，双方签订还款协议书，确认尚欠本金人民币${yuanText(debt.principal)}${interest}，约定${many}于${day(last)}前还清。`;
}

/** What has happened under the agreement, and what is asked for now; two paragraphs. */
export function planLetter(
  x: PaperContext,
  id: string,
  p: PlanStanding,
  claim: Claim,
  who: Speakers,
): { facts: string; demand: string; consequence: string } {
  const c: Case = x.case;
  const { debtor, lender, account } = who;
  const owed = `截至${day(claim.asOf)}，尚欠${calledText(c, p, claim)}。${c.loans.length === 1 ? methodSentence(c, claim) : ''}`;
  const pay = (verb: string, what = '上述款项') =>
    account ? `将${what}${verb}至：${account}。` : `${verb}${what}。收款账户由${lender}另行告知。`;
  const by = `请于${day(deadlineOf(x, id))}前`;
  const suit = `逾期未付，${lender}将依法主张权利，包括向人民法院提起诉讼。`;
  const said = signed(p);
  if (p.state === 'accelerated') {
    const since = day(p.terms.acceleratedOn ?? claim.asOf);
    return {
      facts: `${said}因${debtor}未按期支付，剩余款项已于${since}全部到期。${owed}`,
      demand: `${by}${pay('一次付清')}`,
      consequence: suit,
    };
  }
  const facts = `${said}${lateText(p)}`;
  if (p.state === 'late' && p.payBy !== null) {
    return {
      facts: `${facts}。`,
      demand: `请最迟于${day(p.payBy)}${pay('补付')}`,
      consequence:
        p.ahead.length > 0
          ? `届时仍未付的，${lender}可以按协议书面通知${debtor}，要求未到期的各期一次还清，并依法主张权利。`
          : suit,
    };
  }
  if (p.ahead.length === 0) {
    return {
      facts: `${facts}。`,
      demand: `${by}${pay('支付')}`,
      consequence: suit,
    };
  }
  const over = `${facts}，逾期已超过协议约定的${p.terms.graceDays}日。`;
  return who.notice
    ? {
        facts: over,
        demand: `按还款协议，现通知${debtor}：未到期的款项自本通知到达之日起全部到期。${owed}${by}${pay('一次付清')}`,
        consequence: suit,
      }
    : {
        facts: over,
        demand: `请收到本通知后立即${pay('补付', '已经到期的款项')}`,
        consequence: `仍未付的，${lender}可以按协议书面通知${debtor}，要求未到期的各期一次还清，并依法主张权利，包括向人民法院提起诉讼。`,
      };
}
