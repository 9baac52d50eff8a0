/** What is odd about the recorded dates and sums of suit and enforcement, by field. */
import { useMemo } from 'react';
import { enforcementNotices } from '../../shared/law/enforcement-records.ts';
import { type RecordNotice, seizureNotices } from '../../shared/law/seizures.ts';
import { suitNotices } from '../../shared/law/suit-records.ts';
import { useCase } from './case-store.ts';

/** The notices at one field. */
export function useRecordNotices(path: string): readonly RecordNotice[] {
  const { lastGood, original } = useCase();
  return useMemo(
    () =>
      lastGood
        ? [
            ...seizureNotices(lastGood),
            ...suitNotices(lastGood),
            ...enforcementNotices(lastGood),
          ].filter((n) => original(n.path) === path)
        : [],
    [lastGood, original, path],
  );
}
