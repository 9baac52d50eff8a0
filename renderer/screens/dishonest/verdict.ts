import type { Verdict } from '../../../shared/law/dishonest-list.ts';
import type { SectionState } from '../../components/index.ts';

/** How a verdict looks: always icon and word together. */
export function verdictState(v: Verdict): SectionState {
  return v === 'met' ? 'complete' : v === 'insufficient' ? 'partial' : 'empty';
}
