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
  /** What will be printed. */
  text: string;
  edited: boolean;
  /** Edited, and the draft it was edited from has changed since. */
  stale: boolean;
}

type Draft = [paperId: string, name: string, title: string, draft: (x: PaperContext) => string];

const DRAFTS: Draft[] = [
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

/** Every passage of the papers, or of one paper. */
export function passages(x: PaperContext, paperId?: string): Passage[] {
  return DRAFTS.filter(([id]) => paperId === undefined || id === paperId).map(
    ([id, name, title, make]) => {
      const key = `${id}.${name}`;
      const draft = make(x);
      const own = editedProse(x.case, key);
      return {
        key,
        paperId: id,
        title,
        draft,
        text: own?.text ?? draft,
        edited: own !== undefined,
        stale: own !== undefined && own.basis !== '' && own.basis !== draft,
      };
    },
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
