/** Finding again: words of text layers and of pictures, kept in the store, found by what people type. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, expect, test } from 'vitest';
import type { StoredCase } from '../../shared/api.ts';
import { drawChat, drawSheet, scannedPdf } from '../helpers/draw-text.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

afterEach(cleanUp);

const LONG = { timeout: 120_000 };

async function withCase(): Promise<{ k: Kit; caseId: string }> {
  const k = await openKit();
  const { caseId } = (await k.call['cases.create']({})) as StoredCase;
  return { k, caseId };
}

async function add(k: Kit, caseId: string, files: Record<string, Uint8Array | string>) {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(k.dir, name);
    writeFileSync(path, bytes);
    return path;
  });
  return (await k.call['evidence.addPaths']({ caseId, itemId: null, paths })).files;
}

/** Pages that a query finds, as `file page`. */
async function found(k: Kit, caseId: string, query: string): Promise<string[]> {
  const { hits } = await k.call['texts.search']({ caseId, query });
  return hits.map((h) => `${h.fileName} ${h.page}`);
}

const chat = () =>
  drawChat('李娜', '2024年3月5日 下午2:15', [
    { text: '王哥，再借我30万元周转一下' },
    { mine: true, text: '转账300,000.00元，用途写借款' },
  ]);

test('a screenshot is found by a name of two characters, an amount and a date', LONG, async () => {
  const { k, caseId } = await withCase();
  const [file] = await add(k, caseId, { '微信截图.png': chat() });
  const [before] = await k.call['texts.read']({ caseId });
  expect(before).toMatchObject({ fileId: file?.fileId, state: 'read', pages: { waiting: 1 } });
  // Not recognised yet: nothing is found, and the search says why.
  expect(await k.call['texts.search']({ caseId, query: '李娜' })).toMatchObject({
    hits: [],
    waiting: 1,
  });

  const [after] = await k.call['texts.recognise']({ caseId, fileId: null });
  expect(after).toMatchObject({ state: 'read', pages: { waiting: 0, ocr: 1 } });
  for (const query of ['李娜', '300000', '300,000.00', '30万', '2024-03-05', '李 娜', '借款 转账'])
    expect(await found(k, caseId, query), query).toEqual(['微信截图.png 1']);
  for (const query of ['李明', '400000', '李娜 400000'])
    expect(await found(k, caseId, query)).toEqual([]);

  const { hits } = await k.call['texts.search']({ caseId, query: '李娜' });
  expect(hits[0]?.excerpt).toEqual({ before: '', hit: '李娜', after: '' });
  const [place] = hits[0]?.places ?? [];
  expect((place?.x ?? 0) + (place?.width ?? 0) / 2).toBeCloseTo(0.5, 1);
  expect((place?.y ?? 1) < 0.2).toBe(true);
  // The list of cases finds it too, and says where.
  const [row] = await k.call['cases.list']({ search: '李娜' });
  expect(row).toMatchObject({ caseId, hit: '证据文件“微信截图.png”第 1 页：李娜' });
  expect(await k.call['cases.list']({ search: '李明' })).toEqual([]);
});

test('texts are read without recognising, each file once, a locked PDF is told', LONG, async () => {
  const { k, caseId } = await withCase();
  const locked = await PDFDocument.create();
  locked.addPage();
  locked.encrypt({ userPassword: '1234' });
  await add(k, caseId, {
    '约定.txt': '甲方王建国，乙方李娜。\n２０２４年３月５日借款３０００００元。',
    '加密.pdf': await locked.save(),
    '录音.mp3': Buffer.from('ID3 no words in here'),
  });
  const [txt, pdf, sound] = await k.call['texts.read']({ caseId });
  expect(txt).toMatchObject({ state: 'read', pages: { layer: 1, waiting: 0 } });
  expect(pdf).toMatchObject({ state: 'failed', message: expect.stringContaining('密码') });
  expect(sound).toMatchObject({ state: 'wordless' });
  for (const query of ['李娜', '300,000', '2024年3月5日', '王建国 李娜'])
    expect(await found(k, caseId, query), query).toEqual(['约定.txt 1']);
  const jobs = k.events.filter((e) => e.event === 'job.finished').length;
  await k.call['texts.read']({ caseId });
  expect(k.events.filter((e) => e.event === 'job.finished')).toHaveLength(jobs);
  const pages = await k.call['texts.pages']({ fileId: txt?.fileId ?? '' });
  expect(pages[0]?.lines.map((l) => l.text)).toEqual([
    '甲方王建国，乙方李娜。',
    '２０２４年３月５日借款３０００００元。',
  ]);
});

test('a stopped recognition keeps its pages and goes on with the next one', LONG, async () => {
  const { k, caseId } = await withCase();
  const names = ['张伟', '王芳', '刘洋'];
  const scan = await scannedPdf(names.map((name) => drawSheet('收条', [`今收到${name}还款`])));
  await add(k, caseId, { '收条.pdf': scan });
  await k.call['texts.read']({ caseId });
  let pages = 0;
  k.onEvent = (e) => {
    if (e.event !== 'job.progress' || !e.title.includes('识别') || e.done !== 1) return;
    k.onEvent = () => undefined;
    k.call['jobs.cancel']({ jobId: e.jobId });
  };
  await expect(k.call['texts.recognise']({ caseId, fileId: null })).rejects.toThrow('停止');
  const [half] = await k.call['texts.state']({ caseId });
  expect(half).toMatchObject({ state: 'read', pages: { ocr: 1, waiting: 2 } });
  expect(await found(k, caseId, '张伟')).toEqual(['收条.pdf 1']);
  k.onEvent = (e) => {
    if (e.event === 'job.progress' && e.title.includes('识别')) pages = e.total;
  };
  await k.call['texts.recognise']({ caseId, fileId: null });
  expect(pages).toBe(2);
  for (const [i, name] of names.entries())
    expect(await found(k, caseId, name)).toEqual([`收条.pdf ${i + 1}`]);
});

test(
  'a removed file is found no more, an undo finds it again, the purge takes its words',
  LONG,
  async () => {
    const { k, caseId } = await withCase();
    const [file] = await add(k, caseId, { '约定.txt': '只有这里写着慕容雪' });
    const { fileId = '' } = file ?? {};
    await k.call['texts.read']({ caseId });
    expect(await found(k, caseId, '慕容雪')).toHaveLength(1);
    k.call['evidence.removeFile']({ caseId, fileId });
    expect(await found(k, caseId, '慕容雪')).toEqual([]);
    expect(await k.call['cases.list']({ search: '慕容雪' })).toEqual([]);
    await add(k, caseId, { '约定.txt': '只有这里写着慕容雪' });
    expect(await found(k, caseId, '慕容雪')).toHaveLength(1);

    k.call['evidence.removeFile']({ caseId, fileId });
    await k.context.store.lock();
    await k.call['store.unlock']({ passphrase: null });
    await k.context.store.upkeep;
    const { db } = k.context.store.current;
    for (const table of ['page_texts', 'file_texts'])
      expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  },
);

test('two thousand pages are searched without holding the window up', LONG, async () => {
  const { k, caseId } = await withCase();
  const [file] = await add(k, caseId, { '流水.txt': '开头' });
  await k.call['texts.read']({ caseId });
  const { db } = k.context.store.current;
  const body =
    '二〇二四年三月工商银行北京朝阳支行转账支出对方户名赵志强金额一万元整附言货款'.repeat(30);
  const put = db.prepare<[number, string, string]>(
    `INSERT INTO page_texts (file_n, page, source, engine, found, lines)
       SELECT n, ?, 'layer', '', ?, ? FROM evidence_files`,
  );
  db.transaction(() => {
    for (let page = 2; page <= 2000; page++) {
      const text = page === 1777 ? `${body}李娜` : body;
      put.run(page, text, JSON.stringify([[text, [0.1, 0.1, 0.8, 0.02]]]));
    }
  }).immediate();
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    expect(await found(k, caseId, '李娜')).toEqual(['流水.txt 1777']);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  console.log(`2,000 pages of 1,100 characters: ${times.map((t) => t.toFixed(0)).join(', ')} ms`);
  expect(file).toBeDefined();
  expect(times[0]).toBeLessThan(200);
});
