/**
 * The case on the screen: its document as typed, undo and redo, autosave, and what is wrong with it.
 * The document is the file form; half-typed values stay in it and are saved like any other.
 */

import type { StoredCase } from '../../shared/api.ts';
import { type Case, type CaseDocument, caseTitle } from '../../shared/case/case.ts';
import { type Problem, parseCase } from '../../shared/case/parse.ts';
import { withoutGone } from '../../shared/case/provable.ts';
import { BridgeError, call, errorText } from '../bridge.ts';
import { createAutosave, type SaveState } from './autosave.ts';
import { sayError } from './feedback.ts';
import { append, getAt, newId, removeAt, setAt } from './path.ts';
import { createStore, useStore } from './store.ts';

/** Typing in one field within this time is one step of undo. */
const COALESCE_MS = 1500;
/** Checks run this long after the last key, so that typing never waits for them. */
const CHECK_MS = 120;
const UNDO_STEPS = 200;
const ARCHIVED = '这个案件已归档，只能查看。要修改，请先点上方的“恢复到案件列表”。';

export interface CaseState {
  caseId: string | null;
  /** Put aside since: it can be looked at, not changed. */
  archivedAt: string | null;
  document: CaseDocument;
  past: { document: CaseDocument; label: string }[];
  future: { document: CaseDocument; label: string }[];
  problems: Problem[];
  /** The parsed case; null while something in it has to be put right. */
  parsed: Case | null;
  /** The newest state of the case that could be parsed, for figures while a field is half typed. */
  lastGood: Case | null;
  save: SaveState;
}

const blank: CaseState = {
  caseId: null,
  archivedAt: null,
  document: { schema: 'jieju.case', version: 1, id: 'none' },
  past: [],
  future: [],
  problems: [],
  parsed: null,
  lastGood: null,
  save: { state: 'saved' },
};

const store = createStore<CaseState>(blank);
const autosave = createAutosave(
  {
    write: async (caseId, revision, document) =>
      (await call('cases.save', { caseId, revision, document: { ...document } })).revision,
    explain: (error) => ({
      message: errorText(error),
      stale: error instanceof BridgeError && error.code === 'stale',
    }),
  },
  (save) => store.set((s) => ({ ...s, save })),
);

let lastEdit = { path: '', at: 0 };
let checkTimer: ReturnType<typeof setTimeout> | undefined;

function check(): void {
  clearTimeout(checkTimer);
  checkTimer = undefined;
  store.set((s) => {
    const result = parseCase(s.document);
    const parsed = result.ok ? result.case : null;
    return { ...s, problems: result.problems, parsed, lastGood: parsed ?? s.lastGood };
  });
}

function touched(): void {
  const { caseId, document } = store.get();
  if (caseId) autosave.schedule(caseId, document);
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, CHECK_MS);
}

/** Takes a case on the screen. */
export function openCase(stored: StoredCase): void {
  lastEdit = { path: '', at: 0 };
  autosave.adopt(stored.caseId, stored.revision);
  const { caseId, archivedAt, document } = stored;
  store.set({ ...blank, caseId, archivedAt, document });
  check();
}

/** Puts the archived case on the screen back into the list, to be changed again. */
export async function unarchive(): Promise<void> {
  const { caseId } = store.get();
  if (!caseId) return;
  await call('cases.restore', { caseId });
  store.set((s) => ({ ...s, archivedAt: null }));
}

/** Saves what is pending and takes the case off the screen. */
export async function closeCase(): Promise<void> {
  await flush();
  clearTimeout(checkTimer);
  store.set(blank);
}

/** Writes pending edits now; resolves when they are in the store (or failed, see `save`). */
export async function flush(): Promise<void> {
  if (checkTimer !== undefined) check();
  await autosave.flush();
}

/** Changes the document by a pure function. `label` is what undo says, e.g. 删除转账. */
export function change(
  recipe: (document: CaseDocument) => CaseDocument,
  label = '修改',
  coalescePath = '',
): void {
  const before = store.get();
  const document = recipe(before.document);
  if (document === before.document) return;
  if (before.archivedAt !== null) {
    sayError(ARCHIVED);
    return;
  }
  const now = Date.now();
  const sameField = coalescePath !== '' && coalescePath === lastEdit.path;
  const joins = sameField && now - lastEdit.at < COALESCE_MS && before.past.length > 0;
  lastEdit = { path: coalescePath, at: now };
  store.set({
    ...before,
    document,
    past: joins
      ? before.past
      : [...before.past, { document: before.document, label }].slice(-UNDO_STEPS),
    future: [],
  });
  touched();
}

/** Writes one value: `update('loans.0.due', '2024-02-29')`; undefined removes the key. */
export function update(path: string, value: unknown, label = '修改'): void {
  if (getAt(store.get().document, path) === value) return;
  change((d) => setAt(d, path, value), label, path);
}

/** Adds a record with a new id at the end of a list; returns the id. */
export function addRecord(
  listPath: string,
  record: Record<string, unknown>,
  label = '新增',
): string {
  const id = newId();
  change((d) => append(d, listPath, { id, ...record }), label);
  return id;
}

/** Removes the records with these ids, also from what evidence proves; undo brings them back. */
export function removeRecords(listPath: string, ids: readonly string[], label = '删除'): void {
  const gone = new Set(ids);
  change((d) => {
    const list = getAt(d, listPath);
    if (!Array.isArray(list)) return d;
    const rest = list.filter((r: { id?: string }) => !gone.has(r.id ?? ''));
    return withoutGone(d, setAt(d, listPath, rest));
  }, label);
}

function step(from: 'past' | 'future', to: 'past' | 'future'): string | null {
  const s = store.get();
  const target = s[from].at(-1);
  if (!target) return null;
  lastEdit = { path: '', at: 0 };
  store.set({
    ...s,
    document: target.document,
    [from]: s[from].slice(0, -1),
    [to]: [...s[to], { document: s.document, label: target.label }],
  });
  touched();
  check();
  return target.label;
}

/** Takes back the last step; returns its label, or null when there is none. */
export const undo = (): string | null => step('past', 'future');
/** Does the last undone step again. */
export const redo = (): string | null => step('future', 'past');

/** After a refused save: writes what is on the screen over what was saved elsewhere meanwhile. */
export async function keepMine(): Promise<void> {
  const { caseId, document } = store.get();
  if (!caseId) return;
  const stored = await call('cases.get', { caseId });
  autosave.adopt(caseId, stored.revision);
  autosave.schedule(caseId, document);
  await autosave.flush();
}

/** Problem at exactly this path, if any. */
export function problemAt(problems: readonly Problem[], path: string): Problem | undefined {
  return problems.find((p) => p.path === path);
}

/** Problems at this path or below it. */
export function problemsUnder(problems: readonly Problem[], prefix: string): Problem[] {
  return problems.filter((p) => p.path === prefix || p.path.startsWith(`${prefix}.`));
}

/** The case without subscribing, for event handlers. */
export const currentCase = (): CaseState => store.get();

/** Everything a screen needs of the case. */
export function useCase() {
  const s = useStore(store);
  return {
    caseId: s.caseId,
    archivedAt: s.archivedAt,
    document: s.document,
    title: caseTitle(s.document),
    problems: s.problems,
    parsed: s.parsed,
    lastGood: s.lastGood,
    save: s.save,
    canUndo: s.past.length > 0,
    canRedo: s.future.length > 0,
    undoLabel: s.past.at(-1)?.label,
    redoLabel: s.future.at(-1)?.label,
    problemAt: (path: string) => problemAt(s.problems, path),
    problemsUnder: (prefix: string) => problemsUnder(s.problems, prefix),
    update,
    change,
    addRecord,
    removeRecords,
    undo,
    redo,
    flush,
  };
}

/** The value at a path of the document. */
export function useValue(path: string): unknown {
  return getAt(useStore(store).document, path);
}

export { append, getAt, newId, removeAt, setAt };
