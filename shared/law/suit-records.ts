import type { Case } from '../case/case.ts';
import type { Hearing } from '../case/suit-records.ts';
import { printDate } from '../text/chinese-date.ts';
import { effectOf } from './after-judgment.ts';
import { limitEnd, type Rolled } from './calendar.ts';
import { daysBetween } from './dates.ts';
import type { RecordNotice } from './seizures.ts';
import { cite, citeCpl } from './statutes.ts';

/** The records of a suit: hearings, the evidence period, appeals, withdrawal, and what is odd about them. */

/** All hearings, the earliest first; the single date of older case files stands among them. */
export function hearingsOf(c: Case): (Hearing & { path: string })[] {
  const { hearingOn, hearings } = c.suit;
  const list = hearings.map((h, i) => ({ ...h, path: `suit.hearings.${i}.date` }));
  if (hearingOn !== null && !hearings.some((h) => h.date === hearingOn)) {
    const blank = { time: null, place: '', note: '' };
    list.push({ id: 'first', date: hearingOn, ...blank, path: 'suit.hearingOn' });
  }
  return list.sort((a, b) => a.date.localeCompare(b.date));
}

/** The suit was withdrawn by a ruling of that day; null: it was not. */
export const withdrawnOn = (c: Case): string | null => c.suit.withdrawal?.ruledOn ?? null;

/** The suit stands: filed and not withdrawn. */
export const suitStands = (c: Case): boolean => Boolean(c.suit.filedOn) && withdrawnOn(c) === null;

/** Last day of the evidence period counted from its notice; null while notice or days are not known. */
export function countedEvidenceEnd(c: Case): Rolled | null {
  const { noticeOn, days } = c.suit.evidenceTerm;
  return noticeOn !== null && days !== null ? limitEnd(noticeOn, { days }) : null;
}

/** Last day to hand in evidence: as the notice names it, else counted. */
export const evidenceEnd = (c: Case): string | null =>
  c.suit.evidenceDue ?? countedEvidenceEnd(c)?.date ?? null;

/** Bounds of a period that the court sets (证据规定 51). */
function evidenceNotices(c: Case): RecordNotice[] {
  const { procedure, evidenceTerm: term, evidenceDue } = c.suit;
  const end = countedEvidenceEnd(c);
  const out: RecordNotice[] = [];
  if (end && evidenceDue !== null && evidenceDue !== end.date) {
    out.push({
      path: 'suit.evidenceDue',
      text: `按通知日期和天数推算是${printDate(end.date)}，和这里填的不一致，请照举证通知书核对`,
      article: citeCpl('periods'),
    });
  }
  const days =
    term.days ??
    (term.noticeOn !== null && evidenceDue !== null
      ? daysBetween(term.noticeOn, evidenceDue)
      : null);
  if (days === null || term.setBy === 'agreed') return out;
  const path = term.days === null ? 'suit.evidenceDue' : 'suit.evidenceTerm.days';
  const article = cite('evidence', 51);
  const say = (text: string) =>
    out.push({ path, text: `${text}；这里是${days}天，请核对`, article });
  if (procedure === 'ordinary' && days < 15) {
    say('普通程序由法院指定的举证期限不得少于十五日');
  } else if (procedure === 'simplified' && days > 15) {
    say('简易程序的举证期限不得超过十五日');
  } else if (procedure === 'smallClaims' && days > 7) {
    say('小额诉讼的举证期限一般不超过七日');
  }
  return out;
}

function appealNotices(c: Case): RecordNotice[] {
  const periods = effectOf(c)?.periods ?? [];
  return c.suit.appeals.flatMap((a, i): RecordNotice[] => {
    const path = `suit.appeals.${i}`;
    const article = citeCpl('appeal');
    if (a.against === 'judgment' && c.suit.procedure === 'smallClaims' && a.filedOn !== null) {
      return [
        {
          path: `${path}.filedOn`,
          text: '小额诉讼一审终审，不能上诉；确有错误的，可以申请再审',
          article: citeCpl('smallClaims'),
        },
      ];
    }
    const lasts =
      a.against === 'judgment'
        ? periods.filter((p) => a.byPartyIds.includes(p.partyId)).map((p) => p.last)
        : [a.servedOn === null ? null : limitEnd(a.servedOn, { days: 10 }).date];
    const last = lasts
      .filter((d) => d !== null)
      .sort()
      .at(-1);
    if (last === undefined || a.filedOn === null || a.filedOn <= last) return [];
    return [
      {
        path: `${path}.filedOn`,
        text: `上诉期到${printDate(last)}届满，这一天已经过了；请核对，逾期的上诉法院不受理`,
        article,
      },
    ];
  });
}

/** What is odd about the records of the suit, each at its field. */
export function suitNotices(c: Case): RecordNotice[] {
  return [...evidenceNotices(c), ...appealNotices(c)];
}
