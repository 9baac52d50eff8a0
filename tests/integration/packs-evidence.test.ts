/** The evidence book in a filing pack: the real exhibits in the slot of evidence, cut under the portal's limit. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { exhibits, exhibitTitle } from '../../shared/case/exhibits.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { plainPdf, readBook, removeFolders, sha256 } from '../helpers/bundle-kit.ts';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

const today = '2026-08-03';
const cli = join(import.meta.dirname, '../../main/cli.ts');
let k: Kit;
let caseId: string;
let folder: string;

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-pack-'));
  k.answers.pickFolder = folder;
});
afterEach(async () => {
  await cleanUp();
  removeFolders();
  rmSync(folder, { recursive: true, force: true });
});

/** One file for each piece of evidence, in order; the case is saved with `choices`. */
async function take(files: readonly Uint8Array[], choices: Record<string, object> = {}) {
  const from = mkdtempSync(join(tmpdir(), 'jieju-from-'));
  const paths = files.map((bytes, i) => {
    writeFileSync(join(from, `${i + 1}.pdf`), bytes);
    return join(from, `${i + 1}.pdf`);
  });
  const taken = await k.call['evidence.addPaths']({ caseId, itemId: null, paths });
  rmSync(from, { recursive: true });
  const { revision, document } = await k.call['cases.get']({ caseId });
  (document.evidence ?? []).forEach((e, i) => {
    const id = taken.files[i]?.fileId;
    if (id) e.fileIds = [id];
  });
  const saved = { ...document, choices: { ...document.choices, ...choices } } as typeof document;
  await k.call['cases.save']({ caseId, revision, document: saved });
  return saved;
}

const write = () =>
  k.call['packs.export']({ caseId, destination: 'filing', formats: ['docx', 'pdf'], today });

/** Last cells of the evidence list's rows. */
const pagesIn = (path: string) =>
  readDocx(readFileSync(path))
    .tables[0]?.rows.slice(1)
    .map((r) => r.cells.at(-1)?.lines[0]);

test('one PDF with a bookmark for each exhibit; list and checklist agree with it; all of it recorded', async () => {
  const files = await Promise.all([3, 1, 2, 4].map((n) => plainPdf(n)));
  const document = await take(files);
  const before = await k.call['packs.list']({ caseId, today });
  const item = before.packs
    .find((p) => p.destination === 'filing')
    ?.items.find((i) => i.name.includes('证据册'));
  expect(item).toMatchObject({ state: 'ready', slot: 3 });

  const done = await write();
  const path = join(folder, '立案', '04-证据目录及证据材料-王某.pdf');
  expect(done?.files).toContain(path);
  expect(done?.byHand.map((i) => i.name)).not.toContain('证据材料');
  const book = await readBook(path);
  const titles = exhibits(document as never).map(exhibitTitle);
  expect(book.outline.map((o) => o.title)).toEqual(titles);
  const rows = ['1-3', '4', '5-6', '7-10'];
  expect(pagesIn(join(folder, '立案', '04-证据目录-王某.docx'))).toEqual(rows);
  const checklist = flat(
    readDocx(readFileSync(join(folder, '立案', '00-立案材料清单-王某.docx'))).lines,
  );
  expect(checklist).toContain('证据目录及证据材料（证据册）');
  expect(checklist).toContain('一册');

  const sums = readFileSync(
    join(folder, '立案', '04-证据目录及证据材料-王某-文件校验.txt'),
    'utf8',
  );
  expect(sums).toContain(`${sha256(readFileSync(path))}  ${basename(path)}`);
  const { entries } = await k.call['audit.list']({ before: null, caseId, limit: 5 });
  const row = entries.find((e) => e.action === 'packs.export');
  expect(row?.detail.files?.map((f) => f.name).sort()).toEqual(
    readdirSync(join(folder, '立案')).sort(),
  );
  // Every name is fit for a portal.
  for (const name of readdirSync(join(folder, '立案'))) {
    expect([...name].length).toBeLessThanOrEqual(60);
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
  }
});

test('printed on both sides: the list in the pack counts as the book does', async () => {
  const files = await Promise.all([3, 1, 2, 4].map((n) => plainPdf(n)));
  await take(files, { 'evidence-list': { duplex: true } });
  await write();
  const rows = ['1-3', '5', '7-8', '9-12'];
  expect(pagesIn(join(folder, '立案', '04-证据目录-王某.docx'))).toEqual(rows);
});

test('over the limit: volumes （1）, （2） cut at exhibits, each under it', async () => {
  const scan = async (seed: number) => {
    const v = await vips();
    const grain = v.Image.gaussnoise(1000, 1000, { mean: 200, sigma: 40, seed }).cast('uchar');
    const document = await PDFDocument.create();
    const picture = await document.embedJpg(grain.writeToBuffer('.jpg', { Q: 90 }));
    document.addPage([595, 842]).drawImage(picture, { x: 60, y: 200, width: 400, height: 400 });
    return document.save();
  };
  const scans = [await scan(1), await scan(2)];
  for (const { length } of scans) expect(length).toBeGreaterThan(510_000);
  await take([...scans, await plainPdf(1)], { 'pack-filing': { sizeLimit: '1' } });
  const done = await write();
  const volumes = readdirSync(join(folder, '立案')).filter((n) => /（\d）\.pdf$/.test(n));
  expect(volumes).toEqual([
    '04-证据目录及证据材料-王某（1）.pdf',
    '04-证据目录及证据材料-王某（2）.pdf',
  ]);
  for (const name of volumes)
    expect(readFileSync(join(folder, '立案', name)).length).toBeLessThanOrEqual(1_000_000);
  expect(done?.oversize).toEqual([]);
});

test('a file that cannot be put in: the rest of the pack is written, and told why', async () => {
  const locked = await PDFDocument.load(await plainPdf(1));
  locked.encrypt({ userPassword: 'pw', ownerPassword: 'o' });
  await take([await locked.save()]);
  const done = await write();
  expect(done?.notes.join()).toMatch(/证据册没有做成.*1\.pdf.*打开密码/s);
  expect(done?.byHand.map((i) => i.name)).toContain('证据材料');
  const names = readdirSync(join(folder, '立案'));
  expect(names).toContain('01-民事起诉状-王某.pdf');
  expect(names.some((n) => n.includes('证据材料'))).toBe(false);
});

test('jieju pack --files puts the book in; a file it cannot take ends it with nothing written', async () => {
  const from = join(folder, 'files');
  mkdirSync(from);
  writeFileSync(join(folder, 'case.jieju.json'), JSON.stringify(sampleCase()));
  for (const n of [1, 2, 3, 4]) writeFileSync(join(from, `证据${n}.pdf`), await plainPdf(n));
  const jieju = (out: string) =>
    spawnSync(
      process.execPath,
      [cli, 'pack', 'case.jieju.json', '--for', 'filing', '--files', 'files', '--out', out],
      { cwd: folder, encoding: 'utf8' },
    );
  const first = jieju('x');
  expect(first.status, first.stderr).toBe(0);
  expect(first.stdout).toContain('04-证据目录及证据材料-王某.pdf');
  const book = await readBook(join(folder, 'x', '立案', '04-证据目录及证据材料-王某.pdf'));
  expect(book.outline).toHaveLength(4);
  writeFileSync(join(from, '证据2.pdf'), '%PDF-1.7 and nothing after it');
  const second = jieju('y');
  expect(second.status).toBe(2);
  expect(second.stderr).toContain('证据2.pdf');
  expect(readdirSync(join(folder, 'y'))).toEqual([]);
});
