import type { Case } from '../case/case.ts';
import type { Enforcement } from '../case/proceedings.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { addDays } from './dates.ts';
import { deadlinesOf } from './deadlines.ts';
import { type Assessment, standsText } from './dishonest-list.ts';
import { closedOn, finalisedSince, listAnswerEnd } from './enforcement-records.ts';
import { beforeSuit, plan } from './road-before.ts';
import { inCourt } from './road-court.ts';
import { pressing, whole } from './road-pressing.ts';
import type { Rung } from './road-steps.ts';
import type { NewRecord, NextAction } from './road-types.ts';
import { freshClues } from './seizures.ts';
import { suitStands } from './suit-records.ts';

/** The one next action of a case; the order is told at `nextAction`. */

export interface Where {
  assessed: Assessment;
  /** The rung whose turn it is; null: all are done. */
  rung: Rung | null;
  /** The last rungs whose facts stand. */
  branches: readonly Rung[];
  /** Why enforcement has to wait; null: it has not. */
  waiting: string | null;
  /** A needed step without its record. */
  gap: NextAction | null;
  /** What is owed today, fen; null: not known. */
  owed: number | null;
  /** The court's fee for the claim, fen; null: not known. */
  fee: number | null;
}

const CLOSED: NextAction = {
  screen: 'enforcement',
  text: '核对结案手续',
  why: '案件已经执行结束。请核对失信信息已删除、限制消费和查封已解除，然后可以归档。',
  path: 'enforcement.closing',
};

/** Nothing is owed any more: the case is to be ended, whatever limits still run. */
function paidUp(c: Case): NextAction {
  if (c.judgment) {
    return {
      screen: 'enforcement',
      text: '记录结案',
      why: '按记录，款项已经全部付清。请告诉执行法官，并配合解除查封、限制消费和失信信息。',
      path: 'enforcement.closing',
    };
  }
  return suitStands(c)
    ? {
        screen: 'papers',
        text: '款项已经还清，申请撤诉',
        why: '按记录，本金和利息都已还清。宣判以前可以申请撤诉，受理费减半收取。',
        paper: 'withdrawal-application',
      }
    : {
        screen: 'papers',
        text: '款项已经还清，开收条',
        why: '按记录，本金和利息都已还清。请写一张收条，把借条原件还给对方，然后可以把案件归档。',
        paper: 'receipt',
      };
}

/** One more thing the debtor has. */
const CLUE: NewRecord = {
  list: 'propertyClues',
  blank: { kind: 'other', description: '' },
  field: 'description',
  label: '加一条财产线索',
};

/** After 终本: asked to go on, a clue to go on with, or the search for one. */
function finalised(c: Case, e: Enforcement, today: string): NextAction {
  const waiting = e.resumptions.findIndex((r) => r.appliedOn !== null && r.resumedOn === null);
  const asked = e.resumptions[waiting]?.appliedOn;
  if (asked) {
    return {
      screen: 'enforcement',
      text: '追问恢复执行的结果',
      why: `${printDate(asked)}已申请恢复执行。法院恢复的，请填写恢复的日期和案号。`,
      path: `enforcement.resumptions.${waiting}.resumedOn`,
    };
  }
  const fresh = freshClues(c, finalisedSince(e), today);
  if (fresh.length === 0) {
    return {
      screen: 'enforcement',
      text: '继续找财产线索',
      why: '本次执行程序已终结。发现财产可以随时申请恢复执行；法院五年内每六个月也会查询一次。',
      add: CLUE,
    };
  }
  const add = { list: 'enforcement.resumptions', field: 'appliedOn', label: '加一次恢复执行' };
  return {
    screen: 'enforcement',
    text: '申请恢复执行',
    why: '本次执行程序已终结，但还有没处理的财产线索。发现财产可以随时申请恢复，不受期限限制。',
    paper: 'resume-enforcement',
    more: [{ text: '已经申请了，去记下来', add: { ...add, blank: { cause: 'assets' } } }],
  };
}

/** Days after which nobody asks any more what became of an application for the list. */
const LIST_ASKING_DAYS = 60;

/** Asked for the listing, and the court has not answered in its time. */
function listUnanswered(e: Enforcement, today: string): NextAction | null {
  const asked = e.listAppliedOn;
  const end = listAnswerEnd(e);
  if (!asked || end === null || end >= today) return null;
  if (addDays(asked, LIST_ASKING_DAYS) < today) return null;
  return {
    screen: 'enforcement',
    text: '追问失信名单的决定',
    why: `${printDate(asked)}已提出申请，法院应在十五日内答复。请联系执行法官；列入了的，填写列入的日期。`,
    path: 'enforcement.listedOn',
  };
}

/** In enforcement: what the records show was broken, then the ordinary course. */
function enforcing(c: Case, today: string, where: Where): NextAction | null {
  const e = c.enforcement;
  if (!e?.appliedOn || e.appliedOn > today) return null;
  if (closedOn(e) !== null) return CLOSED;
  if (finalisedSince(e) !== null) return finalised(c, e, today);
  if (e.caseNumber === '') {
    return {
      screen: 'enforcement',
      text: '填写执行案号',
      why: '立案后法院会告知案号；限制消费、失信名单等申请都要写它。',
      path: 'enforcement.caseNumber',
    };
  }
  const a = where.assessed;
  const listed = Boolean(e.listedOn);
  const unanswered = listUnanswered(e, today);
  if (unanswered) return unanswered;
  if (a.ready && !listed && !e.listAppliedOn) {
    const ground = a.grounds.find((g) => g.verdict === 'met');
    return {
      screen: 'dishonest',
      text: '申请纳入失信名单',
      why: `${ground ? standsText(ground) : ''}。是否列入由法院决定，十五日内答复。`,
      paper: 'dishonest-list-application',
      path: 'enforcement.listAppliedOn',
    };
  }
  const report = e.report?.result ?? 'waiting';
  const overdue = e.report?.dueOn !== null && (e.report?.dueOn ?? today) < today;
  if (e.reportOrderServedOn && report === 'waiting' && overdue) {
    return {
      screen: 'enforcement',
      text: '查对方有没有报告财产',
      why: '报告财产令的期限已过。您可以申请查询财产报告；没有报告、报告不实的，可以申请罚款、拘留和列入名单。',
      path: 'enforcement.report.result',
      paper: 'read-report',
    };
  }
  const open = where.branches[0];
  if (where.rung?.key === 'consumption') {
    return a.consumption.verdict === 'met'
      ? where.rung.action
      : {
          screen: 'dishonest',
          text: '看限制消费还缺什么',
          why: a.consumption.missing[0]?.text ?? a.consumption.reasons[0]?.text ?? '',
          ...(a.consumption.missing[0] ? { path: a.consumption.missing[0].path } : {}),
        };
  }
  if (open) return { ...open.action, text: `申请${open.title}`, why: open.now };
  const close = listed ? undefined : a.grounds.find((g) => g.verdict === 'insufficient' && g.begun);
  const gap = close?.missing[0];
  if (close && gap) {
    return {
      screen: 'dishonest',
      text: '补齐失信情形的材料',
      why: `${close.short}：${gap.text}。`,
      path: gap.path,
    };
  }
  return {
    screen: 'enforcement',
    text: '继续找财产线索',
    why: '法院的手续都已记录。财产线索要具体，交给法院以后记下核查和查封的日期。',
    add: CLUE,
  };
}

/** It can be asked for now: why not to wait, and the last day for it. */
function applyNow(c: Case, today: string, action: NextAction): NextAction {
  const limit = deadlinesOf(c, today).find((d) => d.kind === 'apply');
  if (limit && limit.daysLeft < 0) return { ...action, why: whole(limit.text) };
  const end = performanceEnd(c.judgment);
  const over = end ? `履行期限${printDate(end)}已过` : '法律文书已经生效';
  const last = limit ? `；最晚${printDate(limit.date)}` : '';
  return { ...action, why: `${over}，对方没有付清。早申请，财产不易转走${last}。` };
}

/**
 * The one next action. Money that a date saves comes first, then what can vanish, then the rest:
 * 1. nothing is owed any more: the case is to be ended;
 * 2. a limit so near that something is lost with it (`pressing`), the one whose last day comes first;
 * 3. a needed step that happened and has no record, without which no date can be computed;
 * 4. a signed plan: its instalments and its acceleration run by dates, too;
 * 5. before any suit, proof that the records say exists and that is not kept yet (`beforeSuit`): chats are
 *    deleted and notes lost, and a debtor is better reminded once they are safe;
 * 6. what the talks, or the enforcement, ask for; 7. what the court sends next; 8. the next rung of the road.
 * @param today YYYY-MM-DD.
 */
export function nextAction(c: Case, today: string, where: Where): NextAction {
  const closed = closedOn(c.enforcement) !== null;
  if (!closed && where.owed === 0) return paidUp(c);
  const first = closed ? null : pressing(c, today, where.fee);
  if (first) return first;
  if (where.gap) return where.gap;
  const own = plan(c, today) ?? beforeSuit(c, today) ?? enforcing(c, today, where);
  if (own) return own;
  const { rung } = where;
  const court = rung?.key === 'judgment' ? inCourt(c, today) : null;
  if (court) return court;
  if (rung?.key !== 'enforcement') return rung?.action ?? CLOSED;
  return where.waiting
    ? {
        screen: 'enforcement',
        text: '先备好执行材料',
        why: where.waiting,
        paper: 'enforcement-elements',
      }
    : applyNow(c, today, rung.action);
}
