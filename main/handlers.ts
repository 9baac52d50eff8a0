/** The answers to the window's calls: the ones that need Electron here, all others in handlers/. */
import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, shell as desktop } from 'electron';
import { LPR_LAST_VERIFIED } from '../shared/law/lpr.ts';
import { LAW_CHECKED } from '../shared/law/statutes.ts';
import { bundleInProcess } from './bundle-process.ts';
import type { Emit, Handlers } from './calls.ts';
import { remindOfDeadlines } from './deadlines/system.ts';
import { systemDialogs } from './dialogs.ts';
import { evidenceServer } from './evidence/serve.ts';
import { type Context, createContext } from './handlers/context.ts';
import { dataHandlers } from './handlers/index.ts';
import { packToPrint } from './handlers/packs.ts';
import { systemKeychain } from './keychain.ts';
import { clearPrints, openToPrint } from './print.ts';
import { serveFiles } from './protocol.ts';
import { readInProcess } from './reader-process.ts';
import { ViewProcess } from './view-process.ts';

/** What the handlers may do with the window and its process. */
export interface Shell {
  readonly emit: Emit;
  readonly window: () => BrowserWindow | undefined;
  readonly readyToClose: (close: boolean) => void;
}

/** Name of the system account; a container may have none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Before the process ends the store is locked: deleted cases leave the file, the log is emptied. */
function lockAtQuit(context: Context): void {
  let locked = false;
  app.on('will-quit', (event) => {
    if (locked) return;
    event.preventDefault();
    Promise.all([context.store.lock(), clearPrints()])
      .catch((error) => console.error('the store did not lock:', error))
      .finally(() => {
        locked = true;
        app.quit();
      });
  });
}

/** Shows a folder's content or a file in its folder. Nothing is ever opened by it, so nothing can run. */
async function show(path: string): Promise<void> {
  const [first] = await readdir(path).catch(() => []);
  desktop.showItemInFolder(first === undefined ? path : join(path, first));
}

/** The answers to the window's calls. */
export function createHandlers(shell: Shell): Partial<Handlers> {
  const context = createContext({
    dataDir: join(app.getPath('userData'), 'store'),
    keychain: systemKeychain(),
    dialogs: systemDialogs(shell.window),
    bundler: bundleInProcess,
    viewer: new ViewProcess(),
    openReader: readInProcess,
    emit: shell.emit,
    who: accountName(),
  });
  lockAtQuit(context);
  serveFiles(evidenceServer(context));
  const data = dataHandlers(context);
  const look = remindOfDeadlines(context, shell.window);
  /** Opening, locking and a new look at the list change what there is to remind of. */
  const thenLook =
    <I, R>(run: (input: I) => R | Promise<R>) =>
    async (input: I): Promise<R> => {
      const result = await run(input);
      setImmediate(look);
      return result;
    };
  return {
    ...data,
    'store.create': thenLook(data['store.create']),
    'store.unlock': thenLook(data['store.unlock']),
    'store.lock': thenLook(data['store.lock']),
    'deadlines.list': thenLook(data['deadlines.list']),
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      lawDataDate: LAW_CHECKED,
      lprLastVerified: LPR_LAST_VERIFIED,
      platform: process.platform,
    }),
    'packs.print': async (input) => {
      const { pdf, name, pages } = await packToPrint(context, input);
      await openToPrint(pdf, name);
      return { pages };
    },
    'app.readyToClose': ({ close }) => {
      shell.readyToClose(close);
      return {};
    },
    'shell.showFolder': async ({ path }) => {
      await show(path);
      return {};
    },
  };
}
