/** `jieju pack CASE --for DESTINATION --out DIR [--files DIR] [--format docx,pdf] [--as-of DATE] [--json]`. */
import { resolve } from 'node:path';
import { exhibits, onBothSides } from '../../shared/case/exhibits.ts';
import { type PackDestination, packDestinations } from '../../shared/packs.ts';
import type { PaperContext } from '../../templates/template.ts';
import { AppError } from '../errors.ts';
import { buildBundle } from '../evidence/bundle/build.ts';
import { BundleRefusal, type SourceFile } from '../evidence/bundle/types.ts';
import { paperContext } from '../papers/context.ts';
import { type WrittenPack, writePack } from '../papers/pack.ts';
import type { MakeBook } from '../papers/pack-evidence.ts';
import { folderFiles, readFromDisk } from './bundle-files.ts';
import { fieldErrors, problemLine, readCaseFile } from './case-file.ts';
import { type CliIo, type Command, EXIT, UsageError, write } from './command.ts';
import { dayOption, readArgs, readFormats, todayInChina } from './options.ts';

function readDestination(text: string | undefined): PackDestination {
  const known = packDestinations.find((d) => d === text);
  if (known) return known;
  const given = text === undefined ? '没有给出' : `没有“${text}”这个去向`;
  throw new UsageError(`--for: ${given}，可用的有：${packDestinations.join(' ')}`);
}

/** Prints the files on stdout, papers left out and files too large on stderr. @returns the exit code */
export async function reportPack(pack: WrittenPack, io: CliIo): Promise<number> {
  await write(io.stdout, pack.files.map((file) => `${file}\n`).join(''));
  const refused = pack.refused.flatMap((item) =>
    item.missing
      .filter((m) => m.level === 'blocking')
      .map((m) => `${item.paperId}: ${problemLine(m)}`),
  );
  const large = pack.oversize.map((file) => `${file}: 超过平台的单个文件上限`);
  const notes = pack.notes.map((note) => `提醒 ${note}`);
  await write(io.stderr, [...refused, ...large, ...notes].map((line) => `${line}\n`).join(''));
  return refused.length > 0 ? EXIT.badInput : EXIT.done;
}

/** The evidence book of the files in a folder. */
function bookFrom(files: readonly SourceFile[], context: PaperContext): MakeBook {
  return async (folder, fileName, maxBytes) => {
    const options = {
      ...{ maxBytes, maxPages: null, newVersion: false, passwords: {} },
      duplex: onBothSides(context.case),
    };
    const hooks = { progress: () => undefined, check: () => undefined };
    const book = await buildBundle(
      { context, files, folder, fileName, options },
      readFromDisk,
      hooks,
    );
    const { volumes } = book;
    return {
      files: book.files,
      volumes: volumes.length,
      exhibits: book.exhibits,
      notes: book.notes,
    };
  };
}

/** Writes the filing pack of one destination. */
export const pack: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], {
    for: 'string',
    out: 'string',
    files: 'string',
    format: 'string',
    'as-of': 'string',
    json: 'boolean',
  });
  const destination = readDestination(options.for);
  if (options.out === undefined) throw new UsageError('--out: 没有给出，应为存放材料的文件夹');
  const formats = readFormats(options.format);
  const asOf = options['as-of'];
  const today = asOf === undefined ? todayInChina() : dayOption('as-of', asOf);
  const caseFile = await readCaseFile(words[0] ?? '');
  const context = fieldErrors(() => paperContext(caseFile, today));
  const from = options.files;
  const evidence =
    from === undefined
      ? null
      : bookFrom(await folderFiles(resolve(from), exhibits(caseFile)), context);
  try {
    const written = await writePack({
      ...{ context, destination, formats, evidence },
      folder: resolve(options.out),
    });
    if (!options.json) return await reportPack(written, io);
    await write(io.stdout, `${JSON.stringify(written)}\n`);
    return written.refused.length > 0 ? EXIT.badInput : EXIT.done;
  } catch (error) {
    if (error instanceof BundleRefusal) throw new UsageError(error.problems.map((p) => p.message));
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
};
