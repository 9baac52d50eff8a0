import { type Explain, type Notice, rank } from './notice.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * Payment order 支付令: each condition of 民事诉讼法 225 and 民诉法解释 427–428, answered from the
 * case: met, unmet, or unknown (to be asked).
 */

export type Answer = 'met' | 'unmet' | 'unknown';

export interface PaymentOrderFacts {
  /** The debt is for money of a fixed amount. */
  fixedAmount: boolean | null;
  /** Past the due date. */
  due: boolean | null;
  /** The applicant owes the debtor nothing and there is no other dispute between them. */
  noOtherDebts: boolean | null;
  debtorInMainland: boolean | null;
  /** 下落不明. */
  debtorMissing: boolean | null;
  /** The order can be served at a known address. */
  serviceable: boolean | null;
  /** Filed with the basic-level court of the debtor's domicile. */
  debtorCourt: boolean | null;
  /** Pre-suit preservation was applied for. */
  preSuitPreservation: boolean | null;
  /** Interest or penalty is claimed that the documents do not contain. */
  beyondDocuments: boolean | null;
}

export interface Condition {
  id: keyof PaymentOrderFacts;
  text: string;
  state: Answer;
  /** What is wrong or what to answer. */
  reason: string;
  article: string;
}

export interface PaymentOrderAdvice {
  state: 'available' | 'blocked' | 'ask';
  conditions: Condition[];
  notes: Notice[];
  explain: Explain[];
}

interface Rule {
  id: keyof PaymentOrderFacts;
  text: string;
  /** The answer that fulfils the condition. */
  good: boolean;
  unmet: string;
  article: string;
}

function rules(): Rule[] {
  const base = cite('cplInterp', 427);
  const law = citeCpl('paymentOrder');
  return [
    {
      id: 'fixedAmount',
      text: '请求给付的是数额确定的金钱',
      good: true,
      unmet: '数额没有确定，请先算清本金和有约定的利息',
      article: base,
    },
    {
      id: 'due',
      text: '债务已经到期',
      good: true,
      unmet: '借款还没有到期；没有约定还款期限的，先催告并给出期限',
      article: base,
    },
    {
      id: 'noOtherDebts',
      text: '双方没有其他债务纠纷，申请人没有对待给付义务',
      good: true,
      unmet: '双方还有其他债务纠纷，不能申请支付令',
      article: law,
    },
    {
      id: 'debtorInMainland',
      text: '债务人在我国境内',
      good: true,
      unmet: '债务人不在我国境内，不能申请支付令',
      article: base,
    },
    {
      id: 'debtorMissing',
      text: '债务人没有下落不明',
      good: false,
      unmet: '债务人下落不明，支付令不能公告送达',
      article: base,
    },
    {
      id: 'serviceable',
      text: '支付令能够送达债务人',
      good: true,
      unmet: '没有能送达的地址；三十日内送达不到的，督促程序终结',
      article: law,
    },
    {
      id: 'debtorCourt',
      text: '向债务人住所地的基层人民法院申请',
      good: true,
      unmet: '支付令只能向债务人住所地的基层人民法院申请，出借人所在地法院不受理',
      article: cite('cplInterp', 23),
    },
    {
      id: 'preSuitPreservation',
      text: '没有申请诉前保全',
      good: false,
      unmet: '已申请诉前保全，与支付令不能并用，请直接起诉',
      article: base,
    },
    {
      id: 'beyondDocuments',
      text: '没有请求债权文书未约定的利息、违约金',
      good: false,
      unmet: '借条没有约定逾期利息、违约金而坚持请求的，会被驳回；请只请求本金和有约定的利息',
      article: cite('cplInterp', 428),
    },
  ];
}

/** Which conditions are met, and whether a payment order is open to the creditor. */
export function paymentOrderAdvice(facts: PaymentOrderFacts): PaymentOrderAdvice {
  const conditions = rules().map((r): Condition => {
    const fact = facts[r.id];
    const state: Answer = fact === null ? 'unknown' : fact === r.good ? 'met' : 'unmet';
    const reason = state === 'met' ? '符合' : state === 'unmet' ? r.unmet : '请确认';
    return { id: r.id, text: r.text, state, reason, article: r.article };
  });
  const state = conditions.some((c) => c.state === 'unmet')
    ? 'blocked'
    : conditions.some((c) => c.state === 'unknown')
      ? 'ask'
      : 'available';
  const notes: Notice[] = [
    {
      code: 'guarantor',
      urgency: 'info',
      text: '支付令对保证人没有拘束力；要保证人承担责任的，请起诉',
      article: cite('cplInterp', 434),
    },
    {
      code: 'objection',
      urgency: 'info',
      text: '债务人收到后十五日内可以书面异议；异议成立的转入诉讼，自收到裁定之日起七日内表示不同意的除外，起诉时间按提出申请时算',
      article: `${citeCpl('paymentOrderObjection')}、${cite('cplInterp', 439)}`,
    },
    {
      code: 'inability',
      urgency: 'info',
      text: '债务人只说没有钱还，不是有效的异议',
      article: cite('cplInterp', 436),
    },
  ];
  return {
    state,
    conditions,
    notes: rank(notes),
    explain: [
      {
        text: '五日内通知是否受理，受理后十五日内发出支付令',
        article: `${citeCpl('paymentOrderAcceptance')}、${citeCpl('paymentOrderEffect')}`,
      },
      {
        text: '三十日内送达不到债务人，或者另行起诉的，督促程序终结',
        article: cite('cplInterp', 430),
      },
    ],
  };
}
