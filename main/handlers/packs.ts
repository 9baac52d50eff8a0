/** packs.*: the filing packs of a case, one into a folder, one as a PDF to print. */
import type { ApiInput } from '../../shared/api.ts';
import { onBothSides } from '../../shared/case/exhibits.ts';
import type { PaperContext } from '../../templates/template.ts';
import type { Handlers } from '../calls.ts';
import { toAppError } from '../errors.ts';
import { storedFiles, storeReader } from '../evidence/bundle/from-store.ts';
import type { Job } from '../jobs.ts';
import type { MakeBook } from '../papers/pack-evidence.ts';
import { audit } from '../store/audit.ts';
import { auditFiles, sha256 } from '../store/audit-files.ts';
import { setSettings } from '../store/settings.ts';
import type { OpenStore } from '../store/store.ts';
import type { Bundler, Context } from './context.ts';
import { readContext, validContext } from './papers-context.ts';
import { letterheadOf } from './settings.ts';

/** Typesetter and templates: loaded with the first pack. */
const press = () => import('../papers/pack.ts');

/** How many papers' worth of work the evidence book is, for the progress bar. */
const BOOK_SHARE = 20;

/** Makes the evidence book of a stored case; what stops it is told and leaves the rest of the pack alone. */
function bookMaker(
  open: OpenStore,
  caseId: string,
  context: PaperContext,
  bundler: Bundler,
  job: Job,
): MakeBook {
  return async (folder, fileName, maxBytes) => {
    try {
      const { files, loose } = storedFiles(open, caseId, context.case);
      const total = files.reduce((sum, f) => sum + f.size, 0) * 2 || 1;
      const own: Job = {
        ...job,
        progress: (done) => job.progress(Math.floor((BOOK_SHARE * done) / total)),
      };
      const options = {
        ...{ maxBytes, maxPages: null, newVersion: false, passwords: {} },
        duplex: onBothSides(context.case),
      };
      const request = { context, files, folder, fileName, options };
      const book = await bundler(request, storeReader(open), own);
      return {
        files: book.files,
        volumes: book.volumes.length,
        exhibits: book.exhibits,
        notes: [
          ...loose.map(
            (name) =>
              `文件“${name}”没有归到任何一份证据，没有放进证据册；要放进来或者移除，请看“证据”页上方`,
          ),
          ...book.notes,
        ],
      };
    } catch (error) {
      const { code, message } = toAppError(error);
      if (!BOOK_STOPS.has(code)) throw error;
      return { problem: `证据册没有做成，请在“证据”里另做：${message}` };
    }
  };
}

/** Reasons that concern the evidence alone. */
const BOOK_STOPS = new Set(['bundle-refused', 'released-changed', 'bad-case', 'no-evidence']);

/** The handlers of packs.* that need no window. */
export function packsHandlers({
  store,
  jobs,
  dialogs,
  bundler,
}: Context): Pick<Handlers, 'packs.list' | 'packs.export'> {
  return {
    'packs.list': async ({ caseId, today }) => {
      const { listPacks } = await press();
      const { context, problems } = await readContext(store, caseId, today);
      const filed = context?.case.evidence.some((e) => e.fileIds.length > 0) ?? false;
      return { packs: context ? listPacks(context, filed) : [], problems };
    },
    'packs.export': async ({ caseId, destination, formats, today }) => {
      const { packSize, writePack } = await press();
      const context = await validContext(store, caseId, today);
      const size = packSize(destination, context);
      const parent = await dialogs.pickFolder({ title: '选择存放整套材料的文件夹' });
      if (parent === null) return null;
      const letterhead = await letterheadOf(store);
      setSettings(store.current, { lastExportFolder: parent });
      const open = store.current;
      const filed = context.case.evidence.some((e) => e.fileIds.length > 0);
      const before = filed ? BOOK_SHARE : 0;
      const written = await jobs.run('导出整套材料', size + before, (job) =>
        writePack({
          ...{ context, destination, formats, folder: parent, letterhead },
          evidence: filed ? bookMaker(open, caseId, context, bundler, job) : null,
          progress: (done) => job.progress(before + done),
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
