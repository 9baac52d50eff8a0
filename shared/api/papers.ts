/** papers.* and packs.*: what the window may ask about papers, and what it gets. Part of the contract in shared/api.ts. */
import { z } from 'zod';
import { date, id } from '../case/fields.ts';
import type { Problem } from '../case/parse.ts';
import { type PackDestination, packDestinations } from '../packs.ts';

const paperId = z.string().regex(/^[a-z0-9-]{1,64}$/);

export const paperCalls = {
  'papers.list': z.strictObject({ caseId: id, today: date }),
  'papers.preview': z.strictObject({ caseId: id, paperId, today: date }),
  /** Writes papers into a folder the user picks; `paperIds` empty = every paper that fits. */
  'papers.export': z.strictObject({
    caseId: id,
    paperIds: z.array(paperId).max(100),
    formats: z.array(z.enum(['docx', 'pdf'])).min(1),
    today: date,
  }),
  'packs.list': z.strictObject({ caseId: id, today: date }),
  /** Writes one pack into a new folder inside the one the user picks. */
  'packs.export': z.strictObject({
    caseId: id,
    destination: z.enum(packDestinations),
    formats: z.array(z.enum(['docx', 'pdf'])).min(1),
    today: date,
  }),
  /** Opens one pack as a single PDF in the system's viewer, to print it in one go. */
  'packs.print': z.strictObject({
    caseId: id,
    destination: z.enum(packDestinations),
    today: date,
  }),
} as const;

export interface PaperSummary {
  id: string;
  title: string;
  stage: 'demand' | 'settlement' | 'filing' | 'trial' | 'enforcement' | 'dishonest';
  fits: boolean;
  why: string;
  /** Does not fit yet, and will once its own questions are answered. */
  asks: boolean;
  missing: { path: string; message: string; level: 'blocking' | 'warning' }[];
  /** The paper's own questions; answered in `case.choices[id][key]`. */
  choices: PaperChoice[];
  /** Passages the user may word himself; kept in `case.prose` under `key`. */
  passages?: PassageSummary[];
}

/** One line of a pack: a paper the app makes, or a material the user adds. */
export interface PackItemSummary {
  /** Slot as the portal counts it. */
  slot: number;
  slotTitle: string;
  name: string;
  /** null: to be added by hand. */
  paperId: string | null;
  fileName: string;
  copies: number;
  original: boolean;
  /** Places that wait for a signature or a seal. */
  signatures: string[];
  state: 'ready' | 'blocked' | 'unfit' | 'hand';
  note: string;
  missing: PaperSummary['missing'];
  /** The evidence itself: made as a book where its files are at hand. */
  evidence?: true;
}

/** A filing pack: everything one destination wants. */
export interface PackSummary {
  destination: PackDestination;
  name: string;
  title: string;
  /** Where the order of the slots comes from. */
  basis: string;
  fits: boolean;
  why: string;
  receiver: string;
  items: PackItemSummary[];
  missing: PaperSummary['missing'];
  settings: {
    sizeLimit: number;
    formats: string[];
    extraCopies: number;
    source: string;
    checkedOn: string | null;
  };
  /** Answered in `case.choices['pack-' + destination]`. */
  choices: PaperChoice[];
}

/** One question of a paper (see templates/template.ts `Choice`). */
export interface PaperChoice {
  key: string;
  label: string;
  hint?: string;
  kind: 'text' | 'paragraph' | 'date' | 'money' | 'flag' | 'select' | 'multi' | 'list';
  options?: readonly { value: string; label: string }[];
  /** What an untouched choice means. */
  default: string | boolean | readonly string[];
}

/** One editable passage: what the data say now, and what will be printed. */
export interface PassageSummary {
  key: string;
  title: string;
  draft: string;
  /** The draft as it was at the last edit; '' without an edit. */
  basis: string;
  text: string;
  edited: boolean;
  /** Edited, and the draft it was edited from has changed since. */
  stale: boolean;
}

/** Results by call. */
export interface PaperResults {
  'papers.list': { papers: PaperSummary[]; problems: Problem[] };
  'papers.preview': { pdf: Uint8Array; pages: number };
  'papers.export': { folder: string; files: string[]; refused: PaperSummary[] } | null;
  'packs.list': { packs: PackSummary[]; problems: Problem[] };
  'packs.export': {
    folder: string;
    files: string[];
    refused: PackItemSummary[];
    byHand: PackItemSummary[];
    oversize: string[];
    /** What the user should know of the evidence book, or why there is none. */
    notes: string[];
  } | null;
  'packs.print': { pages: number };
}
