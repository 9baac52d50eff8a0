/** Folders, pictures from the clipboard, duplicates told with their place. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MOST_FILES } from '../../main/evidence/plan.ts';
import { api, type EvidenceFile, type IntakePlan, type StoredCase } from '../../shared/api.ts';
import { jpegWithExif } from '../helpers/exif.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

async function withCase(): Promise<{ k: Kit; caseId: string }> {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  return { k, caseId };
}

/** Makes files below the kit's folder. */
function tree(k: Kit, files: Record<string, string>): string {
  const root = join(k.dir, '拖进来');
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  return root;
}

test('a folder: its files by name, folders inside as groups of their own, the rest named', async () => {
  const { k } = await withCase();
  const root = tree(k, {
    '聊天/10.png': 'j',
    '聊天/2.png': 'b',
    '聊天/1.png': 'a',
    '聊天/.DS_Store': 'x',
    '聊天/Thumbs.db': 'x',
    '聊天/2024/三月😀.png': 'm',
    '聊天/~$合同.docx': 'x',
    '空的/.hidden/never.png': 'x',
    '收条.jpg': 'r',
  });
  symlinkSync(join(root, '收条.jpg'), join(root, '聊天', '收条快捷方式.jpg'));
  const plan = (await k.call['evidence.plan']({
    paths: [join(root, '聊天'), join(root, '空的'), join(root, '收条.jpg'), join(root, '不在.pdf')],
  })) as IntakePlan;
  expect(plan.folders.map((f) => [f.name, f.files.map((x) => x.name)])).toEqual([
    ['聊天', ['1.png', '2.png', '10.png']],
    ['聊天/2024', ['三月😀.png']],
  ]);
  expect(plan.loose.map((f) => [f.name, f.size])).toEqual([['收条.jpg', 1]]);
  expect(plan.skipped.map((s) => s.name).sort()).toEqual(
    [
      '不在.pdf',
      '空的/.hidden',
      '聊天/.DS_Store',
      '聊天/Thumbs.db',
      '聊天/~$合同.docx',
      '聊天/收条快捷方式.jpg',
    ].sort(),
  );
});

test('the folder dialog: what was chosen, or nothing', async () => {
  const { k } = await withCase();
  expect(await k.call['evidence.plan']({ paths: null })).toBeNull();
  k.answers.pickFolder = tree(k, { 'a.txt': 'a' });
  const plan = (await k.call['evidence.plan']({ paths: null })) as IntakePlan;
  expect(plan.folders.map((f) => f.name)).toEqual(['拖进来']);
});

test('a folder that is too large is refused whole', async () => {
  const { k } = await withCase();
  const files = Array.from({ length: MOST_FILES + 1 }, (_, i) => [`f${i}.txt`, 'x'] as const);
  const root = tree(k, Object.fromEntries(files));
  const told = await refusal(() => k.call['evidence.plan']({ paths: [root] }));
  expect(told).toMatchObject({ code: 'too-many' });
  expect(told.message).toContain('一个也没有存入');
});

test('every file taken says which of those asked for it was', async () => {
  const { k, caseId } = await withCase();
  const root = tree(k, { 'a/1.txt': 'one', 'b/1.txt': 'two', 'b/empty.txt': '' });
  const paths = ['a/1.txt', 'b/empty.txt', 'b/1.txt'].map((p) => join(root, p));
  const { files, from, refused } = await k.call['evidence.addPaths']({
    caseId,
    itemId: null,
    paths,
  });
  expect(files.map((f) => f.name)).toEqual(['1.txt', '1.txt']);
  expect(from).toEqual([0, 2]);
  expect(refused.map((r) => r.name)).toEqual(['empty.txt']);
});

test('pictures from the clipboard: kept to the byte, named by their time', async () => {
  const k0 = await openKit();
  await k0.call['store.lock']({});
  const k = k0.again({ now: () => new Date('2026-03-16T21:05:33') });
  await k.call['store.unlock']({ passphrase: null });
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const [one, two] = [randomBytes(3_000_000), randomBytes(10)];
  const { files } = await k.call['evidence.addBytes']({
    caseId,
    itemId: null,
    files: [
      { name: 'image.png', bytes: one },
      { name: 'image.png', bytes: two },
      { name: '收条.jpg', bytes: new Uint8Array([1, 2, 3]) },
    ],
  });
  expect(files.map((f) => f.name)).toEqual([
    '粘贴的图片 2026-03-16 21.05.33.png',
    '粘贴的图片 2026-03-16 21.05.33（2）.png',
    '收条.jpg',
  ]);
  expect(files[0]).toMatchObject({
    size: 3_000_000,
    sha256: createHash('sha256').update(one).digest('hex'),
  });
  const read = await k.call['evidence.read']({ fileId: files[0]!.fileId });
  expect(Buffer.compare(read.bytes, one)).toBe(0);
  const input = (bytes: unknown) =>
    api['evidence.addBytes'].safeParse({ caseId, itemId: null, files: [{ name: 'x', bytes }] });
  expect(input(new Uint8Array(1)).success).toBe(true);
  expect(input(new Uint8Array(0)).success).toBe(false);
  expect(input('text').success).toBe(false);
});

test('a duplicate is told with the exhibit that holds it', async () => {
  const { k, caseId } = await withCase();
  const root = tree(k, { '回单.txt': 'same', '又一份.txt': 'same' });
  const add = (name: string) =>
    k.call['evidence.addPaths']({ caseId, itemId: null, paths: [join(root, name)] });
  const { files } = await add('回单.txt');
  const { revision, document } = k.call['cases.get']({ caseId }) as StoredCase;
  const evidence = document.evidence!.map((e, i) =>
    i === 2 ? { ...e, fileIds: [files[0]!.fileId] } : e,
  );
  k.call['cases.save']({ caseId, revision, document: { ...document, evidence } });
  expect((await add('又一份.txt')).refused).toEqual([
    {
      name: '又一份.txt',
      message:
        '与本案已有的“回单.txt”内容完全相同，没有重复存入。它在证据3“银行转账电子回单（2023年3月1日）”里。',
    },
  ]);
});

test('camera and time are kept with the file, through a lock', async () => {
  const { k, caseId } = await withCase();
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9]);
  const path = join(k.dir, '借条.jpg');
  const facts = { make: 'HUAWEI', model: 'MNA-AL00', taken: '2024:03:05 21:05:33', place: true };
  writeFileSync(path, jpegWithExif(jpeg, facts));
  const { files } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  const made = { device: 'HUAWEI MNA-AL00', capturedAt: '2024-03-05 21:05' };
  expect(files[0]).toMatchObject(made);
  await k.call['store.lock']({});
  await k.call['store.unlock']({ passphrase: null });
  const [listed] = k.call['evidence.files']({ caseId }) as EvidenceFile[];
  expect(listed).toMatchObject(made);
});
