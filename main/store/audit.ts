/** The record of who changed or exported what, and when. It names sections, never what stands in them. */
import type { OpenStore } from './store.ts';

export type AuditAction =
  | 'case.create'
  | 'case.save'
  | 'case.import'
  | 'case.export'
  | 'case.delete'
  | 'case.restore'
  | 'case.purge'
  | 'papers.export'
  | 'evidence.add'
  | 'evidence.remove'
  | 'evidence.restore'
  | 'evidence.verify'
  | 'statements.import'
  | 'statements.mark'
  | 'statements.remove'
  | 'statements.restore'
  | 'settings.set'
  | 'store.create'
  | 'store.migrate'
  | 'store.backup'
  | 'store.backup-failed'
  | 'store.passphrase';

/** Adds one line; call it inside the transaction of the change it tells of. */
export function audit(
  store: OpenStore,
  action: AuditAction,
  caseId: string | null,
  detail = '',
): void {
  store.db
    .prepare<[string, string, string, string | null, string]>(
      'INSERT INTO audit (at, who, action, case_id, detail) VALUES (?, ?, ?, ?, ?)',
    )
    .run(store.now().toISOString(), store.who, action, caseId, detail);
}

/** The last change of content (not of the store's own upkeep); tells whether a new backup is needed. */
export function changeMark(store: OpenStore): number {
  const row = store.db
    .prepare<[], { n: number | null }>(
      "SELECT max(n) AS n FROM audit WHERE action NOT LIKE 'store.%'",
    )
    .get();
  return row?.n ?? 0;
}
