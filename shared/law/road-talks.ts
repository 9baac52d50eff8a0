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

/** Whether the other side may still pay without a court. */
export function talking(c: Case, today: string): boolean {
  const promise = openPromise(c, today);
  const plan = planNow(c, today);
  return (
    (promise !== null && !promiseBroken(promise, today)) ||
    (plan !== null && (plan.state === 'running' || plan.state === 'late'))
  );
}
