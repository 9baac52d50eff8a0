/** Where the case on the screen stands and what comes next. */
import { useMemo } from 'react';
import { filingFee } from '../../shared/claim/filing-fee.ts';
import { type Ladder, ladder, type Way } from '../../shared/law/road.ts';
import { useCase } from './case-store.ts';
import { useClaim, useOwed } from './claim.ts';
import { useToday } from './clock.ts';

/** null while there is no case that could be read. */
export function useLadder(): Ladder | null {
  const { lastGood, original } = useCase();
  const today = useToday();
  const { total } = useOwed();
  const { claim } = useClaim();
  const sum = claim?.total ?? null;
  return useMemo(() => {
    if (!lastGood) return null;
    const fee = sum === null ? null : filingFee(lastGood, sum).fee;
    const road = ladder(lastGood, today, total, fee);
    const placed = <T extends Way>(way: T): T =>
      way.path ? { ...way, path: original(way.path) } : way;
    const { more } = road.next;
    const next = { ...placed(road.next), ...(more ? { more: more.map(placed) } : {}) };
    return { ...road, next };
  }, [lastGood, original, today, total, sum]);
}
