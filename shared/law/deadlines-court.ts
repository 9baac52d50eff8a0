import type { Case } from '../case/case.ts';
import { effectOf } from './after-judgment.ts';
import { type Draft, withArticle } from './deadline-types.ts';
import { feePaymentEnd } from './enforcement-limit.ts';
import { cite, citeCpl } from './statutes.ts';

/** Limits between filing and the instrument in force. Times that the court sets are taken as recorded. */

/** @param today YYYY-MM-DD. */
export function inCourt(c: Case, today: string): Draft[] {
  const s = c.suit;
  const out: Draft[] = [];
  if (s.feeNoticeOn && !s.feePaidOn) {
    const fee = feePaymentEnd(s.feeNoticeOn);
    // Whoever was summoned or judged had paid: only a limit that nothing has overtaken stays when past.
    if (fee.date >= today || (!s.hearingOn && !c.judgment)) {
      out.push({
        id: 'fee',
        kind: 'fee',
        date: fee.date,
        text: fee.explain.text,
        ...withArticle(fee.explain.article),
        screen: 'suit',
      });
    }
  }
  if (s.evidenceDue && s.evidenceDue >= today && !c.judgment) {
    out.push({
      id: 'evidence',
      kind: 'evidence',
      date: s.evidenceDue,
      text: '在这天以前把证据交给法院；确有困难的，在期限内书面申请延期。逾期提交要说明理由，法院可能不采纳。',
      article: cite('evidence', 51),
      screen: 'evidence',
    });
  }
  if (s.hearingOn && s.hearingOn >= today) {
    out.push({
      id: 'hearing',
      kind: 'hearing',
      date: s.hearingOn,
      text: '无正当理由不到庭的，可以按撤诉处理。请带证据原件。',
      article: citeCpl('plaintiffAbsent'),
      screen: 'suit',
    });
  }
  const effect = effectOf(c);
  const ours = c.parties.filter((p) => p.role === 'lender').map((p) => p.id);
  const appeal = effect?.periods.find((p) => ours.includes(p.partyId) && p.last)?.last;
  if (effect && appeal && appeal >= today) {
    out.push({
      id: 'appeal',
      kind: 'appeal',
      date: appeal,
      text: '不服的，在这天以前提出；过后不能再提。',
      article: effect.article,
      screen: 'suit',
    });
  }
  if (effect?.date && effect.date >= today && !c.judgment?.effectiveOn) {
    out.push({
      id: 'effect',
      kind: 'effect',
      date: effect.date,
      text: `${effect.reason}。到时向法院要生效证明，并把生效日期填上。`,
      article: effect.article,
      screen: 'suit',
      milestone: true,
    });
  }
  return out;
}
