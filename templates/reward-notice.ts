/** 悬赏执行申请书: the four contents of property-inquiry rules art. 21 (form 06d). */
import { blocking, warning } from './checks/common.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { enforcementApplication, openingFacts, targets } from './parts/enforcement-application.ts';
import { names } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { rateFigure, sentence, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'reward-notice';

const PLATFORM = '全国法院执行悬赏公告平台';
const OTHER = '其他媒体（费用由申请执行人负担）';

const CHOICES: readonly Choice[] = [
  {
    key: 'mode',
    label: '悬赏金怎么算',
    kind: 'select',
    options: [
      { value: 'percent', label: '按实际执行到位金额的比例' },
      { value: 'fixed', label: '固定金额' },
      { value: 'tiered', label: '分段计算' },
    ],
    default: 'percent',
  },
  {
    key: 'percent',
    label: '比例（%）',
    hint: '按比例计算时填写，例如 10。',
    kind: 'text',
    default: '10',
  },
  {
    key: 'amount',
    label: '固定金额（元）',
    hint: '选固定金额时填写。',
    kind: 'money',
    default: '',
  },
  {
    key: 'tiers',
    label: '分段办法',
    hint: '选分段计算时填写，一行一段，例如：执行到位10万元以内的部分，按8%计算。',
    kind: 'list',
    default: [],
  },
  { key: 'cap', label: '悬赏金上限（元）', hint: '留空就不设上限。', kind: 'money', default: '' },
  {
    key: 'channels',
    label: '发布方式',
    kind: 'multi',
    options: ['贵院官方微博、微信', PLATFORM, '贵院公告栏', OTHER].map((value) => ({
      value,
      label: value,
    })),
    default: ['贵院官方微博、微信', PLATFORM],
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const PERCENT = /^(?:100|\d{1,2}(?:\.\d{1,2})?)$/;

/** 按线索使本案实际执行到位金额的10%计算，上限20,000元. */
function reward(x: PaperContext): string[] {
  const own = answers(x);
  const cap = own.money('cap');
  const limit = cap === null ? '' : `，上限${yuanText(cap)}`;
  if (own.text('mode') === 'fixed') {
    const amount = own.money('amount');
    return [amount === null ? '' : `${yuanText(amount)}。`];
  }
  if (own.text('mode') === 'tiered') {
    return [
      ...own.list('tiers').map(sentence),
      ...(cap === null ? [] : [`总额上限${yuanText(cap)}。`]),
    ];
  }
  return [`按线索使本案实际执行到位金额的${rateFigure(own.text('percent'))}%计算${limit}。`];
}

function gates(x: PaperContext): Missing[] {
  const own = answers(x);
  const mode = own.text('mode');
  const stop = (key: string, text: string) => blocking(choicePath(ID, key), text);
  const percent = own.text('percent');
  return [
    ...(mode === 'percent' && (!PERCENT.test(percent) || Number(percent) === 0)
      ? [stop('percent', '比例应为大于 0、不超过 100 的数字，最多两位小数，例如 10')]
      : []),
    ...(mode === 'fixed' && own.money('amount') === null
      ? [stop('amount', '请填写固定的悬赏金额')]
      : []),
    ...(mode === 'tiered' && own.list('tiers').length === 0
      ? [stop('tiers', '请逐段写明悬赏金的计算办法')]
      : []),
    warning(
      choicePath(ID, 'mode'),
      '悬赏金从执行到位、应发给您的款项里扣，不够扣的由您另付；法院在十日内决定是否准许',
    ),
    warning(
      choicePath(ID, 'channels'),
      '只由法院发布：请不要自己张贴、转发带有对方姓名、照片、证件号码的“悬赏”',
    ),
  ];
}

export const rewardNotice: PaperTemplate = enforcementApplication({
  id: ID,
  title: '悬赏执行申请书',
  form: '06d',
  order: '30',
  choices: CHOICES,
  required: ['mode', 'channels'],
  requests: (x) => [`请求对被执行人${names(targets(x, ID))}的财产线索发布悬赏公告`],
  sections: (x) => [
    { heading: '悬赏金的数额或者计算方法', lines: reward(x), field: choicePath(ID, 'mode') },
    {
      heading: '承诺',
      lines: [
        '有关人员提供人民法院尚未掌握的财产线索，使本案债权得以全部或者部分实现的，申请执行人自愿按上述标准支付悬赏金。',
      ],
    },
    {
      heading: '发布方式',
      lines: [`${answers(x).list('channels').join('、')}。公告内容以人民法院依法公布的为限。`],
      field: choicePath(ID, 'channels'),
    },
  ],
  facts: (x) =>
    [
      openingFacts(x),
      '申请执行人尚未掌握足以清偿本案债务的财产线索。',
      `依照${citeTogether([{ statute: 'propertyInquiry', article: 21 }])}的规定，特提出申请。`,
    ].join('\n'),
  missing: gates,
});
