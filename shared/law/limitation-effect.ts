import type { Rolled } from './calendar.ts';

/** What can bear on limitation, and when it does not (民法典 188–195, 诉讼时效规定 19). */

export type LimitationEventKind =
  | 'demand'
  | 'promise'
  | 'partPayment'
  | 'suit'
  | 'other'
  /** 中止: an obstacle of 民法典 194 from `date` to `ended` (or still standing). */
  | 'obstacle';

/** An act that interrupts, or an obstacle. `ended`: the day the suit ended, or the obstacle was gone. */
export interface LimitationEvent {
  date: string;
  kind: LimitationEventKind;
  ended?: string | undefined;
}

/** Something on record that did not restart the period, and why. */
export interface Ignored {
  date: string;
  kind: LimitationEventKind;
  why: 'future' | 'early' | 'lapsedPayment' | 'lapsed' | 'obstacle' | 'notStarted';
  reason: string;
}

type NoEffect = Pick<Ignored, 'why' | 'reason'>;

export const FUTURE: NoEffect = { why: 'future', reason: '发生在计算日之后，暂不计入' };

/** Why an event changes nothing; undefined: it does. `from`: the due date, `end`: the period's end before it. */
export function noEffect(
  e: LimitationEvent,
  from: string,
  end: Rolled,
  asOf: string,
): NoEffect | undefined {
  if (e.date > asOf) return FUTURE;
  if (e.date <= from) return { why: 'early', reason: '发生在诉讼时效起算之前，不发生中断' };
  if (e.date > end.date && e.kind === 'partPayment') {
    return {
      why: 'lapsedPayment',
      reason:
        '时效届满后的部分还款不当然表示同意偿还其余部分，未计入；有承认欠款的证据的，请按“同意履行”填写',
    };
  }
  if (e.date > end.date && e.kind !== 'promise') {
    return { why: 'lapsed', reason: '发生在时效届满之后，不能使时效恢复' };
  }
  return undefined;
}
