/** Messages under a signed repayment agreement: they ask for what it says, by its own dates (form 08c, 08d). */
import type { Case } from '../case/case.ts';
import { borrowersOf, lendersOf, names } from '../case/who.ts';
import { addDays } from '../law/dates.ts';
import type { PlanStanding } from '../law/plan-standing.ts';
import type { TrackedInstalment } from '../law/settlement-track.ts';
import { printDate as day } from '../text/chinese-date.ts';
import { yuanText } from '../text/money.ts';
import type { Reminder, ReminderFacts } from './reminders.ts';
import type { Claim } from './types.ts';

/** Days before an instalment at which it is mentioned. */
const AHEAD = 7;
/** Late instalments told one by one; more are told by the first and the last. */
const TOLD = 3;

/** 第2期100,000元应于2026年11月15日支付，已收到40,000元，还差60,000元. */
function one(x: TrackedInstalment): string {
  const paid = x.paid > 0 ? `，已收到${yuanText(x.paid)}，还差${yuanText(x.left)}` : '';
  return `第${x.number}期${yuanText(x.total)}应于${day(x.due)}支付${paid}`;
}

/** The late instalments as part of a sentence: what was due when, and what has not come in. */
export function lateText(p: PlanStanding): string {
  const [first] = p.late;
  if (!first) return '';
  if (p.late.length === 1) return `${one(first)}${first.paid > 0 ? '' : '，现未收到'}`;
  if (p.late.length > TOLD) {
    const last = p.late.at(-1)?.number;
    return `第${first.number}期至第${last}期合计还差${yuanText(p.lateSum)}，最早一期${day(first.due)}到期`;
  }
  const each = p.late.map((x) => `第${x.number}期还差${yuanText(x.left)}（${day(x.due)}到期）`);
  return `${each.join('、')}，合计${yuanText(p.lateSum)}`;
}

/** What is owed once all is due: 本金200,000元 · 本金…元、利息…元（算到…）. */
export function calledText(c: Case, p: PlanStanding, claim: Claim): string {
  // An agreement over several loans: the lower of the two reckonings (see settlementWarnings).
  if (c.loans.length > 1) {
    return yuanText(Math.min(p.tracked.left, claim.principal + claim.interest));
  }
  const interest =
    claim.interest > 0 ? `、利息${yuanText(claim.interest)}（算到${day(claim.asOf)}）` : '';
  return `本金${yuanText(claim.principal)}${interest}`;
}

/** All borrowers and lenders of the loans that the agreement settles. */
function people(c: Case): { you: string; me: string } {
  const unique = (of: typeof borrowersOf) => names([...new Set(c.loans.flatMap((l) => of(c, l)))]);
  return { you: unique(borrowersOf), me: unique(lendersOf) };
}

/** The messages that suit the day; none once every instalment is paid. */
export function planReminders(
  c: Case,
  p: PlanStanding,
  claim: Claim,
  facts: ReminderFacts,
): Reminder[] {
  const who = people(c);
  const you = `${facts.address || who.you}您好，`;
  const me = `——${who.me}`;
  const head = `${you}按${day(p.terms.signedOn)}还款协议，`;
  const end = day(facts.deadline);
  const final = (sum: string): Reminder => ({
    id: 'final',
    when: '起诉前',
    text: `${you}${sum}，若${end}前仍未付清，我将向人民法院起诉。本信息供您最后考虑。`,
  });
  if (p.state === 'fulfilled') return [];
  if (p.state === 'accelerated') {
    const owed = calledText(c, p, claim);
    const since = day(p.terms.acceleratedOn ?? facts.today);
    return [
      {
        id: 'planCalled',
        when: '宣布全部到期以后',
        text: `${head}因有一期逾期，剩余款项已于${since}全部到期，尚欠${owed}。请于${end}前一次付清，逾期我将依法处理。收到请回复。${me}`,
      },
      {
        id: 'confirm',
        when: '请对方认账时',
        text: `请确认：截至${day(facts.today)}，您按还款协议尚欠${owed}。如无异议请回复“确认”。`,
      },
      final(`按还款协议已全部到期的款项至今未付，尚欠${owed}`),
    ];
  }
  const [first] = p.late;
  const next = p.ahead[0];
  if (!first) {
    if (!next) return [];
    if (next.due === facts.today) {
      const sum = next.paid > 0 ? `还差${yuanText(next.left)}，` : yuanText(next.total);
      return [
        {
          id: 'planDue',
          when: '这一期到期日',
          text: `${head}第${next.number}期${sum}今天应付，请安排支付。如已转账请忽略并回复告知。${me}`,
        },
      ];
    }
    const early = addDays(next.due, -AHEAD);
    const account = facts.account ? `收款账户：${facts.account}。` : '';
    return [
      {
        id: 'planNext',
        when: early >= facts.today ? `这一期到期前${AHEAD}日（${day(early)}）` : '这一期到期以前',
        text: `${head}${one(next)}，请提前安排。${account}${me}`,
      },
    ];
  }
  const stop = p.late.length === 1 ? '，' : '。';
  if (p.state === 'late' && p.payBy !== null) {
    const rest = next ? '；仍不付的，我可以按协议要求一次还清' : '';
    return [
      {
        id: 'planLate',
        when: `协议的宽限以内（到${day(p.payBy)}）`,
        text: `${head}${lateText(p)}。请最迟于${day(p.payBy)}补付${rest}。收到请回复。${me}`,
      },
    ];
  }
  if (next) {
    return [
      {
        id: 'planBreached',
        when: '超过协议的宽限以后',
        text: `${head}${lateText(p)}${stop}已超过协议约定的${p.terms.graceDays}日。请收到后马上补付；我可以按协议书面通知您，要求没到期的各期也一次还清。收到请回复。${me}`,
      },
    ];
  }
  return [
    {
      id: 'planOverdue',
      when: '各期都已到期以后',
      text: `${head}${lateText(p)}${stop}已逾期${first.lateDays}天。请于${end}前付清，逾期我将依法处理。收到请回复。${me}`,
    },
    final(`还款协议约定的${yuanText(p.lateSum)}逾期${first.lateDays}天未付`),
  ];
}
