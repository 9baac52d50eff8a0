/** Packs as files: what is written is opened and read; nothing there before is touched. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packToPrint } from '../../main/handlers/packs.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

const today = '2026-08-03';
const cli = join(import.meta.dirname, '../../main/cli.ts');
let k: Kit;
let caseId: string;
let folder: string;

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-pack-'));
  k.answers.pickFolder = folder;
});
afterEach(async () => {
  await cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const both = ['docx', 'pdf'] as const;
const write = (destination: 'filing' | 'enforcement' | 'mediation') =>
  k.call['packs.export']({ caseId, destination, formats: [...both], today });

/** Removes the account number, which the enforcement application needs. */
async function loseAccount(): Promise<void> {
  const { revision, document } = await k.call['cases.get']({ caseId });
  if (document.enforcement?.bankAccount) document.enforcement.bankAccount.number = '';
  await k.call['cases.save']({ caseId, revision, document });
}

describe('packs.export', () => {
  test.each([
    [
      'filing',
      '立案',
      ['00-立案材料清单', '01-民事起诉状', '04-利息计算清单', '04-证据目录', '05-送达地址确认书'],
    ],
    [
      'enforcement',
      '强制执行',
      [
        '00-执行立案材料清单',
        '01-强制执行申请书',
        '01-被执行人财产线索表',
        '01-迟延履行期间利息计算表',
        '04-收取执行款银行账户确认书',
        '05-送达地址确认书',
      ],
    ],
  ] as const)(
    '%s: the same words in both formats, the checklist on top',
    async (to, name, files) => {
      const done = await write(to);
      expect(done?.folder).toBe(join(folder, name));
      expect(done?.refused).toEqual([]);
      expect(done?.oversize).toEqual([]);
      const wanted = files.flatMap((f) => both.map((e) => `${f}-王某.${e}`));
      expect(readdirSync(join(folder, name)).sort()).toEqual([...wanted].sort());
      for (const file of files) {
        const path = join(folder, name, `${file}-王某`);
        const pdf = flat((await readPdf(readFileSync(`${path}.pdf`))).lines);
        const docx = flat(readDocx(readFileSync(`${path}.docx`)).lines);
        expect(docx.length, file).toBeGreaterThan(50);
        expect(pdf, file).toContain(docx.slice(0, 40));
      }
      const list = flat(readDocx(readFileSync(join(folder, name, `${files[0]}-王某.docx`))).lines);
      for (const item of done?.byHand ?? []) expect(list).toContain(flat([item.name]));
      expect(list).toContain('以受理法院平台提示为准');
    },
  );

  test('again makes a folder beside the first and leaves that alone', async () => {
    const own = join(folder, '立案');
    mkdirSync(own);
    writeFileSync(join(own, '01-民事起诉状-王某.pdf'), '我的文件');
    const done = await write('filing');
    expect(done?.folder).toBe(join(folder, '立案（2）'));
    expect(readdirSync(own)).toEqual(['01-民事起诉状-王某.pdf']);
    expect(readFileSync(join(own, '01-民事起诉状-王某.pdf'), 'utf8')).toBe('我的文件');
  });

  test('a gap stops its paper only, and the checklist says which', async () => {
    await loseAccount();
    const done = await write('enforcement');
    expect(done?.refused.map((i) => i.paperId)).toContain('enforcement-elements');
    const names = readdirSync(join(folder, '强制执行'));
    expect(names).toContain('05-送达地址确认书-王某.pdf');
    expect(names).not.toContain('01-强制执行申请书-王某.pdf');
    const list = await readPdf(
      readFileSync(join(folder, '强制执行', '00-执行立案材料清单-王某.pdf')),
    );
    expect(flat(list.lines)).toContain('请填写收款的银行账号');
  });

  test('refuses a pack whose time has passed; closing the dialog writes nothing', async () => {
    expect(await refusal(() => write('mediation'))).toMatchObject({ code: 'pack-unfit' });
    k.answers.pickFolder = null;
    expect(await write('filing')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('packs.list tells what is in each pack and what is missing', async () => {
  await loseAccount();
  const { packs } = await k.call['packs.list']({ caseId, today });
  const enforcement = packs.find((p) => p.destination === 'enforcement');
  expect(enforcement?.fits).toBe(true);
  expect(enforcement?.items[0]).toMatchObject({ state: 'blocked', slot: 0 });
  expect(enforcement?.items[0]?.missing[0]?.path).toBe('enforcement.bankAccount.number');
  expect(enforcement?.choices.map((c) => c.key)).toContain('sizeLimit');
});

test('the pack to print is one PDF in slot order without a blank page, the same bytes each time', async () => {
  const input = { caseId, destination: 'filing', today } as const;
  const first = await packToPrint(k.context, input);
  expect(first.name).toBe('立案材料清单');
  const read = await readPdf(first.pdf);
  const order = ['立案材料清单', '民事起诉状', '证据目录', '利息计算清单', '送达地址确认书'];
  expect(read.outline).toEqual(order);
  expect(read).toMatchObject({ pages: first.pages, title: '立案材料清单' });
  for (const text of read.pageTexts) expect(text.length).toBeGreaterThan(40);
  const starts = order.map((title) => read.pageTexts.findIndex((text) => text.startsWith(title)));
  expect(starts[0]).toBe(0);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const written = await write('filing');
  const pages = await Promise.all(
    (written?.files ?? [])
      .filter((f) => f.endsWith('.pdf'))
      .map(async (f) => (await PDFDocument.load(readFileSync(f))).getPageCount()),
  );
  expect(first.pages).toBe(pages.reduce((n, p) => n + p, 0));
  const again = await packToPrint(k.context, input);
  expect(Buffer.from(again.pdf).equals(Buffer.from(first.pdf))).toBe(true);
});

describe('jieju pack', () => {
  const jieju = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };
  const caseFile = (change: (d: ReturnType<typeof sampleCase>) => void = () => undefined) => {
    const document = sampleCase();
    change(document);
    const path = join(folder, 'case.jieju.json');
    writeFileSync(path, JSON.stringify(document));
    return path;
  };

  test('writes the pack and prints the paths, nothing else', () => {
    const { code, out, err } = jieju('pack', caseFile(), '--for', 'enforcement', '--out', 'x');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = out
      .trimEnd()
      .split('\n')
      .map((p) => basename(p));
    expect(names.slice(0, 2)).toEqual([
      '00-执行立案材料清单-王某.docx',
      '00-执行立案材料清单-王某.pdf',
    ]);
    expect(names.sort()).toEqual(readdirSync(join(folder, 'x', '强制执行')).sort());
  });

  test('names a gap on stderr, writes the rest, ends with 2', () => {
    const path = caseFile((d) => {
      if (d.enforcement?.bankAccount) d.enforcement.bankAccount.number = '';
    });
    const { code, out, err } = jieju('pack', path, '--for', 'enforcement', '--out', 'x');
    expect(code).toBe(2);
    expect(err).toMatch(/^enforcement-elements: enforcement\.bankAccount\.number: .+$/m);
    expect(out).toContain('05-送达地址确认书-王某.pdf');
  });

  test.each([
    [['--out', 'x'], '--for: 没有给出'],
    [['--for', 'prison', '--out', 'x'], '--for: 没有“prison”这个去向'],
    [['--for', 'filing'], '--out: 没有给出'],
    [['--for', 'mediation', '--out', 'x'], '现在还不能准备“诉前调解”'],
  ])('%j is bad input', (args, message) => {
    const { code, out, err } = jieju('pack', caseFile(), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
