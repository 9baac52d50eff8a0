/** 异议书: against small-claims or simplified procedure (form 09d; CPL arts. 160, 166, 169). */
import { cplNumber } from '../shared/law/statutes.ts';
import { warning } from './checks/common.ts';
import { inSuit, noDebt } from './checks/stage.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { caseNumber, sentence } from './parts/words.ts';
import type { Choice, PaperContext } from './template.ts';

const ID = 'procedure-objection';

const CHOICES: readonly Choice[] = [
  {
    key: 'procedure',
    label: '对哪种程序提出异议',
    kind: 'select',
    options: [
      { value: '', label: '按案件登记的程序' },
      { value: 'smallClaims', label: '小额诉讼程序' },
      { value: 'simplified', label: '简易程序' },
    ],
    default: '',
  },
  {
    key: 'reason',
    label: '为什么不应适用',
    hint: '例如 一方下落不明、需要评估鉴定、提出反诉、金额超过限额、事实争议大。',
    kind: 'paragraph',
    default: '',
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function procedure(x: PaperContext): 'smallClaims' | 'simplified' | null {
  const chosen = answers(x).text('procedure') || x.case.suit.procedure;
  return chosen === 'smallClaims' || chosen === 'simplified' ? chosen : null;
}

const word = (x: PaperContext) => (procedure(x) === 'smallClaims' ? '小额诉讼程序' : '简易程序');

function basis(x: PaperContext): string {
  const subjects =
    procedure(x) === 'smallClaims'
      ? (['smallClaimsExclusions', 'smallClaimsObjection'] as const)
      : (['simplified'] as const);
  return citeTogether(subjects.map((s) => ({ statute: 'cpl', article: cplNumber(s) })));
}

export const procedureObjection = application({
  id: ID,
  title: '异议书',
  name: '异议书（对适用小额诉讼、简易程序提出）',
  form: '09d',
  stage: 'trial',
  order: '20',
  choices: CHOICES,
  required: ['reason'],
  sides: (x) => [
    { label: '异议人（原告）', parties: plaintiffs(x.case), own: true },
    { label: '对方当事人（被告）', parties: defendants(x.case) },
  ],
  requestHeading: '请求事项',
  requests: (x) => [
    procedure(x) === 'smallClaims'
      ? '请求对本案不适用小额诉讼程序，依法转为简易程序或者普通程序审理'
      : '请求对本案不适用简易程序，依法转为普通程序审理',
  ],
  factsHeading: '事实和理由',
  facts: (x) =>
    `${caseNumber(x.case.suit.caseNumber)}${names(plaintiffs(x.case))}与${names(defendants(x.case))}民间借贷纠纷一案，贵院适用${word(x)}审理。${sentence(answers(x).text('reason'))}依照${basis(x)}的规定，提出异议。`,
  reference: (x) => ({
    label: '案号',
    text: x.case.suit.caseNumber,
    field: 'suit.caseNumber',
    need: { level: 'blocking', message: '请填写案号' },
  }),
  court: (x) => ({ text: x.case.suit.court, field: 'suit.court' }),
  signer: '异议人',
  fits: (x) => {
    const none = noDebt(x) ?? inSuit(x);
    if (none) return none;
    if (procedure(x) === null) {
      return { fits: false, why: '法院没有适用小额诉讼或者简易程序' };
    }
    return answers(x).text('reason') === ''
      ? { fits: false, asks: true, why: `法院适用${word(x)}，您认为不应适用时提出；请先填写理由` }
      : { fits: true, why: `对适用${word(x)}有异议，应在开庭前提出` };
  },
  missing: () => [
    warning(choicePath(ID, 'reason'), '异议应在开庭前提出；法院认为不成立的，程序不变'),
  ],
});
