/**
 * The bundle's own process: it has no window and no store, gets the files piece by piece from the main
 * process and writes the book, so that neither the window nor the store waits.
 */
import { AppError, toAppError } from '../../errors.ts';
import { buildBundle } from './build.ts';
import {
  BundleRefusal,
  type BundleRequest,
  type BundleResult,
  type FileProblem,
  type ReadSource,
} from './types.ts';

export type ToChild =
  | { type: 'start'; request: BundleRequest; resources: string }
  | { type: 'data'; id: number; bytes: Uint8Array }
  | { type: 'failed'; id: number; code: string; message: string }
  | { type: 'stop' };

export type FromChild =
  | { type: 'ready' }
  | { type: 'read'; id: number; key: string; offset: number; length: number }
  | { type: 'progress'; done: number }
  | { type: 'done'; result: BundleResult }
  | { type: 'refused'; problems: readonly FileProblem[] }
  | { type: 'error'; code: string; message: string; path: string | undefined; cause: string };

/** Pieces asked for at a time: reading one takes the main process a few milliseconds. */
const PIECE = 2 * 1024 * 1024;

interface Port {
  postMessage(message: FromChild): void;
  on(event: 'message', listener: (event: { data: ToChild }) => void): unknown;
}

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

function serve(port: Port): void {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let stopped = false;

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
  const check = () => {
    if (stopped) throw new AppError('cancelled', '');
  };
  const start = async (request: BundleRequest) => {
    try {
      const hooks = {
        check,
        progress: (done: number) => port.postMessage({ type: 'progress', done }),
      };
      port.postMessage({ type: 'done', result: await buildBundle(request, read, hooks) });
    } catch (error) {
      if (error instanceof BundleRefusal) {
        port.postMessage({ type: 'refused', problems: error.problems });
        return;
      }
      const { code, message, path } = toAppError(error);
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ type: 'error', code, message, path, cause });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'start') {
      // The fonts lie beside the app; this process is not told by itself.
      const own = process as { resourcesPath?: string };
      if (!own.resourcesPath)
        Object.defineProperty(process, 'resourcesPath', { value: data.resources });
      void start(data.request);
    } else if (data.type === 'stop') stopped = true;
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
