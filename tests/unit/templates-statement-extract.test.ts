/** The extract of long statements: what is listed, in which order, with which pages. */
import { expect, test } from 'vitest';
import { paperText } from '../../templates/paper.ts';
import { build, contextOf, fits, missing } from '../helpers/paper-context.ts';

const ID = 'statement-extract';

const withLines = () =>
  contextOf((d) => {
    d.transfers = [
      ...(d.transfers ?? []),
      {
        ...{ id: 'in1', loanId: 'loan1', direction: 'in', date: '2024-06-01', time: '20:30' },
        ...{ amount: '5000.00', method: 'alipay', as: 'interest', transactionNumber: '20240601C' },
        fromAccount: '李某 139******02',
      },
      {
        ...{ id: 'out2', loanId: 'loan1', direction: 'out', date: '2023-03-02', time: '09:05' },
        ...{ amount: '1234.56', method: 'wechat', transactionNumber: '20230302A' },
      },
    ];
    d.evidence?.push({
      ...{ id: 'e9', group: 'delivery', name: '支付宝账单', proves: ['in1'], pages: 6 },
    });
  });

test('the lines with a transaction number, by day and hour, with their pages and sums', () => {
  const text = paperText(build(ID, withLines())).join('|');
  expect(text).toContain(
    '1|2023-03-02 09:05|出借|李某|1,234.56|20230302A||2|2024-06-01 20:30|还利息|李某 139******02|5,000.00|20240601C|证据5，第16-21页',
  );
  expect(text).toContain('出借合计|1,234.56');
  expect(text).toContain('还款合计|5,000.00');
  expect(text).not.toContain('300,000.00');
});

test('a kind of which nothing is listed has no total', () => {
  const x = withLines();
  x.case.transfers = x.case.transfers.filter((t) => t.direction === 'in' || t.id === 'out1');
  const text = paperText(build(ID, x)).join('|');
  expect(text).not.toContain('出借合计');
  expect(text).toContain('还款合计|5,000.00');
});

test('all transfers when the user asks for them', () => {
  const x = withLines();
  x.case.choices[ID] = { cash: true };
  expect(paperText(build(ID, x)).join('|')).toContain('1|2023-03-01|出借|李某 尾号5678|300,000.00');
});

test('a long number stands in lines that fit its column, nothing of it lost', () => {
  const x = withLines();
  const letters = 'AB'.repeat(35);
  for (const t of x.case.transfers) if (t.transactionNumber) t.transactionNumber = letters;
  const texts = paperText(build(ID, x));
  const at = texts.findIndex((t) => t.startsWith('ABAB'));
  expect(texts.slice(at, at + 3).join('')).toBe(letters);
  expect(texts[at]?.length).toBe(24);
});

test('fits once a transfer has a number; a line without proof is told at its field', () => {
  expect(fits(ID, contextOf()).fits).toBe(false);
  const x = withLines();
  expect(fits(ID, x).fits).toBe(true);
  expect(missing(ID, x)).toContainEqual(
    expect.objectContaining({ path: 'transfers.2.date', level: 'warning' }),
  );
  expect(missing(ID, x).some((m) => m.path === 'transfers.1.date')).toBe(false);
});
