/** Starts the reading process and answers its questions for bytes. */
import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { AppError } from './errors.ts';
import { givePiece } from './evidence/pieces.ts';
import type { FromReader, ToReader } from './evidence/reading/child.ts';
import type { OpenReader } from './handlers/context.ts';
import { cancelled } from './jobs.ts';

interface Child {
  process: UtilityProcess;
  /** Resolves once it listens; rejects when it ends before. */
  ready: Promise<void>;
  hear: (message: FromReader) => void;
  fail: (error: Error) => void;
}

function start(): Child {
  const process = utilityProcess.fork(join(app.getAppPath(), 'out/main/reader.cjs'), [], {
    serviceName: 'jieju-reader',
    stdio: 'ignore',
  });
  const child: Child = {
    process,
    ready: Promise.resolve(),
    hear: () => undefined,
    fail: () => undefined,
  };
  child.ready = new Promise<void>((resolve, reject) => {
    child.hear = (message) => {
      if (message.type === 'ready') resolve();
    };
    child.fail = reject;
  });
  // One that never starts is told by the file that waits for it.
  child.ready.catch(() => undefined);
  process.on('message', (message: FromReader) => child.hear(message));
  process.on('exit', (code) => child.fail(new Error(`the reading process ended with ${code}`)));
  return child;
}

/**
 * A process of its own for one job; it loads its engine once for all files of the job. A file that brings it
 * down fails alone: the next one gets a new process.
 */
export const readInProcess: OpenReader = (read) => {
  let running: Child | null = null;
  return {
    async file(file, task, hooks, signal) {
      running ??= start();
      const child = running;
      child.process.once('exit', () => {
        if (running === child) running = null;
      });
      const send = (message: ToReader) => child.process.postMessage(message);
      await child.ready;
      const stop = () => send({ type: 'stop' });
      const work = new Promise<number>((resolve, reject) => {
        child.fail = reject;
        child.hear = (message) => {
          switch (message.type) {
            case 'bytes':
              givePiece(read, message, send);
              break;
            case 'page':
              hooks.page(message.page).then(() => send({ type: 'kept' }), reject);
              break;
            case 'done':
              resolve(message.pages);
              break;
            case 'error': {
              const { code, message: text, cause } = message;
              const told = new AppError(code, text, undefined, cause);
              reject(code === 'cancelled' ? cancelled() : told);
            }
          }
        };
        send({ type: 'read', file, task, resources: process.resourcesPath });
      });
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      return work.finally(() => signal.removeEventListener('abort', stop));
    },
    close: () => void running?.process.kill(),
  };
};
