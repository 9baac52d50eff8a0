/** Evidence files: any file in, every byte kept, told what it is and whether it is whole. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { inspect, WARNINGS } from '../../main/evidence/inspect.ts';
import { sniff } from '../../main/evidence/sniff.ts';
import type { ApiResult, EvidenceFile, StoredCase } from '../../shared/api.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

const MIB = 1024 * 1024;
const sha = (b: Uint8Array) => createHash('sha256').update(b).digest('hex');

async function withCase(): Promise<{ k: Kit; caseId: string }> {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  return { k, caseId };
}

async function add(k: Kit, caseId: string, files: Record<string, Uint8Array>) {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(k.dir, name);
    writeFileSync(path, bytes);
    return path;
  });
  return k.call['evidence.addPaths']({ caseId, itemId: null, paths });
}

async function pdfOf(
  pages: number,
  passwords?: { userPassword?: string; ownerPassword?: string },
): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  for (let i = 0; i < pages; i++) doc.addPage([595, 842]);
  if (passwords) doc.encrypt(passwords);
  return doc.save();
}

/** A real PNG of one pixel and a real JPEG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
const jpeg = Buffer.concat([JPG, Buffer.from([0xff, 0xd9])]);

test('every byte comes back, with its hash, whatever the size', async () => {
  const { k, caseId } = await withCase();
  for (const size of [1, MIB - 1, MIB, MIB + 1, 2 * MIB, 5 * MIB + 123]) {
    const bytes = randomBytes(size);
    const { files, refused } = await add(k, caseId, { [`${size}.bin`]: bytes });
    expect(refused).toEqual([]);
    expect(files[0]).toMatchObject({ size, sha256: sha(bytes), name: `${size}.bin` });
    const read = await k.call['evidence.read']({ fileId: files[0]!.fileId });
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
  }
  expect(await k.call['evidence.verify']({ caseId })).toEqual({ checked: 6, broken: [] });
  const { db } = k.context.store.current;
  const max = db.prepare('SELECT max(length(bytes)) AS n FROM evidence_chunks').get();
  expect(max).toEqual({ n: MIB });
});

test('odd names are kept as they are', async () => {
  const { k, caseId } = await withCase();
  const names = [
    '借条😀👨‍👩‍👧.txt',
    'abc\u202Etxt.exe',
    ' 空格 开头和结尾 ',
    `${'证'.repeat(83)}12.pdf`,
    'new\nline\ttab.txt',
    'quote\'"`;DROP TABLE cases;--.txt',
    '.隐藏',
    'e\u0301 combining 㛃䶮𬀩',
  ];
  expect(Buffer.byteLength(names[3]!)).toBe(255);
  const bytes = names.map((n) => [n, Buffer.from(`content of ${n}`)] as const);
  const { files, refused } = await add(k, caseId, Object.fromEntries(bytes));
  expect(refused).toEqual([]);
  expect(files.map((f) => f.name)).toEqual(names);
  const listed = (await k.call['evidence.files']({ caseId })) as EvidenceFile[];
  expect(listed).toEqual(files);
});

test('the same bytes twice: told, kept once; another case may have them too', async () => {
  const { k, caseId } = await withCase();
  const bytes = randomBytes(3000);
  const both = await add(k, caseId, { 'a.bin': bytes, 'b.bin': bytes });
  expect(both.files.map((f) => f.name)).toEqual(['a.bin']);
  expect(both.refused).toEqual([
    { name: 'b.bin', message: '与本案已有的“a.bin”内容完全相同，没有重复存入。' },
  ]);
  const other = (await k.call['cases.create']({})) as StoredCase;
  expect((await add(k, other.caseId, { 'c.bin': bytes })).files).toHaveLength(1);
  const { db } = k.context.store.current;
  const count = db.prepare('SELECT count(*) AS n FROM evidence_files').get();
  expect(count).toEqual({ n: 2 });
});

test('what cannot be evidence is refused with its reason, the rest is taken', async () => {
  const { k, caseId } = await withCase();
  const folder = join(k.dir, '文件夹');
  mkdirSync(folder);
  const huge = join(k.dir, 'huge.mp4');
  const handle = openSync(huge, 'w');
  ftruncateSync(handle, 2 * 1024 * MIB + 1);
  closeSync(handle);
  writeFileSync(join(k.dir, 'empty.jpg'), '');
  writeFileSync(join(k.dir, 'good.txt'), '好的');
  const { files, refused } = await k.call['evidence.addPaths']({
    caseId,
    itemId: null,
    paths: [
      folder,
      huge,
      join(k.dir, 'empty.jpg'),
      join(k.dir, 'gone.pdf'),
      '/dev/zero',
      join(k.dir, 'good.txt'),
    ],
  });
  expect(files.map((f) => f.name)).toEqual(['good.txt']);
  const told = Object.fromEntries(refused.map((r) => [r.name, r.message]));
  expect(told).toEqual({
    文件夹: expect.stringContaining('这是文件夹'),
    'huge.mp4': expect.stringContaining('超过 2 GB'),
    'empty.jpg': expect.stringContaining('0 字节'),
    'gone.pdf': expect.stringContaining('找不到'),
    zero: expect.stringContaining('不是普通文件'),
  });
  const none = await refusal(() =>
    k.call['evidence.addPaths']({ caseId: 'none', itemId: null, paths: [] }),
  );
  expect(none.code).toBe('no-case');
});

test('PDF: pages counted; encrypted and cut-off ones kept with a warning', async () => {
  const { k, caseId } = await withCase();
  const good = await pdfOf(7);
  const { files } = await add(k, caseId, {
    'good.pdf': good,
    'secret.pdf': await pdfOf(2, { userPassword: '123456' }),
    'no-editing.pdf': await pdfOf(3, { ownerPassword: 'bank' }),
    'cut.pdf': good.subarray(0, Math.floor(good.length / 2)),
    'junk.pdf': Buffer.from('%PDF-1.7\nnot really'),
  });
  expect(files.map((f) => [f.name, f.mime, f.pages, f.warning])).toEqual([
    ['good.pdf', 'application/pdf', 7, ''],
    ['secret.pdf', 'application/pdf', null, WARNINGS.encrypted],
    ['no-editing.pdf', 'application/pdf', 3, ''],
    ['cut.pdf', 'application/pdf', null, WARNINGS.damaged],
    ['junk.pdf', 'application/pdf', null, WARNINGS.damaged],
  ]);
  // Kept untouched, damaged or not.
  for (const f of files) {
    const { bytes } = await k.call['evidence.read']({ fileId: f.fileId });
    expect(sha(bytes)).toBe(f.sha256);
  }
});

test('pictures: one page; cut-off or altered ones are told', async () => {
  const whole = await inspect('image/png', PNG);
  expect(whole).toMatchObject({ pages: 1, warning: '' });
  expect(await inspect('image/jpeg', jpeg)).toMatchObject({ pages: 1, warning: '' });
  // Phones put more data behind the picture.
  const trailer = Buffer.concat([jpeg, randomBytes(500)]);
  expect((await inspect('image/jpeg', trailer)).warning).toBe('');
  const altered = Buffer.from(PNG);
  altered[45] = altered[45]! ^ 1;
  for (const [mime, bytes] of [
    ['image/png', PNG.subarray(0, -4)],
    ['image/png', altered],
    ['image/jpeg', JPG],
    ['image/jpeg', jpeg.subarray(0, 10)],
    ['image/gif', Buffer.from('GIF89a cut')],
    ['image/webp', Buffer.from('RIFF\xff\x00\x00\x00WEBPVP8 ', 'latin1')],
  ] as const) {
    expect((await inspect(mime, bytes)).warning, mime).toBe(WARNINGS.damaged);
  }
});

test('what a file is, by its bytes and not by its name', () => {
  const latin = (s: string) => Buffer.from(s.padEnd(32, '\x01'), 'latin1');
  const office = (part: string) =>
    Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<x/>'), [part]: strToU8('<x/>') }));
  const kinds: [string, Buffer][] = [
    ['application/pdf', latin('junk before %PDF-1.4')],
    ['image/jpeg', jpeg],
    ['image/png', PNG],
    ['image/gif', latin('GIF89a')],
    ['image/webp', latin('RIFF1234WEBP')],
    ['image/heic', latin('\0\0\0\x18ftypheic')],
    ['image/heic', latin('\0\0\0\x18ftypmif1')],
    ['image/tiff', latin('II*\0')],
    ['image/tiff', latin('MM\0*')],
    ['video/mp4', latin('\0\0\0\x18ftypisom')],
    ['video/quicktime', latin('\0\0\0\x18ftypqt  ')],
    ['audio/mp4', latin('\0\0\0\x18ftypM4A ')],
    ['audio/wav', latin('RIFF1234WAVE')],
    ['audio/amr', latin('#!AMR\n')],
    ['audio/mpeg', latin('ID3\x03')],
    ['audio/mpeg', latin('\xff\xfb\x90')],
    ['application/zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      office('word/document.xml'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      office('xl/workbook.xml'),
    ],
    ['application/x-ole-storage', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['text/plain', Buffer.from('聊天记录\r\n王某：请还款')],
    ['text/plain', Buffer.from([0xbd, 0xe8, 0xcc, 0xf5])],
    ['application/octet-stream', Buffer.from([0, 1, 2, 3])],
  ];
  for (const [mime, bytes] of kinds) expect(sniff(bytes, true), mime).toBe(mime);
  // Cut in the middle of a character: still text.
  const long = Buffer.from('证'.repeat(40_000));
  expect(sniff(long.subarray(0, 65_537), false)).toBe('text/plain');
});

test('a file taken out: hidden, back by undo or by adding it again, else gone after the lock', async () => {
  const { k, caseId } = await withCase();
  const bytes = randomBytes(5000);
  const { files } = await add(k, caseId, { 'a.bin': bytes });
  const { fileId } = files[0]!;
  const listed = () =>
    (k.call['evidence.files']({ caseId }) as EvidenceFile[]).map((f) => f.fileId);
  k.call['evidence.removeFile']({ caseId, fileId });
  expect(listed()).toEqual([]);
  expect((await refusal(() => k.call['evidence.read']({ fileId }))).code).toBe('no-file');
  // Undo in the window: the document refers to the file again.
  const { revision, document } = k.call['cases.get']({ caseId }) as StoredCase;
  const [first, ...rest] = document.evidence!;
  const evidence = [{ ...first!, fileIds: [fileId] }, ...rest];
  k.call['cases.save']({ caseId, revision, document: { ...document, evidence } });
  expect(listed()).toEqual([fileId]);
  k.call['evidence.removeFile']({ caseId, fileId });
  expect((await add(k, caseId, { 'again.bin': bytes })).files[0]!.fileId).toBe(fileId);
  expect(listed()).toEqual([fileId]);
  const other = (await k.call['cases.create']({})) as StoredCase;
  const foreign = await refusal(() =>
    k.call['evidence.removeFile']({ caseId: other.caseId, fileId }),
  );
  expect(foreign.code).toBe('no-file');
  k.call['evidence.removeFile']({ caseId, fileId });
  await k.call['store.lock']({});
  await k.call['store.unlock']({ passphrase: null });
  expect((await add(k, caseId, { 'new.bin': bytes })).files[0]!.fileId).not.toBe(fileId);
});

test('the dialog: what was chosen, or nothing', async () => {
  const { k, caseId } = await withCase();
  expect(await k.call['evidence.add']({ caseId, itemId: 'e2' })).toEqual({
    files: [],
    from: [],
    refused: [],
  });
  k.answers.openFiles = [join(k.dir, 'x.txt')];
  writeFileSync(k.answers.openFiles[0]!, 'x');
  const taken: ApiResult['evidence.add'] = await k.call['evidence.add']({ caseId, itemId: 'e2' });
  expect(taken.files).toMatchObject([{ name: 'x.txt', size: 1, mime: 'text/plain' }]);
});
