/** Marked lines of a statement as transfers of the case; no transaction is ever taken twice. */
import type { CaseDocument } from '../case/case.ts';
import { formatAmount, parseAmount, yuan } from '../text/money.ts';
import type { Entry, Mark, Owner, Source, Sum } from './types.ts';

export type TransferDocument = NonNullable<CaseDocument['transfers']>[number];
export type Decision = '' | 'same' | 'different';

/** One line with what the user has said of it. */
export interface MarkedLine {
  entry: Entry;
  mark: Mark | '';
  /** Answer to “is this the transfer that is there already?”. */
  decision: Decision;
}

export interface StatementRef {
  statementId: string;
  source: Source;
  layout: string;
  owner: Owner;
}

/** The id of the transfer made from a line: the same line always makes the same transfer. */
export const transferId = (statementId: string, row: number): string => `st-${statementId}-${row}`;

const directionOf = (mark: Mark | ''): 'out' | 'in' | null =>
  mark === 'out' ? 'out' : mark === '' || mark === 'ignore' ? null : 'in';

/** What stays of a payment after its refunds, in fen. */
export const kept = (e: Entry): number => e.fen - e.refunded;

/**
 * Why a line can't be marked like this; empty = it can. A line without a direction of its own (不计收支) may
 * be either.
 */
export function markProblem(e: Entry, mark: Mark | ''): string {
  const direction = directionOf(mark);
  if (direction === null) return '';
  if (e.direction !== 'none' && e.direction !== direction) {
    return direction === 'out'
      ? '这一行是收进来的钱，不能记作出借'
      : '这一行是付出去的钱，不能记作还款';
  }
  if (e.fen === 0) return '这一行金额为 0';
  if (e.dead) return `这一行没有成交（${e.status}）`;
  if (e.refundOf !== null) return `这一行是第 ${e.refundOf} 行的退款`;
  if (kept(e) <= 0) return '这笔钱已经全额退回';
  return '';
}

const fenOf = (t: TransferDocument): number => {
  const amount = parseAmount(t.amount);
  return amount.ok ? amount.fen : -1;
};

export interface Twin {
  /** same: the very transaction, by its number. maybe: same day, direction and amount; the user decides. */
  kind: 'same' | 'maybe';
  transfer: TransferDocument;
}

/** A transfer of the case that this line may already be. Its own transfer is not meant. */
export function twinOf(
  e: Entry,
  direction: 'out' | 'in',
  statementId: string,
  transfers: readonly TransferDocument[],
): Twin | null {
  const own = `st-${statementId}-`;
  const alike = transfers.filter(
    (t) =>
      t.direction === direction &&
      t.date === e.date &&
      fenOf(t) === kept(e) &&
      t.id !== transferId(statementId, e.row),
  );
  const number = e.transactionNumber;
  const same = number ? alike.find((t) => t.transactionNumber === number) : undefined;
  if (same) return { kind: 'same', transfer: same };
  // Two lines of one statement are two transactions; two different numbers of one kind of account are, too.
  const maybe = alike.find(
    (t) => !t.id.startsWith(own) && !(t.id.startsWith('st-') && number && differs(t, number)),
  );
  return maybe ? { kind: 'maybe', transfer: maybe } : null;
}

/** Numbers of equal length are of the same issuer: if they differ, the transactions do. */
const differs = (t: TransferDocument, number: string): boolean =>
  (t.transactionNumber ?? '') !== '' &&
  t.transactionNumber !== number &&
  t.transactionNumber?.length === number.length;

const METHODS = { alipay: 'alipay', wechat: 'wechat', bank: 'bank' } as const;

const said = (...parts: string[]): string =>
  parts
    .map((p) => p.trim())
    .filter(Boolean)
    .join(' ')
    .slice(0, 500);

function wordsFor(ref: StatementRef, e: Entry, direction: 'out' | 'in') {
  const wallet = { alipay: '支付宝', wechat: '微信支付', bank: ref.layout.replace(/流水$/, '') };
  const paidWith = ref.source === 'bank' ? '' : direction === 'out' ? e.method : '';
  const own = said(ref.owner.name, wallet[ref.source], ref.owner.account, paidWith);
  const other = said(e.counterparty, e.counterAccount);
  const partly =
    e.refunded > 0 ? `原付 ${formatAmount(e.fen)} 元，已退回 ${formatAmount(e.refunded)} 元` : '';
  return {
    fromAccount: direction === 'out' ? own : other,
    toAccount: direction === 'out' ? other : own,
    note: said(e.summary, e.note, partly),
  };
}

/** The transfer that a line becomes. */
export function transferOf(
  ref: StatementRef,
  { entry: e, mark }: MarkedLine,
  loanId: string,
): TransferDocument | null {
  const direction = directionOf(mark);
  if (direction === null) return null;
  return {
    id: transferId(ref.statementId, e.row),
    loanId,
    direction,
    date: e.date,
    ...(e.time ? { time: e.time.slice(0, 5) } : {}),
    amount: yuan(kept(e)),
    method: METHODS[ref.source],
    transactionNumber: e.transactionNumber,
    ...wordsFor(ref, e, direction),
    ...(mark === 'inPrincipal' ? { as: 'principal' as const } : {}),
    ...(mark === 'inInterest' ? { as: 'interest' as const } : {}),
  };
}

/** Count and sum of what is marked, after refunds. */
export function markedSums(lines: readonly MarkedLine[]): Record<'out' | 'in', Sum> {
  const sums = { out: { count: 0, fen: 0 }, in: { count: 0, fen: 0 } };
  for (const { entry, mark } of lines) {
    const direction = directionOf(mark);
    if (direction === null || markProblem(entry, mark) !== '') continue;
    sums[direction].count += 1;
    sums[direction].fen += kept(entry);
  }
  return sums;
}

export interface Acceptance {
  transfers: TransferDocument[];
  /** Rows that became transfers. */
  added: number[];
  /** Rows the user called the same as a transfer that is there: its blank fields were filled. */
  joined: number[];
  /** Rows left out, with the reason. */
  left: { row: number; reason: string }[];
}

/** Fills what a transfer leaves blank from the line it turned out to be. */
function fill(t: TransferDocument, from: TransferDocument): TransferDocument {
  const blank = (k: 'fromAccount' | 'toAccount' | 'transactionNumber' | 'note') =>
    t[k] ? {} : { [k]: from[k] ?? '' };
  return {
    ...t,
    ...(t.time || !from.time ? {} : { time: from.time }),
    ...blank('fromAccount'),
    ...blank('toAccount'),
    ...blank('transactionNumber'),
    ...blank('note'),
  };
}

/**
 * Takes the marked lines into the transfers of a case. A line that is there already is left out; one that
 * may be is left out until the user has decided.
 */
export function acceptLines(
  transfers: readonly TransferDocument[],
  ref: StatementRef,
  lines: readonly MarkedLine[],
  loanId: string,
): Acceptance {
  const result: Acceptance = { transfers: [...transfers], added: [], joined: [], left: [] };
  for (const line of lines) {
    const { entry: e, mark, decision } = line;
    const direction = directionOf(mark);
    const made = transferOf(ref, line, loanId);
    if (direction === null || !made) continue;
    if (result.transfers.some((t) => t.id === made.id)) continue;
    const problem = markProblem(e, mark);
    const twin = twinOf(e, direction, ref.statementId, result.transfers);
    if (problem) result.left.push({ row: e.row, reason: problem });
    else if (twin && decision === 'same') {
      const filled = fill(twin.transfer, made);
      result.transfers = result.transfers.map((t) => (t === twin.transfer ? filled : t));
      if (JSON.stringify(filled) !== JSON.stringify(twin.transfer)) result.joined.push(e.row);
    } else if (twin?.kind === 'same')
      result.left.push({ row: e.row, reason: '这笔交易已经在流水里' });
    else if (twin && decision === '') {
      result.left.push({ row: e.row, reason: '可能与已有的一笔重复，请先选是不是同一笔' });
    } else {
      result.transfers.push(made);
      result.added.push(e.row);
    }
  }
  return result;
}

/**
 * How many of the marked lines are not in the case yet: those to be taken, and those left out with a reason
 * that the user has still to hear. 0: pressing the button again would do nothing.
 */
export function aheadOf(
  transfers: readonly TransferDocument[],
  ref: StatementRef,
  lines: readonly MarkedLine[],
): number {
  const { added, joined, left } = acceptLines(transfers, ref, lines, '');
  return added.length + joined.length + left.length;
}
