/** The words of the road: sections, steps, states, the next action. */

/** The sections of a case, in the order of life; the window's screens have the same keys. */
export type Section =
  | 'overview'
  | 'parties'
  | 'loans'
  | 'transfers'
  | 'demands'
  | 'settlement'
  | 'evidence'
  | 'claim'
  | 'papers'
  | 'suit'
  | 'enforcement'
  | 'dishonest';

export type StepKey =
  | 'reminder'
  | 'demandLetter'
  | 'negotiation'
  | 'suit'
  | 'judgment'
  | 'enforcement'
  | 'consumption'
  | 'list'
  | 'exitBan'
  | 'media'
  | 'sanction'
  | 'crime';

/** done 已完成 · now 现在 · next 下一步 · missing 没有记录（已走过） · notYet 还没到. */
export type StepState = 'done' | 'now' | 'next' | 'missing' | 'notYet';

export interface Step {
  key: StepKey;
  /** One of the last rungs: taken only where its facts are there, in any order. */
  branch: boolean;
  title: string;
  state: StepState;
  /** Why it has this state, one sentence. */
  reason: string;
  /** Asked for, and the court has not decided yet. */
  applied?: boolean;
  /** The day it was done, if known. */
  date: string | null;
  screen: Section;
  /** What it still lacks, with the field that holds it. */
  missing: { text: string; path?: string }[];
  /** Ids of its papers. */
  papers: readonly string[];
}

/** A record still to be made: opened empty, once, with the cursor in one of its fields. */
export interface NewRecord {
  /** Path of its list: `transfers`, `enforcement.resumptions`. */
  list: string;
  blank: Readonly<Record<string, string | null>>;
  field: string;
  /** What undo says: 新增出借转账. */
  label: string;
}

/** Where a click leads: a paper, a new record, a field, in this order; else the screen. */
export interface Way {
  text: string;
  /** A field to focus, when it is one field. Beside a paper: the date that says it is done. */
  path?: string;
  /** The paper to write, when it is one paper. */
  paper?: string;
  add?: NewRecord;
}

export interface NextAction extends Way {
  screen: Section;
  /** One grey line: why this comes next. */
  why: string;
  /** Other ways on: it is done already and is only to be recorded, or it cannot be done. */
  more?: readonly Way[];
}

export interface Ladder {
  steps: Step[];
  next: NextAction;
}
