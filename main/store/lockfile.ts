/**
 * One window at a time. The lock is an exclusive SQLite lock on an empty file beside the store: the system
 * drops it when the process ends, however it ends, so no stale lock can keep the user out.
 */
import Database from 'better-sqlite3';
import { toAppError } from '../errors.ts';

export interface StoreLock {
  release(): void;
}

/** @throws AppError `in-use`, `read-only`, `disk-full`. */
export function takeLock(path: string): StoreLock {
  let db: Database | null = null;
  try {
    db = new Database(path, { timeout: 0 });
    // Held in memory only: nothing is ever written through this connection.
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return { release: () => void held.close() };
  } catch (e) {
    db?.close();
    throw toAppError(e);
  }
}
