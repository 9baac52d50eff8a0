/** store.*: first run, unlock, lock, passphrase, backup. */
import { statSync } from 'node:fs';
import type { Handlers } from '../calls.ts';
import { audit } from '../store/audit.ts';
import { backupStamp, writeBackup } from '../store/backup.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `store.${string}`>>;

export function storeHandlers({ store, jobs, dialogs }: Context): Part {
  return {
    'store.status': () => store.status(),
    'store.create': ({ passphrase }) => store.create(passphrase),
    'store.unlock': ({ passphrase }) => store.unlock(passphrase),
    'store.lock': () => store.lock(),
    'store.changePassphrase': ({ passphrase }) => store.changePassphrase(passphrase),
    'store.backup': async () => {
      // Refused before the dialog, not after it.
      void store.current;
      const parent = await dialogs.pickFolder({ title: '选择存放备份的文件夹' });
      if (parent === null) return null;
      const open = store.current;
      const name = `借据备份-${backupStamp(open.now())}`;
      const { size } = statSync(open.dbPath);
      return jobs.run('正在备份并核对', size, async (job) => {
        const path = await writeBackup(open, parent, name, () => job.check());
        job.progress(size);
        audit(open, 'store.backup', null, 'by hand');
        return { path };
      });
    },
  };
}
