/** `jieju bundle CASE --files DIR --out DIR`: the evidence bundle without the window. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { exhibits, onBothSides } from '../../shared/case/exhibits.ts';
import { AppError } from '../errors.ts';
import { buildBundle } from '../evidence/bundle/build.ts';
import type { BundleResult, SourceFile } from '../evidence/bundle/types.ts';
import { BundleRefusal } from '../evidence/bundle/types.ts';
import { paperContext } from '../papers/context.ts';
import { folderFiles, readFromDisk } from './bundle-files.ts';
import { fieldErrors, readCaseFile } from './case-file.ts';
import { type Command, EXIT, UsageError, write } from './command.ts';
import { dayOption, readArgs, todayInChina } from './options.ts';

function limit(name: string, text: string | undefined, unit: number): number | null {
  if (text === undefined) return null;
  const n = Number(text);
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text) && n > 0) return Math.floor(n * unit);
  throw new UsageError(`--${name}: “${text}”不对，应为大于 0 的数`);
}

/** Passwords by file name, from a JSON file: on the command line everybody could read them. */
async function passwordsOf(
  path: string | undefined,
  files: readonly SourceFile[],
): Promise<Record<string, string>> {
  if (path === undefined) return {};
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError(`--passwords: ${path}: 读不出来，应为 JSON：{"文件名": "密码"}`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new UsageError('--passwords: 应为 JSON：{"文件名": "密码"}');
  const out: Record<string, string> = {};
  for (const [name, password] of Object.entries(given)) {
    const file = files.find((f) => basename(f.key) === name);
    if (!file) throw new UsageError(`--passwords: “${name}”不在 --files 的文件夹里`);
    if (typeof password !== 'string') throw new UsageError(`--passwords: “${name}”的密码应为文字`);
    out[file.key] = password;
  }
  return out;
}

async function build(run: () => Promise<BundleResult>): Promise<BundleResult> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BundleRefusal) throw new UsageError(error.problems.map((p) => p.message));
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
}

/** Builds the bundle of a case from a folder of files; prints the paths written, notes on stderr. */
export const bundle: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], {
    files: 'string',
    out: 'string',
    'max-mb': 'string',
    'max-pages': 'string',
    duplex: 'boolean',
    passwords: 'string',
    'new-version': 'boolean',
    'as-of': 'string',
    json: 'boolean',
  });
  if (options.files === undefined) throw new UsageError('--files: 请写证据文件所在的文件夹');
  if (options.out === undefined) throw new UsageError('--out: 请写存放证据册的文件夹');
  const maxBytes = limit('max-mb', options['max-mb'], 1_000_000);
  const maxPages = limit('max-pages', options['max-pages'], 1);
  const asOf = options['as-of'];
  const today = asOf === undefined ? todayInChina() : dayOption('as-of', asOf);
  const caseFile = await readCaseFile(words[0] ?? '');
  const context = fieldErrors(() => paperContext(caseFile, today));
  const files = await folderFiles(resolve(options.files), exhibits(caseFile));
  const result = await build(async () =>
    buildBundle(
      {
        context,
        files,
        folder: resolve(options.out ?? ''),
        options: {
          maxBytes,
          maxPages,
          duplex: options.duplex ?? onBothSides(caseFile),
          newVersion: options['new-version'] ?? false,
          passwords: await passwordsOf(options.passwords, files),
        },
      },
      readFromDisk,
      { progress: () => undefined, check: () => undefined },
    ),
  );
  const { volumes, exhibits: rows, lastPage } = result;
  const release = {
    on: caseFile.suit.signedOn ?? today,
    exhibits: rows,
    lastPage,
    volumes: volumes.map(({ name, pages, sha256 }) => ({ name, pages, sha256 })),
  };
  const paths = result.files.map((file) => `${file}\n`).join('');
  await write(io.stdout, options.json ? `${JSON.stringify({ ...result, release })}\n` : paths);
  await write(io.stderr, result.notes.map((note) => `提醒 ${note}\n`).join(''));
  return EXIT.done;
};
