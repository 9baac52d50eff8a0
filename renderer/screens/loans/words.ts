/** The words of the loan form. */
import type { Option } from '../../components/index.ts';

export const papers: readonly Option[] = [
  { value: 'iou', label: '借条' },
  { value: 'contract', label: '借款合同' },
  { value: 'debtNote', label: '欠条' },
  { value: 'receipt', label: '收据、收条' },
  { value: 'chat', label: '只有聊天约定' },
  { value: 'none', label: '什么都没写' },
];
export const paperWord = (paper: string | undefined): string =>
  papers.find((p) => p.value === (paper ?? 'iou'))?.label ?? '借条';

export const interests: readonly Option[] = [
  { value: 'none', label: '没有约定利息', note: '借期内不能要利息，逾期后可以' },
  { value: 'unclear', label: '提到利息但没写清', note: '自然人之间视为没有利息' },
  { value: 'agreed', label: '约定了利率' },
];

export const repaymentMethods: readonly Option[] = [
  { value: 'principalAtEnd', label: '到期一次还本' },
  { value: 'bullet', label: '到期一次还本付息' },
  { value: 'monthlyInterest', label: '按月付息，到期还本' },
  { value: 'quarterlyInterest', label: '按季付息，到期还本' },
  { value: 'yearlyInterest', label: '按年付息，到期还本' },
  { value: 'instalments', label: '分期还款' },
  { value: 'other', label: '其他' },
];

export const guaranteeKinds: readonly Option[] = [
  { value: 'general', label: '一般保证', note: '写“还不了时由我还”之类' },
  { value: 'joint', label: '连带责任保证', note: '写“连带”“到期不还就由我还”之类' },
  { value: 'unclear', label: '没写清', note: '2021 年起没写清的按一般保证' },
];

export const registrations: readonly Option[] = [
  { value: 'registered', label: '已登记' },
  { value: 'advance', label: '办了预告登记' },
  { value: 'none', label: '没有登记' },
];

export const forumKinds: readonly Option[] = [
  { value: 'court', label: '约定了法院' },
  { value: 'arbitration', label: '约定了仲裁' },
  { value: 'either', label: '仲裁、诉讼都写了' },
];

export const connections: readonly Option[] = [
  { value: 'plaintiff', label: '原告住所地' },
  { value: 'defendant', label: '被告住所地' },
  { value: 'performance', label: '合同履行地' },
  { value: 'signing', label: '合同签订地' },
  { value: 'subject', label: '标的物所在地' },
  { value: 'other', label: '其他实际联系' },
  { value: 'none', label: '没有联系' },
  { value: 'unknown', label: '说不清' },
];
