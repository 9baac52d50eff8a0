/** Recorded conduct that a fine, detention or a criminal complaint can rest on (form 06h): facts with dates and proof. */
import type { ConductFact } from '../../shared/case/conduct.ts';
import type { Party } from '../../shared/case/party.ts';
import { evidenceOf } from '../../shared/law/dishonest-facts.ts';
import { SOURCES } from '../../shared/law/dishonest-sources.ts';
import { isSeized } from '../../shared/law/seizures.ts';
import type { PaperContext } from '../template.ts';
import { exhibitNote } from './enforcement-application.ts';
import { borrowers } from './people.ts';
import { day } from './words.ts';

/** Kinds of fact that are acts against enforcement, not mere ability or refusal. */
const KINDS: Record<string, string> = {
  forgery: '伪造证据妨碍执行',
  violence: '以暴力阻碍执行',
  threat: '以威胁阻碍执行',
  otherObstruction: '阻碍执行',
  obstruction: '妨碍、抗拒执行',
  transfer: '转移财产',
  concealment: '隐匿财产',
  falseSuit: '以虚假诉讼规避执行',
  falseArbitration: '以虚假仲裁规避执行',
  otherEvasion: '规避执行',
  hideSeized: '隐藏、转移、变卖、毁损已被查封扣押冻结的财产',
  refuseHandover: '拒不交出已查封、扣押的财产',
  waiver: '放弃债权、无偿处分、虚假和解或者虚假转让财产',
  drain: '高价受让财产、为他人债务担保等减损财产',
  noReport: '拒不报告财产',
  falseReport: '虚假报告财产',
  lateReport: '逾期报告财产',
  consumption: '违反限制消费令',
};

export const REPORT_KINDS = ['noReport', 'falseReport', 'lateReport'];

const REPORT = 'report';

/** The report as noted in enforcement, when it tells of a breach that no fact tells of already. */
function reportBreach(x: PaperContext): ConductFact[] {
  const first = borrowers(x.case)[0];
  const v = { c: x.case, partyId: first?.id ?? null, today: x.today };
  return SOURCES.report(v, REPORT_KINDS)
    .filter((f) => f.discounted === '' && !x.case.conduct.some((k) => k.element === f.kind))
    .map((f) => ({
      id: REPORT,
      partyId: v.partyId,
      ground: 4,
      measure: null,
      element: f.kind,
      date: f.date,
      description: f.text,
      contrary: false,
      evidenceIds: [],
    }));
}

/** Field of a fact, for a message: the conduct fact's own, or the report's. */
export function factPath(x: PaperContext, f: ConductFact, key: 'date' | 'evidenceIds'): string {
  if (f.id === REPORT) return `enforcement.report.${key === 'date' ? 'dueOn' : 'result'}`;
  return `conduct.${x.case.conduct.indexOf(f)}.${key}`;
}

/** That no report came, or came late, stands in the court's own file; anything else needs an exhibit. */
export const needsExhibit = (f: ConductFact): boolean =>
  f.id !== REPORT || f.element === 'falseReport';

/** Acts of these obligors, in date order. A fact without an obligor is the first borrower's. */
export function obstructions(x: PaperContext, aimed: Party[]): ConductFact[] {
  const first = borrowers(x.case)[0];
  return [...x.case.conduct, ...reportBreach(x)]
    .filter(
      (f) =>
        !f.contrary &&
        f.element in KINDS &&
        f.description.trim() !== '' &&
        aimed.some((p) => p.id === (f.partyId ?? first?.id)),
    )
    .sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'));
}

/** Recorded facts of ability to perform. */
export function abilities(x: PaperContext, aimed: Party[]): ConductFact[] {
  const first = borrowers(x.case)[0];
  return x.case.conduct.filter(
    (f) =>
      !f.contrary &&
      f.element === 'ability' &&
      f.description.trim() !== '' &&
      aimed.some((p) => p.id === (f.partyId ?? first?.id)),
  );
}

/** 2026年9月15日，转移财产：…（见证据5）. */
export function factLine(x: PaperContext, f: ConductFact): string {
  // The note in enforcement is a sentence with its days; the court's own file proves it.
  if (f.id === REPORT) return `${f.description}${needsExhibit(f) ? '' : '（见执行卷宗）'}。`;
  const kind = KINDS[f.element];
  const text = f.description.trim().replace(/[。；]$/, '');
  return `${f.date ? `${day(f.date)}，` : ''}${kind ? `${kind}：` : ''}${text}${exhibitNote(x.case, f.id, f.evidenceIds)}。`;
}

/** Ids of the exhibits behind these facts. */
export function proofOf(x: PaperContext, facts: readonly ConductFact[]): string[] {
  return [...new Set(facts.flatMap((f) => evidenceOf(x.case, f.id, f.evidenceIds)))];
}

/** Recorded facts of these kinds about the obligors, as sentences with their exhibits, in date order. */
export function told(x: PaperContext, aimed: Party[], kinds: readonly string[]): string {
  const first = borrowers(x.case)[0];
  const entered = x.case.conduct
    .filter(
      (f) =>
        !f.contrary &&
        kinds.includes(f.element) &&
        f.description.trim() !== '' &&
        aimed.some((p) => p.id === (f.partyId ?? first?.id)),
    )
    .map((f) => ({ date: f.date, line: factLine(x, f) }));
  return [...entered, ...refusedDemands(x, aimed, kinds)]
    .sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'))
    .map((f) => f.line)
    .join('');
}

/** Demands refused since the instrument took effect, which show a refusal like a fact of that kind. */
function refusedDemands(x: PaperContext, aimed: Party[], kinds: readonly string[]) {
  if (!kinds.includes('refusal')) return [];
  return aimed
    .flatMap((p) => SOURCES.refusals({ c: x.case, partyId: p.id, today: x.today }, kinds))
    .filter((f) => f.discounted === '')
    .map((f) => ({
      date: f.date,
      line: `${f.date ? `${day(f.date)}，` : ''}${f.text}${exhibitNote(x.case, f.id, f.evidenceIds)}。`,
    }));
}

/** Property of the obligors that the court has seized, as sentences: it shows ability to perform. */
export function seizedLines(x: PaperContext, aimed: Party[]): string[] {
  const first = borrowers(x.case)[0];
  return x.case.propertyClues
    .filter((clue) => isSeized(clue, x.today))
    .filter((clue) => aimed.some((p) => p.id === (clue.partyId ?? first?.id)))
    .map(
      (clue) =>
        `被执行人名下${clue.description}，已于${day(clue.seizedOn ?? '')}查封、扣押或冻结${exhibitNote(x.case, clue.id, clue.evidenceIds)}。`,
    );
}
