import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { limitEnd } from './calendar.ts';
import type { NewRecord, NextAction, Way } from './road-types.ts';
import { evidenceEnd, hearingsOf, suitStands } from './suit-records.ts';

/** The next action between filing and the judgment: what the court sends next, and where it is noted. */

const HEARING: NewRecord = {
  list: 'suit.hearings',
  blank: { date: '' },
  field: 'date',
  label: '加一次开庭',
};

/** It is here sooner than the step expects, after mediation for one. */
const DECIDED: Way = { text: '已经收到判决或调解书，去录入', path: 'judgment' };

/** Some paper of the court says that the suit was docketed. */
export const docketed = (c: Case): boolean => {
  const s = c.suit;
  return Boolean(
    s.acceptedOn ||
      s.caseNumber ||
      s.feeNoticeOn ||
      s.feePaidOn ||
      evidenceEnd(c) ||
      hearingsOf(c).length > 0,
  );
};

/** The court dockets within seven days or rules that it does not (民事诉讼法 126). */
function docketing(c: Case, today: string): NextAction {
  const filed = c.suit.filedOn ?? today;
  const { date } = limitEnd(filed, { days: 7 });
  const noted = '收到受理通知书，就填写立案日期和案号。';
  const base = { screen: 'suit' as const, path: 'suit.acceptedOn', more: [DECIDED] };
  return date < today
    ? {
        ...base,
        text: '到立案庭问立案的结果',
        why: `${printDate(filed)}提交起诉状，法院应在${printDate(date)}以前答复。请带提交凭证去问；${noted}`,
      }
    : {
        ...base,
        text: '等法院立案的答复',
        why: `法院应在七日内（${printDate(date)}以前）立案，或者裁定不予受理。${noted}`,
      };
}

/**
 * What comes next while the court has the suit; null: no suit, a judgment, or an application for a payment
 * order, which has neither evidence period nor hearing.
 * @param today YYYY-MM-DD.
 */
export function inCourt(c: Case, today: string): NextAction | null {
  if (!suitStands(c) || c.judgment || c.suit.procedure === 'paymentOrder') return null;
  if ((c.suit.filedOn ?? today) > today) return null;
  if (!docketed(c)) return docketing(c, today);
  const hearings = hearingsOf(c);
  const ahead = hearings.find((h) => h.date >= today);
  const end = evidenceEnd(c);
  const hand = end !== null && end >= today ? `证据要在${printDate(end)}以前交给法院。` : '';
  if (ahead) {
    const at = [printDate(ahead.date), ahead.time, ahead.place].filter(Boolean).join('，');
    return {
      screen: 'suit',
      text: '准备开庭',
      why: `${at}开庭。${hand}请带身份证件和证据原件，按时到庭。`,
      path: ahead.path,
      more: [DECIDED],
    };
  }
  if (hearings.length > 0) {
    const last = hearings.at(-1);
    return {
      screen: 'suit',
      text: '等判决',
      why: `${printDate(last?.date ?? today)}已经开过庭。判决书或调解书送到以后，请当天记下收到的日期；上诉期从收到算起。`,
      path: 'judgment',
      more: [DECIDED, { text: '还要再开庭，去记下来', add: HEARING }],
    };
  }
  if (end !== null) {
    return {
      screen: 'suit',
      text: '等法院的传票，收到就记下来',
      why: `${hand}传票上有开庭的日期、时间和法庭；无正当理由不到庭，法院可以按撤诉处理。`,
      add: HEARING,
      more: [DECIDED],
    };
  }
  return {
    screen: 'suit',
    text: '等法院的举证通知书和传票，收到就记下来',
    why: '举证通知书写着交证据的最后一天，传票写着开庭的日期；记下来，这里就会提前提醒。',
    path: 'suit.evidenceTerm.noticeOn',
    more: [{ text: '收到传票，去记开庭', add: HEARING }, DECIDED],
  };
}
