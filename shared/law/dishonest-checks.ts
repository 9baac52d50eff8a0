import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { spanEnd } from './calendar.ts';
import { addDays, addYears } from './dates.ts';
import type { Check } from './dishonest-types.ts';
import { receiptsOf } from './enforcement-records.ts';
import { isSeized } from './seizures.ts';
import { cite, citeCpl } from './statutes.ts';

/** The debtor assessed and what is known to be unpaid (fen; null: not computed). */
export interface Subject {
  partyId: string | null;
  outstanding: number | null;
}

/** Principal ordered less what was received since, fen; null when the judgment names no amount. */
export function principalLeft(c: Case): number | null {
  const items = (c.judgment?.items ?? []).filter((i) => i.kind === 'principal');
  if (items.length === 0 || items.some((i) => i.amount === null)) return null;
  const ordered = items.reduce((sum, i) => sum + (i.amount ?? 0), 0);
  const paid = receiptsOf(c.enforcement).receipts.reduce((sum, p) => sum + p.amount, 0);
  return ordered - paid;
}

function check(
  id: string,
  label: string,
  path: string,
  article: string,
  result: [Check['state'], string],
): Check {
  return { id, label, path, article, state: result[0], text: result[1] };
}

function instrument(c: Case, today: string): [Check['state'], string] {
  const j = c.judgment;
  if (!j) return ['unknown', '还没有录入判决书等生效法律文书。'];
  if (!j.effectiveOn) return ['unknown', '还没有填写生效日期。'];
  return j.effectiveOn <= today
    ? ['yes', `${j.documentNumber || '该文书'}已于${printDate(j.effectiveOn)}生效。`]
    : ['no', `该文书要到${printDate(j.effectiveOn)}才生效。`];
}

function periodOver(c: Case, today: string): [Check['state'], string] {
  if (!c.judgment) return ['unknown', '有了判决书等生效法律文书，才有履行期限。'];
  const end = performanceEnd(c.judgment);
  if (!end)
    return [
      'unknown',
      '还不能确定履行期限的最后一天，请填写判决的履行期；判决没有写履行期的填 0。',
    ];
  return end < today
    ? ['yes', `履行期限已于${printDate(end)}届满。`]
    : ['no', `履行期限到${printDate(end)}为止，还没有届满。`];
}

function notice(c: Case, today: string): [Check['state'], string] {
  const served = c.enforcement?.noticeServedOn;
  if (!served && !c.judgment) {
    return ['unknown', '有了生效法律文书、申请执行以后，法院才发执行通知书。'];
  }
  if (!served) return ['unknown', '还没有填写执行通知书送达被执行人的日期，可以向执行法官询问。'];
  return served <= today
    ? ['yes', `执行通知书已于${printDate(served)}送达。`]
    : ['no', `执行通知书的送达日期${printDate(served)}还没有到，请核对。`];
}

function unpaid(c: Case, subject: Subject): [Check['state'], string] {
  if (subject.outstanding !== null) {
    return subject.outstanding > 0
      ? ['yes', '按判项和已收款项计算，仍有款项没有付清。']
      : ['no', '按判项和已收款项计算，款项已经付清。'];
  }
  if (!c.judgment) return ['unknown', '录入判决书等生效法律文书以后，按判项核对。'];
  const left = principalLeft(c);
  if (left === null) return ['unknown', '还没有把判项的金额录入，不能确定是否付清。'];
  if (left > 0) return ['yes', '判决的本金还没有付清。'];
  return ['unknown', '判决后的收款已达到本金数额，请核对利息等是否也已付清。'];
}

/**
 * What every ground needs first (失信规定 art. 1; 民事诉讼法 on the notice). Without an instrument all
 * four wait for it: each leads to its entry.
 */
export function preconditions(c: Case, today: string, subject: Subject): Check[] {
  const base = cite('dishonest', 1);
  const at = (path: string) => (c.judgment ? path : 'judgment');
  return [
    check('instrument', '法律文书已经生效', at('judgment.effectiveOn'), base, instrument(c, today)),
    check(
      'periodOver',
      '履行期限已经届满',
      at('judgment.performanceEnds'),
      base,
      periodOver(c, today),
    ),
    check(
      'notice',
      '执行通知书已经送达',
      at('enforcement.noticeServedOn'),
      citeCpl('enforcementNotice'),
      notice(c, today),
    ),
    check('unpaid', '款项没有付清', at('judgment.items'), base, unpaid(c, subject)),
  ];
}

/** Sum of the estimated values of the subject's seized property, fen. */
export function seizedValue(c: Case, partyId: string | null, today: string): number {
  return c.propertyClues
    .filter((p) => p.partyId === null || p.partyId === partyId)
    .filter((p) => isSeized(p, today))
    .reduce((sum, p) => sum + (p.estimatedValue ?? 0), 0);
}

function seized(c: Case, today: string, subject: Subject): [Check['state'], string] {
  const answer = c.enforcement?.exclusions.seizedSuffices ?? null;
  const owed = subject.outstanding ?? principalLeft(c);
  const value = seizedValue(c, subject.partyId, today);
  if (answer === true) return ['yes', '已查封、扣押、冻结的财产足以清偿。'];
  if (owed !== null && owed > 0 && value >= owed) {
    return [
      'unknown',
      '按线索里的估价，已查封的财产达到了欠款数额。请核对估价，或改答“足以清偿”。',
    ];
  }
  return answer === false
    ? ['no', '已查封、扣押、冻结的财产不足以清偿，或者没有查封到财产。']
    : ['unknown', '请回答：已查封、扣押、冻结的财产够不够还清欠款。'];
}

function minor(c: Case, today: string, subject: Subject): [Check['state'], string] {
  const party = c.parties.find((p) => p.id === subject.partyId);
  const answer = c.enforcement?.exclusions.minor ?? null;
  if (party?.kind === 'organisation') return ['no', '被执行人是法人或者其他组织。'];
  if (party?.birthDate) {
    const eighteen = addYears(party.birthDate, 18);
    return today < eighteen
      ? ['yes', `按出生日期，被执行人到${printDate(eighteen)}才满十八周岁。`]
      : ['no', '按出生日期，被执行人已满十八周岁。'];
  }
  if (answer === null) return ['unknown', '请填写被执行人的出生日期，或回答是否未成年。'];
  return answer ? ['yes', '被执行人是未成年人。'] : ['no', '被执行人是成年人。'];
}

function answered(value: boolean | null | undefined, yes: string, no: string, ask: string) {
  const state: Check['state'] = value === true ? 'yes' : value === false ? 'no' : 'unknown';
  return [state, value === true ? yes : value === false ? no : ask] as [Check['state'], string];
}

/** First day on which the same debtor can be put forward again after a deletion at the creditor's request (art. 10). */
export function listableFrom(delistedOn: string): string {
  return addDays(spanEnd(delistedOn, { months: 6 }), 1);
}

/** Art. 10: the six months after a deletion at the creditor's request; asked only once it happened. */
function locked(c: Case, today: string): Check[] {
  const on = c.enforcement?.delistedOn;
  if (!on || on > today) return [];
  const free = listableFrom(on);
  return [
    check(
      'sixMonths',
      '应您的申请删除失信信息不满六个月',
      'enforcement.delistedOn',
      cite('dishonest', 10),
      today < free
        ? ['yes', `${printDate(on)}应您的申请删除了失信信息，到${printDate(free)}才能再申请。`]
        : ['no', `${printDate(on)}删除后已满六个月，可以再申请。`],
    ),
  ];
}

/** Arts. 3 (ground 1 only) and 4 (every ground), and the six months of art. 10. State `yes` = the exclusion applies. */
export function exclusions(c: Case, today: string, subject: Subject): Check[] {
  const e = c.enforcement?.exclusions;
  const path = 'enforcement.exclusions';
  return [
    check(
      'sufficientSecurity',
      '被执行人提供了充分有效担保',
      `${path}.sufficientSecurity`,
      cite('dishonest', 3),
      answered(
        e?.sufficientSecurity,
        '被执行人提供了充分有效的担保。',
        '被执行人没有提供充分有效的担保。',
        '请回答：被执行人有没有提供足够的担保（抵押、质押或有实力的保证人）。',
      ),
    ),
    check(
      'seizedSuffices',
      '已查封、扣押、冻结的财产足以清偿',
      `${path}.seizedSuffices`,
      cite('dishonest', 3),
      seized(c, today, subject),
    ),
    check(
      'notYetTurn',
      '被执行人履行顺序在后，还轮不到执行',
      `${path}.notYetTurn`,
      cite('dishonest', 3),
      answered(
        e?.notYetTurn,
        '被执行人履行顺序在后，依法还不应强制执行。',
        '没有履行顺序在后的情形。',
        '请回答：是不是要先执行别人（例如一般保证人要等借款人先被执行）。',
      ),
    ),
    check(
      'minor',
      '被执行人未成年',
      `${path}.minor`,
      cite('dishonest', 4),
      minor(c, today, subject),
    ),
    ...locked(c, today),
  ];
}
