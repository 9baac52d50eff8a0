/** Which file this is and which column holds what: by the words of its head row, not by its name. */
import { parseStatementAmount } from './amount.ts';
import { cleanCell, headName } from './cells.ts';
import { parseMoment } from './moment.ts';
import type { Field, GridRow, Mapping, Source } from './types.ts';

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

const hasMoney = (c: Mapping['columns']) =>
  c.amount !== undefined || (c.income !== undefined && c.expense !== undefined);

/** A row that can head a table: a date, an amount, and something more. */
function headScore(cells: readonly string[]): number {
  const columns = columnsOf(cells);
  if (columns.date === undefined || !hasMoney(columns)) return 0;
  const found = Object.keys(columns).length;
  return found >= 3 ? found : 0;
}

/** Head blocks are shorter than this in every known export. */
const HEAD_WITHIN = 80;

export interface Found {
  source: Source;
  /** Name of the layout for people: 支付宝账单, 工商银行流水. */
  name: string;
  /** null = the head row was not recognised. */
  mapping: Mapping | null;
  /** True when every column is certain; else the user confirms the mapping. */
  sure: boolean;
}

const BANKS: readonly [RegExp, string][] = [
  [/工商银行|工行|icbc/i, '工商银行'],
  [/农业银行|农行|abchina/i, '农业银行'],
  [/建设银行|建行|ccb/i, '建设银行'],
  [/招商银行|招行|cmb/i, '招商银行'],
  [/交通银行|交行|bocom/i, '交通银行'],
  [/邮政储蓄|邮储/, '邮储银行'],
  [/中国银行|中行/, '中国银行'],
  [/平安银行/, '平安银行'],
  [/中信银行/, '中信银行'],
  [/浦发银行|浦东发展/, '浦发银行'],
  [/民生银行/, '民生银行'],
  [/兴业银行/, '兴业银行'],
  [/光大银行/, '光大银行'],
  [/广发银行/, '广发银行'],
  [/华夏银行/, '华夏银行'],
];

/** Heads that only one bank's export has. */
const BANK_BY_HEAD: readonly [string, string][] = [
  ['记账金额(收入)', '工商银行'],
  ['对方账号与户名', '建设银行'],
  ['日志号', '农业银行'],
  ['联机余额', '招商银行'],
];

function nameOf(source: Source, titles: string, head: readonly string[], fileName: string): string {
  if (source === 'alipay') return '支付宝账单';
  if (source === 'wechat') return '微信支付账单';
  const names = head.map(headName);
  const bank =
    BANKS.find(([words]) => words.test(titles))?.[1] ??
    BANK_BY_HEAD.find(([word]) => names.includes(word))?.[1] ??
    BANKS.find(([words]) => words.test(fileName))?.[1];
  return bank ? `${bank}流水` : '银行流水';
}

/** The first data rows below a head. */
function sample(rows: readonly GridRow[], mapping: Mapping): GridRow[] {
  const date = mapping.columns.date ?? 0;
  const other = mapping.columns.otherDate;
  return rows
    .filter(
      (r) =>
        r.n > mapping.headRow &&
        (parseMoment(r.cells[date], '', mapping.dateOrder) !== null ||
          (other !== undefined && parseMoment(r.cells[other], '', mapping.dateOrder) !== null)),
    )
    .slice(0, 200);
}

/** Which order dates stand in, when no row reads with the year first. */
function dateOrder(rows: readonly GridRow[], mapping: Mapping): Mapping['dateOrder'] {
  for (const order of ['ymd', 'mdy', 'dmy'] as const) {
    if (sample(rows, { ...mapping, dateOrder: order }).length > 0) return order;
  }
  return 'ymd';
}

/**
 * Recognises a file by its first rows.
 * @param rows the head block and a good stretch of the data
 */
export function recognise(rows: readonly GridRow[], fileName: string): Found {
  const near = rows.slice(0, HEAD_WITHIN);
  let best: GridRow | null = null;
  let score = 0;
  for (const row of near) {
    const s = headScore(row.cells);
    if (s > score) [best, score] = [row, s];
  }
  const before = near.filter((r) => !best || r.n < best.n);
  const titles = before.map((r) => r.raw).join('\n');
  const head = best?.cells ?? [];
  const names = head.map(headName);
  const has = (name: string) => names.includes(name);
  const source: Source =
    /支付宝|Alipay/i.test(titles) ||
    (has('收/支') && (has('交易订单号') || (has('交易号') && has('资金状态'))))
      ? 'alipay'
      : /微信支付账单/.test(titles) || (has('收/支') && has('交易单号') && has('当前状态'))
        ? 'wechat'
        : 'bank';
  const name = nameOf(source, titles, head, fileName);
  if (!best) return { source, name, mapping: null, sure: false };
  const columns = columnsOf(head);
  const draft: Mapping = {
    headRow: best.n,
    columns,
    outSign: 'negative',
    dateOrder: 'ymd',
  };
  const mapping = { ...draft, dateOrder: dateOrder(rows, draft) };
  return { source, name, mapping, sure: isSure(rows, mapping) };
}

/** Certain: the direction of every line is said, and dates are not ambiguous. */
function isSure(rows: readonly GridRow[], mapping: Mapping): boolean {
  const { columns } = mapping;
  if (mapping.dateOrder !== 'ymd') return false;
  if (columns.income !== undefined && columns.expense !== undefined) return true;
  if (columns.direction !== undefined) return true;
  const signs = sample(rows, mapping).map((r) =>
    parseStatementAmount(r.cells[columns.amount ?? 0]),
  );
  // Without a single minus nobody can tell money in from money out.
  return signs.some((a) => a.kind === 'amount' && a.fen < 0);
}

/** The head row as one line: the same layout of the same bank gives the same text. */
export function signatureOf(head: readonly string[]): string {
  const names = head.map(headName);
  while (names.length > 0 && names.at(-1) === '') names.pop();
  return names.join('|').slice(0, 2000);
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The sign between the columns: the one under which a line reads best as a head row, else the commonest. */
export function delimiterOf(text: string): string {
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/, HEAD_WITHIN);
  let best = ',';
  let top = 0;
  for (const d of DELIMITERS) {
    for (const line of lines) {
      const score = headScore(line.split(d).map((c) => cleanCell(c).replace(/^"|"$/g, '')));
      if (score > top) [best, top] = [d, score];
    }
  }
  if (top > 0) return best;
  const count = (d: string) => lines.reduce((n, line) => n + line.split(d).length - 1, 0);
  return DELIMITERS.reduce((a, b) => (count(b) > count(a) ? b : a));
}
