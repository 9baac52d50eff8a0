import type { Case } from '../case/case.ts';
import type { Demand } from '../case/conduct.ts';
import { printDate } from '../text/chinese-date.ts';
import { loanGuarantees, loanLimitation, reachedOn } from './case-limits.ts';
import { cite } from './statutes.ts';

/** What one recorded contact does to limitation and to the guarantee periods. */

export interface DemandEffect {
  /** done: it took effect; waits: it would, if something were on record; none: it changes nothing. */
  state: 'done' | 'waits' | 'none';
  text: string;
  article?: string;
}

const several = (c: Case, name: string): string => (c.loans.length > 1 ? `（${name}）` : '');

function onLimitation(c: Case, d: Demand, today: string): DemandEffect[] {
  return c.loans.map((loan): DemandEffect => {
    const name = several(c, loan.paperName);
    const reacted = d.outcome === 'promise' || d.outcome === 'partPayment';
    if (!reacted && d.arrived !== 'yes') {
      return {
        state: d.arrived === 'no' ? 'none' : 'waits',
        text:
          d.arrived === 'no'
            ? `没有到达对方，诉讼时效不变${name}。`
            : `还没有填写对方是否收到，暂不改变诉讼时效${name}；有回复、签收、已读的，请选“到了”。`,
        article: cite('limitationInterp', 8),
      };
    }
    const date = reacted ? d.date : reachedOn(d);
    const kind = reacted ? d.outcome : 'demand';
    const l = loanLimitation(c, loan, today);
    const link = l.chain.find((x) => x.date === date && x.kind === kind);
    if (link) {
      return {
        state: 'done',
        text: `诉讼时效从${printDate(date)}重新计算，至${printDate(link.newEnd)}${name}。`,
        article: reacted ? cite('limitationInterp', 14) : cite('civilCode', 195),
      };
    }
    const why = l.ignored.find((x) => x.date === date && x.kind === kind)?.reason;
    return { state: 'none', text: `诉讼时效不变${name}：${why ?? '时效没有从这里重新计算'}。` };
  });
}

function onGuarantor(c: Case, d: Demand, today: string): DemandEffect[] {
  return c.loans.flatMap((loan) =>
    loanGuarantees(c, loan, today)
      .filter((g) => g.partyId === d.toPartyId)
      .map(({ name, status }): DemandEffect => {
        if (!status) return { state: 'waits', text: '借款没有到期日，保证期间还没有开始。' };
        const on = reachedOn(d);
        if (status.kind === 'general') {
          return {
            state: 'none',
            text: `${name}是一般保证，催保证人不能保住保证责任；须在${printDate(status.end)}前起诉借款人。`,
            article: cite('civilCode', 693),
          };
        }
        if (d.arrived !== 'yes') {
          return {
            state: 'waits',
            text: `能证明${name}收到的，才算在保证期间内主张；保证期间到${printDate(status.end)}。`,
            article: cite('civilCode', 693),
          };
        }
        if (on > status.extendedEnd) {
          return {
            state: 'none',
            text: `保证期间已在${printDate(status.end)}届满，这次催收不能恢复${name}的责任。`,
            article: cite('guaranteeInterp', 34),
          };
        }
        return {
          state: 'done',
          text: `在保证期间内（到${printDate(status.end)}）向${name}主张了权利，保证责任保住${status.limitationEnd ? `，保证债务的诉讼时效到${printDate(status.limitationEnd)}` : ''}。`,
          article: cite('civilCode', 694),
        };
      }),
  );
}

/**
 * Effects of one contact on the periods of the case, as far as the record shows them today.
 * @param today YYYY-MM-DD.
 */
export function demandEffects(c: Case, d: Demand, today: string): DemandEffect[] {
  const to = c.parties.find((p) => p.id === d.toPartyId);
  if (to?.role === 'guarantor') return onGuarantor(c, d, today);
  if (to && to.role !== 'borrower') {
    return [{ state: 'none', text: '对方没有还款义务，这次联系不影响任何期限。' }];
  }
  if (c.suit.filedOn && c.suit.filedOn <= d.date) {
    return [
      {
        state: 'none',
        text: '已经起诉，诉讼时效已因起诉中断。',
        article: cite('limitationInterp', 10),
      },
    ];
  }
  const open = c.loans
    .flatMap((loan) => loanGuarantees(c, loan, today))
    .filter((g) => g.status?.state === 'open');
  return [
    ...onLimitation(c, d, today),
    ...open.map(
      ({ name, status }): DemandEffect => ({
        state: 'none',
        text: `催借款人不影响${name || '保证人'}的保证期间（到${printDate(status?.end ?? '')}）：${status?.mustDo ?? ''}。`,
        article: cite('civilCode', 692),
      }),
    ),
  ];
}

/** Demands on the debtors that restarted the limitation of at least one loan by `asOf` (诉讼时效规定 8, 14). */
export function interrupting(c: Case, asOf: string): Demand[] {
  const chains = c.loans.map((loan) => loanLimitation(c, loan, asOf).chain);
  const sureties = c.parties.filter((p) => p.role === 'guarantor').map((p) => p.id);
  return c.demands.filter((d) => {
    const reacted = d.outcome === 'promise' || d.outcome === 'partPayment';
    if (sureties.includes(d.toPartyId ?? '') || (!reacted && d.arrived !== 'yes')) return false;
    const date = reacted ? d.date : reachedOn(d);
    const kind = reacted ? d.outcome : 'demand';
    return chains.some((chain) => chain.some((x) => x.date === date && x.kind === kind));
  });
}
