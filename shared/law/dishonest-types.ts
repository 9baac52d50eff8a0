import type { ElementKind, Ground, Measure } from './dishonest-grounds.ts';

/** 成立 · 材料不足 · 不成立: what the records show, never a forecast of the court's decision. */
export type Verdict = 'met' | 'insufficient' | 'notMet';

export const VERDICT_TEXT: Record<Verdict, string> = {
  met: '成立',
  insufficient: '材料不足',
  notMet: '不成立',
};

/** Something to add. `path` is the field of the case file; `add` asks for a new conduct fact. */
export interface Missing {
  text: string;
  path: string;
  add?: { key: Ground | Measure; element: string };
}

/** One sentence with the article it rests on. */
export interface Reason {
  text: string;
  /** Id of the element it speaks of. */
  element?: string;
  article?: string;
}

/** A general precondition or an exclusion, answered from the records. `unknown`: not answered. */
export interface Check {
  id: string;
  label: string;
  state: 'yes' | 'no' | 'unknown';
  text: string;
  /** The field that answers it. */
  path: string;
  article?: string;
}

/** A recorded fact as the assessment uses it. */
export interface FactView {
  /** Record id and dotted path: a conduct fact, a property clue, a demand, or a field. */
  id: string;
  path: string;
  /** Kind of element it shows. */
  kind: string;
  /** Article that names the act, where the criterion does. */
  article?: string;
  date: string | null;
  text: string;
  /** Ids of the evidence items that prove it. */
  evidenceIds: string[];
  /** The court's own file proves it; no exhibit needed. */
  onCourtFile: boolean;
  /** Where the court's file proves it: the document to ask the court for. */
  askFor?: string;
  /** It does not count, and why (too early, undated…); empty when it counts. */
  discounted: string;
  /** Its day alone rules it out, whatever is added: it came before what it has to follow. */
  ruledOut?: true;
}

export interface ElementView {
  id: string;
  label: string;
  ask: string;
  proof: string;
  kinds: ElementKind[];
  state: 'proved' | 'recorded' | 'missing';
  facts: FactView[];
  /** On record only; the verdict does not need it. */
  optional: boolean;
  /** Without any fact of it there is nothing to apply for. */
  core: boolean;
}

/** A ground or a measure set against the records. */
export interface CriterionView {
  key: Ground | Measure;
  title: string;
  short: string;
  article: string;
  verdict: Verdict;
  /** Something is on record of what decides it, for or against; false: nobody has entered anything yet. */
  begun: boolean;
  reasons: Reason[];
  elements: ElementView[];
  /** Facts that speak against listing; `answered` when a later proven fact meets them. */
  contrary: (FactView & { answered: boolean })[];
  missing: Missing[];
  /** Documents worth asking the court for, where only its file proves an element so far. */
  askFor: string[];
  /** How long it lasts, or how much it may be; with its last day once it was ordered. */
  term: Reason & { until?: string };
  /** Ids of the papers to apply with. */
  papers: readonly string[];
}

export interface GroundView extends CriterionView {
  ground: Ground;
}

/** A measure beside the list: exit ban, publication, fine and detention, prosecution. */
export interface MeasureView extends CriterionView {
  measure: Measure;
  /** What has to be known before applying; one or two sentences. */
  notes: Reason[];
  /** The day the court or the police acted, as recorded. */
  orderedOn: string | null;
}

export interface Assessment {
  /** The person assessed; null when the case has no debtor yet. */
  partyId: string | null;
  name: string;
  preconditions: Check[];
  /** Arts. 3 and 4. */
  exclusions: Check[];
  grounds: GroundView[];
  measures: MeasureView[];
  /** Grounds whose verdict is 成立. */
  met: Ground[];
  /** True when at least one ground stands and every precondition is answered yes. */
  ready: boolean;
  /** What has to come before anything here is asked: the suit, the judgment; null once there is an instrument. */
  first: { title: string; text: string; action: string; path: string } | null;
  /** Missing for any application: preconditions and exclusions. */
  missing: Missing[];
  warnings: (Reason & { code: string })[];
  consumption: ConsumptionView;
}

/** Readiness of an application for a consumption restriction (限消规定 arts. 1, 3, 4). */
export interface ConsumptionView {
  verdict: Verdict;
  /** The order is out already. */
  issued: boolean;
  /** Listed debtors must be restricted; others may be. */
  must: boolean;
  reasons: Reason[];
  missing: Missing[];
  /** 材料不足 in one sentence, for the screen and the paper alike; empty when nothing is missing. */
  gap: string;
  /** What is forbidden once the order is issued. */
  heads: readonly string[];
  /** Everybody the restriction covers: the debtor, and for an organisation its people (art. 3). */
  people: { who: string; role: string; path: string }[];
  /** Said for an organisation. */
  peopleNote?: Reason;
  papers: readonly string[];
}
