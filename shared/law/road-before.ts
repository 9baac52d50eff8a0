import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import { proofIndex } from '../case/provable.ts';
import { printDate } from '../text/chinese-date.ts';
import { formatAmount } from '../text/money.ts';
import { dueState } from './due-state.ts';
import { dueNotice, openPromise, planNow, promiseBroken, reminded } from './road-talks.ts';
import type { NextAction, Way } from './road-types.ts';
import type { Tracked } from './settlement-track.ts';
import { suitStands } from './suit-records.ts';

/** The next action before any suit: the plan that is performed, the proof to keep, the talks. */

/** It was sent already: the record of it, for its day and whether it arrived. */
export function contact(c: Case, text: string, channel: Demand['channel']): Way {
  const to = c.parties.find((p) => p.role === 'borrower')?.id ?? null;
  const blank = { date: '', channel, toPartyId: to };
  return { text, add: { list: 'demands', blank, field: 'date', label: '新增催收' } };
}

export const LETTER_SENT = '已经寄出，去记下来';

/**
 * Calling the rest due takes a notice that reached the debtor (form 08d, 四): written and sent first, then seen
 * to have arrived, and only then is its day entered.
 */
function callDue(c: Case, t: Tracked, today: string): NextAction {
  const sent = dueNotice(c, t, today);
  const late = t.instalments.find((x) => x.state === 'late')?.number ?? 1;
  if (sent === null) {
    return {
      screen: 'papers',
      text: '写信通知对方：剩余款项全部到期',
      why: `第${late}期逾期已超过协议约定的日数。催收通知书里会写明没到期的各期一起到期；信到达对方才算数，请寄能查签收的快递。`,
      paper: 'demand-letter',
      more: [contact(c, LETTER_SENT, 'letter')],
    };
  }
  return sent.arrived === 'yes'
    ? {
        screen: 'settlement',
        text: '填写通知到达的日期',
        why: `${printDate(sent.date)}寄出的信已经到达。信里写明全部到期的，填上到达的那天，没到期的各期从那天起一起到期。`,
        path: 'settlement.acceleratedOn',
      }
    : {
        screen: 'demands',
        text: '查通知到达对方没有',
        why: `${printDate(sent.date)}已经寄出。到达对方才算全部到期：快递签收、对方回复，就记成“到了”。`,
        path: `demands.${c.demands.indexOf(sent)}.arrived`,
      };
}

/** Under a signed plan: the instalment that is late, calling the rest due, or waiting for the next one. */
export function plan(c: Case, today: string): NextAction | null {
  const t = planNow(c, today);
  if (t === null) return null;
  const late = t.instalments.find((x) => x.state === 'late');
  const ahead = t.instalments.some((x) => x.left > 0 && x.state !== 'late');
  if (t.state === 'breached' && !ahead) {
    return {
      screen: 'papers',
      text: '发催收通知书',
      why: `还款协议的各期都已到期，还差 ${formatAmount(t.left)}元。按协议写信催款，给一个期限；还不付的，可以起诉。`,
      paper: 'demand-letter',
      more: [contact(c, LETTER_SENT, 'letter')],
    };
  }
  if (t.state === 'breached') return callDue(c, t, today);
  if (t.state === 'late' && late) {
    const said = reminded(c, t, today);
    const rest = ahead ? '可以书面通知对方，要求没到期的各期一次还清' : '可以书面催款，再起诉';
    const from = t.accelerateFrom ? `到${printDate(t.accelerateFrom)}仍不付，${rest}。` : '';
    const left = `第${late.number}期还差 ${formatAmount(late.left)}元`;
    return said && t.accelerateFrom
      ? {
          screen: 'settlement',
          text: `等到${printDate(t.accelerateFrom).replace(/^\d+年/, '')}`,
          why: `${printDate(said.date)}已经提醒。${left}；${from}到账了，请记到流水里。`,
        }
      : {
          screen: 'demands',
          text: `提醒对方补上第${late.number}期`,
          why: `${left}，已逾期 ${late.lateDays} 天。${from}`,
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

/** Payments of which a slip can be had at any time. */
const SLIPS = ['bank', 'wechat', 'alipay'];

/**
 * The proof that the records themselves say exists and that is not on the list yet: the note of a loan, the
 * slip of a transfer. Cash and a loan by word of mouth have none to ask for, so that nobody is held up by it.
 */
function unkept(c: Case): NextAction | null {
  const proofs = proofIndex(c);
  const has = (group: string) => c.evidence.some((e) => e.group === group);
  const loan = has('agreement')
    ? undefined
    : c.loans.find((l) => l.paper !== 'none' && !proofs.has(l.id));
  const slip =
    !has('delivery') &&
    c.transfers.some((t) => t.direction === 'out' && SLIPS.includes(t.method) && !proofs.has(t.id));
  const note = loan && (loan.paper === 'chat' ? '借款的聊天记录' : loan.paperName || '借条');
  const wanted = [...(note ? [note] : []), ...(slip ? ['转账凭证'] : [])];
  if (wanted.length === 0) return null;
  const linked = c.evidence.length > 0 ? '已经放进来的，打开那份证据，点明它能证明什么。' : '';
  return {
    screen: 'evidence',
    text: `加入${wanted.join('和')}`,
    why: `证据越早保存越完整，先留好再催；起诉时法院先看借条和转账。${linked}`,
    ...(linked ? { path: 'evidence.facts' } : {}),
  };
}

/** A refusal whose day is not entered: without it the talks would be asked for again. */
function refusedWhen(c: Case): NextAction | null {
  const s = c.settlement;
  if (s?.status !== 'refused' || s.refusedOn !== null) return null;
  return {
    screen: 'settlement',
    text: '填写对方哪天拒绝的',
    why: '对方不同意分期，还没有填是哪天；记不清的，填大概的那天。填了就可以准备起诉。',
    path: 'settlement.refusedOn',
  };
}

/** Proof that can vanish first, then the talks as they stand; null: the next rung of the road. */
export function beforeSuit(c: Case, today: string): NextAction | null {
  if (suitStands(c) || c.judgment) return null;
  const proof = unkept(c);
  if (proof) return proof;
  const { due, next } = dueState(c, today);
  const promise = openPromise(c, today);
  // Nothing is late yet, whatever was said before: no demand before the day.
  if (due === 'none' && next && (promise === null || promiseBroken(promise, today))) {
    return {
      screen: 'overview',
      text: '等到期',
      why: `${printDate(next)}到期；到期前可以友好提醒一次，到账后请记到流水里。`,
    };
  }
  if (promise === null) return refusedWhen(c);
  if (promise.promisedFor !== null && promiseBroken(promise, today)) {
    return {
      screen: 'papers',
      text: '发催收通知书',
      why: `对方答应${printDate(promise.promisedFor)}前还，没有还。书面催款写清金额和最后期限，寄出后记到催收里。`,
      paper: 'demand-letter',
      more: [contact(c, LETTER_SENT, 'letter')],
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
