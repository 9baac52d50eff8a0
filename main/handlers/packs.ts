/** packs.*: the filing packs of a case, one into a folder, one as a PDF to print. */
import type { ApiInput } from '../../shared/api.ts';
import type { Handlers } from '../calls.ts';
import { audit } from '../store/audit.ts';
import { auditFiles, sha256 } from '../store/audit-files.ts';
import { setSettings } from '../store/settings.ts';
import type { Context } from './context.ts';
import { readContext, validContext } from './papers-context.ts';
import { letterheadOf } from './settings.ts';

/** Typesetter and templates: loaded with the first pack. */
const press = () => import('../papers/pack.ts');

/** The handlers of packs.* that need no window. */
export function packsHandlers({
  store,
  jobs,
  dialogs,
}: Context): Pick<Handlers, 'packs.list' | 'packs.export'> {
  return {
    'packs.list': async ({ caseId, today }) => {
      const { listPacks } = await press();
      const { context, problems } = await readContext(store, caseId, today);
      return { packs: context ? listPacks(context) : [], problems };
    },
    'packs.export': async ({ caseId, destination, formats, today }) => {
      const { packSize, writePack } = await press();
      const context = await validContext(store, caseId, today);
      const size = packSize(destination, context);
      const parent = await dialogs.pickFolder({ title: '选择存放整套材料的文件夹' });
      if (parent === null) return null;
      const letterhead = await letterheadOf(store);
      setSettings(store.current, { lastExportFolder: parent });
      const written = await jobs.run('导出整套材料', size, (job) =>
        writePack({
          ...{ context, destination, formats, folder: parent, letterhead },
          progress: (done) => job.progress(done),
          check: () => job.check(),
        }),
      );
      const { folder, files } = written;
      await auditFiles(store.current, 'packs.export', caseId, folder, files);
      return written;
    },
  };
}

/** The PDF of `packs.print`. @throws AppError `bad-case`, `pack-unfit` */
export async function packToPrint(
  { store }: Pick<Context, 'store'>,
  { caseId, destination, today }: ApiInput<'packs.print'>,
): Promise<{ pdf: Uint8Array; name: string; pages: number }> {
  const { combinedPdf } = await press();
  const made = await combinedPdf(destination, await validContext(store, caseId, today));
  audit(store.current, 'packs.print', caseId, {
    files: [{ name: made.name, sha256: sha256(made.pdf) }],
  });
  return made;
}
