/** What could stand in the list's other columns for one piece of evidence. */
import type { EvidenceFile } from '../../../shared/api.ts';
import type { Case, CaseDocument } from '../../../shared/case/case.ts';
import { proposedCarrier, proposedForm, proposedSource } from '../../../shared/proof/propose.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

export interface Proposals {
  /** null = nothing to offer. */
  form: NonNullable<Item['form']> | null;
  source: string;
  carrier: string;
}

/** @param c the case as last read; null = nothing can be said */
export function proposals(c: Case | null, item: Item, files: readonly EvidenceFile[]): Proposals {
  const parsed = c?.evidence.find((e) => e.id === item.id);
  if (!c || !parsed) return { form: null, source: '', carrier: '' };
  const mine = files.filter((f) => item.fileIds?.includes(f.fileId));
  return {
    form: item.form === undefined ? proposedForm(parsed.group, mine) : null,
    source: proposedSource(c, parsed),
    carrier: proposedCarrier(parsed, mine),
  };
}
