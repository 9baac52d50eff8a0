/** Boxes on the copies, the extract table and the transcript of a recording: made, then read and drawn again. */
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import {
  build,
  caseWith,
  drawPage,
  type Given,
  inkAllOver,
  type MadePage,
  type Pixels,
  pdfOf,
  photo,
  plainPdf,
  readBook,
  removeFolders,
} from '../helpers/bundle-kit.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

/** A case of one exhibit, whose files have the ids f0, f1 … in their order. */
function chatCase(
  more: Partial<Item>,
  files: number,
  others: readonly string[] = [],
): CaseDocument {
  const made = caseWith(['e1', ...others]);
  const [first, ...rest] = made.evidence ?? [];
  if (!first) throw new Error('no evidence');
  const fileIds = Array.from({ length: files }, (_, i) => `f${i}`);
  return { ...made, evidence: [{ ...first, fileIds, ...more }, ...rest] };
}

const mark = (fileId: string, page: number, more: object = {}) => ({
  ...{ id: `m-${fileId}-${page}`, fileId, page, x: 0.2, y: 0.3, width: 0.4, height: 0.1 },
  ...more,
});

const isRed = ([r, g, b]: [number, number, number]) => r > 140 && g < 90 && b < 90;

/** Is there a red line within a few points of a place? A line is thinner than a hair's breadth of rounding. */
function redNear(pixels: Pixels, x: number, y: number): boolean {
  const [dx, dy] = [1 / pixels.width, 1 / pixels.height];
  for (let i = -6; i <= 6; i++)
    for (let k = -6; k <= 6; k++) if (isRed(pixels.at(x + i * dx, y + k * dy))) return true;
  return false;
}

/** All four sides of a box are drawn, and nothing in its middle. */
function expectBox(pixels: Pixels, box: { x: number; y: number; width: number; height: number }) {
  const { x, y, width, height } = box;
  const [mx, my] = [x + width / 2, y + height / 2];
  const sides = [redNear(pixels, mx, y), redNear(pixels, mx, y + height)];
  sides.push(redNear(pixels, x, my), redNear(pixels, x + width, my));
  expect(sides).toEqual([true, true, true, true]);
  expect(redNear(pixels, mx, my)).toBe(false);
  expect(redNear(pixels, x + width + 0.08, my)).toBe(false);
}

afterAll(removeFolders);

const FRONT = 2;
const has = (tool: string): boolean => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('boxes stand where they were drawn, on the copy only', () => {
  const frames = [0, 90, 180, 270].flatMap((rotate): { name: string; page: MadePage }[] => [
    { name: `turned ${rotate}`, page: { rotate } },
    { name: `turned ${rotate}, cropped`, page: { rotate, crop: [50, 80, 400, 500] } },
  ]);
  test.each(frames)('a page $name, also with a margin added', async ({ page }) => {
    const pdf = await pdfOf([page, page, { ...page, draw: inkAllOver }]);
    const box = mark('f0', 1);
    const marks = [box, mark('f0', 3), mark('f0', 2, { printed: false })];
    const given: Given[] = [{ item: 'e1', name: '聊天.pdf', bytes: pdf }];
    const built = await build(chatCase({ marks }, 1), given);
    const path = built.volumes[0]?.path ?? '';
    const read = await readBook(path);
    const [w, h] = page.crop ? [400, 500] : [595.28, 841.89];
    const height = (page.rotate ?? 0) % 180 === 0 ? h : w;
    // A margin below, for the note or the number, makes the page taller; the box stays at its words.
    const shown = (n: number) => {
      const scale = height / (read.pages[n]?.height ?? 1);
      return { ...box, y: box.y * scale, height: box.height * scale };
    };
    expectBox(await drawPage(path, FRONT + 1, 2), shown(FRONT));
    expect(read.pages[FRONT]?.text).toContain('方框为提交人所加，原件未改动');
    // The mark that is not to be printed leaves its page as it was.
    const clean = await drawPage(path, FRONT + 2, 2);
    expect(redNear(clean, box.x, box.y + box.height / 2)).toBe(false);
    expect(read.pages[FRONT + 1]?.text).not.toContain('方框');
    const wider = read.pages[FRONT + 2];
    expect(wider?.height).toBeCloseTo(height + 24, 1);
    expectBox(await drawPage(path, FRONT + 3, 2), shown(FRONT + 2));
    // The note stands beside the number and does not touch it.
    const items = wider?.items ?? [];
    const note = items.find((t) => t.text.startsWith('方框'));
    const number = items.find((t) => t.text === '证据第3页');
    expect((note?.x ?? 0) + 140).toBeLessThan(number?.x ?? 0);
    expect(note?.x).toBeGreaterThan(0);
    expect(built.notes.join()).toContain('复制页上有提交人加的方框');
  });

  test.each([1, 3, 6, 8])('a photo with EXIF orientation %i', async (orientation) => {
    const box = mark('f0', 1, { x: 0.1, y: 0.5, width: 0.5, height: 0.2 });
    const given = [{ item: 'e1', name: '截图.jpg', bytes: await photo(1200, 900, orientation) }];
    const built = await build(chatCase({ marks: [box] }, 1), given);
    const pixels = await drawPage(built.volumes[0]?.path ?? '', FRONT + 1, 2);
    const sideways = orientation >= 5;
    const [w, h] = sideways ? [900, 1200] : [1200, 900];
    // The picture stands at the top of its room, in the middle.
    const scale = Math.min(482 / w, 728 / h, 1);
    const [pw, ph] = [(w * scale) / 595.28, (h * scale) / 841.89];
    const left = (71 + (482 - w * scale) / 2) / 595.28;
    const top = (841.89 - 57 - 728) / 841.89;
    expectBox(pixels, {
      x: left + box.x * pw,
      y: top + box.y * ph,
      width: box.width * pw,
      height: box.height * ph,
    });
  });

  test('a long screenshot: each box on the page that shows it, once', async () => {
    const v = await vips();
    const tall = v.Image.black(400, 4000)
      .linear([0, 0, 0], [235, 235, 235])
      .cast('uchar')
      .copy({ interpretation: 'srgb' })
      .writeToBuffer('.png');
    const high = mark('f0', 1, { id: 'a', y: 0.02, height: 0.03 });
    const low = mark('f0', 1, { id: 'b', y: 0.95, height: 0.03 });
    const transcript = [{ id: 't', fileId: 'f0', content: '请还款' }];
    const given = [{ item: 'e1', name: '长图.png', bytes: tall }];
    const built = await build(chatCase({ marks: [high, low], transcript }, 1), given);
    const path = built.volumes[0]?.path ?? '';
    const read = await readBook(path);
    const noted = read.pages.flatMap((p, n) => (p.text.includes('方框为提交人') ? [n] : []));
    const pages = (built.exhibits[0]?.to ?? 0) - 1;
    expect(pages).toBeGreaterThan(3);
    expect(noted).toEqual([FRONT, FRONT + pages - 1]);
    // The line stands somewhere on the slices: all of them are named.
    expect(read.pages[FRONT + pages]?.text).toContain(`1-${pages}`);
  });

  test('a mark whose file is gone is told', async () => {
    const marks = [mark('f9', 1), mark('f0', 7)];
    const given = [{ item: 'e1', name: 'a.pdf', bytes: await plainPdf(2) }];
    const built = await build(chatCase({ marks }, 1), given);
    expect(built.notes.join()).toContain('证据1有 2 处方框所在的文件已不在');
  });
});

describe('the extract table after the pages of an exhibit', () => {
  const transcript = [
    {
      ...{ id: 't1', fileId: 'f0', page: 2, date: '2024-03-05', time: '21:05', speaker: '王某' },
      content: '借款300000元到期了，请还款。',
    },
    {
      ...{ id: 't2', fileId: 'f1', date: '2024-03-05', time: '21:06:30', speaker: '李某' },
      content: '再宽限几天🙏\n下月一定还',
    },
    { id: 't3', fileId: 'f1', speaker: '李某', content: '这句不引用', quoted: false },
    { id: 't4', fileId: null, speaker: '李某', content: '没有文件的一句' },
    { id: 't5', fileId: 'f1', speaker: '李某', content: '  ' },
  ];
  const chat = {
    platform: 'wechat' as const,
    otherName: '李总',
    otherAccount: 'li_88',
    ownAccount: 'wang_66',
  };
  const made = async (more: Partial<Item> = {}, options = {}) => {
    const given: Given[] = [
      { item: 'e0', name: '身份证.pdf', bytes: await plainPdf(2) },
      { item: 'e1', name: '聊天1.pdf', bytes: await plainPdf(3) },
      { item: 'e1', name: '聊天2.jpg', bytes: await photo(900, 1200) },
      { item: 'e2', name: '回单.pdf', bytes: await plainPdf(1) },
    ];
    const document = chatCase({ transcript, chat, carrier: '原告手机', ...more }, 2, ['e2']);
    const [own, ...rest] = document.evidence ?? [];
    const identity: Item = { id: 'e0', group: 'identity', name: '身份证' };
    const evidence = [identity, ...(own ? [own] : []), ...rest];
    return { given, document: { ...document, evidence }, options };
  };

  test('page numbers of the assembled book, counted in the exhibit and in the list', async () => {
    const { document, given } = await made();
    const built = await build(document, given);
    const read = await readBook(built.volumes[0]?.path ?? '');
    expect(built.exhibits.map((e) => [e.from, e.to])).toEqual([
      [1, 2],
      [3, 7],
      [8, 8],
    ]);
    expect(read.pages[1]?.text.replaceAll(' ', '')).toContain('3-7');
    const table = read.pages[FRONT + 6];
    const text = table?.text.replaceAll(' ', '') ?? '';
    expect(table?.label).toBe('7');
    expect(text).toContain('证据第7页');
    expect(text).toContain('微信聊天记录摘录表');
    expect(text).toContain('对方账号：李总，微信号li_88');
    expect(text).toContain('本方账号：微信号wang_66');
    expect(text).toContain('原始载体：原告手机');
    // Page 2 of the first file is page 4 of the book, the picture page 6.
    expect(text).toContain('2024-03-0521:05王某借款300000元到期了，请还款。4');
    expect(text).toMatch(/2024-03-0521:06:30李某再宽限几天〔U\+1F64F〕下月一定还6/);
    expect(text).toContain('没有文件的一句');
    expect(text).not.toContain('这句不引用');
    // The table is no file of the exhibit: it has no label and no row in the register.
    expect(table?.items.some((t) => /^证据\d+(-\d+)?$/.test(t.text))).toBe(false);
    const labels = read.pages.flatMap((p) =>
      p.items.filter((t) => /^证据\d+(-\d+)?$/.test(t.text)),
    );
    expect(labels.map((l) => l.text)).toEqual(['证据1', '证据2-1', '证据2-2', '证据3']);
    expect(read.outline.map((o) => o.page)).toEqual([FRONT, FRONT + 2, FRONT + 7]);
    expect(built.notes.join()).toContain('证据2后面附了摘录表，共 1 页');
    expect(read.warnings).toEqual([]);
  });

  test('long tables run over pages, each counted, and hold under duplex and in volumes', async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...{ id: `t${i}`, fileId: i % 2 ? 'f1' : 'f0', date: '2024-03-05', speaker: '李某' },
      content: `第${i}句：${'再等等'.repeat(i % 30)}`,
    }));
    const { document, given } = await made({ transcript: many });
    const options = { duplex: true, maxPages: 12 };
    const built = await build(document, given, options);
    const [, chatPages, last] = built.exhibits;
    expect((chatPages?.to ?? 0) - (chatPages?.from ?? 0)).toBeGreaterThan(10);
    expect(last?.from).toBeGreaterThan(chatPages?.to ?? 0);
    const books = await Promise.all(built.volumes.map((v) => readBook(v.path)));
    const words = books.flatMap((b) => b.pages.map((p) => p.text.replaceAll(' ', ''))).join('');
    for (const n of [0, 150, 299]) expect(words).toContain(`第${n}句`);
    if (has('qpdf'))
      for (const v of built.volumes) execFileSync('qpdf', ['--check', v.path], { stdio: 'pipe' });
  });

  test('one sentence longer than a page', async () => {
    const long = [{ id: 't', fileId: 'f0', speaker: '李某', content: '还款'.repeat(6000) }];
    const { document, given } = await made({ transcript: long });
    const built = await build(document, given);
    expect(built.exhibits[1]?.to).toBeGreaterThan(10);
  });

  test('the same notes give the same bytes; other notes are told of a book handed in', async () => {
    const { document, given } = await made({ marks: [mark('f1', 1)] });
    const first = await build(document, given);
    const again = await build(document, given);
    expect(again.volumes[0]?.sha256).toBe(first.volumes[0]?.sha256);
    const release = {
      ...{ id: 'r', on: '2026-03-16', lastPage: first.lastPage },
      exhibits: first.exhibits,
    };
    const released = { ...document, evidenceReleases: [release] };
    expect((await build(released, given)).volumes[0]?.sha256).toBe(first.volumes[0]?.sha256);
    const moved = {
      ...released,
      evidence: released.evidence.map((e) =>
        e.id === 'e1' ? { ...e, marks: [mark('f1', 1, { x: 0.3 })] } : e,
      ),
    };
    await expect(build(moved, given)).rejects.toMatchObject({
      code: 'released-changed',
      message: expect.stringContaining('证据2：页码未变，文件已更换，或者方框、文字有改动'),
    });
  });

  test('an exhibit without files has no table: its pages are those of the paper', async () => {
    const transcript = [{ id: 't', content: '请还款' }];
    const built = await build(chatCase({ transcript, pages: 2 }, 0), []);
    expect(built.exhibits).toMatchObject([{ from: 1, to: 2 }]);
  });
});

/** Two seconds of silence. */
function wave(): Buffer {
  const data = Buffer.alloc(16_000);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

test('a recording: account, carrier, fingerprint and every sentence on its own sheet', async () => {
  const transcript = [
    {
      ...{ id: 't1', fileId: 'f0', date: '2024-03-05', time: '00:01', speaker: '王某' },
      content: '钱什么时候还',
      quoted: false,
    },
    { id: 't2', fileId: 'f0', date: '2024-03-05', time: '00:02', speaker: '李某', content: '下月' },
  ];
  const chat = { platform: 'recording' as const, otherAccount: '13800001111', otherName: '李某' };
  const given = [{ item: 'e1', name: '通话.wav', bytes: wave() }];
  const built = await build(chatCase({ transcript, chat, carrier: '原告手机' }, 1), given);
  const read = await readBook(built.volumes[0]?.path ?? '');
  const text = read.pages[FRONT]?.text.replaceAll(' ', '') ?? '';
  expect(built.exhibits).toMatchObject([{ from: 1, to: 1 }]);
  for (const part of [
    '录音文件说明',
    '李某，电话号码13800001111',
    '录制日期2024-03-05',
    '原告手机',
    '00:01王某钱什么时候还',
    '00:02李某下月',
  ])
    expect(text).toContain(part);
  expect(text).toMatch(/[0-9a-f]{64}/);
  expect(read.pages[FRONT]?.items.some((t) => t.text === '证据1')).toBe(true);
  expect(built.notes.filter((n) => n.includes('原始载体'))).toEqual([]);

  // Without the carrier the court sees an empty cell, not a note meant for the user.
  const unsaid = await build(chatCase({ transcript, chat }, 1), given);
  const page = (await readBook(unsaid.volumes[0]?.path ?? '')).pages[FRONT]?.text ?? '';
  expect(page).toContain('原始载体');
  expect(page).not.toContain('请填写');
  expect(unsaid.notes).toContainEqual(expect.stringMatching(/^证据1“通话.wav”：没有填原始载体/));
});
