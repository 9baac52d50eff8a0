/** From the rows of a file to its entries, by the columns of a mapping. */
import { halfWidth } from '../text/normalise.ts';
import { parseStatementAmount } from './amount.ts';
import { cleanCell, isRounded, wordsOf } from './cells.ts';
import { type Moment, parseMoment } from './moment.ts';
import { addTo, differences, followBalance, noSums, ownerOf, printedTotals } from './reconcile.ts';
import { isRefund, matchRefunds } from './refunds.ts';
import type {
  Direction,
  Entry,
  Field,
  GridRow,
  Mapping,
  ParsedStatement,
  RowProblem,
  Source,
} from './types.ts';

/** Longest text kept of one column; the whole row stays beside the entry. */
const MAX_TEXT = 300;

const FOOTER =
  /^[-=*_#—]{2,}|^[#＃]|合计|总计|累计|^共\s*\d+\s*笔|[收支][入出][:：]|^(说明|注|备注|特别提示|导出时间|温馨提示|以上|第\s*\d+\s*页)/;
const CLOSED = /关闭|失败|已撤销|已取消|对方已退还/;
const WAITING = /待付款|等待付款/;

function directionOf(word: string): Direction | null {
  const s = halfWidth(word);
  if (s === '' || /不计|中性|其他|^\/$/.test(s)) return 'none';
  if (/支出|支取|转出|付款|^借|^dr?\b|^d$|^出$|^付$|^支$|^out/i.test(s)) return 'out';
  if (/收入|存入|转入|收款|^贷|^cr?\b|^c$|^入$|^收$|^存$|^in/i.test(s)) return 'in';
  return null;
}

/** `6217…/李某`, `李某 6217…`, `李某6217…`: name and number of one cell. */
export function splitParty(text: string): { name: string; account: string } {
  const first = /^([\d*xX]{4,})\s*[/／\s]\s*(\D.*)$/.exec(text);
  if (first) return { account: first[1] ?? '', name: (first[2] ?? '').trim() };
  const last = /^(.*?[^\d*\s/／])[\s/／]*([\d*]{8,})$/.exec(text);
  if (last) return { name: (last[1] ?? '').trim(), account: last[2] ?? '' };
  return /^[\d*]{8,}$/.test(text) ? { name: '', account: text } : { name: text, account: '' };
}

/** What a state says has come back: 已全额退款, 已退款(￥12.00). */
function refundedBy(status: string, fen: number): number {
  if (/已?全额退款/.test(status)) return fen;
  const part = /已退款\s*[（(]?\s*([¥￥]?[\d,]+(?:\.\d+)?)/.exec(status);
  const amount = parseStatementAmount(part?.[1]);
  return amount.kind === 'amount' ? Math.min(fen, amount.fen) : 0;
}

type Read = { entry: Entry; fundStatus: string } | { problem: string } | { other: true };

function readRow(row: GridRow, mapping: Mapping, plusExpense: boolean): Read {
  const { columns } = mapping;
  const cell = (f: Field) => (columns[f] === undefined ? undefined : row.cells[columns[f]]);
  const words = (f: Field) => wordsOf(cell(f)).slice(0, MAX_TEXT);
  if (row.cells.every((c) => cleanCell(c) === '')) return { other: true };
  const moment: Moment | null =
    parseMoment(cell('date'), cell('time'), mapping.dateOrder) ??
    parseMoment(cell('otherDate'), '', mapping.dateOrder);
  const money = amountOf(row, mapping, plusExpense);
  if (!moment) {
    const shown = cleanCell(cell('date'));
    const first = row.cells.map(cleanCell).find((c) => c !== '') ?? '';
    const filled = row.cells.filter((c) => cleanCell(c) !== '').length;
    if (FOOTER.test(first) || filled < 2 || !('fen' in money)) return { other: true };
    return { problem: shown ? `日期“${shown.slice(0, 40)}”看不懂` : '没有日期' };
  }
  if (!('fen' in money)) return { problem: money.problem };
  const currency = words('currency');
  if (currency && !/人民币|CNY|RMB|^156$|^001$|^01$|^元$/i.test(currency)) {
    return { problem: `不是人民币（${currency}），没有计入` };
  }
  const both = splitParty(words('counterBoth'));
  const status = words('status');
  const balance = parseStatementAmount(cell('balance'));
  const number = (f: Field) => {
    const text = words(f);
    return isRounded(text) ? '' : text;
  };
  const refunded = parseStatementAmount(cell('refunded'));
  return {
    fundStatus: words('fundStatus'),
    entry: {
      row: row.n,
      ...moment,
      direction: money.direction,
      fen: money.fen,
      balance: balance.kind === 'amount' ? balance.fen : null,
      counterparty: words('counterparty') || both.name,
      counterAccount: number('counterAccount') || both.account,
      type: words('type'),
      summary: words('summary'),
      method: words('method'),
      status,
      transactionNumber: number('transactionNumber'),
      merchantNumber: number('merchantNumber'),
      note: words('note'),
      // The refund's own line carries the same words; there they tell of the payment.
      refunded: /退款/.test(words('type'))
        ? 0
        : Math.max(
            refundedBy(status, money.fen),
            refunded.kind === 'amount' ? Math.min(money.fen, Math.abs(refunded.fen)) : 0,
          ),
      refundOf: null,
      dead: CLOSED.test(status) || WAITING.test(status),
    },
  };
}

/** The amount and its way, by two columns, by a direction column, or by the sign. */
function amountOf(
  row: GridRow,
  { columns, outSign }: Mapping,
  plusExpense: boolean,
): { direction: Direction; fen: number } | { problem: string } {
  if (columns.income !== undefined && columns.expense !== undefined) {
    const income = parseStatementAmount(row.cells[columns.income]);
    const expense = parseStatementAmount(row.cells[columns.expense]);
    for (const a of [income, expense]) if (a.kind === 'bad') return { problem: a.message };
    const i = income.kind === 'amount' ? income.fen : 0;
    const o = expense.kind === 'amount' ? expense.fen : 0;
    if (i !== 0 && o !== 0) return { problem: '收入和支出两栏都有数，分不清方向' };
    if (income.kind === 'blank' && expense.kind === 'blank') return { problem: '没有金额' };
    // A minus among amounts without one is a reversal: the money went the other way. Exports that print
    // every expense with a minus mean nothing by it.
    if (o !== 0) return { direction: o < 0 && plusExpense ? 'in' : 'out', fen: Math.abs(o) };
    return { direction: i < 0 ? 'out' : 'in', fen: Math.abs(i) };
  }
  const amount = parseStatementAmount(row.cells[columns.amount ?? -1]);
  if (amount.kind === 'bad') return { problem: amount.message };
  if (amount.kind === 'blank') return { problem: '没有金额' };
  const fen = Math.abs(amount.fen);
  if (columns.direction !== undefined) {
    const word = cleanCell(row.cells[columns.direction]);
    const direction = directionOf(word);
    if (!direction) return { problem: `收支方向“${word.slice(0, 20)}”看不懂` };
    return { direction, fen };
  }
  const out = outSign === 'negative' ? amount.fen < 0 : amount.fen > 0;
  return { direction: out ? 'out' : 'in', fen };
}

const EVERY = 500;
/** Problems listed one by one; the rest are only counted. */
const MAX_PROBLEMS = 200;

/**
 * Reads a whole file. Yields the number of rows done from time to time, so that the caller can pause; the
 * statement is what the generator returns.
 */
export function* readStatement(
  rows: readonly GridRow[],
  mapping: Mapping,
  source: Source,
): Generator<number, ParsedStatement> {
  const entries: Entry[] = [];
  const refunds: Entry[] = [];
  const others: GridRow[] = [];
  const problems: RowProblem[] = [];
  const sums = noSums();
  const printedSums = noSums();
  let unread = 0;
  let first = '';
  let last = '';
  let rounded = false;
  let hasFundStatus = false;
  const numbers = [mapping.columns.transactionNumber, mapping.columns.counterAccount];
  const { expense } = mapping.columns;
  const plusExpense =
    expense !== undefined &&
    rows.some((r) => {
      const a = parseStatementAmount(r.cells[expense]);
      return r.n > mapping.headRow && a.kind === 'amount' && a.fen > 0;
    });
  for (const [i, row] of rows.entries()) {
    if (i % EVERY === EVERY - 1) yield i;
    if (row.n <= mapping.headRow) {
      if (row.n < mapping.headRow) others.push(row);
      continue;
    }
    const read = readRow(row, mapping, plusExpense);
    if ('other' in read) others.push(row);
    else if ('problem' in read) {
      unread += 1;
      if (problems.length < MAX_PROBLEMS) problems.push({ row: row.n, message: read.problem });
    } else {
      const { entry, fundStatus } = read;
      entries.push(entry);
      if (isRefund(entry, source !== 'bank')) refunds.push(entry);
      addTo(sums, entry.direction, entry.fen);
      if (first === '' || entry.date < first) first = entry.date;
      if (entry.date > last) last = entry.date;
      // The old web export counts by the state of the money, not by the column 收/支.
      hasFundStatus ||= fundStatus !== '';
      const kind = { 已收入: 'in' as const, 已支出: 'out' as const }[fundStatus];
      if (kind) addTo(printedSums, kind, entry.fen);
      rounded ||= numbers.some((c) => c !== undefined && isRounded(cleanCell(row.cells[c])));
    }
  }
  yield rows.length;
  matchRefunds(entries, refunds);
  yield rows.length;
  const printed = printedTotals(others, mapping);
  const huge = Object.values(sums).some((s) => !Number.isSafeInteger(s.fen));
  return {
    entries,
    owner: ownerOf(others.filter((r) => r.n < mapping.headRow)),
    report: {
      rows: entries.length,
      first,
      last,
      parsed: sums,
      printed,
      differences: differences(printed, hasFundStatus ? printedSums : sums, entries.length),
      ...followBalance(entries),
      problems,
      notes: [
        ...(unread > problems.length ? [`另有 ${unread - problems.length} 行没有读出来`] : []),
        ...(huge ? ['金额合计大得超出可以精确相加的范围，请核对文件。'] : []),
        ...(rounded
          ? ['有的交易号或账号被表格软件改写成了科学计数法，数字已丢失；请导入没有另存过的原文件。']
          : []),
      ],
    },
  };
}
