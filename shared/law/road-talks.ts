import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import { type Tracked, trackSettlement } from './settlement-track.ts';
import { suitStands } from './suit-records.ts';

/** Talks with the debtor that are still open: a promise nobody came back to, a plan being performed. */

/** The last promise, as long as no later demand or payment followed it; kept or not. */
export function openPromise(c: Case, today: string): Demand | null {
  if (suitStands(c) || c.judgment || (c.settlement && c.settlement.status !== 'draft')) return null;
  const demands = c.demands.filter((d) => d.date <= today);
  const promise = demands.filter((d) => d.outcome === 'promise').at(-1);
  if (!promise || demands.some((d) => d.date > promise.date)) return null;
  const paid = c.transfers.some((t) => t.direction === 'in' && t.date >= promise.date);
  return paid ? null : promise;
}

/** The promised day has gone by. */
export const promiseBroken = (d: Demand, today: string): boolean =>
  d.promisedFor !== null && d.promisedFor < today;

/** The signed plan as it stands, while nothing has overtaken it; null: there is none. */
export function planNow(c: Case, today: string): Tracked | null {
  if (suitStands(c) || c.judgment) return null;
  const t = trackSettlement(c, today);
  return ['running', 'late', 'breached', 'fulfilled'].includes(t.state) ? t : null;
}

/** The last word to the debtor since the latest instalment fell late, unless it came back. */
export function reminded(c: Case, plan: Tracked, today: string): Demand | null {
  const due = plan.instalments.findLast((x) => x.state === 'late')?.due;
  const sureties = c.parties.filter((p) => p.role === 'guarantor').map((p) => p.id);
  const said = c.demands.filter(
    (d) =>
      due !== undefined &&
      d.date > due &&
      d.date <= today &&
      d.arrived !== 'no' &&
      !sureties.includes(d.toPartyId ?? ''),
  );
  return said.at(-1) ?? null;
}

/** Channels of a demand in writing. */
export const WRITTEN: readonly string[] = ['letter', 'lawyerLetter', 'email'];

/** The written notice that can call the rest due: the last one since that is allowed; null: none was sent. */
export function dueNotice(c: Case, plan: Tracked, today: string): Demand | null {
  const from = plan.accelerateFrom;
  if (from === null) return null;
  const sent = c.demands.filter(
    (d) => WRITTEN.includes(d.channel) && d.date >= from && d.date <= today && d.arrived !== 'no',
  );
  return sent.at(-1) ?? null;
}

/** Whether the other side may still pay without a court. */
export function talking(c: Case, today: string): boolean {
  const promise = openPromise(c, today);
  const plan = planNow(c, today);
  return (
    (promise !== null && !promiseBroken(promise, today)) ||
    (plan !== null && (plan.state === 'running' || plan.state === 'late'))
  );
}

/** A breach leaves instalments that only a notice makes due: sued before it, they are not due yet. */
export function heldSuit(c: Case, today: string): { held?: string } {
  const plan = planNow(c, today);
  return plan?.state === 'breached' &&
    plan.instalments.some((x) => x.left > 0 && x.state !== 'late')
    ? { held: '先书面通知对方全部到期，到达以后再起诉；不通知，只能要已经到期的部分。' }
    : {};
}

/** 协商 as the present rung. */
export function talkText(c: Case, today: string): string {
  const plan = planNow(c, today);
  if (plan?.state === 'late') {
    return reminded(c, plan, today)
      ? '还款协议有一期逾期，已经提醒过，等宽限过完。'
      : '还款协议有一期逾期，先提醒对方补上。';
  }
  if (plan) return '还款协议正在履行。';
  if (talking(c, today)) return '对方答应还，等到那天；最好写成协议并签字。';
  return '记下对方的回应；谈得成的，签一份还款协议。';
}
