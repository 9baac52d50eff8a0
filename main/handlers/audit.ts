/** audit.*: the record of changes, looked at, checked, handed out. */
import type { Handlers } from '../calls.ts';
import { listAudit, verifyAudit } from '../store/audit.ts';
import { exportAudit } from '../store/audit-export.ts';
import { backupStamp } from '../store/backup.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `audit.${string}`>>;

export function auditHandlers({ store, dialogs }: Context): Part {
  return {
    'audit.list': (query) => ({ entries: listAudit(store.current, query) }),
    'audit.verify': () => verifyAudit(store.current),
    'audit.export': async () => {
      const stamp = backupStamp(store.current.now());
      const path = await dialogs.saveFile({
        title: '导出操作记录',
        defaultName: `借据操作记录-${stamp}.jsonl`,
        filters: [{ name: '操作记录', extensions: ['jsonl'] }],
      });
      return path === null ? null : { path, ...(await exportAudit(store.current, path)) };
    },
  };
}
