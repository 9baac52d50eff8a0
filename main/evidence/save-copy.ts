/** An original written out again, byte for byte, to a place of the user's. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { refuse } from '../errors.ts';
import type { Job } from '../jobs.ts';
import { audit } from '../store/audit.ts';
import { syncFolder } from '../store/files.ts';
import type { OpenStore } from '../store/store.ts';
import { getFile, readChunks } from './files.ts';

/**
 * Writes the file beside its target first and renames it, so that a copy is whole or not there.
 * @throws AppError `damaged` when the stored bytes are no longer those taken in, `cancelled`
 */
export async function saveCopy(
  store: OpenStore,
  fileId: string,
  path: string,
  job: Job,
): Promise<void> {
  const { file, caseId } = getFile(store, fileId);
  const temp = `${path}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  try {
    const handle = await open(temp, 'w');
    try {
      let done = 0;
      for (const piece of readChunks(store, fileId)) {
        job.check();
        hash.update(piece);
        await handle.writeFile(piece);
        done += piece.length;
        job.progress(done);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (hash.digest('hex') !== file.sha256) throw refuse('damaged');
    await rename(temp, path);
  } catch (e) {
    await rm(temp, { force: true });
    throw e;
  }
  await syncFolder(dirname(path));
  audit(store, 'evidence.copy', caseId, {
    files: [{ name: basename(path), sha256: file.sha256 }],
  });
}
