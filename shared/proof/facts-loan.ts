/** The loan itself: what was agreed, what was handed over, what came back. */
import type { Case } from '../case/case.ts';
import type { Loan, Transfer } from '../case/loan.ts';
import { interestAgreement, methodName, paperName, termText } from '../claim/loan-words.ts';
import { printDate as day } from '../text/chinese-date.ts';
import { formatShort } from '../text/money.ts';
import type { FactDraft } from './facts.ts';
import { agreementWeakness, copyWeakness, deliveryWeakness } from './weakness.ts';

/** The amount as the window writes it: 300,000 元. */
export const sum = (fen: number): string => `${formatShort(fen)} 元`;

/** Which loan is spoken of, when there are several. */
function which(c: Case, loan: Loan): string {
  if (c.loans.length === 1) return '';
  return `${loan.signed ? day(loan.signed) : `第${c.loans.indexOf(loan) + 1}笔`}${paperName(loan)}`;
}

const PAPER_NEEDS: Record<Loan['paper'], string> = {
  iou: '借条原件',
  contract: '借款合同原件',
  debtNote: '欠条原件，另附说明欠款怎么来的材料',
  receipt: '收据原件；收据没写是借款的，另附说好借款的聊天或者录音',
  chat: '说好借款的完整聊天记录，和证明对方账号是其本人的页面',
  none: '说好是借款的聊天、录音或者证人；只凭转账起诉，对方可以说是别的款项',
};

/** 借贷合意, and the terms that are claimed on: rate, due date, court. */
export function agreementFacts(c: Case): FactDraft[] {
  return c.loans.flatMap((loan, i): FactDraft[] => {
    const path = `loans.${i}`;
    const base = { recordId: loan.id, group: 'agreement' as const, weak: agreementWeakness };
    const name = which(c, loan);
    const amount = loan.agreedAmount === null ? '' : ` ${sum(loan.agreedAmount)}`;
    const when = loan.signed ? day(loan.signed) : '';
    const agreed = loan.interest === 'agreed' || loan.overdueRate !== null;
    const term = loan.due !== null || loan.instalments.length > 0;
    const forum = loan.forumClause;
    const rate = loan.interest === 'agreed' ? interestAgreement(loan) : '约定了逾期还款的利率';
    return [
      {
        ...base,
        ...{ kind: 'agreement', path, required: true, needs: PAPER_NEEDS[loan.paper] },
        text: `${when}双方约定借款${amount}（${paperName(loan)}）`,
        name:
          loan.paper === 'none' || loan.paper === 'chat'
            ? ''
            : `${paperName(loan)}${when ? `（${when}）` : ''}`,
      },
      ...(agreed || loan.penalties.length > 0
        ? [
            {
              ...base,
              ...{ kind: 'rate' as const, path: `${path}.rate`, required: true },
              text: `${name}${agreed ? rate : '约定了违约金'}`,
              needs: '写明利率的借条、合同或者聊天记录；证明不了的，按没有约定利息算',
            },
          ]
        : []),
      ...(term
        ? [
            {
              ...base,
              ...{ kind: 'term' as const, path: `${path}.due`, required: true },
              text: `${name}${loan.due ? `到期日 ${day(loan.due)}` : termText(loan)}`,
              needs: '写明还款日期的借条、合同或者聊天记录',
            },
          ]
        : []),
      ...(forum
        ? [
            {
              ...base,
              ...{ kind: 'forum' as const, path: `${path}.forumClause` },
              // A case brought elsewhere does not stand on the clause.
              required: forum.named !== '' && forum.named === c.suit.court,
              text: `${name}约定了${forum.kind === 'arbitration' ? '仲裁' : '管辖法院'}`,
              needs: '写着这一条的借条或者合同',
            },
          ]
        : []),
    ];
  });
}

const SLIPS: Record<Transfer['method'], string> = {
  bank: '银行电子回单或者盖章的流水',
  wechat: '微信支付的转账电子凭证（带收款人实名）',
  alipay: '支付宝的电子回单',
  cash: '收条；没有收条的，用取款记录、在场的证人、对方承认收到的聊天补强',
  other: '能看出付款人、收款人、日期和金额的凭证',
};

const SLIP_NAME: Record<Transfer['method'], string> = {
  bank: '银行转账电子回单',
  wechat: '微信转账电子凭证',
  alipay: '支付宝电子回单',
  cash: '收条',
  other: '交付凭证',
};

const paidHow = (t: Transfer) => (t.method === 'cash' ? '现金' : methodName(t.method));

/** The transfers as they happened, each with its place in the case; entered in another order they still run by day. */
const inOrder = (c: Case): { t: Transfer; i: number }[] =>
  c.transfers.map((t, i) => ({ t, i })).sort((a, b) => a.t.date.localeCompare(b.t.date));

/** 交付, each transfer out. */
export function deliveryFacts(c: Case): FactDraft[] {
  return inOrder(c).flatMap(({ t, i }): FactDraft[] =>
    t.direction === 'in'
      ? []
      : [
          {
            ...{ kind: 'delivery', path: `transfers.${i}`, recordId: t.id, group: 'delivery' },
            ...{ required: true, needs: SLIPS[t.method] },
            text: `${day(t.date)}交付 ${sum(t.amount)}（${paidHow(t)}）`,
            name: `${SLIP_NAME[t.method]}（${day(t.date)}）`,
            weak: (items) =>
              deliveryWeakness(
                t,
                c.loans.find((l) => l.id === t.loanId),
                items,
              ),
          },
        ],
  );
}

/** 还款: against the plaintiff's own interest, so that the court takes it as admitted without proof. */
export function repaymentFacts(c: Case): FactDraft[] {
  return inOrder(c).flatMap(({ t, i }): FactDraft[] =>
    t.direction === 'out'
      ? []
      : [
          {
            ...{ kind: 'repayment', path: `transfers.${i}`, recordId: t.id, group: 'performance' },
            ...{ required: false, weak: copyWeakness },
            text: `${day(t.date)}还款 ${sum(t.amount)}（${paidHow(t)}）`,
            needs: '您自己承认收到的，一般不必举证；要用它说明对方认账的，附上收款流水',
          },
        ],
  );
}
