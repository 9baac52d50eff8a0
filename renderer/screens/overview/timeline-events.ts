/** The case's history and coming limits, as rows of four lanes. */
import type { Case } from '../../../shared/case/case.ts';
import type { CaseDeadline } from '../../../shared/law/deadline-types.ts';
import { formatShort } from '../../../shared/text/money.ts';
import { channelWord, outcomeWord } from '../demands/words.ts';
import { methodWord } from '../transfers/words.ts';
import { at, type TimelineEvent } from './events.ts';
import { courtEvents } from './events-court.ts';

/** All dated facts of a case and its limits, in date order. */
export function timelineOf(
  c: Case,
  deadlines: readonly (CaseDeadline & { was: string | null })[],
): TimelineEvent[] {
  return [
    ...c.loans.flatMap((l, i) => [
      ...at('procedure', l.signed, `签${l.paperName}`, `loans.${i}.signed`),
      // A due date still to come stands among the limits below.
      ...(deadlines.some((d) => d.id === `due-${l.id}` && d.date === l.due)
        ? []
        : at('limit', l.due, '借款到期', `loans.${i}.due`)),
    ]),
    ...c.transfers.flatMap((t, i) =>
      at(
        'money',
        t.date,
        `${t.direction === 'out' ? '借出' : '还回'} ${formatShort(t.amount)} 元（${methodWord(t.method)}）`,
        `transfers.${i}.amount`,
      ),
    ),
    ...c.demands.flatMap((d, i) =>
      at(
        'contact',
        d.date,
        `${channelWord(d.channel)}催收${d.outcome === 'none' ? '' : `，对方${outcomeWord(d)}`}`,
        `demands.${i}.content`,
      ),
    ),
    ...at('contact', c.settlement?.signedOn, '签还款协议', 'settlement.signedOn'),
    ...at('contact', c.settlement?.refusedOn, '对方不同意还款计划', 'settlement.refusedOn'),
    ...at('contact', c.settlement?.acceleratedOn, '宣布全部到期', 'settlement.acceleratedOn'),
    // A hearing still to come stands among the limits below.
    ...courtEvents(c).filter(
      (e) => !deadlines.some((d) => d.kind === 'hearing' && d.path === e.path),
    ),
    ...deadlines.map(
      (d): TimelineEvent => ({
        lane: 'limit',
        date: d.date,
        text: d.title,
        why: d.text,
        ...(d.article ? { article: d.article } : {}),
        ...(d.was ? { was: d.was } : {}),
        path: d.path ?? `screen:${d.screen}`,
        urgent: d.urgency === 'expired' || d.urgency === 'urgent',
      }),
    ),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
