/**
 * Who writes the store's log (WAL) into its file. SQLite does it by itself in small steps; while much is being
 * stored, a thread of its own does it, so that the window waits neither for the cipher nor for the disk.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { WorkThread } from '../threads/thread.ts';
import { CHECKPOINT_PAGES, type Db } from './database.ts';

/** The library's native part beside the packaged app's archive; null where the library finds it by itself. */
function nativePart(): string | null {
  const own = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
  const file = join(own, 'prebuilds', `${process.platform}-${process.arch}.node`);
  // A thread cannot read the archive.
  const unpacked = file.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);
  return existsSync(unpacked) ? unpacked : null;
}

export class LogKeeper {
  readonly #db: Db;
  readonly #path: string;
  readonly #key: Buffer;
  #thread: WorkThread | null = null;
  /** The flush under way; it never rejects. */
  #flushing: Promise<void> = Promise.resolve();
  #still = 0;
  #bulk = 0;
  /** The thread could not do it: SQLite goes on by itself. */
  #failed = false;

  constructor(db: Db, path: string, key: Buffer) {
    this.#db = db;
    this.#path = path;
    this.#key = key;
  }

  /** Does the work while nothing is written into the file; what is saved meanwhile waits in the log. */
  async still<T>(work: () => Promise<T>): Promise<T> {
    this.#still += 1;
    this.#settle();
    try {
      await this.#flushing;
      return await work();
    } finally {
      this.#still -= 1;
      this.#settle();
    }
  }

  /**
   * Does work that stores much. Between its pieces it awaits `flush`, which writes the log into the file in the
   * thread; a piece that comes alone starts none.
   */
  async bulk<T>(work: (flush: () => Promise<void>) => Promise<T>): Promise<T> {
    this.#bulk += 1;
    this.#settle();
    try {
      return await work(() => this.#flush());
    } finally {
      this.#bulk -= 1;
      if (this.#bulk === 0) await this.#end();
      this.#settle();
    }
  }

  /** By itself SQLite writes only when nobody else does and nobody needs the file to stay as it is. */
  #settle(): void {
    const byItself = this.#still === 0 && (this.#bulk === 0 || this.#failed);
    this.#db.pragma(`wal_autocheckpoint=${byItself ? CHECKPOINT_PAGES : 0}`);
  }

  async #flush(): Promise<void> {
    await this.#flushing;
    if (this.#still > 0 || this.#failed) return;
    this.#flushing = this.#ask().catch((e) => {
      console.error('store: the log is written by the main process again', e);
      this.#failed = true;
      this.#settle();
    });
    await this.#flushing;
  }

  async #ask(): Promise<void> {
    if (!this.#thread) {
      this.#thread = new WorkThread();
      // A copy: what is handed to a thread is gone here.
      const key = Uint8Array.from(this.#key);
      await this.#thread.ask('openLog', { path: this.#path, key, native: nativePart() });
    }
    await this.#thread.ask('flushLog', {});
  }

  async #end(): Promise<void> {
    await this.#flushing;
    const thread = this.#thread;
    this.#thread = null;
    this.#failed = false;
    if (!thread) return;
    // Its connection ends before the thread does, so that the last one to close tidies the log away.
    await thread.ask('closeLog', {}).catch(() => undefined);
    await thread.end();
  }
}
