/**
 * One hostile file of each kind through the whole road: taken in, kept to the byte, its warning told; the book
 * refuses by name what it cannot hold and takes the rest.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { WARNINGS } from '../../main/evidence/inspect.ts';
import { plainPdf, removeFolders, sha256 } from '../helpers/bundle-kit.ts';
import { cleanUp, openKit } from './store-kit.ts';

let folder = '';
afterEach(async () => {
  await cleanUp();
  removeFolders();
  rmSync(folder, { recursive: true, force: true });
});

/** What is expected of a file: pages and warning at intake, and the code the book refuses it with. */
interface Expected {
  bytes: Uint8Array;
  pages: number | null;
  warning?: string;
  code?: string;
}

async function encrypted(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainPdf(2));
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
  return document.save();
}

async function form(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const field = document.getForm().createTextField('amount');
  field.setText('300000.00');
  field.addToPage(document.addPage(), { x: 50, y: 500, width: 200, height: 30, font });
  return document.save();
}

async function signed(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainPdf(1));
  const { context, catalog } = document;
  const value = context.register(
    context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', Contents: PDFString.of('x') }),
  );
  const look = { FT: 'Sig', T: PDFString.of('s'), V: value, Subtype: 'Widget' };
  const field = context.register(context.obj({ ...look, Rect: [0, 0, 0, 0] }));
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
  return document.save({ updateFieldAppearances: false });
}

async function turned(crop: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainPdf(1));
  const page = document.getPage(0);
  if (crop) page.setCropBox(50, 60, 300, 400);
  else page.setRotation(degrees(270));
  return document.save();
}

async function manyPages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let i = 0; i < count; i++) document.addPage([595, 842]);
  return document.save();
}

const zeroPages = Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
trailer <</Root 1 0 R>>
%%EOF`);

/** A workbook whose sheet unpacks to a hundred times a hundred times its size. */
const bomb = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet>${' '.repeat(300_000_000)}</worksheet>`),
  });

async function files(): Promise<Record<string, Expected>> {
  const v = await vips();
  const plain = v.Image.black(10_000, 10_000).linear([0], [128]).cast('uchar');
  const noise = v.Image.gaussnoise(300, 200, { mean: 128, sigma: 40 }).cast('uchar');
  const jpg = noise.writeToBuffer('.jpg');
  const png = noise.writeToBuffer('.png');
  const two = v.Image.arrayjoin([noise, noise.invert()], { across: 1 }).copy();
  two.setInt('page-height', 200);
  const cmyk = v.Image.black(300, 200)
    .bandjoin([100, 200, 50])
    .copy({ interpretation: 'cmyk' })
    .writeToBuffer('.jpg');
  const pdf = await plainPdf(3);
  const cut = (b: Uint8Array) => b.slice(0, b.length / 2);
  const damaged = { warning: WARNINGS.damaged, code: 'damaged' };
  return {
    '有密码.pdf': {
      bytes: await encrypted(),
      pages: null,
      warning: WARNINGS.encrypted,
      code: 'encrypted',
    },
    '断了.pdf': { bytes: cut(pdf), pages: null, ...damaged },
    '没有页.pdf': { bytes: zeroPages, pages: null, warning: WARNINGS.damaged, code: 'empty' },
    '表单.pdf': { bytes: await form(), pages: 1 },
    '签名.pdf': { bytes: await signed(), pages: 1 },
    '转过的.pdf': { bytes: await turned(false), pages: 1 },
    '裁过的.pdf': { bytes: await turned(true), pages: 1 },
    '一万页.pdf': { bytes: await manyPages(10_000), pages: 10_000 },
    '印刷色.jpg': { bytes: cmyk, pages: 1 },
    '动图.gif': { bytes: two.writeToBuffer('.gif'), pages: 1 },
    '断了.jpg': { bytes: cut(jpg), pages: 1, ...damaged },
    '断了.png': { bytes: cut(png), pages: 1, ...damaged },
    '一亿像素.jpg': { bytes: plain.writeToBuffer('.jpg'), pages: 1 },
    '一亿像素.png': { bytes: plain.writeToBuffer('.png', { compression: 1 }), pages: 1 },
    '炸弹.xlsx': { bytes: bomb(), pages: null, code: 'too-large' },
    '公式.csv': { bytes: Buffer.from('姓名,金额\n=HYPERLINK("http://x"),=1+1\n'), pages: null },
    '借条😀👨‍👩‍👧.txt': { bytes: Buffer.from('表情'), pages: null },
    'abc\u202Etxt.exe.txt': { bytes: Buffer.from('反向'), pages: null },
    [`${'证'.repeat(83)}12.txt`]: { bytes: Buffer.from('长名'), pages: null },
  };
}

test('each is kept to the byte with its warning; the book names what it cannot hold and takes the rest', async () => {
  folder = mkdtempSync(join(tmpdir(), 'jieju-hostile-'));
  const k = await openKit();
  const { caseId } = await k.call['cases.sample']({});
  const given = Object.entries(await files());
  const from = join(folder, 'from');
  mkdirSync(from);
  for (const [name, { bytes }] of given) writeFileSync(join(from, name), bytes);
  const paths = given.map(([name]) => join(from, name));
  const { files: taken, refused } = await k.call['evidence.addPaths']({
    ...{ caseId, itemId: null, paths },
  });
  expect(refused).toEqual([]);
  expect(taken.map((f) => [f.name, f.pages, f.warning])).toEqual(
    given.map(([name, { pages, warning = '' }]) => [name, pages, warning]),
  );
  expect(taken.map((f) => f.sha256)).toEqual(given.map(([, { bytes }]) => sha256(bytes)));
  const checked = await k.call['evidence.verify']({ caseId });
  expect(checked).toEqual({ checked: given.length, broken: [] });

  // All in one exhibit: the book says which it cannot hold, all of them at once, and writes nothing.
  const { revision, document } = await k.call['cases.get']({ caseId });
  const put = (ids: string[]) => ({
    ...document,
    evidence: (document.evidence ?? []).map((e, i) => (i === 0 ? { ...e, fileIds: ids } : e)),
  });
  const all = taken.map((f) => f.fileId);
  await k.call['cases.save']({ caseId, revision, document: put(all) });
  const out = join(folder, 'out');
  mkdirSync(out);
  k.answers.pickFolder = out;
  const options = { maxMb: null, maxPages: null, duplex: false, newVersion: false, passwords: [] };
  const build = () => k.call['evidence.bundle']({ caseId, today: '2026-03-16', ...options });
  const first = await build();
  if (first === null || !('problems' in first)) throw new Error('the book took everything');
  const bad = given.filter(([, e]) => e.code);
  expect(first.problems.map((p) => [p.name, p.code])).toEqual(
    bad.map(([name, { code }]) => [name, code]),
  );
  // Each message says what to do.
  for (const p of first.problems) expect(p.message, p.name).toMatch(/请/);
  expect(readdirSync(out)).toEqual([]);

  const good = taken.filter((f) => !bad.some(([name]) => name === f.name)).map((f) => f.fileId);
  await k.call['cases.save']({ caseId, revision: revision + 1, document: put(good) });
  const second = await build();
  if (second === null || !('book' in second)) throw new Error('the book refused good files');
  const [first1] = second.book.exhibits;
  // A page each, ten thousand of the long one.
  expect((first1?.to ?? 0) - (first1?.from ?? 0) + 1).toBe(10_000 + good.length - 1);
  // Still there, all of them, the refused ones too.
  expect((await k.call['evidence.verify']({ caseId })).checked).toBe(given.length);
}, 240_000);
