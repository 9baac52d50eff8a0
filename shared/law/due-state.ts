import type { Case } from '../case/case.ts';
import type { Loan } from '../case/loan.ts';
import { lastDay } from '../claim/due-day.ts';
import { printDate } from '../text/chinese-date.ts';
import { yuanText } from '../text/money.ts';
import { daysBetween } from './dates.ts';
import { type PlanStanding, planStanding } from './plan-standing.ts';

/** Whether what is owed has to be paid yet: nothing may be called late before its day is over. */

export interface DueState {
  /** none: nothing of it is due; some: a part is; all: everything is; open: no day was agreed. */
  due: 'none' | 'some' | 'all' | 'open';
  /** The next day on which something falls due, today included; null: there is none. */
  next: string | null;
  /** Beside the sum, one sentence; '' where everything is due and there is nothing to add. */
  words: string;
}

/** Due days of one loan; of one called due, the day it was called for. */
function daysOf(c: Case, loan: Loan): string[] {
  if (loan.acceleratedOn) return [loan.acceleratedOn];
  if (loan.instalments.length > 0) return loan.instalments.map((i) => i.due);
  const last = lastDay(c, loan);
  return last === null ? [] : [last];
}

const left = (day: string, today: string): string =>
  day === today ? '就是今天' : `还有 ${daysBetween(today, day)} 天`;

function underPlan(p: PlanStanding, today: string): DueState {
  const { state, late, ahead, terms } = p;
  if (state === 'accelerated') {
    const words = `按还款协议，${printDate(terms.acceleratedOn ?? today)}起已全部到期。`;
    return { due: 'all', next: null, words };
  }
  if (state === 'fulfilled') {
    return { due: 'all', next: null, words: '还款协议的各期都已付清。' };
  }
  const next = ahead[0] ?? null;
  const [first] = late;
  const of = late.length > 1 ? `第${first?.number}期等 ${late.length} 期` : `第${first?.number}期`;
  const missing = `${of} ${yuanText(p.lateSum)}已到期，没有付`;
  const day = next?.due ?? null;
  if (first) {
    return next
      ? { due: 'some', next: day, words: `${missing}；其余按还款协议还没到期。` }
      : { due: 'all', next: null, words: `${missing}。` };
  }
  const words = next
    ? `按还款协议还没到期，没有逾期；下一期 ${yuanText(next.left)}，${printDate(next.due)}到期。`
    : '';
  return { due: 'none', next: day, words };
}

/**
 * What of the debt is due on a day. The due day itself is not late yet (民法典 201).
 * @param today YYYY-MM-DD.
 */
export function dueState(c: Case, today: string): DueState {
  const plan = planStanding(c, today);
  if (plan) return underPlan(plan, today);
  const days = c.loans.flatMap((l) => daysOf(c, l)).sort();
  const ahead = days.filter((d) => d >= today);
  const next = ahead[0] ?? null;
  const open = c.loans.some((l) => daysOf(c, l).length === 0);
  if (days.length === 0) {
    const words = '没有约定还款日；催告时给对方的期限过了，才算逾期。';
    return open ? { due: 'open', next, words } : { due: 'all', next, words: '' };
  }
  if (next === null) return { due: 'all', next, words: '' };
  return ahead.length === days.length && !open
    ? { due: 'none', next, words: `还没到期：${printDate(next)}到期，${left(next, today)}。` }
    : {
        due: 'some',
        next,
        words: `其中有的还没到期，下一个到期日是${printDate(next)}，${left(next, today)}。`,
      };
}
