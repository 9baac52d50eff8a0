/** Cases: saved as typed, found, deleted and put back, handed over as files; settings; the record. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { jsonFault } from '../../main/store/json-position.ts';
import { markCase } from '../../main/store/purge.ts';
import type { StoredCase } from '../../shared/api.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

const list = (k: Kit, search = '') =>
  k.call['cases.list']({ search }) as { caseId: string; title: string; hit: string }[];
const get = (k: Kit, caseId: string) => k.call['cases.get']({ caseId }) as StoredCase;

test('the sample case comes back as it went in', async () => {
  const k = await openKit();
  const made = (await k.call['cases.sample']({})) as StoredCase;
  expect(get(k, made.caseId)).toEqual({
    archivedAt: null,
    caseId: made.caseId,
    revision: 1,
    document: sampleCase(made.caseId),
  });
  expect(k.call['cases.list']({ search: '' })).toMatchObject([
    { caseId: made.caseId, title: '王某诉李某', borrowers: '李某', hit: '' },
  ]);
});

test('half-typed values are kept; a stale save and a wrong shape are refused', async () => {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  const typed = {
    ...document,
    title: '三十万那笔',
    transfers: [{ ...document.transfers![0]!, amount: '3o0000', date: '2023-13' }],
  };
  const save = (revision: number, content: object) =>
    k.call['cases.save']({ caseId, revision, document: content as Record<string, unknown> });
  expect(save(1, typed)).toEqual({ revision: 2 });
  expect(get(k, caseId).document).toEqual(typed);
  expect(list(k)[0]!.title).toBe('三十万那笔');
  expect((await refusal(() => save(1, document))).code).toBe('stale');
  for (const wrong of [
    { ...document, transfers: 'none' },
    { ...document, surprise: 1 },
    { ...document, id: 'another' },
    { ...document, parties: [null] },
  ]) {
    expect((await refusal(() => save(2, wrong))).code).toBe('bad-document');
  }
  expect(get(k, caseId)).toEqual({ caseId, archivedAt: null, revision: 2, document: typed });
  expect((await refusal(() => k.call['cases.get']({ caseId: 'none' }))).code).toBe('no-case');
});

test('search finds two characters, three, figures with commas, rare characters, and shows where', async () => {
  const k = await openKit();
  const a = (await k.call['cases.sample']({})) as StoredCase;
  const b = (await k.call['cases.create']({})) as StoredCase;
  const party = {
    id: 'p',
    kind: 'person',
    role: 'borrower',
    name: '欧阳𬀩',
    domicile: '100%路_甲"乙',
  };
  k.call['cases.save']({
    caseId: b.caseId,
    revision: 1,
    document: { ...b.document, parties: [party], note: 'Alipay 记录\n第二行' },
  });
  const found = (q: string) =>
    list(k, q)
      .map((c) => c.caseId)
      .sort();
  expect(found('李某')).toEqual([a.caseId]);
  expect(found('欧阳')).toEqual([b.caseId]);
  expect(found('欧阳𬀩')).toEqual([b.caseId]);
  expect(found('𬀩')).toEqual([b.caseId]);
  expect(found('银行转账电子回单')).toEqual([a.caseId]);
  expect(found('300,000.00')).toEqual([a.caseId]);
  expect(found('alipay')).toEqual([b.caseId]);
  expect(found('alipay 欧阳')).toEqual([b.caseId]);
  expect(found('alipay 李某')).toEqual([]);
  expect(found('100%')).toEqual([b.caseId]);
  expect(found('0%')).toEqual([b.caseId]);
  expect(found('%')).toEqual([b.caseId]);
  expect(found('_')).toEqual([b.caseId]);
  expect(found('甲"乙')).toEqual([b.caseId]);
  expect(found('" OR "')).toEqual([]);
  // Words of the program are not words of the user.
  expect(found('person')).toEqual([]);
  expect(found('   ')).toHaveLength(2);
  expect(list(k, '答应尽快')[0]!.hit).toContain('答应尽快还款');
  // What is no longer in the case is no longer found.
  k.call['cases.save']({ caseId: b.caseId, revision: 2, document: b.document });
  expect(found('欧阳')).toEqual([]);
  expect(found('alipay')).toEqual([]);
});

test('a case whose deletion was cut short is gone from the file after the lock', async () => {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const big = join(k.dir, 'big.bin');
  writeFileSync(big, Buffer.alloc(6 * 1024 * 1024, 9));
  await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [big] });
  // Marked, and no more: as after a crash in the middle.
  const { current } = k.context.store;
  const row = current.db.prepare<[], { n: number }>('SELECT n FROM cases').get();
  markCase(current, row?.n ?? 0, caseId);
  expect(list(k)).toEqual([]);
  expect(list(k, '王某')).toEqual([]);
  expect(k.call['evidence.files']({ caseId })).toEqual([]);
  expect((await refusal(() => get(k, caseId))).code).toBe('no-case');
  current.db.pragma('wal_checkpoint(TRUNCATE)');
  const size = k.bytes().length;
  await k.call['store.lock']({});
  expect(k.bytes().length).toBeLessThan(size - 5 * 1024 * 1024);
  expect(readdirSync(k.data).sort()).toEqual([
    'backups',
    'jieju.db',
    'jieju.key.json',
    'jieju.lock',
  ]);
  await k.call['store.unlock']({ passphrase: null });
  const { db } = k.context.store.current;
  const count = (sql: string) => db.prepare<[], { n: number }>(sql).get()!.n;
  expect(count('SELECT count(*) AS n FROM cases')).toBe(0);
  expect(count('SELECT count(*) AS n FROM evidence_chunks')).toBe(0);
  expect(count("SELECT count(*) AS n FROM case_search WHERE body LIKE '%王某%'")).toBe(0);
  expect(k.call['audit.verify']({})).toMatchObject({ faults: [] });
});

test('export and import: the same case, a fresh id when the old one is taken', async () => {
  const k = await openKit();
  const { caseId, document } = (await k.call['cases.sample']({})) as StoredCase;
  k.answers.saveFile = join(k.dir, 'out.jieju.json');
  const out = await k.call['cases.export']({ caseId });
  expect(out).toEqual({
    path: k.answers.saveFile,
    note: expect.stringContaining('不含证据原件'),
  });
  expect(k.asked.at(-1)).toMatchObject({ defaultName: '王某诉李某.jieju.json' });
  expect(JSON.parse(readFileSync(k.answers.saveFile, 'utf8'))).toEqual(document);
  expect(readdirSync(k.dir).filter((n) => n.includes('.tmp'))).toEqual([]);

  k.answers.openFile = k.answers.saveFile;
  const copy = (await k.call['cases.import']({})) as { case: StoredCase };
  expect(copy.case.caseId).not.toBe(caseId);
  const withoutFiles = document.evidence!.map((e) => ({ ...e, fileIds: [] }));
  const expected = { ...document, id: copy.case.caseId, evidence: withoutFiles };
  expect(get(k, copy.case.caseId).document).toEqual(expected);
  // The law and the papers see the same case.
  const [a, b] = [parseCase(document), parseCase({ ...expected, id: caseId })];
  expect(b).toEqual(a);

  const other = await openKit();
  other.answers.openFile = k.answers.saveFile;
  const moved = (await other.call['cases.import']({})) as { case: StoredCase };
  expect(moved.case.caseId).toBe(caseId);
  other.answers.openFile = null;
  expect(await other.call['cases.import']({})).toBeNull();
});

test('an import with faults lists each with its path and imports nothing', async () => {
  const k = await openKit();
  const bad = {
    ...sampleCase('bad'),
    transfers: [{ ...sampleCase().transfers![0], amount: '-1', date: '2023-02-30' }],
    colour: 'red',
  };
  k.answers.openFile = join(k.dir, 'bad.json');
  writeFileSync(k.answers.openFile, JSON.stringify(bad));
  const { problems } = (await k.call['cases.import']({})) as {
    problems: { path: string; message: string }[];
  };
  expect(problems.map((p) => p.path).sort()).toEqual([
    'colour',
    'transfers.0.amount',
    'transfers.0.date',
  ]);
  expect(list(k)).toEqual([]);
});

test.each([
  ['a comma too many', '{\n  "schema": "jieju.case",\n}', '第 3 行第 1 个字符'],
  ['cut off', '{"schema": "jieju', '第 1 行第 12 个字符'],
  ['empty', '', '第 1 行第 1 个字符'],
  ['GBK', Buffer.from([0x7b, 0x22, 0xbd, 0xe8, 0xcc, 0xf5]), 'UTF-8'],
  ['another JSON', '{"schema":"other"}', 'jieju.case'],
])('an import of what is no case file: %s', async (_, content, said) => {
  const k = await openKit();
  k.answers.openFile = join(k.dir, 'x.json');
  writeFileSync(k.answers.openFile, content);
  const { problems } = (await k.call['cases.import']({})) as { problems: { message: string }[] };
  expect(problems.map((p) => p.message).join()).toContain(said);
  expect(list(k)).toEqual([]);
});

test('an import over 50 MB is refused unread', async () => {
  const k = await openKit();
  k.answers.openFile = join(k.dir, 'x.json');
  writeFileSync(k.answers.openFile, '');
  truncateSync(k.answers.openFile, 51 * 1024 * 1024);
  expect((await refusal(() => k.call['cases.import']({}))).code).toBe('too-large');
});

test('the place of a JSON fault', () => {
  for (const good of ['{}', ' [1,-2.5e3,"a\\u00e9\\n",true,null,{"a":[[]]}]\n', '"\u0085"', '0']) {
    expect(jsonFault(good)).toBeNull();
  }
  expect(jsonFault('[1,]')).toEqual({ line: 1, column: 4 });
  expect(jsonFault('{"a" 1}')).toEqual({ line: 1, column: 6 });
  expect(jsonFault('{"a":1} x')).toEqual({ line: 1, column: 9 });
  expect(jsonFault('[\n "a\tb"]')).toEqual({ line: 2, column: 2 });
  expect(jsonFault('[01]')).toEqual({ line: 1, column: 2 });
  expect(jsonFault('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 });
});

test('settings: defaults, changes of some, the user’s own LPR apart', async () => {
  const k = await openKit();
  const start = k.call['settings.get']({});
  expect(start).toEqual({
    lprEntries: [],
    lockAfterMinutes: 10,
    remind: true,
    lastExportFolder: '',
    panelWidth: 560,
    viewerWidth: 520,
    letterhead: '',
  });
  const entry = { effective: '2026-09-20', oneYear: '2.90', fiveYear: null, note: '央行公告' };
  await k.call['settings.set']({ lprEntries: [entry] });
  await k.call['settings.set']({ lockAfterMinutes: 0 });
  await k.call['store.lock']({});
  expect((await refusal(() => k.call['settings.get']({}))).code).toBe('locked');
  await k.call['store.unlock']({ passphrase: null });
  expect(k.call['settings.get']({})).toEqual({
    ...(start as object),
    lprEntries: [entry],
    lockAfterMinutes: 0,
  });
});
