/**
 * The only place that names an IPC channel in the main process. Every call is checked against
 * shared/api.ts and against its sender before it reaches a handler (checklist items 17 and 20).
 */
import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import {
  type ApiEvents,
  type ApiInput,
  type ApiName,
  type ApiReply,
  type ApiResult,
  api,
} from '../shared/api.ts';
import { AppError, toApiError } from './errors.ts';
import { ORIGIN } from './protocol.ts';

/** One handler a call; it throws an `AppError` for what the user should read. */
export type Handlers = {
  [N in ApiName]: (input: ApiInput<N>) => ApiResult[N] | Promise<ApiResult[N]>;
};

/** Tells the window about something that happened. */
export type Emit = <E extends keyof ApiEvents>(event: E, payload: ApiEvents[E]) => void;

/**
 * Whether a frame is our own page: the top frame of the app's window, on the app's origin. Sub-frames,
 * other windows and pages that went elsewhere are not.
 */
export function isTrusted(
  frame: Pick<WebFrameMain, 'url' | 'parent'> | null,
  inOurWindow: boolean,
): boolean {
  if (!frame || !inOurWindow || frame.parent !== null) return false;
  try {
    const url = new URL(frame.url);
    // `origin` is "null" for a non-special scheme in Node, so the parts are compared.
    return `${url.protocol}//${url.host}` === ORIGIN;
  } catch {
    return false;
  }
}

function isApiName(name: unknown): name is ApiName {
  return typeof name === 'string' && Object.hasOwn(api, name);
}

/** Runs one call: name and input checked, errors turned into coded Chinese messages. */
export async function answer(
  handlers: Promise<Partial<Handlers>> | Partial<Handlers>,
  name: unknown,
  input: unknown,
): Promise<ApiReply<ApiName>> {
  try {
    if (!isApiName(name)) throw new AppError('unknown-call', '程序不认识这个操作，没有执行。');
    const parsed = api[name].safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new AppError('bad-input', issue?.message ?? '输入不正确', issue?.path.join('.'));
    }
    const handler = (await handlers)[name] as ((value: unknown) => unknown) | undefined;
    if (!handler) throw new AppError('unavailable', '这个操作现在不可用。');
    return { ok: true, value: (await handler(parsed.data)) as ApiResult[ApiName] };
  } catch (error) {
    const told = toApiError(error);
    if (told.code === 'internal') console.error(`call ${String(name)} failed:`, error);
    return { ok: false, error: told };
  }
}

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
