import type { Case } from '../case/case.ts';
import type { Enforcement } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { limitEnd, spanEnd } from './calendar.ts';
import { addDays } from './dates.ts';
import type { Draft } from './deadline-types.ts';
import {
  closedOn,
  finalisedSince,
  listAnswerEnd,
  listingRemoval,
  resumeEnd,
  reviewOf,
} from './enforcement-records.ts';
import { cite, citeCpl } from './statutes.ts';

/** Limits while the court enforces: what the court and the debtor owe, what the creditor may still do. */

/** After 终本 the court looks for property every six months, for five years (终本规定 9). */
const QUERIES = 10;
/** Days in which the court checks a clear clue (财产调查规定 2), and decides on an objection (民事诉讼法 236, 238). */
const CLUE_DAYS = 7;
const OBJECTION_DAYS = 15;

/** A day to look at the case again, gone once it has passed. */
const milestone = (d: Omit<Draft, 'milestone'>, today: string): Draft[] =>
  d.date < today ? [] : [{ ...d, milestone: true }];

/** A limit of the creditor's own, gone once it has passed: then nothing can be done any more. */
const limit = (d: Draft, today: string): Draft[] => (d.date < today ? [] : [d]);

function begun(e: Enforcement, today: string): Draft[] {
  if (!e.appliedOn) return [];
  const docket =
    e.acceptedOn || e.caseNumber
      ? []
      : milestone(
          {
            id: 'docket-enforcement',
            kind: 'docket',
            title: '执行立案的答复',
            date: limitEnd(e.appliedOn, { days: 7 }).date,
            text: `${printDate(e.appliedOn)}申请执行，符合条件的法院应在七日内立案。过了这天没有消息，请到执行立案窗口询问。`,
            article: cite('enforcementRules', 16),
            screen: 'enforcement',
            path: 'enforcement.acceptedOn',
          },
          today,
        );
  const inaction = e.finalisedOn
    ? []
    : milestone(
        {
          id: 'inaction',
          kind: 'inaction',
          date: spanEnd(e.appliedOn, { months: 6 }),
          text: `${printDate(e.appliedOn)}申请执行，过了这天法院仍没有执行的，可以向上一级法院申请执行。`,
          article: citeCpl('inaction'),
          screen: 'enforcement',
          path: 'enforcement.appliedOn',
        },
        today,
      );
  return [...docket, ...inaction];
}

function findings(c: Case, e: Enforcement, today: string): Draft[] {
  const { report } = e;
  const due =
    report !== null && report.dueOn !== null && report.result === 'waiting' && !report.reportedOn
      ? milestone(
          {
            id: 'report',
            kind: 'report',
            date: report.dueOn,
            text: '过了这天没有报告、报告虚假或者逾期的，可以申请罚款、拘留，并作为纳入失信名单的理由（违反财产报告制度）。请向执行法官询问报告的结果。',
            article: `${citeCpl('propertyReport')}、${cite('propertyInquiry', 9)}`,
            screen: 'enforcement',
            path: 'enforcement.report.reportedOn',
          },
          today,
        )
      : [];
  const clues = c.propertyClues.flatMap((clue, i) =>
    clue.submittedOn === null || clue.seizedOn !== null
      ? []
      : milestone(
          {
            id: `clue-${clue.id}`,
            kind: 'clueCheck',
            title: `法院核查财产线索：${clue.description}`,
            date: limitEnd(clue.submittedOn, { days: CLUE_DAYS }).date,
            text: `${printDate(clue.submittedOn)}交给法院的线索，明确具体的应在七日内核查，紧急的三日内。请在这天询问结果。`,
            article: cite('propertyInquiry', 2),
            screen: 'enforcement',
            path: `propertyClues.${i}.seizedOn`,
          },
          today,
        ),
  );
  return [...due, ...clues];
}

function sharing(e: Enforcement, today: string): Draft[] {
  return e.distributions.flatMap((d, i) =>
    d.planReceivedOn === null || d.objectedOn !== null || d.date !== null
      ? []
      : limit(
          {
            id: `distribution-${d.id}`,
            kind: 'distribution',
            date: limitEnd(d.planReceivedOn, { days: 15 }).date,
            text: `${printDate(d.planReceivedOn)}收到分配方案，有异议的要在十五日内书面提出，过后按方案分配。`,
            article: cite('cplInterp', 509),
            screen: 'enforcement',
            path: `enforcement.distributions.${i}.objectedOn`,
          },
          today,
        ),
  );
}

function objections(e: Enforcement, today: string): Draft[] {
  return e.objections.flatMap((o, i): Draft[] => {
    const what = o.subject ? `：${o.subject}` : '';
    const review = reviewOf(o);
    if (review) {
      return limit(
        {
          id: `review-${o.id}`,
          kind: 'review',
          ...(what ? { title: `对异议裁定申请复议或起诉${what}` } : {}),
          date: review.date,
          text: review.text,
          article: review.article,
          screen: 'enforcement',
          path: `enforcement.objections.${i}.reviewFiledOn`,
        },
        today,
      );
    }
    if (o.kind === 'addObligor' || o.filedOn === null || o.ruledOn !== null) return [];
    return milestone(
      {
        id: `objection-${o.id}`,
        kind: 'objection',
        ...(what ? { title: `法院审查异议${what}` } : {}),
        date: limitEnd(o.filedOn, { days: OBJECTION_DAYS }).date,
        text: '法院应自收到书面异议之日起十五日内审查并裁定。收到裁定后，把送达日期填上。',
        article: citeCpl(o.kind === 'act' ? 'actObjection' : 'thirdPartyObjection'),
        screen: 'enforcement',
        path: `enforcement.objections.${i}.ruledOn`,
      },
      today,
    );
  });
}

/** A settlement that runs out, and the two years to go back to the original instrument once it is broken. */
function settlement(e: Enforcement, today: string): Draft[] {
  const s = e.settlement;
  const end = resumeEnd(e);
  if (!s || !end) return [];
  const broken = s.breachedOn !== null && s.breachedOn <= today;
  if (!broken && s.lastDue !== null && s.lastDue >= today) {
    return milestone(
      {
        id: 'settled',
        kind: 'settled',
        date: s.lastDue,
        text: '执行和解约定的最后一天。到期没有履行完的，可以申请恢复执行原判决，已付的扣除。',
        article: cite('cplInterp', 465),
        screen: 'enforcement',
        path: 'enforcement.settlement.performedOn',
      },
      today,
    );
  }
  if (!broken && s.lastDue === null) return [];
  const from =
    s.lastDue === null
      ? `没有填写和解约定的最后一天，先从签订之日（${printDate(end.from)}）起算`
      : `自和解约定的最后一天（${printDate(end.from)}）起算`;
  return [
    {
      id: 'resume',
      kind: 'resume',
      date: end.date,
      text: `对方没有按执行和解履行的，可以申请恢复执行原判决，期限二年，${from}。`,
      article: `${end.article}、${citeCpl('enforcementTimeLimit')}`,
      screen: 'enforcement',
      path: 'enforcement.settlement.breachedOn',
    },
  ];
}

function finalised(e: Enforcement, today: string): Draft[] {
  const on = finalisedSince(e);
  if (on === null) return [];
  const n = Array.from({ length: QUERIES }, (_, i) => i + 1).find(
    (i) => spanEnd(on, { months: 6 * i }) >= today,
  );
  if (n === undefined) return [];
  return milestone(
    {
      id: `finalised-${n}`,
      kind: 'finalised',
      date: spanEnd(on, { months: 6 * n }),
      text: `终结本次执行后，法院五年内每六个月查询一次财产（这是第${n}次，共${QUERIES}次）。请在这前后询问结果；发现财产可以随时申请恢复执行，不受时效限制。`,
      article: cite('terminated', 9),
      screen: 'enforcement',
      path: 'enforcement.finalisedOn',
    },
    today,
  );
}

/** The court answers an application for the list within fifteen days (失信规定 5): waited for, so that it is
 * named before limits that lie further off; nothing is lost when it passes. */
function listing(e: Enforcement, today: string): Draft[] {
  const date = listAnswerEnd(e);
  if (date === null || e.listAppliedOn === null) return [];
  return limit(
    {
      id: 'listAnswer',
      kind: 'listAnswer',
      date,
      urgency: 'info',
      text: `${printDate(e.listAppliedOn)}申请列入失信名单，法院应在十五日内决定。列入了的，填写列入的日期；过了这天没有消息，请联系执行法官。`,
      article: cite('dishonest', 5),
      screen: 'enforcement',
      path: 'enforcement.listedOn',
    },
    today,
  );
}

function listed(e: Enforcement, today: string): Draft[] {
  const paid = e.closing?.way === 'paid' ? e.closing.paidOn : null;
  const again = e.delistedOn ? addDays(spanEnd(e.delistedOn, { months: 6 }), 1) : null;
  return [
    ...(again && e.delistedOn && closedOn(e) === null
      ? milestone(
          {
            id: 'listAgain',
            kind: 'listAgain',
            date: again,
            text: `${printDate(e.delistedOn)}应您的申请删除了失信信息，六个月内不能再申请纳入；从这天起可以。`,
            article: cite('dishonest', 10),
            screen: 'dishonest',
          },
          today,
        )
      : []),
    ...(paid && e.listedOn && !e.closing?.listingRemovedOn
      ? milestone(
          {
            id: 'unlist',
            kind: 'unlist',
            date: listingRemoval(paid).date,
            text: '已经付清的，法院应在三个工作日内删除失信信息（有固定期限的，期满删除或者由法院决定提前删除）。请把付清的情况告诉执行法官，删除后填上日期。',
            article: listingRemoval(paid).article,
            screen: 'enforcement',
            path: 'enforcement.closing.listingRemovedOn',
          },
          today,
        )
      : []),
  ];
}

/** @param today YYYY-MM-DD. */
export function enforcing(c: Case, today: string): Draft[] {
  const e = c.enforcement;
  if (!e) return [];
  if (closedOn(e) !== null) return listed(e, today);
  return [
    ...begun(e, today),
    ...findings(c, e, today),
    ...sharing(e, today),
    ...objections(e, today),
    ...settlement(e, today),
    ...finalised(e, today),
    ...listing(e, today),
    ...listed(e, today),
  ];
}
