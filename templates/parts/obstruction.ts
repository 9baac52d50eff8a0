/** Recorded conduct that a fine, detention or a criminal complaint can rest on (form 06h): facts with dates and proof. */
import type { ConductFact } from '../../shared/case/conduct.ts';
import type { Party } from '../../shared/case/party.ts';
import { evidenceOf } from '../../shared/law/dishonest-facts.ts';
import type { PaperContext } from '../template.ts';
import { exhibitNote } from './enforcement-application.ts';
import { borrowers } from './people.ts';
import { day } from './words.ts';

/** Elements of the list's grounds that are acts against enforcement, not mere ability or refusal. */
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
  noReport: '拒不报告财产',
  falseReport: '虚假报告财产',
  lateReport: '逾期报告财产',
  consumption: '违反限制消费令',
};

export const REPORT_KINDS = ['noReport', 'falseReport', 'lateReport'];

/** Acts of these obligors, in date order. A fact without an obligor is the first borrower's. */
export function obstructions(x: PaperContext, aimed: Party[]): ConductFact[] {
  const first = borrowers(x.case)[0];
  return x.case.conduct
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
      f.ground === 1 &&
      f.element === 'ability' &&
      f.description.trim() !== '' &&
      aimed.some((p) => p.id === (f.partyId ?? first?.id)),
  );
}

/** 2026年9月15日，转移财产：…（见证据5）. */
export function factLine(x: PaperContext, f: ConductFact): string {
  const kind = KINDS[f.element];
  const text = f.description.trim().replace(/[。；]$/, '');
  return `${f.date ? `${day(f.date)}，` : ''}${kind ? `${kind}：` : ''}${text}${exhibitNote(x.case, f.id, f.evidenceIds)}。`;
}

/** Ids of the exhibits behind these facts. */
export function proofOf(x: PaperContext, facts: readonly ConductFact[]): string[] {
  return [...new Set(facts.flatMap((f) => evidenceOf(x.case, f.id, f.evidenceIds)))];
}
