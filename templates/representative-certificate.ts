/** 法定代表人（主要负责人）身份证明书, of organisations only (form 09b). */
import type { Organisation } from '../shared/case/party.ts';
import { required, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { names, partyPath, plaintiffs } from './parts/people.ts';
import { dayOr, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'representative-certificate';

const CHOICES: readonly Choice[] = [
  {
    key: 'address',
    label: '法定代表人的住址',
    hint: '可以不写。',
    kind: 'text',
    default: '',
  },
  { key: 'signedOn', label: '出具日期', hint: '留空盖章时手写。', kind: 'date', default: '' },
];

const organisations = (x: PaperContext): Organisation[] =>
  plaintiffs(x.case).filter((party) => party.kind === 'organisation');

/** Organisations without legal personality are led by a 主要负责人. */
const NO_PERSONALITY = new Set<Organisation['type']>([
  'soleProprietorship',
  'partnership',
  'professionalServices',
]);

/** 法定代表人 · 主要负责人. */
export function representativeWord(org: Organisation): string {
  return NO_PERSONALITY.has(org.type) ? '主要负责人' : '法定代表人';
}

function form(x: PaperContext, org: Organisation): Block[] {
  const own = choicesOf(x, ID, CHOICES);
  const path = partyPath(x.case, org);
  const word = representativeWord(org);
  const address = own.text('address');
  const extra = [
    `${word}身份证复印件`,
    ...(org.phone ? [`联系电话：${org.phone}`] : []),
    ...(address ? [`住址：${address}`] : []),
  ].join('；');
  return [
    p('title', `${word}身份证明书`),
    ...bodyLines(
      `${org.representative}在我单位任${org.representativePosition}职务，为我单位${word}，特此证明。`,
      `${path}.representative`,
    ),
    p('attachment', `附：${extra}`, { keepNext: true }),
    p('signature', `${org.name}（盖章）：`, { keepNext: true, field: `${path}.name` }),
    p('signature', dayOr(own.date('signedOn'), '    年    月    日'), {
      field: choicePath(ID, 'signedOn'),
    }),
  ];
}

function build(x: PaperContext): Paper {
  const list = organisations(x);
  const title = `${list[0] ? representativeWord(list[0]) : '法定代表人'}身份证明书`;
  return {
    id: ID,
    title,
    profile: 'N',
    fileName: fileName('04', title, names(list)),
    date: choicesOf(x, ID, CHOICES).date('signedOn') ?? x.today,
    blocks:
      list.length === 0
        ? [p('title', title)]
        : list.flatMap((org, i): Block[] => [
            ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
            ...form(x, org),
          ]),
  };
}

function missing(x: PaperContext): Missing[] {
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...organisations(x).flatMap((org) => [
      ...required(x.case, org, [
        ['name', '请填写单位全称，与营业执照一致'],
        ['representative', '请填写法定代表人或者负责人'],
        ['representativePosition', '请填写法定代表人的职务，例如 执行董事'],
      ]),
      warning(
        `${partyPath(x.case, org)}.representative`,
        '姓名和职务应与营业执照、企业信用信息公示系统一致；打印后加盖公章',
      ),
    ]),
  ]);
}

export const representativeCertificate: PaperTemplate = {
  id: ID,
  title: '法定代表人（主要负责人）身份证明书',
  form: '09b',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) =>
    organisations(x).length > 0
      ? { fits: true, why: '出借人是单位，立案时一并提交' }
      : { fits: false, why: '出借人都是自然人，不需要' },
  missing,
  build,
};
