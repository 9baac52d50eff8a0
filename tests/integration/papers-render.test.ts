import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../main/errors.ts';
import { renderDocx } from '../../main/papers/docx.ts';
import { layPaper } from '../../main/papers/layout.ts';
import { renderPdf } from '../../main/papers/pdf.ts';
import { pageSetup } from '../../main/papers/profiles.ts';
import { type Paper, p, paperText, t } from '../../templates/paper.ts';
import { allFixtures, elementForm, everyStyle, narrative, schedule } from '../fixtures/papers.ts';
import { ooxmlBreaches } from '../helpers/ooxml-rules.ts';
import { type DocxContent, flat, readDocx } from '../helpers/read-docx.ts';
import { type PdfContent, readPdf } from '../helpers/read-pdf.ts';

interface Rendered {
  docx: Uint8Array;
  pdf: Uint8Array;
  word: DocxContent;
  print: PdfContent;
}

const rendered = new Map<string, Rendered>();
const of = (paper: Paper): Rendered => {
  const found = rendered.get(paper.id);
  if (!found) throw new Error(`not rendered: ${paper.id}`);
  return found;
};

beforeAll(async () => {
  for (const paper of allFixtures) {
    const docx = await renderDocx(paper);
    const { pdf } = renderPdf(paper);
    rendered.set(paper.id, { docx, pdf, word: readDocx(docx), print: await readPdf(pdf) });
  }
}, 60_000);

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Paragraphs of the paper as both files should have them: one a line, tabs as wide spaces. */
const expected = (paper: Paper) => paperText(paper).flatMap((line) => line.split('\n'));

describe.each(allFixtures)('$id', (paper) => {
  test('says the same in the DOCX, the PDF and the paper, in the same order', () => {
    const { word, print } = of(paper);
    expect(word.lines).toEqual(expected(paper).map((line) => line.replace(/\t/g, '\u3000')));
    expect(flat(print.lines)).toBe(flat(expected(paper)));
  });

  test('is sound OOXML: properties in order, every style there and in use', () => {
    const { parts } = of(paper).word;
    expect(ooxmlBreaches(parts)).toEqual([]);
    expect(parts['word/settings.xml']).toContain('w:val="compressPunctuation"/><w:compat>');
  });

  test('has the page of its profile in both', () => {
    const { word, print } = of(paper);
    const page = pageSetup(paper.profile, paper.landscape ?? false);
    expect(word.document).toMatch(
      new RegExp(
        `<w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="(portrait|landscape)"`,
      ),
    );
    for (const side of ['top', 'right', 'bottom', 'left', 'header', 'footer'] as const) {
      expect(word.document).toMatch(new RegExp(`<w:pgMar[^>]*w:${side}="${page[side]}"`));
    }
    for (const { width, height } of print.sizes) {
      expect(width).toBeCloseTo(page.width / 20, 1);
      expect(height).toBeCloseTo(page.height / 20, 1);
    }
  });

  test('numbers its pages at the foot', () => {
    const { word, print } = of(paper);
    expect(word.parts['word/footer1.xml']).toMatch(/<w:instrText[^>]*>PAGE<\/w:instrText>/);
    print.pageTexts.forEach((text, n) => {
      const mark = paper.profile === 'G' ? `— ${n + 1} —` : String(n + 1);
      expect(text.endsWith(mark), text.slice(-20)).toBe(true);
    });
  });

  test('is a dated, titled, tagged PDF/A with its own fonts only', () => {
    const { print, pdf } = of(paper);
    expect(print.xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(print.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(print.title).toBe(paper.title);
    expect(print.language).toBe('zh-CN');
    expect(print.created).toBe(`D:${paper.date.replaceAll('-', '')}000000Z`);
    expect(print.outline[0]).toBe(paper.title);
    expect(print.fonts.length).toBeGreaterThan(0);
    for (const font of print.fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+Noto(SerifSC|SansSC|SansSymbols2)-(Regular|Bold)$/);
    }
    const descriptors = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/FontDescriptor/g);
    const files = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/FontFile[23]\s+\d+ 0 R/g);
    expect(files?.length).toBe(descriptors?.length);
  });

  test('names every style it uses, with the Chinese face set and no author', () => {
    const { word } = of(paper);
    const styles = word.parts['word/styles.xml'] ?? '';
    const used = new Set(
      [...word.document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((m) => m[1]),
    );
    for (const id of used) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(
        styles,
      )?.[0];
      expect(style, `style ${id}`).toMatch(/w:eastAsia="(SimSun|SimHei|KaiTi|FangSong)"/);
      expect(style).toMatch(/w:ascii="Times New Roman"/);
    }
    expect(used).toContain('Title');
    const core = word.parts['docProps/core.xml'] ?? '';
    expect(core).toContain(`<dc:title>${paper.title}</dc:title>`);
    expect(core).toContain(`${paper.date}T00:00:00Z`);
    expect(core).not.toMatch(/creator|lastModifiedBy/);
  });
});

describe('tables', () => {
  test('keep their grid, spans, rules and row heights in OOXML', () => {
    const { word } = of(elementForm);
    const [table] = word.tables;
    expect(table?.grid).toEqual([2270, 115, 6959]);
    expect(word.document).toMatch(/<w:tblW [^>]*w:w="9344"/);
    expect(word.document).toMatch(/<w:tblInd [^>]*w:w="5"/);
    expect(word.document).toContain('<w:tblLayout w:type="fixed"/>');
    expect(word.document).toMatch(/<w:top w:val="single"[^>]*w:sz="4"/);
    expect(word.document).toMatch(/<w:insideH w:val="single"[^>]*w:sz="2"/);
    const rows = table?.rows ?? [];
    expect(rows[0]?.minHeight).toBe(4453);
    expect(rows[0]?.cells.map((c) => [c.span, c.width])).toEqual([[3, 9344]]);
    expect(rows[2]?.cells.map((c) => [c.span, c.width])).toEqual([
      [1, 2270],
      [2, 7074],
    ]);
    expect(rows[5]?.cells.map((c) => [c.span, c.width])).toEqual([
      [2, 2385],
      [1, 6959],
    ]);
    // Of the rows that may break only the long one does: its twelve paragraphs fill half a page.
    const free = (elementForm.blocks[2] as { rows: { mayBreak?: boolean }[] }).rows;
    expect(free.filter((r) => r.mayBreak)).toHaveLength(2);
    expect(rows.flatMap((r, i) => (r.cantSplit ? [] : [i]))).toEqual([free.length - 2]);
  });

  test('with long free text break over the page from the top, short ones stay whole', () => {
    const row = (paragraphs: number) => {
      const [block] = layPaper({
        ...elementForm,
        blocks: [
          {
            type: 'table',
            columns: [2000, 7344],
            rows: [
              {
                minHeight: 1734,
                mayBreak: true,
                cells: [
                  { role: 'label', paragraphs: [p('plain', '事实与理由')] },
                  {
                    role: 'value',
                    vAlign: 'center',
                    paragraphs: Array.from({ length: paragraphs }, () => p('plain', '被告未还。')),
                  },
                ],
              },
            ],
          },
        ],
      }).blocks;
      if (block?.type !== 'table' || !block.rows[0]) throw new Error('no row');
      return { breaks: block.rows[0].mayBreak, vAlign: block.rows[0].cells[1]?.vAlign };
    };
    expect(row(2)).toEqual({ breaks: false, vAlign: 'center' });
    expect(row(40)).toEqual({ breaks: true, vAlign: 'top' });
  });

  test('repeat their head on every page of the PDF and are marked to in Word', () => {
    const { word, print } = of(schedule);
    expect(word.tables[0]?.rows.map((r) => r.header).indexOf(false)).toBe(1);
    expect(print.pages).toBeGreaterThan(2);
    for (const text of print.pageTexts) expect(text).toContain('计息本金（元）');
    expect(print.lines.filter((line) => line === '计息本金（元）')).toHaveLength(1);
  });

  test('whose rows do not fill the grid are refused', async () => {
    const paper: Paper = {
      ...narrative,
      blocks: [
        {
          type: 'table',
          columns: [100, 100],
          rows: [{ cells: [{ paragraphs: [p('plain', '甲')] }] }],
        },
      ],
    };
    await expect(renderDocx(paper)).rejects.toThrow(/covers 1 of 2 columns/);
  });
});

describe('what belongs together', () => {
  /** An element form whose table ends ever closer to the foot of the page. */
  const form = (rows: number): Paper => ({
    ...elementForm,
    blocks: [
      {
        type: 'table',
        columns: [2000, 7344],
        rows: Array.from({ length: rows }, (_, i) => ({
          minHeight: 715,
          cells: [{ paragraphs: [p('plain', `第${i + 1}行`)] }, { paragraphs: [p('plain', '否')] }],
        })),
      },
      p('signature', '具状人（签字、盖章）：'),
      p('signature', '日期：'),
    ],
  });

  test('a signature is never alone on a page, wherever the table ends', async () => {
    let moved = 0;
    for (let rows = 15; rows <= 21; rows++) {
      const { pdf, pages } = renderPdf(form(rows));
      const { pageTexts } = await readPdf(pdf);
      const last = flat([pageTexts[pages - 1] ?? '']);
      expect(last).toMatch(/具状人（签字、盖章）：.*日期：/);
      expect(last, `${rows} rows`).toContain(`第${rows}行`);
      if (pages > 1) moved += 1;
    }
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(7);
  });

  test('a section bar stays with the row below it', async () => {
    const bar = {
      cells: [{ role: 'full' as const, span: 2, paragraphs: [p('section', '事实与理由')] }],
    };
    for (let rows = 16; rows <= 22; rows++) {
      const paper = form(rows);
      const [table, ...rest] = paper.blocks;
      if (table?.type !== 'table') throw new Error('no table');
      const head = table.rows.slice(0, -3);
      const tail = table.rows.slice(-3);
      const split = { ...table, rows: [...head, { ...bar, minHeight: 465 }, ...tail] };
      const { pdf } = renderPdf({ ...paper, blocks: [split, ...rest] });
      for (const text of (await readPdf(pdf)).pageTexts) {
        expect(text, `${rows} rows`).not.toMatch(/事实与理由\d*$/);
      }
    }
  });
});

describe('characters', () => {
  test('rare names are printed and kept as text', () => {
    const { print } = of(everyStyle('N'));
    for (const name of ['李㛃', '张䶮', '王𬀩', '赵𠅤', '𰻝记'])
      expect(print.lines.join('')).toContain(name);
  });

  const withText = (text: string): Paper => ({
    ...narrative,
    blocks: [p('title', '借条'), p('body', [t(text)], { field: 'parties.1.name' })],
  });

  test('a character that no font has stops the paper by name', async () => {
    const refusal = { code: 'missing-glyph', path: 'parties.1.name' };
    const paper = withText('借款人：王\u{2B81D}\u{323AF}');
    expect(() => renderPdf(paper)).toThrow(AppError);
    expect(() => renderPdf(paper)).toThrow(expect.objectContaining(refusal));
    expect(() => renderPdf(paper)).toThrow(/“\u{323AF}”（U\+323AF，在“借款人：王/u);
    await expect(renderDocx(paper)).rejects.toMatchObject(refusal);
  });

  test('what comes along with pasted text is dropped, the words stay', async () => {
    const paper = withText('甲\u200b乙\u0007\ufeff丙\ud800丁\ufe0f\r\n戊\u00a0己');
    expect(readDocx(await renderDocx(paper)).lines).toEqual(['借条', '甲乙丙丁', '戊 己']);
    expect((await readPdf(renderPdf(paper).pdf)).lines).toEqual(['借条', '甲乙丙丁', '戊 己']);
  });

  test('markup of either format is only text', async () => {
    const text = '#set page() *a* _b_ $c$ \\ <x> & "q" \'s\' @y `z` [k] // 甲 /* 乙 */ = 丙';
    expect((await readPdf(renderPdf(withText(text)).pdf)).lines[1]).toBe(text);
    expect(readDocx(await renderDocx(withText(text))).lines[1]).toBe(text);
  });
});

test('the same paper gives the same bytes, in another process too', async () => {
  const script = join(import.meta.dirname, '../fixtures/render-hash.ts');
  const [docx, pdf] = execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/New_York' },
  }).split('\n');
  const { docx: word, pdf: print } = of(elementForm);
  expect({ docx, pdf }).toEqual({ docx: sha(word), pdf: sha(print) });
  expect(sha(await renderDocx(elementForm))).toBe(docx);
});

test('a preview after the first takes well under a tenth of a second', () => {
  const edited = (n: number) => ({ ...elementForm, title: `民事起诉状${n}` });
  renderPdf(edited(0));
  const times = [1, 2, 3, 4, 5].map((n) => {
    const start = performance.now();
    renderPdf(edited(n));
    return performance.now() - start;
  });
  // The fastest, and twice the budget: the machine is busy with the other tests. bench/papers.ts measures it alone.
  expect(Math.min(...times)).toBeLessThan(200);
});

describe('outside checkers, where installed', () => {
  const has = (tool: string) => {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const folder = mkdtempSync(join(tmpdir(), 'jieju-papers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.runIf(has('qpdf')).each(allFixtures)('qpdf finds no fault with $id', (paper) => {
    const path = join(folder, `${paper.id}.pdf`);
    writeFileSync(path, of(paper).pdf);
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors found',
    );
  });
});
