import type { Case } from '../case/case.ts';

/** How the talks with the debtor ended, in the record. */
export interface TalksEnded {
  /** The first day of it. */
  on: string;
  text: string;
}

/**
 * Talks that came to something, the first of them: a day promised for payment, a plain refusal, an
 * agreement signed or refused under 协商. To own the debt is no talk about paying it, and a payment is
 * none either; null: nothing of the kind is on record.
 */
export function talksEnded(c: Case, today: string): TalksEnded | null {
  const s = c.settlement;
  const found = [
    ...c.demands.flatMap((d) =>
      d.outcome === 'refusal'
        ? [{ on: d.date, text: '对方已明确拒绝。' }]
        : d.outcome === 'promise' && d.promisedFor !== null
          ? [{ on: d.date, text: '对方答应过还款的日期。' }]
          : [],
    ),
    ...(s?.status === 'signed' && s.signedOn ? [{ on: s.signedOn, text: '签过还款协议。' }] : []),
    ...(s?.status === 'refused' && s.refusedOn
      ? [{ on: s.refusedOn, text: '对方不同意分期，没有签还款协议。' }]
      : []),
  ];
  return found.filter((t) => t.on <= today).sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
