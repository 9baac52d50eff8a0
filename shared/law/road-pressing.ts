import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import { printDate } from '../text/chinese-date.ts';
import { formatShort } from '../text/money.ts';
import { addDays, daysBetween } from './dates.ts';
import type { CaseDeadline, DeadlineKind } from './deadline-types.ts';
import { deadlinesOf } from './deadlines.ts';
import { contact, LETTER_SENT } from './road-before.ts';
import type { NextAction } from './road-types.ts';

/** Limits so near that keeping them is the next thing to do. */

/** Days before a limit from which on it is the next thing to do. */
const LEAD: Partial<Record<DeadlineKind, number>> = {
  limitation: 30,
  guarantee: 30,
  guaranteeLimitation: 30,
  preSuit: 30,
  confirmation: 30,
  fee: 30,
  evidence: 7,
  hearing: 3,
  appeal: 7,
  postJudgment: 30,
  seizure: 14,
  renewal: 7,
  lapsed: 0,
  distribution: 15,
  review: 15,
  resume: 60,
  unlist: 30,
};

/** A seizure that lapsed longer ago than this is history. */
const LAPSED_DAYS = 90;

/** A text that ends as a sentence. */
export const whole = (text: string): string => (/[。）]$/.test(text) ? text : `${text}。`);

const timed = (d: CaseDeadline): string =>
  d.daysLeft > 0
    ? `还有 ${d.daysLeft} 天`
    : d.daysLeft === 0
      ? '就是今天'
      : `已过 ${-d.daysLeft} 天`;

/** Mail needs days to arrive: later than this only filing is sure to stop limitation. */
const MAIL_DAYS = 7;

/** Days after which an answer about the arrival of a demand is not to be hoped for. */
const ARRIVAL_DAYS = 30;

/** The last demand, sent a short while ago, of which nobody has noted yet whether it arrived. */
function unconfirmed(c: Case, today: string): number {
  const sent = c.demands.filter((d) => d.date <= today);
  const last = sent.reduce<Demand | undefined>((a, d) => (a && a.date > d.date ? a : d), undefined);
  const open =
    last?.arrived === 'unknown' && ['none', 'refusal'].includes(last.outcome)
      ? daysBetween(last.date, today) <= ARRIVAL_DAYS
      : false;
  return open && last ? c.demands.indexOf(last) : -1;
}

function limitation(c: Case, d: CaseDeadline, today: string): NextAction {
  const ends = `诉讼时效到${printDate(d.date)}届满，${timed(d)}。`;
  if (d.daysLeft < 0) {
    return {
      screen: 'papers',
      text: '请对方签对账确认函',
      why: `${ends}对方重新签字同意履行的，可以从那时起重新计算；请先看看有没有漏记的催收和还款。`,
      paper: 'debt-confirmation',
    };
  }
  if (d.daysLeft <= MAIL_DAYS) {
    return {
      screen: 'papers',
      text: '马上起诉，保住诉讼时效',
      why: `${ends}寄信可能来不及；向法院提交起诉状之日，时效就中断。`,
      paper: 'complaint-elements',
      path: 'suit.filedOn',
    };
  }
  const file = printDate(addDays(d.date, -MAIL_DAYS));
  const sent = unconfirmed(c, today);
  if (sent >= 0) {
    return {
      screen: 'demands',
      text: '查对方收到催款没有',
      why: `${ends}催款到达对方才重新计算：有回复、已读或者快递签收，就记成“到了”。到${file}还查不到，就去法院立案。`,
      path: `demands.${sent}.arrived`,
    };
  }
  return {
    screen: 'papers',
    text: '发催收通知书，让诉讼时效重新计算',
    why: `${ends}通知书到达对方就重新计算。今天先发微信或短信留底，同时寄出；到${file}查不到签收，就去法院立案。`,
    paper: 'demand-letter',
    more: [contact(c, LETTER_SENT, 'letter')],
  };
}

/** The notice names seven days; the sum is ours, the court's notice decides (诉讼费用交纳办法 22, 44–49). */
function payFee(d: CaseDeadline, fee: number | null): NextAction {
  const sum = fee === null ? '' : ` ${formatShort(fee)}元`;
  return {
    screen: 'suit',
    text: `交诉讼费${sum}`,
    why: `${timed(d)}。金额以法院的缴费通知为准。确有困难的，可以在${printDate(d.date)}以前申请缓交、减交、免交。`,
    path: 'suit.feePaidOn',
    more: [{ text: '交不起，申请缓交、减交、免交', paper: 'fee-relief-application' }],
  };
}

const SEIZED = /^(propertyClues|suit\.preservations)\.(\d+)\./;

/** Asked for already: a renewal beside the seizure, whose own end stays as the ruling says. */
function renewed(d: CaseDeadline): Pick<NextAction, 'more' | 'path'> {
  const [, list, i] = SEIZED.exec(d.path ?? '') ?? [];
  if (list === undefined) return d.path === undefined ? {} : { path: d.path };
  const renewals = `${list}.${i}.renewals`;
  const add = {
    list: renewals,
    blank: { appliedOn: null },
    field: 'appliedOn',
    label: '记一次续封',
  };
  return { more: [{ text: '已经申请了，去记一次续封', add }] };
}

/** The field for the end that the ruling on the pending renewal names. */
function renewalEnd(c: Case, d: CaseDeadline): string | undefined {
  const [, list, i] = SEIZED.exec(d.path ?? '') ?? [];
  if (list === undefined) return d.path;
  const of = list === 'propertyClues' ? c.propertyClues : c.suit.preservations;
  const at = of[Number(i)]?.renewals.findLastIndex(
    (r) => r.appliedOn !== null && r.expires === null,
  );
  return at === undefined || at < 0 ? d.path : `${list}.${i}.renewals.${at}.expires`;
}

/** What to do about a limit. */
function forDeadline(c: Case, d: CaseDeadline, today: string, fee: number | null): NextAction {
  const why = `${whole(d.text)}${timed(d)}。`;
  if (d.kind === 'limitation') return limitation(c, d, today);
  if (d.kind === 'fee') return payFee(d, fee);
  if (d.kind === 'seizure') {
    const late = d.daysLeft < 0 ? '已经过了这一天，请马上提交申请。' : '';
    return {
      screen: d.screen,
      text: d.title,
      why: `${whole(d.text)}${late}`,
      paper: 'renew-seizure',
      ...renewed(d),
    };
  }
  if (d.kind === 'lapsed') {
    const clue = c.propertyClues.findIndex((p) => d.id.endsWith(`-${p.id}`));
    return {
      screen: d.screen,
      text: '核实查封，重新申请',
      why: whole(d.text),
      paper: 'asset-clues',
      ...(clue >= 0 ? { path: `propertyClues.${clue}.seizureExpires` } : {}),
    };
  }
  if (d.kind === 'renewal') {
    const path = renewalEnd(c, d);
    return {
      screen: d.screen,
      text: '追问续封裁定',
      why,
      ...(path === undefined ? {} : { path }),
    };
  }
  if (d.kind === 'postJudgment') {
    const path = 'enforcement.appliedOn';
    return { screen: 'enforcement', text: d.title, why, paper: 'enforcement-elements', path };
  }
  if (d.kind === 'resume') {
    return { screen: 'enforcement', text: d.title, why, paper: 'resume-enforcement' };
  }
  return { screen: d.screen, text: `先办：${d.title}`, why };
}

/**
 * The limit that is pressing, if any: the one whose last day comes first.
 * @param fee the court's fee for the claim, fen; null: not known
 */
export function pressing(c: Case, today: string, fee: number | null): NextAction | null {
  const found = deadlinesOf(c, today).find((d) => {
    const lead = LEAD[d.kind];
    if (lead === undefined || d.milestone) return false;
    if (d.kind === 'lapsed') return d.daysLeft >= -LAPSED_DAYS;
    const passed = ['limitation', 'fee', 'seizure'].includes(d.kind);
    return d.daysLeft <= lead && (d.daysLeft >= 0 || passed);
  });
  return found ? forDeadline(c, found, today, fee) : null;
}
