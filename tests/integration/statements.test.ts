/** Importing through the handlers: files, rows and marks in the store; hostile files told and survived. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StatementImport, StatementInfo } from '../../shared/statements/calls.ts';
import type { Mapping } from '../../shared/statements/types.ts';
import { gbk, utf8, workbookParts, xlsx, zipped } from '../fixtures/statements/bytes.ts';
import { alipay, type Deal, wechatCsv, wechatSheet } from '../fixtures/statements/layouts.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

const deals: Deal[] = [
  {
    at: '2023-03-01 09:05:07',
    who: '李某',
    account: '139******02',
    way: 'out',
    yuan: '300000.00',
    number: '2023A',
  },
  { at: '2023-03-02 10:00:00', who: '水果店', way: 'out', yuan: '12.34', number: '2023B' },
  { at: '2024-06-01 20:30:00', who: '*某', way: 'in', yuan: '5000.00', number: '2023C' },
];

let k: Kit;
let caseId: string;
let folder: string;

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-statements-'));
});
afterEach(async () => {
  await cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const bring = async (...paths: string[]): Promise<StatementImport[]> =>
  k.call['statements.importPaths']({ caseId, paths });
async function one(name: string, bytes: Buffer): Promise<StatementInfo> {
  const [done] = await bring(file(name, bytes));
  if (done?.kind !== 'statement') throw new Error(JSON.stringify(done));
  return done.statement;
}
async function refused(name: string, bytes: Buffer): Promise<string> {
  const [done] = await bring(file(name, bytes));
  if (done?.kind !== 'refused') throw new Error(JSON.stringify(done));
  return done.message;
}
const lines = async (
  statementId: string,
  show: 'person' | 'marked' | 'all',
  search = '',
  words = '',
) => k.call['statements.lines']({ caseId, statementId, show, search, words });
const files = () => k.call['evidence.files']({ caseId });

describe('the way in', () => {
  test('the dialog: the file is kept as evidence, its rows beside the entries', async () => {
    const text = alipay(deals);
    k.answers.openFiles = [file('支付宝.csv', gbk(text))];
    const [done] = await k.call['statements.import']({ caseId });
    if (done?.kind !== 'statement') throw new Error('not imported');
    const { statement } = done;
    expect(statement).toMatchObject({
      layout: '支付宝账单',
      fileName: '支付宝.csv',
      source: 'alipay',
    });
    expect(statement.report.differences).toEqual([]);
    const kept = await k.call['evidence.read']({ fileId: statement.fileId });
    expect(Buffer.from(kept.bytes).equals(gbk(text))).toBe(true);
    const all = await lines(statement.statementId, 'all');
    expect(all.total).toBe(3);
    expect(all.sums.out).toEqual({ count: 2, fen: 30_001_234 });
    const row = all.lines[0]!.entry.row;
    const raw = async (n: number) =>
      (await k.call['statements.raw']({ caseId, statementId: statement.statementId, row: n })).raw;
    expect(await raw(row)).toBe(text.split('\r\n')[row - 1]);
    expect(await raw(3)).toBe('姓名：王某');
  });

  test("only the debtor's lines, also where the name or the phone is masked; more by words and search", async () => {
    const { statementId } = await one('a.csv', gbk(alipay(deals)));
    const his = await lines(statementId, 'person');
    expect(his.person).toContain('李某');
    expect(his.lines.map((l) => l.entry.transactionNumber)).toEqual(['2023A', '2023C']);
    expect((await lines(statementId, 'person', '', '水果店')).total).toBe(3);
    expect((await lines(statementId, 'all', '5,000')).lines.map((l) => l.entry.fen)).toEqual([
      500_000,
    ]);
  });

  test('marks and decisions are kept over a lock; a removed statement comes back', async () => {
    const { statementId } = await one('a.csv', gbk(alipay(deals)));
    const rows = (await lines(statementId, 'person')).lines.map((l) => l.entry.row);
    k.call['statements.mark']({ caseId, statementId, rows: [rows[0]!], mark: 'out' });
    k.call['statements.mark']({
      caseId,
      statementId,
      rows: [rows[1]!],
      mark: 'inInterest',
      decision: 'different',
    });
    await k.call['store.lock']({});
    await k.call['store.unlock']({ passphrase: null });
    await k.context.store.upkeep;
    expect(k.call['statements.marked']({ caseId, statementId })).toMatchObject([
      { mark: 'out', decision: '' },
      { mark: 'inInterest', decision: 'different' },
    ]);
    k.call['statements.remove']({ caseId, statementId });
    expect(k.call['statements.list']({ caseId })).toEqual([]);
    expect(files()).toEqual([]);
    k.call['statements.restore']({ caseId, statementId });
    expect(k.call['statements.list']({ caseId })).toHaveLength(1);
    expect(files()).toHaveLength(1);
    k.call['statements.remove']({ caseId, statementId });
    await k.call['store.lock']({});
    await k.call['store.unlock']({ passphrase: null });
    await k.context.store.upkeep;
    const { db } = k.context.store.current;
    expect(db.prepare('SELECT count(*) AS n FROM statement_rows').get()).toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM statements').get()).toEqual({ n: 0 });
  });

  test('the same file again opens the statement that is there; an overlapping one names the row', async () => {
    const first = await one('a.csv', gbk(alipay(deals)));
    const [again] = await bring(file('副本.csv', gbk(alipay(deals))));
    expect(again).toMatchObject({
      kind: 'statement',
      again: true,
      statement: { statementId: first.statementId },
    });
    const later = await one('b.csv', gbk(alipay(deals.slice(0, 1))));
    const [line] = (await lines(later.statementId, 'all')).lines;
    const source = (await lines(first.statementId, 'all')).lines[0]!;
    expect(line?.also).toEqual({ fileName: 'a.csv', row: source.entry.row });
  });

  test('a statement of another case cannot be read or marked', async () => {
    const { statementId } = await one('a.csv', gbk(alipay(deals)));
    const other = k.call['cases.create']({}) as { caseId: string };
    for (const call of [
      () => k.call['statements.raw']({ caseId: other.caseId, statementId, row: 1 }),
      () => k.call['statements.marked']({ caseId: other.caseId, statementId }),
      () =>
        k.call['statements.mark']({ caseId: other.caseId, statementId, rows: [1], mark: 'out' }),
      () => k.call['statements.remove']({ caseId: other.caseId, statementId }),
    ]) {
      expect(call).toThrow(/找不到这份账单/);
    }
  });
});

describe('columns named by the user', () => {
  const text = (day: string) =>
    `某某村镇银行\n记账,数额,往来,事由\n${day},300000.00,李某,借款\n2024-06-01,-5000.00,李某,还款\n`;
  const mapping: Mapping = {
    headRow: 2,
    columns: { date: 0, amount: 1, counterparty: 2, summary: 3 },
    outSign: 'positive',
    dateOrder: 'ymd',
  };

  test('an unknown layout asks, is read as told, and is known the next time', async () => {
    const [asked] = await bring(file('x.csv', utf8(text('2023-03-01'))));
    if (asked?.kind !== 'question') throw new Error('did not ask');
    expect(asked.question.rows[1]).toEqual({ n: 2, cells: ['记账', '数额', '往来', '事由'] });
    const done = await k.call['statements.map']({ caseId, fileId: asked.question.fileId, mapping });
    if (done.kind !== 'statement') throw new Error('not imported');
    const { lines: read } = await lines(done.statement.statementId, 'all');
    expect(read.map((l) => [l.entry.direction, l.entry.fen, l.entry.counterparty])).toEqual([
      ['out', 30_000_000, '李某'],
      ['in', 500_000, '李某'],
    ]);
    const next = await one('y.csv', utf8(text('2023-03-05')));
    expect(next.report.first).toBe('2023-03-05');
  });

  test('giving up takes the file out again', async () => {
    const [asked] = await bring(file('x.csv', utf8(text('2023-03-01'))));
    if (asked?.kind !== 'question') throw new Error('did not ask');
    expect(asked.question.fresh).toBe(true);
    k.call['evidence.removeFile']({ caseId, fileId: asked.question.fileId });
    expect(files()).toEqual([]);
  });
});

describe('hostile and broken files', () => {
  test.each([
    ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /另存为 XLSX/],
    ['a.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), /PDF 账单/],
    ['a.xls', Buffer.from('<html><table><tr><td>1</td></tr></table>'), /网页文件/],
    ['a.zip', zipped({ '账单.csv': 'x' }), /压缩包/],
    ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /图片/],
    ['a.csv', Buffer.alloc(0), /空的/],
    ['a.csv', Buffer.from([0xff, 0x80, 0xff, 0x00, 0x81, 0x20, 0xff, 0xff]), /读不出来/],
    ['a.xlsx', Buffer.from('PK\x03\x04 xl/ but nothing more, and no directory at all'), /损坏/],
  ])('%s is refused with what to do, and leaves nothing behind', async (name, bytes, words) => {
    expect(await refused(name, bytes)).toMatch(words);
    expect(files()).toEqual([]);
    expect(k.call['statements.list']({ caseId })).toEqual([]);
  });

  test('a bad file stops none of the others', async () => {
    const good = file('good.csv', gbk(alipay(deals)));
    const done = await bring(
      file('bad.pdf', Buffer.from('%PDF-1.4')),
      good,
      join(folder, 'gone.csv'),
    );
    expect(done.map((d) => d.kind)).toEqual(['refused', 'statement', 'refused']);
  });

  test('a zip bomb is stopped while it unpacks, whatever its directory claims', async () => {
    const parts = workbookParts({ a: wechatSheet(deals) });
    const sheet = 'xl/worksheets/sheet1.xml';
    parts[sheet] = parts[sheet]!.replace(
      '</sheetData>',
      `${' '.repeat(80 * 1024 * 1024)}</sheetData>`,
    );
    const bomb = zipped(parts);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await refused('bomb.xlsx', bomb)).toMatch(/大得不正常/);
    // The directory now says the sheet is small.
    const at = bomb.lastIndexOf(Buffer.from(sheet)) - 46;
    expect(bomb.readUInt32LE(at)).toBe(0x02014b50);
    bomb.writeUInt32LE(1000, at + 24);
    expect(await refused('liar.xlsx', bomb)).toMatch(/大得不正常/);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(files()).toEqual([]);
  });

  test('entity bombs and unknown entities are refused', async () => {
    const parts = workbookParts({ a: wechatSheet(deals) });
    const strings = parts['xl/sharedStrings.xml']!;
    const withDoctype = {
      ...parts,
      'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${strings}`,
    };
    expect(await refused('doctype.xlsx', zipped(withDoctype))).toMatch(/损坏/);
    const unknown = { ...parts, 'xl/sharedStrings.xml': strings.replace('微信支付', '&b;') };
    expect(await refused('entity.xlsx', zipped(unknown))).toMatch(/损坏/);
  });

  test('a workbook cut short is refused', async () => {
    const whole = xlsx({ a: wechatSheet(deals) });
    for (const share of [0.3, 0.7, 0.99]) {
      expect(
        await refused('cut.xlsx', whole.subarray(0, Math.floor(whole.length * share))),
      ).toMatch(/损坏/);
    }
  });

  test('a CSV cut short is read as far as it goes, and told', async () => {
    const bytes = gbk(wechatCsv([...deals, ...deals]).replaceAll('¥', '￥'));
    const { report } = await one('cut.csv', bytes.subarray(0, bytes.length - 60));
    expect(report.rows).toBeGreaterThanOrEqual(5);
    expect(report.notes.join()).toMatch(/不完整/);
    expect(report.differences.join()).toMatch(/账单上印的是 6 笔/);
  });

  test('mixed line ends and formulas: text stays text, bad amounts are told by row', async () => {
    const text = alipay([
      ...deals,
      {
        at: '2023-04-01 00:00:00',
        who: '=HYPERLINK("http://x")',
        way: 'out',
        yuan: '=1+1',
        number: '="999"',
        what: '+cmd|calc',
      },
      { at: '2023-04-02 00:00:00', who: '@SUM(A1)', way: 'out', yuan: '1.00', number: '="2023D"' },
    ])
      .split('\r\n')
      .map((l, i) => l + ['\r\n', '\n', '\r'][i % 3])
      .join('');
    const info = await one('a.csv', utf8(text, true));
    expect(info.report.rows).toBe(4);
    expect(info.report.problems.map((p) => p.message)).toEqual(['金额“=1+1”看不懂']);
    const { lines: read } = await lines(info.statementId, 'all');
    expect(read.at(-1)?.entry).toMatchObject({
      counterparty: '@SUM(A1)',
      transactionNumber: '2023D',
      fen: 100,
    });
  });

  test('a workbook whose amount is a formula gives its stored text, not a computation', async () => {
    const sheet = wechatSheet(deals);
    sheet[sheet.length - 1]![5] = { formula: 'SUM(1,2)', value: '5000.00' };
    const info = await one('f.xlsx', xlsx({ a: sheet }));
    expect((await lines(info.statementId, 'all')).lines.at(-1)?.entry.fen).toBe(500_000);
  });

  test('numbers that a spreadsheet has rounded are not taken for transaction numbers', async () => {
    const text = alipay([{ ...deals[0]!, number: '2.02303E+27' }]);
    const info = await one('a.csv', gbk(text));
    expect(info.report.notes.join()).toMatch(/科学计数法/);
    expect((await lines(info.statementId, 'all')).lines[0]!.entry.transactionNumber).toBe('');
  });

  test('200,000 rows: read, stored, searched; the loop is never held for long; cancelling leaves nothing', async () => {
    const many: Deal[] = Array.from({ length: 200_000 }, (_, i) => ({
      at: `2023-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')} 10:00:00`,
      who: i % 1000 === 0 ? '李某' : '某店',
      way: i % 2 ? ('in' as const) : ('out' as const),
      yuan: `${i}.01`,
      number: `9${i}`,
    }));
    const bytes = gbk(alipay(many));
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const started = performance.now();
    const info = await one('many.csv', bytes);
    const took = performance.now() - started;
    clearInterval(ticking);
    console.info(
      `200,000 rows, ${Math.round(bytes.length / 1e6)} MB: ${Math.round(took)} ms, longest hold ${Math.round(longest)} ms`,
    );
    expect(info.report.rows).toBe(200_000);
    expect(info.report.differences).toEqual([]);
    expect(longest).toBeLessThan(1500);
    expect((await lines(info.statementId, 'person')).total).toBe(200);
    const other = bytes.subarray(0, bytes.length - 2000);
    k.onEvent = (e) => {
      if (e.event === 'job.progress' && e.done > 60) k.call['jobs.cancel']({ jobId: e.jobId });
    };
    expect(await refused('cancelled.csv', Buffer.from(other))).toMatch(/停止/);
    expect(k.call['statements.list']({ caseId })).toHaveLength(1);
    expect(files()).toHaveLength(1);
    const { db } = k.context.store.current;
    expect(db.prepare("SELECT count(*) AS n FROM statements WHERE state = 'staged'").get()).toEqual(
      { n: 0 },
    );
  }, 120_000);

  test('a folder is told apart from a file', async () => {
    mkdirSync(join(folder, 'd.csv'));
    expect((await bring(join(folder, 'd.csv')))[0]).toMatchObject({ kind: 'refused' });
  });
});
