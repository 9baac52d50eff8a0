import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { afterAll, afterEach, expect, test } from 'vitest';
import { releaseVips, vips } from '../../main/evidence/bundle/image/vips.ts';
import { byteRange, evidenceServer } from '../../main/evidence/serve.ts';
import { makeHeic } from '../helpers/heic.ts';
import { cleanUp, type Kit, kit, refusal } from './store-kit.ts';

const MIB = 1024 * 1024;
const PASSPHRASE = '建材 橘子 渡口 1980';

afterEach(cleanUp);
afterAll(releaseVips);

async function withFiles(files: Record<string, Uint8Array>) {
  const k = kit();
  await k.call['store.create']({ passphrase: PASSPHRASE });
  const { caseId } = await k.call['cases.create']({});
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(k.dir, name);
    writeFileSync(path, bytes);
    return path;
  });
  const taken = await k.call['evidence.addPaths']({ caseId, itemId: null, paths });
  expect(taken.refused).toEqual([]);
  const ids = Object.fromEntries(taken.files.map((f) => [f.name, f.fileId]));
  return { k, caseId, idOf: (name: string) => ids[name] ?? '' };
}

const ask = (k: Kit, url: string, range: string | null = null, method = 'GET') =>
  evidenceServer(k.context)({ method, url, range });

const body = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** A WAV of so many bytes of noise: sound to the store, whatever it sounds like. */
function wav(size: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(size - 8, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  return Buffer.concat([head, randomBytes(size - 44)]);
}

test('which bytes a Range header asks for', () => {
  expect(byteRange(null, 100)).toBeNull();
  expect(byteRange('bytes=0-', 100)).toEqual({ from: 0, to: 99 });
  expect(byteRange('bytes=10-19', 100)).toEqual({ from: 10, to: 19 });
  expect(byteRange('bytes=90-900', 100)).toEqual({ from: 90, to: 99 });
  expect(byteRange('bytes=-5', 100)).toEqual({ from: 95, to: 99 });
  expect(byteRange('bytes=-500', 100)).toEqual({ from: 0, to: 99 });
  for (const bad of ['bytes=100-', 'bytes=20-10', 'bytes=-0'])
    expect(byteRange(bad, 100)).toBe('bad');
  // Another unit or several ranges: the whole file is a valid answer.
  for (const other of ['items=0-1', 'bytes=0-1,5-6', 'bytes=-', 'nonsense'])
    expect(byteRange(other, 100)).toBeNull();
});

test('a recording is served in ranges, byte for byte, across the borders of its pieces', async () => {
  const bytes = wav(3 * MIB + 777);
  const { k, idOf } = await withFiles({ '通话.wav': bytes });
  const url = `evidence://file/${idOf('通话.wav')}`;
  const whole = await ask(k, url);
  expect(whole.status).toBe(200);
  expect(whole.headers.get('content-type')).toBe('audio/wav');
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  expect(Buffer.compare(await body(whole), bytes)).toBe(0);
  for (const [from, to] of [
    [0, 0],
    [0, 43],
    [MIB - 1, MIB],
    [MIB, 2 * MIB - 1],
    [MIB - 5, 3 * MIB + 5],
    [bytes.length - 1, bytes.length - 1],
  ] as const) {
    const part = await ask(k, url, `bytes=${from}-${to}`);
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to}/${bytes.length}`);
    expect(part.headers.get('content-length')).toBe(String(to - from + 1));
    expect(Buffer.compare(await body(part), bytes.subarray(from, to + 1))).toBe(0);
  }
  const beyond = await ask(k, url, `bytes=${bytes.length}-`);
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
});

test('a film that nobody watches to the end is not read to the end', async () => {
  const { k, idOf } = await withFiles({ '录像.wav': wav(20 * MIB) });
  const { db } = k.context.store.current;
  const response = await ask(k, `evidence://file/${idOf('录像.wav')}`, 'bytes=0-');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.length).toBe(MIB);
  // What is not read cannot be missed: the rest is gone, and the reader notices only now.
  db.prepare('DELETE FROM evidence_chunks WHERE n > 3').run();
  await expect(
    (async () => {
      for (;;) if ((await reader?.read())?.done) return 'end';
    })(),
  ).rejects.toThrow('ends early');
});

test('nothing but files of the open store, in kinds that are no page and no script', async () => {
  const { k, caseId, idOf } = await withFiles({
    '借条.png': await png(),
    '聊天.html': Buffer.from('<html><script>alert(1)</script>借款</html>'),
    '表.pdf': Buffer.from('%PDF-1.7\n'),
  });
  const picture = `evidence://file/${idOf('借条.png')}`;
  const served = await ask(k, picture);
  expect(served.status).toBe(200);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect((await ask(k, picture, null, 'POST')).status).toBe(405);
  expect((await ask(k, picture, null, 'HEAD')).status).toBe(405);
  expect((await ask(k, `evidence://file/${idOf('聊天.html')}`)).status).toBe(415);
  expect((await ask(k, `evidence://file/${idOf('表.pdf')}`)).status).toBe(415);
  expect((await ask(k, `evidence://page/${idOf('借条.png')}/1`)).status).toBe(415);
  for (const url of [
    'evidence://file/none',
    'evidence://file/',
    `evidence://file/${idOf('借条.png')}/1`,
    `evidence://page/${idOf('借条.png')}`,
    `evidence://page/${idOf('借条.png')}/0`,
    `evidence://other/${idOf('借条.png')}`,
    'evidence://file/..%2f..%2fjieju.db',
  ])
    expect((await ask(k, url)).status).toBe(404);
  await k.call['evidence.removeFile']({ caseId, fileId: idOf('借条.png') });
  expect((await ask(k, picture)).status).toBe(404);
  await k.call['store.lock']({});
  expect((await ask(k, `evidence://file/${idOf('聊天.html')}`)).status).toBe(403);
});

async function png(): Promise<Uint8Array> {
  const v = await vips();
  return v.Image.black(8, 6).writeToBuffer('.png');
}

/** A scan of two pages, a light and a dark one. */
async function twoPages(): Promise<Buffer> {
  const v = await vips();
  const page = (width: number, height: number, rgb: number[]) =>
    v.Image.black(width, height, { bands: rgb.length }).add(rgb).cast('uchar');
  const strip = page(30, 20, [200])
    .join(page(30, 20, [90]), 'vertical')
    .copy();
  strip.setInt('page-height', 20);
  return Buffer.from(strip.writeToBuffer('.tif'));
}

test('a scan of several pages: their sizes, and each page as a picture of its own', async () => {
  const { k, idOf } = await withFiles({ '扫描.tif': await twoPages() });
  const fileId = idOf('扫描.tif');
  expect(await k.call['evidence.pages']({ fileId })).toEqual({
    pages: [
      { width: 30, height: 20 },
      { width: 30, height: 20 },
    ],
  });
  const v = await vips();
  const levels: number[] = [];
  for (const n of [1, 2]) {
    const response = await ask(k, `evidence://page/${fileId}/${n}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const image = v.Image.newFromBuffer(await body(response));
    expect([image.width, image.height]).toEqual([30, 20]);
    levels.push(Math.round(image.avg()));
  }
  expect(levels).toEqual([200, 90]);
  expect((await ask(k, `evidence://page/${fileId}/3`)).status).toBe(422);
});

test('a photo as a phone takes it is turned upright; a damaged one is told of', async () => {
  const blocks = [16, 235, 100, 200, 50, 150];
  const { k, idOf } = await withFiles({
    '借条.heic': makeHeic(blocks, 3),
    '侧放.heic': makeHeic(blocks, 3, 1),
    '坏.heic': makeHeic(blocks, 3).subarray(0, 400),
  });
  expect(await k.call['evidence.pages']({ fileId: idOf('借条.heic') })).toEqual({
    pages: [{ width: 48, height: 32 }],
  });
  expect(await k.call['evidence.pages']({ fileId: idOf('侧放.heic') })).toEqual({
    pages: [{ width: 32, height: 48 }],
  });
  const v = await vips();
  const response = await ask(k, `evidence://page/${idOf('借条.heic')}/1`);
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  const image = v.Image.newFromBuffer(await body(response));
  const at = (x: number, y: number) => image.getpoint(x, y)[0] ?? -1;
  // Black at the upper left, white beside it.
  expect(at(8, 8)).toBeLessThan(10);
  expect(at(24, 8)).toBeGreaterThan(245);
  expect(
    (await refusal(() => k.call['evidence.pages']({ fileId: idOf('坏.heic') }))).message,
  ).toMatch(/读不出来；文件已原样保存/);
  expect((await ask(k, `evidence://page/${idOf('坏.heic')}/1`)).status).toBe(422);
});

test('the words of text, web page and Word file; what words cannot show is refused with a way out', async () => {
  const doc = await Packer.toBuffer(
    new Document({
      sections: [{ children: [new Paragraph('今借到人民币叁拾万元'), new Paragraph('张三')] }],
    }),
  );
  const { k, idOf } = await withFiles({
    '记录.txt': Buffer.from('第一行\r\n第二行', 'utf8'),
    '聊天.html': Buffer.from(
      '<html><body><p>还钱</p><p>下月</p><script>x()</script></body></html>',
    ),
    '借款合同.docx': doc,
    '空.txt': Buffer.from('  \n'),
    '图.png': await png(),
  });
  const lines = async (name: string) =>
    (await k.call['evidence.lines']({ fileId: idOf(name) })).lines;
  expect(await lines('记录.txt')).toEqual(['第一行', '第二行']);
  expect(await lines('聊天.html')).toEqual(['还钱', '下月']);
  expect((await lines('借款合同.docx')).filter(Boolean)).toEqual(['今借到人民币叁拾万元', '张三']);
  expect((await refusal(() => lines('空.txt'))).message).toBe('这个文件里没有文字。');
  expect((await refusal(() => lines('图.png'))).message).toMatch(/可以另存一份/);
});

test('a Word file with a picture shows the words that search finds in it, and says what is left out', async () => {
  const data = await png();
  const transformation = { width: 20, height: 10 };
  const picture = new ImageRun({ type: 'png', data, transformation });
  const children = [new Paragraph('李某确认欠款三十万元'), new Paragraph({ children: [picture] })];
  const { k, idOf } = await withFiles({
    '对账.docx': await Packer.toBuffer(new Document({ sections: [{ children }] })),
    '只有图.docx': await Packer.toBuffer(
      new Document({ sections: [{ children: children.slice(1) }] }),
    ),
  });
  const shown = await k.call['evidence.lines']({ fileId: idOf('对账.docx') });
  expect(shown.partial).toBe(true);
  expect(shown.lines.filter(Boolean)).toEqual(['李某确认欠款三十万元']);
  const empty = await refusal(() => k.call['evidence.lines']({ fileId: idOf('只有图.docx') }));
  expect(empty.message).toMatch(/只有图片.*另存一份/);
});

test('a part of a file is read alone; a request for too much or before the start is refused', async () => {
  const bytes = wav(2 * MIB + 9);
  const { k, idOf } = await withFiles({ 'a.wav': bytes });
  const fileId = idOf('a.wav');
  const part = async (offset: number, length: number) =>
    Buffer.from((await k.call['evidence.readPart']({ fileId, offset, length })).bytes);
  expect(Buffer.compare(await part(MIB - 3, 10), bytes.subarray(MIB - 3, MIB + 7))).toBe(0);
  expect(Buffer.compare(await part(2 * MIB, 100), bytes.subarray(2 * MIB))).toBe(0);
  expect(await part(bytes.length + 5, 10)).toHaveLength(0);
  const gone = await refusal(() =>
    k.call['evidence.readPart']({ fileId: 'none', offset: 0, length: 1 }),
  );
  expect(gone.code).toBe('no-file');
  // What was read last is at hand, but not once the store is locked.
  expect(Buffer.compare(await part(5, 7), bytes.subarray(5, 12))).toBe(0);
  await k.call['store.lock']({});
  const shut = await refusal(() => k.call['evidence.readPart']({ fileId, offset: 6, length: 2 }));
  expect(shut.code).toBe('locked');
});

test('另存一份: the same bytes, told in the record; a damaged original or a closed dialog leaves no copy', async () => {
  const bytes = wav(3 * MIB + 1);
  const { k, caseId, idOf } = await withFiles({ '通话 录音.wav': bytes });
  const fileId = idOf('通话 录音.wav');
  const path = join(k.dir, '拷贝.wav');
  k.answers.saveFile = null;
  expect(await k.call['evidence.saveCopy']({ fileId })).toBeNull();
  expect(k.asked.at(-1)).toMatchObject({ defaultName: '通话 录音.wav' });
  k.answers.saveFile = path;
  expect(await k.call['evidence.saveCopy']({ fileId })).toEqual({ path });
  expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
  const { entries } = await k.call['audit.list']({ before: null, caseId, limit: 50 });
  expect(entries[0]).toMatchObject({
    action: 'evidence.copy',
    detail: { files: [{ name: '拷贝.wav' }] },
  });
  k.context.store.current.db
    .prepare('UPDATE evidence_chunks SET bytes = zeroblob(length(bytes)) WHERE n = 1')
    .run();
  k.answers.saveFile = join(k.dir, '坏.wav');
  expect((await refusal(() => k.call['evidence.saveCopy']({ fileId }))).code).toBe('damaged');
  expect(readdirSync(k.dir).filter((name) => name.includes('坏'))).toEqual([]);
});
