import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { formatAmount } from '../text/money.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Assessment } from './dishonest-list.ts';
import { closedOn, finalisedSince } from './enforcement-records.ts';
import { pressing, whole } from './road-pressing.ts';
import type { Rung } from './road-steps.ts';
import { openPromise, planNow, promiseBroken } from './road-talks.ts';
import type { NextAction } from './road-types.ts';
import { isSeized } from './seizures.ts';
import { suitStands } from './suit-records.ts';

/** The one next action of a case: what is lost by waiting comes first, then the next rung of the road. */

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
}

/** Under a signed plan: the instalment that is late, calling the rest due, or waiting for the next one. */
function plan(c: Case, today: string): NextAction | null {
  const t = planNow(c, today);
  if (t === null) return null;
  const late = t.instalments.find((x) => x.state === 'late');
  if (t.state === 'breached') {
    return {
      screen: 'settlement',
      text: '宣布剩余款项全部到期',
      why: `第${late?.number ?? 1}期逾期已超过协议约定的日数，可以书面通知对方全部到期，再起诉。`,
      path: 'settlement.acceleratedOn',
    };
  }
  if (t.state === 'late' && late) {
    const from = t.accelerateFrom
      ? `到${printDate(t.accelerateFrom)}仍不付，可以宣布全部到期。`
      : '';
    return {
      screen: 'demands',
      text: `提醒对方补上第${late.number}期`,
      why: `第${late.number}期还差 ${formatAmount(late.left)}元，已逾期 ${late.lateDays} 天。${from}`,
      paper: 'reminder-messages',
    };
  }
  if (t.state === 'running' && t.next) {
    return {
      screen: 'settlement',
      text: `等第${t.next.number}期还款`,
      why: `${printDate(t.next.due)}应还 ${formatAmount(t.next.left)}元；到账后请记到流水里。`,
    };
  }
  if (t.state === 'fulfilled') {
    return { screen: 'overview', text: '协议已经履行完', why: '各期都已付清；可以把案件归档。' };
  }
  return null;
}

const dueOf = (c: Case): string | null =>
  c.loans
    .flatMap((l) => [l.due, ...l.instalments.map((i) => i.due)])
    .filter((d) => d !== null)
    .sort()[0] ?? null;

/** Before any suit: collect proof, remind, pin the promise down. */
function beforeSuit(c: Case, today: string): NextAction | null {
  if (suitStands(c) || c.judgment) return null;
  const due = dueOf(c);
  const demands = c.demands.filter((d) => d.date <= today);
  if (c.evidence.length === 0 && (demands.length > 0 || (due !== null && due >= today))) {
    return {
      screen: 'evidence',
      text: '加入借条和转账凭证',
      why: '证据越早保存越完整；起诉时法院先看借条和转账。',
    };
  }
  if (demands.length === 0 && due !== null && due >= today) {
    return {
      screen: 'overview',
      text: '等到期',
      why: `${printDate(due)}到期；到期前可以友好提醒一次，到账后请记到流水里。`,
    };
  }
  const promise = openPromise(c, today);
  if (promise === null) return null;
  if (promise.promisedFor !== null && promiseBroken(promise, today)) {
    return {
      screen: 'papers',
      text: '发催收通知书',
      why: `对方答应${printDate(promise.promisedFor)}前还，没有还。书面催款写清金额和最后期限，寄出后记到催收里。`,
      paper: 'demand-letter',
    };
  }
  const day = promise.promisedFor ? `${printDate(promise.promisedFor)}前` : '';
  return {
    screen: 'settlement',
    text: '请对方签还款协议',
    why: `对方已经答应${day}还。写成协议并签字，比口头可靠；到期不还，可以直接按协议起诉。`,
    paper: 'repayment-agreement',
  };
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

/** In enforcement: what the records show was broken, then the ordinary course. */
function enforcing(c: Case, today: string, where: Where): NextAction | null {
  const e = c.enforcement;
  if (!e?.appliedOn || e.appliedOn > today) return null;
  if (closedOn(e) !== null) return CLOSED;
  if (finalisedSince(e) !== null) {
    const fresh = c.propertyClues.findIndex(
      (p) => p.description.trim() !== '' && !isSeized(p, today) && p.liftedOn === null,
    );
    return fresh >= 0
      ? {
          screen: 'enforcement',
          text: '申请恢复执行',
          why: '本次执行程序已终结，但还有没处理的财产线索。发现财产可以随时申请恢复，不受期限限制。',
          path: `propertyClues.${fresh}.description`,
          paper: 'resume-enforcement',
        }
      : {
          screen: 'enforcement',
          text: '继续找财产线索',
          why: '本次执行程序已终结。发现财产可以随时申请恢复执行；法院五年内每六个月也会查询一次。',
          path: 'propertyClues',
        };
  }
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
  if (a.ready && !listed) {
    const ground = a.grounds.find((g) => g.verdict === 'met');
    return {
      screen: 'dishonest',
      text: '申请纳入失信名单',
      why: `“${ground?.short ?? ''}”的事实和证据是齐的。是否列入由法院决定，十五日内答复。`,
      paper: 'dishonest-list-application',
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
    path: 'propertyClues',
  };
}

/** @param today YYYY-MM-DD. */
export function nextAction(c: Case, today: string, where: Where): NextAction {
  const closed = closedOn(c.enforcement) !== null;
  if (!closed && where.owed === 0) return paidUp(c);
  const first = closed ? null : pressing(c, today);
  if (first) return first;
  if (where.gap) return where.gap;
  const own = plan(c, today) ?? beforeSuit(c, today) ?? enforcing(c, today, where);
  if (own) return own;
  const { rung } = where;
  if (rung?.key === 'enforcement') {
    if (where.waiting) {
      return {
        screen: 'enforcement',
        text: '先备好执行材料',
        why: where.waiting,
        paper: 'enforcement-elements',
      };
    }
    const limit = deadlinesOf(c, today).find((d) => d.kind === 'apply');
    return limit ? { ...rung.action, why: whole(limit.text) } : rung.action;
  }
  return rung?.action ?? CLOSED;
}
