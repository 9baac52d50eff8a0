/** The parts by themselves: amounts, dates, CSV, masks; and the sums as a property. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStatementAmount } from '../../shared/statements/amount.ts';
import { cleanCell, headName } from '../../shared/statements/cells.ts';
import { csvRows } from '../../shared/statements/csv.ts';
import { debtorsOf, isWith } from '../../shared/statements/match.ts';
import { parseMoment } from '../../shared/statements/moment.ts';
import { splitParty } from '../../shared/statements/read.ts';
import type { Entry } from '../../shared/statements/types.ts';
import { gbk, utf8, xlsx } from '../fixtures/statements/bytes.ts';
import {
  abc,
  alipay,
  bocom,
  ccb,
  type Deal,
  icbc,
  wechatCsv,
  wechatSheet,
} from '../fixtures/statements/layouts.ts';
import { readAs } from '../helpers/read-statement.ts';

const fenOf = (text: string) => {
  const a = parseStatementAmount(text);
  return a.kind === 'amount' ? a.fen : a.kind;
};

describe('amounts', () => {
  test.each([
    ['1,234.50', 123_450],
    ['¥12.00', 1200],
    ['￥-3.00', -300],
    ['-￥3.00', -300],
    ['(1,000.00)', -100_000],
    ['（3.5）', -350],
    ['+5', 500],
    ['3.00-', -300],
    ['１２３．４５', 12_345],
    ['−7.10', -710],
    ['0.1', 10],
    ['.5', 50],
    ['12.5元', 1250],
    ['人民币8.00', 800],
    ['12.3400', 1234],
    ['\t88.00 \t', 8800],
    ['="99.10"', 9910],
    ['-0.00', 0],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%s', (text, fen) => {
    expect(fenOf(text)).toBe(fen > 99_999_999_999_999 ? 'bad' : fen);
  });
  test.each(['', ' ', '-', '--', '/', '——'])('“%s” is no amount', (text) => {
    expect(fenOf(text)).toBe('blank');
  });
  test.each([
    '=1+1',
    '+cmd|calc',
    '1.234',
    '1,23.00',
    '1.234,56',
    '1e3',
    '--5',
    '(-5)',
    '12.00.00',
    '十元',
    '=SUM(A1:A9)',
  ])('%s is refused, never computed', (text) => {
    expect(fenOf(text)).toBe('bad');
  });
  test('any amount, printed in any of the ways, is read to the fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.integer({ min: 0, max: 4 }),
        (fen, how) => {
          const abs = Math.abs(fen);
          const plain = `${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
          const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
          const minus = fen < 0 ? '-' : '';
          const shown = [
            `${minus}${plain}`,
            `${minus}${grouped}`,
            `${minus}¥${grouped}`,
            fen < 0 ? `(${grouped})` : grouped,
            `${minus}${plain}\t`.replace(/[\d.]/g, (c) =>
              String.fromCharCode(c.charCodeAt(0) + 0xfee0),
            ),
          ][how];
          return fenOf(shown ?? '') === fen || (fen === 0 && fenOf(shown ?? '') === 0);
        },
      ),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2024-03-01 09:05:07', '', '2024-03-01 09:05:07'],
    ['2024/3/1 9:05', '', '2024-03-01 09:05:00'],
    ['2024.03.01', '', '2024-03-01 '],
    ['20240301', '93005', '2024-03-01 09:30:05'],
    ['20240301123456', '', '2024-03-01 12:34:56'],
    ['2024年3月1日', '09:30', '2024-03-01 09:30:00'],
    ['2024-03-01T09:05:07.123', '', '2024-03-01 09:05:07'],
    ['45352', '', '2024-03-01 '],
    ['45352.378553240741', '', '2024-03-01 09:05:07'],
    ['\t20240301', '\t10:00:00', '2024-03-01 10:00:00'],
  ])('%s %s', (day, clock, expected) => {
    const m = parseMoment(day, clock);
    expect(`${m?.date} ${m?.time}`).toBe(expected);
  });
  test.each([
    '',
    '2024-02-30',
    '2024-13-01',
    '3/1/2024',
    '24-03-01',
    '合计',
    '=TODAY()',
    '2024-03-01 25:00:00',
  ])('“%s” is no date', (text) => {
    expect(parseMoment(text, '')).toBeNull();
  });
  test('the order of day and month is the one that was chosen', () => {
    expect(parseMoment('3/4/2024', '', 'mdy')?.date).toBe('2024-03-04');
    expect(parseMoment('3/4/2024', '', 'dmy')?.date).toBe('2024-04-03');
    expect(parseMoment('13/4/2024', '', 'mdy')).toBeNull();
  });
});

describe('rows of a CSV', () => {
  const cells = (text: string, d = ',') => [...csvRows(text, d)].map((r) => r.cells);
  test('mixed line ends, quotes, doubled quotes, line breaks inside', () => {
    const text = 'a,b\r\n"x ""y""",2\n"two\nlines",3\rlast,4';
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['x "y"', '2'],
      ['two\nlines', '3'],
      ['last', '4'],
    ]);
    expect([...csvRows(text, ',')].map((r) => r.n)).toEqual([1, 2, 3, 5]);
  });
  test('blank lines keep the numbers of the file', () => {
    expect([...csvRows('a\n\n\r\nb\n', ',')].map((r) => [r.n, r.cells.join()])).toEqual([
      [1, 'a'],
      [2, ''],
      [3, ''],
      [4, 'b'],
    ]);
  });
  test('a quote inside a field is a letter; one that never closes does not swallow the file', () => {
    expect(cells('点击底部"视频",1\n')).toEqual([['点击底部"视频"', '1']]);
    const rows = Array.from({ length: 60 }, (_, i) => `r${i},1`);
    rows[10] = '"open,1';
    expect(cells(rows.join('\n'))).toHaveLength(60);
    expect(cells(rows.join('\n'))[10]).toEqual(['"open', '1']);
  });
  test('what is joined by commas and quoted comes back as it was', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '张', ' ', '\t'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows
            .map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });
});

test('cells: the text in ="…" is taken, other formulas stay text', () => {
  expect(cleanCell('="6222020200001234567"')).toBe('6222020200001234567');
  expect(cleanCell('=1+1')).toBe('=1+1');
  expect(cleanCell('=HYPERLINK("http://x","y")')).toBe('=HYPERLINK("http://x","y")');
  expect(headName('金额（元）   ')).toBe('金额');
  expect(headName('日 志 号')).toBe('日志号');
  expect(headName('借贷状态(Dc Flg)')).toBe('借贷状态');
  expect(headName('交易金额(收入)')).toBe('交易金额(收入)');
});

test('a cell with name and number', () => {
  expect(splitParty('6217000000001234/李某')).toEqual({
    account: '6217000000001234',
    name: '李某',
  });
  expect(splitParty('李某 66666666666666')).toEqual({ account: '66666666666666', name: '李某' });
  expect(splitParty('某公司1111111111')).toEqual({ account: '1111111111', name: '某公司' });
  expect(splitParty('李某')).toEqual({ account: '', name: '李某' });
  expect(splitParty('7天酒店')).toEqual({ account: '', name: '7天酒店' });
});

describe('the borrower', () => {
  const entry = (over: Partial<Entry>): Entry => ({
    ...{ row: 1, date: '2023-03-01', time: '', direction: 'out', fen: 1, balance: null },
    ...{ counterparty: '', counterAccount: '', type: '', summary: '', method: '', status: '' },
    ...{
      transactionNumber: '',
      merchantNumber: '',
      note: '',
      refunded: 0,
      refundOf: null,
      dead: false,
    },
    ...over,
  });
  const person = debtorsOf({
    parties: [
      {
        id: 'a',
        kind: 'person',
        role: 'borrower',
        name: '李小某',
        phone: '13900000002',
        email: 'rimeng@qq.com',
      },
      { id: 'b', kind: 'person', role: 'lender', name: '王某' },
    ],
    transfers: [
      {
        id: 't',
        loanId: 'l',
        direction: 'out',
        date: '2023-03-01',
        amount: '1.00',
        toAccount: '李小某 尾号5678',
      },
    ],
  });
  test.each([
    { counterparty: '李小某' },
    { counterparty: '财付通-李小某' },
    { note: '转给李小某的钱' },
    { counterparty: '李*某' },
    { counterparty: '阿李(**某)' },
    { counterAccount: '139******02' },
    { counterAccount: '13900000002' },
    { counterAccount: 'rim***@qq.com' },
    { counterAccount: '6228480000000005678' },
    { counterAccount: '6228****5678' },
  ])('is found in %o', (over) => {
    expect(isWith(entry(over), person)).toBe(true);
  });
  test.each([
    { counterparty: '王某' },
    { counterparty: '李*' },
    { counterparty: '***' },
    { counterAccount: '138******02' },
    { counterAccount: '6228480000000005679' },
    { counterAccount: '*' },
    { counterparty: '水果店' },
  ])('is not found in %o', (over) => {
    expect(isWith(entry(over), person)).toBe(false);
  });
});

describe('sums', () => {
  const deal: fc.Arbitrary<Deal> = fc.record({
    at: fc
      .integer({ min: 0, max: 364 * 86_400 })
      .map((s) =>
        new Date(Date.UTC(2023, 0, 1) + s * 1000).toISOString().replace('T', ' ').slice(0, 19),
      ),
    who: fc.constantFrom('李某', '某店', '张三', '"引号"', 'a,b'),
    way: fc.constantFrom('in', 'out'),
    yuan: fc
      .integer({ min: 1, max: 1_000_000_000_00 })
      .map((f) => `${Math.floor(f / 100)}.${String(f % 100).padStart(2, '0')}`),
    number: fc.integer({ min: 1e9, max: 9e9 }).map(String),
  });
  const layouts: Record<string, (deals: Deal[]) => Buffer> = {
    支付宝: (d) => gbk(alipay(d.map((x) => ({ ...x, who: x.who.replace(/[",]/g, '') })))),
    'WeChat CSV': (d) => utf8(wechatCsv(d)),
    'WeChat XLSX': (d) => xlsx({ a: wechatSheet(d) }),
    工行: (d) => gbk(icbc(d.map((x) => ({ ...x, who: '某' })))),
    农行: (d) => gbk(abc(d.map((x) => ({ ...x, who: '某' })))),
    建行: (d) => xlsx({ a: ccb(d) }),
    交行: (d) => xlsx({ a: bocom(d) }),
  };
  for (const [name, build] of Object.entries(layouts)) {
    test(`${name}: the sum of what is read is the sum of what was printed, to the fen`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deal, { minLength: 2, maxLength: 12 }), async (deals) => {
          const signed = deals.some((d) => d.way === 'out')
            ? deals
            : [{ ...deals[0]!, way: 'out' as const }, ...deals];
          const { report } = await readAs(build([...signed]), 'x.xlsx');
          const sum = (way: 'in' | 'out') =>
            signed
              .filter((d) => d.way === way)
              .reduce((n, d) => n + BigInt(d.yuan.replace('.', '')), 0n);
          expect(BigInt(report.parsed.in.fen)).toBe(sum('in'));
          expect(BigInt(report.parsed.out.fen)).toBe(sum('out'));
          expect(report.rows).toBe(signed.length);
          expect(report.differences).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });
  }
});
