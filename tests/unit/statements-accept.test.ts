/** Marked lines become transfers: the right way round, never twice, what is doubtful left to the user. */
import { expect, test } from 'vitest';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import {
  acceptLines,
  aheadOf,
  type MarkedLine,
  markProblem,
  type StatementRef,
  type TransferDocument,
} from '../../shared/statements/accept.ts';
import type { Entry, Mark } from '../../shared/statements/types.ts';

const ref: StatementRef = {
  statementId: 'abc',
  source: 'alipay',
  layout: '支付宝账单',
  owner: { name: '王某', account: '138' },
};
const entry = (row: number, over: Partial<Entry> = {}): Entry => ({
  ...{ row, date: '2024-06-01', time: '09:05:07', direction: 'out', fen: 500_000, balance: null },
  ...{
    counterparty: '李某',
    counterAccount: '139******02',
    type: '',
    summary: '转账',
    method: '余额',
  },
  ...{ status: '交易成功', transactionNumber: `n${row}`, merchantNumber: '', note: '借款' },
  ...{ refunded: 0, refundOf: null, dead: false },
  ...over,
});
const line = (e: Entry, mark: Mark | '', decision: MarkedLine['decision'] = ''): MarkedLine => ({
  entry: e,
  mark,
  decision,
});
const existing: TransferDocument = {
  id: 't1',
  loanId: 'loan1',
  direction: 'out',
  date: '2024-06-01',
  amount: '5000.00',
};

test('a line becomes a transfer with its number, time, accounts and way; the case stays valid', () => {
  const lines = [
    line(entry(20), 'out'),
    line(entry(21, { direction: 'in', date: '2024-07-01', fen: 1 }), 'inInterest'),
    line(entry(22), 'ignore'),
    line(entry(23), ''),
  ];
  const { transfers, added, left } = acceptLines([], ref, lines, 'loan1');
  expect({ added, left }).toEqual({ added: [20, 21], left: [] });
  expect(transfers).toEqual([
    {
      ...{ id: 'st-abc-20', loanId: 'loan1', direction: 'out', date: '2024-06-01', time: '09:05' },
      ...{ amount: '5000.00', method: 'alipay', transactionNumber: 'n20' },
      ...{ fromAccount: '王某 支付宝 138 余额', toAccount: '李某 139******02', note: '转账 借款' },
    },
    expect.objectContaining({
      direction: 'in',
      as: 'interest',
      amount: '0.01',
      fromAccount: '李某 139******02',
    }),
  ]);
  const sample = sampleCase();
  expect(parseCase({ ...sample, transfers: [...(sample.transfers ?? []), ...transfers] }).ok).toBe(
    true,
  );
});

test('taking the same lines again adds nothing', () => {
  const lines = [line(entry(20), 'out')];
  const once = acceptLines([], ref, lines, 'loan1').transfers;
  expect(acceptLines(once, ref, lines, 'loan1')).toMatchObject({
    transfers: once,
    added: [],
    left: [],
  });
});

test('the same transaction in another statement is known by its number', () => {
  const once = acceptLines([], ref, [line(entry(20), 'out')], 'loan1').transfers;
  const again = acceptLines(
    once,
    { ...ref, statementId: 'other' },
    [line(entry(7, { transactionNumber: 'n20' }), 'out')],
    'loan1',
  );
  expect(again.added).toEqual([]);
  expect(again.left).toEqual([{ row: 7, reason: '这笔交易已经在流水里' }]);
});

test('two equal payments of one day in one statement are two', () => {
  const lines = [20, 21].map((row) => line(entry(row, { transactionNumber: '' }), 'out'));
  expect(acceptLines([], ref, lines, 'loan1').added).toEqual([20, 21]);
});

test('same day and amount as a transfer typed before: left until decided, then joined or added', () => {
  const ask = acceptLines([existing], ref, [line(entry(20), 'out')], 'loan1');
  expect(ask.transfers).toEqual([existing]);
  expect(ask.left[0]?.reason).toContain('是不是同一笔');
  const same = acceptLines([existing], ref, [line(entry(20), 'out', 'same')], 'loan1');
  expect(same.transfers).toEqual([
    expect.objectContaining({
      id: 't1',
      amount: '5000.00',
      transactionNumber: 'n20',
      time: '09:05',
    }),
  ]);
  expect(same.joined).toEqual([20]);
  expect(
    acceptLines(same.transfers, ref, [line(entry(20), 'out', 'same')], 'loan1').joined,
  ).toEqual([]);
  const two = acceptLines([existing], ref, [line(entry(20), 'out', 'different')], 'loan1');
  expect(two.transfers).toHaveLength(2);
});

test('a payment that came back is not lent; one that came back in part counts for the rest', () => {
  const full = acceptLines([], ref, [line(entry(20, { refunded: 500_000 }), 'out')], 'loan1');
  expect(full).toMatchObject({ added: [], left: [{ row: 20, reason: '这笔钱已经全额退回' }] });
  const part = acceptLines([], ref, [line(entry(20, { refunded: 120_000 }), 'out')], 'loan1');
  expect(part.transfers[0]).toMatchObject({ amount: '3800.00' });
  expect(part.transfers[0]?.note).toContain('原付 5,000.00 元，已退回 1,200.00 元');
});

test('a mark against the direction of the money is refused; neutral lines may be either', () => {
  expect(markProblem(entry(1), 'in')).toContain('付出去');
  expect(markProblem(entry(1, { direction: 'in' }), 'out')).toContain('收进来');
  expect(markProblem(entry(1, { direction: 'none' }), 'out')).toBe('');
  expect(markProblem(entry(1, { direction: 'none' }), 'in')).toBe('');
  expect(markProblem(entry(1, { dead: true, status: '交易关闭' }), 'out')).toContain('没有成交');
  expect(markProblem(entry(1, { direction: 'in', refundOf: 9 }), 'in')).toContain('第 9 行的退款');
  expect(markProblem(entry(1, { fen: 0 }), 'ignore')).toBe('');
});

test('nothing is ahead once every marked line is in the case; one not decided yet still is', () => {
  const lines = [line(entry(20), 'out'), line(entry(22), 'ignore')];
  expect(aheadOf([], ref, lines)).toBe(1);
  const { transfers } = acceptLines([], ref, lines, 'loan1');
  expect(aheadOf(transfers, ref, lines)).toBe(0);
  expect(aheadOf([existing], ref, [line(entry(20), 'out')])).toBe(1);
  const joined = acceptLines([existing], ref, [line(entry(20), 'out', 'same')], 'loan1');
  expect(aheadOf(joined.transfers, ref, [line(entry(20), 'out', 'same')])).toBe(0);
});
