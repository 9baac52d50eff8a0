/** Autosave: one write at a time, the newest document wins, nothing is given up on failure. */
import type { CaseDocument } from '../../shared/case/case.ts';

/** Longest time an edit waits before it is written. */
export const DEBOUNCE_MS = 350;
const RETRY_MS = 4000;

export type SaveState =
  | { state: 'saved'; at?: number }
  | { state: 'dirty' }
  | { state: 'saving' }
  /** `stale`: another copy of the case was saved meanwhile; the typed text is still on the screen. */
  | { state: 'failed'; message: string; stale: boolean };

export interface Autosave {
  /** Begin with the revision that was read. */
  adopt(caseId: string, revision: number): void;
  /** This document is to be written soon. */
  schedule(caseId: string, document: CaseDocument): void;
  /** Write what is pending now. */
  flush(): Promise<void>;
}

/** How documents are written, and what a failure means. */
export interface Writer {
  /** Writes over `revision`; gives the new revision. */
  write(caseId: string, revision: number, document: CaseDocument): Promise<number>;
  explain(error: unknown): { message: string; stale: boolean };
}

export function createAutosave(writer: Writer, report: (state: SaveState) => void): Autosave {
  let revision = 0;
  let openId = '';
  let pending: { caseId: string; document: CaseDocument } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  async function write(): Promise<void> {
    while (pending) {
      const { caseId, document } = pending;
      pending = null;
      report({ state: 'saving' });
      try {
        revision = await writer.write(caseId, revision, document);
        report(pending ? { state: 'dirty' } : { state: 'saved', at: Date.now() });
      } catch (error) {
        pending ??= { caseId, document };
        const { message, stale } = writer.explain(error);
        report({ state: 'failed', message, stale });
        if (!stale) timer = setTimeout(() => void flush(), RETRY_MS);
        return;
      }
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (running) await running;
    if (!pending) return;
    running = write();
    try {
      await running;
    } finally {
      running = null;
    }
  }

  return {
    adopt(caseId, read) {
      clearTimeout(timer);
      if (pending && pending.caseId === caseId) pending = null;
      openId = caseId;
      revision = read;
    },
    schedule(caseId, document) {
      if (caseId !== openId) return;
      pending = { caseId, document };
      report({ state: 'dirty' });
      timer ??= setTimeout(() => {
        timer = undefined;
        void flush();
      }, DEBOUNCE_MS);
    },
    flush,
  };
}
