/**
 * Letters and messages to a debtor: what must not be in them (forms 08a, 08c). The wordings are those of the
 * conduct guard; in a paper that the app prints they stop it, for the lender would be answering for them.
 */
import { wordFindings } from '../../shared/law/conduct-words.ts';
import type { Missing } from '../template.ts';
import { blocking } from './common.ts';

/** Texts the user wrote or changed, by their paths. Such letters go out before a suit. */
export function unlawfulWording(texts: readonly [path: string, text: string][]): Missing[] {
  const facts = { filed: false, effective: false, lawyer: false };
  return texts.flatMap(([path, text]) =>
    wordFindings(text, facts).map((f) =>
      blocking(path, `“${f.found?.words ?? ''}”请删去：${f.proposal}`),
    ),
  );
}
