import { proRata } from './crediting.ts';
import { fromDayNumber } from './dates.ts';
import type { Lot } from './lots.ts';
import type { Phase } from './phases.ts';

/** Lots in motion: their balances, and which of them a repayment of principal lowers first. */

export interface LiveLot {
  lot: Lot;
  phases: Phase[];
  next: number;
  balance: number;
}

/** Rate running on a lot on a day, for 第五百六十条 (heavier burden first). */
function burden(live: LiveLot, day: number): number {
  const phase = live.phases.find((p) => p.a < day && day <= p.b);
  return phase ? phase.rate + phase.penalty : 0;
}

/** Lowers lots by principal paid: matured, then heavier rate, then earlier due, then in proportion. */
export function lowerLots(live: readonly LiveLot[], paid: number, day: number): void {
  const open = live.filter((l) => l.balance > 0 && l.lot.start <= day);
  if (open.length === 1) {
    (open[0] as LiveLot).balance -= paid;
    return;
  }
  const iso = fromDayNumber(day);
  const keyed = open.map((one) => ({
    one,
    due: one.lot.due ?? '9999',
    matured: one.lot.due !== null && one.lot.due <= iso ? 0 : 1,
    rate: burden(one, day),
  }));
  type Keyed = (typeof keyed)[number];
  const compare = (x: Keyed, y: Keyed) =>
    x.matured - y.matured || y.rate - x.rate || x.due.localeCompare(y.due);
  keyed.sort(compare);
  let left = paid;
  for (let i = 0; i < keyed.length && left > 0; ) {
    const head = keyed[i] as Keyed;
    const rank = keyed.slice(i).filter((k) => compare(head, k) === 0);
    const balances = rank.map((k) => k.one.balance);
    const pay = Math.min(
      left,
      balances.reduce((a, b) => a + b, 0),
    );
    proRata(pay, balances).forEach((share, k) => {
      (rank[k] as Keyed).one.balance -= share;
    });
    left -= pay;
    i += rank.length;
  }
}
