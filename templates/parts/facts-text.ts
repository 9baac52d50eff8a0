/** 事实与理由 drafted from the records: chronological, plain, no adjectives (form 02 C, 10 G). */
import type { Case } from '../../shared/case/case.ts';
import type { Loan, Transfer } from '../../shared/case/loan.ts';
import type { Claim, LoanClaim } from '../../shared/claim/types.ts';
import { type PlanStanding, planStanding } from '../../shared/law/plan-standing.ts';
import { citeFull } from '../../shared/law/statutes.ts';
import {
  advances,
  demandSpan,
  firstOverdueDay,
  interestAgreement,
  lastDay,
  loanTitle,
  methodName,
  paperName,
  repayments,
  termText,
} from './loan-text.ts';
import { borrowersOf, defendants, guarantors, lendersOf, named, plaintiffs } from './people.ts';
import { inOrder, missedDay, planEvents, reckonedPlan, type Told } from './plan-facts.ts';
import { guaranteeKind, guarantees, securityName } from './security-text.ts';
import { citeTogether, legalBasis } from './statute-text.ts';
import { day, yuanText } from './words.ts';

interface Speakers {
  lender: string;
  borrower: string;
}

function speakers(c: Case, loan: Loan): Speakers {
  return {
    lender: named('原告', lendersOf(c, loan), plaintiffs(c)),
    borrower: named('被告', borrowersOf(c, loan), defendants(c)),
  };
}

function agreement(loan: Loan, who: Speakers): string {
  const why = loan.purpose ? `因${loan.purpose}` : '';
  const terms = [
    loan.agreedAmount === null ? '' : `借款金额${yuanText(loan.agreedAmount)}`,
    termText(loan),
  ]
    .filter((s) => s !== '')
    .join('、');
  const when = loan.signed ? `${day(loan.signed)}，` : '';
  const stated = `${terms}，${interestAgreement(loan)}`;
  const asked = `${when}${who.borrower}${why}向${who.lender}借款`;
  if (loan.paper === 'none' || loan.paper === 'chat') {
    const how = loan.paper === 'chat' ? '双方通过聊天' : '双方口头';
    return `${asked}，${how}约定${stated}。`;
  }
  if (loan.paper === 'contract') return `${asked}，双方签订${loan.paperName}，约定${stated}。`;
  return `${asked}，向${who.lender}出具${loan.paperName || '借条'}一份，载明${stated}。`;
}

function delivery(c: Case, loan: Loan, claim: LoanClaim | undefined, who: Speakers): string {
  const paid = advances(c, loan);
  const first = paid[0];
  if (!first) return '';
  const withheld = paid.filter((t) => t.withheld > 0);
  const actual =
    withheld.length > 0 && claim
      ? `其中${withheld.map((t) => yuanText(t.withheld)).join('、')}系预先扣除的利息，实际出借${yuanText(claim.lent)}。`
      : '';
  const by = (t: (typeof paid)[number]) =>
    t.method === 'cash' ? '以现金方式' : `通过${methodName(t.method)}`;
  if (paid.length === 1) {
    const when = first.date === loan.signed ? '同日' : day(first.date);
    return `${when}，${who.lender}${by(first)}向${who.borrower}交付${yuanText(first.amount)}。${actual}`;
  }
  const each =
    paid.length <= 6
      ? paid.map((t) => `${day(t.date)}${by(t)}交付${yuanText(t.amount)}`).join('、')
      : `${day(first.date)}至${day(paid.at(-1)?.date ?? first.date)}分${paid.length}次交付（明细见证据）`;
  const sum = claim && withheld.length === 0 ? `，共计${yuanText(claim.lent)}` : '';
  return `${who.lender}先后向${who.borrower}交付借款：${each}${sum}。${actual}`;
}

/** The new note that the parties wrote when they settled (民间借贷规定 27). */
function settled(c: Case, loan: Loan, who: Speakers): string {
  const note = loan.rollover;
  if (!note) return '';
  const before = repayments(c, loan, note.settledOn);
  const paid = paidBack(before, who);
  return `${paid}${day(note.settledOn)}，双方结算，${who.borrower}重新出具${paperName(loan)}，载明金额${yuanText(note.noteAmount)}；其中前期利息以合法部分为限计入本金。`;
}

/** Repayments in a span of time, by day while they are few. */
function paidBack(paid: Transfer[], who: Speakers): string {
  const [first] = paid;
  const last = paid.at(-1);
  if (!first || !last) return '';
  if (paid.length === 1)
    return `${day(first.date)}，${who.borrower}还款${yuanText(first.amount)}。`;
  return paid.length <= 3
    ? `${who.borrower}于${paid.map((t) => `${day(t.date)}还款${yuanText(t.amount)}`).join('、')}。`
    : `${day(first.date)}至${day(last.date)}，${who.borrower}先后还款${paid.length}次。`;
}

/** What the repayments came to and paid, from the engine. */
function credited(claim: LoanClaim | undefined): string {
  if (!claim || claim.repayments.length === 0) return '';
  const { interest, principal, total } = claim.repaid;
  const parts = [
    ...(interest > 0 ? [`利息${yuanText(interest)}`] : []),
    ...(principal > 0 ? [`本金${yuanText(principal)}`] : []),
  ].join('、');
  const sum = claim.repayments.length > 1 ? `共计${yuanText(total)}，` : '';
  return `上述还款${sum}依法冲抵${parts}。`;
}

function expiry(c: Case, loan: Loan, claim: LoanClaim | undefined, who: Speakers): string {
  const asOf = claim?.asOf ?? '9999-12-31';
  if (firstOverdueDay(c, loan, asOf) === null) return '';
  const last = lastDay(c, loan);
  if (last === null) return '';
  const before = repayments(c, loan, last).length > 0;
  const partly = before ? '未还清借款' : '未归还';
  if (loan.acceleratedOn) {
    return `因${who.borrower}未按约还款，${who.lender}于${day(loan.acceleratedOn)}宣布借款提前到期，${who.borrower}${partly}。`;
  }
  if (loan.due || loan.instalments.length > 0) {
    return `借款期限于${day(last)}届满，${who.borrower}${partly}。`;
  }
  return `${who.lender}催告${who.borrower}于${day(last)}前还款，${who.borrower}${partly}。`;
}

function security(c: Case): string {
  const sued = new Set(guarantors(c).map((p) => p.id));
  const of = (loan: Loan) => (c.loans.length > 1 ? loanTitle(c, loan.id) : '上述借款');
  const given = guarantees(c).map(({ guarantee, loan, name }) => {
    const kind = guaranteeKind(guarantee, loan) === 'joint' ? '连带责任保证' : '一般保证';
    const when = guarantee.signed ? `${day(guarantee.signed)}，` : '';
    return `${when}${sued.has(guarantee.partyId) ? '被告' : ''}${name}为${of(loan)}提供${kind}。`;
  });
  const things = c.loans.flatMap((loan) =>
    loan.securities.map((s) => {
      const when = s.signed ? `${day(s.signed)}，` : '';
      const registered = s.registration === 'registered' ? '，并办理登记' : '';
      return `${when}${s.provider}以${s.thing}为${of(loan)}提供${securityName(s)}担保${registered}。`;
    }),
  );
  return [...given, ...things].join('');
}

/** The demands of a span of time; `still`: that nothing more came is told with them. */
function demanded(c: Case, claim: Claim, still = true, made = c.demands): string {
  const span = demandSpan({ ...c, demands: made }, claim.asOf);
  if (!span) return '';
  const owner = plaintiffs(c).length > 1 ? '各原告' : '原告';
  const debtor = defendants(c).length > 1 ? '各被告' : '被告';
  const paid = claim.repayments.length > 0 ? '至今未还清' : '至今未还';
  const end = still ? `，${debtor}${paid}。` : '。';
  return span.first === span.last
    ? `${day(span.first)}，${owner}通过${span.channels}催要${end}`
    : `${day(span.first)}至${day(span.last)}，${owner}多次通过${span.channels}催要${end}`;
}

function balance(claim: Claim): string {
  if (claim.repayments.length === 0) return '';
  const interest = claim.interest > 0 ? `、利息${yuanText(claim.interest)}` : '';
  return `截至${day(claim.asOf)}，尚欠本金${yuanText(claim.principal)}${interest}。`;
}

/** An agreement over several loans: told after them, their own terms stand. */
function agreedPlan(c: Case, claim: Claim, who: { owner: string; debtor: string }): string {
  const plan = planStanding(c, claim.asOf);
  return plan && !reckonedPlan(c, claim.asOf) ? inOrder(planEvents(plan, claim, who)) : '';
}

/** What came after the loan was not paid back, under the agreement that has taken its place: by its days. */
function underPlan(
  c: Case,
  claim: Claim,
  p: PlanStanding,
  paid: Transfer[],
  who: Speakers,
): Told[] {
  const { signedOn } = p.terms;
  const sides = { owner: who.lender, debtor: who.borrower };
  const part = <T extends { date: string }>(list: T[], text: (some: T[]) => string): Told[] =>
    [list.filter((x) => x.date <= signedOn), list.filter((x) => x.date > signedOn)].flatMap(
      (some) => {
        const [first] = some;
        return first ? [{ date: first.date, text: text(some) }] : [];
      },
    );
  const demands = c.demands
    .filter((d) => d.date <= claim.asOf)
    .sort((a, b) => a.date.localeCompare(b.date));
  return [
    ...part(paid, (some) => paidBack(some, who)),
    ...part(demands, (some) => demanded(c, claim, false, some)),
    ...planEvents(p, claim, sides),
  ];
}

/** What happened, in one paragraph a loan, the demands and the balance last. */
export function events(c: Case, claim: Claim): string {
  const loans = c.loans.map((loan) => {
    const found = claim.loans.find((l) => l.loanId === loan.id);
    const who = speakers(c, loan);
    const since = loan.rollover?.settledOn ?? '';
    const paid = repayments(c, loan, claim.asOf).filter((t) => t.date > since);
    const plan = reckonedPlan(c, claim.asOf);
    const due = lastDay(c, loan) ?? claim.asOf;
    // Signed before the loan fell due, the agreement has taken the place of that day.
    const early = plan !== null && due >= plan.terms.signedOn;
    const end = early && plan ? plan.terms.signedOn : due;
    const later = paid.filter((t) => t.date > end);
    return (
      agreement(loan, who) +
      delivery(c, loan, found, who) +
      settled(c, loan, who) +
      paidBack(
        paid.filter((t) => t.date <= end),
        who,
      ) +
      (early ? '' : expiry(c, loan, found, who)) +
      (plan ? inOrder(underPlan(c, claim, plan, later, who)) : paidBack(later, who)) +
      credited(found)
    );
  });
  const sides = {
    owner: plaintiffs(c).length > 1 ? '各原告' : '原告',
    debtor: defendants(c).length > 1 ? '各被告' : '被告',
  };
  const asked = reckonedPlan(c, claim.asOf) ? '' : demanded(c, claim);
  const rest = security(c) + asked + agreedPlan(c, claim, sides) + balance(claim);
  if (loans.length === 1) return (loans[0] ?? '') + rest;
  return [...loans, ...(rest ? [rest] : [])].join('\n');
}

/** 构成违约 and the articles relied on. */
export function reasons(c: Case, claim: Claim): string {
  const plan = reckonedPlan(c, claim.asOf);
  const late = plan
    ? missedDay(plan, claim.asOf) !== null
    : c.loans.some((l) => firstOverdueDay(c, l, claim.asOf) !== null);
  const debtor = defendants(c).length > 1 ? '各被告' : '被告';
  const breach = late ? `${debtor}逾期不还，构成违约。` : '';
  const old = claim.asksOldRules
    ? `原告请求：自合同成立之日至2020年8月19日的利息，按照当时的司法解释计算（${citeFull('lending', 31)}）。`
    : '';
  return `${breach}${old}根据${citeTogether(legalBasis(c, claim, false))}的规定，提起诉讼，请求支持原告的诉讼请求。`;
}
