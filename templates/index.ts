/** Every paper the app can write, in the order of a case's life. */
import { complaintElements } from './complaint-elements.ts';
import { complaintNarrative } from './complaint-narrative.ts';
import { enforcementPapers } from './enforcement-papers.ts';
import { evidenceList } from './evidence-list.ts';
import { interestSchedule } from './interest-schedule.ts';
import { passages as listedPassages, type Passage, passagesOf } from './parts/passages.ts';
import { serviceAddressForm } from './service-address.ts';
import type { PaperContext, PaperTemplate } from './template.ts';

export { crossCheck, type Discrepancy } from './checks.ts';
export type { Passage } from './parts/passages.ts';
export { copies } from './parts/people.ts';

export const paperTemplates: readonly PaperTemplate[] = [
  complaintElements,
  complaintNarrative,
  evidenceList,
  interestSchedule,
  serviceAddressForm,
  ...enforcementPapers,
];

/** A template by its id. */
export function paperTemplate(id: string): PaperTemplate | undefined {
  return paperTemplates.find((t) => t.id === id);
}

/** Every editable passage of the papers, or of one paper. */
export function passages(x: PaperContext, paperId?: string): Passage[] {
  const drafts = paperTemplates.flatMap((t) => t.drafts ?? []);
  return [
    ...listedPassages(x, paperId),
    ...passagesOf(
      x,
      drafts.filter(([id]) => paperId === undefined || id === paperId),
    ),
  ];
}
