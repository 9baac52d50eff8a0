/** The facts of a criterion's elements, for and against, each with what it can show. */
import type { ConductFact } from '../case/conduct.ts';
import {
  daysOf,
  discount,
  evidenceOf,
  isSubject,
  SANCTIONS,
  tooEarly,
  type Viewpoint,
} from './dishonest-anchors.ts';
import type { Anchor, CriterionSpec, ElementKind, ElementSpec } from './dishonest-grounds.ts';
import { KNOWN_KINDS } from './dishonest-measures.ts';
import { SOURCES } from './dishonest-sources.ts';
import type { ElementView, FactView } from './dishonest-types.ts';

export { evidenceOf } from './dishonest-anchors.ts';

/** 拒执罪解释 3（四）: refusing after a fine or detention; before one the act alone is not enough. */
function unsanctioned(v: Viewpoint, kind: ElementKind, date: string | null): string {
  if (!kind.sanctionFirst || date === null) return '';
  return daysOf(v.c, SANCTIONS, v.partyId).some((d) => d >= date && d <= v.today)
    ? ''
    : '要在因此被罚款、拘留以后仍不执行，才可能构成；请先申请罚款、拘留。';
}

/** The article that names the act, by its day. */
function named({ c }: Viewpoint, kind: ElementKind | undefined, date: string | null) {
  const effect = c.judgment?.effectiveOn ?? null;
  const early = kind?.early && date !== null && effect !== null && date < effect;
  const article = early ? kind.early : kind?.article;
  return article ? { article } : {};
}

function conductView(v: Viewpoint, f: ConductFact, kind?: ElementKind, anchor?: Anchor): FactView {
  const { c } = v;
  const after = kind?.after ?? anchor ?? 'none';
  const dated = discount(v, f.date, after);
  return {
    id: f.id,
    path: `conduct.${c.conduct.indexOf(f)}`,
    kind: f.element,
    date: f.date,
    text: f.description,
    evidenceIds: evidenceOf(c, f.id, f.evidenceIds),
    onCourtFile: false,
    ...named(v, kind, f.date),
    discounted:
      f.description.trim() === ''
        ? '还没有写明经过。'
        : dated || (kind ? unsanctioned(v, kind, f.date) : ''),
    ...(f.description.trim() !== '' && tooEarly(v, f.date, after) ? { ruledOut: true } : {}),
  };
}

/** All the facts on record that show one element. */
function factsOf(v: Viewpoint, element: ElementSpec): FactView[] {
  const conduct = v.c.conduct.flatMap((f) => {
    const kind = element.kinds.find((k) => k.id === f.element);
    return kind && !f.contrary && isSubject(v.c, f.partyId, v.partyId)
      ? [conductView(v, f, kind, element.after)]
      : [];
  });
  if (!element.also) return conduct;
  const ids = element.kinds.map((k) => k.id);
  // What the records say apart from conduct facts meets the same conditions of its kind.
  const recorded = SOURCES[element.also](v, ids).map((f) => {
    const kind = element.kinds.find((k) => k.id === f.kind);
    const article = named(v, kind, f.date);
    const held = kind && f.discounted === '' ? unsanctioned(v, kind, f.date) : f.discounted;
    return { ...f, ...article, discounted: held };
  });
  return [...conduct, ...recorded];
}

/** Nothing speaks against using it. */
export const counts = (f: FactView) => f.discounted === '';
/** It counts, and an exhibit or the court's own file proves it. */
export const proved = (f: FactView) => counts(f) && (f.onCourtFile || f.evidenceIds.length > 0);

/** Results that go with the acts on record; null when the criterion asks for no particular one. */
function resultsOf(spec: CriterionSpec, acts: readonly FactView[]): Set<string> | null {
  const kinds = spec.elements.flatMap((e) => e.kinds).filter((k) => k.result !== undefined);
  if (kinds.length === 0) return null;
  const wanted = acts.filter(counts).map((f) => kinds.find((k) => k.id === f.kind)?.result ?? '');
  return new Set(wanted);
}

/** A result counts only with an act that it follows from. */
function matched(facts: FactView[], kinds: readonly ElementKind[], wanted: Set<string> | null) {
  const isResult = kinds.some((k) => wanted !== null && RESULT_KINDS.includes(k.id));
  if (!isResult || wanted === null || wanted.size === 0) return facts;
  return facts.map((f) =>
    counts(f) && !wanted.has(f.kind)
      ? { ...f, discounted: '与已经记录的行为对不上，不能说明那件行为的后果。' }
      : f,
  );
}

const RESULT_KINDS = ['unenforceable', 'stillRefuses', 'obstruction'];

/** The elements of a criterion, each with its facts and its state. */
export function elementViews(v: Viewpoint, spec: CriterionSpec): ElementView[] {
  const found = spec.elements.map((e) => factsOf(v, e));
  const wanted = resultsOf(spec, found.flat());
  return spec.elements.map((e, i) => {
    const facts = matched(found[i] ?? [], e.kinds, wanted);
    const state = facts.some(proved) ? 'proved' : facts.some(counts) ? 'recorded' : 'missing';
    const { id, label, ask, proof, kinds, optional = false, core = false } = e;
    return { id, label, ask, proof, kinds, state, facts, optional, core };
  });
}

/** Whether a fact is about that element; one not sorted yet is about every one. */
export const speaksTo = (f: FactView, e: Pick<ElementView, 'kinds'>): boolean =>
  f.kind === '' || e.kinds.some((k) => k.id === f.kind);

/** Whether a conduct fact was entered under this criterion. */
const under = (f: ConductFact, spec: CriterionSpec) =>
  f.ground === spec.key || f.measure === spec.key;

/** The report as noted in enforcement, where it was made in full and in time: it speaks against ground 4. */
function reportKept({ c, partyId }: Viewpoint, spec: CriterionSpec): FactView[] {
  const r = c.enforcement?.report;
  if (spec.key !== 4 || r?.result !== 'complete' || !isSubject(c, null, partyId)) return [];
  return [
    {
      id: 'report',
      path: 'enforcement.report.result',
      kind: 'noReport',
      date: r.reportedOn,
      text: '被执行人已经如实按时报告财产',
      evidenceIds: [],
      onCourtFile: true,
      discounted: '',
    },
  ];
}

/** Facts against the criterion, and whether a later proven fact answers them. */
export function contraryFacts(
  v: Viewpoint,
  spec: CriterionSpec,
  elements: readonly ElementView[],
): (FactView & { answered: boolean })[] {
  const { c } = v;
  const known = spec.elements.flatMap((e) => e.kinds.map((k) => k.id));
  const entered = c.conduct
    .filter((f) => f.contrary && isSubject(c, f.partyId, v.partyId))
    .filter((f) => known.includes(f.element) || (f.element === '' && under(f, spec)))
    .map((f) => conductView(v, f));
  return [...entered, ...reportKept(v, spec)].map((f) => {
    const answered = elements
      .filter((e) => speaksTo(f, e))
      .some((e) =>
        e.facts.some((g) => proved(g) && f.date !== null && g.date !== null && g.date > f.date),
      );
    return { ...f, answered };
  });
}

/** Facts entered under a criterion without a known element: shown, but they prove nothing yet. */
export function unsorted(v: Viewpoint, spec: CriterionSpec): string[] {
  const kinds = spec.elements.flatMap((e) => e.kinds.map((k) => k.id));
  return v.c.conduct.flatMap((f, i) =>
    under(f, spec) &&
    !f.contrary &&
    (f.element === '' || !KNOWN_KINDS.has(f.element)) &&
    !kinds.includes(f.element) &&
    isSubject(v.c, f.partyId, v.partyId)
      ? [`conduct.${i}.element`]
      : [],
  );
}
