import type { Case } from '../case/case.ts';
import type { Judgment } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { daysBetween } from './dates.ts';
import { type Assessment, type MeasureView, standsText } from './dishonest-list.ts';
import { dueState } from './due-state.ts';
import { talksEnded } from './road-answers.ts';
import { contact, LETTER_SENT } from './road-before.ts';
import { docketed } from './road-court.ts';
import { heldSuit, planNow, talking, talkText, WRITTEN } from './road-talks.ts';
import type { NextAction, Section, Step, StepKey } from './road-types.ts';
import { suitStands } from './suit-records.ts';

/** The rungs of the ladder: what each step says when done, now, passed over or still to come. */

export interface Rung {
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
  /** Held up although its turn has come, and why. */
  held?: string;
  missing?: Step['missing'];
  /** Asked for and not decided yet. */
  applied?: boolean;
  /** Going on, whatever was passed over before it. */
  active?: boolean;
  /** One of the last rungs: `ready` when its facts stand. */
  branch?: { ready: boolean };
}

const earliest = (dates: (string | null | undefined)[]): string | null =>
  dates.filter((d): d is string => Boolean(d)).sort()[0] ?? null;

type Plain = Exclude<StepKey, MeasureView['measure']>;

/** The first day in the record of each step up to today; null when it has not happened. */
function happened(c: Case, today: string): Record<Plain, string | null> {
  const past = (d: string | null | undefined) => (d && d <= today ? d : null);
  const demands = c.demands.filter((d) => d.date <= today);
  const e = c.enforcement;
  return {
    reminder: earliest(demands.map((d) => d.date)),
    demandLetter: earliest(demands.filter((d) => WRITTEN.includes(d.channel)).map((d) => d.date)),
    // Still being talked about, or being paid under a plan: not behind us yet.
    negotiation: talking(c, today) ? null : (talksEnded(c, today)?.on ?? null),
    suit: suitStands(c) ? past(c.suit.filedOn) : null,
    judgment: past(c.judgment?.effectiveOn) ?? past(c.judgment?.decidedOn),
    enforcement: past(e?.appliedOn),
    consumption: past(e?.consumptionOrderOn),
    list: past(e?.listedOn),
  };
}

/** Before the due date nothing is late: a friendly word at most, and no demand; else null. */
function notDue(c: Case, today: string): { remind: string; demand: string } | null {
  const { due, next } = dueState(c, today);
  if (due !== 'none' || next === null || planNow(c, today)) return null;
  const days = next === today ? '就是今天' : `还有 ${daysBetween(today, next)} 天`;
  const day = printDate(next);
  return {
    remind: `借款${day}到期，${days}；到期前可以友好提醒一次。`,
    demand: `借款${day}到期，过了这天还没还，才发催收通知书。`,
  };
}

const INSTRUMENT: Record<Judgment['kind'], string> = {
  judgment: '判决',
  ruling: '裁定',
  mediation: '调解书',
  paymentOrder: '支付令生效',
  award: '仲裁裁决',
  notarised: '公证文书',
};

/** The instrument comes from an arbitration commission or a notary: there was no suit to record. */
const besideCourt = (c: Case): boolean =>
  c.judgment?.kind === 'award' || c.judgment?.kind === 'notarised';

function suitTitle(c: Case): string {
  if (c.judgment?.kind === 'award') return '仲裁';
  if (c.judgment?.kind === 'notarised') return '公证';
  return c.suit.procedure === 'paymentOrder' ? '支付令' : '起诉';
}

/** Every step with what it says in each state, and the day it was done. */
export function rungs(c: Case, today: string, a: Assessment): Rung[] {
  const on = happened(c, today);
  const early = notDue(c, today);
  const stands = a.grounds.find((g) => g.verdict === 'met');
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
      now: '先用短信、微信或电话提醒，并把时间和内容记下来。',
      ...(early ? { held: early.remind } : {}),
      skipped: '没有催收记录。催收记录也是诉讼时效的证据，有的话请补上。',
      later: '录入借款以后再做。',
      action: {
        screen: 'demands',
        text: '发一条提醒，并记下来',
        why: '催收记录说明您一直在主张权利，也能使诉讼时效重新计算。',
        paper: 'reminder-messages',
        more: [contact(c, '已经提醒过，去记下来', 'wechat')],
      },
    },
    {
      key: 'demandLetter',
      title: '催收通知书',
      screen: 'papers',
      needed: false,
      done: on.demandLetter,
      doneText: '已发出书面催款。',
      ...(early ? { held: early.demand } : {}),
      now: '发一份催收通知书，写清欠款和还款期限，并保留送达凭证。',
      skipped: '没有书面催款的记录；不影响起诉。',
      later: '先提醒，没有结果再发函。',
      action: {
        screen: 'papers',
        text: '生成催收通知书',
        why: '书面函件比口头更容易证明，寄出后请把单号记到催收里。',
        paper: 'demand-letter',
        more: [contact(c, LETTER_SENT, 'letter')],
      },
    },
    {
      key: 'negotiation',
      title: '协商',
      screen: 'settlement',
      needed: false,
      done: on.negotiation,
      doneText: talksEnded(c, today)?.text ?? '',
      active: talking(c, today),
      now: talkText(c, today),
      skipped: '没有答应日期、签协议或者拒绝的记录；不影响起诉。',
      later: '对方收到催款以后再谈。',
      action: {
        screen: 'settlement',
        text: '排一份还款计划',
        why: '对方愿意还的，签一份分期协议；不愿意的，记下来接着走。',
        paper: 'repayment-agreement',
      },
    },
    {
      key: 'suit',
      title: suitTitle(c),
      screen: 'suit',
      needed: !besideCourt(c),
      done: on.suit,
      doneText: '已提交法院。',
      now: '备齐起诉材料，提交法院；债务清楚、能送达的，也可以申请支付令。',
      skipped: besideCourt(c)
        ? '没有经过诉讼，执行的依据是仲裁裁决或者公证债权文书。'
        : '没有填写起诉日期，请补上。',
      later: '协商没有结果时再起诉。',
      ...heldSuit(c, today),
      action: {
        screen: 'papers',
        text: '生成起诉材料',
        why: '起诉之日起诉讼时效中断；材料齐了就可以提交。',
        paper:
          c.suit.procedure === 'paymentOrder' ? 'payment-order-application' : 'complaint-elements',
        path: 'suit.filedOn',
      },
    },
    {
      key: 'judgment',
      title: INSTRUMENT[c.judgment?.kind ?? 'judgment'],
      screen: 'suit',
      needed: true,
      done: effective ? on.judgment : null,
      doneText: '法律文书已生效。',
      now: decided
        ? '已有法律文书，等它生效。'
        : docketed(c)
          ? '案件在法院审理中，收到判决或调解书后录入。'
          : '起诉状已经提交，等法院立案的答复。',
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
            path: 'judgment',
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
        text: '申请强制执行',
        why: '申请执行的期限是二年，从履行期限最后一天起算。',
        paper: 'enforcement-elements',
        path: 'enforcement.appliedOn',
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
      missing: a.consumption.missing,
      action: {
        screen: 'dishonest',
        text: '申请限制消费',
        why: '执行通知书指定的期间过了仍不履行，可以书面申请限制消费。',
        paper: 'consumption-restriction',
        path: 'enforcement.consumptionOrderOn',
      },
    },
    {
      key: 'list',
      title: '失信名单',
      screen: 'dishonest',
      needed: false,
      done: on.list,
      doneText: '已列入失信被执行人名单。',
      now: '有法定情形的事实和证据，可以书面申请。',
      skipped: '没有列入名单的记录。',
      later: '执行中出现六种法定情形之一才能申请；只是没有还钱不够。',
      ...(c.enforcement?.listAppliedOn
        ? {
            applied: true,
            held: `${printDate(c.enforcement.listAppliedOn)}已申请，法院十五日内决定。`,
          }
        : a.met.length > 0
          ? {}
          : { held: '还没有一种情形的事实和证据是齐的；只是没有还钱，不能申请。' }),
      missing: a.grounds
        .filter((g) => g.verdict === 'insufficient' && g.begun)
        .flatMap((g) => g.missing.map((m) => ({ text: `${g.short}：${m.text}`, path: m.path }))),
      action: {
        screen: 'dishonest',
        text: '申请纳入失信名单',
        why: `${stands ? standsText(stands) : ''}。是否列入由法院决定。`,
        paper: 'dishonest-list-application',
        path: 'enforcement.listAppliedOn',
      },
    },
    ...a.measures.filter((m) => m.measure !== 'prosecution').map(branch),
  ];
}

const BRANCH_TITLES: Record<string, string> = {
  exitBan: '限制出境',
  media: '媒体公布',
  sanction: '罚款拘留',
  crime: '刑事追究',
};

/** A measure as one of the last rungs: never a matter of course, only of its facts. */
function branch(m: MeasureView): Rung {
  const why = m.reasons[0]?.text ?? '';
  return {
    key: m.measure as StepKey,
    title: BRANCH_TITLES[m.measure] ?? m.short,
    screen: 'dishonest',
    needed: false,
    done: m.orderedOn,
    doneText: m.measure === 'crime' ? '已提出控告。' : '已有记录。',
    now: `${standsText(m)}。可以申请；是否采取由有权的机关决定。`,
    skipped: '',
    later: why,
    missing: m.verdict === 'insufficient' && m.begun ? m.missing : [],
    branch: { ready: m.verdict === 'met' },
    action: {
      screen: 'dishonest',
      text: m.title,
      why,
      ...(m.papers[0] ? { paper: m.papers[0] } : {}),
    },
  };
}
