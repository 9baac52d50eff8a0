/** 司法拘留、罚款申请书 (form 06h A): recorded acts with dates and proof; the court alone decides. */
import { cplNumber } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  enforcementApplication,
  exhibitNames,
  fitsDuringEnforcement,
  openingFacts,
  targets,
} from './parts/enforcement-application.ts';
import {
  factLine,
  factPath,
  needsExhibit,
  obstructions,
  proofOf,
  REPORT_KINDS,
} from './parts/obstruction.ts';
import { names } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'detention-application';

const CHOICES: readonly Choice[] = [
  {
    key: 'measures',
    label: '申请的措施',
    hint: '是否采取、采取哪一种由法院决定。',
    kind: 'multi',
    options: [
      { value: '拘留', label: '拘留' },
      { value: '罚款', label: '罚款' },
    ],
    default: ['拘留', '罚款'],
  },
];

const measures = (x: PaperContext) => choicesOf(x, ID, CHOICES).list('measures').join('、');
const acts = (x: PaperContext) => obstructions(x, targets(x, ID));

function facts(x: PaperContext): string {
  const list = acts(x);
  const report = list.some((f) => REPORT_KINDS.includes(f.element));
  return [
    openingFacts(x),
    ...list.map((f) => factLine(x, f)),
    `依照${citeTogether([
      { statute: 'cpl', article: cplNumber('obstruction') },
      ...(report ? [{ statute: 'cpl' as const, article: cplNumber('propertyReport') }] : []),
    ])}的规定，特提出申请。`,
  ].join('\n');
}

function gates(x: PaperContext): Missing[] {
  const list = acts(x);
  const aimed = targets(x, ID);
  return [
    ...(list.length === 0
      ? [
          blocking(
            'conduct',
            '还没有记录具体的行为（拒不报告、虚假报告、隐匿转移财产、阻碍执行等）；只是没有还钱不能申请拘留、罚款',
          ),
        ]
      : []),
    ...list.flatMap((f): Missing[] => {
      return [
        ...(f.date === null ? [blocking(factPath(x, f, 'date'), '请填写这件事发生的日期')] : []),
        ...(needsExhibit(f) && proofOf(x, [f]).length === 0
          ? [warning(factPath(x, f, 'evidenceIds'), '这件事还没有挂上证据')]
          : []),
      ];
    }),
    ...(aimed.some((p) => p.kind === 'organisation') && measures(x).includes('拘留')
      ? [
          warning(
            choicePath(ID, 'measures'),
            '被执行人是单位的，罚款对单位，拘留只能对其主要负责人或者直接责任人员，请在事实里写明是谁',
          ),
        ]
      : []),
    warning('conduct', '是否罚款、拘留由法院决定；不要用它来催促或者威胁对方'),
  ];
}

export const detentionApplication: PaperTemplate = enforcementApplication({
  id: ID,
  title: (x) => {
    const list = choicesOf(x, ID, CHOICES).list('measures');
    const only = list.length === 1 ? list[0] : undefined;
    return only === undefined
      ? '司法拘留、罚款申请书'
      : `${only === '拘留' ? '司法拘留' : only}申请书`;
  },
  name: '司法拘留、罚款申请书',
  form: '06h',
  order: '34',
  choices: CHOICES,
  required: ['measures'],
  requests: (x) => [`请求依法对被执行人${names(targets(x, ID))}采取${measures(x)}措施`],
  facts,
  attachments: (x) => exhibitNames(x.case, proofOf(x, acts(x))),
  fits: (x) =>
    acts(x).length === 0
      ? { fits: false, why: '没有记录妨害执行的具体行为；只是没有还钱不能申请' }
      : fitsDuringEnforcement(x),
  missing: gates,
});
