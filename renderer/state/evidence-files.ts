/** The files of the case on the screen, as the store knows them; taking in, removing, checking. */
import { useEffect } from 'react';
import type { ApiResult, EvidenceFile } from '../../shared/api.ts';
import { evidenceGroup, evidenceTitle, visibleText } from '../../shared/case/evidence-name.ts';
import { call, filePaths } from '../bridge.ts';
import { change, currentCase, flush, newId } from './case-store.ts';
import { sayError } from './feedback.ts';
import { withoutFile } from './marks.ts';
import { createStore, useStore } from './store.ts';

export type Refused = { name: string; message: string };

interface Files {
  caseId: string | null;
  files: readonly EvidenceFile[];
  refused: readonly Refused[];
  busy: boolean;
}

const store = createStore<Files>({ caseId: null, files: [], refused: [], busy: false });

async function load(caseId: string): Promise<void> {
  try {
    const files = await call('evidence.files', { caseId });
    // Names as they are read, not as their direction signs would turn them: the store keeps them as taken.
    store.set((s) => ({
      ...s,
      caseId,
      files: files.map((f) => ({ ...f, name: visibleText(f.name) })),
    }));
  } catch (error) {
    sayError(error);
  }
}

/** Files of the case, loaded when the case changes. */
export function useEvidenceFiles(caseId: string | null): Files {
  const state = useStore(store);
  useEffect(() => {
    if (caseId) void load(caseId);
  }, [caseId]);
  return state.caseId === caseId ? state : { ...state, files: [] };
}

export const forgetRefused = (): void => store.set((s) => ({ ...s, refused: [] }));

/** Files taken in become items of the list (one each), or files of one item. */
function link(itemId: string | null, files: readonly EvidenceFile[]): void {
  if (files.length === 0) return;
  change((d) => {
    const items = d.evidence ?? [];
    if (itemId) {
      return {
        ...d,
        evidence: items.map((e) =>
          e.id === itemId
            ? { ...e, fileIds: [...new Set([...(e.fileIds ?? []), ...files.map((f) => f.fileId)])] }
            : e,
        ),
      };
    }
    const fresh = files.map((f) => ({
      id: newId(),
      group: evidenceGroup(f.name),
      name: evidenceTitle(f.name),
      form: 'copy' as const,
      ...(f.pages === null ? {} : { pages: f.pages }),
      fileIds: [f.fileId],
    }));
    return { ...d, evidence: [...items, ...fresh] };
  }, '加入证据文件');
}

async function take(
  itemId: string | null,
  ask: (caseId: string) => Promise<ApiResult['evidence.add']>,
): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  store.set((s) => ({ ...s, busy: true, refused: [] }));
  try {
    await flush();
    const { files, refused } = await ask(caseId);
    if (currentCase().caseId === caseId) link(itemId, files);
    store.set((s) => ({
      ...s,
      refused: refused.map((r) => ({
        name: visibleText(r.name),
        message: visibleText(r.message),
      })),
    }));
    await flush();
    await load(caseId);
  } catch (error) {
    sayError(error);
  } finally {
    store.set((s) => ({ ...s, busy: false }));
  }
}

/** The file dialog; `itemId` null makes one piece of evidence a file. */
export const chooseFiles = (itemId: string | null): Promise<void> =>
  take(itemId, (caseId) => call('evidence.add', { caseId, itemId }));

/** Files dropped on the page. */
export const dropFiles = (itemId: string | null, files: readonly File[]): Promise<void> =>
  take(itemId, (caseId) => call('evidence.addPaths', { caseId, itemId, paths: filePaths(files) }));

/** Takes a file out of an item, with the marks on its pages; undo brings it back while the store is open. */
export async function removeFile(itemId: string, fileId: string): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  change(
    (d) => ({
      ...d,
      evidence: (d.evidence ?? []).map((e) => (e.id === itemId ? withoutFile(e, fileId) : e)),
    }),
    '移除文件',
  );
  await flush();
  const used = (currentCase().document.evidence ?? []).some((e) => e.fileIds?.includes(fileId));
  if (used) return;
  try {
    await call('evidence.removeFile', { caseId, fileId });
  } catch (error) {
    sayError(error);
  }
}

/** Reads the list again, e.g. after undo. */
export async function reloadFiles(): Promise<void> {
  const { caseId } = currentCase();
  if (caseId) await load(caseId);
}
