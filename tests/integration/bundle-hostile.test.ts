/** Files that nobody would make on purpose: each has its treatment and its words, none is lost. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { BundleRefusal } from '../../main/evidence/bundle/types.ts';
import {
  build,
  caseWith,
  pdfOf,
  plainPdf,
  readBook,
  removeFolders,
  tempFolder,
} from '../helpers/bundle-kit.ts';

afterAll(removeFolders);

const FRONT = 2;
const one = (name: string, bytes: Uint8Array, options = {}) =>
  build(caseWith(['e1']), [{ item: 'e1', name, bytes }], options);

async function refusal(name: string, bytes: Uint8Array, options = {}) {
  try {
    await one(name, bytes, options);
  } catch (e) {
    if (e instanceof BundleRefusal) return e.problems[0];
    throw e;
  }
  throw new Error(`${name} was taken`);
}

async function encrypted(user: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainPdf(2));
  document.encrypt({ userPassword: user, ownerPassword: 'owner' });
  return document.save();
}

describe('PDF', () => {
  test('with a password: asked for, refused by name, opened with the right one', async () => {
    const bytes = await encrypted('secret');
    expect(await refusal('锁.pdf', bytes)).toMatchObject({ code: 'encrypted', name: '锁.pdf' });
    expect(await refusal('锁.pdf', bytes, { passwords: { 0: 'wrong' } })).toMatchObject({
      code: 'wrong-password',
    });
    const done = await one('锁.pdf', bytes, { passwords: { 0: 'secret' } });
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.text).toContain('source page 1');
    expect(done.notes.join()).toContain('密码');
  });

  test('barred from editing only: its pages are copied with their text', async () => {
    const done = await one('bank.pdf', await encrypted(''));
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT + 1]?.text).toContain('source page 2');
  });

  test('damaged, cut short, or none at all: stopped by name', async () => {
    const whole = await plainPdf(3);
    const cases = {
      cut: whole.slice(0, whole.length / 2),
      'without end': whole.slice(0, -30),
      'only a head': Buffer.from('%PDF-1.7\n%%EOF\n'),
    };
    for (const [name, bytes] of Object.entries(cases))
      expect(await refusal(`${name}.pdf`, bytes), name).toMatchObject({ code: 'damaged' });
  });

  test('without pages', async () => {
    const none = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
trailer <</Root 1 0 R>>
%%EOF`;
    expect(await refusal('空.pdf', Buffer.from(none))).toMatchObject({ code: 'empty' });
  });

  test('every bad file is named, not only the first', async () => {
    const given = ['a.pdf', 'b.pdf'].map((name) => ({
      item: 'e1',
      name,
      bytes: Buffer.from('%PDF-1.4 x'),
    }));
    await expect(build(caseWith(['e1']), given)).rejects.toMatchObject({
      problems: [{ name: 'a.pdf' }, { name: 'b.pdf' }],
    });
  });

  async function form(): Promise<PDFDocument> {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = document.addPage();
    const field = document.getForm().createTextField('amount');
    field.setText('300000.00');
    field.addToPage(page, { x: 50, y: 500, width: 200, height: 30, font });
    const box = document.getForm().createCheckBox('agree');
    box.addToPage(page, { x: 50, y: 400, width: 20, height: 20 });
    box.check();
    return document;
  }

  test('a form: what was filled in becomes part of the page', async () => {
    const done = await one('form.pdf', await (await form()).save());
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.text).toContain('300000.00');
    expect(done.notes.join()).toContain('表单内容已固定');
    const book = await PDFDocument.load(readFileSync(done.volumes[0]?.path ?? ''));
    expect(book.catalog.get(PDFName.of('AcroForm'))).toBeUndefined();
    expect(book.getPages()[FRONT]?.node.Annots()).toBeUndefined();
  });

  test('a form whose values have no looks: stopped, nothing lost silently', async () => {
    const document = await form();
    for (const field of document.getForm().getFields())
      for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    const bytes = await document.save({ updateFieldAppearances: false });
    expect(await refusal('form.pdf', bytes)).toMatchObject({ code: 'form' });
  });

  test('a live XFA form: stopped with what to do', async () => {
    const document = await PDFDocument.load(await plainPdf(1));
    const { context, catalog } = document;
    const acro = context.obj({ Fields: [], XFA: PDFString.of('<xdp/>') });
    catalog.set(PDFName.of('AcroForm'), acro);
    catalog.set(PDFName.of('NeedsRendering'), context.obj(true));
    const bytes = await document.save({ updateFieldAppearances: false });
    const problem = await refusal('xfa.pdf', bytes);
    expect(problem).toMatchObject({ code: 'xfa' });
    expect(problem?.message).toContain('打印为 PDF');
  });

  test('a signed one: its pages in the book, the original beside it to the byte', async () => {
    const document = await PDFDocument.load(await plainPdf(1));
    const { context, catalog } = document;
    const value = context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      Contents: PDFString.of('x'),
    });
    const field = context.register(
      context.obj({
        FT: 'Sig',
        T: PDFString.of('s'),
        V: context.register(value),
        Subtype: 'Widget',
        Rect: [0, 0, 0, 0],
      }),
    );
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
    const bytes = await document.save({ updateFieldAppearances: false });
    const done = await one('合同.pdf', bytes);
    const beside = done.files.find((f) => f.includes('签名原件'));
    expect(beside && readFileSync(beside).equals(Buffer.from(bytes))).toBe(true);
    expect(done.notes.join()).toContain('带电子签名');
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages.at(-1)?.text.replaceAll(' ', '')).toContain('原文件另附');
  });

  test('scripts, attachments, authors and links inside stay outside', async () => {
    const document = await PDFDocument.load(await plainPdf(2));
    document.setAuthor('Zhang San');
    document.addJavaScript('x', 'app.alert(1)');
    await document.attach(strToU8('secret'), 'hidden.txt');
    const page = document.getPage(0);
    const { context } = document;
    const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [10, 10, 50, 50] });
    link.set(PDFName.of('Dest'), context.obj([document.getPage(1).ref, 'Fit']));
    page.node.addAnnot(context.register(link));
    page.node.set(
      PDFName.of('PieceInfo'),
      context.obj({ App: { Private: PDFString.of('C:\\Users\\zhang') } }),
    );
    const done = await one('live.pdf', await document.save());
    const book = await PDFDocument.load(readFileSync(done.volumes[0]?.path ?? ''));
    const all = book.context
      .enumerateIndirectObjects()
      .map(([, o]) => o.toString())
      .join();
    for (const word of ['app.alert', 'Zhang', 'hidden.txt', 'Users', 'JavaScript', 'EmbeddedFile'])
      expect(all).not.toContain(word);
    // No second copy of the page that the link led to.
    const pages = book.context
      .enumerateIndirectObjects()
      .filter(
        ([, o]) =>
          'get' in o &&
          (o as { get(k: PDFName): unknown }).get(PDFName.of('Type')) === PDFName.of('Page'),
      );
    expect(pages).toHaveLength(book.getPageCount());
  });

  test('ten thousand pages', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const { context } = document;
    const content = context.register(context.flateStream('BT /F 12 Tf 50 400 Td (page) Tj ET'));
    const fonts = context.obj({ Font: { F: font.ref } });
    const root = document.catalog.Pages();
    const kids = Array.from({ length: 10_000 }, () => {
      const leaf = context.obj({
        Type: 'Page',
        MediaBox: [0, 0, 595, 842],
        Contents: content,
        Resources: fonts,
      });
      leaf.set(PDFName.of('Parent'), document.catalog.get(PDFName.of('Pages')) as never);
      return context.register(leaf);
    });
    root.set(PDFName.of('Kids'), context.obj(kids));
    root.set(PDFName.of('Count'), context.obj(kids.length));
    const bytes = await document.save({ addDefaultPage: false });
    const done = await one('long.pdf', bytes);
    expect(done.exhibits).toMatchObject([{ from: 1, to: 10_000 }]);
    const book = await PDFDocument.load(readFileSync(done.volumes[0]?.path ?? ''));
    expect(book.getPageCount()).toBe(10_000 + FRONT + 1);
  }, 120_000);

  test('a page the size of a stamp is shown on a sheet', async () => {
    const done = await one('tiny.pdf', await pdfOf([{ size: [40, 30] }]));
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.width).toBeCloseTo(595.28, 1);
    expect(read.pages[FRONT]?.text).toContain('证据第1页');
  });
});

describe('pictures', () => {
  test('CMYK, animated, with transparency, TIFF of many pages', async () => {
    const v = await vips();
    const cmyk = v.Image.black(300, 200)
      .bandjoin([100, 200, 50])
      .copy({ interpretation: 'cmyk' })
      .writeToBuffer('.jpg');
    const rgb = v.Image.black(60, 60).bandjoin([100, 200]).copy({ interpretation: 'srgb' });
    const strip = v.Image.arrayjoin([rgb, rgb.invert()], { across: 1 }).copy();
    strip.setInt('page-height', 60);
    const gif = strip.writeToBuffer('.gif');
    const tiff = strip.writeToBuffer('.tif');
    const png = rgb.bandjoin([128]).writeToBuffer('.png');
    const screenshot = rgb.bandjoin([255]).writeToBuffer('.png');
    const webp = rgb.writeToBuffer('.webp');
    const avif = (await vips(true)).Image.black(80, 60)
      .bandjoin([100, 200])
      .copy({ interpretation: 'srgb' })
      .writeToBuffer('.avif');
    const files = { cmyk, gif, tiff, png, webp, avif };
    const given = Object.entries(files).map(([name, bytes]) => ({ item: 'e1', name, bytes }));
    const done = await build(caseWith(['e1']), given);
    // Two pages of the TIFF, one of each other.
    expect(done.exhibits).toMatchObject([{ from: 1, to: 7 }]);
    const notes = done.notes.join();
    for (const words of ['CMYK', '动图共 2 帧', '透明部分']) expect(notes).toContain(words);
    // A screenshot has room for transparency and none in it: there is nothing to tell.
    const plain = await build(caseWith(['e1']), [
      { item: 'e1', name: '截图.png', bytes: screenshot },
    ]);
    expect(plain.notes.join()).not.toContain('透明');
  });

  test('cut short: stopped by name', async () => {
    const v = await vips();
    const noise = v.Image.gaussnoise(600, 400, { mean: 128, sigma: 40 })
      .cast('uchar')
      .bandjoin([100, 200])
      .copy({ interpretation: 'srgb' });
    const whole = ['.jpg', '.png', '.webp', '.tif'].map((f) => ({ f, b: noise.writeToBuffer(f) }));
    for (const { f, b } of whole)
      expect(await refusal(`断${f}`, b.slice(0, b.length / 2)), f).toMatchObject({
        code: 'damaged',
      });
    const heic = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(500),
    ]);
    expect(await refusal('坏.heic', heic)).toMatchObject({ code: 'damaged' });
  });

  test('a hundred megapixels, as JPEG and as PNG', async () => {
    const v = await vips();
    const plain = v.Image.black(10_000, 10_000).linear([0], [128]).cast('uchar');
    const files = [
      { item: 'e1', name: 'a.jpg', bytes: plain.writeToBuffer('.jpg') },
      { item: 'e1', name: 'a.png', bytes: plain.writeToBuffer('.png', { compression: 1 }) },
    ];
    const done = await build(caseWith(['e1']), files);
    expect(done.exhibits).toMatchObject([{ from: 1, to: 2 }]);
    expect(done.volumes[0]?.size).toBeLessThan(3_000_000);
  }, 120_000);

  test('more pixels than can be handled: stopped before they are unpacked', async () => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(200_000, 0);
    head.writeUInt32BE(200_000, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const chunk = (type: string, data: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
    };
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      ...[chunk('IHDR', head), chunk('IDAT', Buffer.alloc(20)), chunk('IEND', Buffer.alloc(0))],
    ]);
    expect(await refusal('大.png', png)).toMatchObject({ code: 'too-large' });
  });

  test('a long screenshot is cut into pages that can be read, repeating a little', async () => {
    const v = await vips();
    const long = v.Image.black(1080, 9000).linear([0], [200]).cast('uchar').writeToBuffer('.png');
    const done = await one('长截图.png', long);
    expect(done.exhibits[0]?.to).toBe(6);
    expect(done.notes.join()).toContain('长图分 6 页');
  });
});

describe('other files', () => {
  test('recordings and films become a sheet with name, length, size, fingerprint', async () => {
    const box = (type: string, body: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    const header = Buffer.alloc(100);
    header.writeUInt32BE(1000, 12);
    header.writeUInt32BE(83_500, 16);
    const mp4 = Buffer.concat([
      box('ftyp', Buffer.from('isom\0\0\0\0isom')),
      box('mdat', Buffer.alloc(1000)),
      box('moov', box('mvhd', header)),
    ]);
    const amr = Buffer.concat([
      Buffer.from('#!AMR\n'),
      Buffer.alloc(32 * 500).fill(Buffer.from([0x3c, ...new Array(31).fill(0)])),
    ]);
    const done = await build(caseWith(['e1', 'e2']), [
      { item: 'e1', name: '见面.mp4', bytes: mp4 },
      { item: 'e2', name: '通话.amr', bytes: amr },
    ]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    const [film, call] = [2, 3].map((n) => read.pages[n]?.text.replaceAll(' ', '') ?? '');
    expect(film).toContain('1分24秒');
    expect(film).toContain(createHash('sha256').update(mp4).digest('hex'));
    expect(call).toContain('10秒');
    expect(call).toContain('录音');
  });

  const docx = (body: string, more: Record<string, Uint8Array> = {}) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`),
      ...more,
    });

  test('a Word file by its words; with pictures or open edits a PDF is asked for', async () => {
    const text = docx(
      '<w:p><w:r><w:t>借款三十万元</w:t></w:r></w:p><w:p><w:r><w:t>王某</w:t></w:r></w:p>',
    );
    const done = await one('协议.docx', text);
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.text).toContain('借款三十万元');
    const picture = docx('<w:p/>', { 'word/media/image1.png': strToU8('x') });
    expect(await refusal('图.docx', picture)).toMatchObject({ code: 'unsupported' });
    const edits = docx('<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>');
    expect((await refusal('改.docx', edits))?.message).toContain('修订');
  });

  test('archives, bombs, programs and unknown files: stopped with what to do', async () => {
    const bomb = zipSync(
      { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': new Uint8Array(30_000_000) },
      { level: 9 },
    );
    expect((await refusal('弹.xlsx', bomb))?.code).toMatch(/too-large|damaged/);
    const zip = zipSync({ 'a.txt': strToU8('x') });
    expect((await refusal('包.zip', zip))?.message).toContain('解压');
    expect(await refusal('x.exe', Buffer.from('MZ\0\0\x01'))).toMatchObject({
      code: 'unsupported',
    });
    expect(await refusal('空.txt', Buffer.from(' \n '))).toMatchObject({ code: 'empty' });
  });

  test('a text of another code page, with signs that no font has', async () => {
    const gbk = Buffer.from([0xbd, 0xe8, 0xcc, 0xf5]);
    const emoji = Buffer.from('收到\u{1F600}\u202e好的');
    const done = await build(caseWith(['e1']), [
      { item: 'e1', name: 'a.txt', bytes: gbk },
      { item: 'e1', name: 'b.txt', bytes: emoji },
    ]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.text).toContain('借条');
    expect(read.pages[FRONT + 1]?.text.replaceAll(' ', '')).toContain(
      '收到〔U+1F600〕〔U+202E〕好的',
    );
  });

  test('names with emoji, direction signs, 255 bytes: shown, none lost, none runs over', async () => {
    const names = [
      '\u{1F4F1}截图.txt',
      'fdp.\u202etxt',
      `${'a'.repeat(251)}.txt`,
      `${'证'.repeat(83)}.txt`,
    ];
    const given = names.map((name) => ({
      item: 'e1',
      name,
      bytes: Buffer.from(`file ${name.length}`),
    }));
    const done = await build(caseWith(['e1']), given, {}, tempFolder());
    const read = await readBook(done.volumes[0]?.path ?? '');
    const register = read.pages
      .filter((p) => p.label.startsWith('校验'))
      .map((p) => p.text)
      .join('')
      .replaceAll(' ', '');
    expect(register).toContain('〔U+1F4F1〕截图.txt');
    expect(register).toContain('〔U+202E〕txt');
    expect(register).toContain('a'.repeat(24));
    for (const page of read.pages.filter((p) => p.label.startsWith('校验')))
      for (const { text, x } of page.items)
        expect(x + text.length * 2, text).toBeLessThan(page.width);
  });
});
