/** What an export wrote, for the record: file names and SHA-256. The folder is not recorded. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { AuditAction, AuditDetail } from '../../shared/audit.ts';
import { audit } from './audit.ts';
import type { OpenStore } from './store.ts';

/** SHA-256 in hex. */
export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * Adds the row of an export.
 * @param files paths as written, absolute or inside `folder`
 * @param known fingerprints taken while the files were written, by absolute path
 */
export async function auditFiles(
  store: OpenStore,
  action: AuditAction,
  caseId: string,
  folder: string,
  files: readonly string[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const told: NonNullable<AuditDetail['files']> = [];
  for (const file of files) {
    const path = isAbsolute(file) ? file : join(folder, file);
    told.push({ name: basename(file), sha256: known.get(path) ?? (await hashFile(path)) });
  }
  audit(store, action, caseId, { files: told });
}
