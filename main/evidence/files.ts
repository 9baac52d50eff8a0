/** Evidence files in the store: what is known of them, their bytes, and whether the bytes are still the same. */
import type { EvidenceFile } from '../../shared/api.ts';
import { AppError, refuse, toAppError } from '../errors.ts';
import type { Job } from '../jobs.ts';
import { audit } from '../store/audit.ts';
import { hashStored } from '../store/backup.ts';
import type { OpenStore } from '../store/store.ts';

interface Row {
  n: number;
  id: string;
  case_id: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
  taken_at: string;
  pages: number | null;
  warning: string;
  device: string;
  captured_at: string | null;
  removed_at: string | null;
}

/** Largest file handed to the window for a look. */
export const MAX_PREVIEW = 60 * 1024 * 1024;

function toFile(r: Row): EvidenceFile {
  return {
    fileId: r.id,
    name: r.name,
    size: r.size,
    mime: r.mime,
    sha256: r.sha256,
    takenAt: r.taken_at,
    pages: r.pages,
    warning: r.warning,
    device: r.device,
    capturedAt: r.captured_at,
  };
}

/** A file of the case with these bytes, one that was taken out included. */
export function byHash(store: OpenStore, caseId: string, sha256: string): Row | undefined {
  return store.db
    .prepare<[string, string], Row>(
      "SELECT * FROM evidence_files WHERE case_id = ? AND sha256 = ? AND state = 'ready'",
    )
    .get(caseId, sha256);
}

/** @throws AppError `no-file`. */
export function getFile(
  store: OpenStore,
  fileId: string,
): { n: number; caseId: string; file: EvidenceFile } {
  const row = store.db
    .prepare<[string], Row>(
      `SELECT f.* FROM evidence_files f JOIN cases c ON c.id = f.case_id
       WHERE f.id = ? AND f.state = 'ready' AND f.removed_at IS NULL AND c.deleted_at IS NULL`,
    )
    .get(fileId);
  if (!row) {
    throw new AppError('no-file', '找不到这个证据文件，可能已经移除。请刷新证据列表后再试。');
  }
  return { n: row.n, caseId: row.case_id, file: toFile(row) };
}

/** The files of a case, in the order they came in. */
export function listFiles(store: OpenStore, caseId: string): EvidenceFile[] {
  return rows(store, caseId).map(toFile);
}

function rows(store: OpenStore, caseId: string): Row[] {
  return store.db
    .prepare<[string], Row>(
      `SELECT f.* FROM evidence_files f JOIN cases c ON c.id = f.case_id
       WHERE f.case_id = ? AND f.state = 'ready' AND f.removed_at IS NULL
         AND c.deleted_at IS NULL ORDER BY f.n`,
    )
    .all(caseId);
}

/** The original bytes, piece by piece: for papers and bundles that read large files. */
export function* readChunks(store: OpenStore, fileId: string): Generator<Buffer> {
  const { n } = getFile(store, fileId);
  const read = store.db.prepare<[number, number], { bytes: Buffer }>(
    'SELECT bytes FROM evidence_chunks WHERE file_n = ? AND n = ?',
  );
  for (let k = 0; ; k++) {
    const row = read.get(n, k);
    if (!row) return;
    yield row.bytes;
  }
}

/**
 * All bytes of an original, in memory of their own; the window is answered between the pieces.
 * @param pace awaited after each piece
 * @throws AppError `no-file`, `damaged`
 */
export async function readWhole(
  store: OpenStore,
  fileId: string,
  pace: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { file } = getFile(store, fileId);
  const whole = new Uint8Array(file.size);
  let have = 0;
  for (const piece of readChunks(store, fileId)) {
    if (have + piece.length > file.size) throw refuse('damaged');
    whole.set(piece, have);
    have += piece.length;
    await pace();
  }
  if (have !== file.size) throw refuse('damaged');
  return whole;
}

/**
 * The original bytes for a look in the window.
 * @throws AppError `too-large` over 60 MB, `no-file`, `damaged`.
 */
export async function readFile(
  store: OpenStore,
  fileId: string,
): Promise<{ bytes: Uint8Array; mime: string; name: string }> {
  const { file } = getFile(store, fileId);
  if (file.size > MAX_PREVIEW) {
    throw new AppError(
      'too-large',
      '文件超过 60 MB，窗口里不便预览；它完好地存在案件里。请导出证据册，或打开原来的文件查看。',
    );
  }
  const pace = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { bytes: await readWhole(store, fileId, pace), mime: file.mime, name: file.name };
}

/** Hashes every file of a case again. A file whose bytes differ or cannot be read is broken. */
export async function verifyFiles(
  store: OpenStore,
  caseId: string,
  job: Job,
): Promise<{ checked: number; broken: { fileId: string; name: string }[] }> {
  const files = rows(store, caseId);
  const broken: { fileId: string; name: string }[] = [];
  let done = 0;
  for (const file of files) {
    const sha256 = await hashStored(store.db, file.n, () => job.check()).catch((e) => {
      if (toAppError(e).code !== 'damaged') throw e;
      return '';
    });
    if (sha256 !== file.sha256) broken.push({ fileId: file.id, name: file.name });
    done += file.size;
    job.progress(done);
  }
  audit(store, 'evidence.verify', caseId, `${files.length} checked, ${broken.length} broken`);
  return { checked: files.length, broken };
}

/** Takes a file out of a case; its bytes go when the store is locked, until then an undo brings it back. */
export function removeFile(store: OpenStore, caseId: string, fileId: string): void {
  const { n } = getFile(store, fileId);
  store.db
    .transaction(() => {
      const { changes } = store.db
        .prepare<[string, number, string]>(
          'UPDATE evidence_files SET removed_at = ? WHERE n = ? AND case_id = ?',
        )
        .run(store.now().toISOString(), n, caseId);
      if (changes === 0) throw new AppError('no-file', '这个文件不属于本案，没有移除。');
      audit(store, 'evidence.remove', caseId, fileId);
    })
    .immediate();
}
