/** The facts of one of the six grounds as the listing application tells them (form 06a): what was done, when, and the proof. */
import type { FactView, Ground, GroundView } from '../../shared/law/dishonest-list.ts';
import type { PaperContext } from '../template.ts';
import { clueName, exhibitNote } from './enforcement-application.ts';
import { day, sentence } from './words.ts';

/** The facts pleaded of one element. */
export interface Told {
  element: string;
  facts: readonly FactView[];
}

/** Kinds of property a person has in his name; of the others only that they are there. */
const NAMED = ['vehicle', 'account', 'realEstate', 'equity', 'virtual'];
const FROZEN = ['account', 'equity', 'salary', 'claim', 'virtual'];

function clueText(x: PaperContext, f: FactView): string | null {
  const clue = x.case.propertyClues.find((c) => c.id === f.id);
  if (!clue) return null;
  const name = clueName(clue);
  const verb = FROZEN.includes(clue.kind) ? '冻结' : '查封';
  const seized = f.onCourtFile && clue.seizedOn ? `，已于${day(clue.seizedOn)}被${verb}` : '';
  return NAMED.includes(clue.kind)
    ? `被执行人名下有${name}${seized}`
    : `被执行人另有可供执行的财产：${name}${seized}`;
}

/** 2026年9月5日，…（见证据4）。 The day is not said twice where the text has it. */
export function factSentence(x: PaperContext, f: FactView): string {
  const proof = exhibitNote(x.case, f.id, f.evidenceIds) || (f.onCourtFile ? '（见执行卷宗）' : '');
  const clue = clueText(x, f);
  const text = clue ?? f.text.trim().replace(/[。；]$/, '');
  const dated = clue === null && f.date !== null && !text.includes(day(f.date));
  return sentence(`${dated ? `${day(f.date ?? '')}，` : ''}${text}${proof}`);
}

/** What the acts of a kind are called where the statute puts several in one sentence. */
const METHODS: Record<string, string> = {
  forgery: '伪造证据',
  violence: '暴力',
  threat: '威胁',
  transfer: '转移财产',
  concealment: '隐匿财产',
  falseSuit: '虚假诉讼',
  falseArbitration: '虚假仲裁',
};
const METHOD_END: Partial<Record<Ground, string>> = {
  2: '的方法妨碍、抗拒执行',
  3: '的方法规避执行',
};

/** The ground in the statute's words; of its methods only those on record, unless one is of another sort. */
export function claimed(g: GroundView, parts: readonly Told[]): string {
  const end = METHOD_END[g.ground];
  const kinds = [...new Set((end ? (parts[0]?.facts ?? []) : []).map((f) => f.kind))];
  const names = kinds.map((k) => METHODS[k]);
  return end && names.length > 0 && names.every((n) => n !== undefined)
    ? `以${names.join('、')}${end}`
    : g.title.replace(/的$/, '');
}

/** The order or settlement that was broken, told before the breach. */
function record(x: PaperContext, ground: Ground): string {
  const e = x.case.enforcement;
  if (ground === 4) {
    return e?.reportOrderServedOn ? `被执行人于${day(e.reportOrderServedOn)}收到报告财产令。` : '';
  }
  if (ground === 5) {
    return e?.consumptionOrderOn ? `贵院于${day(e.consumptionOrderOn)}发出限制消费令。` : '';
  }
  const s = ground === 6 ? e?.settlement : null;
  if (!s?.signedOn) return '';
  const terms = s.terms.trim();
  return `双方于${day(s.signedOn)}达成执行和解协议${terms ? `，约定：${sentence(terms)}` : '。'}`;
}

/** Words before the facts of an element that is not the act itself. */
const LEADS: Record<string, string> = {
  '1.ability': '履行能力方面，',
  '1.refusal': '拒不履行方面，',
  '2.obstruction': '上述行为妨碍、抗拒了执行：',
  '3.evasion': '上述行为的目的在于规避执行：',
  '6.noReason': '被执行人没有正当理由：',
};

/** One element in sentences. */
export function elementText(x: PaperContext, ground: Ground, told: Told): string {
  const { element, facts } = told;
  if (facts.length === 0) return '';
  const text = facts.map((f) => factSentence(x, f)).join('');
  // The report as noted in enforcement tells of the order itself.
  const before =
    element === 'breach' && !facts.some((f) => f.id === 'report') ? record(x, ground) : '';
  return `${before}${LEADS[`${ground}.${element}`] ?? ''}${text}`;
}
