/** statements.*: importing, looking, marking. */

import { debtorsOf, holds, isWith } from '../../shared/statements/match.ts';
import type { Handlers } from '../calls.ts';
import { importMapped, importStatements, pacer } from '../statements/import.ts';
import {
  listStatements,
  markedLines,
  markRows,
  rawRow,
  removeStatement,
  restoreStatement,
  statementLines,
} from '../statements/store.ts';
import { getCase } from '../store/cases.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `statements.${string}`>>;

const filters = [
  { name: '账单（CSV、XLSX）', extensions: ['csv', 'xlsx', 'txt', 'tsv', 'xls'] },
  { name: '所有文件', extensions: ['*'] },
];

export function statementsHandlers({ store, jobs, dialogs }: Context): Part {
  const take = (caseId: string, paths: readonly string[]) => {
    const open = store.current;
    getCase(open, caseId);
    if (paths.length === 0) return [];
    return jobs.run('正在导入账单', paths.length * 100, (job) =>
      importStatements(open, caseId, paths, job),
    );
  };
  return {
    'statements.import': async ({ caseId }) => {
      getCase(store.current, caseId);
      return take(caseId, await dialogs.openFiles({ title: '选择账单文件', filters }));
    },
    'statements.importPaths': ({ caseId, paths }) => take(caseId, paths),
    'statements.map': ({ caseId, fileId, mapping }) => {
      const open = store.current;
      getCase(open, caseId);
      return jobs.run('正在导入账单', 100, (job) =>
        importMapped(open, caseId, fileId, mapping, job),
      );
    },
    'statements.list': ({ caseId }) => listStatements(store.current, caseId),
    'statements.lines': async ({ caseId, statementId, show, words, search }) => {
      const open = store.current;
      const debtors = debtorsOf(getCase(open, caseId).document);
      const extra = words.split(/[\s,，、;；]+/).filter(Boolean);
      const person = {
        names: [...debtors.names, ...extra],
        numbers: [...debtors.numbers, ...extra.filter((w) => /^[\w.@-]{4,}$/.test(w))],
      };
      const found = await statementLines(
        ...([open, caseId, statementId] as const),
        (entry, mark) =>
          holds(entry, search) &&
          (show === 'all' ||
            (show === 'marked'
              ? mark !== ''
              : isWith(entry, person) || (mark !== '' && mark !== 'ignore'))),
        pacer(() => undefined),
      );
      return { ...found, person: person.names };
    },
    'statements.marked': ({ caseId, statementId }) =>
      markedLines(store.current, caseId, statementId),
    'statements.raw': ({ caseId, statementId, row }) => ({
      raw: rawRow(store.current, caseId, statementId, row),
    }),
    'statements.mark': ({ caseId, statementId, rows, mark, decision }) => {
      markRows(store.current, caseId, statementId, rows, { mark, decision });
      return {};
    },
    'statements.remove': ({ caseId, statementId }) => {
      const { evidence = [] } = getCase(store.current, caseId).document;
      removeStatement(store.current, caseId, statementId, (fileId) =>
        evidence.some((item) => item.fileIds?.includes(fileId)),
      );
      return {};
    },
    'statements.restore': ({ caseId, statementId }) => {
      restoreStatement(store.current, caseId, statementId);
      return {};
    },
  };
}
