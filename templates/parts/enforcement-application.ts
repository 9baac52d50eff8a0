/** What the applications made during enforcement share: parties, 执行案号, court, the opening facts, the gates (form 06). */
import type { Case } from '../../shared/case/case.ts';
import type { PropertyClue } from '../../shared/case/conduct.ts';
import { exhibits } from '../../shared/case/exhibits.ts';
import type { Party } from '../../shared/case/party.ts';
import { performanceEnd } from '../../shared/law/after-judgment.ts';
import { evidenceOf } from '../../shared/law/dishonest-facts.ts';
import { blocking } from '../checks/common.ts';
import { fitsEnforcement } from '../checks/enforcement.ts';
import type { Choice, Fit, Missing, PaperContext, PaperStage, PaperTemplate } from '../template.ts';
import { type ApplicationSpec, application, type Reference, type Side } from './application.ts';
import { choicePath, choicesOf } from './choices.ts';
import { enforcementOf } from './enforcement-figures.ts';
import { instrumentWithAppeal, instrumentWord, unpaidWord } from './enforcement-text.ts';
import { defendants, fullName, names, plaintiffs } from './people.ts';
import { caseNumber, day } from './words.ts';

/** Asked by every application that may be aimed at some of the obligors only. */
export const DEBTORS: Choice = {
  key: 'debtors',
  label: '针对哪些被执行人',
  hint: '一行一个姓名或名称；留空表示全部被执行人。',
  kind: 'list',
  default: [],
};

/** Obligors the paper is aimed at, in the case's order; all of them when none is named. */
export function targets(x: PaperContext, id: string): Party[] {
  const all = defendants(x.case);
  const chosen = choicesOf(x, id, [DEBTORS]).list('debtors');
  return chosen.length === 0 ? all : all.filter((p) => chosen.includes(p.name));
}

function unknownTargets(x: PaperContext, id: string): Missing[] {
  const known = defendants(x.case).map((p) => p.name);
  return choicesOf(x, id, [DEBTORS])
    .list('debtors')
    .filter((name) => !known.includes(name))
    .map((name) =>
      blocking(
        choicePath(id, 'debtors'),
        `本案没有名为“${name}”的被执行人，请与当事人姓名写得一致`,
      ),
    );
}

/** 执行案号 of the case. */
export function enforcementNumber(c: Case, level: Missing['level'] = 'blocking'): Reference {
  return {
    label: '执行案号',
    text: c.enforcement?.caseNumber ?? '',
    field: 'enforcement.caseNumber',
    need: {
      level,
      message:
        level === 'blocking'
          ? '请填写执行案号；法院立案执行以后才能提交这份申请'
          : '还没有执行案号；不少法院不接受与执行立案一并提交，请有了案号以后再交',
    },
  };
}

/** The executing court, else the court of the instrument. */
export function executingCourt(c: Case): { text: string; field: string } {
  const own = c.enforcement?.court ?? '';
  const issued = c.judgment && c.judgment.kind !== 'award' ? c.judgment.issuer : '';
  return { text: own || issued, field: 'enforcement.court' };
}

/** Applicant and obligors; the obligors are those the paper is aimed at. */
export function enforcementSides(x: PaperContext, aimed: Party[]): Side[] {
  return [
    { label: '申请执行人', parties: plaintiffs(x.case), own: true },
    { label: '被执行人', parties: aimed },
  ];
}

/** 申请执行人王某与被执行人李某民间借贷纠纷一案，…民事判决已于…发生法律效力. */
export function instrumentSentence(c: Case): string {
  const j = c.judgment;
  if (!j) return '';
  const who = `申请执行人${names(plaintiffs(c))}与被执行人${names(defendants(c))}${j.cause}一案`;
  const effect = j.effectiveOn ? `已于${day(j.effectiveOn)}发生法律效力` : '已发生法律效力';
  return `${who}，${instrumentWithAppeal(c)}${effect}`;
}

/** Instrument, end of the period, docketing and notice: the facts every application starts from. */
export function openingFacts(x: PaperContext): string {
  const c = x.case;
  const e = c.enforcement;
  const end = performanceEnd(c.judgment);
  const period = end ? `，履行期于${day(end)}届满` : '';
  const docket = e?.caseNumber
    ? `贵院以${caseNumber(e.caseNumber)}立案执行${e.noticeServedOn ? `，执行通知书于${day(e.noticeServedOn)}送达被执行人` : ''}。`
    : '';
  return `${instrumentSentence(c)}${period}。${docket}被执行人至今${unpaidWord(c)}${c.judgment ? '生效法律文书确定的给付义务' : ''}。`;
}

/** What is still due on a day, in words: 尚欠本金…元、一般债务利息…元…，共计…元; '' while unknown. */
export function outstandingText(x: PaperContext, asOf: string, yuan: (fen: number) => string) {
  const e = enforcementOf(x, asOf);
  if (!e) return '';
  const parts: [string, number][] = [
    ['本金', e.principal],
    [`${x.case.judgment ? instrumentWord(x.case.judgment) : '文书'}确定的费用`, e.costs],
    ['一般债务利息', e.fixedInterest + e.ordinaryInterest],
    ['迟延履行期间加倍部分债务利息', e.doubled],
  ];
  const due = parts.filter(([, fen]) => fen > 0).map(([label, fen]) => `${label}${yuan(fen)}`);
  return `截至${day(asOf)}，尚欠${due.join('、')}，共计${yuan(e.total)}`;
}

/** 小型轿车，号牌甲A×××88 → 小型轿车（号牌甲A×××88）. */
export function clueName(clue: PropertyClue): string {
  const [head = '', ...rest] = clue.description.trim().split(/[，,]/);
  return rest.length === 0 ? head : `${head}（${rest.join('，')}）`;
}

/** 被执行人李某名下小型轿车（…）. */
export function clueOwned(c: Case, clue: PropertyClue): string {
  const owner = c.parties.find((p) => p.id === clue.partyId) ?? defendants(c)[0];
  return `被执行人${owner ? fullName(owner) : ''}名下${clueName(clue)}`;
}

/** Clues on the property of the obligors aimed at; a clue without an owner counts for the first. */
export function cluesOf(c: Case, aimed: Party[]): PropertyClue[] {
  const first = defendants(c)[0];
  return c.propertyClues.filter((clue) => aimed.some((p) => p.id === (clue.partyId ?? first?.id)));
}

/** （见证据5、证据6）: exhibits of a record by their numbers in the 证据目录; '' when there are none. */
export function exhibitNote(c: Case, id: string, own: readonly string[]): string {
  const ids = evidenceOf(c, id, own);
  const numbers = exhibits(c)
    .filter((e) => ids.includes(e.item.id))
    .map((e) => `证据${e.number}`);
  return numbers.length > 0 ? `（见${numbers.join('、')}）` : '';
}

/** Names of exhibits with copies, for 附: 《…》1份. */
export function exhibitNames(c: Case, ids: readonly string[]): string[] {
  return exhibits(c)
    .filter((e) => ids.includes(e.item.id))
    .map((e) => `证据${e.number}：${e.item.name}${e.item.copies}份`);
}

/** Fits once the court is enforcing, or is being asked to. */
export function fitsDuringEnforcement(x: PaperContext): Fit {
  const before = fitsEnforcement(x);
  if (!before.fits) return before;
  const e = x.case.enforcement;
  if (!e || (e.appliedOn === null && e.caseNumber === '')) {
    return { fits: false, why: '还没有申请执行；先提交强制执行申请书，立案后再用' };
  }
  return e.caseNumber === ''
    ? { fits: false, why: '还没有执行案号；法院立案执行以后再提交' }
    : { fits: true, why: `${caseNumber(e.caseNumber)}正在执行，可以提交` };
}

export type EnforcementSpec = Omit<
  ApplicationSpec,
  'sides' | 'court' | 'reference' | 'fits' | 'stage' | 'choices'
> & {
  stage?: PaperStage;
  choices?: readonly Choice[];
  /** False: the paper always names every obligor. */
  aimed?: boolean;
  numberLevel?: Missing['level'];
  sides?: ApplicationSpec['sides'];
  reference?: ApplicationSpec['reference'];
  fits?: ApplicationSpec['fits'];
};

/** An application to the executing court. */
export function enforcementApplication(spec: EnforcementSpec): PaperTemplate {
  const aimed = spec.aimed ?? true;
  return application({
    ...spec,
    stage: spec.stage ?? 'enforcement',
    choices: [...(spec.choices ?? []), ...(aimed ? [DEBTORS] : [])],
    sides:
      spec.sides ?? ((x) => enforcementSides(x, aimed ? targets(x, spec.id) : defendants(x.case))),
    reference: spec.reference ?? ((x) => enforcementNumber(x.case, spec.numberLevel)),
    court: (x) => executingCourt(x.case),
    fits: spec.fits ?? fitsDuringEnforcement,
    missing: (x) => [
      ...(x.case.judgment ? [] : [blocking('judgment', '请录入判决书、调解书等生效法律文书')]),
      ...(aimed ? unknownTargets(x, spec.id) : []),
      ...(spec.missing?.(x) ?? []),
    ],
  });
}
