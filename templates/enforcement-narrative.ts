/** 申请执行书, the narrative application of 2016 (form 05b). */
import { enforcementProblems, fitsEnforcement } from './checks/enforcement.ts';
import { application } from './parts/application.ts';
import { choicesOf } from './parts/choices.ts';
import {
  enforcementSides,
  executingCourt,
  instrumentSentence,
} from './parts/enforcement-application.ts';
import { enforcementOf } from './parts/enforcement-figures.ts';
import {
  delayInterestText,
  instrumentWord,
  ordinaryInterestText,
  principalText,
  unpaidWord,
} from './parts/enforcement-text.ts';
import { instrumentAnnexes } from './parts/filing-materials.ts';
import { defendants, names } from './parts/people.ts';
import { yuanText } from './parts/words.ts';
import type { Choice, PaperContext, PaperTemplate } from './template.ts';

const ID = 'enforcement-narrative';

const CHOICES: readonly Choice[] = [
  {
    key: 'heading',
    label: '标题',
    hint: '2016年文书样式写“申请执行书”，各地法院多写“强制执行申请书”，都可以用。',
    kind: 'select',
    options: [
      { value: '强制执行申请书', label: '强制执行申请书' },
      { value: '申请执行书', label: '申请执行书' },
    ],
    default: '强制执行申请书',
  },
];

function requests(x: PaperContext): string[] {
  const e = enforcementOf(x);
  const j = x.case.judgment;
  if (!e || !j) return [];
  const interest = ordinaryInterestText(x);
  const delay = delayInterestText(x);
  return [
    ...(e.principal > 0 ? [`强制执行借款本金${principalText(x)}`] : []),
    ...(interest ? [`强制执行利息（${interest}）`] : []),
    ...(e.costs > 0 ? [`强制执行${instrumentWord(j)}确定的费用${yuanText(e.costs)}`] : []),
    ...(delay ? [`强制执行迟延履行期间加倍部分债务利息（${delay}）`] : []),
    '申请执行费由被执行人承担',
  ];
}

export const enforcementNarrative: PaperTemplate = application({
  id: ID,
  title: (x) => choicesOf(x, ID, CHOICES).text('heading') || '强制执行申请书',
  name: '强制执行申请书（叙述式）',
  form: '05b',
  stage: 'enforcement',
  order: '01',
  // The element form has the plain name.
  fileTitle: '强制执行申请书（叙述式）',
  choices: CHOICES,
  sides: (x) => enforcementSides(x, defendants(x.case)),
  opening: (x) =>
    `${instrumentSentence(x.case)}。被执行人${names(defendants(x.case))}${unpaidWord(x.case, enforcementOf(x)?.asOf)}生效法律文书确定的给付义务，特向你院申请强制执行。`,
  requestHeading: '请求事项',
  requests,
  court: (x) => executingCourt(x.case),
  attachments: (x) => [
    ...instrumentAnnexes(x.case),
    ...(x.case.propertyClues.length > 0 ? ['财产线索表1份'] : []),
  ],
  signed: (x) => ({
    signedOn: x.case.enforcement?.signedOn ?? null,
    field: 'enforcement.signedOn',
  }),
  fits: fitsEnforcement,
  missing: (x) => enforcementProblems(x, 'enforcement-narrative'),
});
