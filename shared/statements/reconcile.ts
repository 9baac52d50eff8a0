/** What a file prints of its own totals, and whether the lines read add up to it, to the fen. */
import { formatAmount } from '../text/money.ts';
import { parseStatementAmount } from './amount.ts';
import { cleanCell } from './cells.ts';
import type { Direction, Entry, GridRow, Mapping, Owner, Report, Sum, Sums } from './types.ts';

export const noSums = (): Sums => ({
  in: { count: 0, fen: 0 },
  out: { count: 0, fen: 0 },
  none: { count: 0, fen: 0 },
});

export function addTo(sums: Sums, direction: Direction, fen: number): void {
  sums[direction].count += 1;
  sums[direction].fen += fen;
}

type Printed = Report['printed'];

const KINDS: Record<string, Direction> = {
  收入: 'in',
  存入: 'in',
  贷方: 'in',
  支出: 'out',
  支取: 'out',
  借方: 'out',
  不计收支: 'none',
  中性交易: 'none',
};

// 收入：1笔 28.50元 · 已收入:10笔,1000.00元 · # 收入合计: 10 笔, 共 1000.00 元
const LINE =
  /(待?)已?(收入|支出|存入|支取|贷方|借方|不计收支|中性交易)(?:合计|总计|总额|发生额)*\s*[:：]?\s*(\d+)\s*笔[,，]?\s*(?:共|计|金额)*\s*[:：]?\s*([¥￥]?-?[\d,]+(?:\.\d+)?)\s*元?/g;
const COUNT = /共\s*(\d+)\s*笔/;

/** Totals printed in the head block or at the foot. */
export function printedTotals(rows: readonly GridRow[], mapping: Mapping): Printed {
  const printed: Printed = { in: null, out: null, none: null, count: null };
  const { income, expense } = mapping.columns;
  for (const row of rows) {
    const text = row.cells.map(cleanCell).filter(Boolean).join(' ');
    // The row as it stands: a thousands comma outside quotes has cut its cells.
    const line = row.raw.replaceAll('"', '').replaceAll('\t', ' ');
    for (const [, pending, word, count, amount] of line.matchAll(LINE)) {
      const kind = pending ? undefined : KINDS[word ?? ''];
      const sum = parseStatementAmount(amount);
      if (kind && sum.kind === 'amount') printed[kind] = { count: Number(count), fen: sum.fen };
    }
    const all = COUNT.exec(text);
    if (all && !/收入|支出/.test(text)) printed.count = Number(all[1]);
    // 人民币合计,,,,"1,234.56","9,876.54": the sums stand under their columns, without a count.
    if (/^(人民币)?(合计|总计|本页合计|累计)/.test(text) && income !== undefined) {
      const [i, e] = [income, expense ?? -1].map((c) => parseStatementAmount(row.cells[c]));
      if (i?.kind === 'amount') printed.in = { count: -1, fen: i.fen };
      if (e?.kind === 'amount') printed.out = { count: -1, fen: Math.abs(e.fen) };
    }
  }
  return printed;
}

const WORDS: Record<Direction, string> = { in: '收入', out: '支出', none: '不计收支' };

function differs(what: string, printed: Sum | null, parsed: Sum): string[] {
  if (!printed) return [];
  const counted = printed.count >= 0 && printed.count !== parsed.count;
  if (printed.fen === parsed.fen && !counted) return [];
  const of = (s: Sum) => `${s.count >= 0 ? `${s.count} 笔 ` : ''}${formatAmount(s.fen)} 元`;
  return [`${what}：账单上印的是 ${of(printed)}，逐行相加是 ${of(parsed)}`];
}

/** Every difference between the printed totals and the sums of the lines, in words. */
export function differences(printed: Printed, parsed: Sums, entries: number): string[] {
  const kinds = (['in', 'out', 'none'] as const).flatMap((k) =>
    differs(WORDS[k], printed[k], parsed[k]),
  );
  const count =
    printed.count !== null && printed.count !== entries
      ? [`笔数：账单上印的是 ${printed.count} 笔，读到 ${entries} 笔`]
      : [];
  return [...count, ...kinds];
}

/** Follows the balance column in either order of time. Rows of another order or account break it. */
export function followBalance(
  entries: readonly Entry[],
): Pick<Report, 'balance' | 'balanceBreaks'> {
  const known = entries.filter((e) => e.balance !== null);
  if (known.length < 2) return { balance: 'none', balanceBreaks: [] };
  const moved = (e: Entry) => (e.direction === 'in' ? e.fen : e.direction === 'out' ? -e.fen : 0);
  const breaks = (falling: boolean) =>
    known.flatMap((e, i) => {
      const before = known[i - 1];
      if (!before) return [];
      const [early, late] = falling ? [e, before] : [before, e];
      return (early.balance ?? 0) + moved(late) === late.balance ? [] : [e.row];
    });
  const [up, down] = [breaks(false), breaks(true)];
  const fewest = up.length <= down.length ? up : down;
  return {
    balance: fewest.length === 0 ? 'agrees' : 'breaks',
    balanceBreaks: fewest.slice(0, 20),
  };
}

const NAME = /(?:姓\s*名|户\s*名|客户姓名|账户名称|微信昵称)\s*[:：]\s*\[?([^\]\s,，:：]{1,60})/;
const ACCOUNT =
  /(?:支付宝账[户号]|卡\s*号|账\s*号|账\s*户|卡号\/账号)\s*[:：]\s*\[?([^\]\s,，]{3,60})/;

/** Whose statement it is, from the rows before the head. */
export function ownerOf(rows: readonly GridRow[]): Owner {
  const owner: Owner = { name: '', account: '' };
  for (const row of rows) {
    const text = row.cells.map(cleanCell).filter(Boolean).join(' ');
    owner.name ||= NAME.exec(text)?.[1] ?? '';
    owner.account ||= ACCOUNT.exec(text)?.[1] ?? '';
  }
  return owner;
}
