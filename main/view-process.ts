/** Starts the process that unpacks files for a look, answers its questions for bytes, and ends it when idle. */
import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { AppError } from './errors.ts';
import type { ReadSource } from './evidence/bundle/types.ts';
import { givePiece } from './evidence/pieces.ts';
import type { FromViewChild, ToViewChild } from './evidence/view/child.ts';
import type { ViewJob, ViewResult, ViewResultOf } from './evidence/view/kinds.ts';
import type { ViewRunner } from './handlers/context.ts';

/** It holds an opened file in memory: after this long without a question it goes. */
const IDLE_MS = 60_000;

interface Waiting {
  resolve: (result: ViewResult) => void;
  reject: (error: Error) => void;
}

/** Looks at files in a process of its own; one at a time, started with the first look. */
export class ViewProcess implements ViewRunner {
  #child: UtilityProcess | null = null;
  #ready: Promise<void> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();
  #read: ReadSource | null = null;

  #start(): UtilityProcess {
    const child = utilityProcess.fork(join(app.getAppPath(), 'out/main/view.cjs'), [], {
      serviceName: 'jieju-view',
      stdio: 'ignore',
    });
    this.#child = child;
    this.#ready = new Promise((resolve) => {
      child.on('message', (message: FromViewChild) => {
        if (message.type === 'ready') resolve();
        else this.#take(child, message);
      });
    });
    child.on('exit', (code) => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#failAll(new Error(`the process for looking at files ended with ${code}`));
    });
    return child;
  }

  #failAll(error: Error): void {
    for (const one of this.#waiting.values()) one.reject(error);
    this.#waiting.clear();
  }

  #take(child: UtilityProcess, message: Exclude<FromViewChild, { type: 'ready' }>): void {
    const send = (answer: ToViewChild) => child.postMessage(answer);
    if (message.type === 'bytes') {
      const read = this.#read ?? (() => Promise.reject(new Error('no store')));
      givePiece(read, message, send);
      return;
    }
    const one = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'done') one?.resolve(message.result);
    else one?.reject(new AppError(message.code, message.message, undefined, message.cause));
    if (this.#waiting.size === 0) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.stop(), IDLE_MS);
    }
  }

  async run<J extends ViewJob>(job: J, read: ReadSource): Promise<ViewResultOf<J>> {
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    this.#read = read;
    this.#next += 1;
    const id = this.#next;
    const done = new Promise<ViewResult>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    void this.#ready.then(() => {
      const message: ToViewChild = { type: 'run', id, job, resources: process.resourcesPath };
      child.postMessage(message);
    });
    return (await done) as ViewResultOf<J>;
  }

  /** Ends the process and with it what it holds of the files: at lock, at quit, after a while. */
  stop(): void {
    clearTimeout(this.#idle);
    const child = this.#child;
    this.#child = null;
    this.#read = null;
    this.#failAll(new AppError('locked', '数据已锁定，这一步没有执行。请先解锁。'));
    child?.kill();
  }
}
