/** evidence.*: taking files in, looking at them, checking them. */
import { basename } from 'node:path';
import type { EvidenceBook } from '../../shared/api.ts';
import type { Handlers } from '../calls.ts';
import { AppError } from '../errors.ts';
import { storedFiles, storeReader } from '../evidence/bundle/from-store.ts';
import { BundleRefusal, type BundleRequest, type BundleResult } from '../evidence/bundle/types.ts';
import { listFiles, readFile, removeFile, verifyFiles } from '../evidence/files.ts';
import {
  atPath,
  inMemory,
  type Taken,
  takeFiles,
  totalSize,
  type Wanted,
} from '../evidence/intake.ts';
import { planIntake } from '../evidence/plan.ts';
import { auditFiles } from '../store/audit-files.ts';
import { getCase } from '../store/cases.ts';
import { getSettings, setSettings } from '../store/settings.ts';
import type { OpenStore } from '../store/store.ts';
import type { Context } from './context.ts';
import type { ViewPart } from './evidence-view.ts';

type Part = Omit<Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>, keyof ViewPart>;

/** @throws AppError `bad-case`, at the first field to mend */
async function validContext(open: OpenStore, caseId: string, today: string) {
  const { contextOf } = await import('../papers/context.ts');
  const { document } = getCase(open, caseId);
  const { context, problems } = contextOf(document, today, getSettings(open).lprEntries);
  if (context) return context;
  const first = problems.find((p) => p.level === 'error');
  throw new AppError('bad-case', first?.message ?? '案件内容有误', first?.path);
}

function bookOf(built: BundleResult, folder: string, loose: readonly string[]): EvidenceBook {
  return {
    folder,
    files: built.files.map((path) => basename(path)),
    volumes: built.volumes.map(({ name, pages, size, sha256 }) => ({ name, pages, size, sha256 })),
    exhibits: built.exhibits,
    lastPage: built.lastPage,
    notes: [
      ...loose.map(
        (name) =>
          `文件“${name}”没有归到任何一份证据，没有放进证据册；要放进来或者移除，请看“证据”页上方`,
      ),
      ...built.notes,
    ],
  };
}

/** A picture from the clipboard bears no name of its own: it gets its time. */
function pastedName(name: string, index: number, now: Date): string {
  const plain = /^image\.(png|jpe?g|gif|webp|bmp)$/i.exec(name);
  if (!plain) return name;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  return `粘贴的图片 ${day} ${time}${index > 0 ? `（${index + 1}）` : ''}.${plain[1]?.toLowerCase()}`;
}

export function evidenceHandlers({ store, jobs, dialogs, bundler }: Context): Part {
  const take = async (
    caseId: string,
    itemId: string | null,
    wanted: readonly Wanted[],
    total: number,
  ): Promise<Taken> => {
    const open = store.current;
    getCase(open, caseId);
    if (wanted.length === 0) return { files: [], from: [], refused: [] };
    return jobs.run('正在存入证据文件', total, (job) =>
      takeFiles(open, caseId, itemId, wanted, job),
    );
  };
  const takePaths = async (caseId: string, itemId: string | null, paths: readonly string[]) =>
    take(caseId, itemId, paths.map(atPath), await totalSize(paths));
  return {
    'evidence.add': async ({ caseId, itemId }) => {
      getCase(store.current, caseId);
      return takePaths(caseId, itemId, await dialogs.openFiles({ title: '选择证据文件' }));
    },
    'evidence.addPaths': ({ caseId, itemId, paths }) => takePaths(caseId, itemId, paths),
    'evidence.addBytes': ({ caseId, itemId, files }) => {
      const wanted = files.map(({ name, bytes }, i) =>
        inMemory(pastedName(name, i, store.current.now()), bytes),
      );
      const total = files.reduce((sum, f) => sum + f.bytes.length, 0);
      return take(caseId, itemId, wanted, total);
    },
    'evidence.plan': async ({ paths }) => {
      if (paths !== null) return planIntake(paths);
      const folder = await dialogs.pickFolder({ title: '选择放证据的文件夹' });
      return folder === null ? null : planIntake([folder]);
    },
    'evidence.files': ({ caseId }) => listFiles(store.current, caseId),
    'evidence.read': ({ fileId }) => readFile(store.current, fileId),
    'evidence.verify': ({ caseId }) => {
      const open = store.current;
      const total = listFiles(open, caseId).reduce((sum, f) => sum + f.size, 0);
      return jobs.run('正在核对证据文件', total, (job) => verifyFiles(open, caseId, job));
    },
    'evidence.bundle': async ({ caseId, today, passwords, ...options }) => {
      const open = store.current;
      const context = await validContext(open, caseId, today);
      const folder = await dialogs.pickFolder({ title: '选择存放证据册的文件夹' });
      if (folder === null) return null;
      setSettings(open, { lastExportFolder: folder });
      try {
        const { files, loose } = storedFiles(open, caseId, context.case);
        const request: BundleRequest = {
          context,
          files,
          folder,
          options: {
            maxBytes: options.maxMb === null ? null : Math.floor(options.maxMb * 1_000_000),
            maxPages: options.maxPages,
            duplex: options.duplex,
            newVersion: options.newVersion,
            passwords: Object.fromEntries(passwords.map((p) => [p.fileId, p.password])),
          },
        };
        const total = files.reduce((sum, f) => sum + f.size, 0) * 2;
        const built = await jobs.run('正在生成证据册', total, (job) =>
          bundler(request, storeReader(open), job),
        );
        const known = new Map(built.volumes.map((v) => [v.path, v.sha256]));
        await auditFiles(open, 'bundle.export', caseId, folder, built.files, known);
        return { book: bookOf(built, folder, loose) };
      } catch (error) {
        if (!(error instanceof BundleRefusal)) throw error;
        return {
          problems: error.problems.map(({ key, ...problem }) => ({ ...problem, fileId: key })),
        };
      }
    },
    'evidence.removeFile': ({ caseId, fileId }) => {
      removeFile(store.current, caseId, fileId);
      return {};
    },
  };
}
