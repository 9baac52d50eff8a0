import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCase } from '../../shared/case/sample.ts';
import { paperTemplates } from '../../templates/index.ts';

const cli = join(import.meta.dirname, '../../main/cli.ts');
let folder: string;
let sample: string;
let broken: string;

/** Runs the command line as a user does, in its own process. */
function jieju(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jieju-cli-'));
  sample = join(folder, 'sample.jieju.json');
  broken = join(folder, 'broken.jieju.json');
  writeFileSync(sample, jieju('sample').out);
  const bad = { ...sampleCase(), loans: [{ id: 'a', due: '2024-02-30' }], extra: 1 };
  writeFileSync(broken, JSON.stringify(bad));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('jieju sample, check, claim', () => {
  test('the sample is the case that the window offers, and is valid', () => {
    expect(JSON.parse(readFileSync(sample, 'utf8'))).toEqual(sampleCase());
    expect(jieju('check', sample)).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(jieju('check', sample, '--json').out)).toMatchObject({ valid: true });
  });

  test('check names each field on a line of its own and ends with 2', () => {
    const { code, err, out } = jieju('check', broken, '--json');
    expect(code).toBe(2);
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((l) => l.split(': ')[0])
        .sort(),
    ).toEqual(
      JSON.parse(out)
        .problems.map((p: { path: string }) => p.path)
        .sort(),
    );
    expect(err).toMatch(/^loans\.0\.due: .+$/m);
    expect(err).toMatch(/^extra: .+$/m);
  });

  test('claim gives amounts as yuan and days as days', () => {
    const { code, out, err } = jieju('claim', sample, '--as-of', '2026-08-03', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    // The worked figure of the interest schedule: 300,000 × 3.00% ÷ 365 × 140 days.
    expect(JSON.parse(out)).toMatchObject({
      asOf: '2026-08-03',
      principal: '300000.00',
      interest: '3452.05',
      total: '303452.05',
      segments: [{ days: 140, base: '300000.00', amount: '3452.05', rate: '3.00' }],
    });
    expect(jieju('claim', sample, '--as-of', '2026-08-03').out).toContain('合计 303,452.05元');
  });

  test.each([
    [['claim', 'SAMPLE', '--as-of', '2026-02-30'], '--as-of: “2026-02-30”不是日期'],
    [['claim', 'BROKEN'], 'loans.0.due: '],
    [['claim', 'nowhere.json'], 'nowhere.json: 找不到这个文件'],
    [['check'], 'CASE: 没有给出'],
    [['check', 'SAMPLE', 'x'], '多余的内容：x'],
    [['check', 'SAMPLE', '--loud'], '--loud: 没有这个选项，可用的有：--json'],
    [['papers', 'SAMPLE'], '--list'],
    [['papers', 'SAMPLE', '--list', '--out', 'x'], '--list'],
    [['papers', 'SAMPLE', '--out'], '--out: 后面要写一个值'],
    [['papers', 'SAMPLE', '--out', 'x', '--only', 'nope'], '--only: 没有“nope”这份文书'],
    [['papers', 'SAMPLE', '--out', 'x', '--format', 'odt'], '--format: 没有“odt”这种格式'],
    [['nothing'], '没有“nothing”这个命令'],
  ])('%j is bad input', (args, message) => {
    const { code, out, err } = jieju(
      ...args.map((a) => (a === 'SAMPLE' ? sample : a === 'BROKEN' ? broken : a)),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('jieju papers', () => {
  test('--list tells of each paper whether it fits and what is missing', () => {
    const { code, out } = jieju('papers', sample, '--list', '--json', '--as-of', '2026-08-03');
    expect(code).toBe(0);
    const listed = JSON.parse(out) as { id: string; fits: boolean; missing: unknown[] }[];
    expect(listed.map((p) => p.id)).toEqual(paperTemplates.map((t) => t.id));
    const text = jieju('papers', sample, '--list', '--as-of', '2026-08-03').out;
    for (const { id, fits } of listed) expect(text).toContain(`${fits ? '✓' : '×'} ${id} `);
  });

  test('--out writes what is asked for and prints the paths, nothing else', () => {
    const to = join(folder, 'papers');
    const only = ['--only', 'complaint-elements,complaint-narrative', '--format', 'pdf'];
    const { code, out, err } = jieju('papers', sample, '--out', to, ...only);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const paths = out.trimEnd().split('\n');
    expect(paths.map((p) => basename(p)).sort()).toEqual(readdirSync(to).sort());
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(readFileSync(path, 'latin1')).toMatch(/^%PDF-1\.7/);
  });

  test('a paper with a gap is not written, its field named, exit code 2', () => {
    const document = sampleCase();
    const debtor = document.parties?.find((p) => p.role === 'borrower');
    if (debtor) debtor.name = '';
    const path = join(folder, 'gap.jieju.json');
    writeFileSync(path, JSON.stringify(document));
    const only = ['--only', 'complaint-elements'];
    const { code, out, err } = jieju('papers', path, '--out', join(folder, 'gap'), ...only);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^complaint-elements: parties\.1\.name: .+$/m);
  });
});

test('the demo writes the papers and packs of the sample within ten seconds', () => {
  const start = performance.now();
  const { code, out, err } = jieju('demo');
  expect(performance.now() - start).toBeLessThan(10_000);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const root = join(folder, 'out/demo');
  const names = out
    .trimEnd()
    .split('\n')
    .map((p) => relative(root, join(folder, p)));
  for (const name of [
    '01-民事起诉状-王某',
    '立案/00-立案材料清单-王某',
    '强制执行/01-强制执行申请书-王某',
  ]) {
    expect(names).toContain(`${name}.docx`);
    expect(names).toContain(`${name}.pdf`);
  }
  const written = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = written.filter((entry) => entry.isFile());
  expect(files.map((f) => relative(root, join(f.parentPath, f.name))).sort()).toEqual(names.sort());
});
