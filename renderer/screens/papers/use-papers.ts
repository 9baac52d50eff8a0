/** The list of papers and the preview of one, kept up with the document without flicker. */
import { useEffect, useRef, useState } from 'react';
import type { ApiResult } from '../../../shared/api.ts';
import { call, errorText } from '../../bridge.ts';
import { currentCase, flush, useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { openPdf, type Pdf } from './pdf.ts';

/** Typing settles for this long before papers are made anew. */
const SETTLE_MS = 500;

export type Papers = ApiResult['papers.list'];
export type Packs = ApiResult['packs.list'];

interface Loaded<T> {
  value: T | null;
  error: string;
  busy: boolean;
}

/** Runs `load` now and after each change of the document; the old value stays until the new one is there. */
function useFollowing<T>(key: string, load: () => Promise<T>, drop?: (old: T) => void): Loaded<T> {
  const { document } = useCase();
  const [state, setState] = useState<Loaded<T> & { key: string }>({
    key: '',
    value: null,
    error: '',
    busy: true,
  });
  const latest = useRef(load);
  latest.current = load;
  const kept = useRef<T | null>(null);
  const dropping = useRef(drop);
  dropping.current = drop;
  const first = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed document asks for new papers
  useEffect(() => {
    let live = true;
    const wait = first.current === key ? SETTLE_MS : 0;
    first.current = key;
    const run = async () => {
      setState((s) => ({ ...s, busy: true }));
      try {
        await flush();
        const value = await latest.current();
        if (!live) {
          dropping.current?.(value);
          return;
        }
        const old = kept.current;
        kept.current = value;
        setState({ key, value, error: '', busy: false });
        if (old !== null && old !== value) dropping.current?.(old);
      } catch (error) {
        if (live) setState((s) => ({ ...s, key, error: errorText(error), busy: false }));
      }
    };
    const timer = setTimeout(() => void run(), wait);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [document, key]);

  useEffect(
    () => () => {
      if (kept.current !== null) dropping.current?.(kept.current);
      kept.current = null;
    },
    [],
  );
  return state;
}

/** Every paper of the open case. */
export function usePapers(): Loaded<Papers> {
  const today = useToday();
  const caseId = currentCase().caseId ?? '';
  return useFollowing(`${caseId} ${today}`, () => call('papers.list', { caseId, today }));
}

/** Every filing pack of the open case. */
export function usePacks(): Loaded<Packs> {
  const today = useToday();
  const caseId = currentCase().caseId ?? '';
  return useFollowing(`${caseId} ${today}`, () => call('packs.list', { caseId, today }));
}

/** The preview of one paper; `paperId` null shows none. */
export function usePreview(paperId: string | null): Loaded<{ pdf: Pdf; paperId: string } | null> {
  const today = useToday();
  const caseId = currentCase().caseId ?? '';
  return useFollowing(
    `${caseId} ${today} ${paperId ?? ''}`,
    async () => {
      if (paperId === null) return null;
      const { pdf } = await call('papers.preview', { caseId, paperId, today });
      return { pdf: await openPdf(pdf), paperId };
    },
    (old) => void old?.pdf.loadingTask.destroy(),
  );
}
