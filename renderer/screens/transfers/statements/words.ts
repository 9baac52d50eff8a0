import type { Field, Mark } from '../../../../shared/statements/types.ts';

/** Marks by the key that sets them. */
export const marks: readonly { key: string; mark: Mark | ''; word: string }[] = [
  { key: '1', mark: 'out', word: '出借' },
  { key: '2', mark: 'in', word: '还款' },
  { key: '3', mark: 'ignore', word: '无关' },
  { key: '4', mark: 'inPrincipal', word: '还本金' },
  { key: '5', mark: 'inInterest', word: '还利息' },
  { key: '0', mark: '', word: '清除' },
];
export const markWord = (mark: Mark | ''): string =>
  mark === '' ? '' : (marks.find((m) => m.mark === mark)?.word ?? '');

/** What a column can be, in the order people look for it. */
export const fieldWords: readonly { value: Field; label: string }[] = [
  { value: 'date', label: '日期' },
  { value: 'time', label: '时间' },
  { value: 'amount', label: '金额' },
  { value: 'income', label: '收入金额' },
  { value: 'expense', label: '支出金额' },
  { value: 'direction', label: '收支方向（收/支、借/贷）' },
  { value: 'balance', label: '余额' },
  { value: 'counterparty', label: '对方姓名' },
  { value: 'counterAccount', label: '对方账号' },
  { value: 'counterBoth', label: '对方姓名和账号' },
  { value: 'summary', label: '摘要' },
  { value: 'note', label: '备注、附言' },
  { value: 'type', label: '交易类型' },
  { value: 'method', label: '支付方式' },
  { value: 'status', label: '交易状态' },
  { value: 'refunded', label: '已退款金额' },
  { value: 'transactionNumber', label: '交易号、流水号' },
  { value: 'merchantNumber', label: '商户单号' },
  { value: 'currency', label: '币种' },
];
