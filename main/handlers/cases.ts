/** cases.*: list, open, save, hand over. */
import { randomUUID } from 'node:crypto';
import { caseTitle } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { lendingPattern, lendingRecords } from '../../shared/law/validity.ts';
import type { Handlers } from '../calls.ts';
import { fileNameFor } from '../papers/file-names.ts';
import {
  allDocuments,
  createCase,
  deleteCase,
  getCase,
  insertCase,
  listCases,
  restoreCase,
  saveCase,
} from '../store/cases.ts';
import { exportCase, importCase } from '../store/exchange.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `cases.${string}`>>;

const filters = [{ name: '借据案件文件', extensions: ['json'] }];

export function casesHandlers({ store, dialogs }: Context): Part {
  return {
    'cases.list': ({ search }) => listCases(store.current, search),
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
    'cases.delete': ({ caseId }) => {
      deleteCase(store.current, caseId);
      return {};
    },
    'cases.restore': ({ caseId }) => {
      restoreCase(store.current, caseId);
      return {};
    },
    'cases.lendingPattern': () =>
      lendingPattern(allDocuments(store.current).flatMap(lendingRecords)),
  };
}
