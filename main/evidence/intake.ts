/**
 * Taking a file in: its bytes go into the store piece by piece as a staged file that nothing else can see;
 * one last transaction makes it evidence. A crash, a full disk or a cancel leaves no half item.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { EvidenceFile } from '../../shared/api.ts';
import { AppError, refuse, toAppError } from '../errors.ts';
import type { Job } from '../jobs.ts';
import { audit } from '../store/audit.ts';
import { dropFile } from '../store/purge.ts';
import type { OpenStore } from '../store/store.ts';
import { byHash, getFile } from './files.ts';
import { inspect, MAX_INSPECTED, WARNINGS } from './inspect.ts';
import { sniff } from './sniff.ts';

export const CHUNK = 1024 * 1024;
/** Two pieces a transaction: the window is never held up for longer than their encryption. */
const BATCH = 2;
export const MAX_FILE = 2 * 1024 * 1024 * 1024;
const ADVISED = 200 * 1024 * 1024;

export interface Taken {
  files: EvidenceFile[];
  refused: { name: string; message: string }[];
}

/** Fills the buffer as far as the file goes; a short read is not yet the end. */
async function readFull(handle: FileHandle, position: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let have = 0;
  while (have < CHUNK) {
    const { bytesRead } = await handle.read(buffer, have, CHUNK - have, position + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return buffer.subarray(0, have);
}

function stage(store: OpenStore, caseId: string, itemId: string | null, name: string): number {
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
async function assertRoom(store: OpenStore, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(store.dbPath));
  if (bavail * bsize < bytes + RESERVE) throw refuse('disk-full');
}

interface Streamed {
  size: number;
  sha256: string;
  head: Buffer;
  /** The whole file, null when larger than `MAX_INSPECTED`. */
  whole: Buffer | null;
}

async function stream(
  store: OpenStore,
  fileN: number,
  handle: FileHandle,
  expected: number,
  job: Job,
  before: number,
): Promise<Streamed> {
  const hash = createHash('sha256');
  const put = store.db.prepare<[number, number, Buffer]>(
    'INSERT INTO evidence_chunks (file_n, n, bytes) VALUES (?, ?, ?)',
  );
  const keep: Buffer[] | null = expected <= MAX_INSPECTED ? [] : null;
  let head = Buffer.alloc(0);
  let size = 0;
  for (let n = 0, ended = false; !ended; ) {
    const batch: Buffer[] = [];
    while (batch.length < BATCH && !ended) {
      const piece = await readFull(handle, size);
      job.check();
      ended = piece.length < CHUNK;
      if (piece.length === 0) break;
      size += piece.length;
      if (size > expected) throw changedMeanwhile();
      if (head.length === 0) head = Buffer.from(piece);
      hash.update(piece);
      keep?.push(piece);
      batch.push(piece);
    }
    await assertRoom(store, 0);
    store.db
      .transaction(() => {
        for (const piece of batch) put.run(fileN, n++, piece);
      })
      .immediate();
    job.progress(before + size);
  }
  if (size !== expected) throw changedMeanwhile();
  return { size, sha256: hash.digest('hex'), head, whole: keep && Buffer.concat(keep) };
}

function changedMeanwhile(): AppError {
  return new AppError(
    'changed',
    '读取时文件正在被改动，没有存入。请等它保存完（或同步完）后再添加。',
  );
}

/** The file's size. @throws AppError for what cannot be evidence. */
async function measure(path: string): Promise<number> {
  const info = await stat(path);
  if (info.isDirectory()) {
    throw new AppError('folder', '这是文件夹，没有存入。请打开它，选择里面的文件。');
  }
  if (!info.isFile()) throw new AppError('not-a-file', '这不是普通文件，没有存入。请另选文件。');
  if (info.size === 0) {
    throw new AppError(
      'empty-file',
      '文件是空的（0 字节），没有存入。请检查原件，可能没有下载完。',
    );
  }
  if (info.size > MAX_FILE) {
    throw new AppError(
      'file-too-large',
      '文件超过 2 GB，没有存入，原文件没有变化。请截取与案件有关的部分，或压缩后再添加。',
    );
  }
  return info.size;
}

/**
 * Ends an intake: the staged file becomes evidence, unless the case has the same bytes already.
 * @returns the id of the file in the case
 */
function finish(
  store: OpenStore,
  fileN: number,
  caseId: string,
  name: string,
  read: Streamed,
  facts: { mime: string; pages: number | null; warning: string },
): string {
  return store.db
    .transaction(() => {
      const alive = store.db
        .prepare<[string]>('SELECT 1 FROM cases WHERE id = ? AND deleted_at IS NULL')
        .get(caseId);
      if (!alive) throw new AppError('no-case', '案件已经删除，文件没有存入。');
      const same = byHash(store, caseId, read.sha256);
      if (same && same.removed_at === null) {
        throw new AppError('duplicate', `与本案已有的“${same.name}”内容完全相同，没有重复存入。`);
      }
      if (same) {
        // Taken out earlier in this session: put the same file back.
        store.db
          .prepare<[number]>('UPDATE evidence_files SET removed_at = NULL WHERE n = ?')
          .run(same.n);
        audit(store, 'evidence.restore', caseId, same.id);
        return same.id;
      }
      store.db
        .prepare<(string | number | null)[]>(
          `UPDATE evidence_files SET size = ?, mime = ?, sha256 = ?, pages = ?, warning = ?,
             state = 'ready' WHERE n = ?`,
        )
        .run(read.size, facts.mime, read.sha256, facts.pages, facts.warning, fileN);
      const row = store.db
        .prepare<[number], { id: string }>('SELECT id FROM evidence_files WHERE n = ?')
        .get(fileN);
      if (!row) throw new Error(`staged file of ${name} is gone`);
      audit(store, 'evidence.add', caseId, `${row.id} sha256:${read.sha256}`);
      return row.id;
    })
    .immediate();
}

async function takeOne(
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  path: string,
  expected: number,
  job: Job,
  before: number,
): Promise<EvidenceFile> {
  const handle = await open(path, 'r');
  let fileN: number | null = null;
  let kept = false;
  try {
    const { mtimeMs } = await handle.stat();
    const name = basename(path);
    await assertRoom(store, expected);
    fileN = stage(store, caseId, itemId, name);
    const read = await stream(store, fileN, handle, expected, job, before);
    if ((await handle.stat()).mtimeMs !== mtimeMs) throw changedMeanwhile();
    const mime = sniff(read.head, read.size === read.head.length);
    const { pages, warning } = await inspect(mime, read.whole);
    job.check();
    const warnings = [warning, read.size > ADVISED ? WARNINGS.large : ''].filter(Boolean);
    const facts = { mime, pages, warning: warnings.join('\n') };
    const id = finish(store, fileN, caseId, name, read, facts);
    const file = getFile(store, id);
    kept = file.n === fileN;
    return file.file;
  } finally {
    await handle.close();
    if (fileN !== null && !kept) await dropQuietly(store, fileN);
  }
}

/** The pieces of a refused file; should even that fail (full disk), the next opening clears them. */
async function dropQuietly(store: OpenStore, fileN: number): Promise<void> {
  try {
    // Starts the log over, so that a full disk has room in it for the deletion.
    store.db.pragma('wal_checkpoint(RESTART)');
    await dropFile(store, fileN);
  } catch (e) {
    console.error('evidence: staged pieces stay until the next opening', e);
  }
}

/** The job's size in bytes, counting what can be read. */
export async function totalSize(paths: readonly string[]): Promise<number> {
  let total = 0;
  for (const path of paths)
    total += await stat(path).then(
      (s) => s.size,
      () => 0,
    );
  return total;
}

/**
 * Takes files into a case, one after the other; what cannot be taken is told with its reason and stops
 * none of the others. Files already in stay when the job is cancelled.
 */
export async function takeFiles(
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  paths: readonly string[],
  job: Job,
): Promise<Taken> {
  const result: Taken = { files: [], refused: [] };
  let done = 0;
  for (const path of paths) {
    try {
      job.check();
      const size = await measure(path);
      result.files.push(await takeOne(store, caseId, itemId, path, size, job, done));
      done += size;
    } catch (e) {
      const { code, message } = toAppError(e);
      if (code === 'internal') console.error('evidence: intake failed', e);
      result.refused.push({ name: basename(path), message });
    }
    job.progress(done);
  }
  return result;
}
