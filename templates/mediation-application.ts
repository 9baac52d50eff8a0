/** 先行调解（诉前调解）申请书 (form 07b). */
import { warning } from './checks/common.ts';
import { arbitrationLoan, beforeSuit, noDebt } from './checks/stage.ts';
import { box, p, t } from './paper.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { events } from './parts/facts-text.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { APPLICANT, inVoice } from './parts/voice.ts';
import { sentence, yuanText } from './parts/words.ts';
import type { Choice, PaperContext } from './template.ts';

const ID = 'mediation-application';

const MODES = [
  { value: 'onsite', label: '现场' },
  { value: 'online', label: '线上' },
  { value: 'phone', label: '电话' },
] as const;

const CHOICES: readonly Choice[] = [
  {
    key: 'modes',
    label: '希望怎样调解',
    hint: '可以选几种；由法院最后安排。',
    kind: 'multi',
    options: MODES,
    default: ['onsite'],
  },
  {
    key: 'proposal',
    label: '您的调解方案',
    hint: '例如分几期、每期多少、何时还清；可以不写。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'online',
    label: '同意在线调解',
    hint: '由您本人决定，软件不代选。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'assigned',
    label: '同意由法院指定调解组织或者调解员',
    hint: '由您本人决定，软件不代选。',
    kind: 'flag',
    default: false,
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function owed(x: PaperContext): string {
  const { claim } = x;
  const interest = claim.interest > 0 ? `、利息${yuanText(claim.interest)}` : '';
  return `申请人请求的金额：本金${yuanText(claim.principal)}${interest}。`;
}

export const mediationApplication = application({
  id: ID,
  title: '先行调解申请书',
  form: '07b',
  stage: 'settlement',
  order: '10',
  choices: CHOICES,
  required: ['modes'],
  sides: (x) => [
    { label: '申请人', parties: plaintiffs(x.case), own: true },
    { label: '被申请人', parties: defendants(x.case) },
  ],
  requests: () => ['请求在立案前（先行）组织双方调解'],
  factsHeading: '争议事实',
  facts: (x) =>
    `申请人${names(plaintiffs(x.case))}与被申请人${names(defendants(x.case))}因下列借款发生争议，请求先行调解。\n${inVoice(events(x.case, x.claim), APPLICANT)}\n${owed(x)}`,
  after: (x) => {
    const own = answers(x);
    const chosen = own.list('modes');
    const field = (key: string) => ({ field: choicePath(ID, key) });
    const heading = (text: string) => p('heading', text, { keepNext: true });
    const proposal = own.text('proposal');
    return [
      ...(proposal
        ? [heading('调解方案：'), p('body', sentence(proposal), field('proposal'))]
        : []),
      heading('调解方式：'),
      p(
        'body',
        MODES.flatMap((m, i) => [
          t(`${i > 0 ? '　' : ''}${m.label}`),
          box(chosen.includes(m.value)),
        ]),
        field('modes'),
      ),
      p(
        'body',
        [
          t('同意在线调解'),
          box(own.flag('online')),
          t('　同意由法院指定调解组织或者调解员'),
          box(own.flag('assigned')),
        ],
        field('online'),
      ),
    ];
  },
  court: (x) => ({ text: x.case.suit.court, field: 'suit.court' }),
  attachments: (x) => [...(x.case.evidence.length > 0 ? ['证据材料'] : []), '申请人身份证明'],
  fits: (x) => {
    const none = noDebt(x) ?? beforeSuit(x);
    if (none) return none;
    return arbitrationLoan(x) >= 0
      ? { fits: false, why: '借款约定了仲裁，调解请向约定的仲裁机构提出' }
      : { fits: true, why: '愿意先谈的，立案前请法院组织调解，调解成功并自动履行的不交诉讼费' };
  },
  missing: (x) => [
    ...defendants(x.case).flatMap((party) =>
      party.phone === ''
        ? [
            warning(
              `parties.${x.case.parties.indexOf(party)}.phone`,
              `请尽量填写${party.name || '对方'}的电话，没有联系方式难以调解`,
            ),
          ]
        : [],
    ),
    warning(
      choicePath(ID, 'proposal'),
      '向法院或者人民调解组织申请调解的，诉讼时效中断；请保留提交的回执',
    ),
  ],
});
