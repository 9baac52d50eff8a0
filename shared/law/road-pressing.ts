import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import type { CaseDeadline, DeadlineKind } from './deadline-types.ts';
import { deadlinesOf } from './deadlines.ts';
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

function limitation(d: CaseDeadline): NextAction {
  const ends = `诉讼时效到${printDate(d.date)}届满，${timed(d)}。`;
  if (d.daysLeft < 0) {
    return {
      screen: 'papers',
      text: '请对方签对账确认函',
      why: `${ends}对方重新签字同意履行的，可以从那时起重新计算；请先看看有没有漏记的催收和还款。`,
      paper: 'debt-confirmation',
    };
  }
  return d.daysLeft <= MAIL_DAYS
    ? {
        screen: 'papers',
        text: '马上起诉，保住诉讼时效',
        why: `${ends}寄信可能来不及；向法院提交起诉状之日，时效就中断。`,
        paper: 'complaint-elements',
      }
    : {
        screen: 'papers',
        text: '发催收通知书，让诉讼时效重新计算',
        why: `${ends}催收通知书到达对方就重新计算；寄出后把单号记到催收里。也可以直接起诉。`,
        paper: 'demand-letter',
      };
}

/** What to do about a limit. */
function forDeadline(c: Case, d: CaseDeadline): NextAction {
  const why = `${whole(d.text)}${timed(d)}。`;
  if (d.kind === 'limitation') return limitation(d);
  if (d.kind === 'fee') {
    return { screen: 'suit', text: '交诉讼费', why, path: 'suit.feePaidOn' };
  }
  if (d.kind === 'seizure' || d.kind === 'lapsed') {
    const clue = c.propertyClues.findIndex((p) => d.id.endsWith(`-${p.id}`));
    return {
      screen: d.screen,
      text: d.kind === 'lapsed' ? '核实查封，重新申请' : d.title,
      why: `${whole(d.text)}${d.kind === 'seizure' && d.daysLeft < 0 ? '已经过了这一天，请马上提交申请。' : ''}`,
      paper: d.kind === 'lapsed' ? 'asset-clues' : 'renew-seizure',
      ...(clue >= 0 ? { path: `propertyClues.${clue}.seizureExpires` } : {}),
    };
  }
  if (d.kind === 'renewal') {
    return {
      screen: d.screen,
      text: '追问续封裁定',
      why,
      ...(d.path === undefined ? {} : { path: d.path }),
    };
  }
  if (d.kind === 'postJudgment') {
    return { screen: 'enforcement', text: d.title, why, paper: 'enforcement-elements' };
  }
  if (d.kind === 'resume') {
    return { screen: 'enforcement', text: d.title, why, paper: 'resume-enforcement' };
  }
  return { screen: d.screen, text: `先办：${d.title}`, why };
}

/** The limit that is pressing, if any: the one whose last day comes first. */
export function pressing(c: Case, today: string): NextAction | null {
  const found = deadlinesOf(c, today).find((d) => {
    const lead = LEAD[d.kind];
    if (lead === undefined || d.milestone) return false;
    if (d.kind === 'lapsed') return d.daysLeft >= -LAPSED_DAYS;
    const passed = ['limitation', 'fee', 'seizure'].includes(d.kind);
    return d.daysLeft <= lead && (d.daysLeft >= 0 || passed);
  });
  return found ? forDeadline(c, found) : null;
}
