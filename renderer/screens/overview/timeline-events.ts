/** The case's history and coming limits, as rows of four lanes. */
import type { Case } from '../../../shared/case/case.ts';
import { formatShort } from '../../../shared/text/money.ts';
import type { ShownDeadline } from '../../state/deadlines.ts';
import { channelWord, outcomeWord } from '../demands/words.ts';
import { methodWord } from '../transfers/words.ts';

export type Lane = 'money' | 'contact' | 'procedure' | 'limit';

export interface TimelineEvent {
  date: string;
  lane: Lane;
  text: string;
  /** Field or record that holds it, for `focusField`. */
  path: string;
  urgent: boolean;
  /** Why this day: the rule and its article. */
  why?: string;
}

const at = (
  lane: Lane,
  date: string | null | undefined,
  text: string,
  path: string,
): TimelineEvent[] => (date ? [{ lane, date, text, path, urgent: false }] : []);

/** All dated facts of a case and its limits, in date order. */
export function timelineOf(c: Case, deadlines: readonly ShownDeadline[]): TimelineEvent[] {
  const j = c.judgment;
  const e = c.enforcement;
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
        `${channelWord(d.channel)}催收${d.outcome === 'none' ? '' : `，对方${outcomeWord(d.outcome)}`}`,
        `demands.${i}.content`,
      ),
    ),
    ...at(
      'procedure',
      c.suit.preSuitPreservation?.date,
      '诉前保全',
      'suit.preSuitPreservation.date',
    ),
    ...at('procedure', c.suit.filedOn, '向法院起诉', 'suit.filedOn'),
    ...at('procedure', c.suit.acceptedOn, '法院立案', 'suit.acceptedOn'),
    ...at('procedure', c.suit.hearingOn, '开庭', 'suit.hearingOn'),
    ...at('procedure', j?.decidedOn, '作出裁判', 'judgment.decidedOn'),
    ...at('procedure', j?.effectiveOn, '裁判生效', 'judgment.effectiveOn'),
    ...at('procedure', e?.appliedOn, '申请强制执行', 'enforcement.appliedOn'),
    ...at('procedure', e?.consumptionOrderOn, '限制消费令', 'enforcement.consumptionOrderOn'),
    ...at('procedure', e?.listedOn, '列入失信名单', 'enforcement.listedOn'),
    ...at('procedure', e?.finalisedOn, '终结本次执行', 'enforcement.finalisedOn'),
    ...(e?.payments ?? []).flatMap((p, i) =>
      at('money', p.date, `执行到 ${formatShort(p.amount)} 元`, `enforcement.payments.${i}.amount`),
    ),
    ...c.propertyClues.flatMap((p, i) =>
      at('procedure', p.seizedOn, `查封、冻结：${p.description}`, `propertyClues.${i}.seizedOn`),
    ),
    ...deadlines.map((d) => ({
      lane: 'limit' as const,
      date: d.date,
      text: d.was ? `${d.title}（原为 ${d.was}）` : d.title,
      why: d.article ? `${d.text}（${d.article}）` : d.text,
      path: `screen:${d.screen}`,
      urgent: d.urgency === 'expired' || d.urgency === 'urgent',
    })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
