/** Shares the bundle's work between this thread and helpers; without any, all is done here. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../threads/start.ts';
import { doTask, type Task, type TaskResult } from './helper.ts';

const MOST = 3;
/** Memory lent to helpers comes in multiples of this. */
const SLOT = 512 * 1024;

interface Helper {
  worker: Worker;
  waiting: Map<number, { resolve: (r: Partial<TaskResult>) => void; reject: (e: Error) => void }>;
}

export class Helpers {
  #helpers: Helper[] | null = null;
  #next = 0;
  #free: SharedArrayBuffer[] = [];

  #start(): Helper[] {
    const count = Math.min(MOST, availableParallelism() - 1);
    return Array.from({ length: count }, () => {
      const helper: Helper = {
        worker: startThread('evidence/bundle/helper.ts', 'bundle-helper'),
        waiting: new Map(),
      };
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
    const lent = task.kind === 'light' ? this.#lend(task.jpeg) : null;
    const sent = lent && task.kind === 'light' ? { ...task, jpeg: lent } : task;
    try {
      return await new Promise((resolve, reject) => {
        helper.waiting.set(id, { resolve, reject });
        helper.worker.postMessage({ id, task: sent });
      });
    } finally {
      if (lent) this.#free.push(lent.buffer);
    }
  }

  /** A copy in memory that helpers see too; used again once it is given back. */
  #lend(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
    const at = this.#free.findIndex((b) => b.byteLength >= bytes.length);
    const [found] = at >= 0 ? this.#free.splice(at, 1) : [];
    const size = Math.ceil(bytes.length / SLOT) * SLOT;
    const lent = new Uint8Array(found ?? new SharedArrayBuffer(size), 0, bytes.length);
    lent.set(bytes);
    return lent;
  }

  async end(): Promise<void> {
    const helpers = this.#helpers ?? [];
    this.#helpers = null;
    this.#free = [];
    for (const { worker } of helpers) await worker.terminate();
  }
}
