/** The claim's choices, the suit, the judgment and its enforcement. */
import { z } from 'zod';
import {
  closing,
  distribution,
  inquiry,
  objection,
  propertyReport,
  resumption,
} from './enforcement-records.ts';
import { date, id, line, money, percent, positiveMoney, text } from './fields.ts';
import { bankAccount } from './party.ts';
import { preservation } from './seizure.ts';
import { appeal, evidenceTerm, hearing, mediationRecord, withdrawal } from './suit-records.ts';

/** 实现债权的费用 claimed: only what is agreed, paid and reasonable (rules 1.5). */
export const cost = z.strictObject({
  id,
  kind: z.enum(['lawyer', 'preservationInsurance', 'announcement', 'notary', 'other']),
  amount: positiveMoney,
  paidOn: date.nullable().default(null),
  agreed: z.boolean().default(false),
  note: line.default(''),
});

/** How the claim is counted: every choice the law leaves open, with the recommended default. */
export const claimChoices = z.strictObject({
  /** 暂计至: null = the day of the computation. */
  asOf: date.nullable().default(null),
  /** overdue = 自逾期次日; filing = 仅自起诉之日 (the creditor's choice). */
  claimFrom: z.enum(['overdue', 'filing']).default('overdue'),
  lprAnchor: z.enum(['fixedAtDefault', 'floating', 'atFiling']).default('fixedAtDefault'),
  dayCount: z
    .enum(['actual365', 'actual360', 'months30', 'months', 'thirty360'])
    .default('actual365'),
  countBothEnds: z.boolean().default(false),
  rounding: z.enum(['cent', 'yuan', 'truncateYuan']).default('cent'),
  /** Ask for the old rule for days before 2020-08-20 (Art. 31 needs the request). */
  oldRules: z.boolean().default(true),
  /** Costs count towards the cap of Art. 29 (some courts) or stand beside it (default). */
  costsUnderCap: z.boolean().default(false),
  claimCourtFees: z.boolean().default(true),
  claimSecurity: z.boolean().default(false),
  rescission: z.enum(['none', 'accelerate', 'rescind']).default('none'),
  costs: z.array(cost).default([]),
  /** 其他请求, one line each. */
  otherClaims: z.array(line).default([]),
});

/** What the court asks of the lending itself (Arts. 13, 18); null = not answered. */
export const background = z.strictObject({
  /** Where the money came from; `bankCredit`: a bank loan, a card or an online loan. */
  sourceOfFunds: z.enum(['own', 'bankCredit', 'borrowed', 'raised', 'unknown']).default('unknown'),
  /** The lender knew that the money was meant for gambling, drugs or the like. */
  illegalUse: z.boolean().nullable().default(null),
  /** Every repayment is on record. */
  repaymentsComplete: z.boolean().nullable().default(null),
  /** Obstacles to claiming (Civil Code 194): force majeure, loss of capacity, … */
  obstacles: z
    .array(
      z.strictObject({
        id,
        from: date,
        /** Day the obstacle was gone; null = it still stands. */
        to: date.nullable().default(null),
        note: line.default(''),
      }),
    )
    .max(100)
    .default([]),
});

/** What only the creditor can answer when the routes are compared; null = not answered. */
export const routeAnswers = z.strictObject({
  /** Facts are clear and rights undisputed: simple enough for small claims. */
  factsClear: z.boolean().nullable().default(null),
  /** The other side agrees to small claims above the first limit. */
  agreeSmallClaims: z.boolean().nullable().default(null),
  /** Nothing else is owed or disputed between the two (payment order). */
  noOtherDebts: z.boolean().nullable().default(null),
  /** The other side would talk before a mediator. */
  willMediate: z.boolean().nullable().default(null),
  /** A notarised instrument with the debtor's promise to accept enforcement exists. */
  notarised: z.boolean().nullable().default(null),
  /** Limits of small claims as looked up, where the app has none that can be relied on. */
  smallClaimsLimit: money.nullable().default(null),
  agreedLimit: money.nullable().default(null),
});

/** 起诉. */
export const suit = z.strictObject({
  court: line.default(''),
  filedOn: date.nullable().default(null),
  caseNumber: line.default(''),
  acceptedOn: date.nullable().default(null),
  feeNoticeOn: date.nullable().default(null),
  /** 交费 or leave to pay later: the seven days are met. */
  feePaidOn: date.nullable().default(null),
  /** 举证期限届满之日, as the court's notice says. */
  evidenceDue: date.nullable().default(null),
  procedure: z
    .enum(['smallClaims', 'simplified', 'ordinary', 'paymentOrder', 'unknown'])
    .default('unknown'),
  evidenceTerm: evidenceTerm.prefault({}),
  /** The one hearing of older case files; it stands beside `hearings`. */
  hearingOn: date.nullable().default(null),
  hearings: z.array(hearing).max(100).default([]),
  appeals: z.array(appeal).max(20).default([]),
  mediations: z.array(mediationRecord).max(50).default([]),
  withdrawal: withdrawal.nullable().default(null),
  /** 财产保全 before enforcement, each object with its term and renewals. */
  preservations: z.array(preservation).max(200).default([]),
  /** 诉前保全. */
  preSuitPreservation: z
    .strictObject({
      court: line.default(''),
      date: date.nullable().default(null),
      caseNumber: line.default(''),
    })
    .nullable()
    .default(null),
  /** 对先行调解的意愿: asked, never ticked silently (form 01 A6). */
  mediation: z
    .strictObject({
      understands: z.boolean().nullable().default(null),
      benefits: z.array(z.boolean().nullable()).max(5).default([]),
      willing: z.enum(['yes', 'no', 'undecided']).nullable().default(null),
    })
    .default({ understands: null, benefits: [], willing: null }),
  /** Answers for comparing the routes. */
  routes: routeAnswers.prefault({}),
  /** 签署日期 of the complaint; null leaves it for the pen. */
  signedOn: date.nullable().default(null),
  extraCopies: z.int().min(0).max(9).default(0),
});

/** One operative item (判项), as data: what the debtor has to pay, from when, at what rate. */
export const operativeItem = z.strictObject({
  id,
  /** `courtFee`: 案件受理费、保全费 that the debtor bears; kept apart from the base of doubled interest. */
  kind: z.enum(['principal', 'interest', 'penalty', 'costs', 'courtFee', 'other']),
  amount: money.nullable().default(null),
  /** Its own last day to pay, when the judgment sets instalments; null = the performance period. */
  due: date.nullable().default(null),
  /** kind `interest`: base, first day, rate in percent a year, running to actual payment. */
  base: money.nullable().default(null),
  from: date.nullable().default(null),
  /** Last day when the judgment names one; null = 至实际清偿之日. */
  until: date.nullable().default(null),
  /** `fixed`: `ratePercent`; otherwise `multiple` × one-year LPR, of the filing day or of each day. */
  rateKind: z.enum(['fixed', 'lprAtFiling', 'lprFloating']).default('fixed'),
  multiple: percent.default('1'),
  ratePercent: percent.nullable().default(null),
  wording: text.default(''),
});

/** 判决 · 调解书 · 支付令 · 仲裁裁决 · 公证债权文书. */
export const judgment = z.strictObject({
  kind: z
    .enum(['judgment', 'ruling', 'mediation', 'paymentOrder', 'award', 'notarised'])
    .default('judgment'),
  issuer: line.default(''),
  documentNumber: line.default(''),
  cause: line.default('民间借贷纠纷'),
  decidedOn: date.nullable().default(null),
  byDefault: z.boolean().default(false),
  /** Service on each party: effectiveness counts from the last one (CPL 171). */
  services: z.array(z.strictObject({ partyId: id, date })).default([]),
  effectiveOn: date.nullable().default(null),
  /** 履行期: days after effect, or a fixed last day. */
  performanceDays: z.int().min(0).max(3650).nullable().default(null),
  performanceEnds: date.nullable().default(null),
  /** 判决生效后、申请执行前 the court preserved property (民诉法解释 163). */
  preservedOn: date.nullable().default(null),
  operativeText: text.default(''),
  items: z.array(operativeItem).default([]),
});

/** 执行. */
export const enforcement = z.strictObject({
  court: line.default(''),
  appliedOn: date.nullable().default(null),
  caseNumber: line.default(''),
  acceptedOn: date.nullable().default(null),
  noticeServedOn: date.nullable().default(null),
  reportOrderServedOn: date.nullable().default(null),
  consumptionOrderOn: date.nullable().default(null),
  /** The creditor asked for the listing: the court decides within fifteen days (失信规定 5). */
  listAppliedOn: date.nullable().default(null),
  listedOn: date.nullable().default(null),
  /** 应申请执行人的申请删除失信信息: no new application for six months (失信规定 10). */
  delistedOn: date.nullable().default(null),
  finalisedOn: date.nullable().default(null),
  /** 终本裁定的文书号. */
  finalisedNumber: line.default(''),
  /** 财产报告; null = nothing noted yet. */
  report: propertyReport.nullable().default(null),
  inquiries: z.array(inquiry).max(500).default([]),
  distributions: z.array(distribution).max(500).default([]),
  objections: z.array(objection).max(200).default([]),
  resumptions: z.array(resumption).max(100).default([]),
  closing: closing.nullable().default(null),
  bankAccount: bankAccount.default({ number: '', holder: '', branch: '' }),
  /** Money received after judgment. */
  payments: z
    .array(z.strictObject({ id, date, amount: positiveMoney, note: line.default('') }))
    .default([]),
  preservation: z
    .strictObject({ caseNumber: line.default(''), earliestExpiry: date.nullable().default(null) })
    .nullable()
    .default(null),
  /** 加倍部分 counted from the day after the period's last day (default) or from that day (form 04 B). */
  doubleStart: z.enum(['nextDay', 'expiryDay']).default('nextDay'),
  /** Court fees that the debtor bears count in the base of doubled interest (desks differ; default no). */
  courtFeeInBase: z.boolean().default(false),
  /** 中止、暂缓执行, 再审中止: days that bear no doubled interest unless the debtor applied (Art. 3). */
  stays: z
    .array(
      z.strictObject({
        id,
        from: date,
        /** Last day; null = goes on. */
        to: date.nullable().default(null),
        byDebtor: z.boolean().default(false),
        note: line.default(''),
      }),
    )
    .max(100)
    .default([]),
  otherCosts: z.array(cost).default([]),
  /** Exclusions of 失信规定 Arts. 3–4, answered by the creditor: null = not answered. */
  exclusions: z
    .strictObject({
      sufficientSecurity: z.boolean().nullable().default(null),
      seizedSuffices: z.boolean().nullable().default(null),
      notYetTurn: z.boolean().nullable().default(null),
      minor: z.boolean().nullable().default(null),
    })
    .default({ sufficientSecurity: null, seizedSuffices: null, notYetTurn: null, minor: null }),
  /** 和解协议 on record, and its breach (ground 6). */
  settlement: z
    .strictObject({
      signedOn: date.nullable().default(null),
      terms: text.default(''),
      breachedOn: date.nullable().default(null),
      /** Last day of performance it sets: the two years run again from it (民诉法解释 466). */
      lastDue: date.nullable().default(null),
      /** 全部履行完毕. */
      performedOn: date.nullable().default(null),
    })
    .nullable()
    .default(null),
  signedOn: date.nullable().default(null),
});

export type Cost = z.output<typeof cost>;
export type ClaimChoices = z.output<typeof claimChoices>;
export type Suit = z.output<typeof suit>;
export type Judgment = z.output<typeof judgment>;
export type OperativeItem = z.output<typeof operativeItem>;
export type Enforcement = z.output<typeof enforcement>;
