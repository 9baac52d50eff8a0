/** The limits of the case on the screen, the nearest of them, and which have moved. */
import { useEffect, useMemo } from 'react';
import { type CaseDeadline, deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';
import { call } from '../bridge.ts';
import { useCase } from './case-store.ts';
import { today, useToday } from './clock.ts';
import { sayError } from './feedback.ts';
import { createStore, useStore } from './store.ts';

/** A limit with the date it had before it moved; null: it has not moved lately. */
export interface ShownDeadline extends CaseDeadline {
  was: string | null;
}

interface Seen {
  caseId: string | null;
  /** By deadline id: the date when the case was opened, and the one before that. */
  dates: ReadonlyMap<string, { date: string; was: string | null }>;
}
const seen = createStore<Seen>({ caseId: null, dates: new Map() });

/** Reads, when a case is opened, what was last seen of its limits. */
export function useSeenDeadlines(): void {
  const { caseId } = useCase();
  useEffect(() => {
    if (!caseId) return;
    call('deadlines.case', { caseId, today: today() })
      .then((rows) =>
        seen.set({
          caseId,
          dates: new Map(rows.map((d) => [d.id, { date: d.date, was: d.was }])),
        }),
      )
      .catch(sayError);
  }, [caseId]);
}

export function useDeadlines(): { all: readonly ShownDeadline[]; nearest: ShownDeadline | null } {
  const { caseId, lastGood, original } = useCase();
  const day = useToday();
  const known = useStore(seen);
  return useMemo(() => {
    const dates = known.caseId === caseId ? known.dates : new Map();
    const now = (lastGood ? deadlinesOf(lastGood, day) : []).map((d) =>
      d.path ? { ...d, path: original(d.path) } : d,
    );
    const all = now.map((d): ShownDeadline => {
      const before = dates.get(d.id);
      if (!before || d.floating) return { ...d, was: null };
      return { ...d, was: before.date === d.date ? before.was : before.date };
    });
    const nearest = nearestDeadline(all);
    return { all, nearest: all.find((d) => d.id === nearest?.id) ?? null };
  }, [lastGood, original, day, known, caseId]);
}

/** Days in words: 还有 12 天 · 今天 · 已过 3 天. */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return '就是今天';
  return daysLeft > 0 ? `还有 ${daysLeft} 天` : `已过 ${-daysLeft} 天`;
}
