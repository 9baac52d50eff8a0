import type { Case } from '../case/case.ts';
import { isIsoDate } from '../case/fields.ts';
import { settlementInForce } from '../case/settlement.ts';
import { printDate } from '../text/chinese-date.ts';
import { limitEnd } from './calendar.ts';
import { loanGuarantees, loanLimitation } from './case-limits.ts';
import { type Draft, withArticle } from './deadline-types.ts';
import { preSuitFilingEnd } from './preservation.ts';
import { preSuitOf } from './seizures.ts';
import { cite, citeCpl } from './statutes.ts';
import { suitStands } from './suit-records.ts';

/** Limits before a suit: due dates, promises, limitation, guarantees, preservation, confirmation. */

function dues(c: Case, today: string): Draft[] {
  // A signed agreement has put its own dates in the place of these.
  if (settlementInForce(c.settlement, today)) return [];
  return c.loans.flatMap((loan): Draft[] => {
    if (loan.acceleratedOn) return [];
    const next = loan.instalments
      .map((i) => i.due)
      .filter((d) => d >= today)
      .sort()[0];
    const date = next ?? (loan.due && loan.due >= today ? loan.due : null);
    if (date === null) return [];
    return [
      {
        id: `due-${loan.id}`,
        kind: 'due',
        title: `${next ? '借款下一期到期' : '借款到期'}${c.loans.length > 1 ? `（${loan.paperName}）` : ''}`,
        date,
        text: '当天还款不算逾期，从次日起算逾期。可以提前友好提醒一次。',
        article: cite('civilCode', 676),
        screen: 'loans',
      },
    ];
  });
}

function promises(c: Case, today: string): Draft[] {
  return c.demands.flatMap((d): Draft[] =>
    d.outcome === 'promise' && d.promisedFor !== null && d.promisedFor >= today
      ? [
          {
            id: `promise-${d.id}`,
            kind: 'promise',
            date: d.promisedFor,
            text: `对方${printDate(d.date)}答应这天还款；到时没有还，再记一次催收。`,
            article: cite('limitationInterp', 14),
            screen: 'demands',
            milestone: true,
          },
        ]
      : [],
  );
}

function limitations(c: Case, today: string): Draft[] {
  const open = c.background.obstacles.some((o) => o.to === null);
  return c.loans.flatMap((loan): Draft[] => {
    const l = loanLimitation(c, loan, today);
    const notice = l.warnings.find((w) => w.code === 'daysLeft' || w.code === 'expired');
    return l.end && notice
      ? [
          {
            id: `limitation-${loan.id}`,
            kind: 'limitation',
            date: l.end,
            text: notice.text,
            ...withArticle(notice.article),
            screen: 'demands',
            ...(open ? { floating: true } : {}),
          },
        ]
      : [];
  });
}

function guarantees(c: Case, today: string): Draft[] {
  return c.loans
    .flatMap((loan) => loanGuarantees(c, loan, today))
    .flatMap(({ guaranteeId, name, status }): Draft[] => {
      const who = name || '保证人';
      if (status === null) return [];
      if (status.state === 'saved') {
        return status.limitationEnd && !suitStands(c) && !c.judgment
          ? [
              {
                id: `guarantee-limitation-${guaranteeId}`,
                kind: 'guaranteeLimitation',
                title: `${who}保证债务的诉讼时效届满`,
                date: status.limitationEnd,
                text: `${printDate(status.savedOn ?? status.end)}已在保证期间内向${who}主张，保证债务的诉讼时效从那时起算三年。`,
                article: cite('civilCode', 694),
                screen: 'demands',
              },
            ]
          : [];
      }
      return [
        {
          id: `guarantee-${guaranteeId}`,
          kind: 'guarantee',
          title: `${who}的保证期间届满`,
          date: status.end,
          text:
            status.state === 'lost'
              ? '保证期间内没有依法主张的记录，保证人可能不再承担责任。'
              : status.mustDo,
          article: `${cite('civilCode', 692)}、${cite('civilCode', 693)}`,
          screen: 'loans',
        },
      ];
    });
}

function preSuit(c: Case): Draft[] {
  const on = preSuitOf(c)?.date;
  if (!on || c.suit.filedOn || c.judgment) return [];
  const end = preSuitFilingEnd(on);
  return [
    {
      id: 'preSuit',
      kind: 'preSuit',
      date: end.date,
      text: end.explain.text,
      ...withArticle(end.explain.article),
      screen: 'suit',
    },
  ];
}

/**
 * A mediated agreement is confirmed on the joint application of both sides within thirty days of its taking
 * effect (民事诉讼法 205). Its date stands in the answers of the application paper.
 */
function confirmation(c: Case, today: string): Draft[] {
  const answers = c.choices['judicial-confirmation'];
  const on = [answers?.effectiveOn, answers?.agreedOn].find(
    (d): d is string => typeof d === 'string' && isIsoDate(d),
  );
  if (!on || c.judgment || c.suit.filedOn) return [];
  const end = limitEnd(on, { days: 30 });
  if (end.date < today) return [];
  return [
    {
      id: 'confirmation',
      kind: 'confirmation',
      date: end.date,
      text: `调解协议${printDate(on)}生效，双方共同申请司法确认要在三十日内；过了只能另行起诉。`,
      article: `${citeCpl('judicialConfirmation')}、${cite('mediationLaw', 33)}`,
      screen: 'papers',
    },
  ];
}

/** @param today YYYY-MM-DD. */
export function beforeSuit(c: Case, today: string): Draft[] {
  const inCourt = suitStands(c) || c.judgment !== null;
  return [
    ...(inCourt ? [] : [...dues(c, today), ...promises(c, today), ...limitations(c, today)]),
    ...guarantees(c, today),
    ...preSuit(c),
    ...confirmation(c, today),
  ];
}
