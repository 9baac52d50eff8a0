/** Shares the bundle's work between this thread and helpers; without any, all is done here. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { doTask, type Task, type TaskResult } from './helper.ts';

const MOST = 3;

interface Helper {
  worker: Worker;
  waiting: Map<number, { resolve: (r: Partial<TaskResult>) => void; reject: (e: Error) => void }>;
}

function startWorker(): Worker {
  const own = fileURLToPath(import.meta.url);
  if (own.endsWith('.ts')) return new Worker(join(dirname(own), 'helper.ts'));
  // By its text: a thread cannot load a file from inside the packaged archive.
  const text = readFileSync(join(dirname(own), '../bundle-helper/index.cjs'), 'utf8');
  return new Worker(text, { eval: true });
}

export class Helpers {
  #helpers: Helper[] | null = null;
  #next = 0;

  #start(): Helper[] {
    const count = Math.min(MOST, availableParallelism() - 1);
    return Array.from({ length: count }, () => {
      const helper: Helper = { worker: startWorker(), waiting: new Map() };
      const { worker, waiting } = helper;
      const lost = (error: Error) => {
        for (const one of waiting.values()) one.reject(error);
        waiting.clear();
        this.#helpers = this.#helpers?.filter((h) => h !== helper) ?? null;
      };
      worker.on('error', lost);
      worker.on('exit', () => lost(new Error('bundle: a helper has ended')));
      worker.on('message', (m: { id: number; result?: Partial<TaskResult>; error?: Error }) => {
        const one = waiting.get(m.id);
        waiting.delete(m.id);
        if (m.result) one?.resolve(m.result);
        else one?.reject(m.error ?? new Error('bundle: a helper gave nothing back'));
      });
      return helper;
    });
  }

  /** Has a task done: pictures in turn by each helper and this thread, the rest by a helper. */
  async run(task: Task): Promise<Partial<TaskResult>> {
    this.#helpers ??= this.#start();
    this.#next += 1;
    const id = this.#next;
    const hands = this.#helpers.length + (task.kind === 'light' ? 1 : 0);
    const helper = this.#helpers[id % Math.max(1, hands)];
    if (!helper) return doTask(task);
    return new Promise((resolve, reject) => {
      helper.waiting.set(id, { resolve, reject });
      if (task.kind === 'light') {
        // A part of a larger buffer would be sent with all of it.
        const jpeg = new Uint8Array(task.jpeg);
        helper.worker.postMessage({ id, task: { ...task, jpeg } }, [jpeg.buffer]);
      } else helper.worker.postMessage({ id, task });
    });
  }

  async end(): Promise<void> {
    const helpers = this.#helpers ?? [];
    this.#helpers = null;
    for (const { worker } of helpers) await worker.terminate();
  }
}
