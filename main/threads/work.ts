/**
 * Work that would hold the main process, done in a thread of its own: looking into files, reading statements,
 * writing the store's log into its file. It stands alone, so that it can be started from its text (see
 * thread.ts). One thread reads one statement, or writes one log.
 */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { Found } from '../../shared/statements/layouts.ts';
import type { GridRow, Mapping, ParsedStatement, Source } from '../../shared/statements/types.ts';
import { AppError, toAppError } from '../errors.ts';
import { type Inspection, inspect } from '../evidence/inspect.ts';
import { sameKey } from '../statements/key.ts';
import { readEntries, readGrid, type StatementGrid } from '../statements/read-file.ts';
import { type Db, openForLog } from '../store/database.ts';

/** What is known of a statement's table before its entries are read. */
export interface OpenedStatement {
  sha256: string;
  /** The first rows, and the head row wherever it is. */
  top: GridRow[];
  /** Rows in all. */
  rows: number;
  found: Found;
}

/** A row as it is stored. */
export interface StoredRow {
  row: number;
  raw: string;
  /** JSON of its entry; null when it has none. */
  entry: string | null;
  key: string;
}

export interface Tasks {
  inspect: { mime: string; bytes: Uint8Array | null; head: Uint8Array | null };
  /** `headRow`: the one the user named, null when the file has to tell. */
  open: { bytes: Uint8Array; fileName: string; headRow: number | null };
  read: { mapping: Mapping; source: Source };
  /** Rows in order, so many from where the last call ended. */
  rows: { count: number };
  /** Opens the store's file for `flushLog`; the key is wiped here once it is used. */
  openLog: { path: string; key: Uint8Array; native: string | null };
  flushLog: object;
  closeLog: object;
}

export interface Results {
  inspect: Inspection;
  open: OpenedStatement;
  read: Pick<ParsedStatement, 'owner' | 'report'> & { entries: number };
  rows: StoredRow[];
  openLog: null;
  /** Pages of the log that are not in the file yet. */
  flushLog: number;
  closeLog: null;
}

/** Rows that may hold a head row or be shown to the user. */
const TOP = 400;

const asBuffer = (b: Uint8Array | null): Buffer | null =>
  b && Buffer.from(b.buffer, b.byteOffset, b.byteLength);
const pace = async (): Promise<void> => undefined;

/** Does the tasks; holds the statement that was opened. */
export class Work {
  #grid: StatementGrid | null = null;
  #parsed: ParsedStatement | null = null;
  #row = 0;
  #entry = 0;
  #log: Db | null = null;

  inspect({ mime, bytes, head }: Tasks['inspect']): Promise<Inspection> {
    return inspect(mime, asBuffer(bytes), asBuffer(head));
  }

  async open({ bytes, fileName, headRow }: Tasks['open']): Promise<OpenedStatement> {
    const whole = asBuffer(bytes) ?? Buffer.alloc(0);
    const sha256 = createHash('sha256').update(whole).digest('hex');
    const grid = await readGrid(whole, fileName, pace);
    this.#grid = grid;
    const { rows, found } = grid;
    const top = rows.slice(0, TOP);
    const head = rows.find((r) => r.n === (headRow ?? found.mapping?.headRow));
    if (head && !top.includes(head)) top.push(head);
    return { sha256, top, rows: rows.length, found };
  }

  async read({ mapping, source }: Tasks['read']): Promise<Results['read']> {
    if (!this.#grid) throw new Error('no statement is open');
    this.#parsed = await readEntries(this.#grid, mapping, source, pace);
    const { owner, report, entries } = this.#parsed;
    return { owner, report, entries: entries.length };
  }

  async rows({ count }: Tasks['rows']): Promise<StoredRow[]> {
    const rows = this.#grid?.rows.slice(this.#row, this.#row + count) ?? [];
    this.#row += rows.length;
    return rows.map(({ n, raw }) => {
      // Rows and entries stand in the same order.
      const ahead = this.#parsed?.entries[this.#entry];
      const entry = ahead?.row === n ? ahead : undefined;
      if (entry) this.#entry += 1;
      const key = entry ? sameKey(entry) : '';
      return { row: n, raw, entry: entry ? JSON.stringify(entry) : null, key };
    });
  }

  async openLog({ path, key, native }: Tasks['openLog']): Promise<null> {
    const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
    try {
      this.#log = openForLog(path, bytes, native);
    } finally {
      bytes.fill(0);
    }
    return null;
  }

  async flushLog(): Promise<number> {
    const answer = this.#log?.pragma('wal_checkpoint(PASSIVE)') as
      | { log: number; checkpointed: number }[]
      | undefined;
    if (!answer?.[0]) throw new Error('no log is open');
    return answer[0].log - answer[0].checkpointed;
  }

  async closeLog(): Promise<null> {
    this.#log?.close();
    this.#log = null;
    return null;
  }
}

export interface Asked {
  id: number;
  name: keyof Tasks;
  input: Tasks[keyof Tasks];
}

export type Answered =
  | { id: number; result: Results[keyof Results] }
  | { id: number; code: string; message: string; cause: string };

const work = new Work();
parentPort?.on('message', async ({ id, name, input }: Asked) => {
  try {
    const result = await work[name](input as never);
    parentPort?.postMessage({ id, result } satisfies Answered);
  } catch (e) {
    const { code, message } = toAppError(e);
    const cause = e instanceof AppError ? '' : String(e instanceof Error ? e.stack : e);
    parentPort?.postMessage({ id, code, message, cause } satisfies Answered);
  }
});
