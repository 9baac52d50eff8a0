/** Statements that are damaged, hostile or huge: told with what to do, and survived. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StatementImport, StatementInfo } from '../../shared/statements/calls.ts';
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

  test('50,000 rows: read, stored, searched; the loop is never held for long; cancelling leaves nothing', async () => {
    const many: Deal[] = Array.from({ length: 50_000 }, (_, i) => ({
      at: `2023-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')} 10:00:00`,
      who: i % 1000 === 0 ? '李某' : '某店',
      way: i % 2 ? ('in' as const) : ('out' as const),
      yuan: `${i}.01`,
      number: `9${i}`,
    }));
    const bytes = gbk(alipay(many));
    // Processor time between two turns of the loop: other programs of a busy machine don't count.
    const spent = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
    let longest = 0;
    let last = spent();
    const ticking = setInterval(() => {
      const now = spent();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    const started = spent();
    const info = await one('many.csv', bytes);
    clearInterval(ticking);
    console.info(
      `50,000 rows, ${Math.round(bytes.length / 1e6)} MB: ${Math.round(spent() - started)} ms of processor time, longest hold ${Math.round(longest)} ms`,
    );
    expect(info.report.rows).toBe(50_000);
    expect(info.report.differences).toEqual([]);
    expect(longest).toBeLessThan(1000);
    expect((await lines(info.statementId, 'person')).total).toBe(50);
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
