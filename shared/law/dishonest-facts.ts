import type { Case } from '../case/case.ts';
import type { ConductFact } from '../case/conduct.ts';
import { printDate } from '../text/chinese-date.ts';
import type { Anchor, ElementSpec, GroundSpec } from './dishonest-grounds.ts';
import type { ElementView, FactView } from './dishonest-types.ts';

const ANCHOR_TEXT: Record<Anchor, string> = {
  effect: '法律文书生效',
  suit: '起诉',
  enforcement: '申请执行',
  reportOrder: '报告财产令送达',
  consumptionOrder: '限制消费令发出',
  none: '',
};

/** The day a fact has to follow; null when that day is not on record. */
export function anchorDate(c: Case, anchor: Anchor): string | null {
  if (anchor === 'effect') return c.judgment?.effectiveOn ?? null;
  if (anchor === 'suit') return c.suit.filedOn ?? c.judgment?.decidedOn ?? null;
  if (anchor === 'enforcement') return c.enforcement?.appliedOn ?? null;
  if (anchor === 'reportOrder') return c.enforcement?.reportOrderServedOn ?? null;
  if (anchor === 'consumptionOrder') return c.enforcement?.consumptionOrderOn ?? null;
  return null;
}

/** Evidence of a record, from either side: its own list, or items that name it in `proves`. */
export function evidenceOf(c: Case, id: string, own: readonly string[]): string[] {
  return c.evidence.filter((e) => own.includes(e.id) || e.proves.includes(id)).map((e) => e.id);
}

/** Why a fact of that date can't show an element; empty when it can. */
function discount(c: Case, date: string | null, anchor: Anchor, today: string): string {
  if (anchor === 'none') return '';
  if (date === null) return '没有日期，不能判断先后，请补上日期。';
  if (date > today) return `日期${printDate(date)}还没有到，请核对。`;
  const start = anchorDate(c, anchor);
  if (start === null || date > start) return '';
  // The order itself reaches the debtor during that day: spending on it proves no breach yet.
  if (date === start && anchor !== 'consumptionOrder') return '';
  const late = `发生在${ANCHOR_TEXT[anchor]}（${printDate(start)}）之前，只能作背景。`;
  return anchor === 'suit' ? `${late}可以另问律师能否请求撤销该处分。` : late;
}

function conductView(c: Case, f: ConductFact, anchor: Anchor, today: string): FactView {
  return {
    id: f.id,
    path: `conduct.${c.conduct.indexOf(f)}`,
    date: f.date,
    text: f.description,
    evidenceIds: evidenceOf(c, f.id, f.evidenceIds),
    onCourtFile: false,
    discounted:
      f.description.trim() === '' ? '还没有写明经过。' : discount(c, f.date, anchor, today),
  };
}

const isSubject = (c: Case, id: string | null, partyId: string | null) =>
  id === partyId || (id === null && c.parties.find((p) => p.role === 'borrower')?.id === partyId);

/** Property clues show ability as far as the thing is there after effect; worth is for the court. */
function clueFacts(c: Case, partyId: string | null, today: string): FactView[] {
  return c.propertyClues.flatMap((p, i) => {
    if (!isSubject(c, p.partyId, partyId) || p.description.trim() === '') return [];
    const onCourtFile = p.seizedOn !== null && p.seizedOn <= today;
    return [
      {
        id: p.id,
        path: `propertyClues.${i}`,
        date: p.seizedOn,
        text: `财产线索：${p.description}${onCourtFile && p.seizedOn ? `（${printDate(p.seizedOn)}查封）` : ''}`,
        evidenceIds: evidenceOf(c, p.id, p.evidenceIds),
        // A seizure is an act of the enforcing court: its own file proves the property.
        onCourtFile,
        discounted: '',
      },
    ];
  });
}

/** Refusals on record among the demands made after effect. */
function refusals(c: Case, partyId: string | null, today: string): FactView[] {
  return c.demands.flatMap((d, i) =>
    d.outcome === 'refusal' && isSubject(c, d.toPartyId, partyId)
      ? [
          {
            id: d.id,
            path: `demands.${i}`,
            date: d.date,
            text: `催收时明确拒绝${d.answer ? `：${d.answer}` : ''}`,
            evidenceIds: evidenceOf(c, d.id, d.evidenceIds),
            onCourtFile: false,
            discounted: discount(c, d.date, 'effect', today),
          },
        ]
      : [],
  );
}

function breachField(c: Case, today: string): FactView[] {
  const s = c.enforcement?.settlement;
  if (!s?.breachedOn) return [];
  return [
    {
      id: 'settlement',
      path: 'enforcement.settlement.breachedOn',
      date: s.breachedOn,
      text: `自${printDate(s.breachedOn)}起没有按和解协议履行`,
      evidenceIds: [],
      onCourtFile: false,
      discounted: s.breachedOn > today ? '日期还没有到，请核对。' : '',
    },
  ];
}

/** All the facts on record that show one element. */
function factsOf(
  c: Case,
  spec: GroundSpec,
  element: ElementSpec,
  partyId: string | null,
  today: string,
): FactView[] {
  const kinds = element.kinds.map((k) => k.id);
  const conduct = c.conduct
    .filter((f) => f.ground === spec.ground && !f.contrary && kinds.includes(f.element))
    .filter((f) => isSubject(c, f.partyId, partyId))
    .map((f) => conductView(c, f, element.after, today));
  if (spec.ground === 1 && element.id === 'ability')
    return [...conduct, ...clueFacts(c, partyId, today)];
  if (spec.ground === 1 && element.id === 'refusal')
    return [...conduct, ...refusals(c, partyId, today)];
  if (spec.ground === 6 && element.id === 'breach') return [...conduct, ...breachField(c, today)];
  return conduct;
}

const counts = (f: FactView) => f.discounted === '';
const proved = (f: FactView) => counts(f) && (f.onCourtFile || f.evidenceIds.length > 0);

/** One element with its facts and its state. */
export function elementView(
  c: Case,
  spec: GroundSpec,
  element: ElementSpec,
  partyId: string | null,
  today: string,
): ElementView {
  const facts = factsOf(c, spec, element, partyId, today);
  const state = facts.some(proved) ? 'proved' : facts.some(counts) ? 'recorded' : 'missing';
  const { id, label, ask, proof, kinds } = element;
  return { id, label, ask, proof, kinds, state, facts };
}

/** Facts against listing on this ground, and whether a later proven fact answers them. */
export function contraryFacts(
  c: Case,
  spec: GroundSpec,
  elements: ElementView[],
  partyId: string | null,
  today: string,
): (FactView & { answered: boolean })[] {
  return c.conduct
    .filter((f) => f.ground === spec.ground && f.contrary && isSubject(c, f.partyId, partyId))
    .map((f) => {
      const view = conductView(c, f, 'none', today);
      const against = elements.filter(
        (e) => f.element === '' || e.kinds.some((k) => k.id === f.element),
      );
      const answered = against.some((e) =>
        e.facts.some((g) => proved(g) && f.date !== null && g.date !== null && g.date > f.date),
      );
      return { ...view, answered };
    });
}

/** Conduct facts of a ground without a known element: shown, but they prove nothing yet. */
export function unsorted(c: Case, spec: GroundSpec, partyId: string | null): string[] {
  const kinds = spec.elements.flatMap((e) => e.kinds.map((k) => k.id));
  return c.conduct.flatMap((f, i) =>
    f.ground === spec.ground &&
    !f.contrary &&
    !kinds.includes(f.element) &&
    isSubject(c, f.partyId, partyId)
      ? [`conduct.${i}.element`]
      : [],
  );
}
