/**
 * 证明目的 drafted from what a piece of evidence proves (form 03 D): one sentence a fact, no argument, no
 * adjectives. A draft is offered; the words on the list are always the user's to take or to write.
 */
import type { Case } from '../case/case.ts';
import type { Demand, EvidenceItem } from '../case/conduct.ts';
import type { Loan, Transfer } from '../case/loan.ts';
import { CALLED_DUE, JUDGMENT, recordsOf, SETTLEMENT } from '../case/provable.ts';
import { borrowersOf, lendersOf, named } from '../case/who.ts';
import { costName } from '../claim/costs.ts';
import { channelName, interestAgreement, methodName, termText } from '../claim/loan-words.ts';
import { guaranteeKind } from '../law/guarantee.ts';
import { printDate as day } from '../text/chinese-date.ts';
import { yuanText } from '../text/money.ts';
import { rebind } from '../text/rebind.ts';

const byDate = <T extends { date: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

function sides(c: Case, loan: Loan | undefined): { lender: string; borrower: string } {
  const plaintiffs = c.parties.filter((p) => p.role === 'lender');
  const defendants = c.parties.filter((p) => p.role === 'borrower' || p.role === 'guarantor');
  if (!loan) return { lender: '原告', borrower: '被告' };
  return {
    lender: named('原告', lendersOf(c, loan), plaintiffs),
    borrower: named('被告', borrowersOf(c, loan), defendants),
  };
}

function identities(c: Case, ids: ReadonlySet<string>): string[] {
  const lenders = c.parties.filter((p) => p.role === 'lender').length;
  return c.parties
    .filter((p) => ids.has(p.id))
    .map((p) => {
      if (p.role === 'lender') return `原告${lenders > 1 ? p.name : ''}诉讼主体资格`;
      return `${p.role === 'thirdPerson' ? '第三人' : '被告'}${p.name}的身份信息`;
    });
}

function agreement(c: Case, loan: Loan): string[] {
  const { lender, borrower } = sides(c, loan);
  const sum = loan.agreedAmount === null ? '借款' : `借款${yuanText(loan.agreedAmount)}`;
  const when = loan.signed ? day(loan.signed) : '';
  const court = loan.forumClause;
  const costs = loan.costsClause !== '' && c.claim.costs.some((x) => x.agreed);
  return [
    `${when}${lender}与${borrower}就${sum}、${termText(loan)}达成借贷合意，双方${interestAgreement(loan)}`,
    ...(court && court.kind !== 'arbitration' && court.named !== '' && court.named === c.suit.court
      ? [`双方约定由${court.named}管辖`]
      : []),
    ...(costs ? ['双方约定实现债权的费用由借款人承担'] : []),
  ];
}

const how = (t: Transfer) => (t.method === 'cash' ? '以现金方式' : `通过${methodName(t.method)}`);
const total = (list: readonly Transfer[]) => yuanText(list.reduce((n, t) => n + t.amount, 0));

/** Each of a few, else from when to when, how often and how much. */
const FEW = 3;

function deliveries(c: Case, all: readonly Transfer[]): string[] {
  return c.loans.flatMap((loan): string[] => {
    const list = byDate(all.filter((t) => t.direction === 'out' && t.loanId === loan.id));
    const { lender, borrower } = sides(c, loan);
    const [first] = list;
    const last = list.at(-1);
    if (!first || !last) return [];
    if (list.length > FEW) {
      return [
        `${lender}自${day(first.date)}至${day(last.date)}分${list.length}次向${borrower}实际交付共计${total(list)}`,
      ];
    }
    // Between natural persons the contract forms when the money is provided (Civil Code 679).
    const persons = [...lendersOf(c, loan), ...borrowersOf(c, loan)].every(
      (p) => p.kind === 'person',
    );
    const whole = list.length === 1 && persons && total(list) === yuanText(loan.agreedAmount ?? -1);
    return list.map(
      (t) =>
        `${lender}已于${day(t.date)}${how(t)}向${borrower}实际交付${yuanText(t.amount)}${whole ? '，借款合同成立' : ''}`,
    );
  });
}

function repayments(c: Case, all: readonly Transfer[]): string[] {
  const list = byDate(all.filter((t) => t.direction === 'in'));
  const loan = c.loans.find((l) => l.id === list[0]?.loanId);
  const { borrower } = sides(c, list.every((t) => t.loanId === loan?.id) ? loan : undefined);
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last) return [];
  if (list.length <= FEW)
    return list.map((t) => `${borrower}于${day(t.date)}还款${yuanText(t.amount)}`);
  return [
    `${borrower}自${day(first.date)}至${day(last.date)}先后还款${list.length}次，共计${total(list)}`,
  ];
}

const reacted = (d: Demand) => d.outcome === 'promise' || d.outcome === 'partPayment';

function demands(c: Case, all: readonly Demand[]): string[] {
  const roleOf = (d: Demand) => c.parties.find((p) => p.id === d.toPartyId);
  const toGuarantor = all.filter((d) => roleOf(d)?.role === 'guarantor');
  const list = byDate(all.filter((d) => !toGuarantor.includes(d)));
  const [first] = list;
  // A demand that is not known to have arrived interrupts nothing (诉讼时效规定 8).
  const interrupts = list.some((d) => reacted(d) || d.arrived === 'yes');
  const effect = interrupts ? '，诉讼时效中断' : '';
  return [
    ...(list.some(reacted) ? ['被告认可欠款'] : []),
    ...(!first
      ? []
      : list.length === 1
        ? [`原告于${day(first.date)}通过${channelName(first.channel)}向被告催收${effect}`]
        : [`原告自${day(first.date)}起持续催收${effect}`]),
    ...byDate(toGuarantor).map(
      (d) => `原告于${day(d.date)}要求保证人${roleOf(d)?.name ?? ''}承担保证责任`,
    ),
  ];
}

function securities(c: Case, ids: ReadonlySet<string>): string[] {
  return c.loans.flatMap((loan) => [
    ...loan.guarantees
      .filter((g) => ids.has(g.id))
      .map((g) => {
        const name = c.parties.find((p) => p.id === g.partyId)?.name ?? '保证人';
        const { kind } = guaranteeKind(g.kind, g.signed ?? loan.signed ?? '2021-01-01');
        const when = g.signed ? `${day(g.signed)}` : '';
        return `${when}${name}为上述借款提供${kind === 'joint' ? '连带责任保证' : '一般保证'}`;
      }),
    ...loan.securities
      .filter((s) => ids.has(s.id))
      .map((s) => {
        const word = s.kind === 'mortgage' ? '抵押' : '质押';
        const registered = s.registration === 'registered' ? '，并已办理登记' : '';
        return `${s.signed ? day(s.signed) : ''}${s.provider || '担保人'}以${s.thing || '担保物'}为上述借款提供${word}担保${registered}`;
      }),
  ]);
}

function others(c: Case, ids: ReadonlySet<string>): string[] {
  const s = ids.has(SETTLEMENT) && c.settlement?.status === 'signed' ? c.settlement : null;
  const called = ids.has(CALLED_DUE) ? (c.settlement?.acceleratedOn ?? null) : null;
  const j = ids.has(JUDGMENT) ? c.judgment : null;
  return [
    ...(s
      ? [
          `${s.signedOn ? day(s.signedOn) : ''}双方签订还款协议${s.debt ? `，被告确认尚欠本金${yuanText(s.debt.principal)}` : ''}`,
        ]
      : []),
    ...(called ? [`宣布未到期款项全部到期的通知已于${day(called)}到达被告`] : []),
    ...[...c.claim.costs, ...(c.enforcement?.otherCosts ?? [])]
      .filter((x) => ids.has(x.id))
      .map((x) =>
        x.paidOn === null
          ? `${costName(x.kind)}的金额为${yuanText(x.amount)}`
          : `原告为实现债权于${day(x.paidOn)}支付${costName(x.kind)}${yuanText(x.amount)}`,
      ),
    ...(j
      ? [
          `${j.issuer}${j.documentNumber}法律文书${j.effectiveOn ? `已于${day(j.effectiveOn)}发生法律效力` : '确定了被告的付款义务'}`,
        ]
      : []),
  ];
}

/** The purpose sentence for one piece of evidence; '' when it names nothing that can be put neutrally. */
export function purposeDraft(c: Case, item: EvidenceItem): string {
  const ids = recordsOf(c, item.id);
  const transfers = c.transfers.filter((t) => ids.has(t.id));
  const facts = [
    // An identity card that names a party shows who that is; other evidence of a party is the user's to word.
    ...(item.group === 'identity' ? identities(c, ids) : []),
    ...c.loans.filter((l) => ids.has(l.id)).flatMap((l) => agreement(c, l)),
    ...securities(c, ids),
    ...deliveries(c, transfers),
    ...repayments(c, transfers),
    ...demands(
      c,
      c.demands.filter((d) => ids.has(d.id)),
    ),
    ...others(c, ids),
  ];
  if (facts.length <= 1) return facts[0] ? `证明${facts[0]}。` : '';
  return `证明：${facts.map((f, i) => `${i + 1}.${f}`).join('；')}。`;
}

export interface PurposeState {
  /**
   * none: nothing to draft from; offer: the field is empty; own: the user's words, never taken from a draft;
   * same: as the records say; stale: the records changed since the draft was taken.
   */
  state: 'none' | 'offer' | 'own' | 'same' | 'stale';
  draft: string;
  /** stale: the user's words with the changed figures, dates and names; '' when nothing could be carried over. */
  updated: string;
}

/** How the purpose on the list stands to what its records say now. */
export function purposeState(c: Case, item: EvidenceItem): PurposeState {
  const draft = purposeDraft(c, item);
  const { purpose, purposeBasis } = item;
  const is = (state: PurposeState['state'], updated = '') => ({ state, draft, updated });
  if (draft === '') return is('none');
  if (purpose.trim() === '') return is('offer');
  if (purpose === draft) return is('same');
  if (purposeBasis === '') return is('own');
  if (purposeBasis === draft) return is('same');
  const names = c.parties.map((p) => p.name).filter((n) => n !== '');
  const { text } = rebind(purpose, purposeBasis, draft, names);
  return is('stale', text === purpose || text === draft ? '' : text);
}
