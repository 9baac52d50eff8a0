/** 追加、变更被执行人申请书 (form 06f): statutory grounds only; a spouse or relative cannot be added this way. */
import { cite, citeFull } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { p } from './paper.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  enforcementApplication,
  enforcementSides,
  fitsDuringEnforcement,
  openingFacts,
} from './parts/enforcement-application.ts';
import { NOT_A_GROUND, OBLIGOR_GROUNDS, type ObligorGround } from './parts/obligor-grounds.ts';
import { sideLines } from './parts/party-lines.ts';
import { defendants, plaintiffs } from './parts/people.ts';
import { articleAlone } from './parts/statute-text.ts';
import { caseNumber, sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'add-obligor';

const CHOICES: readonly Choice[] = [
  {
    key: 'mode',
    label: '追加还是变更',
    hint: '原被执行人仍在的，追加；原被执行人死亡、终止的，变更。',
    kind: 'select',
    options: [
      { value: '追加', label: '追加' },
      { value: '变更', label: '变更' },
    ],
    default: '追加',
  },
  {
    key: 'ground',
    label: '法定情形',
    hint: '只有法律和司法解释写明的情形才能在执行中追加、变更。',
    kind: 'select',
    options: [
      ...OBLIGOR_GROUNDS.map((g) => ({ value: g.value, label: g.label })),
      { value: NOT_A_GROUND, label: '配偶、父母、亲友' },
    ],
    default: '',
  },
  { key: 'name', label: '拟追加（变更）的人的姓名或者名称', kind: 'text', default: '' },
  {
    key: 'particulars',
    label: '其身份信息',
    hint: '自然人写性别、出生日期、身份证号码；单位写统一社会信用代码和法定代表人。',
    kind: 'text',
    default: '',
  },
  { key: 'address', label: '其住所', kind: 'text', default: '' },
  {
    key: 'scope',
    label: '承担责任的范围',
    hint: '留空按法定情形写，例如“未缴纳出资的范围内”。',
    kind: 'text',
    default: '',
  },
  {
    key: 'facts',
    label: '事实',
    hint: '写明符合这一情形的经过和证据，例如死亡日期、继承关系、出资期限。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'insufficiency',
    label: '被执行人财产不足以清偿的依据',
    hint: '例如终结本次执行程序裁定的文书号、查询结果。留空就用“执行”里填写的终本裁定。',
    kind: 'text',
    default: '',
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const groundOf = (x: PaperContext): ObligorGround | null =>
  OBLIGOR_GROUNDS.find((g) => g.value === answers(x).text('ground')) ?? null;
/** As answered, else, for the grounds that ask for it, the ruling that closed this round of enforcement. */
function insufficiencyOf(x: PaperContext): string {
  const number = groundOf(x)?.insufficiency ? x.case.enforcement?.finalisedNumber.trim() : '';
  return (
    answers(x).text('insufficiency') || (number ? `${caseNumber(number)}终结本次执行程序` : '')
  );
}
const scopeOf = (x: PaperContext) => answers(x).text('scope') || (groundOf(x)?.scope ?? '');

function head(x: PaperContext) {
  const own = answers(x);
  const c = x.case;
  const parts = [
    own.text('name'),
    own.text('particulars'),
    own.text('address') ? `住${own.text('address')}` : '',
  ];
  return [
    ...sideLines(c, '申请人（申请执行人）', plaintiffs(c), { born: '出生' }),
    p(
      'body',
      sentence(`被申请人（拟${own.text('mode')}）：${parts.filter((s) => s !== '').join('，')}`),
      {
        field: choicePath(ID, 'name'),
      },
    ),
    ...sideLines(c, '被执行人', defendants(c), { born: '出生' }),
  ];
}

function gates(x: PaperContext): Missing[] {
  const own = answers(x);
  const path = (key: string) => choicePath(ID, key);
  const ground = groundOf(x);
  if (own.text('ground') === NOT_A_GROUND) {
    return [
      blocking(
        path('ground'),
        '被执行人的配偶、父母、亲友不能凭申请追加。认为是夫妻共同债务的，需要另行起诉由法院确认；财产转给他们的，可以咨询律师能否请求撤销',
      ),
    ];
  }
  const kinds = new Set(defendants(x.case).map((one) => one.kind));
  const wrong =
    ground !== null && ground.of !== 'any' && kinds.size > 0 && !kinds.has(ground.of)
      ? [
          blocking(
            path('ground'),
            `这一情形只适用于${ground.of === 'person' ? '自然人' : '单位'}被执行人（${cite('addObligor', ground.article)}），请另选`,
          ),
        ]
      : [];
  return [
    ...wrong,
    ...(ground?.insufficiency && insufficiencyOf(x) === ''
      ? [
          blocking(
            path('insufficiency'),
            '这一情形要先证明被执行人的财产不足以清偿，请填写终本裁定或者查询结果',
          ),
        ]
      : []),
    ...(own.text('address') === '' && own.text('particulars') === ''
      ? [blocking(path('particulars'), '请填写拟追加的人的身份信息或者住所，否则法院无法确定是谁')]
      : []),
    warning(
      path('ground'),
      `申请须附证据（${cite('addObligor', 28)}）。对裁定不服的，十日内申请复议；有的情形是十五日内提起执行异议之诉，以裁定书写明的为准`,
    ),
    warning(
      path('name'),
      `需要同时查封拟追加的人的财产的，另行申请并提供担保（${cite('addObligor', 29)}）`,
    ),
  ];
}

export const addObligor: PaperTemplate = enforcementApplication({
  id: ID,
  title: (x) => `${answers(x).text('mode') || '追加'}被执行人申请书`,
  name: '追加、变更被执行人申请书',
  form: '06f',
  order: '32',
  aimed: false,
  choices: CHOICES,
  required: ['ground', 'name', 'facts'],
  sides: (x) => enforcementSides(x, defendants(x.case)),
  head,
  requests: (x) => [
    `请求依法${answers(x).text('mode')}${answers(x).text('name')}为${caseNumber(x.case.enforcement?.caseNumber ?? '')}案的被执行人，在${scopeOf(x)}承担责任`,
  ],
  facts: (x) => {
    const own = answers(x);
    const ground = groundOf(x);
    const short = insufficiencyOf(x);
    return [
      openingFacts(x),
      ...(own.text('facts') ? [sentence(own.text('facts'))] : []),
      ...(short
        ? [sentence(`被执行人的财产不足以清偿债务，有${short.replace(/[。；]$/, '')}为证`)]
        : []),
      ...(ground
        ? [
            `依照${citeFull('addObligor', ground.article)}、${articleAlone('addObligor', 28)}的规定，特提出申请。`,
          ]
        : []),
    ].join('\n');
  },
  attachments: () => ['证据目录及证据材料1份'],
  signer: '申请人',
  fits: (x) =>
    answers(x).text('ground') === ''
      ? { fits: false, why: '只有法律写明的情形才能追加、变更；出现时先选择是哪一种情形' }
      : fitsDuringEnforcement(x),
  missing: gates,
});
