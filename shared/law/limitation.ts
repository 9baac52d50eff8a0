import { printDate } from '../text/chinese-date.ts';
import { calendarWarning, limitEnd, type Rolled } from './calendar.ts';
import { addDays, addMonths, addYears, daysBetween, later } from './dates.ts';
import {
  FUTURE,
  type Ignored,
  type LimitationEvent,
  type LimitationEventKind,
  noEffect,
} from './limitation-effect.ts';
import { type Explain, type Notice, rank, urgencyOf } from './notice.ts';
import { cite } from './statutes.ts';

/**
 * Limitation of the claim (民法典 188–203, 诉讼时效规定): three years, restarted by each
 * interruption, never past twenty years.
 */

export type { Ignored, LimitationEvent, LimitationEventKind } from './limitation-effect.ts';

export interface LimitationInput {
  /** Due date; of an instalment loan the last one (民法典 189); none: no due date agreed. */
  due?: string | undefined;
  /** No due date: last day of the grace period given in the first demand. */
  firstDemandGraceEnd?: string | undefined;
  /** No due date: the day the debtor first clearly refused. */
  firstRefusal?: string | undefined;
  /** Day the money was handed over, for the twenty-year warning. */
  disbursed?: string | undefined;
  events: readonly LimitationEvent[];
  asOf: string;
}

export interface ChainLink {
  date: string;
  kind: LimitationEventKind;
  newEnd: string;
}

export interface Limitation {
  /** First day of the period; null: it has not begun. */
  start: string | null;
  /** Last day on which the claim is safe. */
  end: string | null;
  expired: boolean;
  chain: ChainLink[];
  /** Events that change nothing, and why. */
  ignored: Ignored[];
  warnings: Notice[];
  explain: Explain[];
}

const KIND: Record<LimitationEventKind, [string, string]> = {
  demand: ['请求履行', cite('civilCode', 195)],
  promise: ['债务人同意履行', cite('limitationInterp', 14)],
  partPayment: ['部分还款，视为同意履行', cite('limitationInterp', 14)],
  suit: ['起诉、申请支付令或者申请执行', cite('limitationInterp', 10)],
  other: ['与起诉有同等效力的事项', cite('civilCode', 195)],
  obstacle: ['不能行使请求权的障碍', cite('civilCode', 194)],
};

/** Three years; two where the old two-year period had already run out on 2017-10-01. */
export function limitationPeriodEnd(from: string): Rolled {
  const old = limitEnd(from, { years: 2 });
  return old.nominal < '2017-10-01' ? old : limitEnd(from, { years: 3 });
}

/**
 * 中止 (民法典 194): an obstacle in the last six months of the period moves its end to six months after
 * the obstacle is gone; one that still stands, to six months from `asOf` at the earliest.
 */
function suspended(
  end: Rolled,
  obstacles: readonly LimitationEvent[],
  asOf: string,
): { end: Rolled; by: LimitationEvent[] } {
  let now = end;
  const by: LimitationEvent[] = [];
  for (const o of obstacles) {
    const gone = o.ended ?? later(asOf, o.date);
    if (o.date > asOf || o.date > now.date || gone <= addMonths(now.nominal, -6)) continue;
    const renewed = limitEnd(gone, { months: 6 });
    if (renewed.date <= now.date) continue;
    now = renewed;
    by.push(o);
  }
  return { end: now, by };
}

function startOf(input: LimitationInput): { from: string; explain: Explain } | undefined {
  if (input.due) {
    return {
      from: input.due,
      explain: {
        text: `履行期限于${printDate(input.due)}届满，诉讼时效自次日起算三年`,
        article: cite('civilCode', 188),
      },
    };
  }
  const candidates = [input.firstDemandGraceEnd, input.firstRefusal].filter((d) => d !== undefined);
  const from = candidates.sort()[0];
  if (!from) return undefined;
  const why =
    from === input.firstDemandGraceEnd ? '首次催告所给宽限期届满之日' : '债务人首次明确拒绝之日';
  return {
    from,
    explain: {
      text: `没有约定还款期限，自${why}（${printDate(from)}）起算三年`,
      article: cite('limitationInterp', 4),
    },
  };
}

function notStarted(input: LimitationInput): Limitation {
  const warnings: Notice[] = [
    {
      code: 'noDueDate',
      urgency: 'info',
      text: '没有约定还款期限，诉讼时效尚未起算；请发出催告，给出明确的还款日（例如15至30天后），并留存送达证据',
      article: cite('civilCode', 675),
    },
  ];
  if (input.disbursed && input.asOf >= addYears(input.disbursed, 18)) {
    warnings.push(twentyYears(input.disbursed));
  }
  return {
    start: null,
    end: null,
    expired: false,
    chain: [],
    ignored: input.events.map((e) => ({
      date: e.date,
      kind: e.kind,
      why: 'notStarted',
      reason: '诉讼时效尚未起算；如催告时给了还款期限，请填写宽限期的最后一日',
    })),
    warnings: rank(warnings),
    explain: [
      {
        text: '没有约定还款期限，又没有给过宽限期、债务人也没有明确拒绝，诉讼时效尚未起算',
        article: cite('limitationInterp', 4),
      },
    ],
  };
}

function twentyYears(from: string): Notice {
  return {
    code: 'twentyYears',
    urgency: 'urgent',
    text: `自${printDate(from)}起将满二十年；最长期间不因催收而中断，起算日有争议，请尽快起诉`,
    article: cite('civilCode', 188),
  };
}

/** The state of limitation on a day, with every interruption and its new end. */
export function limitation(input: LimitationInput): Limitation {
  const begun = startOf(input);
  if (!begun) return notStarted(input);
  const { from } = begun;
  const explain: Explain[] = [begun.explain];
  const warnings: Notice[] = [];
  const chain: ChainLink[] = [];
  const ignored: Limitation['ignored'] = [];
  const last = limitEnd(from, { years: 20 });
  let end = limitationPeriodEnd(from);
  if (end.nominal < '2017-10-01') {
    explain.push({
      text: '二年时效在2017年10月1日前已经届满的，不再按三年计算（依据的解释现在是否单独适用没有明文，请核对）',
      article: cite('limitation2018', 3),
    });
  }
  explain.push({ text: endText(end), article: endArticle(end) });

  const inOrder = [...input.events].sort((a, b) => (a.date < b.date ? -1 : 1));
  const obstacles = inOrder.filter((e) => e.kind === 'obstacle');
  const seen = new Map<LimitationEvent, { link: ChainLink; line: Explain }>();
  const suspend = () => {
    const s = suspended(end, obstacles, input.asOf);
    for (const o of s.by) {
      // After a restart the same obstacle may hold the new period: only that is told.
      const before = seen.get(o);
      if (before) {
        chain.splice(chain.indexOf(before.link), 1);
        explain.splice(explain.indexOf(before.line), 1);
      }
      const until = s.end.date > last.date ? last : s.end;
      const link: ChainLink = { date: o.date, kind: 'obstacle', newEnd: until.date };
      const line = {
        text: `${printDate(o.date)}起有不能行使请求权的障碍，诉讼时效中止，${o.ended ? `自障碍于${printDate(o.ended)}消除` : '障碍尚未消除，暂自计算日'}起满六个月届满，${endText(until)}`,
        article: KIND.obstacle[1],
      };
      seen.set(o, { link, line });
      chain.push(link);
      explain.push(line);
    }
    end = s.end.date > last.date ? last : s.end;
  };
  suspend();
  for (const e of inOrder) {
    if (e.kind === 'obstacle') continue;
    const none = noEffect(e, from, end, input.asOf);
    if (none) {
      ignored.push({ date: e.date, kind: e.kind, ...none });
      continue;
    }
    const [what, article] = KIND[e.kind];
    if (e.date > end.date) {
      warnings.push({
        code: 'waived',
        urgency: 'info',
        text: `${printDate(e.date)}债务人在时效届满后同意履行，不得再以时效抗辩；请保存其签字或者聊天原件`,
        article: `${cite('civilCode', 192)}、${cite('limitationInterp', 19)}`,
      });
    }
    const renewed = limitationPeriodEnd(e.ended ?? e.date);
    end = renewed.date > last.date ? last : renewed;
    chain.push({ date: e.date, kind: e.kind, newEnd: end.date });
    explain.push({
      text: `${printDate(e.date)}${what}，时效中断，${e.ended ? `程序于${printDate(e.ended)}终结后` : ''}重新计算三年，${endText(end)}`,
      article,
    });
    suspend();
  }
  for (const o of obstacles) {
    if (seen.has(o)) continue;
    ignored.push({
      ...{ date: o.date, kind: o.kind },
      ...(o.date > input.asOf
        ? FUTURE
        : { why: 'obstacle', reason: '不在时效期间的最后六个月内，不发生中止' }),
    });
  }

  const daysLeft = daysBetween(input.asOf, end.date);
  const expired = daysLeft < 0;
  const pending = chain.filter((x) => x.kind !== 'obstacle').at(-1)?.kind === 'suit' && !expired;
  warnings.push({
    code: expired ? 'expired' : 'daysLeft',
    urgency: pending ? 'info' : urgencyOf(daysLeft),
    text: expired
      ? `诉讼时效已于${printDate(end.date)}届满；法院不主动审查，但对方提出抗辩的，诉讼请求会被驳回。对方书面同意还款的，不得再抗辩`
      : `诉讼时效${printDate(end.date)}届满，还有${daysLeft}天；请在此之前催收并留存证据，或者起诉`,
    article: expired
      ? `${cite('civilCode', 192)}、${cite('civilCode', 193)}`
      : cite('civilCode', 188),
  });
  const harm = input.due ?? input.disbursed;
  if (harm && input.asOf >= addYears(harm, 18)) warnings.push(twentyYears(harm));
  const unverified = calendarWarning(end);
  if (unverified) {
    warnings.push({
      code: 'calendar',
      urgency: 'info',
      text: unverified,
      article: cite('civilCode', 203),
    });
  }
  return {
    start: addDays(from, 1),
    end: end.date,
    expired,
    chain,
    ignored,
    warnings: rank(warnings),
    explain,
  };
}

function endText(end: Rolled): string {
  return end.rolled
    ? `最后一日${printDate(end.nominal)}为${end.because}，顺延至${printDate(end.date)}`
    : `至${printDate(end.date)}届满`;
}

function endArticle(end: Rolled): string {
  return end.rolled ? cite('civilCode', 203) : cite('civilCode', 202);
}
