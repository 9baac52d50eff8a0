import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codePoints } from '../../main/papers/cmap.ts';
import { fileNameFor, writeNewFile } from '../../main/papers/file-names.ts';
import { fontFiles, printableCodePoints } from '../../main/papers/fonts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jieju-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('file names', () => {
  test('are kept as they are when they are fit', () => {
    expect(fileNameFor('01-民事起诉状-王某', 'docx')).toBe('01-民事起诉状-王某.docx');
    expect(fileNameFor('01-民事起诉状-王某', 'pdf', 2)).toBe('01-民事起诉状-王某（2）.pdf');
  });

  test('lose what Windows and the portals refuse', () => {
    expect(fileNameFor('a\\b/c:d*e?f"g<h>i|j\u0000k\u202el', 'pdf')).toBe(
      'a_b_c_d_e_f_g_h_i_j_k_l.pdf',
    );
    expect(fileNameFor(' ..  王  某 . ', 'pdf')).toBe('王 某.pdf');
    expect(fileNameFor(' . ', 'pdf')).toBe('材料.pdf');
  });

  test('are at most 60 characters with extension and number, rare names counted as one', () => {
    const long = fileNameFor(`01-民事起诉状-${'𠅤'.repeat(80)}`, 'docx', 12);
    expect([...long]).toHaveLength(60);
    expect(long).toMatch(/^01-民事起诉状-(?:𠅤)+（12）\.docx$/u);
  });
});

describe('writing', () => {
  test('never touches a file that is there', async () => {
    writeFileSync(join(folder, '01-借条.pdf'), 'mine');
    const paths = [];
    for (const text of ['a', 'b']) {
      paths.push(await writeNewFile(folder, '01-借条', 'pdf', Buffer.from(text)));
    }
    expect(paths.map((p) => basename(p))).toEqual(['01-借条（2）.pdf', '01-借条（3）.pdf']);
    expect(readFileSync(join(folder, '01-借条.pdf'), 'utf8')).toBe('mine');
    expect(paths.map((p) => readFileSync(p, 'utf8'))).toEqual(['a', 'b']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('at the same time gives each its own name', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e'];
    const paths = await Promise.all(
      texts.map((text) => writeNewFile(folder, '利息计算清单', 'docx', Buffer.from(text))),
    );
    expect(new Set(paths).size).toBe(5);
    expect(paths.map((p) => readFileSync(p, 'utf8'))).toEqual(texts);
  });

  test('into a folder that is not there fails and leaves nothing', async () => {
    const gone = join(folder, 'gone');
    await expect(writeNewFile(gone, 'x', 'pdf', Buffer.from('x'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('fonts', () => {
  test('are all there and cover the boxes, rare names and the signs of the papers', () => {
    expect(fontFiles()).toHaveLength(5);
    const known = printableCodePoints();
    const signs = '☑□√㛃䶮𬀩𠅤𰻝㼆𫖯“”‘’—…《》【】、，。；：？！（）￥¥％%×÷=＋－①②③○〇·★';
    expect([...signs].filter((c) => !known.has(c.codePointAt(0) ?? 0))).toEqual([]);
    expect(known.size).toBeGreaterThan(30_000);
  });

  test('bold covers what regular covers, so that one of them is read', () => {
    for (const family of ['NotoSerifSC', 'NotoSansSC']) {
      const [regular, bold] = fontFiles()
        .filter((f) => f.includes(family))
        .map((f) => codePoints(readFileSync(f)));
      expect(bold).toEqual(regular);
    }
  });

  test('a file that is no font is refused', () => {
    expect(() => codePoints(Buffer.from('not a font at all'))).toThrow();
  });
});
