/**
 * The one builder of short written applications (profile N): title, parties, case number, 申请事项,
 * 事实与理由, 此致 and court, 附, signature. A paper gives its own words; the order and the look are here.
 */
import type { Party } from '../../shared/case/party.ts';
import {
  agentProblems,
  blocking,
  insults,
  otherSide,
  ownParticulars,
  proseProblems,
  signatureReminder,
} from '../checks/common.ts';
import { blockingFirst } from '../checks/filing.ts';
import { type Block, type Paper, type Paragraph, p } from '../paper.ts';
import type { Choice, Fit, Missing, PaperContext, PaperStage, PaperTemplate } from '../template.ts';
import { choicePath, choiceProblems, choicesOf } from './choices.ts';
import { numbered } from './claims-text.ts';
import { sideLines } from './party-lines.ts';
import { type PassageDraft, passageField, passagesOf } from './passages.ts';
import { names } from './people.ts';
import { signerLines } from './signature.ts';
import { caseNumber, dayOr, fileName, sentence } from './words.ts';

/** One side of the paper. `own`: the side that files and signs. */
export interface Side {
  label: string;
  parties: Party[];
  own?: boolean;
}

/** A heading of its own between the requests and the facts, e.g. 悬赏金. */
export interface Section {
  heading: string;
  lines: string[];
  field?: string;
}

/** Which case number the paper names, and how hard it is needed. */
export interface Reference {
  label: string;
  text: string;
  field: string;
  /** Message when it is empty; none: an empty number is simply left out. */
  need?: { level: Missing['level']; message: string };
}

/** Who the paper goes to. `need`: what to say while it is not known. */
export interface Addressee {
  text: string;
  field: string;
  blank?: string;
  need?: string;
}

export interface ApplicationSpec {
  id: string;
  /** Printed title; a function where an answer changes it. */
  title: string | ((x: PaperContext) => string);
  /** Name in the list of papers; default: the printed title. */
  name?: string;
  form: string;
  stage: PaperStage;
  /** 序号 in the file name. */
  order: string;
  /** 材料名称 in the file name, where another paper has the same title. */
  fileTitle?: string;
  choices?: readonly Choice[];
  /** Keys of choices that must be answered. */
  required?: readonly string[];
  sides(x: PaperContext): Side[];
  reference?(x: PaperContext): Reference | null;
  /** Paragraphs between the parties and the requests. */
  opening?(x: PaperContext): string;
  /** Default 申请事项. */
  requestHeading?: string;
  requests(x: PaperContext): string[];
  sections?(x: PaperContext): Section[];
  /** Default 事实与理由. */
  factsHeading?: string;
  /** One paragraph a line; empty: no such part in this paper. */
  facts?(x: PaperContext): string;
  /** Between the facts and 此致: a table, a line of boxes. */
  after?(x: PaperContext): Block[];
  court(x: PaperContext): Addressee;
  /** Annexes known from the case; the user's own follow them. */
  attachments?(x: PaperContext): string[];
  /** Default: the label of the own side. */
  signer?: string;
  /** Who signs, when it is not the own side itself. */
  signers?(x: PaperContext): Party[];
  /** Default 委托诉讼代理人. */
  agentLabel?: string;
  /** Where the date of signing stands when the case has a field for it; default: asked with the paper. */
  signed?(x: PaperContext): { signedOn: string | null; field: string };
  /** In place of the party lines, where the paper names somebody else first. */
  head?(x: PaperContext): Paragraph[];
  /** After the signature: a list on a page of its own. */
  tail?(x: PaperContext): Block[];
  fits(x: PaperContext): Fit;
  /** Gates beyond the common ones. */
  missing?(x: PaperContext): Missing[];
}

/** Answered in every application. */
const ATTACHMENTS: Choice = {
  key: 'attachments',
  label: '另附的材料',
  hint: '一行一项，印在“附”里；证据请写明份数。',
  kind: 'list',
  default: [],
};

/** The day of signing of a paper the case has no field for. */
export const SIGNED_ON: Choice = {
  key: 'signedOn',
  label: '签署日期',
  hint: '留空就印出空白，签名时手写。',
  kind: 'date',
  default: '',
};

/** The day of signing: the case's own field, else the answer given with the paper. */
function signedOf(spec: ApplicationSpec, x: PaperContext) {
  return (
    spec.signed?.(x) ?? {
      signedOn: choicesOf(x, spec.id, [SIGNED_ON]).date('signedOn'),
      field: choicePath(spec.id, 'signedOn'),
    }
  );
}

const own = (spec: ApplicationSpec, x: PaperContext): Side =>
  spec.sides(x).find((s) => s.own) ?? { label: '申请人', parties: [] };

function drafts(spec: ApplicationSpec): PassageDraft[] {
  const facts = spec.facts;
  return [
    [
      spec.id,
      'claims',
      spec.requestHeading ?? '申请事项',
      (x) => {
        const items = spec.requests(x);
        return items.length === 1 ? sentence(items[0] ?? '') : numbered(items, '');
      },
    ],
    ...(facts
      ? [
          [
            spec.id,
            'facts',
            spec.factsHeading ?? '事实与理由',
            (x) => facts(x),
          ] satisfies PassageDraft,
        ]
      : []),
  ];
}

/** One body paragraph a line; empty lines are dropped. */
export function bodyLines(text: string, field?: string): Paragraph[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      p('body', line.trim(), {
        ...(field === undefined ? {} : { field }),
        // 一、执行依据: a heading inside the passage stays with what follows.
        ...(/^[一二三四五六七八九十]+、.{1,16}$/.test(line.trim()) ? { keepNext: true } : {}),
      }),
    );
}

/** 附：few short items on one line, more of them numbered under each other. */
export function attachmentLines(items: string[]): Paragraph[] {
  if (items.length === 0) return [];
  if (items.length === 1 || items.join('').length <= 36) {
    return [p('attachment', `附：${items.join('、')}`, { keepNext: true })];
  }
  return items.map((item, i) =>
    p('attachment', `${i === 0 ? '附：' : '　　'}${i + 1}.${item}`, { keepNext: true }),
  );
}

/** 此致, the addressee, 附 and the signature with its date, kept together (form 00 N). */
export function closing(
  court: { text: string; field: string; blank?: string },
  attachments: string[],
  signer: string,
  parties: Party[],
  date: { signedOn: string | null; field: string },
): Paragraph[] {
  return [
    p('salutation', '此致', { keepNext: true }),
    p('court', court.text || (court.blank ?? '××××人民法院'), {
      field: court.field,
      keepNext: true,
    }),
    ...attachmentLines(attachments),
    ...signerLines(signer, parties),
    p('signature', dayOr(date.signedOn, '    年    月    日'), { field: date.field }),
  ];
}

/** Makes a paper of an application's own words. */
export function application(spec: ApplicationSpec): PaperTemplate {
  const { id } = spec;
  const choices = [...(spec.choices ?? []), ATTACHMENTS, ...(spec.signed ? [] : [SIGNED_ON])];
  const ownDrafts = drafts(spec);
  const titleOf = (x: PaperContext) =>
    typeof spec.title === 'string' ? spec.title : spec.title(x);
  return {
    id,
    title: spec.name ?? (typeof spec.title === 'string' ? spec.title : ''),
    form: spec.form,
    stage: spec.stage,
    choices,
    drafts: ownDrafts,
    fits: spec.fits,
    missing: (x) => problems(spec, x, choices, ownDrafts),
    build: (x): Paper => {
      const title = titleOf(x);
      const side = own(spec, x);
      const answers = choicesOf(x, id, choices);
      const signed = signedOf(spec, x);
      const reference = spec.reference?.(x) ?? null;
      const passages = passagesOf(x, ownDrafts);
      const passage = (name: string) => {
        const found = passages.find((one) => one.key === `${id}.${name}`);
        return bodyLines(found?.text ?? '', passageField(x.case, `${id}.${name}`));
      };
      const lineOptions = {
        born: '出生' as const,
        ...(spec.agentLabel ? { agentLabel: spec.agentLabel } : {}),
      };
      const heading = (text: string) => p('heading', `${text}：`, { keepNext: true });
      const blocks: Block[] = [
        p('title', title),
        ...(spec.head?.(x) ??
          spec.sides(x).flatMap((s) => sideLines(x.case, s.label, s.parties, lineOptions))),
        ...(reference?.text
          ? [
              p('body', `${reference.label}：${caseNumber(reference.text)}`, {
                field: reference.field,
              }),
            ]
          : []),
        ...bodyLines(spec.opening?.(x) ?? ''),
        heading(spec.requestHeading ?? '申请事项'),
        ...passage('claims'),
        ...(spec.sections?.(x) ?? []).flatMap((s) => [
          heading(s.heading),
          ...s.lines.flatMap((line) => bodyLines(line, s.field)),
        ]),
        ...(spec.facts ? [heading(spec.factsHeading ?? '事实与理由'), ...passage('facts')] : []),
        ...(spec.after?.(x) ?? []),
        ...closing(
          spec.court(x),
          [...(spec.attachments?.(x) ?? []), ...answers.list('attachments')],
          spec.signer ?? side.label,
          spec.signers?.(x) ?? side.parties,
          signed,
        ),
        ...(spec.tail?.(x) ?? []),
      ];
      return {
        id,
        title,
        profile: 'N',
        fileName: fileName(spec.order, spec.fileTitle ?? title, names(side.parties)),
        date: signed.signedOn ?? x.today,
        blocks,
      };
    },
  };
}

/** Texts the user typed into this paper's questions, with their paths. */
function typed(x: PaperContext, id: string, choices: readonly Choice[]): [string, string][] {
  const answers = choicesOf(x, id, choices);
  return choices.flatMap((choice): [string, string][] => {
    const path = choicePath(id, choice.key);
    if (choice.kind === 'list') return [[path, answers.list(choice.key).join('\n')]];
    return choice.kind === 'text' || choice.kind === 'paragraph'
      ? [[path, answers.text(choice.key)]]
      : [];
  });
}

function problems(
  spec: ApplicationSpec,
  x: PaperContext,
  choices: readonly Choice[],
  ownDrafts: readonly PassageDraft[],
): Missing[] {
  const c = x.case;
  const side = own(spec, x);
  const signed = signedOf(spec, x);
  const reference = spec.reference?.(x) ?? null;
  const court = spec.court(x);
  const others = spec.sides(x).filter((s) => !s.own);
  return blockingFirst([
    ...(spec.missing?.(x) ?? []),
    ...(side.parties.length === 0 ? [blocking('parties', `请录入${side.label}（出借人）`)] : []),
    ...others.flatMap((s) =>
      s.parties.length === 0 ? [blocking('parties', `请录入${s.label}`)] : [],
    ),
    ...side.parties.flatMap((party) => ownParticulars(c, party)),
    ...others.flatMap((s) =>
      s.parties.flatMap((party) =>
        side.parties.includes(party) ? [] : otherSide(c, party, s.label),
      ),
    ),
    ...agentProblems(c, side.parties),
    ...(reference?.need && reference.text.trim() === ''
      ? [{ path: reference.field, ...reference.need }]
      : []),
    ...(court.text === '' ? [blocking(court.field, court.need ?? '请填写收件法院全称')] : []),
    ...choiceProblems(x, spec.id, choices, spec.required ?? []),
    ...insults(typed(x, spec.id, choices)),
    ...proseProblems(x, spec.id, passagesOf(x, ownDrafts)),
    ...signatureReminder(
      spec.signers?.(x) ?? side.parties,
      spec.signer ?? side.label,
      signed.field,
      signed.signedOn,
    ),
  ]);
}
