/** What a paper's template is, and what it is given. One file a paper implements it; index.ts lists them. */
import type { Case } from '../shared/case/case.ts';
import type { Claim } from '../shared/claim/types.ts';
import type { Paper } from './paper.ts';

/** A field that has to be filled or put right before this paper can be printed. */
export interface Missing {
  /** Dotted path in the case document, e.g. `parties.0.idNumber`. */
  path: string;
  message: string;
  /** blocking stops the export; a warning is shown and does not. */
  level: 'blocking' | 'warning';
}

/** Does this paper suit the case now, and why. */
export interface Fit {
  fits: boolean;
  why: string;
}

export interface PaperContext {
  case: Case;
  claim: Claim;
  /** The day of drafting, YYYY-MM-DD; the papers have no clock. */
  today: string;
}

export interface PaperTemplate {
  id: string;
  title: string;
  /** Row of the forms index it implements, e.g. `01`. */
  form: string;
  stage: 'demand' | 'filing' | 'trial' | 'enforcement';
  fits(context: PaperContext): Fit;
  /** Blocking and warning checks of forms/10 F that touch this paper. */
  missing(context: PaperContext): Missing[];
  build(context: PaperContext): Paper;
}
