import type { CaseDocument } from '../../shared/case/case.ts';
import type { OpenStore } from './store.ts';

/** The documents of all cases that are not deleted, for what has to be seen over all of them. */
export function allDocuments(store: OpenStore): CaseDocument[] {
  return store.db
    .prepare<[], { document: string }>('SELECT document FROM cases WHERE deleted_at IS NULL')
    .all()
    .map((r) => JSON.parse(r.document) as CaseDocument);
}
