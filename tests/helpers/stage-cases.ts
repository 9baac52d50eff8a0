/** The sample case at other points of its road, and a case that makes each paper before and beside the suit fit. */
import type { CaseDocument } from '../../shared/case/case.ts';
import type { PaperContext } from '../../templates/template.ts';
import { contextOf } from './paper-context.ts';

export type Change = (document: CaseDocument) => void;

/** The answers of one paper. */
export const answer =
  (paperId: string, answers: Record<string, string | boolean | string[]>): Change =>
  (d) => {
    d.choices = { ...d.choices, [paperId]: { ...d.choices?.[paperId], ...answers } };
  };

const nothing: Change = () => undefined;

/** Clues of property that nobody has seized yet. */
const openClues: Change = (d) => {
  d.propertyClues = [
    {
      id: 'c0',
      partyId: 'li',
      kind: 'account',
      description: '中国××银行乙市分行，账号尾号5678',
    },
    ...(d.propertyClues ?? []).map((clue) => ({
      ...clue,
      seizedOn: null,
      seizureExpires: null,
    })),
  ];
};

/** Before the suit, on 2026-01-20 unless said otherwise. */
export function preSuit(change: Change = nothing, today = '2026-01-20'): PaperContext {
  return contextOf((d) => {
    const account = d.enforcement?.bankAccount;
    d.judgment = null;
    d.enforcement = account ? { bankAccount: account } : null;
    d.suit = { court: '乙市丁区人民法院' };
    d.claim = { ...d.claim, asOf: null };
    d.demands = (d.demands ?? []).filter((demand) => demand.date <= today);
    openClues(d);
    change(d);
  }, today);
}

/** Filed, not decided yet. */
export function inSuit(change: Change = nothing, today = '2026-04-20'): PaperContext {
  return contextOf((d) => {
    d.judgment = null;
    d.enforcement = null;
    openClues(d);
    change(d);
  }, today);
}

/** The sample's lender as a person. */
export function lender(d: CaseDocument) {
  const party = d.parties?.[0];
  if (party?.kind !== 'person') throw new Error('no sample lender');
  return party;
}

/** The sample's borrower as a person. */
export function borrower(d: CaseDocument) {
  const party = d.parties?.[1];
  if (party?.kind !== 'person') throw new Error('no sample borrower');
  return party;
}

/** The sample's loan. */
export function loanOf(d: CaseDocument) {
  const loan = d.loans?.[0];
  if (!loan) throw new Error('no sample loan');
  return loan;
}

/** 10,000 元 of the principal paid back on 2024-03-20. */
export const repaid: Change = (d) => {
  d.transfers?.push({
    id: 'in1',
    loanId: 'loan1',
    direction: 'in',
    date: '2024-03-20',
    amount: '10000.00',
    method: 'bank',
    toAccount: '尾号5678',
    as: 'principal',
  });
};

export const withLawyer: Change = (d) => {
  d.agents = [
    {
      id: 'a1',
      partyId: 'wang',
      name: '赵某',
      kind: 'lawyer',
      unit: '××律师事务所',
      phone: '13700000009',
      authority: 'special',
    },
  ];
};

export const withGuarantor: Change = (d) => {
  d.parties?.push({
    id: 'zhao',
    kind: 'person',
    role: 'guarantor',
    name: '赵某',
    idNumber: '110101198001010010',
    domicile: '甲省乙市丙区解放路3号',
    phone: '13700000003',
  });
};

/** The lender is a company. */
export const asCompany: Change = (d) => {
  if (!d.parties) return;
  d.parties[0] = {
    id: 'wang',
    kind: 'organisation',
    role: 'lender',
    name: '乙市××建材有限公司',
    domicile: '甲省乙市丙区建设路1号',
    representative: '王某',
    representativePosition: '执行董事',
    creditCode: '91350100M000100Y43',
    phone: '13800000001',
    type: 'limitedCompany',
  };
};

/** A loan contract with an arbitration clause. */
export const withArbitration: Change = (d) => {
  Object.assign(loanOf(d), {
    paper: 'contract',
    paperName: '借款合同',
    forumClause: {
      kind: 'arbitration',
      wording: '因本合同产生的争议，提交乙仲裁委员会仲裁。',
      named: '乙仲裁委员会',
    },
  });
};

/** 200,000 元 in Jiangsu: between the two limits of small claims. */
export const betweenLimits: Change = (d) => {
  borrower(d).domicile = '江苏省南京市玄武区和平路2号';
  loanOf(d).agreedAmount = '200000.00';
  if (d.transfers?.[0]) d.transfers[0].amount = '200000.00';
};

const both =
  (...changes: Change[]): Change =>
  (d) => {
    for (const change of changes) change(d);
  };

/** For each paper a case in which it fits and nothing is missing. */
export const EXAMPLES: Record<string, () => PaperContext> = {
  iou: () =>
    preSuit(
      both(answer('iou', { date: '2023-03-01' }), (d) => {
        loanOf(d).paper = 'none';
        loanOf(d).purpose = '建材周转';
      }),
    ),
  receipt: () => preSuit(repaid),
  'reminder-messages': () =>
    preSuit(answer('reminder-messages', { deadline: '2026-02-28' }), '2026-02-10'),
  'demand-letter': () => preSuit(answer('demand-letter', { deadline: '2026-02-10' })),
  'debt-confirmation': () => preSuit(),
  'debt-note': () => preSuit(answer('debt-note', { promised: '2026-02-28' })),
  'lawyer-letter-outline': () =>
    preSuit(both(withLawyer, answer('lawyer-letter-outline', { deadline: '2026-02-10' }))),
  'repayment-agreement': () =>
    preSuit(
      both(withGuarantor, (d) => {
        d.settlement = {
          method: 'custom',
          parts: ['2026-02-28', '2026-04-30', '2026-06-30'].map((due, i) => ({
            ...{ id: `part${i}`, due, amount: '100000.00' },
          })),
        };
      }),
    ),
  'mediation-application': () =>
    preSuit(
      answer('mediation-application', {
        proposal:
          '被申请人于2026年6月30日前偿还100,000元，余款200,000元于2026年12月31日前还清，逾期按剩余本金承担一年期LPR利息',
        online: true,
        assigned: true,
      }),
    ),
  'judicial-confirmation': () =>
    preSuit(
      answer('judicial-confirmation', {
        organisation: '乙市丁区人民调解委员会',
        agreedOn: '2026-04-01',
        terms:
          '李某于2026年12月31日前分期偿还300,000元（第一期2026年6月30日100,000元，第二期2026年9月30日100,000元，第三期2026年12月31日100,000元），逾期一期则全部到期',
      }),
      '2026-04-20',
    ),
  'payment-order-application': () =>
    preSuit(answer('payment-order-application', { noOtherDebts: true })),
  'arbitration-application': () => preSuit(withArbitration),
  'representative-certificate': () => preSuit(asCompany),
  'power-of-attorney': () =>
    contextOf(both(withLawyer, answer('power-of-attorney', { signedOn: '2026-08-01' }))),
  'preservation-application': () =>
    inSuit(
      answer('preservation-application', {
        reason: '被申请人近期频繁对外转账，有转移财产的可能（附流水线索）',
        securityDetail: '××财产保险股份有限公司',
      }),
    ),
  'preservation-guarantee': () =>
    inSuit(
      both(
        answer('preservation-application', {
          reason: '被申请人近期频繁对外转账',
          security: 'property',
          securityDetail: '赵某所有的房屋一套',
        }),
        answer('preservation-guarantee', {
          guarantor: '赵某',
          identity: '公民身份号码110101198001010010',
          property: '甲省乙市丙区解放路3号房屋，不动产权第0001号',
          value: '500000',
        }),
      ),
    ),
  'fee-relief-application': () =>
    preSuit(
      answer('fee-relief-application', {
        ground: '47-3',
        reason: '申请人因建材经营严重亏损，现正接受法律援助',
        proofs: ['法律援助决定书'],
      }),
    ),
  'small-claims-consent': () => preSuit(betweenLimits),
  'procedure-objection': () =>
    inSuit(answer('procedure-objection', { reason: '借款是否交付有争议，需要鉴定' })),
  'withdrawal-application': () =>
    inSuit(
      answer('withdrawal-application', {
        reason: '被告已于2026年4月20日偿还本金300,000元，双方无其他争议',
        performed: true,
      }),
    ),
};
