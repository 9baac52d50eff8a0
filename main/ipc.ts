/**
 * The only place that names an IPC channel in the main process. Every call is checked against
 * shared/api.ts and against its sender before it reaches a handler (checklist items 17 and 20).
 */
import { type BrowserWindow, ipcMain } from 'electron';
import { answer, type Emit, type Handlers, isTrusted } from './calls.ts';

/**
 * Starts to answer the window's calls.
 * @param handlers may still be loading; calls wait for them
 * @param windowOf the app's window, if it is open
 */
export function serveCalls(
  handlers: Promise<Partial<Handlers>>,
  windowOf: () => BrowserWindow | undefined,
): void {
  ipcMain.handle('jieju:call', (event, name: unknown, input: unknown) => {
    const window = windowOf();
    const ours = window !== undefined && event.sender === window.webContents;
    if (!isTrusted(event.senderFrame, ours))
      return { ok: false, error: { code: 'untrusted', message: '这个页面无权执行操作。' } };
    return answer(handlers, name, input);
  });
}

/** An `Emit` for the app's window; what is said while it is closed is dropped. */
export function emitTo(windowOf: () => BrowserWindow | undefined): Emit {
  return (event, payload) => {
    const window = windowOf();
    if (window && !window.isDestroyed()) window.webContents.send('jieju:event', event, payload);
  };
}
