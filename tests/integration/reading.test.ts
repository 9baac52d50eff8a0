/** Reading files of evidence with the real engines: pictures, scans, text layers, office files. */
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { readFileText } from '../../main/evidence/reading/read-file.ts';
import type { FileToRead, PageText, Task } from '../../main/evidence/reading/types.ts';
import { sniff } from '../../main/evidence/sniff.ts';
import { bitPdf, drawChat, drawSheet, scannedPdf } from '../helpers/draw-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function readAll(bytes: Uint8Array, name: string, task: Task): Promise<PageText[]> {
  const mime = sniff(Buffer.from(bytes), true);
  const file: FileToRead = { key: 'k', name, size: bytes.length, mime };
  const pages: PageText[] = [];
  await readFileText(file, task, async (_, from, length) => bytes.slice(from, from + length), {
    page: async (p) => void pages.push(p),
    check: () => undefined,
  });
  return pages;
}

const textOf = (page: PageText | undefined) => page?.lines.map((l) => l.text).join('') ?? '';
const OCR = (...pages: number[]): Task => ({ what: 'ocr', pages });

const chat = () =>
  drawChat('李娜', '2024年3月5日 下午2:15', [
    { text: '王哥，能不能再借我30万元周转一下？下个月连本带利还你' },
    { mine: true, text: '好，转账300,000.00元，用途写借款' },
    { text: '收到了，2024年9月5日前一定还清' },
  ]);

test('a chat screenshot: every word planted in it, each in its place', {
  timeout: 60_000,
}, async () => {
  const [page] = await readAll(chat(), '聊天.png', OCR(1));
  expect(page?.source).toBe('ocr');
  for (const words of [
    '李娜',
    '2024年3月5日',
    '王哥',
    '30万元',
    '300,000.00',
    '连本带利还你',
    '一定还清',
  ])
    expect(textOf(page)).toContain(words);
  const title = page?.lines.find((l) => l.text === '李娜');
  const [x = 0, y = 0, width = 0, height = 0] = title?.box ?? [];
  // In the middle at the top: 96 pixels wide on 1080, 48 high on 790.
  expect(x + width / 2).toBeCloseTo(0.5, 1);
  expect(y + height / 2).toBeCloseTo(73 / 790, 1);
  expect(width).toBeGreaterThan(0.08);
  expect(width).toBeLessThan(0.16);
  const mine = page?.lines.find((l) => l.text.includes('300,000.00'));
  expect((mine?.box?.[0] ?? 0) > 0.2).toBe(true);
});

const note = [
  '今借到王建国人民币叁拾万元整（¥300,000.00），',
  '借款期限自2024年3月5日起至2024年9月5日止，',
  '月利率1.5%，到期一次性还本付息。',
  '借款人：李娜　　二〇二四年三月五日',
];

test('a scanned sheet in a PDF, upright, turned by the page and upside down', {
  timeout: 120_000,
}, async () => {
  const upright = await scannedPdf([drawSheet('借条', note)]);
  const turned = await PDFDocument.load(upright);
  turned.getPage(0).setRotation(degrees(180));
  const [plain] = await readAll(upright, '借条.pdf', { what: 'layer' });
  expect(plain).toEqual({ page: 1, source: 'waiting', lines: [] });
  for (const bytes of [upright, await turned.save()]) {
    const [page] = await readAll(bytes, '借条.pdf', OCR(1));
    for (const words of ['借条', '王建国', '叁拾万元整', '300,000.00', '2024年9月5日', '李娜'])
      expect(textOf(page)).toContain(words);
  }
  const [first] = await readAll(upright, '借条.pdf', OCR(1));
  const [, top = 1] = first?.lines.find((l) => l.text.replace(/\s/g, '') === '借条')?.box ?? [];
  expect(top).toBeGreaterThan(0.08);
  expect(top).toBeLessThan(0.16);
});

test('a photo that lies on its side, without a tag that says so', { timeout: 60_000 }, async () => {
  const v = await vips();
  for (const turn of ['d90', 'd270'] as const) {
    const sheet = v.Image.newFromBuffer(drawSheet('收条', ['今收到李娜还款人民币伍仟元整']));
    const bytes = sheet.rot(turn as never).writeToBuffer('.jpg');
    const [page] = await readAll(bytes, '照片.jpg', OCR(1));
    expect(textOf(page), turn).toContain('李娜还款人民币伍仟元整');
  }
});

test('scans in black and white, as a picture and as a stencil', { timeout: 60_000 }, async () => {
  for (const stencil of [false, true]) {
    const bytes = await bitPdf(drawSheet('收条', ['今收到李娜还款人民币伍仟元整']), stencil);
    const [page] = await readAll(bytes, '传真.pdf', OCR(1));
    expect(textOf(page), String(stencil)).toContain('李娜还款人民币伍仟元整');
  }
});

test('a long screenshot is read from top to bottom, no line twice', {
  timeout: 120_000,
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
  const long = drawChat(
    '记录',
    '昨天',
    names.map((n, i) => ({ mine: i % 2 === 1, text: `我是${n}收到` })),
  );
  const [page] = await readAll(long, '长图.png', OCR(1));
  const text = textOf(page);
  for (const name of names) expect(text.split(`我是${name}`)).toHaveLength(2);
  expect(names.map((n) => text.indexOf(n))).toEqual(
    names.map((n) => text.indexOf(n)).sort((a, b) => a - b),
  );
});

test('text and office files: their words, also beside pictures', async () => {
  const [txt] = await readAll(utf8('甲方：王某\n\n乙方：李某\n'), '约定.txt', { what: 'layer' });
  expect(txt).toEqual({
    page: 1,
    source: 'layer',
    lines: [
      { text: '甲方：王某', box: null },
      { text: '乙方：李某', box: null },
    ],
  });
  const docx = zipSync({
    'word/document.xml': utf8(
      '<w:document><w:body><w:p><w:r><w:t>借款协议</w:t></w:r><w:r><w:drawing/></w:r></w:p></w:body></w:document>',
    ),
    'word/media/image1.png': utf8('x'),
  });
  const [word] = await readAll(docx, '协议.docx', { what: 'layer' });
  expect(word?.lines).toEqual([{ text: '借款协议', box: null }]);
});

test('a damaged picture and a damaged PDF are refused, not taken for empty', async () => {
  const broken = chat().subarray(0, 3000);
  await expect(readAll(broken, '坏.png', OCR(1))).rejects.toThrow();
  await expect(readAll(utf8('%PDF-1.7\nnothing'), '坏.pdf', { what: 'layer' })).rejects.toThrow();
});
