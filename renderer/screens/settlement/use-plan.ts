/** The plan of the case on the screen; the words why there is none. */
import { useMemo } from 'react';
import { type SettlementPlan, settlementPlan } from '../../../shared/claim/settlement-plan.ts';
import { FieldError } from '../../../shared/law/field-error.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { useSession } from '../../state/session.ts';

export interface PlanState {
  plan: SettlementPlan | null;
  /** Why there is none; empty when there is one. */
  reason: string;
  /** A field is half typed: the plan is of the case before it. */
  stale: boolean;
}

export function usePlan(): PlanState {
  const { lastGood, parsed } = useCase();
  const { settings } = useSession();
  const today = useToday();
  return useMemo(() => {
    const stale = parsed === null;
    if (!lastGood || lastGood.loans.length === 0) {
      return { plan: null, reason: '先在“借款”和“流水”里录入，才算得出欠多少。', stale };
    }
    try {
      const setting = { today, lprEntries: settings?.lprEntries ?? [] };
      return { plan: settlementPlan(lastGood, setting), reason: '', stale };
    } catch (error) {
      if (error instanceof FieldError) return { plan: null, reason: error.message, stale };
      throw error;
    }
  }, [lastGood, parsed, settings, today]);
}
