/** deadlines.*: over all cases and for one, moves read, and the calendar file. */
import { basename } from 'node:path';
import type { Handlers } from '../calls.ts';
import { calendarOf } from '../deadlines/calendar.ts';
import { caseDeadlines, listDeadlines } from '../deadlines/list.ts';
import { fileNameFor } from '../papers/file-names.ts';
import { audit } from '../store/audit.ts';
import { sha256 } from '../store/audit-files.ts';
import { noteMove } from '../store/deadlines.ts';
import { writeFileAtomic } from '../store/files.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `deadlines.${string}`>>;

export function deadlinesHandlers({ store, dialogs }: Context): Part {
  return {
    'deadlines.list': ({ today }) => listDeadlines(store.current, today),
    'deadlines.case': ({ caseId, today }) => caseDeadlines(store.current, caseId, today) ?? [],
    'deadlines.noteMove': ({ caseId, deadlineId }) => {
      noteMove(store.current, caseId, deadlineId);
      return {};
    },
    'deadlines.export': async ({ caseId, today, names }) => {
      const rows =
        caseId === null
          ? listDeadlines(store.current, today).deadlines
          : (caseDeadlines(store.current, caseId, today) ?? []);
      const { text, count } = calendarOf(rows, names, store.current.now().toISOString());
      const path = await dialogs.saveFile({
        title: '导出期限到日历文件',
        defaultName: fileNameFor('借据期限', 'ics'),
        filters: [{ name: '日历文件', extensions: ['ics'] }],
      });
      if (path === null) return null;
      await writeFileAtomic(path, text);
      audit(store.current, 'deadlines.export', caseId, {
        files: [{ name: basename(path), sha256: sha256(text) }],
      });
      return { path, count };
    },
  };
}
