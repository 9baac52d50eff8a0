/** `jieju papers CASE --list [--json]`, `jieju papers CASE --out DIR [--only id,…] [--format docx,pdf]`. */
import { resolve } from 'node:path';
import type { PaperSummary } from '../../shared/api.ts';
import { paperTemplates } from '../../templates/index.ts';
import { AppError } from '../errors.ts';
import { paperContext } from '../papers/context.ts';
import { type ExportResult, exportPapers, listPapers } from '../papers/paper-set.ts';
import { fieldErrors, readCaseFile } from './case-file.ts';
import { type CliIo, type Command, EXIT, UsageError, write } from './command.ts';
import { dayOption, readArgs, readFormats, todayInChina } from './options.ts';

function readIds(text: string | undefined): string[] {
  if (text === undefined) return [];
  const known = paperTemplates.map((t) => t.id);
  return text.split(',').map((given) => {
    if (known.includes(given.trim())) return given.trim();
    throw new UsageError(`--only: 没有“${given}”这份文书，可用的有：${known.join(',')}`);
  });
}

const listLine = (paper: PaperSummary) => {
  const gaps = paper.missing.map(
    (m) => `    ${m.level === 'blocking' ? '缺' : '提醒'} ${m.path}: ${m.message}\n`,
  );
  return `${paper.fits ? '✓' : '×'} ${paper.id} ${paper.title}：${paper.why}\n${gaps.join('')}`;
};

/** Why papers were not written, one line a reason. */
export function refusalLines(refused: readonly PaperSummary[]): string[] {
  return refused.flatMap((paper) => {
    const gaps = paper.missing.filter((m) => m.level === 'blocking');
    if (gaps.length === 0) return [`${paper.id}: 没有导出，${paper.why}`];
    return gaps.map((m) => `${paper.id}: ${m.path}: ${m.message}`);
  });
}

/** Prints the paths written and the papers refused. @returns the exit code */
export async function report(result: ExportResult, io: CliIo, json = false): Promise<number> {
  const files = result.files.map((file) => `${file}\n`).join('');
  await write(io.stdout, json ? `${JSON.stringify(result)}\n` : files);
  const lines = refusalLines(result.refused);
  await write(io.stderr, lines.map((line) => `${line}\n`).join(''));
  return lines.length > 0 ? EXIT.badInput : EXIT.done;
}

/** Lists the papers of a case or writes them. */
export const papers: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], {
    list: 'boolean',
    json: 'boolean',
    out: 'string',
    only: 'string',
    format: 'string',
    'as-of': 'string',
  });
  const { list, json, out } = options;
  if (!list === (out === undefined))
    throw new UsageError('--list 和 --out DIR 要写一个，且只写一个');
  const asOf = options['as-of'];
  const today = asOf === undefined ? todayInChina() : dayOption('as-of', asOf);
  const caseFile = await readCaseFile(words[0] ?? '');
  const context = fieldErrors(() => paperContext(caseFile, today));
  if (out === undefined) {
    const listed = listPapers(paperTemplates, context);
    await write(io.stdout, json ? `${JSON.stringify(listed)}\n` : listed.map(listLine).join(''));
    return EXIT.done;
  }
  try {
    const result = await exportPapers({
      templates: paperTemplates,
      context,
      paperIds: readIds(options.only),
      formats: readFormats(options.format),
      folder: resolve(out),
    });
    return await report(result, io, json);
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
};
