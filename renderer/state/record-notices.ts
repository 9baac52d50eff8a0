/** What is odd about the recorded dates and sums of suit and enforcement, by field. */
import { useMemo } from 'react';
import { enforcementNotices } from '../../shared/law/enforcement-records.ts';
import { type RecordNotice, seizureNotices } from '../../shared/law/seizures.ts';
import { suitNotices } from '../../shared/law/suit-records.ts';
import { useCase } from './case-store.ts';

/** The notices at one field; none while the case holds a half-typed value. */
export function useRecordNotices(path: string): readonly RecordNotice[] {
  const { lastGood } = useCase();
  return useMemo(
    () =>
      lastGood
        ? [
            ...seizureNotices(lastGood),
            ...suitNotices(lastGood),
            ...enforcementNotices(lastGood),
          ].filter((n) => n.path === path)
        : [],
    [lastGood, path],
  );
}
