/** The bytes of a new file on their way into the store, as a staged file that nothing else can see. */
import { createHash, randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError, refuse } from '../errors.ts';
import type { Job } from '../jobs.ts';
import { unflushed } from '../store/database.ts';
import type { OpenStore } from '../store/store.ts';
import type { Incoming } from './incoming.ts';
import { MAX_INSPECTED } from './inspect.ts';

/** Size of a stored piece. */
export const CHUNK = 1024 * 1024;

/** Fills the buffer as far as the file goes; a short read is not yet the end. */
async function readFull(source: Incoming, buffer: Buffer, position: number): Promise<Buffer> {
  let have = 0;
  while (have < buffer.length) {
    const bytesRead = await source.read(buffer, have, buffer.length - have, position + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return buffer.subarray(0, have);
}

/** Enters a file that nothing else can see. @returns its row */
export function stage(
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  name: string,
): number {
  const { lastInsertRowid } = store.db
    .prepare<(string | null)[]>(
      `INSERT INTO evidence_files
         (id, case_id, item_id, name, size, mime, sha256, taken_at, pages, warning, state)
       VALUES (?, ?, ?, ?, 0, '', '', ?, NULL, '', 'staged')`,
    )
    .run(randomUUID(), caseId, itemId, name, store.now().toISOString());
  return Number(lastInsertRowid);
}

/** Left free on the disk: taking a half-stored file out again needs room too. */
const RESERVE = 24 * 1024 * 1024;

/** @throws AppError `disk-full` when so many bytes would not fit. */
export async function assertRoom(store: OpenStore, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(store.dbPath));
  if (bavail * bsize < bytes + RESERVE) throw refuse('disk-full');
}

export interface Streamed {
  size: number;
  sha256: string;
  head: Buffer;
  /** The whole file, null when larger than `MAX_INSPECTED`. */
  whole: Buffer | null;
}

/** Stores all pieces of a file and hashes them. @throws AppError `changed`, `disk-full`, `cancelled` */
export async function stream(
  store: OpenStore,
  fileN: number,
  source: Incoming,
  flush: () => Promise<void>,
  job: Job,
  before: number,
): Promise<Streamed> {
  const expected = source.size;
  const hash = createHash('sha256');
  const put = store.db.prepare<[number, number, Buffer]>(
    'INSERT INTO evidence_chunks (file_n, n, bytes) VALUES (?, ?, ?)',
  );
  // Filled in place: joining the pieces at the end would hold everything up.
  const whole = expected <= MAX_INSPECTED ? Buffer.allocUnsafeSlow(expected) : null;
  let head = Buffer.alloc(0);
  let size = 0;
  for (let n = 0; size < expected; n++) {
    const room = Math.min(CHUNK, expected - size);
    const into = whole?.subarray(size, size + room) ?? Buffer.allocUnsafe(room);
    const piece = await readFull(source, into, size);
    job.check();
    if (piece.length < room) throw changedMeanwhile();
    size += piece.length;
    if (n === 0) head = Buffer.from(piece);
    hash.update(piece);
    await assertRoom(store, 0);
    if (n > 0) await flush();
    // One piece a transaction: the window is never held up for longer than its encryption.
    unflushed(store.db, () => put.run(fileN, n, piece));
    job.progress(before + size);
  }
  if ((await source.read(Buffer.alloc(1), 0, 1, size)) > 0) throw changedMeanwhile();
  return { size, sha256: hash.digest('hex'), head, whole };
}

export function changedMeanwhile(): AppError {
  return new AppError(
    'changed',
    '读取时文件正在被改动，没有存入。请等它保存完（或同步完）后再添加。',
  );
}
