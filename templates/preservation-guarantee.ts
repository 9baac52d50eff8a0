/** 担保书 of somebody who stands security for a preservation (form 07a; 财产保全规定 art. 6). */
import { blocking, insults } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import {
  preservationAmount,
  preservationCourt,
  preservationSecurityKind,
} from './parts/preservation-answers.ts';
import { caseNumber, dayOr, fileName, sentence, yuanText } from './parts/words.ts';
import { preservationApplication } from './preservation-application.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'preservation-guarantee';

const CHOICES: readonly Choice[] = [
  {
    key: 'guarantor',
    label: '担保人的姓名或者名称',
    hint: '提供财产或者保证的人，可以是申请人本人。',
    kind: 'text',
    default: '',
  },
  {
    key: 'identity',
    label: '担保人的身份信息',
    hint: '身份证号码或者统一社会信用代码、住址、电话。',
    kind: 'text',
    default: '',
  },
  {
    key: 'property',
    label: '担保财产',
    hint: '名称、位置、权属证明编号；他人保证的可以写其收入、资产。',
    kind: 'paragraph',
    default: '',
  },
  { key: 'value', label: '担保财产的价值（元）', kind: 'money', default: '' },
  { key: 'signedOn', label: '签署日期', kind: 'date', default: '' },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function build(x: PaperContext): Paper {
  const c = x.case;
  const own = answers(x);
  const court = preservationCourt(x);
  const value = own.money('value');
  const number = caseNumber(c.suit.caseNumber);
  const dispute = `${names(plaintiffs(c))}与${names(defendants(c))}民间借贷纠纷一案`;
  const way = preservationSecurityKind(x) === 'guarantor' ? '保证' : '以财产提供担保';
  const worth = value === null ? '' : `价值${yuanText(value)}。`;
  const line = (text: string, key: string) => bodyLines(text, choicePath(ID, key));
  return {
    id: ID,
    title: '担保书',
    profile: 'N',
    fileName: fileName('11', '担保书', own.text('guarantor') || names(plaintiffs(c))),
    date: own.date('signedOn') ?? x.today,
    blocks: [
      p('title', '担保书'),
      ...line(
        `担保人：${sentence([own.text('guarantor'), own.text('identity')].filter((s) => s !== '').join('，'))}`,
        'guarantor',
      ),
      ...bodyLines(`被担保人：${names(plaintiffs(c))}。`, 'parties'),
      ...bodyLines(`担保人自愿为被担保人在${number}${dispute}中申请财产保全提供担保：`),
      ...bodyLines(`担保方式：${way}。`, choicePath('preservation-application', 'security')),
      ...line(`担保财产：${sentence(own.text('property'))}${worth}`, 'property'),
      ...bodyLines(
        `担保范围：因保全错误给被申请人${names(defendants(c))}造成的损失，以${yuanText(preservationAmount(x))}为限。`,
      ),
      ...bodyLines('担保责任：保全错误时，担保人在担保范围内承担赔偿责任。'),
      p('salutation', '此致', { keepNext: true }),
      p('court', court.text || '××××人民法院', { field: court.field, keepNext: true }),
      p('attachment', '附：担保人身份证明、担保财产权属证明', { keepNext: true }),
      p('signature', '担保人（签名或者盖章）：', { keepNext: true }),
      p('signature', dayOr(own.date('signedOn'), '    年    月    日'), {
        field: choicePath(ID, 'signedOn'),
      }),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const own = answers(x);
  const value = own.money('value');
  const amount = preservationAmount(x);
  const thing = preservationSecurityKind(x) !== 'guarantor';
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, [
      'guarantor',
      'identity',
      'property',
      ...(thing ? ['value'] : []),
    ]),
    ...(value !== null && value === 0
      ? [blocking(choicePath(ID, 'value'), '担保财产的价值应大于0')]
      : []),
    ...(value !== null && value > 0 && value < amount
      ? [
          {
            path: choicePath(ID, 'value'),
            message: `担保财产的价值低于请求保全的${yuanText(amount)}；诉前保全一般要求相当，法院可能要求补充`,
            level: 'warning' as const,
          },
        ]
      : []),
    ...insults([[choicePath(ID, 'property'), own.text('property')]]),
    {
      path: choicePath(ID, 'signedOn'),
      message: '打印后请由担保人本人签名或者盖章，并附身份证明和权属证明',
      level: 'warning',
    },
  ]);
}

export const preservationGuarantee: PaperTemplate = {
  id: ID,
  title: '担保书（财产保全用）',
  form: '07a',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) => {
    const main = preservationApplication.fits(x);
    if (!main.fits) return main;
    return ['property', 'guarantor'].includes(preservationSecurityKind(x))
      ? { fits: true, why: '以财产或者他人保证作担保时，随财产保全申请书提交' }
      : { fits: false, why: '已选择保函、现金或者不提供担保，不需要担保书' };
  },
  missing,
  build,
};
