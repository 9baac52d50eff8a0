/** papers.*: which papers fit, one to look at, all of them into a folder. */
import type { Handlers } from '../calls.ts';
import { auditFiles } from '../store/audit-files.ts';
import { setSettings } from '../store/settings.ts';
import type { Context } from './context.ts';
import { readContext, validContext } from './papers-context.ts';
import { letterheadOf } from './settings.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `papers.${string}`>>;

/** Fonts, typesetter and templates: loaded with the first paper, so that the window opens sooner. */
async function press() {
  const [{ paperTemplates, passages }, set] = await Promise.all([
    import('../../templates/index.ts'),
    import('../papers/paper-set.ts'),
  ]);
  return { templates: paperTemplates, passages, ...set };
}

/** The handlers of papers.*. */
export function papersHandlers({ store, jobs, dialogs }: Context): Part {
  return {
    'papers.list': async ({ caseId, today }) => {
      const { templates, listPapers, passages } = await press();
      const { context, problems } = await readContext(store, caseId, today);
      if (!context) return { papers: [], problems };
      const papers = listPapers(templates, context).map((paper) => ({
        ...paper,
        passages: paper.fits ? passages(context, paper.id) : [],
      }));
      return { papers, problems };
    },
    'papers.preview': async ({ caseId, paperId, today }) => {
      const { templates, previewPaper } = await press();
      return previewPaper(templates, await validContext(store, caseId, today), paperId);
    },
    'papers.export': async ({ caseId, paperIds, formats, today }) => {
      const { templates, chosenPapers, exportPapers } = await press();
      const context = await validContext(store, caseId, today);
      const { length } = chosenPapers(templates, context, paperIds);
      const folder = await dialogs.pickFolder({ title: '选择存放文书的文件夹' });
      if (folder === null) return null;
      const letterhead = await letterheadOf(store);
      setSettings(store.current, { lastExportFolder: folder });
      const { files, refused } = await jobs.run('导出文书', length, (job) =>
        exportPapers({
          ...{ templates, context, paperIds, formats, folder, letterhead },
          progress: (done) => job.progress(done),
          check: () => job.check(),
        }),
      );
      await auditFiles(store.current, 'papers.export', caseId, folder, files);
      return { folder, files, refused };
    },
  };
}
