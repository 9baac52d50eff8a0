import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { appealOf, effectOf } from './after-judgment.ts';
import { limitEnd } from './calendar.ts';
import { addDays } from './dates.ts';
import { type Draft, withArticle } from './deadline-types.ts';
import { feePaymentEnd } from './enforcement-limit.ts';
import { cite, citeCpl } from './statutes.ts';
import { evidenceEnd, hearingsOf, suitStands, withdrawnOn } from './suit-records.ts';

/** Limits between filing and the instrument in force. Times that the court sets are taken as recorded. */

/** The court files within seven days or says why not (民事诉讼法 126). */
function docket(c: Case, today: string): Draft[] {
  const s = c.suit;
  if (!s.filedOn || s.acceptedOn || s.caseNumber || s.feeNoticeOn || c.judgment) return [];
  const { date } = limitEnd(s.filedOn, { days: 7 });
  return date < today
    ? []
    : [
        {
          id: 'docket',
          kind: 'docket',
          date,
          text: `${printDate(s.filedOn)}提交起诉状，法院应在七日内立案或者裁定不予受理。过了这天没有消息，请带提交凭证到立案庭询问。`,
          article: citeCpl('docketing'),
          screen: 'suit',
          path: 'suit.acceptedOn',
          milestone: true,
        },
      ];
}

/** The court decides on preservation within five days, before a suit within 48 hours. */
function preserve(c: Case, today: string): Draft[] {
  return c.suit.preservations.flatMap((p, i): Draft[] => {
    if (p.appliedOn === null || p.ruledOn !== null || p.startedOn !== null) return [];
    const before = p.stage === 'preSuit';
    const date = before ? addDays(p.appliedOn, 2) : limitEnd(p.appliedOn, { days: 5 }).date;
    return date < today
      ? []
      : [
          {
            id: `preserve-${p.id}`,
            kind: 'preserve',
            ...(p.object ? { title: `法院对保全申请作出裁定：${p.object}` } : {}),
            date,
            text: before
              ? '诉前保全，法院应在四十八小时内裁定；裁定后立即执行。'
              : '法院应在五日内裁定，情况紧急的四十八小时内；要求担保的，从提供担保起算。',
            article: before ? citeCpl('preSuitPreservation') : cite('security', 4),
            screen: 'suit',
            path: `suit.preservations.${i}.ruledOn`,
            milestone: true,
          },
        ];
  });
}

function fee(c: Case, today: string): Draft[] {
  const s = c.suit;
  if (!s.feeNoticeOn || s.feePaidOn) return [];
  const end = feePaymentEnd(s.feeNoticeOn);
  // Whoever was summoned or judged had paid: only a limit that nothing has overtaken stays when past.
  if (end.date < today && (hearingsOf(c).length > 0 || c.judgment)) return [];
  return [
    {
      id: 'fee',
      kind: 'fee',
      date: end.date,
      text: end.explain.text,
      ...withArticle(end.explain.article),
      screen: 'suit',
      path: 'suit.feePaidOn',
    },
  ];
}

function evidence(c: Case, today: string): Draft[] {
  const date = evidenceEnd(c);
  if (date === null || date < today || c.judgment) return [];
  return [
    {
      id: 'evidence',
      kind: 'evidence',
      date,
      text: '在这天以前把证据交给法院；确有困难的，在期限内书面申请延期。逾期提交要说明理由，法院可能不采纳。',
      article: cite('evidence', 51),
      screen: 'evidence',
    },
  ];
}

function hearings(c: Case, today: string): Draft[] {
  return hearingsOf(c)
    .filter((h) => h.date >= today)
    .map((h): Draft => {
      const where = [h.time, h.place].filter(Boolean).join('，');
      return {
        id: h.id === 'first' ? 'hearing' : `hearing-${h.id}`,
        kind: 'hearing',
        ...(h.time ? { title: `开庭 ${h.time}` } : {}),
        date: h.date,
        text: `${where ? `${where}。` : ''}无正当理由不到庭的，可以按撤诉处理。请带证据原件。`,
        article: citeCpl('plaintiffAbsent'),
        screen: 'suit',
        path: h.path,
      };
    });
}

const APPEAL = '不服的，在这天以前提出；过后不能再提。';

/** Our own days to appeal: against the judgment, and against rulings served on us. */
function appeals(c: Case, today: string): Draft[] {
  const effect = effectOf(c);
  const ours = c.parties.filter((p) => p.role === 'lender').map((p) => p.id);
  const last = effect?.periods.find((p) => ours.includes(p.partyId) && p.last)?.last;
  const filed = appealOf(c)?.byPartyIds.some((id) => ours.includes(id)) ?? false;
  const rulings = c.suit.appeals.flatMap((a, i): Draft[] => {
    if (a.against !== 'ruling' || a.servedOn === null || a.filedOn !== null) return [];
    const { date } = limitEnd(a.servedOn, { days: 10 });
    return date < today
      ? []
      : [
          {
            id: `appeal-${a.id}`,
            kind: 'appeal',
            ...(a.subject ? { title: `对${a.subject}上诉` } : {}),
            date,
            text: APPEAL,
            article: citeCpl('appeal'),
            screen: 'suit',
            path: `suit.appeals.${i}.filedOn`,
          },
        ];
  });
  return [
    ...(effect && last && last >= today && !filed
      ? [
          {
            id: 'appeal',
            kind: 'appeal' as const,
            date: last,
            text: APPEAL,
            article: effect.article,
            screen: 'suit' as const,
          },
        ]
      : []),
    ...rulings,
  ];
}

function effects(c: Case, today: string): Draft[] {
  const effect = effectOf(c);
  if (!effect?.date || effect.date < today || c.judgment?.effectiveOn) return [];
  return [
    {
      id: 'effect',
      kind: 'effect',
      date: effect.date,
      text: `${effect.reason}。到时向法院要生效证明，并把生效日期填上。`,
      article: effect.article,
      screen: 'suit',
      path: 'judgment.effectiveOn',
      milestone: true,
    },
  ];
}

/** @param today YYYY-MM-DD. */
export function inCourt(c: Case, today: string): Draft[] {
  const running = withdrawnOn(c) === null;
  return [
    ...(suitStands(c) ? docket(c, today) : []),
    ...preserve(c, today),
    ...(running ? [...fee(c, today), ...evidence(c, today), ...hearings(c, today)] : []),
    ...appeals(c, today),
    ...effects(c, today),
  ];
}
