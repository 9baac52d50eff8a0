import type { Case } from '../case/case.ts';
import { effectOf, performanceEnd } from './after-judgment.ts';
import { loanGuarantees, loanLimitation } from './case-limits.ts';
import { daysBetween } from './dates.ts';
import { enforcementLimit, feePaymentEnd, instalmentsOf } from './enforcement-limit.ts';
import { type Urgency, urgencyOf } from './notice.ts';
import { preSuitFilingEnd, seizureDates } from './preservation.ts';
import type { Section } from './road.ts';

/**
 * Every limit that runs in a case on a day, from the records of the case; the rules are those of the
 * modules it asks. Times that the court sets (hearing, fee) are taken as recorded.
 */

/** One limit of the case. */
export interface CaseDeadline {
  id: string;
  title: string;
  /** Last day, YYYY-MM-DD. */
  date: string;
  /** Days from today to the last day; 0: today; negative: past. */
  daysLeft: number;
  urgency: Urgency;
  /** What happens, and why; one or two sentences. */
  text: string;
  article?: string;
  /** Where the dates it rests on are entered. */
  screen: Section;
}

type Draft = Omit<CaseDeadline, 'daysLeft' | 'urgency'> & { urgency?: Urgency };

/** Before a suit: limitation of each loan, and the guarantee periods. */
function beforeSuit(c: Case, today: string): Draft[] {
  if (c.suit.filedOn || c.judgment) return [];
  return c.loans.flatMap((loan): Draft[] => {
    const l = loanLimitation(c, loan, today);
    const notice = l.warnings.find((w) => w.code === 'daysLeft' || w.code === 'expired');
    return l.end && notice
      ? [
          {
            id: `limitation-${loan.id}`,
            title: '诉讼时效届满',
            date: l.end,
            text: notice.text,
            ...(notice.article ? { article: notice.article } : {}),
            screen: 'demands',
          },
        ]
      : [];
  });
}

function guarantees(c: Case, today: string): Draft[] {
  return c.loans
    .flatMap((loan) => loanGuarantees(c, loan, today))
    .flatMap(({ guaranteeId, name, status }): Draft[] => {
      if (status === null || status.state === 'saved') return [];
      const article = status.explain[0]?.article;
      return [
        {
          id: `guarantee-${guaranteeId}`,
          title: `${name || '保证人'}的保证期间届满`,
          date: status.end,
          text:
            status.state === 'lost'
              ? '保证期间内没有依法主张的记录，保证人可能不再承担责任。'
              : status.mustDo,
          ...(article ? { article } : {}),
          screen: 'loans',
        },
      ];
    });
}

function inCourt(c: Case, today: string): Draft[] {
  const s = c.suit;
  const out: Draft[] = [];
  if (s.feeNoticeOn) {
    const fee = feePaymentEnd(s.feeNoticeOn);
    out.push({
      id: 'fee',
      title: '交诉讼费',
      date: fee.date,
      text: fee.explain.text,
      ...(fee.explain.article ? { article: fee.explain.article } : {}),
      screen: 'suit',
    });
  }
  if (s.hearingOn) {
    out.push({
      id: 'hearing',
      title: '开庭',
      date: s.hearingOn,
      text: '无正当理由不到庭的，可以按撤诉处理。请带证据原件。',
      screen: 'suit',
    });
  }
  if (s.preSuitPreservation?.date && !s.filedOn) {
    const end = preSuitFilingEnd(s.preSuitPreservation.date);
    out.push({
      id: 'preSuit',
      title: '诉前保全后起诉',
      date: end.date,
      text: end.explain.text,
      ...(end.explain.article ? { article: end.explain.article } : {}),
      screen: 'suit',
    });
  }
  const effect = effectOf(c);
  const ours = c.parties.filter((p) => p.role === 'lender').map((p) => p.id);
  const appeal = effect?.periods.find((p) => ours.includes(p.partyId) && p.last)?.last;
  if (appeal) {
    out.push({
      id: 'appeal',
      title: '我方上诉或提异议',
      date: appeal,
      text: '不服的，在这天以前提出；过后不能再提。',
      ...(effect ? { article: effect.article } : {}),
      screen: 'suit',
    });
  }
  // Limits of the court's own timetable that have passed say nothing of what was done.
  return out.filter((d) => d.date >= today);
}

function enforcing(c: Case, today: string): Draft[] {
  const end = performanceEnd(c.judgment);
  const out: Draft[] = [];
  if (c.judgment && !c.enforcement?.appliedOn) {
    if (end && end >= today) {
      out.push({
        id: 'performance',
        title: '对方履行期限届满',
        date: end,
        text: '过了这天仍不履行，可以申请强制执行，并要求加倍支付迟延履行期间的债务利息。',
        screen: 'suit',
      });
    }
    const limit = enforcementLimit({
      performanceEnd: end ?? undefined,
      instalments: instalmentsOf(c.judgment),
      effectiveOn: c.judgment.effectiveOn ?? undefined,
      asOf: today,
    });
    const notice = limit?.warnings[0];
    if (limit && notice) {
      out.push({
        id: 'apply',
        title: '申请强制执行',
        date: limit.end,
        text: notice.text,
        ...(notice.article ? { article: notice.article } : {}),
        screen: 'enforcement',
      });
    }
  }
  for (const clue of c.propertyClues) {
    if (!clue.seizedOn && !clue.seizureExpires) continue;
    const kind =
      clue.kind === 'account'
        ? 'deposit'
        : clue.kind === 'vehicle'
          ? 'movable'
          : clue.kind === 'realEstate'
            ? 'realEstate'
            : 'other';
    const dates = seizureDates(
      clue.seizedOn ?? today,
      kind,
      today,
      clue.seizureExpires ?? undefined,
    );
    out.push({
      id: `seizure-${clue.id}`,
      title: `申请续封：${clue.description}`,
      date: dates.notice.urgency === 'expired' ? dates.expires : dates.renewBy,
      text: dates.notice.text,
      urgency: dates.notice.urgency,
      ...(dates.notice.article ? { article: dates.notice.article } : {}),
      screen: 'enforcement',
    });
  }
  return out;
}

/**
 * All limits of the case, the earliest first; limits that passed without the act stay in the list as
 * `expired`.
 * @param today YYYY-MM-DD.
 */
export function deadlinesOf(c: Case, today: string): CaseDeadline[] {
  return [
    ...beforeSuit(c, today),
    ...guarantees(c, today),
    ...inCourt(c, today),
    ...enforcing(c, today),
  ]
    .map((d): CaseDeadline => {
      const daysLeft = daysBetween(today, d.date);
      return { ...d, daysLeft, urgency: d.urgency ?? urgencyOf(daysLeft) };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The limit to show first: the next one still running, else the one passed last. */
export function nearestDeadline(list: readonly CaseDeadline[]): CaseDeadline | null {
  return list.find((d) => d.daysLeft >= 0) ?? list.at(-1) ?? null;
}
