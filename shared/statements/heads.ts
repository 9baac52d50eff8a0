/** The words that exports put above their columns. */
import { headName } from './cells.ts';
import type { Field, Mapping } from './types.ts';

/** Heads of columns as the exports write them, the best first. */
const HEADS: Record<Field, readonly (string | RegExp)[]> = {
  direction: [
    '收/支',
    '收支',
    '收入/支出',
    /^借\/?贷(标志|标识|标记|状态|方向)?$/,
    /^(收付|收支|交易收支|资金|交易)(标志|标识|类型|方向|流向)$/,
    '收/付',
  ],
  income: [
    '记账金额(收入)',
    '收入金额',
    '收入',
    '贷方发生额',
    '贷方金额',
    '贷方',
    /^(存入|转入|收款|入账)(金额|额)?$/,
    /^(贷方|收入).*(发生额|金额)/,
    /(金额|发生额)[(/_-]?(收入|贷方?|贷)\)?$/,
    /^收入\((贷方?|贷)\)$/,
    /^贷方?\(收入\)$/,
  ],
  expense: [
    '记账金额(支出)',
    '支出金额',
    '支出',
    '借方发生额',
    '借方金额',
    '借方',
    /^(支取|取出|转出|付款|支付)(金额|额)?$/,
    /^(借方|支出).*(发生额|金额)/,
    /(金额|发生额)[(/_-]?(支出|借方?|借)\)?$/,
    /^支出\((借方?|借)\)$/,
    /^借方?\(支出\)$/,
  ],
  amount: [
    '金额',
    '交易金额',
    '发生额',
    '交易额',
    '记账金额',
    '人民币金额',
    '入账金额',
    '收支金额',
  ],
  balance: [
    '余额',
    '账户余额',
    '本次余额',
    '联机余额',
    '交易后余额',
    '账面余额',
    '当前余额',
    '可用余额',
  ],
  date: [
    '付款时间',
    '交易日期',
    '交易日',
    '记账日期',
    '记账日',
    '入账日期',
    '日期',
    '交易时间',
    '交易日期时间',
    '交易时间戳',
    '时间',
    '记账时间',
    '交易创建时间',
  ],
  otherDate: ['交易创建时间', '创建时间'],
  time: ['交易时间', '记账时间', '时间', '交易时间戳'],
  counterBoth: ['对方账号与户名', '对方户名与账号', '对手信息', '对方信息', '交易对手信息'],
  counterparty: [
    '交易对方',
    '对方户名',
    '对方账户名称',
    '对方账户名',
    '对方名称',
    '对方姓名',
    '对手名称',
    '对手户名',
    '交易对手',
    /^收\/?[(]?付[)]?款?方(名称|户名|姓名)$/,
    '收/付款人',
    '对方单位名称',
    '对方',
  ],
  counterAccount: [
    '对方账号',
    '对方账户',
    '对方卡号/账号',
    '对方账户账号',
    '对方卡号',
    '对方账户账号/卡号',
    '对手账号',
    /^收\/?[(]?付[)]?款?方(账号|账户)$/,
    '交易对手账号',
  ],
  type: ['交易类型', '交易分类', '类型', '交易名称', '业务类型', '交易方式'],
  summary: ['商品说明', '商品', '商品名称', '摘要', '交易摘要', '业务摘要', '交易说明', '用途'],
  method: ['支付方式', '收/付款方式', '交易渠道', '渠道', '交易渠道/场所'],
  status: ['当前状态', '交易状态', '状态'],
  fundStatus: ['资金状态'],
  refunded: ['成功退款', '退款金额'],
  transactionNumber: [
    '交易单号',
    '交易订单号',
    '交易号',
    '流水号',
    '交易流水号',
    '日志号',
    '柜员流水号',
    '核心流水号',
    '业务流水号',
    '凭证号',
  ],
  merchantNumber: ['商户单号', '商家订单号', '商户订单号'],
  currency: ['币种', '币别', '记账币种', '交易币种', '货币'],
  note: [
    '备注',
    '附言',
    '交易附言',
    '交易备注',
    '客户摘要',
    '交易地点/附言',
    '交易详情',
    '交易场所',
  ],
};

/** Order of claiming: a head that two fields could take goes to the first. */
const ORDER: readonly Field[] = [
  'direction',
  'income',
  'expense',
  'amount',
  'balance',
  'date',
  'otherDate',
  'time',
  'counterBoth',
  'counterparty',
  'counterAccount',
  'type',
  'summary',
  'method',
  'status',
  'fundStatus',
  'refunded',
  'transactionNumber',
  'merchantNumber',
  'currency',
  'note',
];

/** Columns of a head row by their words. */
export function columnsOf(cells: readonly string[]): Mapping['columns'] {
  const names = cells.map(headName);
  const taken = new Set<number>();
  const columns: Mapping['columns'] = {};
  for (const field of ORDER) {
    for (const head of HEADS[field]) {
      const at = names.findIndex(
        (name, i) =>
          name !== '' &&
          !taken.has(i) &&
          (typeof head === 'string' ? name === head : head.test(name)),
      );
      if (at < 0) continue;
      columns[field] = at;
      taken.add(at);
      break;
    }
  }
  return columns;
}
