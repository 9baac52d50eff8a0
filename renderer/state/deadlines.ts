/** The limits of the case on the screen, and the nearest of them. */
import { useMemo } from 'react';
import { type CaseDeadline, deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';
import { useCase } from './case-store.ts';
import { useToday } from './clock.ts';

export function useDeadlines(): { all: readonly CaseDeadline[]; nearest: CaseDeadline | null } {
  const { lastGood } = useCase();
  const today = useToday();
  return useMemo(() => {
    const all = lastGood ? deadlinesOf(lastGood, today) : [];
    return { all, nearest: nearestDeadline(all) };
  }, [lastGood, today]);
}

/** Days in words: 还有 12 天 · 今天 · 已过 3 天. */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return '就是今天';
  return daysLeft > 0 ? `还有 ${daysLeft} 天` : `已过 ${-daysLeft} 天`;
}
