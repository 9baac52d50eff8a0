/** Every paper the app can write, in the order of a case's life. */
import { complaintElements } from './complaint-elements.ts';
import { complaintNarrative } from './complaint-narrative.ts';
import { delayInterestSchedule } from './delay-interest-schedule.ts';
import { enforcementElements } from './enforcement-elements.ts';
import { evidenceList } from './evidence-list.ts';
import { interestSchedule } from './interest-schedule.ts';
import { serviceAddressForm } from './service-address.ts';
import type { PaperTemplate } from './template.ts';

export { crossCheck, type Discrepancy } from './checks.ts';
export { type Passage, passages } from './parts/passages.ts';
export { copies } from './parts/people.ts';

export const paperTemplates: readonly PaperTemplate[] = [
  complaintElements,
  complaintNarrative,
  evidenceList,
  interestSchedule,
  serviceAddressForm,
  enforcementElements,
  delayInterestSchedule,
];

/** A template by its id. */
export function paperTemplate(id: string): PaperTemplate | undefined {
  return paperTemplates.find((t) => t.id === id);
}
