/**
 * How far the words of the case's files are known. Text layers are read by themselves as soon as files come
 * in: it takes a moment and costs nothing. Recognising pictures keeps a core busy for seconds a page, so it
 * waits for a button, and every search says what it could not look at.
 */
import { useEffect } from 'react';
import type { FileTexts } from '../../shared/find/calls.ts';
import { BridgeError, call, on } from '../bridge.ts';
import { currentCase } from './case-store.ts';
import { say, sayError } from './feedback.ts';
import { createStore, useStore } from './store.ts';

interface Texts {
  caseId: string | null;
  files: readonly FileTexts[];
  /** Recognising is under way. */
  busy: boolean;
}

const store = createStore<Texts>({ caseId: null, files: [], busy: false });

/** Cases in which the user has stopped the reading: it is not begun again by itself. */
const stopped = new Set<string>();
let reading = false;

const isCancel = (error: unknown) => error instanceof BridgeError && error.code === 'cancelled';
const isLocked = (error: unknown) => error instanceof BridgeError && error.code === 'locked';

function take(caseId: string, files: readonly FileTexts[]): void {
  if (currentCase().caseId === caseId) store.set((s) => ({ ...s, caseId, files }));
}

/** Reads what is new. Answers at once when nothing is. */
async function readNew(caseId: string): Promise<void> {
  if (reading || stopped.has(caseId)) return;
  reading = true;
  try {
    take(caseId, await call('texts.read', { caseId }));
  } catch (error) {
    if (isCancel(error)) stopped.add(caseId);
    else if (!isLocked(error)) sayError(error);
  } finally {
    reading = false;
  }
}

/** Asks how far the files are read, and reads new ones. */
export async function refreshTexts(caseId: string): Promise<void> {
  try {
    const files = await call('texts.state', { caseId });
    take(caseId, files);
    if (files.some((f) => f.state === 'unread')) await readNew(caseId);
  } catch (error) {
    if (!isLocked(error)) sayError(error);
  }
}

/**
 * Keeps the state of the case's files, and reads new files when a job has brought some.
 * @param listed the files that the case names, in any form that changes with them
 */
export function useReading(caseId: string | null, listed: string): void {
  useEffect(() => {
    // Stopped by the lock, or by the user some time ago.
    if (caseId) stopped.delete(caseId);
  }, [caseId]);
  useEffect(() => {
    // Asked again when a file has come or gone.
    void listed;
    if (!caseId) return;
    void refreshTexts(caseId);
    return on('job.finished', () => {
      if (!reading && !store.get().busy) void refreshTexts(caseId);
    });
  }, [caseId, listed]);
}

/** Recognises the pictures and scans of one file, or of all (null). */
export async function recognise(fileId: string | null): Promise<void> {
  const { caseId } = currentCase();
  if (!caseId || store.get().busy) return;
  const before = waitingPages(store.get().files);
  store.set((s) => ({ ...s, busy: true }));
  try {
    const files = await call('texts.recognise', { caseId, fileId });
    take(caseId, files);
    const left = waitingPages(files);
    say(`已识别 ${before - left} 页，可以查找了。识别可能有错，数字和姓名以原件为准。`);
  } catch (error) {
    if (isCancel(error)) say('已停止；识别好的页已保存，下次接着识别其余的');
    else if (!isLocked(error)) sayError(error);
  } finally {
    store.set((s) => ({ ...s, busy: false }));
  }
  await refreshTexts(caseId);
}

/** Pages that wait to be recognised, in files that can be read. */
export const waitingPages = (files: readonly FileTexts[]): number =>
  files.reduce((sum, f) => sum + (f.state === 'read' ? f.pages.waiting : 0), 0);

/** Always the same list, so that nobody who follows it is woken for nothing. */
const NONE: readonly FileTexts[] = [];

export function useTexts(caseId: string | null): Texts {
  const state = useStore(store);
  return state.caseId === caseId ? state : { ...state, files: NONE };
}
