/** The app's start-up: everything that can wait, waits until the window is on its way. */
import { join } from 'node:path';
import { app, session } from 'electron';
import type { Handlers } from './calls.ts';
import { guardContents, guardSession } from './guard.ts';
import { emitTo, serveCalls } from './ipc.ts';
import { setMenu } from './menu.ts';
import { declareScheme, serveApp } from './protocol.ts';
import { type AppWindow, openWindow } from './window.ts';

let current: AppWindow | undefined;
const windowOf = () => current?.window;
const emit = emitTo(windowOf);

/** Plain letters in the folder's name; tests and portable use name their own. */
app.setPath('userData', process.env.JIEJU_USER_DATA || join(app.getPath('appData'), 'Jieju'));
declareScheme();
guardContents(app);
setMenu();

/** Loads the engine, the store and the papers, which are far larger than the window. */
async function loadHandlers(): Promise<Partial<Handlers>> {
  const { createHandlers } = await import('./handlers.ts');
  return createHandlers({
    emit,
    window: windowOf,
    readyToClose: (close) => current?.readyToClose(close),
  });
}

function open(): void {
  current = openWindow(emit);
  current.window.on('closed', () => {
    current = undefined;
  });
}

async function start(): Promise<void> {
  await app.whenReady();
  guardSession(session.defaultSession);
  serveApp({
    page: join(app.getAppPath(), 'out/renderer'),
    fonts: join(process.resourcesPath, 'fonts'),
  });
  open();
  const handlers = loadHandlers();
  handlers.catch((error) => console.error('the handlers did not load:', error));
  serveCalls(handlers, windowOf);
  app.on('activate', () => {
    if (!current) open();
  });
}

// Two processes on one data folder would write over each other.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const window = windowOf();
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void start();
} else {
  app.quit();
}
