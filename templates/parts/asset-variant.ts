/** The seven applications about the obligor's property differ in title, request and reasons only (form 06c). */
import { type CplSubject, cplNumber } from '../../shared/law/statutes.ts';
import type { Choice, Fit, Missing, PaperContext, PaperTemplate } from '../template.ts';
import {
  type EnforcementSpec,
  enforcementApplication,
  fitsDuringEnforcement,
  openingFacts,
} from './enforcement-application.ts';
import { citeTogether, type Ref } from './statute-text.ts';

/** 依照…的规定，特提出申请。 Subjects stand for articles of the Civil Procedure Law. */
export const under = (...refs: (Ref | CplSubject)[]): string => {
  const all = refs.map(
    (ref): Ref => (typeof ref === 'string' ? { statute: 'cpl', article: cplNumber(ref) } : ref),
  );
  return `依照${citeTogether(all)}的规定，特提出申请。`;
};

export type Variant = Pick<EnforcementSpec, 'id' | 'title' | 'order' | 'requests'> & {
  name?: string;
  choices?: readonly Choice[];
  required?: readonly string[];
  /** Facts after the common opening. */
  facts(x: PaperContext): string[];
  attachments?(x: PaperContext): string[];
  missing?(x: PaperContext): Missing[];
  /** Why it does not suit the case; null: it does. */
  unfit?(x: PaperContext): string | null;
};

/** One of the applications of form 06c. */
export function assetVariant(v: Variant): PaperTemplate {
  const { facts, unfit, ...rest } = v;
  return enforcementApplication({
    ...rest,
    form: '06c',
    facts: (x) => [openingFacts(x), ...facts(x)].join('\n'),
    fits: (x): Fit => {
      const why = unfit?.(x) ?? null;
      return why === null ? fitsDuringEnforcement(x) : { fits: false, why };
    },
  });
}
