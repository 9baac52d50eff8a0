import type { Judgment } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { calendarWarning, limitEnd } from './calendar.ts';
import { daysBetween } from './dates.ts';
import type { LimitationEvent } from './limitation.ts';
import { type Explain, type Notice, rank, urgencyOf } from './notice.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * Enforcement: the two years to apply (民事诉讼法 250) and the timetable of what follows. Effect and the
 * end of the performance period come from after-judgment.ts.
 */

export interface EnforcementLimitInput {
  /** Last day of the performance period; of instalments the last one. */
  performanceEnd?: string | undefined;
  /** Last days of the instalments, when the instrument orders several. */
  instalments?: readonly string[] | undefined;
  /** No performance period in the instrument: from effect. */
  effectiveOn?: string | undefined;
  /** Applications, settlements, demands, promises (执行程序解释 20). */
  events?: readonly Pick<LimitationEvent, 'date' | 'ended'>[];
  asOf: string;
}

export interface EnforcementLimit {
  end: string;
  expired: boolean;
  chain: { date: string; newEnd: string }[];
  warnings: Notice[];
  explain: Explain[];
}

/** From this day the limit of all instalments runs from the last one; before, each ran for itself. */
const INSTALMENTS_TOGETHER = '2022-01-01';

/** Last days that the operative items set for themselves. */
export function instalmentsOf(j: Judgment): string[] {
  return j.items.flatMap((x) => x.due ?? []).sort();
}

/** The two-year limit to apply for enforcement, restarted like limitation; null: no date to count from. */
export function enforcementLimit(input: EnforcementLimitInput): EnforcementLimit | null {
  const dues = [...(input.instalments ?? [])].sort();
  const lost = dues.filter((d) => limitEnd(d, { years: 2 }).date < INSTALMENTS_TOGETHER);
  const lastDue = dues.at(-1);
  const period = lastDue && lastDue > (input.performanceEnd ?? '') ? lastDue : input.performanceEnd;
  const from = period ?? input.effectiveOn;
  if (!from) return null;
  let end = limitEnd(from, { years: 2 });
  const article = citeCpl('enforcementTimeLimit');
  const explain: Explain[] = [
    {
      text: `${lastDue === from ? '分期履行的，自最后一期履行期限届满之日' : period ? '自履行期间最后一日' : '没有写明履行期间的，自生效之日'}（${printDate(from)}）起二年，至${printDate(end.date)}`,
      article,
    },
  ];
  const chain: EnforcementLimit['chain'] = [];
  for (const e of [...(input.events ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (e.date <= from || e.date > end.date || e.date > input.asOf) continue;
    end = limitEnd(e.ended ?? e.date, { years: 2 });
    chain.push({ date: e.date, newEnd: end.date });
    explain.push({
      text: `${printDate(e.date)}中断，重新计算二年，至${printDate(end.date)}`,
      article: cite('enforcementInterp', 20),
    });
  }
  const left = daysBetween(input.asOf, end.date);
  const warnings: Notice[] = [
    {
      code: left < 0 ? 'enforcementExpired' : 'enforcementLeft',
      urgency: urgencyOf(left),
      text:
        left < 0
          ? `申请执行的二年已于${printDate(end.date)}届满；法院仍会受理，被执行人提出异议的，裁定不予执行`
          : `申请执行的最后一日为${printDate(end.date)}，还有${left}天`,
      article: left < 0 ? cite('cplInterp', 481) : article,
    },
  ];
  if (lost.length > 0) {
    warnings.push({
      code: 'instalmentsLost',
      urgency: 'urgent',
      text: `${lost.map(printDate).join('、')}到期的各期，二年在2022年1月1日以前已经届满；当时按每期分别计算，被执行人提出异议的，这些期可能不再执行`,
      article,
    });
  }
  const unverified = calendarWarning(end);
  if (unverified) warnings.push({ code: 'calendar', urgency: 'info', text: unverified });
  return { end: end.date, expired: left < 0, chain, warnings: rank(warnings), explain };
}

/** One row of the enforcement timetable (forms, filing pack C). */
export interface Deadline {
  id: string;
  title: string;
  rule: string;
  /** Last day, where the case's dates allow it. */
  date: string | null;
  article: string;
}

/**
 * The timetable of enforcement. Days that the court has to keep are shown so that the creditor can
 * ask after them; they are not the creditor's own limits.
 */
export function enforcementTimetable(d: {
  performanceEnd?: string | undefined;
  appliedOn?: string | undefined;
  objectionOn?: string | undefined;
  rulingServedOn?: string | undefined;
  listApplicationOn?: string | undefined;
}): Deadline[] {
  const days = (from: string | undefined, n: number): string | null =>
    from ? limitEnd(from, { days: n }).date : null;
  return [
    {
      id: 'apply',
      title: '申请执行',
      rule: '二年内',
      date: d.performanceEnd ? limitEnd(d.performanceEnd, { years: 2 }).date : null,
      article: citeCpl('enforcementTimeLimit'),
    },
    {
      id: 'docket',
      title: '法院立案',
      rule: '符合条件的，七日内',
      date: days(d.appliedOn, 7),
      article: cite('enforcementRules', 16),
    },
    {
      id: 'notice',
      title: '发出执行通知',
      rule: '收到申请后十日内',
      date: days(d.appliedOn, 10),
      article: cite('cplInterp', 480),
    },
    {
      id: 'seizure',
      title: '查封、冻结期限',
      rule: '存款一年，动产二年，不动产和其他财产权三年；续行不超过同样期限',
      date: null,
      article: cite('cplInterp', 485),
    },
    {
      id: 'renewal',
      title: '申请续封',
      rule: '到期前；保全阶段提前七日',
      date: null,
      article: cite('security', 18),
    },
    {
      id: 'objection',
      title: '执行异议的审查',
      rule: '法院十五日内裁定',
      date: days(d.objectionOn, 15),
      article: citeCpl('actObjection'),
    },
    {
      id: 'review',
      title: '向上一级法院复议',
      rule: '收到裁定后十日内',
      date: days(d.rulingServedOn, 10),
      article: citeCpl('actObjection'),
    },
    {
      id: 'listing',
      title: '纳入失信名单申请的审查',
      rule: '十五日内决定',
      date: days(d.listApplicationOn, 15),
      article: cite('dishonest', 5),
    },
    {
      id: 'resume',
      title: '终本后发现财产',
      rule: '随时可以再次申请，不受二年限制',
      date: null,
      article: cite('cplInterp', 517),
    },
    {
      id: 'fee',
      title: '执行申请费',
      rule: '不用预交，执行后由被执行人负担',
      date: null,
      article: cite('fees', 20),
    },
  ];
}

/** Last day to pay the case fee: seven days from the day after the notice, else treated as withdrawn. */
export function feePaymentEnd(noticeOn: string): { date: string; explain: Explain } {
  const end = limitEnd(noticeOn, { days: 7 });
  return {
    date: end.date,
    explain: {
      text: `接到交费通知次日起七日内交纳，最后一日${printDate(end.date)}，逾期按撤诉处理`,
      article: `${cite('fees', 22)}、${cite('cplInterp', 213)}`,
    },
  };
}
