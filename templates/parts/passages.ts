/** Editable passages: drafted from the data, replaced by the user's own words when there are any. */
import type { Case } from '../../shared/case/case.ts';
import type { PaperContext } from '../template.ts';
import { claimItems, numbered } from './claims-text.ts';
import { enforcementNarrative } from './enforcement-text.ts';
import { events, reasons } from './facts-text.ts';

/** A passage as the window shows it. */
export interface Passage {
  /** Key in `case.prose`, e.g. `complaint-elements.facts`. */
  key: string;
  paperId: string;
  title: string;
  /** What the data say now. */
  draft: string;
  /** What the data said when the user last edited; '' without an edit. */
  basis: string;
  /** What will be printed. */
  text: string;
  edited: boolean;
  /** Edited, and the draft it was edited from has changed since. */
  stale: boolean;
}

/** A passage a paper drafts: its place in the paper, and how it is drafted from the data. */
export type PassageDraft = [
  paperId: string,
  name: string,
  title: string,
  draft: (x: PaperContext) => string,
];

const DRAFTS: readonly PassageDraft[] = [
  [
    'complaint-elements',
    'claims',
    '诉讼请求',
    (x) => numbered(claimItems(x.case, x.claim, ''), ' '),
  ],
  ['complaint-elements', 'facts', '事实与理由', (x) => events(x.case, x.claim)],
  [
    'complaint-narrative',
    'claims',
    '诉讼请求',
    (x) => numbered(claimItems(x.case, x.claim, '原告'), ''),
  ],
  [
    'complaint-narrative',
    'facts',
    '事实和理由',
    (x) => `${events(x.case, x.claim)}\n${reasons(x.case, x.claim)}`,
  ],
  ['enforcement-elements', 'claims', '申请执行的请求、事实与理由', (x) => enforcementNarrative(x)],
];

/** Passages with the user's own words in place of the drafts where there are any. */
export function passagesOf(x: PaperContext, drafts: readonly PassageDraft[]): Passage[] {
  return drafts.map(([paperId, name, title, make]) => {
    const key = `${paperId}.${name}`;
    const draft = make(x);
    const own = editedProse(x.case, key);
    return {
      key,
      paperId,
      title,
      draft,
      basis: own?.basis ?? '',
      text: own?.text ?? draft,
      edited: own !== undefined,
      stale: own !== undefined && own.basis !== '' && own.basis !== draft,
    };
  });
}

/** The passages of the complaints and the element form for enforcement, or of one of these papers. */
export function passages(x: PaperContext, paperId?: string): Passage[] {
  return passagesOf(
    x,
    DRAFTS.filter(([id]) => paperId === undefined || id === paperId),
  );
}

function editedProse(c: Case, key: string): { text: string; basis: string } | undefined {
  return c.prose.find((p) => p.key === key && p.text.trim() !== '');
}

/** The text to print for one passage. @throws Error for a key that no paper has. */
export function passageText(x: PaperContext, key: string): string {
  const found = passages(x, key.split('.')[0]).find((p) => p.key === key);
  if (!found) throw new Error(`no passage ${key}`);
  return found.text;
}

/** Where an edited passage stands in the case document, for the preview's link. */
export function passageField(c: Case, key: string): string {
  const i = c.prose.findIndex((p) => p.key === key);
  return i < 0 ? `prose.${key}` : `prose.${i}.text`;
}
