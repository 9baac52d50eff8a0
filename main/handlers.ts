import { app, type BrowserWindow } from 'electron';
import type { Emit, Handlers } from './calls.ts';

/** What the handlers may do with the window and its process. */
export interface Shell {
  readonly emit: Emit;
  readonly window: () => BrowserWindow | undefined;
  readonly readyToClose: () => void;
}

/** The answers to the window's calls. */
export function createHandlers(shell: Shell): Partial<Handlers> {
  return {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      lawDataDate: '',
      lprLastVerified: '',
      platform: process.platform,
    }),
    'app.readyToClose': () => {
      shell.readyToClose();
      return {};
    },
  };
}
