/** Handing out the record of changes as a file (see audit-file.ts). */
import { basename } from 'node:path';
import { audit, auditLog } from './audit.ts';
import { logText } from './audit-file.ts';
import { sha256 } from './audit-files.ts';
import { writeFileAtomic } from './files.ts';
import type { OpenStore } from './store.ts';

/** Writes the whole record, then adds a row telling so (not in the file itself). */
export async function exportAudit(
  store: OpenStore,
  path: string,
): Promise<{ rows: number; head: string }> {
  const { text, rows, head } = logText([...auditLog(store)], store.now().toISOString());
  await writeFileAtomic(path, text);
  audit(store, 'audit.export', null, {
    files: [{ name: basename(path), sha256: sha256(text) }],
  });
  return { rows, head };
}
