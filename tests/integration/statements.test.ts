/** Importing through the handlers: files, rows and marks in the store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StatementImport, StatementInfo } from '../../shared/statements/calls.ts';
import type { Mapping } from '../../shared/statements/types.ts';
import { gbk, utf8 } from '../fixtures/statements/bytes.ts';
import { alipay, type Deal } from '../fixtures/statements/layouts.ts';
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
