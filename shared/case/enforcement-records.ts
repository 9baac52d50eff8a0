/** What happens in enforcement, as records: inquiries, the report, money shared out, objections, the end. */
import { z } from 'zod';
import { date, id, line, money, text } from './fields.ts';

/** 财产调查: one inquiry and what it found. */
export const inquiry = z.strictObject({
  id,
  date,
  /** network 网络查控 · onSite 现场调查 · inPerson 当面询问 · reply 书面协查 · lawyerOrder 律师调查令 · search 搜查. */
  way: z
    .enum(['network', 'onSite', 'inPerson', 'reply', 'lawyerOrder', 'search', 'other'])
    .default('network'),
  partyId: id.nullable().default(null),
  /** What was asked: 银行存款、车辆、不动产 …. */
  subject: line.default(''),
  result: z.enum(['waiting', 'found', 'nothing']).default('waiting'),
  found: text.default(''),
  evidenceIds: z.array(id).max(200).default([]),
});

/** 财产报告: what the order of `reportOrderServedOn` asks for, and what came of it. */
export const propertyReport = z.strictObject({
  /** Last day to report, as the order says. */
  dueOn: date.nullable().default(null),
  reportedOn: date.nullable().default(null),
  result: z.enum(['waiting', 'complete', 'none', 'late', 'false']).default('waiting'),
  note: text.default(''),
});

/** 分配、拍卖、扣划: money from the debtor's property. The own share counts as a payment once it has a day. */
export const distribution = z.strictObject({
  id,
  /** transfer 扣划、提取 · auction 拍卖变卖 · inKind 以物抵债 · participation 参与分配. */
  kind: z.enum(['transfer', 'auction', 'inKind', 'participation']).default('transfer'),
  /** What it came from. */
  source: line.default(''),
  clueId: id.nullable().default(null),
  /** 分配方案 received: fifteen days to object run from it. */
  planReceivedOn: date.nullable().default(null),
  objectedOn: date.nullable().default(null),
  /** The day that counts against interest: 划拨、提取之日, or the day the ruling took effect. */
  date: date.nullable().default(null),
  total: money.nullable().default(null),
  /** Own share. */
  share: money.nullable().default(null),
  /** The day the court's money arrived; it changes nothing in the interest. */
  receivedOn: date.nullable().default(null),
  documentNumber: line.default(''),
  note: line.default(''),
});

/** 执行异议、复议. */
export const objection = z.strictObject({
  id,
  /** act 执行行为异议 · thirdParty 案外人异议 · addObligor 追加、变更被执行人. */
  kind: z.enum(['act', 'thirdParty', 'addObligor']).default('act'),
  /** Filed by the creditor; false: by the debtor or a third person. */
  ours: z.boolean().default(false),
  by: line.default(''),
  subject: line.default(''),
  filedOn: date.nullable().default(null),
  ruledOn: date.nullable().default(null),
  /** The ruling reached the creditor: the days to ask for review run from it. */
  servedOn: date.nullable().default(null),
  result: z.enum(['pending', 'upheld', 'dismissed']).default('pending'),
  /** 复议, or the suit that the ruling leaves open. */
  reviewFiledOn: date.nullable().default(null),
  documentNumber: line.default(''),
  note: line.default(''),
});

/** 恢复执行. */
export const resumption = z.strictObject({
  id,
  cause: z.enum(['assets', 'settlement', 'fraud']).default('assets'),
  found: text.default(''),
  appliedOn: date.nullable().default(null),
  resumedOn: date.nullable().default(null),
  caseNumber: line.default(''),
});

/** 结案. */
export const closing = z.strictObject({
  /** paid 执行完毕 · settled 和解履行完毕 · terminated 终结执行. */
  way: z.enum(['paid', 'settled', 'terminated']).default('paid'),
  /** 全部付清之日. */
  paidOn: date.nullable().default(null),
  closedOn: date.nullable().default(null),
  documentNumber: line.default(''),
  /** 失信信息删除、限制消费解除、查封冻结解除. */
  listingRemovedOn: date.nullable().default(null),
  banLiftedOn: date.nullable().default(null),
  measuresLiftedOn: date.nullable().default(null),
  note: text.default(''),
});

export type Inquiry = z.output<typeof inquiry>;
export type PropertyReport = z.output<typeof propertyReport>;
export type Distribution = z.output<typeof distribution>;
export type Objection = z.output<typeof objection>;
export type Resumption = z.output<typeof resumption>;
export type Closing = z.output<typeof closing>;
