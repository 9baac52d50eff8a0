import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { formatAmount } from '../text/money.ts';
import type { Draft } from './deadline-types.ts';
import { trackSettlement } from './settlement-track.ts';
import { cite } from './statutes.ts';
import { suitStands } from './suit-records.ts';

/** What a signed repayment agreement asks for next: the instalment, or calling the rest due. */
export function settling(c: Case, today: string): Draft[] {
  if (suitStands(c) || c.judgment) return [];
  const { state, next, accelerateFrom, instalments } = trackSettlement(c, today);
  // Where every instalment is due, there is nothing left to call due.
  const ahead = instalments.some((x) => x.left > 0 && x.state !== 'late');
  if (state === 'breached' && accelerateFrom) {
    if (!ahead) return [];
    return [
      {
        id: 'accelerate',
        kind: 'accelerate',
        date: accelerateFrom,
        text: '对方逾期已超过协议约定的日数，可以书面通知宣布未到期的款项全部到期，再起诉。',
        article: cite('civilCode', 509),
        urgency: 'urgent',
        screen: 'settlement',
        milestone: true,
      },
    ];
  }
  if (!next || (state !== 'running' && state !== 'late')) return [];
  const callDue: Draft[] =
    accelerateFrom && ahead
      ? [
          {
            id: 'accelerate',
            kind: 'accelerate',
            date: accelerateFrom,
            text: `第${next.number}期还差 ${formatAmount(next.left)}元；到这天仍没付清的，您可以书面通知对方，要求没到期的各期一次还清。`,
            article: cite('civilCode', 509),
            urgency: 'soon',
            screen: 'settlement',
          },
        ]
      : [];
  return [
    ...callDue,
    {
      id: `instalment-${next.number}`,
      kind: 'instalment',
      title: `还款协议第${next.number}期`,
      date: next.due,
      text: accelerateFrom
        ? ahead
          ? `还差 ${formatAmount(next.left)}元；到${printDate(accelerateFrom)}仍不付清的，可以书面通知对方，宣布全部到期。`
          : `还差 ${formatAmount(next.left)}元，这是最后没付的；请催对方补付。`
        : `应还 ${formatAmount(next.left)}元，到账后请记到流水里。`,
      screen: 'settlement',
    },
  ];
}
