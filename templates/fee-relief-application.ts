/** 缓交、减交、免交诉讼费用申请书, with the ground the fee rules name (form 09f; 办法 arts. 44–49). */
import { filingFee } from '../shared/claim/filing-fee.ts';
import { citeFull } from '../shared/law/statutes.ts';
import { packChoices } from '../shared/packs.ts';
import { blocking, warning } from './checks/common.ts';
import { noDebt } from './checks/stage.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { caseNumber, sentence, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext } from './template.ts';

const ID = 'fee-relief-application';

const KINDS = {
  exempt: { word: '免交', article: 45 },
  reduce: { word: '减交', article: 46 },
  defer: { word: '缓交', article: 47 },
} as const;
type Kind = keyof typeof KINDS;

/** Grounds by article and item, shortened to what a lender in hardship may invoke. */
const GROUNDS: readonly { value: string; label: string }[] = [
  { value: '45-1', label: '免交：残疾人无固定生活来源' },
  { value: '45-3', label: '免交：最低生活保障、特困供养、领取失业保险金且无其他收入' },
  { value: '45-5', label: '免交：确实需要免交的其他情形' },
  { value: '46-1', label: '减交：因自然灾害等生活困难、正在接受社会救济，或者生产经营难以为继' },
  { value: '46-2', label: '减交：国家规定的优抚、安置对象' },
  { value: '46-4', label: '减交：确实需要减交的其他情形' },
  { value: '47-3', label: '缓交：正在接受有关部门法律援助' },
  { value: '47-4', label: '缓交：确实需要缓交的其他情形' },
];

const CHOICES: readonly Choice[] = [
  {
    key: 'kind',
    label: '申请什么',
    hint: '免交只限自然人；由法院审查决定。',
    kind: 'select',
    options: [
      { value: 'defer', label: '缓交' },
      { value: 'reduce', label: '减交' },
      { value: 'exempt', label: '免交' },
    ],
    default: 'defer',
  },
  {
    key: 'ground',
    label: '符合哪一项',
    hint: '要与申请的种类对应，并附证明。',
    kind: 'select',
    options: GROUNDS,
    default: '',
  },
  {
    key: 'amount',
    label: '申请缓、减、免的金额（元）',
    hint: '留空就是按请求金额算出的受理费。',
    kind: 'money',
    default: '',
  },
  {
    key: 'reason',
    label: '困难的事实',
    hint: '收入、家庭、救助等具体情况。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'proofs',
    label: '困难证明',
    hint: '一行一份，例如 法律援助决定书、民政部门出具的证明。',
    kind: 'list',
    default: [],
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

function kindOf(x: PaperContext): Kind {
  const kind = answers(x).text('kind');
  return kind === 'exempt' || kind === 'reduce' ? kind : 'defer';
}

/** Ticked among the papers that go in with the complaint: then it tells what it lacks. */
function wanted(x: PaperContext): boolean {
  const include = x.case.choices[packChoices('filing')]?.include;
  return Array.isArray(include) && include.includes(ID);
}

/** What the court asks for under the procedure recorded, as the notice and the next step say. */
const full = (x: PaperContext) => filingFee(x.case, x.claim.total).fee;
const amount = (x: PaperContext) => answers(x).money('amount') ?? full(x);

/** 《诉讼费用交纳办法》第四十四条、第四十七条第三项. */
function basis(x: PaperContext): string {
  const [article = 0, item = 0] = answers(x).text('ground').split('-').map(Number);
  const general = citeFull('fees', 44);
  if (article === 0) return general;
  const special = citeFull('fees', article, undefined, item);
  return `${general}、${special.slice(special.indexOf('》') + 1)}`;
}

function problems(x: PaperContext): Missing[] {
  const own = answers(x);
  const { article, word } = KINDS[kindOf(x)];
  const ground = own.text('ground');
  const path = (key: string) => choicePath(ID, key);
  const asked = own.money('amount');
  return [
    ...(kindOf(x) === 'exempt' && plaintiffs(x.case).some((p) => p.kind === 'organisation')
      ? [blocking(path('kind'), '免交诉讼费用只适用于自然人，单位请改选缓交或者减交')]
      : []),
    ...(ground !== '' && !ground.startsWith(`${article}-`)
      ? [blocking(path('ground'), `这一项不适用于${word}，请选择“${word}”开头的一项`)]
      : []),
    ...(asked !== null && asked > full(x)
      ? [
          blocking(
            path('amount'),
            `申请的金额${yuanText(asked)}超过受理费${yuanText(full(x))}，请改小`,
          ),
        ]
      : []),
    ...(amount(x) === 0 ? [blocking(path('amount'), '申请的金额应大于0')] : []),
    warning(path('proofs'), '与起诉状一并提交；没有困难证明的一般不予准许'),
  ];
}

export const feeReliefApplication = application({
  id: ID,
  title: (x) => `${KINDS[kindOf(x)].word}诉讼费用申请书`,
  name: '缓交、减交、免交诉讼费用申请书',
  form: '09f',
  stage: 'filing',
  order: '12',
  choices: CHOICES,
  required: ['ground', 'reason', 'proofs'],
  sides: (x) => [{ label: '申请人', parties: plaintiffs(x.case), own: true }],
  requests: (x) => {
    const number = caseNumber(x.case.suit.caseNumber);
    const which = number ? `${number}一案` : `与${names(defendants(x.case))}民间借贷纠纷一案`;
    return [`请求${KINDS[kindOf(x)].word}${which}一审案件受理费${yuanText(amount(x))}`];
  },
  facts: (x) => {
    const reason = sentence(answers(x).text('reason'));
    return `申请人与${names(defendants(x.case))}民间借贷纠纷一案已向贵院起诉。${reason}交纳诉讼费用确有困难，依据${basis(x)}的规定，特提出申请。`;
  },
  court: (x) => ({ text: x.case.suit.court, field: 'suit.court' }),
  attachments: (x) => answers(x).list('proofs'),
  fits: (x) => {
    const none = noDebt(x);
    if (none) return none;
    if (x.case.judgment) return { fits: false, why: '本案已有生效法律文书' };
    return answers(x).text('ground') === '' && !wanted(x)
      ? { fits: false, asks: true, why: '交纳诉讼费确有困难、有证明时申请；请先选择符合的一项' }
      : { fits: true, why: `随起诉状提交；一审受理费${yuanText(full(x))}` };
  },
  missing: problems,
});
