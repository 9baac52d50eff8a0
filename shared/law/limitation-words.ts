import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import type { Loan } from '../case/loan.ts';
import { printDate } from '../text/chinese-date.ts';
import { loanLimitation } from './case-limits.ts';
import { addDays } from './dates.ts';
import type { Ignored, Limitation, LimitationEventKind } from './limitation.ts';

/**
 * Why a contact or a payment on record did not restart limitation, told together for those with the same
 * reason, and what would count (民法典 188–195, 诉讼时效规定 8, 14, 19).
 */

const WHAT: Record<LimitationEventKind, string> = {
  demand: '催收',
  promise: '对方答应还款',
  partPayment: '还款',
  suit: '起诉',
  obstacle: '起不能主张的日子',
  other: '事项',
};

interface Told {
  date: string;
  what: string;
}

/** 2026年8月20日对方答应还款、9月1日签还款协议: the year once, as long as it stays the same. */
function listed(items: readonly Told[]): string {
  let year = '';
  return items
    .map(({ date, what }) => {
      const full = printDate(date);
      const short = date.slice(0, 4) === year ? full.slice(5) : full;
      year = date.slice(0, 4);
      return `${short}${what === '催收' || what === '还款' ? `的${what}` : what}`;
    })
    .join('、');
}

type Group = Ignored['why'] | 'unknown' | 'missed';

function sentence(group: Group, items: readonly Told[], l: Limitation): string {
  const all = items.length > 1 ? '都' : '';
  const them = listed(items);
  const due = l.start === null ? '' : printDate(addDays(l.start, -1));
  switch (group) {
    case 'early':
      return `${them}${all}在到期日（${due}）以前。时效要到期以后才开始算，所以没有从这里重新算，您的权利不受影响；到期以后再催，能证明对方收到的，就从收到那天重新算三年。`;
    case 'future':
      return `${them}${all}在今天以后，到那天再算。`;
    case 'lapsedPayment':
      return `${them}${all}在时效过了以后；只还一部分，不等于答应还其余的。对方有话承认还要还的，请在那次催收里选“答应还”，并放进证据。`;
    case 'lapsed':
      return `${them}${all}在时效过了以后，只有您这边催，不能让时效恢复；要对方同意还款才行，请让他写下来签字。`;
    case 'obstacle':
      return `${them}不在时效的最后六个月里，时效不因此延长。`;
    case 'notStarted':
      return `借款没有约定还款日，时效还没有开始算，${them}${all}不必算进去。催的时候给过还款期限的，请打开那一条，填“给对方的宽限到哪天”；期满以后才开始算。`;
    case 'unknown':
      return `${them}${all}不清楚对方收到没有，还没有算进时效；有回复、已读或者签收的，请打开那一条，改成“到了”。`;
    case 'missed':
      return `${them}${all}没有到达对方，不能算；请换一种能证明收到的方式再催，例如能查签收的邮寄。`;
  }
}

const reacted = (d: Demand): boolean => d.outcome === 'promise' || d.outcome === 'partPayment';

/** Demands that may count but for their arrival, those before the due date left out. */
function unarrived(c: Case, l: Limitation, today: string): [Group, Told][] {
  const guarantors = new Set(c.parties.filter((p) => p.role === 'guarantor').map((p) => p.id));
  return c.demands
    .filter((d) => !reacted(d) && d.arrived !== 'yes' && d.date <= today)
    .filter((d) => d.toPartyId === null || !guarantors.has(d.toPartyId))
    .map((d): [Group, Told] => [
      l.start !== null && d.date < l.start ? 'early' : d.arrived === 'no' ? 'missed' : 'unknown',
      { date: d.date, what: WHAT.demand },
    ]);
}

/**
 * One sentence for each reason why something on record did not restart the limitation of a loan.
 * @param today YYYY-MM-DD.
 */
export function uncounted(c: Case, loan: Loan, today: string): string[] {
  const l = loanLimitation(c, loan, today);
  const signedOn = c.settlement?.status === 'signed' ? c.settlement.signedOn : null;
  const groups = new Map<Group, Told[]>();
  const add = (group: Group, told: Told) => groups.set(group, [...(groups.get(group) ?? []), told]);
  for (const x of l.ignored) {
    const plan = x.kind === 'promise' && x.date === signedOn;
    add(x.why, { date: x.date, what: plan ? '签还款协议' : WHAT[x.kind] });
  }
  for (const [group, told] of unarrived(c, l, today)) add(group, told);
  return [...groups].map(([group, items]) =>
    sentence(
      group,
      items.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      l,
    ),
  );
}
