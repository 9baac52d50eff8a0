/** Cases in the store: saved as typed, found by what was typed, deleted in two steps. */
import { randomUUID } from 'node:crypto';
import type { CaseSummary, StoredCase } from '../../shared/api.ts';
import { type CaseDocument, caseTitle, emptyCase } from '../../shared/case/case.ts';
import { isCaseDraft } from '../../shared/case/parse.ts';
import { AppError } from '../errors.ts';
import { type AuditAction, audit } from './audit.ts';
import { find, index, searchText } from './search.ts';
import type { OpenStore } from './store.ts';

/** Largest case document: far over any real one (a sample case has 5 KB). */
export const MAX_DOCUMENT = 50 * 1024 * 1024;

interface Row {
  n: number;
  id: string;
  title: string;
  borrowers: string;
  document: string;
  revision: number;
  updated_at: string;
  deleted_at: string | null;
}

function notFound(): AppError {
  return new AppError('no-case', '找不到这个案件，可能已经删除。请回到案件列表重新选择。');
}

function row(store: OpenStore, caseId: string): Row {
  const found = store.db
    .prepare<[string], Row>('SELECT * FROM cases WHERE id = ? AND deleted_at IS NULL')
    .get(caseId);
  if (!found) throw notFound();
  return found;
}

/** True when the id is taken, by a deleted case too. */
export function caseExists(store: OpenStore, caseId: string): boolean {
  return store.db.prepare<[string]>('SELECT 1 FROM cases WHERE id = ?').get(caseId) !== undefined;
}

/** Title and debtors' names of a document in which any value may be half-typed. */
function heading(document: CaseDocument): { title: string; borrowers: string } {
  const names = (document.parties ?? [])
    .filter((p) => p?.role === 'borrower' && typeof p.name === 'string' && p.name)
    .map((p) => p.name);
  return { title: String(caseTitle(document)), borrowers: names.join('、') };
}

/** Refuses what could not be shown again: a wrong skeleton, another case's id, a giant. */
function checkedText(caseId: string, document: unknown): { document: CaseDocument; text: string } {
  if (!isCaseDraft(document) || (document as CaseDocument).id !== caseId) {
    throw new AppError(
      'bad-document',
      '案件内容的结构不对，没有保存；上一次保存的内容还在。请重新打开这个案件后再改。',
    );
  }
  const text = JSON.stringify(document);
  if (text.length > MAX_DOCUMENT) {
    throw new AppError('too-large', '案件内容过大（超过 50 MB），没有保存；上一次保存的内容还在。');
  }
  return { document: document as CaseDocument, text };
}

/** A new case from a document whose id is free. */
export function insertCase(
  store: OpenStore,
  content: CaseDocument,
  action: AuditAction = 'case.create',
): StoredCase {
  const { document, text } = checkedText(content.id, content);
  const { title, borrowers } = heading(document);
  const at = store.now().toISOString();
  store.db
    .transaction(() => {
      const { lastInsertRowid } = store.db
        .prepare<string[]>(
          `INSERT INTO cases (id, title, borrowers, document, revision, created_at, updated_at)
           VALUES (?, ?, ?, ?, 1, ?, ?)`,
        )
        .run(document.id, title, borrowers, text, at, at);
      index(store.db, Number(lastInsertRowid), `${title}\n${searchText(document)}`);
      audit(store, action, document.id);
    })
    .immediate();
  return { caseId: document.id, revision: 1, document };
}

export function createCase(store: OpenStore): StoredCase {
  return insertCase(store, emptyCase(randomUUID()));
}

/** @throws AppError `no-case`. */
export function getCase(store: OpenStore, caseId: string): StoredCase {
  const r = row(store, caseId);
  return { caseId, revision: r.revision, document: JSON.parse(r.document) as CaseDocument };
}

/** Ids of stored files that a document refers to. */
function referredFiles(document: CaseDocument): string[] {
  return (document.evidence ?? []).flatMap((item) =>
    Array.isArray(item?.fileIds) ? item.fileIds.filter((f) => typeof f === 'string') : [],
  );
}

/** The top-level sections that differ, for the record of changes. */
function changedSections(before: CaseDocument, after: CaseDocument): string {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((k) => JSON.stringify(a[k]) !== JSON.stringify(b[k]))
    .join(', ');
}

/**
 * Saves a document as typed, bad values and all.
 * A file that was taken out of the case and is referred to again (undo) is put back.
 * @throws AppError `stale`: someone saved since `revision`; `bad-document`; `no-case`.
 */
export function saveCase(
  store: OpenStore,
  caseId: string,
  revision: number,
  content: unknown,
): number {
  const { document, text } = checkedText(caseId, content);
  const { title, borrowers } = heading(document);
  return store.db
    .transaction(() => {
      const before = row(store, caseId);
      if (before.revision !== revision) {
        throw new AppError(
          'stale',
          '这个案件在别处已有更新的保存，这次没有覆盖它。请重新打开案件，再补上刚才的修改。',
        );
      }
      store.db
        .prepare<[string, string, string, number, string, number]>(
          `UPDATE cases SET title = ?, borrowers = ?, document = ?, revision = ?, updated_at = ?
           WHERE n = ?`,
        )
        .run(title, borrowers, text, revision + 1, store.now().toISOString(), before.n);
      index(store.db, before.n, `${title}\n${searchText(document)}`);
      store.db
        .prepare<[string, string]>(
          `UPDATE evidence_files SET removed_at = NULL
           WHERE case_id = ? AND removed_at IS NOT NULL
             AND id IN (SELECT value FROM json_each(?))`,
        )
        .run(caseId, JSON.stringify(referredFiles(document)));
      const sections = changedSections(JSON.parse(before.document) as CaseDocument, document);
      audit(store, 'case.save', caseId, sections);
      return revision + 1;
    })
    .immediate();
}

/** The cases that hold every word of `search`, the last changed first. */
export function listCases(store: OpenStore, search: string): CaseSummary[] {
  const hits = search.trim() ? find(store.db, search) : null;
  return store.db
    .prepare<[], Row>(
      `SELECT n, id, title, borrowers, updated_at FROM cases WHERE deleted_at IS NULL
       ORDER BY updated_at DESC, n DESC`,
    )
    .all()
    .filter((r) => !hits || hits.has(r.n))
    .map((r) => ({
      caseId: r.id,
      title: r.title,
      borrowers: r.borrowers,
      updatedAt: r.updated_at,
      hit: hits?.get(r.n) ?? '',
    }));
}

/** Hides a case; it leaves the file when the store is locked or the app ends. */
export function deleteCase(store: OpenStore, caseId: string): void {
  store.db
    .transaction(() => {
      const r = row(store, caseId);
      store.db
        .prepare<[string, number]>('UPDATE cases SET deleted_at = ? WHERE n = ?')
        .run(store.now().toISOString(), r.n);
      audit(store, 'case.delete', caseId);
      store.deletedNow.add(caseId);
    })
    .immediate();
}

/** Puts back a case deleted since the store was opened. @throws AppError `no-case`. */
export function restoreCase(store: OpenStore, caseId: string): void {
  if (!store.deletedNow.has(caseId)) throw notFound();
  store.db
    .transaction(() => {
      store.db.prepare<[string]>('UPDATE cases SET deleted_at = NULL WHERE id = ?').run(caseId);
      audit(store, 'case.restore', caseId);
      store.deletedNow.delete(caseId);
    })
    .immediate();
}
