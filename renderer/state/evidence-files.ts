/** The files of the case on the screen, as the store knows them; taking in, removing, checking. */
import { useEffect } from 'react';
import type { EvidenceFile, IntakePlan, TakenIn } from '../../shared/api.ts';
import { evidenceGroup, evidenceTitle, visibleText } from '../../shared/case/evidence-name.ts';
import { proposedForm, wouldBeOneChat } from '../../shared/proof/propose.ts';
import { call, filePaths } from '../bridge.ts';
import { change, currentCase, flush, newId } from './case-store.ts';
import { say, sayError } from './feedback.ts';
import { withoutFile } from './mark-edits.ts';
import { currentRoute, focusField } from './navigation.ts';
import type { Refused } from './refused.ts';
import { createStore, useStore } from './store.ts';

interface Files {
  caseId: string | null;
  files: readonly EvidenceFile[];
  refused: readonly Refused[];
  busy: boolean;
  /** Folders that wait for the answer whether each becomes one exhibit or many. */
  plan: IntakePlan | null;
  /** Items just made of pictures of a screen, which could be one chat: offered to be made one exhibit. */
  chat: readonly string[];
}

const blank: Files = { caseId: null, files: [], refused: [], busy: false, plan: null, chat: [] };
const store = createStore<Files>(blank);

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

/** The offer to make one exhibit of the pictures was answered. */
export const forgetChat = (): void => store.set((s) => ({ ...s, chat: [] }));
export const forgetRefused = (): void => store.set((s) => ({ ...s, refused: [] }));

/** Files that become one exhibit, and the name that says what they are. */
interface Together {
  name: string;
  files: readonly EvidenceFile[];
}

const eachOne = ({ files }: TakenIn): Together[] =>
  files.map((f) => ({ name: f.name, files: [f] }));

/** The first of the new items is opened, unless the user has gone elsewhere or types something meanwhile. */
function openNew(index: number): void {
  const { page, screen } = currentRoute();
  if (page !== 'case' || screen !== 'evidence') return;
  if (document.activeElement?.matches('input, textarea')) return;
  focusField(`evidence.${index}.could`);
}

/** Files taken in become items of the list, or files of one item. */
function link(itemId: string | null, groups: readonly Together[]): void {
  if (groups.length === 0) return;
  const before = currentCase().document.evidence?.length ?? 0;
  const ids = (files: readonly EvidenceFile[]) => files.map((f) => f.fileId);
  const made = groups.map((g) => ({ ...g, id: newId() }));
  change((d) => {
    const items = d.evidence ?? [];
    if (itemId) {
      const added = groups.flatMap((g) => ids(g.files));
      return {
        ...d,
        evidence: items.map((e) =>
          e.id === itemId ? { ...e, fileIds: [...new Set([...(e.fileIds ?? []), ...added])] } : e,
        ),
      };
    }
    const fresh = made.map(({ id, name, files }) => {
      const group = evidenceGroup(name);
      const form = proposedForm(group, files);
      const pages = files.reduce<number | null>(
        (n, f) => (n === null || f.pages === null ? null : n + f.pages),
        0,
      );
      return {
        id,
        group,
        name: evidenceTitle(name),
        // What cannot be told stays open: nothing is written over the user's own answer.
        ...(form === null ? {} : { form }),
        ...(pages === null ? {} : { pages }),
        fileIds: ids(files),
      };
    });
    return { ...d, evidence: [...items, ...fresh] };
  }, '加入证据文件');
  if (itemId) return;
  const single = made.every((m) => m.files.length === 1);
  const chat =
    single && wouldBeOneChat(groups.flatMap((g) => g.files)) ? made.map((m) => m.id) : [];
  store.set((s) => ({ ...s, chat }));
  openNew(before);
}

async function take(
  itemId: string | null,
  ask: (caseId: string) => Promise<TakenIn>,
  grouped: (taken: TakenIn) => Together[] = eachOne,
): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  store.set((s) => ({ ...s, busy: true, refused: [] }));
  try {
    await flush();
    const taken = await ask(caseId);
    if (currentCase().caseId === caseId) link(itemId, grouped(taken));
    refuse(taken.refused);
    await flush();
    await load(caseId);
  } catch (error) {
    sayError(error);
  } finally {
    store.set((s) => ({ ...s, busy: false }));
  }
}

/** Tells what was not taken in, beside what was told before. */
function refuse(refused: readonly Refused[]): void {
  const told = refused.map((r) => ({
    name: visibleText(r.name),
    message: visibleText(r.message),
  }));
  store.set((s) => ({ ...s, refused: [...s.refused, ...told] }));
}

/** The file dialog; `itemId` null makes one piece of evidence a file. */
export const chooseFiles = (itemId: string | null): Promise<void> =>
  take(itemId, (caseId) => call('evidence.add', { caseId, itemId }));

/** The folder dialog. */
export async function chooseFolder(): Promise<void> {
  try {
    const plan = await call('evidence.plan', { paths: null });
    if (plan) await takePlan(null, plan);
  } catch (error) {
    sayError(error);
  }
}

/** Files and folders dropped on the page or pasted; a picture from the clipboard has bytes and no path. */
export async function dropFiles(itemId: string | null, files: readonly File[]): Promise<void> {
  const paths = filePaths(files);
  const bare = files.filter((_, i) => paths[i] === '');
  const named = paths.filter((path) => path !== '');
  try {
    if (named.length > 0) {
      const plan = await call('evidence.plan', { paths: named });
      if (plan) await takePlan(itemId, plan);
    }
    if (bare.length > 0) {
      const read = bare.map(async (f) => ({
        name: f.name || 'image.png',
        bytes: new Uint8Array(await f.arrayBuffer()),
      }));
      const pasted = await Promise.all(read);
      await take(itemId, (caseId) => call('evidence.addBytes', { caseId, itemId, files: pasted }));
    }
  } catch (error) {
    sayError(error);
  }
}

/** Folders are asked about first; files alone are taken at once. */
async function takePlan(itemId: string | null, plan: IntakePlan): Promise<void> {
  const { folders, loose, skipped } = plan;
  if (folders.length > 0) store.set((s) => ({ ...s, plan }));
  else if (loose.length > 0) {
    const paths = loose.map((f) => f.path);
    await take(itemId, (caseId) => call('evidence.addPaths', { caseId, itemId, paths }));
    refuse(skipped);
  } else {
    store.set((s) => ({ ...s, refused: [] }));
    refuse(skipped.length > 0 ? skipped : [{ name: '文件夹', message: '里面没有文件。' }]);
  }
}

export const forgetPlan = (): void => store.set((s) => ({ ...s, plan: null }));

/**
 * Takes in the folders that were asked about.
 * @param together for each folder: one exhibit for all of it, or one a file
 */
export async function takeFolders(plan: IntakePlan, together: readonly boolean[]): Promise<void> {
  forgetPlan();
  const wanted = [
    ...plan.loose.map((file) => ({ file, folder: -1 })),
    ...plan.folders.flatMap((f, folder) => f.files.map((file) => ({ file, folder }))),
  ];
  const paths = wanted.map((w) => w.file.path);
  const grouped = (taken: TakenIn): Together[] => {
    const groups: { folder: number; name: string; files: EvidenceFile[] }[] = [];
    taken.files.forEach((file, i) => {
      const folder = wanted[taken.from[i] ?? -1]?.folder ?? -1;
      const open = together[folder] ? groups.find((g) => g.folder === folder) : undefined;
      if (open) open.files.push(file);
      else {
        const name = together[folder] ? (plan.folders[folder]?.name ?? file.name) : file.name;
        groups.push({ folder: together[folder] ? folder : -1, name, files: [file] });
      }
    });
    return groups;
  };
  await take(null, (caseId) => call('evidence.addPaths', { caseId, itemId: null, paths }), grouped);
}

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
  const used = (currentCase().document.evidence ?? []).some((e) => e.fileIds?.includes(fileId));
  // It is going: not shown meanwhile among the files that belong to nothing.
  if (!used) store.set((s) => ({ ...s, files: s.files.filter((f) => f.fileId !== fileId) }));
  await flush();
  if (used) return;
  try {
    await call('evidence.removeFile', { caseId, fileId });
  } catch (error) {
    sayError(error);
    await load(caseId);
  }
}

/** A file that belongs to no piece of evidence becomes one. */
export const asEvidence = (file: EvidenceFile): void =>
  link(null, [{ name: file.name, files: [file] }]);

/** Takes out a file that belongs to no piece of evidence; its bytes go when the store is locked. */
export async function removeLoose(file: EvidenceFile): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId) return;
  try {
    await flush();
    await call('evidence.removeFile', { caseId, fileId: file.fileId });
    await load(caseId);
    say(`已移除“${file.name}”`);
  } catch (error) {
    sayError(error);
  }
}

/** Reads the list again, e.g. after undo. */
export async function reloadFiles(): Promise<void> {
  const { caseId } = currentCase();
  if (caseId) await load(caseId);
}
