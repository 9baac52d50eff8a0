/** What the records of enforcement are called. */
import type { Case, CaseDocument } from '../../../shared/case/case.ts';

type Enforcement = NonNullable<NonNullable<CaseDocument['enforcement']>>;
export type Clue = NonNullable<CaseDocument['propertyClues']>[number];
export type Inquiry = NonNullable<Enforcement['inquiries']>[number];
export type Distribution = NonNullable<Enforcement['distributions']>[number];
export type Objection = NonNullable<Enforcement['objections']>[number];
export type Resumption = NonNullable<Enforcement['resumptions']>[number];

export const CLUE_KINDS = [
  { value: 'vehicle', label: '车辆' },
  { value: 'account', label: '银行、微信、支付宝账户' },
  { value: 'realEstate', label: '房产、土地' },
  { value: 'equity', label: '公司股权' },
  { value: 'salary', label: '工资、劳务收入' },
  { value: 'claim', label: '别人欠他的钱' },
  { value: 'virtual', label: '网店、虚拟财产' },
  { value: 'other', label: '其他' },
];
export const WAYS = [
  { value: 'network', label: '网络查控' },
  { value: 'onSite', label: '现场调查' },
  { value: 'inPerson', label: '当面询问' },
  { value: 'reply', label: '书面协查' },
  { value: 'lawyerOrder', label: '律师调查令' },
  { value: 'search', label: '搜查' },
  { value: 'other', label: '其他' },
];
export const INQUIRY_RESULTS = [
  { value: 'waiting', label: '还没有结果' },
  { value: 'found', label: '查到了' },
  { value: 'nothing', label: '没有查到' },
];
export const DISTRIBUTION_KINDS = [
  { value: 'transfer', label: '法院扣划、提取' },
  { value: 'auction', label: '拍卖、变卖' },
  { value: 'inKind', label: '以物抵债' },
  { value: 'participation', label: '参与分配' },
];
export const REPORT_RESULTS = [
  { value: 'waiting', label: '还没有报告' },
  { value: 'complete', label: '按期报告了' },
  { value: 'none', label: '拒绝报告、没有报告' },
  { value: 'late', label: '逾期才报告' },
  { value: 'false', label: '报告虚假、有隐瞒' },
];
export const OBJECTION_KINDS = [
  { value: 'act', label: '对执行行为的异议' },
  { value: 'thirdParty', label: '案外人对财产的异议' },
  { value: 'addObligor', label: '追加、变更被执行人' },
];
export const OBJECTION_RESULTS = [
  { value: 'pending', label: '还没有裁定' },
  { value: 'upheld', label: '支持' },
  { value: 'dismissed', label: '驳回' },
];
export const CAUSES = [
  { value: 'assets', label: '终本后发现财产' },
  { value: 'settlement', label: '对方不履行和解' },
  { value: 'fraud', label: '和解是受欺诈、胁迫签的' },
];
export const CLOSING_WAYS = [
  { value: 'paid', label: '全部付清（执行完毕）' },
  { value: 'settled', label: '和解协议履行完毕' },
  { value: 'terminated', label: '终结执行' },
];

/** The label of an answer; of the first one where nothing was chosen. */
export const wordOf = (list: readonly { value: string; label: string }[], value: unknown) =>
  (list.find((x) => x.value === value) ?? list[0])?.label ?? '';

/** Everyone but the creditor, to be chosen from. */
export const debtorOptions = (d: CaseDocument) =>
  (d.parties ?? [])
    .filter((p) => p.role !== 'lender')
    .map((p) => ({ value: p.id, label: p.name || '（未填姓名）' }));

/** Exhibits by number and name. */
export const exhibitOptions = (c: Case | null) =>
  (c?.evidence ?? []).map((e, i) => ({ value: e.id, label: `证据${i + 1} ${e.name}` }));
