/** Which file this is and which column holds what: by the words of its head row, not by its name. */
import { parseStatementAmount } from './amount.ts';
import { cleanCell, headName } from './cells.ts';
import { columnsOf } from './heads.ts';
import { parseMoment } from './moment.ts';
import type { GridRow, Mapping, Source } from './types.ts';

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
