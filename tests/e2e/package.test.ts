/** What is inside the package: native parts that load, fonts with their licences, and nothing that it does not need. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { testExecutable } from '../../scripts/package.ts';
import { expect, test } from './harness.ts';

const resources =
  process.platform === 'darwin'
    ? join(testExecutable(), '../../Resources')
    : join(testExecutable(), '../resources');

test('the native parts load: encrypted SQLite with full-text search, and Typst', async ({
  running,
  userData,
}) => {
  const found = await running.app.evaluate(
    async (_electron, file) => {
      const load = process.mainModule?.require.bind(process.mainModule);
      if (!load) throw new Error('no main module');
      const Database = load('better-sqlite3');
      const open = (key: string) => {
        const db = new Database(file);
        db.pragma("cipher='sqlcipher'");
        db.pragma(`key='${key}'`);
        return db;
      };
      const db = open('right');
      db.exec("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='trigram')");
      db.prepare('INSERT INTO t VALUES (?)').run('民间借贷纠纷起诉状');
      db.close();
      const hits = open('right')
        .prepare("SELECT count(*) AS n FROM t WHERE t MATCH '借贷纠'")
        .get();
      let wrong = 'opened';
      try {
        open('wrong').prepare('SELECT * FROM t').all();
      } catch (error) {
        wrong = (error as { code: string }).code;
      }
      const { NodeCompiler } = load('@myriaddreamin/typst-ts-node-compiler');
      const pdf = NodeCompiler.create().pdf({ mainFileContent: 'Hello' }) as Uint8Array;
      return { hits, wrong, pdf: Buffer.from(pdf).toString('latin1', 0, 5) };
    },
    join(userData, 'native.db'),
  );
  expect(found).toEqual({ hits: { n: 1 }, wrong: 'SQLITE_NOTADB', pdf: '%PDF-' });
});

test('the fonts are there, each with its licence', () => {
  const fonts = readdirSync(join(resources, 'fonts'));
  const families = new Set(
    fonts.filter((name) => name.endsWith('.ttf')).map((name) => name.split('_')[0]),
  );
  expect(families.size).toBeGreaterThanOrEqual(2);
  for (const family of families) expect(fonts).toContain(`${family}-OFL.txt`);
  expect(fonts).toEqual(
    expect.arrayContaining([
      'NotoSerifSC_400Regular.ttf',
      'NotoSerifSC_700Bold.ttf',
      'NotoSansSC_400Regular.ttf',
      'NotoSansSC_700Bold.ttf',
    ]),
  );
});

test('the archive holds what runs and no sources, tests or other systems’ binaries', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  expect(files).toEqual(
    expect.arrayContaining([
      '/out/main/index.cjs',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]),
  );
  const own = new Set(files.map((name) => name.split('/')[1]));
  expect([...own].sort()).toEqual(['node_modules', 'out', 'package.json']);
  const packages = new Set(
    files
      .filter((name) => name.startsWith('/node_modules/'))
      .map((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1])
      .filter((name) => name !== undefined && !/^@[^/]+$/.test(name)),
  );
  for (const name of packages)
    expect(name).toMatch(
      /^(better-sqlite3|wasm-vips|libheif-js|@myriaddreamin\/typst-ts-node-compiler(-.*)?)$/,
    );
  const binaries = files.filter((name) => name.endsWith('.node'));
  expect(binaries.length).toBeGreaterThanOrEqual(2);
  const here = process.platform;
  for (const name of binaries) expect(name).toContain(here);
});

test('the page can take the bundled Chinese font, for a system that has none', async ({
  running,
}) => {
  const family = await running.page.evaluate(async () => {
    const face = new FontFace('Bundled', 'url(/fonts/NotoSansSC_400Regular.ttf)');
    document.fonts.add(await face.load());
    const declared = [...document.fonts].map((font) => font.family.replaceAll('"', ''));
    return { status: face.status, declared: declared.includes('Noto Sans SC') };
  });
  expect(family).toEqual({ status: 'loaded', declared: true });
});
