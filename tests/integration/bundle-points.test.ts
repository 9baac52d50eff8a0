/** The fourteen points that an evidence bundle has to meet before it may be handed in. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import type { BundleResult } from '../../main/evidence/bundle/types.ts';
import { pageRange } from '../../shared/case/exhibits.ts';
import { evidenceList } from '../../templates/evidence-list.ts';
import {
  build,
  bytesOf,
  caseWith,
  drawPage,
  type Given,
  inkAllOver,
  pdfOf,
  photo,
  plainPdf,
  type ReadBook,
  readBook,
  removeFolders,
  sha256,
  tempFolder,
} from '../helpers/bundle-kit.ts';
import { contextFrom } from '../helpers/paper-context.ts';
import { readDocx } from '../helpers/read-docx.ts';

const has = (tool: string) => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const items = ['e1', 'e2', 'e3', 'e4'];
let given: Given[];
let result: BundleResult;
let book: ReadBook;
const FRONT = 2;

beforeAll(async () => {
  given = [
    { item: 'e1', name: '身份证.jpg', bytes: await photo(1200, 900, 6) },
    { item: 'e2', name: '借条.pdf', bytes: await plainPdf(3) },
    { item: 'e3', name: '聊天.txt', bytes: Buffer.from('2024-03-05 王某：请还款\n李某：好') },
    { item: 'e4', name: '回单.pdf', bytes: await plainPdf(2) },
    { item: 'e4', name: '流水.pdf', bytes: await plainPdf(1) },
  ];
  result = await build(caseWith(items), given);
  book = await readBook(result.volumes[0]?.path ?? '');
});
afterAll(removeFolders);

test('1 the number on each page is its label, and counts the pages of the body', () => {
  const body = book.pages.slice(FRONT, -1);
  expect(body.map((p) => p.label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  for (const [i, page] of body.entries()) expect(page.text).toContain(`证据第${i + 1}页`);
  expect(book.pages[0]?.label).toBe('封面');
  expect(book.pages[0]?.text.trim().endsWith('封面')).toBe(true);
  expect(book.pages[1]?.label).toBe('目录1');
  expect(book.pages[1]?.text.replaceAll(' ', '')).toContain('目录1');
  expect(book.pages.at(-1)?.label).toBe('校验1');
});

test('2 each row links to the first page of its exhibit; bookmarks are the rows', () => {
  const firsts = [1, 2, 5, 6].map((n) => FRONT + n - 1);
  expect(book.outline).toEqual(
    items.map((_, i) => ({ title: `证据${i + 1} 第${i + 1}份材料`, page: firsts[i] })),
  );
  const list = book.pages[1];
  expect(list?.links.map((l) => l.page)).toEqual(firsts);
  // Each link lies over the name of its own row.
  for (const [i, link] of (list?.links ?? []).entries()) {
    const row = list?.items.find((t) => t.text.replaceAll(' ', '').includes(`第${i + 1}份材料`));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = link.rect;
    const y = (list?.height ?? 0) - (row?.y ?? 0);
    expect(row?.x).toBeGreaterThanOrEqual(x0 - 1);
    expect(row?.x).toBeLessThan(x1);
    expect(y).toBeGreaterThan(y0 - 1);
    expect(y).toBeLessThan(y1 + 1);
  }
  const text = list?.text.replaceAll(' ', '') ?? '';
  for (const pages of ['2-4', '6-8']) expect(text).toContain(pages);
});

test('3 every file is in the book; one that cannot be read stops it by name', async () => {
  const labels = book.pages.flatMap((p) => p.items.filter((t) => /^证据\d+(-\d+)?$/.test(t.text)));
  expect(labels.map((l) => l.text)).toEqual(['证据1', '证据2', '证据3', '证据4-1', '证据4-2']);
  const folder = tempFolder();
  const broken = given.map((g, i) => (i === 1 ? { ...g, bytes: g.bytes.slice(0, 400) } : g));
  await expect(build(caseWith(items), broken, {}, folder)).rejects.toThrow(/借条\.pdf/);
  expect(readdirSync(folder)).toEqual([]);
});

test('4 pages out = pages in + front matter + register', () => {
  expect(result.volumes[0]?.pages).toBe(book.pages.length);
  expect(book.pages.length).toBe(1 + 3 + 1 + 2 + 1 + FRONT + 1);
});

describe('5 stamps stand in the visible frame and never on ink', () => {
  const frames = [0, 90, 180, 270].flatMap((rotate) => [
    { name: `turned ${rotate}`, page: { rotate } },
    { name: `turned ${rotate}, cropped`, page: { rotate, crop: [50, 80, 400, 500] as const } },
  ]);
  test.each(frames)('$name', async ({ page }) => {
    const crop = 'crop' in page ? ([...page.crop] as [number, number, number, number]) : undefined;
    const made = { rotate: page.rotate, ...(crop ? { crop } : {}) };
    const pdf = await pdfOf([made, { ...made, draw: inkAllOver }]);
    const done = await build(caseWith(['e1']), [{ item: 'e1', name: 'a.pdf', bytes: pdf }]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    const [free, full] = [read.pages[FRONT], read.pages[FRONT + 1]];
    const upright = page.rotate % 180 === 0;
    const [w, h] = crop ? [400, 500] : [595.28, 841.89];
    const [width, height] = upright ? [w, h] : [h, w];
    expect(free?.width).toBeCloseTo(width, 1);
    expect(free?.height).toBeCloseTo(height, 1);
    // Ink to the edges: the number stands on a margin below the page as it was.
    expect(full?.width).toBeCloseTo(width, 1);
    expect(full?.height).toBeCloseTo(height + 24, 1);
    for (const [shown, number] of [
      [free, '证据第1页'],
      [full, '证据第2页'],
    ] as const) {
      const stamp = shown?.items.find((t) => t.text === number);
      expect(stamp?.x).toBeGreaterThan((shown?.width ?? 0) - 110);
      expect(stamp?.x).toBeLessThan((shown?.width ?? 0) - 30);
      expect(stamp?.y).toBeGreaterThan((shown?.height ?? 0) - 24);
      expect(stamp?.y).toBeLessThan(shown?.height ?? 0);
    }
    const label = free?.items.find((t) => t.text === '证据1');
    expect(label?.y).toBeGreaterThan(15);
    expect(label?.y).toBeLessThan(40);
  });

  test('white paper drawn as a rectangle and a footer in the middle are no ink', async () => {
    const pdf = await pdfOf([
      {
        draw: (page) => {
          page.drawText('- 12 -', { x: 280, y: 20, size: 10 });
        },
      },
    ]);
    const done = await build(caseWith(['e1']), [{ item: 'e1', name: 'a.pdf', bytes: pdf }]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.height).toBeCloseTo(841.89, 1);
  });

  test('text where the number would stand moves it outward', async () => {
    const draw = (page: { drawText: (t: string, o: object) => void }) =>
      page.drawText('SEAL', { x: 500, y: 22, size: 12 });
    const pdf = await pdfOf([{ draw }]);
    const done = await build(caseWith(['e1']), [{ item: 'e1', name: 'a.pdf', bytes: pdf }]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages[FRONT]?.height).toBeCloseTo(841.89 + 24, 1);
  });

  test('the pixels of a scan decide: a white margin is used, a dark one is not', async () => {
    const v = await vips();
    const scan = async (dark: boolean) => {
      const white = v.Image.black(827, 1169).linear([0], [245]).cast('uchar');
      const band = v.Image.black(827, 80).linear([0], [30]).cast('uchar');
      const image = dark ? white.insert(band, 0, 1089) : white;
      const jpg = image.writeToBuffer('.jpg', { Q: 90 });
      const { PDFDocument } = await import('@cantoo/pdf-lib');
      const document = await PDFDocument.create();
      const picture = await document.embedJpg(jpg);
      document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
      return document.save();
    };
    const heights: number[] = [];
    // Both before the first book: it lets go of the picture library when it is done.
    for (const pdf of [await scan(false), await scan(true)]) {
      const done = await build(caseWith(['e1']), [{ item: 'e1', name: 'a.pdf', bytes: pdf }]);
      const read = await readBook(done.volumes[0]?.path ?? '');
      heights.push(Math.round(read.pages[FRONT]?.height ?? 0));
    }
    expect(heights).toEqual([842, 866]);
  });
});

describe('6 photos stand upright on A4, at most 300 dpi', () => {
  test('turned by its tag, not re-encoded, its notes gone', async () => {
    const { PDFDocument, PDFName, PDFRawStream } = await import('@cantoo/pdf-lib');
    const document = await PDFDocument.load(bytesOf(result));
    const images = document.context
      .enumerateIndirectObjects()
      .flatMap(([, o]) =>
        o instanceof PDFRawStream && o.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
          ? [o]
          : [],
      );
    expect(images).toHaveLength(1);
    const [image] = images;
    expect(image?.dict.get(PDFName.of('Width'))?.toString()).toBe('1200');
    const stored = Buffer.from(image?.contents ?? []);
    expect(stored.includes('Exif')).toBe(false);
    // The picture data itself is that of the original, byte for byte.
    const original = Buffer.from(given[0]?.bytes ?? []);
    const scan = (b: Buffer) => b.subarray(b.indexOf(Buffer.from([0xff, 0xda])));
    expect(scan(stored).equals(scan(original))).toBe(true);
    const page = book.pages[FRONT];
    expect([page?.width, page?.height].map(Math.round as never)).toEqual([595, 842]);
  });

  test('a photo finer than 300 dpi is made coarser; the original stays in the register', async () => {
    const bytes = await photo(6000, 4000);
    const done = await build(caseWith(['e1']), [{ item: 'e1', name: 'big.jpg', bytes }]);
    const { PDFDocument, PDFName, PDFRawStream } = await import('@cantoo/pdf-lib');
    const document = await PDFDocument.load(bytesOf(done));
    const widths = document.context.enumerateIndirectObjects().flatMap(([, o]) => {
      const isImage =
        o instanceof PDFRawStream && o.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
      return isImage ? [Number(o.dict.get(PDFName.of('Width'))?.toString())] : [];
    });
    // 482 points wide at 300 dpi.
    expect(widths).toEqual([2008]);
    expect(done.notes.join()).toContain('300 dpi');
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.pages.at(-1)?.text).toContain(sha256(bytes));
  });
});

test('6 the second engine draws photos upright, whatever their tag', async () => {
  const corners = [
    [1, 'top left'],
    [2, 'top right'],
    [3, 'bottom right'],
    [4, 'bottom left'],
    [5, 'top left'],
    [6, 'top right'],
    [7, 'bottom right'],
    [8, 'bottom left'],
  ] as const;
  const photos: Given[] = [];
  for (const [tag] of corners)
    photos.push({ item: 'e1', name: `${tag}.jpg`, bytes: await photo(400, 400, tag) });
  const done = await build(caseWith(['e1']), photos);
  for (const [i, [tag, corner]] of corners.entries()) {
    const drawn = await drawPage(done.volumes[0]?.path ?? '', FRONT + 1 + i);
    // 400 points square, in the middle of its room, from its top.
    const [left, top, size] = [(71 + 41) / 595.28, (841.89 - 57 - 728) / 841.89, 400];
    const spot = (x: number, y: number) =>
      drawn.at(left + (x * size) / 595.28, top + (y * size) / 841.89)[0];
    const seen = {
      'top left': spot(0.1, 0.1),
      'top right': spot(0.9, 0.1),
      'bottom left': spot(0.1, 0.9),
      'bottom right': spot(0.9, 0.9),
    };
    for (const [name, value] of Object.entries(seen))
      expect(value > 200, `tag ${tag}, ${name}: ${value}`).toBe(name === corner);
  }
});

test('7 our pages are real text; pictures are named as such in the register', () => {
  const register = book.pages.at(-1)?.text.replaceAll(' ', '') ?? '';
  expect(book.pages[1]?.text).toContain('证据目录');
  expect(book.pages[FRONT + 4]?.text.replaceAll(' ', '')).toContain('李某：好');
  expect(register).toContain('图像，无文字层');
  for (const { bytes } of given) expect(register).toContain(sha256(bytes));
});

test('9 the same files and options give the same bytes, in another process too', async () => {
  const again = await build(caseWith(items), given);
  expect(sha256(bytesOf(again))).toBe(result.volumes[0]?.sha256);
  const sums = readFileSync(again.files.find((f) => f.endsWith('.txt')) ?? '', 'utf8');
  expect(sums).toContain(`${result.volumes[0]?.sha256}  ${again.volumes[0]?.name}`);
});

describe('10 volumes', () => {
  test('cut at exhibits under a page limit, numbered on, each naming the others', async () => {
    const done = await build(caseWith(items), given, { maxPages: 8 });
    expect(done.volumes.map((v) => v.exhibits)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    for (const v of done.volumes) expect(v.pages).toBeLessThanOrEqual(8);
    const [one, two] = await Promise.all(done.volumes.map((v) => readBook(v.path)));
    expect(two?.pages.find((p) => p.text.includes('证据第5页'))?.label).toBe('5');
    for (const volume of [one, two]) {
      const front = volume?.pages.slice(0, 2).map((p) => p.text.replaceAll(' ', '')) ?? [];
      for (const text of front) {
        expect(text).toContain('证据1—2');
        expect(text).toContain('证据3—4');
        expect(text).toContain('第5—8页');
      }
    }
    expect(two?.outline.map((o) => o.title)).toEqual(['证据3 第3份材料', '证据4 第4份材料']);
  });

  test('a row of another volume opens that file, beside it and by its plain name', async () => {
    const options = { maxPages: 8 };
    const folder = tempFolder();
    await build(caseWith(items), given, options, folder);
    // The second time the names are taken, so the links have to name the new ones.
    const done = await build(caseWith(items), given, options, folder);
    const names = done.volumes.map((v) => v.name);
    expect(names).toEqual([
      '03-证据册（第一册）-王某（2）.pdf',
      '03-证据册（第二册）-王某（2）.pdf',
    ]);
    for (const [i, { path }] of done.volumes.entries()) {
      const document = await PDFDocument.load(readFileSync(path));
      const found = document.getPages().flatMap((page) => {
        const annots = page.node.Annots();
        return Array.from({ length: annots?.size() ?? 0 }, (_, n) => {
          const action = annots?.lookup(n, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict);
          const spec = action?.lookup(PDFName.of('F'), PDFDict);
          const kind = action?.lookup(PDFName.of('S'))?.toString();
          return action ? [kind, spec?.lookup(PDFName.of('UF'), PDFHexString).decodeText()] : null;
        }).filter((one) => one !== null);
      });
      const other = ['/GoToR', names[1 - i]];
      // On the cover and below the list.
      expect(found).toEqual([other, other]);
      expect((await readBook(path)).warnings).toEqual([]);
      if (has('qpdf'))
        expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax');
      if (has('mutool')) {
        const drawn = spawnSync('mutool', ['draw', '-q', '-F', 'stext', '-o', '-', path, '1-N']);
        // Some builds tell that they know no colour profiles.
        expect(drawn.stderr.toString().replace(/^warning: ICC support.*\n/gm, '')).toBe('');
        expect(drawn.status).toBe(0);
      }
    }
  });

  test('under a size limit, measured on what was written', async () => {
    const v = await vips();
    const noise = (seed: number) =>
      v.Image.gaussnoise(800, 1000, { mean: 128, sigma: 60, seed })
        .cast('uchar')
        .writeToBuffer('.jpg', { Q: 90 });
    const files = items.map((item, i) => ({ item, name: `${i}.jpg`, bytes: noise(i) }));
    const one = await build(caseWith(items), files);
    const limit = Math.ceil((one.volumes[0]?.size ?? 0) * 0.55);
    const done = await build(caseWith(items), files, { maxBytes: limit });
    expect(done.volumes.length).toBeGreaterThan(1);
    for (const volume of done.volumes) expect(volume.size).toBeLessThanOrEqual(limit);
    expect(done.volumes.flatMap((x) => x.exhibits)).toEqual([1, 2, 3, 4]);
  });

  test('an exhibit over the limit has its own volume and is told', async () => {
    const done = await build(caseWith(items), given, { maxPages: 5 });
    expect(done.volumes.map((v) => v.exhibits)).toEqual([[1], [2], [3], [4]]);
    expect(done.notes.filter((n) => n.includes('超过限制'))).toHaveLength(2);
  });

  test('both sides: every exhibit starts on a front side', async () => {
    const done = await build(caseWith(items), given, { duplex: true });
    const read = await readBook(done.volumes[0]?.path ?? '');
    for (const { page } of read.outline) expect(page % 2).toBe(0);
    expect(read.pages.filter((p) => p.text.includes('此页空白'))).toHaveLength(4);
    for (const page of read.pages.slice(2, -1))
      expect(page.text).toContain(`证据第${page.label}页`);
  });
});

describe('11 what was handed in is locked; what comes later is a supplement', () => {
  const released = () => ({
    id: 'r1',
    on: '2026-03-16',
    exhibits: result.exhibits,
    lastPage: result.lastPage,
    volumes: [],
  });

  test('a supplement counts on and has its own list', async () => {
    const document = caseWith([...items, 'e5'], { evidenceReleases: [released()] });
    const done = await build(document, [
      ...given,
      { item: 'e5', name: '新证据.pdf', bytes: await plainPdf(2) },
    ]);
    const read = await readBook(done.volumes[0]?.path ?? '');
    expect(read.outline).toEqual([{ title: '证据5 第5份材料', page: 2 }]);
    expect(read.pages[2]?.label).toBe('9');
    expect(read.pages[2]?.text).toContain('证据第9页');
    expect(read.pages[1]?.text).toContain('补充证据目录（一）');
    expect(done.volumes[0]?.name).toContain('补充证据册（一）');
  });

  test('made again it is the same; with another file it is refused, or told page by page', async () => {
    const document = caseWith(items, { evidenceReleases: [released()] });
    const again = await build(document, given);
    expect(again.volumes[0]?.sha256).toBe(result.volumes[0]?.sha256);
    const longer = await plainPdf(4);
    const changed = given.map((g, i) => (i === 1 ? { ...g, bytes: longer } : g));
    await expect(build(document, changed)).rejects.toMatchObject({
      code: 'released-changed',
      message: expect.stringContaining('证据2：原为第2—4页，现为第2—5页，文件已更换'),
    });
    const version = await build(document, changed, { newVersion: true });
    expect(version.notes.join()).toContain('证据3：原为第5页，现为第6页');
  });

  test('a new place in the list does not renumber what was handed in', async () => {
    const document = caseWith(['e5', ...items], { evidenceReleases: [released()] });
    const done = await build(document, [
      ...given,
      { item: 'e5', name: 'x.pdf', bytes: await plainPdf(1) },
    ]);
    expect(done.exhibits).toMatchObject([{ id: 'e5', number: 5, from: 9, to: 9 }]);
  });
});

test('12 a second engine opens it without a warning', () => {
  expect(book.warnings).toEqual([]);
});

test.runIf(has('qpdf'))('12 qpdf finds no fault', () => {
  const path = result.volumes[0]?.path ?? '';
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors found',
  );
});

test('13 a book beside an old one leaves it as it is, and nothing half behind', async () => {
  const folder = tempFolder();
  const first = await build(caseWith(items), given, {}, folder);
  const before = sha256(bytesOf(first));
  const second = await build(caseWith(items), given, {}, folder);
  expect(sha256(bytesOf(first))).toBe(before);
  expect(second.volumes[0]?.name).toBe('03-证据册-王某（2）.pdf');
  expect(readdirSync(folder)).toHaveLength(6);
  expect(readdirSync(folder).filter((n) => n.includes('tmp'))).toEqual([]);
});

test('13 a stop in the middle leaves nothing behind', async () => {
  const folder = tempFolder();
  const { buildBundle } = await import('../../main/evidence/bundle/build.ts');
  const { contextFrom } = await import('../helpers/paper-context.ts');
  const { OPTIONS } = await import('../helpers/bundle-kit.ts');
  let steps = 0;
  const work = buildBundle(
    {
      context: contextFrom(caseWith(['e1', 'e2'])),
      files: [],
      folder,
      options: { ...OPTIONS, maxPages: 3 },
    },
    async () => new Uint8Array(),
    {
      progress: () => undefined,
      check: () => {
        steps += 1;
        if (steps > 1) throw new Error('stopped');
      },
    },
  );
  await expect(work).rejects.toThrow('stopped');
  expect(readdirSync(folder)).toEqual([]);
});

test('14 the file tells of nobody and no program', () => {
  expect(book.info).toMatchObject({ Title: '证据册' });
  for (const key of ['Author', 'Creator', 'Producer', 'Subject', 'Keywords'])
    expect(book.info[key] ?? '').toBe('');
  expect(book.hasMetadata).toBe(false);
});

test.each([false, true])(
  'the list on its own has the pages of the book (both sides: %s)',
  async (duplex) => {
    const document = caseWith(items, { choices: { 'evidence-list': { duplex } } });
    const done = await build(document, given, { duplex });
    for (const e of document.evidence ?? []) {
      const row = done.exhibits.find((x) => x.id === e.id);
      e.pages = row ? row.to - row.from + 1 : null;
    }
    const list = evidenceList.build(contextFrom(document, '2026-03-16'));
    const [table] = list.blocks.filter((b) => b.type === 'table');
    const shown = table?.rows.slice(1).map((row) =>
      row.cells
        .at(-1)
        ?.paragraphs[0]?.runs.map((r) => ('text' in r ? r.text : ''))
        .join(''),
    );
    expect(shown).toEqual(done.exhibits.map((e) => pageRange(e)));
    expect(shown?.[1]).toBe(duplex ? '3-5' : '2-4');
  },
);

test('the list as DOCX has the pages of the book', () => {
  const docx = result.files.find((f) => f.endsWith('.docx')) ?? '';
  const [table] = readDocx(readFileSync(docx)).tables;
  expect(table?.rows.slice(1).map((r) => r.cells.at(-1)?.lines[0])).toEqual([
    '1',
    '2-4',
    '5',
    '6-8',
  ]);
  expect(join(docx)).toContain('证据目录');
});
