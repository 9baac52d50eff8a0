/** What was lent: the paper, the money, the term, the rate, the security. */
import { z } from 'zod';
import { date, id, line, money, percent, positiveMoney, text, time } from './fields.ts';

/**
 * A rate the way people write it. `month` 2 means 月息2分; `tenThousandthPerDay` 5 means 日万分之五.
 * `lprMultiple` 4 means 4 × one-year LPR. The engine annualises by simple multiplication.
 */
export const rate = z.strictObject({
  value: percent,
  per: z.enum(['year', 'month', 'day', 'tenThousandthPerDay', 'lprMultiple'], {
    error: '利率单位应为 year、month、day、tenThousandthPerDay 或 lprMultiple',
  }),
  /** The words of the note, e.g. 月息2分, and the clause they stand in. */
  wording: line.default(''),
  clause: line.default(''),
});

/** 违约金 or another charge agreed for late payment (Art. 29 caps its total with interest). */
export const penalty = z.strictObject({
  id,
  kind: z.enum(['rate', 'lump']),
  /** kind `rate`: on the overdue principal; kind `lump`: a sum. */
  rate: rate.nullable().default(null),
  amount: money.nullable().default(null),
  wording: line.default(''),
});

/** One due date of an instalment loan. */
export const instalment = z.strictObject({
  id,
  due: date,
  principal: money,
  interest: money.prefault('0.00'),
});

/** 保证 (Civil Code 686 ff.). */
export const guarantee = z.strictObject({
  id,
  /** The guarantor in `parties`. */
  partyId: id,
  kind: z.enum(['general', 'joint', 'unclear']),
  signed: date.nullable().default(null),
  /** Agreed guarantee period in months after the due date; null = not agreed or unclear. */
  periodMonths: z.int().min(0).max(600).nullable().default(null),
  /** The paper names a period in words that fix none (直至还清为止); old contracts treat it apart. */
  periodUnclear: z.boolean().default(false),
  scope: line.default(''),
});

/**
 * 结算后重新出具的借据 (Art. 27): earlier unpaid interest was written into a new note. The transfers out
 * stay what was really handed over; the new note says from when and for how much the debt goes on.
 */
export const rollover = z.strictObject({
  /** The day the parties settled and wrote the new note. */
  settledOn: date,
  /** The sum the new note states. */
  noteAmount: positiveMoney,
  /** The rate of the earlier period; null = none was agreed, so no interest may become principal. */
  earlierRate: rate.nullable().default(null),
});

/** 抵押 or 质押. */
export const security = z.strictObject({
  id,
  kind: z.enum(['mortgage', 'pledge']),
  provider: line.default(''),
  thing: line.default(''),
  signed: date.nullable().default(null),
  maximumAmount: money.nullable().default(null),
  debtFixedOn: date.nullable().default(null),
  registration: z.enum(['registered', 'advance', 'none']).default('none'),
});

/** What the paper says about court or arbitration, word for word. */
export const forumClause = z.strictObject({
  kind: z.enum(['court', 'arbitration', 'either']),
  wording: text,
  /** The court or institution named, as the reader understands it. */
  named: line.default(''),
  /** How the named place is tied to the dispute (CPL art. 35). */
  connection: z
    .enum([
      'defendant',
      'performance',
      'signing',
      'plaintiff',
      'subject',
      'other',
      'none',
      'unknown',
    ])
    .default('unknown'),
});

export const repaymentMethod = z.enum([
  'bullet',
  'principalAtEnd',
  'monthlyInterest',
  'quarterlyInterest',
  'yearlyInterest',
  'instalments',
  'other',
]);

/** One loan on one paper. Money handed over stands in `transfers` with this loan's id. */
export const loan = z.strictObject({
  id,
  /** 借条 · 借款合同 · 欠条 · 收据 · 聊天约定 · 无书面. */
  paper: z.enum(['iou', 'contract', 'debtNote', 'receipt', 'chat', 'none']).default('iou'),
  paperName: line.default('借条'),
  paperNumber: line.default(''),
  signed: date.nullable().default(null),
  signedAt: line.default(''),
  lenderIds: z.array(id).default([]),
  borrowerIds: z.array(id).default([]),
  /** 约定金额. What was provided is the sum of the transfers out. */
  agreedAmount: positiveMoney.nullable().default(null),
  termFrom: date.nullable().default(null),
  /** 到期日: the last day to pay; null = no due date agreed (Civil Code 675). */
  due: date.nullable().default(null),
  instalments: z.array(instalment).default([]),
  /** Creditor may call the whole loan when an instalment is missed; the day it was called. */
  accelerationClause: line.default(''),
  acceleratedOn: date.nullable().default(null),
  /** none = 未约定或约定无息; unclear = 约定不明; agreed = `rate` holds it. */
  interest: z.enum(['none', 'unclear', 'agreed']).default('none'),
  rate: rate.nullable().default(null),
  overdueRate: rate.nullable().default(null),
  penalties: z.array(penalty).default([]),
  repaymentMethod: repaymentMethod.default('principalAtEnd'),
  repaymentMethodOther: line.default(''),
  /** 实现债权的费用由借款人承担 is agreed in the paper. */
  costsClause: line.default(''),
  forumClause: forumClause.nullable().default(null),
  purpose: line.default(''),
  guarantees: z.array(guarantee).default([]),
  securities: z.array(security).default([]),
  otherSecurity: line.default(''),
  otherSecuritySigned: date.nullable().default(null),
  rollover: rollover.nullable().default(null),
  note: text.default(''),
});

/** Money that moved: `out` lender → borrower (交付), `in` borrower → lender (还款). */
export const transfer = z.strictObject({
  id,
  /** in: null = the payer did not say which loan; the order of Civil Code 560 decides. */
  loanId: id.nullable(),
  direction: z.enum(['out', 'in']),
  date,
  /** Clock time, as the statement prints it; for the extract table, never for interest. */
  time: time.nullable().default(null),
  amount: positiveMoney,
  method: z.enum(['bank', 'wechat', 'alipay', 'cash', 'other']).default('bank'),
  /** Account or wallet on each side, as the slip prints it. */
  fromAccount: line.default(''),
  toAccount: line.default(''),
  transactionNumber: line.default(''),
  /** out: part of this amount that came back the same or next day as interest or fee (Art. 26): not principal. */
  withheld: money.prefault('0.00'),
  /** in: what the payer said it was for; null = not said, the law's order applies (Civil Code 561). */
  as: z.enum(['principal', 'interest']).nullable().default(null),
  note: line.default(''),
});

export type Loan = z.output<typeof loan>;
export type Rate = z.output<typeof rate>;
export type Transfer = z.output<typeof transfer>;
export type Guarantee = z.output<typeof guarantee>;
export type ForumClause = z.output<typeof forumClause>;
