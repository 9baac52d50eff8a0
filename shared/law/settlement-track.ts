import type { Case } from '../case/case.ts';
import { type Settlement, settlementInForce } from '../case/settlement.ts';
import { addDays, daysBetween } from './dates.ts';

/**
 * A signed plan against the money that came in: which instalment was paid by which transfer, what is
 * late, and from when the rest may be called due. Money goes to the instalments in the order of their
 * dates (民法典 560).
 */

export interface TrackedPayment {
  transferId: string;
  date: string;
  /** Fen of this transfer that went to this instalment. */
  amount: number;
}

export interface TrackedInstalment {
  number: number;
  due: string;
  /** Fen. */
  total: number;
  paid: number;
  left: number;
  by: TrackedPayment[];
  /** Day on which it was paid in full. */
  paidOn: string | null;
  /** Days late: until it was paid, else until today; 0 when in time or not due yet. */
  lateDays: number;
  state: 'paid' | 'paidLate' | 'open' | 'late';
}

export type SettlementState =
  | 'none'
  | 'draft'
  | 'refused'
  /** Signed, nothing late. */
  | 'running'
  /** An instalment is late, within the days of grace. */
  | 'late'
  /** Late beyond them: the rest may be called due. */
  | 'breached'
  | 'accelerated'
  | 'fulfilled';

export interface Tracked {
  state: SettlementState;
  instalments: TrackedInstalment[];
  /** Fen still to come under the plan. */
  left: number;
  paid: number;
  /** The next instalment not paid in full. */
  next: TrackedInstalment | null;
  /** First day on which the rest may be called due, once an instalment is late. */
  accelerateFrom: string | null;
}

const EMPTY: Omit<Tracked, 'state'> = {
  instalments: [],
  left: 0,
  paid: 0,
  next: null,
  accelerateFrom: null,
};

function credited(
  c: Case,
  s: Settlement & { signedOn: string },
  today: string,
): TrackedInstalment[] {
  const money = c.transfers
    .filter((t) => t.direction === 'in' && t.date > s.signedOn && t.date <= today)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((t) => ({ id: t.id, date: t.date, rest: t.amount }));
  return s.instalments.map((x, i): TrackedInstalment => {
    const total = x.principal + x.interest;
    let left = total;
    const by: TrackedPayment[] = [];
    for (const m of money) {
      const amount = Math.min(left, m.rest);
      if (amount <= 0) continue;
      by.push({ transferId: m.id, date: m.date, amount });
      m.rest -= amount;
      left -= amount;
    }
    const paidOn = left === 0 ? (by.at(-1)?.date ?? s.signedOn) : null;
    const lateDays = Math.max(0, daysBetween(x.due, paidOn ?? today));
    const state = paidOn ? (lateDays > 0 ? 'paidLate' : 'paid') : lateDays > 0 ? 'late' : 'open';
    const { due } = x;
    return { number: i + 1, due, total, paid: total - left, left, by, paidOn, lateDays, state };
  });
}

/** How the plan stands on a day. */
export function trackSettlement(c: Case, today: string): Tracked {
  const s = c.settlement;
  if (s === null) return { ...EMPTY, state: 'none' };
  const signed = settlementInForce(s, today);
  if (signed === null) return { ...EMPTY, state: s.status === 'refused' ? 'refused' : 'draft' };
  const instalments = credited(c, signed, today);
  const sum = (key: 'left' | 'paid') => instalments.reduce((n, x) => n + x[key], 0);
  const late = instalments.find((x) => x.state === 'late');
  const accelerateFrom = late ? addDays(late.due, s.graceDays + 1) : null;
  const state: SettlementState =
    sum('left') === 0
      ? 'fulfilled'
      : s.acceleratedOn !== null && s.acceleratedOn <= today
        ? 'accelerated'
        : accelerateFrom !== null && accelerateFrom <= today
          ? 'breached'
          : late
            ? 'late'
            : 'running';
  return {
    state,
    instalments,
    left: sum('left'),
    paid: sum('paid'),
    next: instalments.find((x) => x.left > 0) ?? null,
    accelerateFrom,
  };
}
