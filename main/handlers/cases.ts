/** cases.*: list, open, save, hand over. */
import { randomUUID } from 'node:crypto';
import { caseTitle } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { lendingPattern, lendingRecords } from '../../shared/law/validity.ts';
import type { Handlers } from '../calls.ts';
import { fileNameFor } from '../papers/file-names.ts';
import {
  archiveCase,
  createCase,
  deleteCase,
  getCase,
  insertCase,
  listCases,
  saveCase,
} from '../store/cases.ts';
import { allDocuments } from '../store/documents.ts';
import { exportCase, importCase } from '../store/exchange.ts';
import { countBackups, replaceBackups } from '../store/old-backups.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `cases.${string}`>>;

const filters = [{ name: '借据案件文件', extensions: ['json'] }];

export function casesHandlers({ store, dialogs, jobs }: Context): Part {
  return {
    'cases.list': ({ search, archived }) => listCases(store.current, search, archived),
    'cases.create': () => createCase(store.current),
    'cases.sample': () => insertCase(store.current, sampleCase(randomUUID())),
    'cases.get': ({ caseId }) => getCase(store.current, caseId),
    'cases.save': ({ caseId, revision, document }) => ({
      revision: saveCase(store.current, caseId, revision, document),
    }),
    'cases.import': async () => {
      void store.current;
      const path = await dialogs.openFile({ title: '选择要导入的案件文件', filters });
      return path === null ? null : importCase(() => store.current, path);
    },
    'cases.export': async ({ caseId }) => {
      const { document } = getCase(store.current, caseId);
      const path = await dialogs.saveFile({
        title: '导出案件文件（不含证据原件）',
        defaultName: fileNameFor(String(caseTitle(document)), 'jieju.json'),
        filters,
      });
      if (path === null) return null;
      return { path, note: await exportCase(store.current, caseId, path) };
    },
    'cases.archive': ({ caseId }) => {
      archiveCase(store.current, caseId, true);
      return {};
    },
    'cases.restore': ({ caseId }) => {
      archiveCase(store.current, caseId, false);
      return {};
    },
    'cases.lendingPattern': () =>
      lendingPattern(allDocuments(store.current).flatMap(lendingRecords)),
    'cases.delete': async ({ caseId, name, backups }) => {
      const open = store.current;
      await jobs.run('正在删除案件', 1, async (job) => {
        await deleteCase(open, caseId, name);
        if (backups) await replaceBackups(open);
        job.progress(1);
      });
      return { backups: backups ? 0 : await countBackups(open), folder: open.backupsFolder };
    },
  };
}
