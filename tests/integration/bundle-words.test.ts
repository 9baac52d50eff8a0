/** Recognised words in the evidence book: found by a second engine, invisible, told in the register. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPage, readBook, sha256 } from '../helpers/bundle-kit.ts';
import { drawChat, drawSheet, scannedPdf } from '../helpers/draw-text.ts';
import { cleanUp, type Kit, openKit } from './store-kit.ts';

let k: Kit;
let caseId: string;
let folder: string;

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-words-'));
});
afterEach(async () => {
  await cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

async function take(files: Record<string, Uint8Array>): Promise<void> {
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const { files: taken } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths });
  const { revision, document } = await k.call['cases.get']({ caseId });
  (document.evidence ?? []).forEach((e, i) => {
    e.fileIds = taken.slice(i, i + 1).map((f) => f.fileId);
  });
  await k.call['cases.save']({ caseId, revision, document });
}

async function bind(): Promise<string> {
  const out = mkdtempSync(join(folder, 'out-'));
  k.answers.pickFolder = out;
  const made = await k.call['evidence.bundle']({
    ...{ caseId, today: '2026-03-16', maxMb: null, maxPages: null, duplex: false },
    ...{ newVersion: false, passwords: [] },
  });
  if (made === null || !('book' in made)) throw new Error(JSON.stringify(made));
  return join(out, made.book.files[0] ?? '');
}

const has = (tool: string) => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const plain = (text: string) => text.replaceAll(/\s/g, '');

test('searchable after recognising, the same to the eye, and told', {
  timeout: 180_000,
}, async () => {
  const names = [
    '张伟',
    '王芳',
    '刘洋',
    '陈静',
    '杨帆',
    '赵敏',
    '黄磊',
    '周涛',
    '吴昊',
    '徐丽',
    '孙悦',
    '马超',
  ];
  const sheet = await PDFDocument.load(await scannedPdf([drawSheet('收条', ['今收到李娜还款'])]));
  sheet.getPage(0).setRotation(degrees(90));
  await take({
    '聊天.png': drawChat('李娜', '昨天', [{ text: '再借我30万元周转' }]),
    '收条.pdf': await sheet.save(),
    '长图.png': drawChat(
      '记录',
      '昨天',
      names.map((n) => ({ text: `我是${n}收到` })),
    ),
    '约定.txt': Buffer.from('文字'),
  });
  const before = await bind();
  const bare = await readBook(before);
  const all = (book: typeof bare) => plain(book.pages.map((p) => p.text).join(''));
  expect(all(bare)).toContain('图像，无文字层');
  expect(all(bare)).not.toContain('李娜');

  await k.call['texts.recognise']({ caseId, fileId: null });
  const after = await bind();
  const book = await readBook(after);
  expect(all(book)).not.toContain('无文字层');
  expect(all(book).split('附识别文字（仅供检索，以图像为准）')).toHaveLength(4);
  // Cover and list come first; each page has its own words and its number.
  const [chat, note, ...long] = book.pages.slice(2, -2);
  expect(chat?.text).toContain('李娜');
  expect(plain(note?.text ?? '')).toContain('今收到李娜还款');
  expect(note?.text).toContain('证据第2页');
  for (const name of names)
    expect(long.filter((p) => p.text.includes(`我是${name}`)).length, name).toBeGreaterThan(0);

  // Over the words themselves: the name is in the middle of the picture, near its top.
  const title = chat?.items.find((i) => i.text.includes('李娜'));
  expect((title?.x ?? 0) / (chat?.width ?? 1)).toBeGreaterThan(0.45);
  expect((title?.x ?? 0) / (chat?.width ?? 1)).toBeLessThan(0.6);
  expect((title?.y ?? 0) / (chat?.height ?? 1)).toBeLessThan(0.3);

  for (const n of [3, 4, 5]) {
    const [a, b] = [await drawPage(before, n, 0.7), await drawPage(after, n, 0.7)];
    let different = 0;
    for (let y = 0.005; y < 1; y += 0.01)
      for (let x = 0.005; x < 1; x += 0.01)
        if (a.at(x, y).join() !== b.at(x, y).join()) different += 1;
    expect(different, `page ${n}`).toBe(0);
  }
  expect(sha256(readFileSync(await bind()))).toBe(sha256(readFileSync(after)));
  if (has('qpdf'))
    expect(execFileSync('qpdf', ['--check', after]).toString()).toContain('No syntax');
});
