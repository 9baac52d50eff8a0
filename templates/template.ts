/** What a paper's template is, and what it is given. One file a paper implements it; index.ts lists them. */
import type { Case } from '../shared/case/case.ts';
import type { Claim } from '../shared/claim/types.ts';
import type { LprEntry } from '../shared/law/lpr.ts';
import type { Paper } from './paper.ts';
import type { PassageDraft } from './parts/passages.ts';

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
  /** It would fit once its own questions are answered: they are asked although it does not fit yet. */
  asks?: boolean;
}

export interface PaperContext {
  case: Case;
  claim: Claim;
  /** The day of drafting, YYYY-MM-DD; the papers have no clock. */
  today: string;
  /** The user's own LPR entries, for figures of another day than the claim's. */
  lprEntries?: readonly LprEntry[];
}

/** One question a paper asks besides the case's own records; answered in `case.choices[paperId][key]`. */
export interface Choice {
  key: string;
  label: string;
  /** One grey line: why it is asked, what happens when it is left empty. */
  hint?: string;
  /** `list`: several lines of text, one an entry. */
  kind: 'text' | 'paragraph' | 'date' | 'money' | 'flag' | 'select' | 'multi' | 'list';
  /** For `select` and `multi`. */
  options?: readonly { value: string; label: string }[];
  /** What an untouched choice means: text for most kinds, true/false for `flag`, a list for `multi`/`list`. */
  default: string | boolean | readonly string[];
}

/** Where on the road a paper belongs; the window groups by it. */
export type PaperStage = 'demand' | 'settlement' | 'filing' | 'trial' | 'enforcement' | 'dishonest';

export interface PaperTemplate {
  id: string;
  title: string;
  /** Row of the forms index it implements, e.g. `01`. */
  form: string;
  stage: PaperStage;
  choices?: readonly Choice[];
  /** Passages the user may put in other words, beyond those listed in parts/passages.ts. */
  drafts?: readonly PassageDraft[];
  fits(context: PaperContext): Fit;
  /** Blocking and warning checks of form 10 F that touch this paper. */
  missing(context: PaperContext): Missing[];
  build(context: PaperContext): Paper;
}
