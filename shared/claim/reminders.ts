/** The text bank of reminders with the figures of a day (form 08c). One message a row. */
import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { borrowersOf, lendersOf, names } from '../case/who.ts';
import { addDays } from '../law/dates.ts';
import { planStanding } from '../law/plan-standing.ts';
import { printDate as day } from '../text/chinese-date.ts';
import { formatShort } from '../text/money.ts';
import { lastDay, lateDays } from './due-day.ts';
import { planReminders } from './plan-reminders.ts';
import type { Claim, LoanClaim } from './types.ts';

export interface Reminder {
  id:
    | 'pre7'
    | 'due'
    | 'o7'
    | 'o30'
    | 'half'
    | 'plan'
    | 'final'
    | 'confirm'
    /** Under a signed repayment agreement. */
    | 'planNext'
    | 'planDue'
    | 'planLate'
    | 'planBreached'
    | 'planOverdue'
    | 'planCalled';
  /** When to send it. */
  when: string;
  text: string;
}

export interface ReminderFacts {
  /** The day of the figures. */
  today: string;
  /** Last day asked for in the messages. */
  deadline: string;
  /** How the debtor is addressed; empty: by name. */
  address: string;
  /** 户名…账号…开户行…; empty: not known. */
  account: string;
}

/** Days before the due date at which the first message goes out. */
const AHEAD = 7;

function oneLoan(c: Case, loan: Loan, owed: LoanClaim, facts: ReminderFacts): Reminder[] {
  const you = `${facts.address || names(borrowersOf(c, loan))}您好，`;
  const me = `——${names(lendersOf(c, loan))}`;
  const since = loan.signed ? `${day(loan.signed)}` : '';
  const lent = `${since}所借${formatShort(owed.lent)}元`;
  const due = lastDay(c, loan);
  const left = `${formatShort(owed.principal)}元`;
  const end = day(facts.deadline);
  const confirm: Reminder = {
    id: 'confirm',
    when: '请对方认账时',
    text: `请确认：截至${day(facts.today)}您尚欠本金${left}。如无异议请回复“确认”。`,
  };
  const plan: Reminder = {
    id: 'plan',
    when: '对方说一次还有困难时',
    text: '如一次归还有困难，可以分期，请回复您能接受的每月金额和日期，我们签一份还款协议。',
  };
  const paid = owed.repaid.total > 0 ? `（已还${formatShort(owed.repaid.total)}元）` : '';
  const half: Reminder = {
    id: 'half',
    when: '每半年一次，保住诉讼时效',
    text: `${you}提醒您${since}借款${formatShort(owed.lent)}元${paid}至今未清，请于${end}前归还。收到请回复。${me}`,
  };
  if (due === null) return [half, plan, confirm];
  if (facts.today < due) {
    const account = facts.account ? `收款账户：${facts.account}。` : '';
    return [
      {
        id: 'pre7',
        when: `到期前${AHEAD}日（${day(addDays(due, -AHEAD))}）`,
        text: `${you}您${lent}将于${day(due)}到期，请提前安排。${account}如有困难请联系我商量。${me}`,
      },
    ];
  }
  if (facts.today === due) {
    return [
      {
        id: 'due',
        when: '到期日',
        text: `${you}您${lent}今日到期，请安排归还。如已转账请忽略并回复告知。${me}`,
      },
    ];
  }
  const late = lateDays(due, facts.today);
  const week: Reminder = {
    id: 'o7',
    when: '逾期7日',
    text: `${you}您${lent}已于${day(due)}到期，目前未${owed.repaid.total > 0 ? '还清' : '收到还款'}。请回复还款安排。${me}`,
  };
  const month: Reminder = {
    id: 'o30',
    when: '逾期30日以后',
    text: `${you}${left}借款已逾期${late}天。请于${end}前归还或书面说明分期方案，逾期我将依法处理。${me}`,
  };
  const final: Reminder = {
    id: 'final',
    when: '起诉前',
    text: `${you}借款${left}逾期${late}天未还，若${end}前仍无安排，我将向人民法院起诉。本信息供您最后考虑。`,
  };
  return late < 30 ? [week, plan, confirm] : [month, half, plan, confirm, final];
}

/**
 * The messages that suit the day, by loan; under a signed repayment agreement those of the agreement alone
 * (`loan` is null): it has taken the place of the dates before it.
 */
export function reminders(
  c: Case,
  claim: Claim,
  facts: ReminderFacts,
): { loan: Loan | null; messages: Reminder[] }[] {
  const plan = planStanding(c, facts.today);
  if (plan) {
    const messages = planReminders(c, plan, claim, facts);
    return messages.length > 0 ? [{ loan: null, messages }] : [];
  }
  return c.loans.flatMap((loan) => {
    const owed = claim.loans.find((l) => l.loanId === loan.id);
    if (!owed || owed.principal === 0) return [];
    return [{ loan, messages: oneLoan(c, loan, owed, facts) }];
  });
}
