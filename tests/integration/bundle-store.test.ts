/** The bundle as the window asks for it: files out of the encrypted store, a folder from the dialog. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../../main/store/audit.ts';
import { plainPdf, readBook, removeFolders, sha256 } from '../helpers/bundle-kit.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

let k: Kit;
let caseId: string;
let folder: string;
const options = { maxMb: null, maxPages: null, duplex: false, newVersion: false, passwords: [] };

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-bound-'));
  k.answers.pickFolder = folder;
});
afterEach(async () => {
  await cleanUp();
  removeFolders();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes files into the store and links each to the piece of evidence of the same place. */
async function take(files: Record<string, Uint8Array>): Promise<string[]> {
  const from = mkdtempSync(join(folder, 'from-'));
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(from, name), bytes);
    return join(from, name);
  });
  const taken = await k.call['evidence.addPaths']({ caseId, itemId: null, paths });
  rmSync(from, { recursive: true });
  const ids = taken.files.map((f) => f.fileId);
  const { revision, document } = await k.call['cases.get']({ caseId });
  (document.evidence ?? []).forEach((e, i) => {
    const id = ids[i];
    if (id) e.fileIds = [id];
  });
  await k.call['cases.save']({ caseId, revision, document });
  return ids;
}

const bundle = (more: Partial<Parameters<Kit['call']['evidence.bundle']>[0]> = {}) =>
  k.call['evidence.bundle']({ caseId, today: '2026-03-16', ...options, ...more });

test('a book from the store, with what is loose named', async () => {
  const pdf = await plainPdf(3);
  const files = { '1.pdf': pdf, '2.txt': Buffer.from('二'), '3.txt': Buffer.from('三') };
  await take({ ...files, '4.txt': Buffer.from('四'), '散.txt': Buffer.from('没有归到任何证据') });
  const result = await bundle();
  if (result === null || !('book' in result)) throw new Error('no book');
  const { book } = result;
  expect(book.exhibits.map((e) => [e.id, e.from, e.to])).toEqual([
    ['e1', 1, 3],
    ['e2', 4, 4],
    ['e3', 5, 5],
    ['e4', 6, 6],
  ]);
  expect(book.notes.join()).toContain('“散.txt”没有归到任何一份证据');
  const read = await readBook(join(folder, book.volumes[0]?.name ?? ''));
  expect(read.outline).toHaveLength(4);
  // The time of taking in stands in the register.
  expect(read.pages.at(-1)?.text).toContain('收入时间');
  expect(readdirSync(folder).sort()).toEqual([...book.files].sort());
});

test('the record of changes names every file written, with the fingerprint it has on the disk', async () => {
  await take({ '1.pdf': await plainPdf(1) });
  const result = await bundle();
  if (result === null || !('book' in result)) throw new Error('no book');
  const { entries } = await k.call['audit.list']({ before: null, caseId, limit: 10 });
  const row = entries.find((e) => e.action === 'bundle.export');
  const onDisk = result.book.files.map((name) => ({
    name,
    sha256: sha256(readFileSync(join(folder, name))),
  }));
  expect(row?.detail).toEqual({ files: onDisk });
  expect(onDisk.map((f) => f.name.split('.').at(-1))).toEqual(['pdf', 'docx', 'txt']);
  expect(verifyAudit(k.context.store.current).faults).toEqual([]);
  // Refused or closed, nothing was written and nothing is told.
  k.answers.pickFolder = null;
  await bundle();
  const after = await k.call['audit.list']({ before: null, caseId, limit: 10 });
  expect(after.entries.filter((e) => e.action === 'bundle.export')).toHaveLength(1);
});

test('a locked file asks for its password and is opened with it; nothing is written before', async () => {
  const document = await PDFDocument.load(await plainPdf(1));
  document.encrypt({ userPassword: 'pw', ownerPassword: 'o' });
  const [fileId] = await take({ '锁.pdf': await document.save() });
  const first = await bundle();
  expect(first).toMatchObject({ problems: [{ fileId, itemId: 'e1', code: 'encrypted' }] });
  expect(readdirSync(folder)).toEqual([]);
  const second = await bundle({ passwords: [{ fileId: fileId ?? '', password: 'pw' }] });
  expect(second).toMatchObject({ book: { volumes: [{ pages: 2 + 3 + 12 + 1 }] } });
});

test('a file that was taken out is told; a closed dialog does nothing', async () => {
  const [fileId] = await take({ '1.txt': Buffer.from('一') });
  await k.call['evidence.removeFile']({ caseId, fileId: fileId ?? '' });
  expect(await bundle()).toMatchObject({ problems: [{ fileId, itemId: 'e1', code: 'changed' }] });
  k.answers.pickFolder = null;
  expect(await bundle()).toBeNull();
});
