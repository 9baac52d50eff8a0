import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperTemplates } from '../../templates/index.ts';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

const today = '2026-08-03';
let k: Kit;
let caseId: string;
let folder: string;

/** Saves the sample case after a change. */
async function change(edit: (document: CaseDocument) => void): Promise<void> {
  const { revision, document } = await k.call['cases.get']({ caseId });
  edit(document);
  await k.call['cases.save']({ caseId, revision, document });
}

const renameDebtor = (name: string) =>
  change((document) => {
    const debtor = document.parties?.find((p) => p.role === 'borrower');
    if (!debtor) throw new Error('the sample has no borrower');
    debtor.name = name;
  });

beforeEach(async () => {
  k = await openKit();
  ({ caseId } = await k.call['cases.sample']({}));
  folder = mkdtempSync(join(tmpdir(), 'jieju-export-'));
  k.answers.pickFolder = folder;
});
afterEach(async () => {
  await cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

describe('papers.list', () => {
  test('names every paper with its reason', async () => {
    const { papers } = await k.call['papers.list']({ caseId, today });
    expect(papers.map((p) => p.id)).toEqual(paperTemplates.map((t) => t.id));
    for (const paper of papers) expect(paper.why, paper.id).not.toBe('');
    expect(papers.find((p) => p.id === 'complaint-elements')?.fits).toBe(true);
  });

  test('tells what to mend in a case that cannot be read, instead of papers', async () => {
    await change((document) => {
      const [loan] = document.loans ?? [];
      if (loan) loan.due = '2024-13-45';
    });
    const { papers, problems } = await k.call['papers.list']({ caseId, today });
    expect(papers).toEqual([]);
    expect(problems.find((p) => p.level === 'error')?.path).toBe('loans.0.due');
    const told = await refusal(() =>
      k.call['papers.preview']({ caseId, paperId: 'complaint-elements', today }),
    );
    expect(told).toMatchObject({ code: 'bad-case', path: 'loans.0.due' });
  });
});

describe('papers.preview', () => {
  test('shows what was last saved', async () => {
    await renameDebtor('欧阳𠅤');
    const { pdf, pages } = await k.call['papers.preview']({
      caseId,
      paperId: 'complaint-elements',
      today,
    });
    const content = await readPdf(pdf);
    expect(content.pages).toBe(pages);
    expect(flat(content.lines)).toContain('姓名：欧阳𠅤');
    expect(content.title).toContain('民事起诉状');
  });

  test('refuses a paper there is not', async () => {
    const told = await refusal(() => k.call['papers.preview']({ caseId, paperId: 'nope', today }));
    expect(told.code).toBe('no-paper');
  });
});

describe('papers.export', () => {
  const all = { paperIds: [], formats: ['docx' as const, 'pdf' as const] };

  test('writes every paper that fits, the same words in both formats', async () => {
    const { papers } = await k.call['papers.list']({ caseId, today });
    const ready = papers.filter((p) => p.fits && p.missing.every((m) => m.level === 'warning'));
    const result = await k.call['papers.export']({ caseId, ...all, today });
    expect(result?.folder).toBe(folder);
    expect(result?.files).toHaveLength(ready.length * 2);
    expect(readdirSync(folder).sort()).toEqual(result?.files.map((f) => basename(f)).sort());
    for (const file of result?.files.filter((f) => f.endsWith('.docx')) ?? []) {
      const word = readDocx(readFileSync(file));
      const print = await readPdf(readFileSync(file.replace(/docx$/, 'pdf')));
      expect(flat(print.lines), basename(file)).toBe(flat(word.lines));
    }
    expect(k.events.at(-1)?.event).toBe('job.finished');
    const settings = await k.call['settings.get']({});
    expect(settings.lastExportFolder).toBe(folder);
  });

  test('again leaves the first files alone', async () => {
    const once = { caseId, paperIds: ['complaint-narrative'], formats: ['pdf' as const], today };
    const [first] = (await k.call['papers.export'](once))?.files ?? [];
    const before = readFileSync(first ?? '');
    const [second] = (await k.call['papers.export'](once))?.files ?? [];
    expect(second).toBe(first?.replace('.pdf', '（2）.pdf'));
    expect(readFileSync(first ?? '').equals(before)).toBe(true);
    expect(readFileSync(second ?? '').equals(before)).toBe(true);
  });

  test('leaves out a paper with a gap and names the field; closing the dialog writes nothing', async () => {
    await renameDebtor('');
    const result = await k.call['papers.export']({
      caseId,
      paperIds: ['complaint-elements'],
      formats: ['pdf'],
      today,
    });
    expect(result?.files).toEqual([]);
    expect(result?.refused.map((p) => p.id)).toEqual(['complaint-elements']);
    const gaps = result?.refused[0]?.missing.filter((m) => m.level === 'blocking') ?? [];
    expect(gaps.map((g) => g.path)).toContain('parties.1.name');
    k.answers.pickFolder = null;
    expect(await k.call['papers.export']({ caseId, ...all, today })).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves out a paper with a character no font has, and names it at its field', async () => {
    await renameDebtor('王\u{323AF}');
    const gap = {
      path: 'parties.1.name',
      message: expect.stringContaining('“\u{323AF}”（U+323AF'),
      level: 'blocking',
    };
    const listed = await k.call['papers.list']({ caseId, today });
    expect(listed.papers.find((p) => p.id === 'complaint-elements')?.missing).toContainEqual(gap);
    const result = await k.call['papers.export']({
      caseId,
      paperIds: ['complaint-elements', 'service-address'],
      formats: ['pdf'],
      today,
    });
    expect(result?.refused.map((p) => p.id)).toEqual(['complaint-elements']);
    expect(result?.refused[0]?.missing).toContainEqual(gap);
    expect(result?.files.map((f) => basename(f))).toEqual(['06-送达地址确认书-王某.pdf']);
    await expect(
      refusal(() => k.call['papers.preview']({ caseId, paperId: 'complaint-elements', today })),
    ).resolves.toMatchObject({ code: 'missing-glyph' });
  });

  test('can be stopped between two papers', async () => {
    k.onEvent = (event) => {
      if (event.event === 'job.progress' && event.done > 0) k.context.jobs.cancel(event.jobId);
    };
    const told = await refusal(() => k.call['papers.export']({ caseId, ...all, today }));
    expect(told.code).toBe('cancelled');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThan(paperTemplates.length * 2);
    expect(files.some((f) => f.endsWith('.tmp'))).toBe(false);
  });

  test('into a folder that has gone makes it again', async () => {
    rmSync(folder, { recursive: true });
    await k.call['papers.export']({
      caseId,
      paperIds: ['complaint-narrative'],
      formats: ['docx'],
      today,
    });
    expect(existsSync(folder)).toBe(true);
  });
});

test('the sample case has no blocking gap in any paper that fits it', async () => {
  const { papers, problems } = await k.call['papers.list']({ caseId, today });
  expect(problems.filter((p) => p.level === 'error')).toEqual([]);
  const gaps = papers.flatMap((p) => p.missing.filter((m) => m.level === 'blocking'));
  expect(gaps).toEqual([]);
});
