/** The process that unpacks files for a look: no window, no store; bytes come piece by piece on demand. */
import { AppError, toAppError } from '../../errors.ts';
import type { ReadSource } from '../bundle/types.ts';
import type { ViewJob, ViewResult } from './kinds.ts';
import { ViewWorker } from './work.ts';

export type ToViewChild =
  | { type: 'run'; id: number; job: ViewJob; resources: string }
  | { type: 'data'; id: number; bytes: Uint8Array }
  | { type: 'failed'; id: number; code: string; message: string };

export type FromViewChild =
  | { type: 'ready' }
  | { type: 'read'; id: number; key: string; offset: number; length: number }
  | { type: 'done'; id: number; result: ViewResult }
  | { type: 'error'; id: number; code: string; message: string; cause: string };

/** Pieces asked for at a time: reading one takes the main process a few milliseconds. */
const PIECE = 2 * 1024 * 1024;

interface Port {
  postMessage(message: FromViewChild): void;
  on(event: 'message', listener: (event: { data: ToViewChild }) => void): unknown;
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

function serve(port: Port): void {
  const worker = new ViewWorker();
  const waiting = new Map<number, Waiting>();
  let next = 0;
  /** One at a time: two photos unpacked at once would take twice the memory. */
  let turn: Promise<void> = Promise.resolve();

  const ask = (key: string, offset: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      port.postMessage({ type: 'read', id: next, key, offset, length });
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
  const run = async (id: number, job: ViewJob) => {
    try {
      port.postMessage({ type: 'done', id, result: await worker.run(job, read) });
    } catch (error) {
      const { code, message } = toAppError(error);
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ type: 'error', id, code, message, cause });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'run') {
      // The fonts lie beside the app; this process is not told by itself.
      const own = process as { resourcesPath?: string };
      if (!own.resourcesPath)
        Object.defineProperty(process, 'resourcesPath', { value: data.resources });
      turn = turn.then(() => run(data.id, data.job));
      return;
    }
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'data') one?.resolve(data.bytes);
    else one?.reject(new AppError(data.code, data.message));
  });
  port.postMessage({ type: 'ready' });
}

const { parentPort } = process as { parentPort?: Port };
if (parentPort) serve(parentPort);
