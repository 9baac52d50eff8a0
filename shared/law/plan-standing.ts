import type { Case } from '../case/case.ts';
import { settlementInForce } from '../case/settlement.ts';
import { addDays } from './dates.ts';
import { type Tracked, type TrackedInstalment, trackSettlement } from './settlement-track.ts';

/** What may be asked for on a day under the repayment agreement that binds: its own dates, nothing else. */
export interface PlanStanding {
  state: 'running' | 'late' | 'breached' | 'accelerated' | 'fulfilled';
  terms: NonNullable<ReturnType<typeof settlementInForce>>;
  tracked: Tracked;
  /** Instalments not paid in full whose day has passed, the earliest first. */
  late: TrackedInstalment[];
  /** Not paid in full and not past their day. */
  ahead: TrackedInstalment[];
  /** Fen missing of the late ones. */
  lateSum: number;
  /** Last day on which the late ones can be made good; after it the rest may be called due. */
  payBy: string | null;
}

/**
 * The agreement in force on a day; null: none is signed by then.
 * @param today YYYY-MM-DD.
 */
export function planStanding(c: Case, today: string): PlanStanding | null {
  const terms = settlementInForce(c.settlement, today);
  const tracked = trackSettlement(c, today);
  const { state, accelerateFrom } = tracked;
  if (terms === null || state === 'none' || state === 'draft' || state === 'refused') return null;
  const open = tracked.instalments.filter((x) => x.left > 0);
  const late = open.filter((x) => x.state === 'late');
  return {
    state,
    terms,
    tracked,
    late,
    ahead: open.filter((x) => x.state !== 'late'),
    lateSum: late.reduce((n, x) => n + x.left, 0),
    payBy: accelerateFrom === null ? null : addDays(accelerateFrom, -1),
  };
}
