/** 支付令申请书: principal, and of the interest only what the papers contain (form 07c; cplInterp art. 428). */
import type { Case } from '../shared/case/case.ts';
import { type PaymentOrderSum, paymentOrderSum } from '../shared/claim/payment-order.ts';
import { paymentOrderFacts } from '../shared/law/case-procedure.ts';
import { courtOfAddress } from '../shared/law/courts.ts';
import { paymentOrderFee } from '../shared/law/fees.ts';
import {
  type Condition,
  type PaymentOrderFacts,
  paymentOrderAdvice,
} from '../shared/law/payment-order.ts';
import { blocking, warning } from './checks/common.ts';
import { arbitrationLoan, noDebt } from './checks/stage.ts';
import { p } from './paper.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { events } from './parts/facts-text.ts';
import { borrowers, named, plaintiffs } from './parts/people.ts';
import { APPLICANT, inVoice } from './parts/voice.ts';
import { day, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext } from './template.ts';

const ID = 'payment-order-application';

const CHOICES: readonly Choice[] = [
  {
    key: 'noOtherDebts',
    label: '我与对方之间没有其他债务纠纷，我也不欠对方钱',
    hint: '申请支付令的条件，要由您本人确认。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'withInterest',
    label: '一并请求借条写明的利息',
    hint: '只限借条、合同里写明的利息；没有写明的利息请求了会被驳回。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'court',
    label: '法院',
    hint: '债务人住所地的基层人民法院；留空按债务人的地址推定。',
    kind: 'text',
    default: '',
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function court(x: PaperContext): string {
  const own = answers(x).text('court');
  if (own !== '') return own;
  const debtor = borrowers(x.case)[0];
  const home = debtor?.kind === 'person' ? debtor.habitualResidence : '';
  return courtOfAddress(home || debtor?.domicile || '') ?? '';
}

const sum = (x: PaperContext): PaymentOrderSum => paymentOrderSum(x.case, x.claim);

/** Interest asked for: only by choice, only what the papers contain. */
function interest(x: PaperContext): number {
  return answers(x).flag('withInterest') ? sum(x).documented : 0;
}

/** The conditions of the law, with the user's own statement on other debts. */
function conditions(x: PaperContext): Condition[] {
  const facts: PaymentOrderFacts = {
    ...paymentOrderFacts(x.case, x.claim.asOf, court(x), interest(x) > 0),
    noOtherDebts: answers(x).flag('noOtherDebts') ? true : x.case.suit.routes.noOtherDebts,
    beyondDocuments: false,
  };
  return paymentOrderAdvice(facts).conditions;
}

const PATHS: Record<Condition['id'], (c: Case) => string> = {
  fixedAmount: () => 'transfers',
  due: () => 'loans.0.due',
  noOtherDebts: () => choicePath(ID, 'noOtherDebts'),
  debtorInMainland: (c) => debtorPath(c, 'domicile'),
  debtorMissing: (c) => debtorPath(c, 'whereaboutsUnknown'),
  serviceable: (c) => debtorPath(c, 'serviceAddress'),
  debtorCourt: () => choicePath(ID, 'court'),
  preSuitPreservation: () => 'suit.preSuitPreservation',
  beyondDocuments: () => choicePath(ID, 'withInterest'),
};

function debtorPath(c: Case, field: string): string {
  const debtor = borrowers(c)[0];
  return debtor ? `parties.${c.parties.indexOf(debtor)}.${field}` : 'parties';
}

/** The order binds the borrower only (cplInterp art. 434), so nothing is said of guarantees. */
function withoutSecurity(c: Case): Case {
  return {
    ...c,
    parties: c.parties.filter((party) => party.role !== 'guarantor'),
    loans: c.loans.map((loan) => ({ ...loan, guarantees: [], securities: [] })),
  };
}

function facts(x: PaperContext): string {
  const told = inVoice(
    events(withoutSecurity(x.case), { ...x.claim, interest: interest(x) }),
    APPLICANT,
  );
  const debtor = named('被申请人', borrowers(x.case), borrowers(x.case));
  return `${told}\n申请人与${debtor}之间没有其他债务纠纷，支付令能够送达${debtor}。`;
}

function request(x: PaperContext): string {
  const all = borrowers(x.case);
  const debtor = named('被申请人', all, all);
  const more = interest(x);
  const extra = more > 0 ? `及利息${yuanText(more)}（计算至${day(x.claim.asOf)}）` : '';
  return `请求向${debtor}发出支付令，督促其向申请人支付借款本金${yuanText(x.claim.principal)}${extra}`;
}

function problems(x: PaperContext): Missing[] {
  const c = x.case;
  const { onlyBySuit } = sum(x);
  const found = conditions(x).flatMap((condition): Missing[] => {
    const path = PATHS[condition.id](c);
    if (condition.state === 'unmet') return [blocking(path, condition.reason)];
    if (condition.state === 'met') return [];
    return condition.id === 'noOtherDebts'
      ? [blocking(path, '请确认双方没有其他债务纠纷；有的话不能申请支付令')]
      : [warning(path, `请确认：${condition.text}`)];
  });
  return [
    ...found,
    ...(x.claim.principal === 0
      ? [blocking('transfers', '按现有流水，本金已经还清，没有可以请求的金额')]
      : []),
    ...(c.evidence.length === 0 && c.loans.every((l) => l.paper === 'none')
      ? [blocking('evidence', '申请支付令要附借条、转账凭证等债权文书，请先在“证据”里添加')]
      : []),
    ...(answers(x).flag('withInterest') && sum(x).documented === 0
      ? [warning(choicePath(ID, 'withInterest'), '借条没有写明的利息不能请求，本申请只请求本金')]
      : []),
    ...(onlyBySuit > 0
      ? [
          warning(
            choicePath(ID, 'withInterest'),
            `借条没有写明的逾期利息${yuanText(onlyBySuit)}不能通过支付令请求；要这部分利息请起诉`,
          ),
        ]
      : []),
  ];
}

export const paymentOrderApplication = application({
  id: ID,
  title: '支付令申请书',
  form: '07c',
  stage: 'filing',
  order: '01',
  choices: CHOICES,
  sides: (x) => [
    { label: '申请人', parties: plaintiffs(x.case), own: true },
    { label: '被申请人', parties: borrowers(x.case) },
  ],
  requestHeading: '请求事项',
  requests: (x) => [request(x)],
  facts,
  after: (x) => {
    const proofs = x.case.evidence.filter((e) => e.group !== 'identity').map((e) => e.name);
    return proofs.length > 0
      ? [
          p('heading', '证据：', { keepNext: true }),
          p('body', `${proofs.join('、')}。`, { field: 'evidence' }),
        ]
      : [];
  },
  court: (x) => ({
    text: court(x),
    field: choicePath(ID, 'court'),
    need: '请填写债务人住所地的基层人民法院；支付令只能向它申请',
  }),
  attachments: (x) => [
    `证据复印件${x.case.evidence.length > 0 ? `${x.case.evidence.length}份` : ''}`,
    '申请人身份证明',
  ],
  fits: (x) => {
    const none = noDebt(x);
    if (none) return none;
    if (x.case.judgment) return { fits: false, why: '已有生效法律文书，应当申请执行' };
    if (x.case.suit.filedOn && x.case.suit.procedure !== 'paymentOrder') {
      return { fits: false, why: '已经起诉，不能再申请支付令' };
    }
    if (arbitrationLoan(x) >= 0) return { fits: false, why: '借款约定了仲裁，不能申请支付令' };
    const unmet = conditions(x).find((condition) => condition.state === 'unmet');
    if (unmet) return { fits: false, why: unmet.reason };
    const fee = yuanText(paymentOrderFee(x.claim.principal + interest(x)).fee);
    return { fits: true, why: `事实清楚、对方不会争的，比起诉快；申请费${fee}` };
  },
  missing: problems,
});
