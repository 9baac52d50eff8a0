/** Starts a thread for heavy work and asks it; see work.ts. */
import type { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { startThread } from './start.ts';
import type { Answered, Results, Tasks } from './work.ts';

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

export class WorkThread {
  #worker: Worker | null = null;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  #fail(error: Error): void {
    for (const one of this.#waiting.values()) one.reject(error);
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = startThread('threads/work.ts', 'threads');
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the thread has ended')));
    worker.on('message', (m: Answered) => {
      const one = this.#waiting.get(m.id);
      this.#waiting.delete(m.id);
      if ('result' in m) one?.resolve(m.result as never);
      else one?.reject(new AppError(m.code, m.message, undefined, m.cause || undefined));
    });
    return worker;
  }

  /**
   * Has a task done. The bytes it is given are handed over: they are no longer readable here.
   * @throws what the task throws, as an AppError
   */
  ask<N extends keyof Tasks>(name: N, input: Tasks[N]): Promise<Results[N]> {
    this.#worker ??= this.#start();
    this.#next += 1;
    const id = this.#next;
    const { worker, sent } = { worker: this.#worker, sent: ownMemory(input) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, input: sent.input }, sent.transfer);
    });
  }

  /** Ends the thread, whatever it is doing; a question that waits is refused. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** Bytes with memory of their own are handed over, parts of larger memory are copied. */
function ownMemory<T extends object>(input: T): { input: T; transfer: ArrayBuffer[] } {
  const transfer: ArrayBuffer[] = [];
  const entries = Object.entries(input).map(([key, value]) => {
    if (!(value instanceof Uint8Array)) return [key, value];
    const { buffer, byteLength } = value;
    const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
    const own = whole ? new Uint8Array(buffer) : new Uint8Array(value);
    if (!transfer.includes(own.buffer)) transfer.push(own.buffer);
    return [key, own];
  });
  return { input: Object.fromEntries(entries) as T, transfer };
}
