/** Every paper the app can write, in the order of a case's life. */
import { complaintElements } from './complaint-elements.ts';
import { complaintNarrative } from './complaint-narrative.ts';
import type { PaperTemplate } from './template.ts';

export { type Passage, passages } from './parts/passages.ts';
export { copies } from './parts/people.ts';

export const paperTemplates: readonly PaperTemplate[] = [complaintElements, complaintNarrative];

/** A template by its id. */
export function paperTemplate(id: string): PaperTemplate | undefined {
  return paperTemplates.find((t) => t.id === id);
}
