/** `jieju pack CASE --for DESTINATION --out DIR [--format docx,pdf] [--as-of DATE] [--json]`. */
import { resolve } from 'node:path';
import { type PackDestination, packDestinations } from '../../shared/packs.ts';
import { AppError } from '../errors.ts';
import { paperContext } from '../papers/context.ts';
import { type WrittenPack, writePack } from '../papers/pack.ts';
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
  await write(io.stderr, [...refused, ...large].map((line) => `${line}\n`).join(''));
  return refused.length > 0 ? EXIT.badInput : EXIT.done;
}

/** Writes the filing pack of one destination. */
export const pack: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], {
    for: 'string',
    out: 'string',
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
  try {
    const written = await writePack({
      ...{ context, destination, formats },
      folder: resolve(options.out),
    });
    if (!options.json) return await reportPack(written, io);
    await write(io.stdout, `${JSON.stringify(written)}\n`);
    return written.refused.length > 0 ? EXIT.badInput : EXIT.done;
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
};
