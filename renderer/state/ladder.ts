/** Where the case on the screen stands: the rungs and the one next step; null while it cannot be read. */
import { useMemo } from 'react';
import { type Ladder, ladder } from '../../shared/law/road.ts';
import { useCase } from './case-store.ts';
import { useOwed } from './claim.ts';
import { useToday } from './clock.ts';

export function useLadder(): Ladder | null {
  const { lastGood } = useCase();
  const today = useToday();
  const { total } = useOwed();
  return useMemo(
    () => (lastGood ? ladder(lastGood, today, total) : null),
    [lastGood, today, total],
  );
}
