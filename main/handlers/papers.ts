/** papers.*: which papers fit, one to look at, all of them into a folder. */
import type { PaperContext } from '../../templates/template.ts';
import type { Handlers } from '../calls.ts';
import { AppError } from '../errors.ts';
import { getCase } from '../store/cases.ts';
import { getSettings, setSettings } from '../store/settings.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `papers.${string}`>>;

/** Fonts, typesetter and templates: loaded with the first paper, so that the window opens sooner. */
async function press() {
  const [{ paperTemplates, passages }, context, set] = await Promise.all([
    import('../../templates/index.ts'),
    import('../papers/context.ts'),
    import('../papers/paper-set.ts'),
  ]);
  return { templates: paperTemplates, passages, ...context, ...set };
}

/** The handlers of papers.*. */
export function papersHandlers({ store, jobs, dialogs }: Context): Part {
  const read = async (caseId: string, today: string) => {
    const { contextOf } = await press();
    const { document } = getCase(store.current, caseId);
    return contextOf(document, today, getSettings(store.current).lprEntries);
  };

  /** @throws AppError `bad-case`, at the first field to mend */
  const valid = async (caseId: string, today: string): Promise<PaperContext> => {
    const { context, problems } = await read(caseId, today);
    if (context) return context;
    const errors = problems.filter((p) => p.level === 'error');
    const more = errors.length > 1 ? `（共 ${errors.length} 处需要修改）` : '';
    const first = errors[0];
    throw new AppError('bad-case', `${first?.message ?? '案件内容有误'}${more}`, first?.path);
  };

  return {
    'papers.list': async ({ caseId, today }) => {
      const { templates, listPapers, passages } = await press();
      const { context, problems } = await read(caseId, today);
      if (!context) return { papers: [], problems };
      const papers = listPapers(templates, context).map((paper) => ({
        ...paper,
        passages: paper.fits ? passages(context, paper.id) : [],
      }));
      return { papers, problems };
    },
    'papers.preview': async ({ caseId, paperId, today }) => {
      const { templates, previewPaper } = await press();
      return previewPaper(templates, await valid(caseId, today), paperId);
    },
    'papers.export': async ({ caseId, paperIds, formats, today }) => {
      const { templates, chosenPapers, exportPapers } = await press();
      const context = await valid(caseId, today);
      const { length } = chosenPapers(templates, context, paperIds);
      const folder = await dialogs.pickFolder({ title: '选择存放文书的文件夹' });
      if (folder === null) return null;
      setSettings(store.current, { lastExportFolder: folder });
      const { files, refused } = await jobs.run('导出文书', length, (job) =>
        exportPapers({
          ...{ templates, context, paperIds, formats, folder },
          progress: (done) => job.progress(done),
          check: () => job.check(),
        }),
      );
      return { folder, files, refused };
    },
  };
}
