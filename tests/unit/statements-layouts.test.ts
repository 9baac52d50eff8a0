/** Every supported layout, in the bytes it comes in: entries, totals, refunds, states. */
import { describe, expect, test } from 'vitest';
import { gbk, utf8, utf16, xlsx } from '../fixtures/statements/bytes.ts';
import {
  abc,
  alipay,
  alipay2021,
  alipayWeb,
  boc,
  bocom,
  ccb,
  cmb,
  type Deal,
  icbc,
  wechatCsv,
  wechatSheet,
} from '../fixtures/statements/layouts.ts';
import { gridOf, readAs } from '../helpers/read-statement.ts';

const deals: Deal[] = [
  {
    at: '2023-03-01 09:05:07',
    who: '李某',
    account: '139******02',
    way: 'out',
    yuan: '300000.00',
    number: '20230301220014',
  },
  { at: '2023-03-02 10:00:00', who: '水果店', way: 'out', yuan: '12.34', number: '2023030200001' },
  { at: '2023-06-01 20:30:00', who: '李某', way: 'in', yuan: '5000.00', number: '2023060100002' },
  { at: '2023-06-02 00:00:01', who: '余额宝', way: 'none', yuan: '0.10', number: '2023060200003' },
];
const moving = deals.filter((d) => d.way !== 'none');

const expected = (list: readonly Deal[]) =>
  list.map((d) => ({
    date: d.at.slice(0, 10),
    direction: d.way,
    fen: Math.round(Number(d.yuan) * 100),
    counterparty: d.who,
  }));
const brief = (
  entries: readonly { date: string; direction: string; fen: number; counterparty: string }[],
) =>
  entries.map(({ date, direction, fen, counterparty }) => ({ date, direction, fen, counterparty }));

describe('Alipay', () => {
  for (const [name, bytes] of [
    ['GBK', gbk(alipay(deals))],
    ['UTF-8', utf8(alipay(deals))],
    ['UTF-8 with mark', utf8(alipay(deals, '\n'), true)],
    ['UTF-16', utf16(alipay(deals))],
  ] as const) {
    test(`the app's export in ${name}: every line, owner, totals to the fen`, async () => {
      const s = await readAs(bytes);
      expect(s.grid.found).toMatchObject({ source: 'alipay', name: '支付宝账单', sure: true });
      expect(brief(s.entries)).toEqual(expected(deals));
      expect(s.entries[0]).toMatchObject({
        time: '09:05:07',
        counterAccount: '139******02',
        transactionNumber: '20230301220014',
        method: '招商银行储蓄卡(1234)',
        status: '交易成功',
        merchantNumber: '',
        note: '',
      });
      expect(s.owner).toEqual({ name: '王某', account: '13800000001' });
      expect(s.report.differences).toEqual([]);
      expect(s.report.printed.none).toEqual({ count: 1, fen: 10 });
      expect(s.report).toMatchObject({ rows: 4, first: '2023-03-01', last: '2023-06-02' });
      expect(s.report.problems).toEqual([]);
    });
  }

  test('the row beside an entry is the row of the file, character by character', async () => {
    const text = alipay(deals);
    const s = await readAs(gbk(text));
    const lines = text.split('\r\n');
    for (const e of s.entries) {
      expect(s.grid.rows.find((r) => r.n === e.row)?.raw).toBe(lines[e.row - 1]);
    }
  });

  test('the order of columns of 2021', async () => {
    const s = await readAs(gbk(alipay2021(deals)));
    expect(brief(s.entries)).toEqual(expected(deals));
  });

  test('the old website: paid time, refund column, closed orders, totals by the state of the money', async () => {
    const web = [
      { ...deals[0]!, number: 'a1' },
      { ...deals[1]!, number: 'a2', refunded: '2.34' },
      {
        at: '2023-04-01 08:00:00',
        who: '书店',
        way: 'out' as const,
        yuan: '40.00',
        status: '交易关闭',
        number: 'a3',
      },
      { ...deals[2]!, number: 'a4' },
    ];
    const s = await readAs(gbk(alipayWeb(web)));
    expect(brief(s.entries)).toEqual(expected(web));
    expect(s.entries.map((e) => [e.refunded, e.dead])).toEqual([
      [0, false],
      [234, false],
      [0, true],
      [0, false],
    ]);
    expect(s.report.printed.out).toEqual({ count: 2, fen: 30_001_234 });
    expect(s.report.differences).toEqual([]);
  });

  test('a printed total that differs is told with both figures', async () => {
    const text = alipay(deals).replace('支出：2笔 300012.34元', '支出：3笔 300012.35元');
    const s = await readAs(gbk(text));
    expect(s.report.differences).toEqual([
      '支出：账单上印的是 3 笔 300,012.35 元，逐行相加是 2 笔 300,012.34 元',
    ]);
  });

  test('a refund is matched to its payment by the order number', async () => {
    const list: Deal[] = [
      {
        at: '2023-05-01 10:00:00',
        who: '某店',
        way: 'out',
        yuan: '88.00',
        number: '2023050122',
        merchant: 'T1',
      },
      {
        at: '2023-05-02 10:00:00',
        who: '某店',
        way: 'out',
        yuan: '88.00',
        number: '2023050223',
        merchant: 'T2',
      },
      {
        at: '2023-05-03 10:00:00',
        who: '某店',
        way: 'none',
        yuan: '88.00',
        number: '2023050122_9',
        merchant: 'T1',
        what: '退款-某物',
        type: '退款',
        status: '退款成功',
      },
    ];
    const { entries } = await readAs(gbk(alipay(list)));
    expect(entries[2]!.refundOf).toBe(entries[0]!.row);
    expect(entries.map((e) => e.refunded)).toEqual([8800, 0, 0]);
  });
});

describe('WeChat Pay', () => {
  const wechat: Deal[] = [
    { ...deals[0]!, number: '10000500012023030100', method: '招商银行(1234)' },
    {
      at: '2023-04-01 10:00:00',
      who: '张三',
      way: 'out',
      yuan: '200.00',
      status: '已全额退款',
      number: '1000050002',
    },
    {
      at: '2023-04-02 10:00:01',
      who: '张三',
      way: 'in',
      yuan: '200.00',
      type: '转账-退款',
      status: '已全额退款',
      number: '1000050003',
    },
    {
      at: '2023-04-03 10:00:00',
      who: '某超市',
      way: 'out',
      yuan: '50.00',
      type: '商户消费',
      status: '已退款(￥12.50)',
      number: '1000050004',
    },
    {
      at: '2023-04-04 10:00:00',
      who: '某超市',
      way: 'in',
      yuan: '12.50',
      type: '某超市-退款',
      status: '已退款￥12.50',
      number: '1000050005',
    },
    {
      at: '2023-05-01 10:00:00',
      who: '/',
      way: 'none',
      yuan: '5505.00',
      type: '零钱通转出-到零钱',
      what: '/',
      status: '支付成功',
      number: '1000050006',
    },
    {
      at: '2023-05-02 10:00:00',
      who: '/',
      way: 'none',
      yuan: '2000.00',
      type: '转入零钱通-来自零钱',
      what: '/',
      status: '支付成功',
      number: '1000050007',
    },
    {
      at: '2023-05-03 10:00:00',
      who: '女儿',
      way: 'out',
      yuan: '2243.46',
      type: '亲属卡交易',
      what: '亲属卡',
      number: '1000050008',
    },
    {
      at: '2023-05-04 10:00:00',
      who: '打开某多，点击底部"视频"',
      way: 'in',
      yuan: '0.07',
      type: '商户消费',
      number: '1000050009',
    },
    {
      at: '2023-05-05 10:00:00',
      who: '招商银行(1234)',
      way: 'none',
      yuan: '100.10',
      type: '零钱提现',
      note: '服务费¥0.10',
      status: '提现已到账',
      number: '1000050010',
    },
  ];
  const shownNames = (list: readonly Deal[]) =>
    expected(list).map((e) => ({
      ...e,
      counterparty: e.counterparty === '/' ? '' : e.counterparty,
    }));

  for (const [name, bytes] of [
    ['CSV', utf8(wechatCsv(wechat), true)],
    ['CSV in GBK', gbk(wechatCsv(wechat).replaceAll('¥', '￥'))],
    ['XLSX', xlsx({ Sheet1: wechatSheet(wechat) })],
  ] as const) {
    test(`${name}: ¥, neutral lines, refunds, family card`, async () => {
      const s = await readAs(bytes, `bill.${name}`);
      expect(s.grid.found).toMatchObject({ source: 'wechat', name: '微信支付账单' });
      expect(brief(s.entries)).toEqual(shownNames(wechat));
      expect(s.entries[0]).toMatchObject({
        time: '09:05:07',
        transactionNumber: '10000500012023030100',
      });
      expect(s.entries[2]!.refundOf).toBe(s.entries[1]!.row);
      expect(s.entries[4]!.refundOf).toBe(s.entries[3]!.row);
      expect(s.entries.map((e) => e.refunded)).toEqual([0, 20_000, 0, 1250, 0, 0, 0, 0, 0, 0]);
      expect(s.report.differences).toEqual([]);
      expect(s.report.printed.none?.count).toBe(3);
      expect(s.owner.name).toBe('建材老王');
    });
  }
});

describe('banks', () => {
  for (const [bank, bytes, file] of [
    ['工商银行', gbk(icbc(moving)), 'hisdetail.csv'],
    ['农业银行', gbk(abc(moving)), 'detail.csv'],
    ['建设银行', xlsx({ 明细: ccb(moving) }), 'a.xlsx'],
    ['中国银行', utf8(boc(moving), true), 'b.csv'],
    ['招商银行', gbk(cmb(moving)), 'CMB_1234.csv'],
    ['交通银行', xlsx({ 封面: [['交通银行']], 清单: bocom(moving) }), 'c.xlsx'],
  ] as const) {
    test(`${bank}: entries, balance followed`, async () => {
      const s = await readAs(bytes, file);
      expect(s.grid.found).toMatchObject({ source: 'bank', name: `${bank}流水`, sure: true });
      const list = ['工商银行', '中国银行'].includes(bank) ? [...moving].reverse() : moving;
      expect(brief(s.entries).map((e) => ({ ...e, counterparty: '' }))).toEqual(
        expected(list).map((e) => ({ ...e, counterparty: '' })),
      );
      const lender = s.entries.find((e) => e.fen === 30_000_000);
      expect(`${lender?.counterparty}${lender?.note}`).toContain('李某');
      expect(s.report.balance).toBe('agrees');
      expect(s.report.differences).toEqual([]);
      expect(s.report.problems).toEqual([]);
    });
  }

  test('工行 prints its sums under the columns; 招行 at the foot', async () => {
    const { report } = await readAs(gbk(icbc(moving)), 'x.csv');
    expect(report.printed.in).toEqual({ count: -1, fen: 500_000 });
    const other = await readAs(gbk(cmb(moving)), 'x.csv');
    expect(other.report.printed.out).toEqual({ count: 2, fen: 30_001_234 });
  });

  test('a line missing from the middle breaks the balance at its neighbour', async () => {
    const text = abc(moving).split('\n');
    text.splice(2, 1);
    const { report } = await readAs(gbk(text.join('\n')), 'x.csv');
    expect(report.balance).toBe('breaks');
    expect(report.balanceBreaks).toEqual([3]);
  });

  test('name and number of one cell are taken apart', async () => {
    const { entries } = await readAs(xlsx({ a: ccb(moving) }), 'x.xlsx');
    expect(entries[1]).toMatchObject({
      counterparty: '水果店',
      counterAccount: '6228480000001234567',
    });
  });

  test('foreign currency is left out and told', async () => {
    const text = boc(moving).replace('人民币', '美元');
    const { report, entries } = await readAs(utf8(text), 'x.csv');
    expect(entries).toHaveLength(moving.length - 1);
    expect(report.problems).toEqual([{ row: 3, message: '不是人民币（美元），没有计入' }]);
  });
});

test('an amount column without sign or direction is asked about, never guessed', async () => {
  const text =
    '日期,金额,摘要,对方户名\n2023-03-01,300000.00,转账,李某\n2023-06-01,5000.00,转账,李某\n';
  const { found } = await gridOf(utf8(text));
  expect(found.sure).toBe(false);
  expect(found.mapping?.columns).toEqual({ date: 0, amount: 1, summary: 2, counterparty: 3 });
});

test('dates that do not begin with the year are asked about', async () => {
  const text = '交易日期,收入,支出,对方户名\n3/13/2023,,300000.00,李某\n6/1/2023,5000.00,,李某\n';
  const { found } = await gridOf(utf8(text));
  expect(found.sure).toBe(false);
  expect(found.mapping?.dateOrder).toBe('mdy');
});
