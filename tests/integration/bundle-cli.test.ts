/** The bundle from the command line and from the store, as the window asks for it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { planVolumes } from '../../shared/case/bundle-plan.ts';
import { exhibits } from '../../shared/case/exhibits.ts';
import { matchFiles } from '../../shared/case/match-files.ts';
import {
  caseWith,
  plainPdf,
  readBook,
  removeFolders,
  sha256,
  tempFolder,
} from '../helpers/bundle-kit.ts';
import { contextFrom } from '../helpers/paper-context.ts';

afterAll(removeFolders);

const cli = join(import.meta.dirname, '../../main/cli.ts');

function jieju(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function setUp(files: Record<string, Uint8Array>, document = caseWith(['e1', 'e2', 'e3'])) {
  const folder = tempFolder();
  const [caseFile, from, out] = ['case.json', 'files', 'out'].map((n) => join(folder, n)) as [
    string,
    string,
    string,
  ];
  writeFileSync(caseFile, JSON.stringify(document));
  mkdirSync(from);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(from, name), bytes);
  return { caseFile, from, out };
}

describe('jieju bundle', () => {
  test('matches by id, number and name; writes volumes, list and register', async () => {
    const pdf = await plainPdf(2);
    const { caseFile, from, out } = setUp({
      'e1.pdf': pdf,
      '证据2-1 截图.txt': Buffer.from('文字'),
      '2-2.txt': Buffer.from('第二'),
      '第3份材料.pdf': pdf,
      '.DS_Store': Buffer.from('x'),
    });
    const done = jieju('bundle', caseFile, '--files', from, '--out', out, '--json');
    expect(done.code).toBe(0);
    const result = JSON.parse(done.out);
    expect(result.exhibits.map((e: { from: number; to: number }) => [e.from, e.to])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(readdirSync(out)).toHaveLength(3);
    const sums = readFileSync(result.files[2], 'utf8');
    expect(sums).toContain(`${sha256(pdf)}  e1.pdf`);
    const book = await readBook(result.volumes[0].path);
    expect(book.outline).toHaveLength(3);

    // Handed in, the same command makes the supplement.
    const document = caseWith(['e1', 'e2', 'e3', 'e4'], {
      evidenceReleases: [{ id: 'r', ...result.release }],
    });
    writeFileSync(caseFile, JSON.stringify(document));
    writeFileSync(join(from, '证据4.pdf'), pdf);
    const more = jieju('bundle', caseFile, '--files', from, '--out', out, '--json');
    expect(JSON.parse(more.out).exhibits).toMatchObject([{ number: 4, from: 7, to: 8 }]);
  });

  test('a file that fits nothing stops it by name; an exhibit without one is told', () => {
    const { caseFile, from, out } = setUp({
      '1.txt': Buffer.from('一'),
      'x.txt': Buffer.from('二'),
    });
    const stopped = jieju('bundle', caseFile, '--files', from, '--out', out);
    expect(stopped).toMatchObject({ code: 2, out: '' });
    expect(stopped.err).toContain('“x.txt”没有对应的证据');
    const other = setUp({ '1.txt': Buffer.from('一') });
    const done = jieju('bundle', other.caseFile, '--files', other.from, '--out', other.out);
    expect(done.code).toBe(0);
    expect(done.err).toMatch(/证据2“第2份材料”没有文件/);
  });

  test.each([
    [['--out', 'o'], '--files'],
    [['--files', 'f'], '--out'],
    [['--files', '/nowhere', '--out', 'o'], '找不到这个文件夹'],
    [['--files', 'f', '--out', 'o', '--max-mb', 'ten'], '--max-mb'],
  ])('%j is bad input', (args, words) => {
    const { caseFile } = setUp({});
    const { code, err } = jieju('bundle', caseFile, ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('matching', () => {
  const list = exhibits(contextFrom(caseWith(['e1', 'e10', 'e1-2', 'x'])).case);
  const numbersOf = (name: string) => {
    const { matched } = matchFiles(list, [name]);
    return list.filter((e) => matched.has(e.item.id)).map((e) => e.number);
  };
  test.each([
    ['e1.pdf', [1]],
    ['e1_a.pdf', [1]],
    ['e10.jpg', [2]],
    ['e1-2.jpg', [3]],
    ['1-借条.jpg', [1]],
    ['04、流水.pdf', [4]],
    ['证据2.png', [2]],
    ['证据2聊天.png', [2]],
    ['2023年借条.png', []],
    ['12.png', []],
    ['第4份材料.docx', [4]],
  ])('%s', (name, numbers) => expect(numbersOf(name)).toEqual(numbers));

  test('two records of one name: told, not guessed', () => {
    const document = caseWith(['a', 'b']);
    for (const e of document.evidence ?? []) e.name = '转账';
    const found = matchFiles(exhibits(contextFrom(document).case), ['转账.pdf', '2-10.a', '2-2.a']);
    expect(found.doubtful).toEqual([{ name: '转账.pdf', numbers: [1, 2] }]);
    expect(found.matched.get('b')).toEqual(['2-2.a', '2-10.a']);
  });
});

test('volumes are cut at exhibits only, numbers run on', () => {
  const limits = { maxBytes: 100, maxPages: null, duplex: true, extraPages: 3, extraBytes: 10 };
  const items = [60, 40, 200, 10].map((bytes, i) => ({ number: i + 1, pages: i + 1, bytes }));
  expect(planVolumes(items, 5, limits)).toEqual([
    { number: 1, from: 5, to: 6, exhibits: [{ number: 1, from: 5, to: 5, blanks: 1 }] },
    { number: 2, from: 7, to: 8, exhibits: [{ number: 2, from: 7, to: 8, blanks: 0 }] },
    { number: 3, from: 9, to: 12, exhibits: [{ number: 3, from: 9, to: 11, blanks: 1 }] },
    { number: 4, from: 13, to: 16, exhibits: [{ number: 4, from: 13, to: 16, blanks: 0 }] },
  ]);
});
