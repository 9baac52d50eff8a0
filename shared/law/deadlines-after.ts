import type { Case } from '../case/case.ts';
import type { Judgment } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { enforcementEvents } from './case-limits.ts';
import { type Draft, withArticle } from './deadline-types.ts';
import { enforcing } from './deadlines-enforcing.ts';
import { enforcementLimit, instalmentsOf } from './enforcement-limit.ts';
import { closedOn } from './enforcement-records.ts';
import { postJudgmentEnd, REMINDER_DAYS, seizureDates } from './preservation.ts';
import { preservedAfterJudgment, RENEWAL_LEAD, type Seizure, seizuresOf } from './seizures.ts';
import { cite, citeCpl } from './statutes.ts';

/** Limits from the judgment on: performance, application, seizures, and the days to ask again. */

function performance(j: Judgment, today: string): Draft[] {
  const end = performanceEnd(j);
  const item = instalmentsOf(j).find((d) => d >= today);
  const date = item ?? (end && end >= today ? end : null);
  if (date === null) return [];
  return [
    {
      id: item ? `performance-${item}` : 'performance',
      kind: 'performance',
      ...(item ? { title: '判决的下一期到期' } : {}),
      date,
      text: '过了这天仍不履行，可以申请强制执行，并要求加倍支付迟延履行期间的债务利息。',
      article: citeCpl('delayInterest'),
      screen: 'suit',
    },
  ];
}

/**
 * The two years may have begun anew with a demand or a payment (执行程序解释 20). That has to be proved, so
 * the date stays the early one and this is only told.
 */
function restarted(c: Case, j: Judgment, today: string): string {
  const later = enforcementLimit({
    performanceEnd: performanceEnd(j) ?? undefined,
    instalments: instalmentsOf(j),
    effectiveOn: j.effectiveOn ?? undefined,
    events: enforcementEvents(c),
    asOf: today,
  });
  const last = later?.chain.at(-1);
  return last
    ? `记录里${printDate(last.date)}有催收、答应或者还款，有证据的话二年从那时重新计算，到${printDate(last.newEnd)}（${cite('enforcementInterp', 20)}）；稳妥起见，仍请在前一个日期以前申请`
    : '';
}

function application(c: Case, j: Judgment, today: string): Draft[] {
  const end = performanceEnd(j);
  const out: Draft[] = [];
  if (preservedAfterJudgment(c) && end) {
    const last = postJudgmentEnd(end);
    out.push({
      id: 'postJudgment',
      kind: 'postJudgment',
      date: last.date,
      text: last.explain.text,
      ...withArticle(last.explain.article),
      screen: 'enforcement',
    });
  }
  const limit = enforcementLimit({
    performanceEnd: end ?? undefined,
    instalments: instalmentsOf(j),
    effectiveOn: j.effectiveOn ?? undefined,
    asOf: today,
  });
  const notice = limit?.warnings[0];
  if (limit && notice) {
    out.push({
      id: 'apply',
      kind: 'apply',
      date: limit.end,
      text: [notice.text, restarted(c, j, today)].filter(Boolean).join('。'),
      ...withArticle(notice.article),
      screen: 'enforcement',
    });
  }
  return out;
}

function seizure(x: Seizure, today: string): Draft {
  const dates = seizureDates(x.from ?? today, x.kind, today, x.expires);
  const lapsed = dates.notice.urgency === 'expired';
  const longest = x.stated ? '' : '这是按最长期限推算的，请照裁定书核对。';
  const asked = x.pending?.appliedOn ?? null;
  if (asked && !lapsed) {
    // The creditor's own day is kept: what counts now is that the ruling comes before the end.
    return {
      // The same limit, moved: from the day to ask to the day the seizure ends.
      id: `seizure-${x.id}`,
      kind: 'renewal',
      title: `等续封裁定：${x.what}`,
      date: dates.expires,
      text: `已于${printDate(asked)}申请续行，还没有裁定；查封、冻结${printDate(dates.expires)}到期，请在这之前追问`,
      ...withArticle(dates.notice.article),
      screen: x.screen,
      path: x.path,
    };
  }
  return {
    id: `${lapsed ? 'lapsed' : 'seizure'}-${x.id}`,
    kind: lapsed ? 'lapsed' : 'seizure',
    title: lapsed ? `查封已经到期：${x.what}` : `申请续封：${x.what}`,
    date: lapsed ? dates.expires : dates.renewBy,
    text: [dates.notice.text, longest].filter(Boolean).join('。').replace(/。$/, ''),
    urgency: dates.notice.urgency,
    ...withArticle(dates.notice.article),
    screen: x.screen,
    path: x.path,
    alarms: REMINDER_DAYS.map((d) => d - RENEWAL_LEAD),
  };
}

/** @param today YYYY-MM-DD. */
export function afterJudgment(c: Case, today: string): Draft[] {
  const j = c.judgment;
  const waiting = j && !c.enforcement?.appliedOn;
  return [
    ...(waiting ? [...performance(j, today), ...application(c, j, today)] : []),
    ...(closedOn(c.enforcement) === null ? seizuresOf(c).map((x) => seizure(x, today)) : []),
    ...enforcing(c, today),
  ];
}
