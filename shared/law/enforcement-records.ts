import type { Case } from '../case/case.ts';
import type { Distribution, Objection } from '../case/enforcement-records.ts';
import type { Enforcement } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { formatAmount } from '../text/money.ts';
import { dayKind, limitEnd } from './calendar.ts';
import { addDays, daysBetween } from './dates.ts';
import type { RecordNotice } from './seizures.ts';
import { cite, citeCpl } from './statutes.ts';

/** The records of enforcement: money received, the report, settlement, 终本, objections, the end. */

/** Money received in enforcement, once each. */
export interface Receipt {
  id: string;
  date: string;
  amount: number;
  /** Field that holds the amount. */
  path: string;
  from: 'payment' | 'distribution';
}

/** The own share of a distribution counts once it has a day and an amount. */
const counted = (d: Distribution): d is Distribution & { date: string; share: number } =>
  d.date !== null && d.share !== null && d.share > 0;

/** One amount on the day that counts or on the day the money arrived is the same money. */
const same = (d: Distribution, date: string, amount: number) =>
  d.share === amount && (d.date === date || d.receivedOn === date);

/**
 * Payments and own shares of distributions, the earliest first. A payment that repeats a distribution
 * (same amount, on the day that counts or the day the money arrived) is left out; `repeats` are their places.
 */
export function receiptsOf(e: Enforcement | null): {
  receipts: Receipt[];
  repeats: number[];
} {
  if (e === null) return { receipts: [], repeats: [] };
  const repeats: number[] = [];
  const shared = e.distributions.flatMap((d, i): Receipt[] =>
    counted(d)
      ? [
          {
            id: d.id,
            date: d.date,
            amount: d.share,
            path: `enforcement.distributions.${i}.share`,
            from: 'distribution',
          },
        ]
      : [],
  );
  const free = e.distributions.filter(counted);
  const paid = e.payments.flatMap((p, i): Receipt[] => {
    const at = free.findIndex((d) => same(d, p.date, p.amount));
    if (at >= 0) {
      free.splice(at, 1);
      repeats.push(i);
      return [];
    }
    const path = `enforcement.payments.${i}.amount`;
    return [{ id: p.id, date: p.date, amount: p.amount, path, from: 'payment' }];
  });
  return {
    receipts: [...shared, ...paid].sort((a, b) => a.date.localeCompare(b.date)),
    repeats,
  };
}

/** The day enforcement ended; null: it goes on. */
export const closedOn = (e: Enforcement | null): string | null =>
  e?.closing?.closedOn ?? (e?.closing?.way === 'paid' ? e.closing.paidOn : null) ?? null;

/** 终本 stands: ruled, and not resumed since. */
export function finalisedSince(e: Enforcement | null): string | null {
  const on = e?.finalisedOn ?? null;
  if (e === null || on === null) return null;
  return e.resumptions.some((r) => r.resumedOn !== null && r.resumedOn >= on) ? null : on;
}

/**
 * Last day to ask that the original instrument be enforced again after a settlement: two years from the
 * last day of performance it sets, else, on the safe side, from its signing (民诉法解释 466).
 */
export function resumeEnd(
  e: Enforcement | null,
): { date: string; from: string; article: string } | null {
  const s = e?.settlement;
  const from = s?.lastDue ?? s?.signedOn ?? null;
  if (!e || !s || from === null || s.performedOn !== null || closedOn(e) !== null) return null;
  // Whatever it was resumed for, the original instrument is enforced again.
  const asked = e.resumptions.some(
    (r) =>
      (r.cause !== 'assets' && r.appliedOn !== null) || (r.resumedOn ?? '') > (s.signedOn ?? from),
  );
  return asked
    ? null
    : { date: limitEnd(from, { years: 2 }).date, from, article: cite('cplInterp', 466) };
}

/** Working days after a day, by the State Council's calendar. */
export function workingDaysAfter(from: string, days: number): string {
  let date = from;
  for (let n = 0; n < days; ) {
    date = addDays(date, 1);
    if (dayKind(date).working) n += 1;
  }
  return date;
}

/** The court takes the entry off the list within three working days of full payment (失信规定 10). */
export const listingRemoval = (paidOn: string): { date: string; article: string } => ({
  date: workingDaysAfter(paidOn, 3),
  article: cite('dishonest', 10),
});

/** What the creditor may still do against a ruling on an objection, and by when. */
export function reviewOf(o: Objection): { date: string; text: string; article: string } | null {
  if (o.servedOn === null || o.reviewFiledOn !== null) return null;
  // A ruling that went the creditor's way asks for nothing.
  if (o.result !== 'pending' && o.ours === (o.result === 'upheld')) return null;
  const end = (days: number) => limitEnd(o.servedOn ?? '', { days }).date;
  if (o.kind === 'thirdParty') {
    return {
      date: end(15),
      text: '对案外人异议的裁定不服、与原判决无关的，在这天以前向执行法院起诉（执行异议之诉）。',
      article: citeCpl('thirdPartyObjection'),
    };
  }
  if (o.kind === 'addObligor') {
    return {
      date: end(10),
      text: `不服的，在这天以前向上一级法院申请复议；属于第十四条第二款、第十七条至第二十一条的，改为在十五日内（${printDate(end(15))}前）起诉。`,
      article: `${cite('addObligor', 30)}、${cite('addObligor', 32)}`,
    };
  }
  return {
    date: end(10),
    text: '对异议裁定不服的，在这天以前向上一级法院申请复议。',
    article: citeCpl('actObjection'),
  };
}

/** Days within which a payment of the same amount may be the money of a distribution. */
const NEAR = 60;

function receiptNotices(e: Enforcement): RecordNotice[] {
  const { receipts, repeats } = receiptsOf(e);
  const shares = receipts.filter((r) => r.from === 'distribution');
  return [
    ...e.distributions.flatMap((d, i): RecordNotice[] =>
      d.share !== null && d.total !== null && d.share > d.total
        ? [
            {
              path: `enforcement.distributions.${i}.share`,
              text: `分到的不应超过总额 ${formatAmount(d.total)}元，请核对`,
            },
          ]
        : d.share !== null && d.share > 0 && d.date === null
          ? [
              {
                path: `enforcement.distributions.${i}.date`,
                text: '填了这一天，这笔钱才计入已收到的款项，加倍利息也算到这一天为止',
                article: cite('delayInterest', 3),
              },
            ]
          : [],
    ),
    ...repeats.map((i) => ({
      path: `enforcement.payments.${i}.amount`,
      text: '上面的分配里已有这笔钱（同额同日），只计一次',
    })),
    ...receipts.flatMap((r): RecordNotice[] => {
      const twin =
        r.from === 'payment'
          ? shares.find(
              (s) => s.amount === r.amount && Math.abs(daysBetween(s.date, r.date)) <= NEAR,
            )
          : undefined;
      return twin
        ? [
            {
              path: r.path,
              text: `${printDate(twin.date)}的分配也是这个数额。是同一笔钱的，请删去这里，把到账日期填到那笔分配里，否则会计两次`,
            },
          ]
        : [];
    }),
  ];
}

/** What is odd about the records of enforcement, each at its field. */
export function enforcementNotices(c: Case): RecordNotice[] {
  const e = c.enforcement;
  if (!e) return [];
  const report = e.report;
  const late =
    report !== null &&
    report.dueOn !== null &&
    report.reportedOn !== null &&
    report.reportedOn > report.dueOn &&
    (report.result === 'complete' || report.result === 'waiting');
  return [
    ...receiptNotices(e),
    ...(late
      ? [
          {
            path: 'enforcement.report.result',
            text: '报告晚于限期，属于逾期报告；请核对结果一栏',
            article: cite('propertyInquiry', 9),
          },
        ]
      : []),
  ];
}

/** Days the court has to decide on an application for the list (失信规定 5). */
const LIST_DECISION_DAYS = 15;

/** Last day for the court's decision on the listing; null: not asked for, or decided. */
export const listAnswerEnd = (e: Enforcement): string | null =>
  e.listAppliedOn === null || e.listedOn !== null
    ? null
    : limitEnd(e.listAppliedOn, { days: LIST_DECISION_DAYS }).date;
