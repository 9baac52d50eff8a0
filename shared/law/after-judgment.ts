import type { Case } from '../case/case.ts';
import type { Judgment } from '../case/proceedings.ts';
import type { Appeal } from '../case/suit-records.ts';
import { printDate } from '../text/chinese-date.ts';
import { calendarWarning, limitEnd } from './calendar.ts';
import { addDays } from './dates.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * When an instrument takes effect and when its performance period ends. Everything counts from service
 * on each party, never from the date of the judgment. The court's certificate of effect prevails.
 */

/** The appeal or objection period of one party. */
export interface PartyPeriod {
  partyId: string;
  name: string;
  served: string | null;
  /** Last day to appeal or object, rolled over holidays; null: not served, or no such period. */
  last: string | null;
}

export interface Effect {
  /** First day in force; null: not to be said yet, `reason` says why. */
  date: string | null;
  reason: string;
  article: string;
  periods: PartyPeriod[];
  /** A calendar that is not on record was used. */
  warning?: string;
}

interface Rule {
  /** Days each party has; null: in force on service. */
  days: number | null;
  word: string;
  article: string;
}

function ruleOf(c: Case, j: Judgment): Rule | null {
  if (j.kind === 'judgment' && c.suit.procedure === 'smallClaims') {
    return { days: null, word: '小额诉讼一审终审，送达即生效', article: citeCpl('smallClaims') };
  }
  if (j.kind === 'judgment') return { days: 15, word: '上诉期', article: citeCpl('appeal') };
  if (j.kind === 'ruling') return { days: 10, word: '上诉期', article: citeCpl('appeal') };
  if (j.kind === 'paymentOrder') {
    return { days: 15, word: '异议期', article: citeCpl('paymentOrderEffect') };
  }
  if (j.kind === 'mediation') {
    return { days: null, word: '调解书经双方签收后生效', article: citeCpl('courtMediation') };
  }
  return null;
}

/** Parties whose service counts: everyone sued or suing; for a payment order only the debtors. */
function bound(c: Case, j: Judgment): { id: string; name: string }[] {
  return c.parties
    .filter((p) => p.role !== 'thirdPerson')
    .filter((p) => j.kind !== 'paymentOrder' || p.role !== 'lender')
    .map(({ id, name }) => ({ id, name }));
}

/**
 * The day an instrument takes effect, from the services on record.
 * Judgment: the day after the last party's appeal period (民事诉讼法 171), or, once appealed, the last
 * service of the second-instance decision (182); mediation: the last
 * signature (100); payment order: the day after the objection period (227); award: on making.
 */
export function effectOf(c: Case): Effect | null {
  const j = c.judgment;
  if (!j) return null;
  if (j.kind === 'award' || j.kind === 'notarised') {
    const article = j.kind === 'award' ? cite('arbitration', 70) : citeCpl('notarialInstrument');
    return j.kind === 'award'
      ? { date: j.decidedOn, reason: '仲裁裁决书自作出之日起生效', article, periods: [] }
      : { date: null, reason: '公证债权文书以执行证书写明的为准', article, periods: [] };
  }
  const rule = ruleOf(c, j);
  if (!rule) return null;
  const warnings: string[] = [];
  const periods = bound(c, j).map((p): PartyPeriod => {
    const served = j.services.find((s) => s.partyId === p.id)?.date ?? null;
    if (served === null || rule.days === null) return { ...named(p), served, last: null };
    const end = limitEnd(served, { days: rule.days });
    const warning = calendarWarning(end);
    if (warning) warnings.push(warning);
    return { ...named(p), served, last: end.date };
  });
  const extra = warnings[0] ? { warning: warnings[0] } : {};
  const open = periods.filter((p) => p.served === null);
  if (periods.length === 0 || open.length > 0) {
    const who = open.map((p) => p.name || '（未填姓名）').join('、');
    const reason = who ? `还没有填写${who}收到文书的日期` : '先填写当事人和各自收到文书的日期';
    return { date: null, reason, article: rule.article, periods, ...extra };
  }
  const days = periods.map((p) => p.last ?? p.served ?? '').sort();
  const last = days.at(-1) ?? '';
  const appealed = rule.word === '上诉期' ? appealOf(c) : null;
  if (appealed) return { ...afterAppeal(c, appealed), periods, ...extra };
  if (rule.days === null) {
    return { date: last, reason: rule.word, article: rule.article, periods, ...extra };
  }
  return {
    date: addDays(last, 1),
    reason: `最后一方的${rule.word}到${printDate(last)}届满，没有人${rule.word === '上诉期' ? '上诉' : '提出异议'}的，次日生效`,
    article: rule.article,
    periods,
    ...extra,
  };
}

/** The appeal against the judgment that was filed, the last one when there are several. */
export function appealOf(c: Case): Appeal | null {
  return (
    c.suit.appeals.filter((a) => a.against === 'judgment' && a.filedOn !== null).at(-1) ?? null
  );
}

/** The second-instance decision that stands beside or instead of the first; null: none was made. */
export function secondDecision(c: Case): Appeal | null {
  const a = appealOf(c);
  return a && a.documentNumber !== '' && (a.result === 'upheld' || a.result === 'changed')
    ? a
    : null;
}

const RESULT: Record<Exclude<Appeal['result'], 'pending' | 'remanded'>, string> = {
  upheld: '二审维持原判',
  changed: '二审改判',
  withdrawn: '二审准许撤回上诉，一审判决随二审裁定生效',
};

/** Once appealed, the first judgment is in force only with the second-instance decision (民事诉讼法 182). */
function afterAppeal(c: Case, a: Appeal): Omit<Effect, 'periods'> {
  const article = citeCpl('finalInstance');
  if (a.result === 'pending') {
    return { date: null, reason: '已经上诉，一审判决还没有生效；等二审的文书', article };
  }
  if (a.result === 'remanded') {
    const reason = '二审发回重审，一审判决没有生效；收到新的判决后，把文书和判项改成新的';
    return { date: null, reason, article };
  }
  const parties = c.parties.filter((p) => p.role !== 'thirdPerson');
  const open = parties.filter((p) => !a.services.some((s) => s.partyId === p.id));
  if (parties.length === 0 || open.length > 0) {
    const who = open.map((p) => p.name || '（未填姓名）').join('、');
    return { date: null, reason: `还没有填写${who}收到二审文书的日期`, article };
  }
  const last =
    a.services
      .map((s) => s.date)
      .sort()
      .at(-1) ?? '';
  const reason = `${RESULT[a.result]}，最后一方${printDate(last)}收到，送达即生效`;
  return { date: last, reason, article };
}

const named = (p: { id: string; name: string }) => ({ partyId: p.id, name: p.name });

/**
 * Last day of the performance period: as recorded, else counted from effect and rolled to a working day
 * (民事诉讼法 85); null when not known. A period of 0 days ends on the day of effect.
 */
export function performanceEnd(j: Judgment | null): string | null {
  if (!j) return null;
  if (j.performanceEnds) return j.performanceEnds;
  if (!j.effectiveOn || j.performanceDays === null) return null;
  return j.performanceDays === 0
    ? j.effectiveOn
    : limitEnd(j.effectiveOn, { days: j.performanceDays }).date;
}
