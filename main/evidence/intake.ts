/**
 * Taking a file in: its bytes go into the store piece by piece as a staged file that nothing else can see;
 * one last transaction makes it evidence. A crash, a full disk or a cancel leaves no half item.
 */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EvidenceFile } from '../../shared/api.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { exhibitNumbers } from '../../shared/case/exhibits.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Job } from '../jobs.ts';
import { audit } from '../store/audit.ts';
import { dropFile } from '../store/purge.ts';
import type { OpenStore } from '../store/store.ts';
import { WorkThread } from '../threads/thread.ts';
import { movieHeader } from './bundle/source/duration.ts';
import { byHash, getFile } from './files.ts';
import { fromBytes, fromPath, type Incoming } from './incoming.ts';
import { type Inspection, inspect, WARNINGS } from './inspect.ts';
import { movieOrigin } from './origin.ts';
import { sniff } from './sniff.ts';
import { assertRoom, changedMeanwhile, type Streamed, stage, stream } from './staging.ts';

const ADVISED = 200 * 1024 * 1024;

export interface Taken {
  files: EvidenceFile[];
  /** For each of `files`, which of the paths asked for it came from. */
  from: number[];
  refused: { name: string; message: string }[];
}

/** 它在证据2“《借条》”里。: where the case has these bytes already; '' when no exhibit names the file. */
function whereIs(store: OpenStore, caseId: string, fileId: string): string {
  const row = store.db
    .prepare<[string], { document: string }>('SELECT document FROM cases WHERE id = ?')
    .get(caseId);
  const document = row ? (JSON.parse(row.document) as CaseDocument) : null;
  const item = document?.evidence?.find((e) => e.fileIds?.includes(fileId));
  if (!document || !item) return '';
  const number = exhibitNumbers(document).get(item.id);
  return `它在证据${number ?? ''}“${item.name || '未命名'}”里。`;
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
  facts: Inspection & { mime: string },
): string {
  return store.db
    .transaction(() => {
      const alive = store.db
        .prepare<[string]>('SELECT 1 FROM cases WHERE id = ? AND deleted_at IS NULL')
        .get(caseId);
      if (!alive) throw new AppError('no-case', '案件已经删除，文件没有存入。');
      const same = byHash(store, caseId, read.sha256);
      if (same && same.removed_at === null) {
        throw new AppError(
          'duplicate',
          `与本案已有的“${same.name}”内容完全相同，没有重复存入。${whereIs(store, caseId, same.id)}`,
        );
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
             device = ?, captured_at = ?, state = 'ready' WHERE n = ?`,
        )
        .run(
          ...[read.size, facts.mime, read.sha256, facts.pages, facts.warning],
          ...[facts.device, facts.capturedAt, fileN],
        );
      const row = store.db
        .prepare<[number], { id: string }>('SELECT id FROM evidence_files WHERE n = ?')
        .get(fileN);
      if (!row) throw new Error(`staged file of ${name} is gone`);
      audit(store, 'evidence.add', caseId, `${row.id} sha256:${read.sha256}`);
      return row.id;
    })
    .immediate();
}

/** Films tell their time in a header that may stand at the very end. */
async function filmOrigin(source: Incoming) {
  const read = async (offset: number, length: number) => {
    const piece = Buffer.alloc(Math.max(0, Math.min(length, source.size - offset)));
    return piece.subarray(0, await source.read(piece, 0, piece.length, offset));
  };
  return movieOrigin(await movieHeader(read, source.size));
}

const isFilm = (mime: string) =>
  ['video/mp4', 'video/quicktime', 'video/3gpp', 'audio/mp4'].includes(mime);

/** Small files are looked into here, others where they hold nobody up. */
const LOOK_HERE = 512 * 1024;

async function lookInto(thread: WorkThread, mime: string, read: Streamed): Promise<Inspection> {
  const small = read.size <= LOOK_HERE && mime !== 'application/pdf';
  if (small || !read.whole) return inspect(mime, read.whole, read.head);
  return thread.ask('inspect', { mime, bytes: read.whole, head: null });
}

async function takeOne(
  thread: WorkThread,
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  source: Incoming,
  flush: () => Promise<void>,
  job: Job,
  before: number,
): Promise<EvidenceFile> {
  let fileN: number | null = null;
  let kept = false;
  try {
    const { name } = source;
    await assertRoom(store, source.size);
    fileN = stage(store, caseId, itemId, name);
    const read = await stream(store, fileN, source, flush, job, before);
    if (!(await source.same())) throw changedMeanwhile();
    const mime = sniff(read.head, read.size === read.head.length);
    const looked = await lookInto(thread, mime, read);
    const origin = isFilm(mime) ? await filmOrigin(source) : {};
    job.check();
    const warnings = [looked.warning, read.size > ADVISED ? WARNINGS.large : ''].filter(Boolean);
    const facts = { ...looked, ...origin, mime, warning: warnings.join('\n') };
    const id = finish(store, fileN, caseId, name, read, facts);
    const file = getFile(store, id);
    kept = file.n === fileN;
    return file.file;
  } finally {
    await source.close();
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

/** Something to take in, opened when its turn comes. */
export interface Wanted {
  name: string;
  open(): Promise<Incoming>;
}

export const atPath = (path: string): Wanted => ({
  name: basename(path),
  open: () => fromPath(path),
});

export const inMemory = (name: string, bytes: Uint8Array): Wanted => ({
  name,
  open: async () => fromBytes(name, bytes),
});

/**
 * Takes files into a case, one after the other; what cannot be taken is told with its reason and stops
 * none of the others. Files already in stay when the job is cancelled.
 */
export async function takeFiles(
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  wanted: readonly Wanted[],
  job: Job,
): Promise<Taken> {
  const result: Taken = { files: [], from: [], refused: [] };
  const thread = new WorkThread();
  try {
    await store.log.bulk((flush) =>
      takeEach(thread, result, store, caseId, itemId, wanted, flush, job),
    );
  } finally {
    await thread.end();
  }
  return result;
}

async function takeEach(
  thread: WorkThread,
  result: Taken,
  store: OpenStore,
  caseId: string,
  itemId: string | null,
  wanted: readonly Wanted[],
  flush: () => Promise<void>,
  job: Job,
): Promise<void> {
  let done = 0;
  for (const [i, { name, open }] of wanted.entries()) {
    try {
      job.check();
      const source = await open();
      result.files.push(await takeOne(thread, store, caseId, itemId, source, flush, job, done));
      result.from.push(i);
      done += source.size;
    } catch (e) {
      const { code, message } = toAppError(e);
      if (code === 'internal') console.error('evidence: intake failed', e);
      result.refused.push({ name, message });
    }
    job.progress(done);
  }
}
