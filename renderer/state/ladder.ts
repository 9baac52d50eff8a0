/** Where the case on the screen stands and what comes next. */
import { useMemo } from 'react';
import { filingFee } from '../../shared/claim/filing-fee.ts';
import { type Ladder, ladder } from '../../shared/law/road.ts';
import { useCase } from './case-store.ts';
import { useClaim, useOwed } from './claim.ts';
import { useToday } from './clock.ts';

/** null while there is no case that could be read. */
export function useLadder(): Ladder | null {
  const { lastGood } = useCase();
  const today = useToday();
  const { total } = useOwed();
  const { claim } = useClaim();
  const sum = claim?.total ?? null;
  return useMemo(() => {
    if (!lastGood) return null;
    const fee = sum === null ? null : filingFee(lastGood, sum).fee;
    return ladder(lastGood, today, total, fee);
  }, [lastGood, today, total, sum]);
}
