import { enforcementBegun } from '../case/account.ts';
import type { Case, CaseDocument } from '../case/case.ts';
import type { Problem } from '../case/parse.ts';
import { particularsWhole } from '../case/particulars.ts';
import { factsOf, openFacts } from '../proof/facts.ts';
import { assess } from './dishonest-list.ts';
import type { Section } from './road-types.ts';
import { trackSettlement } from './settlement-track.ts';
import { suitStands } from './suit-records.ts';

/** empty 空 · partial 未完 · complete 已齐 · attention 需注意. */
export type SectionProgress = 'empty' | 'partial' | 'complete' | 'attention';

const PATHS: Record<Section, readonly string[]> = {
  overview: [],
  parties: ['parties', 'agents'],
  loans: ['loans'],
  transfers: ['transfers'],
  demands: ['demands', 'demandPlans'],
  settlement: ['settlement'],
  evidence: ['evidence'],
  claim: ['claim'],
  papers: ['prose'],
  suit: ['suit', 'judgment'],
  enforcement: ['enforcement', 'propertyClues'],
  dishonest: ['conduct', 'enforcement.exclusions'],
};

const under = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}.`);

/** The case as typed or as parsed: only what is there is looked at, never an amount. */
type AnyCase = Case | CaseDocument;

/** How full a section is, by what a court would miss first. 0 nothing, 1 some, 2 enough. */
function fullness(c: AnyCase, section: Section): 0 | 1 | 2 {
  const grade = (some: boolean, enough: boolean) => (enough ? 2 : some ? 1 : 0);
  if (section === 'parties') {
    const list = c.parties ?? [];
    const named = (role: string) => list.some((p) => p.role === role && p.name);
    const both = named('lender') && named('borrower');
    return grade(list.length > 0, both && list.every(particularsWhole));
  }
  if (section === 'loans') {
    const loans = c.loans ?? [];
    const whole = loans.every(
      (l) =>
        (l.lenderIds ?? []).length > 0 &&
        (l.borrowerIds ?? []).length > 0 &&
        (l.paper === 'none' || Boolean(l.agreedAmount)),
    );
    return grade(loans.length > 0, loans.length > 0 && whole);
  }
  if (section === 'transfers') {
    const list = c.transfers ?? [];
    const paid = new Set(list.filter((t) => t.direction === 'out').map((t) => t.loanId));
    return grade(list.length > 0, list.length > 0 && (c.loans ?? []).every((l) => paid.has(l.id)));
  }
  if (section === 'settlement')
    // Refused is an answer too: nothing is left open.
    return c.settlement ? (['signed', 'refused'].includes(c.settlement.status ?? '') ? 2 : 1) : 0;
  if (section === 'demands') return (c.demands ?? []).length > 0 ? 2 : 0;
  if (section === 'evidence') {
    const list = c.evidence ?? [];
    const groups = new Set<string>(list.map((e) => e.group));
    return grade(
      list.length > 0,
      ['identity', 'agreement', 'delivery'].every((g) => groups.has(g)) &&
        list.every((e) => Boolean(e.purpose?.trim())),
    );
  }
  if (section === 'claim') {
    return grade(
      (c.loans ?? []).length > 0,
      (c.transfers ?? []).some((t) => t.direction === 'out'),
    );
  }
  if (section === 'suit') {
    const { judgment, suit } = c;
    return grade(
      Boolean(suit?.court || suit?.filedOn || judgment),
      Boolean(judgment?.documentNumber && judgment.effectiveOn),
    );
  }
  if (section === 'enforcement') {
    return grade(enforcementBegun(c.enforcement), Boolean(c.enforcement?.caseNumber));
  }
  if (section === 'dishonest') {
    const breach = ['none', 'late', 'false'].includes(c.enforcement?.report?.result ?? '');
    return grade((c.conduct ?? []).length > 0 || breach, Boolean(c.enforcement?.listedOn));
  }
  return grade((c.parties ?? []).length > 0, false);
}

/** A signed plan of which an instalment is late on that day, the rest not being called due or sued for. */
function planWants(c: Case, today: string): boolean {
  if (suitStands(c) || c.judgment) return false;
  return ['late', 'breached'].includes(trackSettlement(c, today).state);
}

/** The list: what the records answer by themselves counts as begun; a ground with its proof in hand as enough. */
function listed(c: Case, today: string): 0 | 1 | 2 {
  const a = assess(c, today);
  const inHand = a.grounds.some((g) => g.verdict === 'met' && g.askFor.length === 0);
  if (a.ready && inHand) return 2;
  const asked = a.exclusions.some((k) => k.id !== 'minor' && k.state !== 'unknown');
  return asked || a.preconditions.every((k) => k.state === 'yes') ? 1 : 0;
}

/**
 * The state of one section for the road at the left; problems in its fields come first, then what is late
 * on the day. 当事人 is complete with what every paper for a court requires of the parties (CPL art. 124),
 * whatever stage the case has reached: a friendly reminder needs less, but nothing is to be found missing
 * on the day of filing. 文书 has no mark of its own (null): nothing is entered there but changed wording,
 * and each paper in its list says what it lacks. 证据 is complete when nothing the complaint stands on lacks
 * proof, as the list of facts counts it; 请求计算 when nothing in the case is left out of the figures.
 * @param today YYYY-MM-DD.
 * @param parsed the case as last parsed; null while it could not be.
 */
export function sectionState(
  c: AnyCase,
  problems: readonly Problem[],
  section: Section,
  today: string,
  parsed: Case | null,
): SectionProgress | null {
  const touched = problems.some((p) => PATHS[section].some((prefix) => under(p.path, prefix)));
  if (touched || (section === 'settlement' && parsed && planWants(parsed, today))) {
    return 'attention';
  }
  if (section === 'papers') return null;
  const own = fullness(c, section);
  const wanting =
    (section === 'claim' && problems.some((p) => p.level === 'error')) ||
    (section === 'evidence' && parsed !== null && openFacts(factsOf(parsed, today)).length > 0);
  if (own === 2 && wanting) return 'partial';
  const full = section === 'dishonest' && parsed ? Math.max(own, listed(parsed, today)) : own;
  return (['empty', 'partial', 'complete'] as const)[full] ?? 'empty';
}
