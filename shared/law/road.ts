import type { Case, CaseDocument } from '../case/case.ts';
import type { Problem } from '../case/parse.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { daysBetween } from './dates.ts';

/**
 * Where a case stands: the ladder from a reminder to the dishonest-debtor list as one picture, the one
 * next action, and the state of each section of the case. Facts only; no promise of success.
 */

/** The sections of a case, in the order of life; the window's screens have the same keys. */
export type Section =
  | 'overview'
  | 'parties'
  | 'loans'
  | 'transfers'
  | 'demands'
  | 'evidence'
  | 'claim'
  | 'papers'
  | 'suit'
  | 'enforcement'
  | 'dishonest';

export type StepKey =
  | 'reminder'
  | 'demandLetter'
  | 'negotiation'
  | 'suit'
  | 'judgment'
  | 'enforcement'
  | 'consumption'
  | 'list';

/** done 已完成 · now 现在 · next 下一步 · missing 没有记录（已走过） · notYet 还没到. */
export type StepState = 'done' | 'now' | 'next' | 'missing' | 'notYet';

export interface Step {
  key: StepKey;
  title: string;
  state: StepState;
  /** Why it has this state, one sentence. */
  reason: string;
  /** The day it was done, if known. */
  date: string | null;
  screen: Section;
}

export interface NextAction {
  screen: Section;
  text: string;
  /** One grey line: why this comes next. */
  why: string;
  /** A field to focus, when it is one field. */
  path?: string;
}

export interface Ladder {
  steps: Step[];
  next: NextAction;
}

interface Rung {
  key: StepKey;
  title: string;
  screen: Section;
  /** Must be passed before anything after it can start; the others may be skipped. */
  needed: boolean;
  done: string | null;
  doneText: string;
  now: string;
  skipped: string;
  later: string;
  action: NextAction;
}

const WRITTEN = ['letter', 'lawyerLetter', 'email'];

const earliest = (dates: (string | null | undefined)[]): string | null =>
  dates.filter((d): d is string => Boolean(d)).sort()[0] ?? null;

/** The first day in the record of each step up to today; null when it has not happened. */
function happened(c: Case, today: string): Record<StepKey, string | null> {
  const past = (d: string | null | undefined) => (d && d <= today ? d : null);
  const demands = c.demands.filter((d) => d.date <= today);
  const e = c.enforcement;
  return {
    reminder: earliest(demands.map((d) => d.date)),
    demandLetter: earliest(demands.filter((d) => WRITTEN.includes(d.channel)).map((d) => d.date)),
    negotiation: earliest(
      demands.filter((d) => d.answer.trim() !== '' || d.outcome !== 'none').map((d) => d.date),
    ),
    suit: past(c.suit.filedOn),
    judgment: past(c.judgment?.effectiveOn) ?? past(c.judgment?.decidedOn),
    enforcement: past(e?.appliedOn),
    consumption: past(e?.consumptionOrderOn),
    list: past(e?.listedOn),
  };
}

function dueText(c: Case, today: string): string {
  const due = earliest(c.loans.map((l) => l.due));
  if (due && due > today) {
    return `借款到${printDate(due)}才到期，还有 ${daysBetween(today, due)} 天；到期前可以友好提醒。`;
  }
  return '先用短信、微信或电话提醒，并把时间和内容记下来。';
}

function rungs(c: Case, today: string): Rung[] {
  const on = happened(c, today);
  const decided = c.judgment !== null;
  const effective = Boolean(c.judgment?.effectiveOn && c.judgment.effectiveOn <= today);
  return [
    {
      key: 'reminder',
      title: '提醒',
      screen: 'demands',
      needed: false,
      done: on.reminder,
      doneText: '已有催收记录。',
      now: dueText(c, today),
      skipped: '没有催收记录。催收记录也是诉讼时效的证据，有的话请补上。',
      later: '录入借款以后再做。',
      action: {
        screen: 'demands',
        text: '记一次催收',
        why: '催收记录说明您一直在主张权利，也能使诉讼时效重新计算。',
      },
    },
    {
      key: 'demandLetter',
      title: '催款函',
      screen: 'papers',
      needed: false,
      done: on.demandLetter,
      doneText: '已发出书面催款。',
      now: '发一份书面催款函，写清欠款和还款期限，并保留送达凭证。',
      skipped: '没有书面催款的记录；不影响起诉。',
      later: '先提醒，没有结果再发函。',
      action: {
        screen: 'papers',
        text: '生成催款函',
        why: '书面函件比口头更容易证明，寄出后请把单号记到催收里。',
      },
    },
    {
      key: 'negotiation',
      title: '协商',
      screen: 'demands',
      needed: false,
      done: on.negotiation,
      doneText: '对方已有回应。',
      now: '记下对方的回应；谈得成的，签一份还款协议。',
      skipped: '没有对方回应的记录；不影响起诉。',
      later: '对方收到催款以后再谈。',
      action: {
        screen: 'demands',
        text: '记下对方的回应',
        why: '对方承认欠款、答应还款的话，是很有用的证据。',
      },
    },
    {
      key: 'suit',
      title: c.suit.procedure === 'paymentOrder' ? '支付令' : '起诉',
      screen: 'suit',
      needed: true,
      done: on.suit,
      doneText: '已提交法院。',
      now: '备齐起诉材料，提交法院；债务清楚、能送达的，也可以申请支付令。',
      skipped: '没有填写起诉日期，请补上。',
      later: '协商没有结果时再起诉。',
      action: {
        screen: 'papers',
        text: '生成起诉材料',
        why: '起诉之日起诉讼时效中断；材料齐了就可以提交。',
      },
    },
    {
      key: 'judgment',
      title: '判决',
      screen: 'suit',
      needed: true,
      done: effective ? on.judgment : null,
      doneText: '法律文书已生效。',
      now: decided ? '已有法律文书，等它生效。' : '案件在法院审理中，收到判决或调解书后录入。',
      skipped: '没有录入判决，请补上。',
      later: '起诉以后由法院审理。',
      action: decided
        ? {
            screen: 'suit',
            text: '填写送达和生效日期',
            why: '履行期限和申请执行的期限都从生效算起。',
            path: 'judgment.effectiveOn',
          }
        : {
            screen: 'suit',
            text: '录入判决或调解书',
            why: '判项录成数据以后，欠款和利息会自动接着算。',
          },
    },
    {
      key: 'enforcement',
      title: '强制执行',
      screen: 'enforcement',
      needed: true,
      done: on.enforcement,
      doneText: '已申请强制执行。',
      now: '履行期限过了仍不履行的，可以申请强制执行，期限是二年。',
      skipped: '没有填写申请执行的日期，请补上。',
      later: '判决生效、履行期限届满以后才能申请。',
      action: {
        screen: 'enforcement',
        text: '准备申请执行',
        why: '申请执行的期限是二年，从履行期限最后一天起算。',
      },
    },
    {
      key: 'consumption',
      title: '限制消费',
      screen: 'dishonest',
      needed: false,
      done: on.consumption,
      doneText: '限制消费令已发出。',
      now: '收到执行通知后仍不履行的，可以书面申请限制消费。',
      skipped: '没有限制消费令的记录。列入名单的，法院同时应当限制消费。',
      later: '申请执行、执行通知送达以后才能申请。',
      action: {
        screen: 'dishonest',
        text: '看限制消费的条件',
        why: '申请执行后对方仍不履行，可以书面申请限制消费。',
      },
    },
    {
      key: 'list',
      title: '失信名单',
      screen: 'dishonest',
      needed: false,
      done: on.list,
      doneText: '已列入失信被执行人名单。',
      now: '要有六种情形之一的事实和证据；只是没有还钱不够。',
      skipped: '没有列入名单的记录。',
      later: '执行中出现法定情形时才能申请。',
      action: {
        screen: 'dishonest',
        text: '核对六种情形',
        why: '逐项看事实和证据够不够，够了再申请。',
      },
    },
  ];
}

/** What has to be entered before any step makes sense. */
function basics(c: Case): NextAction | null {
  const role = (r: string) => c.parties.some((p) => p.role === r && p.name.trim() !== '');
  if (!role('lender') || !role('borrower')) {
    return {
      screen: 'parties',
      text: role('lender') ? '填写借款人' : '填写出借人',
      why: '起诉要写清谁告谁。',
    };
  }
  if (c.loans.length === 0) {
    return { screen: 'loans', text: '录入借款', why: '借条或合同写了什么，决定能要回什么。' };
  }
  if (!c.transfers.some((t) => t.direction === 'out')) {
    return {
      screen: 'transfers',
      text: '录入交付的款项',
      why: '借款从钱实际交付时起成立，法院先看钱有没有给出去。',
    };
  }
  return null;
}

/** A step waits for the end of the performance period even when the judgment is in force. */
function waits(c: Case, today: string): string | null {
  const end = performanceEnd(c.judgment);
  return end && end >= today ? `履行期限到${printDate(end)}为止，过后仍不履行才能申请执行。` : null;
}

const ALL_DONE: NextAction = {
  screen: 'enforcement',
  text: '查看今天的欠款和期限',
  why: '法院的手续都已记录，接下来跟进财产线索和查封到期日。',
};

/**
 * The ladder and the one next action.
 * The first step after the last one done is `now`, the following `next`; steps passed over without a
 * record are `missing`, the rest `notYet`.
 * @param today YYYY-MM-DD.
 */
export function ladder(c: Case, today: string): Ladder {
  const list = rungs(c, today);
  const first = basics(c);
  const last = list.findLastIndex((r) => r.done !== null);
  // A needed step that was passed over without a record still has to be filled in, not done again.
  const at = first ? -1 : last + 1;
  const waiting = waits(c, today);
  const steps = list.map((r, i): Step => {
    const base = { key: r.key, title: r.title, screen: r.screen, date: r.done };
    if (r.done !== null) return { ...base, state: 'done', reason: r.doneText };
    if (first) return { ...base, state: i === 0 ? 'next' : 'notYet', reason: r.later };
    if (i < at) return { ...base, state: 'missing', reason: r.skipped };
    if (i === at) {
      const held = r.key === 'enforcement' ? waiting : null;
      return { ...base, state: held ? 'next' : 'now', reason: held ?? r.now };
    }
    return { ...base, state: i === at + 1 ? 'next' : 'notYet', reason: r.later };
  });
  if (first) return { steps, next: first };
  const gap = list.slice(0, Math.max(0, at)).find((r) => r.needed && r.done === null);
  if (gap) {
    return { steps, next: { screen: gap.screen, text: `补录：${gap.title}`, why: gap.skipped } };
  }
  const rung = list[at];
  if (!rung) return { steps, next: ALL_DONE };
  if (rung.key === 'enforcement' && waiting) {
    return { steps, next: { screen: 'enforcement', text: '先备好执行材料', why: waiting } };
  }
  if (c.evidence.length === 0 && !rung.needed && last < 3) {
    return {
      steps,
      next: { screen: 'evidence', text: '加入借条和转账凭证', why: '证据越早保存越完整。' },
    };
  }
  return { steps, next: rung.action };
}

/** empty 空 · partial 未完 · complete 已齐 · attention 需注意. */
export type SectionProgress = 'empty' | 'partial' | 'complete' | 'attention';

const PATHS: Record<Section, readonly string[]> = {
  overview: [],
  parties: ['parties', 'agents'],
  loans: ['loans'],
  transfers: ['transfers'],
  demands: ['demands'],
  evidence: ['evidence'],
  claim: ['claim'],
  papers: ['prose'],
  suit: ['suit', 'judgment'],
  enforcement: ['enforcement', 'propertyClues'],
  dishonest: ['conduct', 'enforcement.exclusions'],
};

const under = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}.`);

/** The case as typed or as parsed: only what is there is looked at, never an amount. */
type AnyCase = Case | CaseDocument;

/** How full a section is, by what a court would miss first. 0 nothing, 1 some, 2 enough. */
function fullness(c: AnyCase, section: Section): 0 | 1 | 2 {
  const grade = (some: boolean, enough: boolean) => (enough ? 2 : some ? 1 : 0);
  if (section === 'parties') {
    const named = (role: string) => (c.parties ?? []).some((p) => p.role === role && p.name);
    return grade((c.parties ?? []).length > 0, named('lender') && named('borrower'));
  }
  if (section === 'loans') {
    const loans = c.loans ?? [];
    const whole = loans.every(
      (l) => (l.lenderIds ?? []).length > 0 && (l.borrowerIds ?? []).length > 0,
    );
    return grade(loans.length > 0, loans.length > 0 && whole);
  }
  if (section === 'transfers') {
    const list = c.transfers ?? [];
    const paid = new Set(list.filter((t) => t.direction === 'out').map((t) => t.loanId));
    return grade(list.length > 0, list.length > 0 && (c.loans ?? []).every((l) => paid.has(l.id)));
  }
  if (section === 'demands') return (c.demands ?? []).length > 0 ? 2 : 0;
  if (section === 'evidence') {
    const list = c.evidence ?? [];
    const groups = new Set<string>(list.map((e) => e.group));
    return grade(
      list.length > 0,
      ['identity', 'agreement', 'delivery'].every((g) => groups.has(g)),
    );
  }
  if (section === 'claim' || section === 'papers') {
    return grade(
      (c.loans ?? []).length > 0,
      (c.transfers ?? []).some((t) => t.direction === 'out'),
    );
  }
  if (section === 'suit') {
    return grade(Boolean(c.suit?.court || c.suit?.filedOn || c.judgment), Boolean(c.judgment));
  }
  if (section === 'enforcement') {
    return grade(Boolean(c.enforcement), Boolean(c.enforcement?.caseNumber));
  }
  if (section === 'dishonest') return (c.conduct ?? []).length > 0 ? 1 : 0;
  return grade((c.parties ?? []).length > 0, false);
}

/** The state of one section for the road at the left; problems in its fields come first. */
export function sectionState(
  c: AnyCase,
  problems: readonly Problem[],
  section: Section,
): SectionProgress {
  const touched = problems.some((p) => PATHS[section].some((prefix) => under(p.path, prefix)));
  if (touched) return 'attention';
  return (['empty', 'partial', 'complete'] as const)[fullness(c, section)] ?? 'empty';
}
