import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { exclusions, listableFrom, preconditions, type Subject } from './dishonest-checks.ts';
import { consumptionView } from './dishonest-consumption.ts';
import { GROUNDS } from './dishonest-grounds.ts';
import { type Context, groundView } from './dishonest-judge.ts';
import { measureView } from './dishonest-measure-view.ts';
import { MEASURES } from './dishonest-measures.ts';
import type { Assessment, GroundView, MeasureView, Missing } from './dishonest-types.ts';
import { cite } from './statutes.ts';
import { suitStands } from './suit-records.ts';

export * from './dishonest-grounds.ts';
export { homeOf, MEASURES } from './dishonest-measures.ts';
export * from './dishonest-types.ts';
export { standsText } from './dishonest-verdict.ts';

export interface AssessOptions {
  /** The debtor to assess; default: the first borrower. */
  partyId?: string;
  /** What is unpaid today, fen, from the enforcement claim; without it the principal decides. */
  outstanding?: number | null;
}

/** Debtors an application can name: borrowers and guarantors. */
export function debtors(c: Case): { id: string; name: string }[] {
  return c.parties
    .filter((p) => p.role === 'borrower' || p.role === 'guarantor')
    .map((p) => ({ id: p.id, name: p.name || '（未填姓名）' }));
}

/** What a deletion at the creditor's request costs, with its day once it happened or may happen. */
function sixMonthsText(c: Case, today: string): string {
  const deleted = c.enforcement?.delistedOn;
  if (deleted && deleted <= today) {
    const free = listableFrom(deleted);
    return today < free
      ? `${printDate(deleted)}应您的申请删除了失信信息，到${printDate(free)}才能就同一案件再申请列入。`
      : `${printDate(deleted)}应您的申请删除过失信信息，六个月已过，从${printDate(free)}起可以再申请。再申请删除的，又要等六个月。`;
  }
  return `如果您申请把对方从名单上删除并获准，六个月内不能因同一案件再申请列入；今天获准删除的，要到${printDate(listableFrom(today))}才能再申请。同意删除之前请先想好。`;
}

function warningsOf(c: Case, today: string, grounds: GroundView[]): Assessment['warnings'] {
  const list: Assessment['warnings'] = [
    {
      code: 'mereNonPayment',
      text: '只是没有还钱，不等于失信。真的没有能力履行的人不应列入名单；申请要写明属于哪一项、有什么事实和证据。',
      article: cite('dishonest', 1),
    },
    {
      code: 'leverage',
      text: '不要拿列入名单来威胁对方，也不要为了施压而申请；拘留、追究刑事责任也一样。名单由法院依法决定，法院还可能先给宽限期。',
      article: cite('dishonest', 5),
    },
    { code: 'sixMonths', text: sixMonthsText(c, today), article: cite('dishonest', 10) },
  ];
  if (c.enforcement?.finalisedOn) {
    list.push({
      code: 'finalised',
      text: '案件已终结本次执行程序。法院两次网络查控都没有发现财产、又没有线索的，会删除失信信息。',
      article: cite('dishonest', 10),
    });
  }
  if (c.enforcement?.listedOn) {
    list.push({ code: 'listed', text: '记录显示被执行人已经列入名单，不必重复申请。' });
  }
  const ability = grounds[0]?.elements.find((e) => e.id === 'ability')?.facts ?? [];
  const counted = ability.filter((f) => f.discounted === '');
  if (grounds[0]?.verdict === 'met' && counted.every((f) => f.onCourtFile)) {
    list.push({
      code: 'seizedOnly',
      text: '“有履行能力”现在只靠已被查封的财产。法院可能认为处置该财产就行，最好另有工资、流水、消费等证据。',
      article: cite('dishonest', 3),
    });
  }
  if (grounds.some((g) => g.verdict === 'met' && g.contrary.length > 0)) {
    list.push({
      code: 'contraryMet',
      text: '有对您不利的事实。申请书里应如实写明，并说明为什么不影响结论。',
    });
  }
  return list;
}

/**
 * The stage before: without an instrument in force nobody is 被执行人, and there is nothing to enforce
 * (失信规定 art. 1).
 */
function stageBefore(c: Case): Assessment['first'] {
  if (c.judgment) return null;
  return suitStands(c)
    ? {
        title: '还没有判决，现在不能申请列入名单',
        text: '案件还在法院。收到判决书、调解书等以后先录入；它生效了，对方到期不履行，您申请了强制执行，才用得上这一页。',
        action: '录入判决',
        path: 'judgment',
      }
    : {
        title: '还没有起诉，现在不能申请列入名单',
        text: '先起诉或者申请支付令。有了判决书、调解书等生效法律文书，对方到期不履行，您申请了强制执行，才用得上这一页。已经有判决的，先录入判决。',
        action: '去看起诉',
        path: 'suit.filedOn',
      };
}

/**
 * Sets the records of a case against the six grounds of 失信规定 art. 1, the exclusions of arts. 3 and 4
 * and the general preconditions, and against the measures beside the list, for one debtor. It says what the records show; the court decides.
 * @param today YYYY-MM-DD.
 */
export function assess(c: Case, today: string, options: AssessOptions = {}): Assessment {
  const first = c.parties.find((p) => p.role === 'borrower') ?? null;
  const party = c.parties.find((p) => p.id === options.partyId) ?? first;
  const subject: Subject = {
    partyId: party?.id ?? null,
    outstanding: options.outstanding ?? null,
  };
  const before = preconditions(c, today, subject);
  const excluded = exclusions(c, today, subject);
  const x: Context = { c, today, subject, before, excluded };
  const grounds = GROUNDS.map((spec) => groundView(x, spec));
  const measures: MeasureView[] = [];
  for (const spec of MEASURES) {
    const crime = spec.measure === 'prosecution' ? measures.find((m) => m.key === 'crime') : null;
    measures.push(measureView(x, spec, crime?.verdict ?? null));
  }
  const met = grounds.filter((g) => g.verdict === 'met').map((g) => g.ground);
  const caseNumber: Missing[] = c.enforcement?.caseNumber
    ? []
    : [{ text: '填写执行案号；没有案号，法院难以受理这份申请', path: 'enforcement.caseNumber' }];
  return {
    partyId: subject.partyId,
    name: party?.name ?? '',
    preconditions: before,
    exclusions: excluded,
    grounds,
    measures,
    met,
    first: stageBefore(c),
    ready: met.length > 0 && caseNumber.length === 0,
    missing: [
      ...before.filter((k) => k.state !== 'yes').map((k) => ({ text: k.text, path: k.path })),
      ...excluded.filter((k) => k.state === 'unknown').map((k) => ({ text: k.text, path: k.path })),
      ...caseNumber,
    ],
    warnings: warningsOf(c, today, grounds),
    consumption: consumptionView(c, today, before, excluded, subject.partyId),
  };
}
