/** Starts the reading process and answers its questions for bytes. */
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { AppError, toAppError } from './errors.ts';
import type { FromReader, ToReader } from './evidence/reading/child.ts';
import type { OpenReader } from './handlers/context.ts';
import { cancelled } from './jobs.ts';

/** A process of its own for one job; it loads its engine once for all files of the job. */
export const readInProcess: OpenReader = (read) => {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/reader.cjs'), [], {
    serviceName: 'jieju-reader',
    stdio: 'ignore',
  });
  const send = (message: ToReader) => child.postMessage(message);
  let hear: (message: FromReader) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let ended: Error | null = null;
  const ready = new Promise<void>((resolve, reject) => {
    hear = (message) => {
      if (message.type === 'ready') resolve();
    };
    fail = reject;
  });
  // A process that never starts is told by the first file.
  ready.catch(() => undefined);
  child.on('message', (message: FromReader) => hear(message));
  child.on('exit', (code) => {
    ended = new Error(`the reading process ended with ${code}`);
    fail(ended);
  });
  return {
    async file(file, task, hooks, signal) {
      await ready;
      const stop = () => send({ type: 'stop' });
      const work = new Promise<number>((resolve, reject) => {
        if (ended) reject(ended);
        fail = reject;
        hear = (message) => {
          switch (message.type) {
            case 'bytes': {
              const { id, key, offset, length } = message;
              read(key, offset, length).then(
                (bytes) => send({ type: 'data', id, bytes }),
                (error: unknown) => {
                  const { code, message: text } = toAppError(error);
                  send({ type: 'failed', id, code, message: text });
                },
              );
              break;
            }
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
    close: () => void child.kill(),
  };
};
