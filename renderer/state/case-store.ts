/**
 * The case on the screen: its document as typed, undo and redo, autosave, and what is wrong with it.
 * The document is the file form; half-typed values stay in it and are saved like any other.
 */

import type { StoredCase } from '../../shared/api.ts';
import { type Case, type CaseDocument, caseTitle } from '../../shared/case/case.ts';
import { type Problem, parseCase } from '../../shared/case/parse.ts';
import { withoutGone } from '../../shared/case/provable.ts';
import { readableCase } from '../../shared/case/readable.ts';
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
  /** The case without the rows and fields that are wrong, for figures, limits and the next step. */
  lastGood: Case | null;
  /** What `lastGood` is without, by path in the document. */
  left: readonly string[];
  /** A path of `lastGood` as a path of the document. */
  original: (path: string) => string;
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
  left: [],
  original: (path) => path,
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
/** Records made empty on this screen, as they were made. */
let fresh: { listPath: string; id: string; made: string }[] = [];

function check(): void {
  clearTimeout(checkTimer);
  checkTimer = undefined;
  store.set((s) => {
    const result = parseCase(s.document);
    const { problems } = result;
    if (result.ok) {
      const { case: parsed } = result;
      return { ...s, problems, parsed, lastGood: parsed, left: [], original: blank.original };
    }
    const read = readableCase(s.document);
    const { left, original } = read;
    return { ...s, problems, parsed: null, lastGood: read.case ?? s.lastGood, left, original };
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
  fresh = [];
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
  dropUntouched();
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
  fresh.push({ listPath, id, made: JSON.stringify({ id, ...record }) });
  return id;
}

/**
 * Takes back the new records into which nothing was typed and which can't stand so: an empty row left behind
 * is no mistake of the user's.
 * @param stays lists that are still on the screen
 */
export function dropUntouched(stays: (listPath: string) => boolean = () => false): void {
  const made = fresh.filter((f) => !stays(f.listPath));
  fresh = fresh.filter((f) => stays(f.listPath));
  if (made.length > 0) check();
  for (const { listPath, id, made: text } of made) {
    const list = getAt(store.get().document, listPath);
    const at = Array.isArray(list) ? list.findIndex((r: { id?: string }) => r.id === id) : -1;
    if (at < 0 || JSON.stringify((list as unknown[])[at]) !== text) continue;
    const wrong = problemsUnder(store.get().problems, `${listPath}.${at}`);
    if (!wrong.some((p) => p.level === 'error')) continue;
    change((d) => removeAt(d, listPath, at), '新增的空白行');
    check();
  }
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
    left: s.left,
    original: s.original,
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
