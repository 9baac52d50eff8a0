/** Starts the bundle's own process and answers its questions for bytes. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { AppError } from './errors.ts';
import type { FromChild, ToChild } from './evidence/bundle/child.ts';
import { BundleRefusal, type BundleResult } from './evidence/bundle/types.ts';
import { givePiece } from './evidence/pieces.ts';
import type { Bundler } from './handlers/context.ts';
import { cancelled } from './jobs.ts';

/** Temporary files of a process that ended before it could clear them away. */
async function clear(folder: string, pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((n) => n.startsWith(`.jieju-${pid}-`) && n.endsWith('.tmp')))
    await rm(join(folder, name), { force: true });
}

/** Builds a bundle in a process of its own. @throws what `buildBundle` throws; `cancelled` when stopped */
export const bundleInProcess: Bundler = (request, read, job) => {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/bundle.cjs'), [], {
    serviceName: 'jieju-bundle',
    stdio: 'ignore',
  });
  const { pid } = child;
  const send = (message: ToChild) => child.postMessage(message);
  const stop = () => send({ type: 'stop' });
  const work = new Promise<BundleResult>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the bundle's process ended with ${code}`)));
    child.on('message', (message: FromChild) => {
      switch (message.type) {
        case 'ready':
          send({ type: 'start', request, resources: process.resourcesPath });
          break;
        case 'bytes':
          givePiece(read, message, send);
          break;
        case 'progress':
          job.progress(message.done);
          break;
        case 'done':
          resolve(message.result);
          break;
        case 'refused':
          reject(new BundleRefusal(message.problems));
          break;
        case 'error': {
          const { code, message: text, path, cause } = message;
          reject(code === 'cancelled' ? cancelled() : new AppError(code, text, path, cause));
        }
      }
    });
  });
  job.signal.addEventListener('abort', stop, { once: true });
  return work.finally(async () => {
    job.signal.removeEventListener('abort', stop);
    child.kill();
    await clear(request.folder, pid);
  });
};
