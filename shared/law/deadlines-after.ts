import type { Case } from '../case/case.ts';
import type { PropertyClue } from '../case/conduct.ts';
import type { Judgment } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { spanEnd } from './calendar.ts';
import { addDays } from './dates.ts';
import { type Draft, withArticle } from './deadline-types.ts';
import { enforcementLimit, instalmentsOf } from './enforcement-limit.ts';
import { type PropertyKind, postJudgmentEnd, REMINDER_DAYS, seizureDates } from './preservation.ts';
import { cite, citeCpl } from './statutes.ts';

/** Limits from the judgment on: performance, application, seizures, and the days to ask again. */

/** Days between the last day to ask for renewal and the end of a seizure (财产保全规定 18). */
const RENEWAL_LEAD = 7;
/** After 终本 the court looks for property every six months, for five years (终本规定 9). */
const QUERIES = 10;

const KIND: Record<PropertyClue['kind'], PropertyKind> = {
  account: 'deposit',
  vehicle: 'movable',
  realEstate: 'realEstate',
  equity: 'other',
  salary: 'other',
  claim: 'other',
  virtual: 'other',
  other: 'other',
};

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

function application(j: Judgment, today: string): Draft[] {
  const end = performanceEnd(j);
  const out: Draft[] = [];
  if (j.preservedOn && end) {
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
      text: notice.text,
      ...withArticle(notice.article),
      screen: 'enforcement',
    });
  }
  return out;
}

function seizure(
  id: string,
  what: string,
  seized: { on: string; kind: PropertyKind; expires?: string | undefined },
  today: string,
): Draft {
  const dates = seizureDates(seized.on, seized.kind, today, seized.expires);
  const lapsed = dates.notice.urgency === 'expired';
  return {
    id: `${lapsed ? 'lapsed' : 'seizure'}-${id}`,
    kind: lapsed ? 'lapsed' : 'seizure',
    title: lapsed ? `查封已经到期：${what}` : `申请续封：${what}`,
    date: lapsed ? dates.expires : dates.renewBy,
    text: dates.notice.text,
    urgency: dates.notice.urgency,
    ...withArticle(dates.notice.article),
    screen: 'enforcement',
    alarms: REMINDER_DAYS.map((d) => d - RENEWAL_LEAD),
  };
}

function seizures(c: Case, today: string): Draft[] {
  const early = c.enforcement?.preservation?.earliestExpiry;
  return [
    ...c.propertyClues.flatMap((clue): Draft[] =>
      clue.seizedOn || clue.seizureExpires
        ? [
            seizure(
              clue.id,
              clue.description,
              {
                on: clue.seizedOn ?? today,
                kind: KIND[clue.kind],
                expires: clue.seizureExpires ?? undefined,
              },
              today,
            ),
          ]
        : [],
    ),
    ...(early
      ? [
          seizure(
            'preservation',
            '诉讼中保全的财产',
            { on: today, kind: 'other', expires: early },
            today,
          ),
        ]
      : []),
  ];
}

function enforcing(c: Case, today: string): Draft[] {
  const e = c.enforcement;
  const out: Draft[] = [];
  if (e?.appliedOn && !e.finalisedOn) {
    const date = spanEnd(e.appliedOn, { months: 6 });
    if (date >= today) {
      out.push({
        id: 'inaction',
        kind: 'inaction',
        date,
        text: `${printDate(e.appliedOn)}申请执行，过了这天法院仍没有执行的，可以向上一级法院申请执行。`,
        article: citeCpl('inaction'),
        screen: 'enforcement',
        milestone: true,
      });
    }
  }
  if (e?.finalisedOn) {
    const on = e.finalisedOn;
    const n = Array.from({ length: QUERIES }, (_, i) => i + 1).find(
      (i) => spanEnd(on, { months: 6 * i }) >= today,
    );
    if (n !== undefined) {
      out.push({
        id: `finalised-${n}`,
        kind: 'finalised',
        date: spanEnd(on, { months: 6 * n }),
        text: '终结本次执行后，法院五年内每六个月查询一次财产。请在这前后询问结果；发现财产可以随时申请恢复执行，不受时效限制。',
        article: cite('terminated', 9),
        screen: 'enforcement',
        milestone: true,
      });
    }
  }
  if (e?.delistedOn) {
    const date = addDays(spanEnd(e.delistedOn, { months: 6 }), 1);
    if (date >= today) {
      out.push({
        id: 'listAgain',
        kind: 'listAgain',
        date,
        text: `${printDate(e.delistedOn)}应您的申请删除了失信信息，六个月内不能再申请纳入；从这天起可以。`,
        article: cite('dishonest', 10),
        screen: 'dishonest',
        milestone: true,
      });
    }
  }
  return out;
}

/** @param today YYYY-MM-DD. */
export function afterJudgment(c: Case, today: string): Draft[] {
  const j = c.judgment;
  const waiting = j && !c.enforcement?.appliedOn;
  return [
    ...(waiting ? [...performance(j, today), ...application(j, today)] : []),
    ...seizures(c, today),
    ...enforcing(c, today),
  ];
}
