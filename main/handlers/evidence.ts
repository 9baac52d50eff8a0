/** evidence.*: taking files in, looking at them, checking them. */
import type { Handlers } from '../calls.ts';
import { listFiles, readFile, removeFile, verifyFiles } from '../evidence/files.ts';
import { type Taken, takeFiles, totalSize } from '../evidence/intake.ts';
import { getCase } from '../store/cases.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>;

export function evidenceHandlers({ store, jobs, dialogs }: Context): Part {
  const take = async (
    caseId: string,
    itemId: string | null,
    paths: readonly string[],
  ): Promise<Taken> => {
    getCase(store.current, caseId);
    if (paths.length === 0) return { files: [], refused: [] };
    const total = await totalSize(paths);
    const open = store.current;
    return jobs.run('正在存入证据文件', total, (job) =>
      takeFiles(open, caseId, itemId, paths, job),
    );
  };
  return {
    'evidence.add': async ({ caseId, itemId }) => {
      getCase(store.current, caseId);
      return take(caseId, itemId, await dialogs.openFiles({ title: '选择证据文件' }));
    },
    'evidence.addPaths': ({ caseId, itemId, paths }) => take(caseId, itemId, paths),
    'evidence.files': ({ caseId }) => listFiles(store.current, caseId),
    'evidence.read': ({ fileId }) => readFile(store.current, fileId),
    'evidence.verify': ({ caseId }) => {
      const open = store.current;
      const total = listFiles(open, caseId).reduce((sum, f) => sum + f.size, 0);
      return jobs.run('正在核对证据文件', total, (job) => verifyFiles(open, caseId, job));
    },
    'evidence.removeFile': ({ caseId, fileId }) => {
      removeFile(store.current, caseId, fileId);
      return {};
    },
  };
}
