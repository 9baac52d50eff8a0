/** Long work the window can watch and stop: one id a job, progress at most ten times a second. */
import { randomUUID } from 'node:crypto';
import type { Emit } from './calls.ts';
import { AppError } from './errors.ts';

export interface Job {
  readonly id: string;
  readonly signal: AbortSignal;
  /** Work done so far, in the unit of the job's total. */
  progress(done: number): void;
  /** @throws AppError `cancelled` once the user has stopped the job. */
  check(): void;
}

/** The refusal of everything that a cancelled job had not finished. */
export function cancelled(): AppError {
  return new AppError(
    'cancelled',
    '已按您的要求停止；停止前完成的部分都已保存，未完成的没有留下。',
  );
}

const PROGRESS_EVERY_MS = 100;

export class Jobs {
  readonly #emit: Emit;
  readonly #running = new Map<string, { stop: AbortController; ended: Promise<unknown> }>();

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Runs the work as a job: the first progress event tells the window its id, `job.finished` its end. */
  async run<T>(title: string, total: number, work: (job: Job) => Promise<T>): Promise<T> {
    const id = randomUUID();
    const stop = new AbortController();
    let last = 0;
    const report = (done: number) => {
      last = Date.now();
      this.#emit('job.progress', { jobId: id, title, done, total });
    };
    const job: Job = {
      id,
      signal: stop.signal,
      progress: (done) => {
        if (done >= total || Date.now() - last >= PROGRESS_EVERY_MS) report(done);
      },
      check: () => {
        if (stop.signal.aborted) throw cancelled();
      },
    };
    report(0);
    const ended = work(job);
    this.#running.set(id, { stop, ended });
    try {
      return await ended;
    } finally {
      this.#running.delete(id);
      this.#emit('job.finished', { jobId: id });
    }
  }

  /** Asks a job to stop; one that has ended already is no error. */
  cancel(id: string): void {
    this.#running.get(id)?.stop.abort();
  }

  /** Stops every job and waits until the last one has let go of the store. */
  async cancelAll(): Promise<void> {
    const all = [...this.#running.values()];
    for (const { stop } of all) stop.abort();
    await Promise.allSettled(all.map(({ ended }) => ended));
  }
}
