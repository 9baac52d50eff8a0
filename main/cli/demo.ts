/** `npm run demo`: the papers and the filing packs of the sample case in out/demo. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleCase } from '../../shared/case/sample.ts';
import { paperTemplates } from '../../templates/index.ts';
import { contextOf } from '../papers/context.ts';
import { listPacks, writePack } from '../papers/pack.ts';
import { exportPapers } from '../papers/paper-set.ts';
import { writeFileAtomic } from '../store/files.ts';
import { problemLine } from './case-file.ts';
import { type Command, EXIT, UsageError, write } from './command.ts';
import { readArgs, todayInChina } from './options.ts';
import { reportPack } from './pack.ts';
import { report } from './papers.ts';

/** The sample case's file, every paper and every pack that fits it, in a folder made anew each time. */
export const demo: Command = async (args, io) => {
  const { options } = readArgs(args, [], { out: 'string' });
  const folder = options.out ?? join('out', 'demo');
  const document = sampleCase();
  const { context, problems } = contextOf(document, todayInChina(), []);
  if (!context) throw new UsageError(problems.map(problemLine));
  // Only our own folder is emptied; one that the user names is added to.
  if (options.out === undefined) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const caseFile = join(folder, '王某诉李某.jieju.json');
  await writeFileAtomic(caseFile, `${JSON.stringify(document, null, 2)}\n`);
  const result = await exportPapers({
    templates: paperTemplates,
    context,
    paperIds: [],
    formats: ['docx', 'pdf'],
    folder,
  });
  await write(io.stdout, `${caseFile}\n`);
  const codes = [await report(result, io)];
  for (const { destination, fits } of listPacks(context)) {
    if (!fits) continue;
    const formats = ['docx', 'pdf'] as const;
    codes.push(await reportPack(await writePack({ context, destination, folder, formats }), io));
  }
  return result.files.length > 0 ? Math.max(...codes) : EXIT.failure;
};
