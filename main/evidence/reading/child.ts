/**
 * The reading process: it has no window and no store, gets a file's bytes piece by piece from the main
 * process and gives back the words of each page, so that neither the window nor the store waits.
 */
import { AppError, toAppError } from '../../errors.ts';
import type { ReadSource } from '../bundle/types.ts';
import { readFileText } from './read-file.ts';
import type { FileToRead, PageText, Task } from './types.ts';

export type ToReader =
  | { type: 'read'; file: FileToRead; task: Task; resources: string }
  | { type: 'data'; id: number; bytes: Uint8Array }
  | { type: 'failed'; id: number; code: string; message: string }
  | { type: 'kept' }
  | { type: 'stop' };

export type FromReader =
  | { type: 'ready' }
  | { type: 'bytes'; id: number; key: string; offset: number; length: number }
  /** Waits for `kept` before the next page. */
  | { type: 'page'; page: PageText }
  | { type: 'done'; pages: number }
  | { type: 'error'; code: string; message: string; cause: string };

/** Pieces asked for at a time: reading one takes the main process a few milliseconds. */
const PIECE = 2 * 1024 * 1024;

interface Port {
  postMessage(message: FromReader): void;
  on(event: 'message', listener: (event: { data: ToReader }) => void): unknown;
}

function serve(port: Port): void {
  const waiting = new Map<number, { resolve(b: Uint8Array): void; reject(e: Error): void }>();
  let next = 0;
  let stopped = false;
  let kept = () => {};

  const ask = (key: string, offset: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      port.postMessage({ type: 'bytes', id: next, key, offset, length });
    });
  const read: ReadSource = async (key, offset, length) => {
    const whole = new Uint8Array(length);
    let have = 0;
    while (have < length) {
      const bytes = await ask(key, offset + have, Math.min(PIECE, length - have));
      if (bytes.length === 0) break;
      whole.set(bytes, have);
      have += bytes.length;
    }
    return whole.subarray(0, have);
  };
  const hooks = {
    check: () => {
      if (stopped) throw new AppError('cancelled', '');
    },
    page: (page: PageText) =>
      new Promise<void>((resolve) => {
        kept = resolve;
        port.postMessage({ type: 'page', page });
      }),
  };
  const start = async (file: FileToRead, task: Task) => {
    try {
      port.postMessage({ type: 'done', pages: await readFileText(file, task, read, hooks) });
    } catch (error) {
      const { code, message } = toAppError(error);
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ type: 'error', code, message, cause });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'read') {
      // Engine and models lie beside the app; this process is not told by itself.
      const own = process as { resourcesPath?: string };
      if (!own.resourcesPath)
        Object.defineProperty(process, 'resourcesPath', { value: data.resources });
      void start(data.file, data.task);
    } else if (data.type === 'stop') stopped = true;
    else if (data.type === 'kept') kept();
    else {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.type === 'data') one?.resolve(data.bytes);
      else one?.reject(new AppError(data.code, data.message));
    }
  });
  port.postMessage({ type: 'ready' });
}

const { parentPort } = process as { parentPort?: Port };
if (parentPort) serve(parentPort);
