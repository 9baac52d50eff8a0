/** The facts of the case on the screen and their proof, as far as the case can be read. */
import { useMemo } from 'react';
import { type Fact, factsOf, openFacts } from '../../shared/proof/facts.ts';
import { useCase } from './case-store.ts';
import { useToday } from './clock.ts';

export function useFacts(): { facts: readonly Fact[]; open: readonly Fact[] } {
  const { lastGood, original } = useCase();
  const today = useToday();
  return useMemo(() => {
    const facts = (lastGood ? factsOf(lastGood, today) : []).map((f) => ({
      ...f,
      path: original(f.path),
    }));
    // Before a loan is entered there is no complaint whose facts could lack anything.
    return { facts, open: lastGood?.loans.length ? openFacts(facts) : [] };
  }, [lastGood, original, today]);
}
