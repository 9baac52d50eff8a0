/** Cases in the store: saved as typed, found by what was typed, put aside or deleted for good. */
import { randomUUID } from 'node:crypto';
import type { CaseSummary, StoredCase } from '../../shared/api.ts';
import { type CaseDocument, caseTitle, emptyCase } from '../../shared/case/case.ts';
import { isCaseDraft } from '../../shared/case/parse.ts';
import { AppError } from '../errors.ts';
import { searchAllPages } from '../evidence/texts.ts';
import { type AuditAction, audit } from './audit.ts';
import { changedPaths } from './changed-paths.ts';
import { markCase, purge } from './purge.ts';
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
  archived_at: string | null;
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
  return { caseId: document.id, revision: 1, document, archivedAt: null };
}

export function createCase(store: OpenStore): StoredCase {
  return insertCase(store, emptyCase(randomUUID()));
}

/** @throws AppError `no-case`. */
export function getCase(store: OpenStore, caseId: string): StoredCase {
  const r = row(store, caseId);
  const document = JSON.parse(r.document) as CaseDocument;
  return { caseId, revision: r.revision, document, archivedAt: r.archived_at };
}

/** Ids of stored files that a document refers to. */
function referredFiles(document: CaseDocument): string[] {
  return (document.evidence ?? []).flatMap((item) =>
    Array.isArray(item?.fileIds) ? item.fileIds.filter((f) => typeof f === 'string') : [],
  );
}

/**
 * Saves a document as typed, bad values and all.
 * A file that was taken out of the case and is referred to again (undo) is put back.
 * @throws AppError `stale`: someone saved since `revision`; `archived`; `bad-document`; `no-case`.
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
      if (before.archived_at !== null) {
        throw new AppError(
          'archived',
          '这个案件已归档，只能查看，没有保存改动。要修改，请先把它恢复到案件列表。',
        );
      }
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
      const back = store.db
        .prepare<[string, string], { id: string }>(
          `UPDATE evidence_files SET removed_at = NULL
           WHERE case_id = ? AND removed_at IS NOT NULL
             AND id IN (SELECT value FROM json_each(?)) RETURNING id`,
        )
        .all(caseId, JSON.stringify(referredFiles(document)));
      for (const { id } of back) audit(store, 'evidence.restore', caseId, id);
      audit(store, 'case.save', caseId, changedPaths(JSON.parse(before.document), document));
      return revision + 1;
    })
    .immediate();
}

/** Cases by what was typed in them, else by the words of their evidence; with the place. */
function findAnywhere(store: OpenStore, search: string): Map<number, string> {
  return new Map([...searchAllPages(store, search), ...find(store.db, search)]);
}

/** The cases that hold every word of `search`, the last changed first; live ones, or the archived. */
export function listCases(store: OpenStore, search: string, archived = false): CaseSummary[] {
  const hits = search.trim() ? findAnywhere(store, search) : null;
  return store.db
    .prepare<[], Row>(
      `SELECT n, id, title, borrowers, updated_at, archived_at FROM cases
       WHERE deleted_at IS NULL AND archived_at IS ${archived ? 'NOT NULL' : 'NULL'}
       ORDER BY updated_at DESC, n DESC`,
    )
    .all()
    .filter((r) => !hits || hits.has(r.n))
    .map((r) => ({
      caseId: r.id,
      title: r.title,
      borrowers: r.borrowers,
      updatedAt: r.updated_at,
      archivedAt: r.archived_at,
      hit: hits?.get(r.n) ?? '',
    }));
}

/** Puts a case aside, or back into the list; nothing in it changes. @throws AppError `no-case`. */
export function archiveCase(store: OpenStore, caseId: string, aside: boolean): void {
  store.db
    .transaction(() => {
      const r = row(store, caseId);
      if ((r.archived_at !== null) === aside) return;
      store.db
        .prepare<[string | null, number]>('UPDATE cases SET archived_at = ? WHERE n = ?')
        .run(aside ? store.now().toISOString() : null, r.n);
      audit(store, aside ? 'case.archive' : 'case.unarchive', caseId);
    })
    .immediate();
}

/**
 * Deletes a case for good: its rows, its evidence and statements, what search finds, and what the record
 * of changes says of it. Only a tombstone stays: that a case was deleted, when and by whom.
 * @param typed the case's name as the user typed it, to be sure that it is meant
 * @throws AppError `name-differs`, `no-case`.
 */
export async function deleteCase(store: OpenStore, caseId: string, typed: string): Promise<void> {
  const r = row(store, caseId);
  if (typed.trim() !== r.title.trim()) {
    throw new AppError(
      'name-differs',
      `输入的名称和案件名称“${r.title}”不一致，没有删除。请照着输入一遍，或者改用归档。`,
      'name',
    );
  }
  await purge(store, markCase(store, r.n, caseId));
}
