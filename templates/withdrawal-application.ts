/** 撤诉申请书 (form 09e; CPL art. 148, cplInterp arts. 214, 238). */
import { courtFee } from '../shared/law/fees.ts';
import { blocking, warning } from './checks/common.ts';
import { inSuit, noDebt } from './checks/stage.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { caseNumber, sentence, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext } from './template.ts';

const ID = 'withdrawal-application';

const CHOICES: readonly Choice[] = [
  {
    key: 'reason',
    label: '撤诉的理由',
    hint: '留空就用“诉讼”里填写的撤诉原因。一句事实，例如 被告已于2026年4月20日偿还本金300,000元，双方无其他争议。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'defendants',
    label: '只对这些被告撤诉',
    hint: '一行一个姓名；留空就是对全部被告撤诉。',
    kind: 'list',
    default: [],
  },
  {
    key: 'settlement',
    label: '附和解协议',
    kind: 'flag',
    default: false,
  },
  {
    key: 'performed',
    label: '和解的款项已经全部收到',
    hint: '没有收到就撤诉，对方不履行还要重新起诉。',
    kind: 'flag',
    default: false,
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
/** As worded for the paper, else as noted with the suit. */
const reasonOf = (x: PaperContext) =>
  answers(x).text('reason') || (x.case.suit.withdrawal?.reason.trim() ?? '');

function against(x: PaperContext) {
  const chosen = answers(x)
    .list('defendants')
    .map((s) => s.trim());
  const all = defendants(x.case);
  return chosen.length === 0 ? all : all.filter((party) => chosen.includes(party.name));
}

function problems(x: PaperContext): Missing[] {
  const own = answers(x);
  const known = new Set(defendants(x.case).map((party) => party.name));
  const strange = own.list('defendants').filter((name) => !known.has(name.trim()));
  const half = courtFee(x.claim.total, true).fee;
  return [
    ...(reasonOf(x) === '' ? [blocking(choicePath(ID, 'reason'), '请填写“撤诉的理由”')] : []),
    ...strange.map((name) =>
      blocking(choicePath(ID, 'defendants'), `被告里没有“${name.trim()}”，请核对姓名`),
    ),
    ...(own.flag('settlement') && !own.flag('performed')
      ? [
          warning(
            choicePath(ID, 'performed'),
            '和解还没有履行的，建议请法院出具调解书，对方不履行时可以直接申请执行',
          ),
        ]
      : []),
    warning(
      choicePath(ID, 'reason'),
      `撤诉后可以就同一请求再起诉；受理费减半为${yuanText(half)}。诉讼时效重新计算，请先看清届满的日期`,
    ),
  ];
}

export const withdrawalApplication = application({
  id: ID,
  title: '撤诉申请书',
  form: '09e',
  stage: 'trial',
  order: '21',
  choices: CHOICES,
  sides: (x) => [
    { label: '申请人（原告）', parties: plaintiffs(x.case), own: true },
    { label: '被申请人（被告）', parties: against(x) },
  ],
  requests: (x) => [`申请撤回对被告${names(against(x))}的起诉`],
  factsHeading: '事实和理由',
  facts: (x) => {
    const number = caseNumber(x.case.suit.caseNumber);
    return `申请人与被申请人民间借贷纠纷一案，贵院已受理${number ? `（案号：${number}）` : ''}。${sentence(reasonOf(x))}现申请撤回起诉。`;
  },
  reference: (x) => ({
    label: '案号',
    text: x.case.suit.caseNumber,
    field: 'suit.caseNumber',
    need: { level: 'blocking', message: '请填写案号' },
  }),
  court: (x) => ({ text: x.case.suit.court, field: 'suit.court' }),
  attachments: (x) => (answers(x).flag('settlement') ? ['和解协议'] : []),
  signer: '申请人',
  fits: (x) => {
    const none = noDebt(x) ?? inSuit(x);
    if (none) return none;
    return reasonOf(x) === ''
      ? { fits: false, asks: true, why: '和解或者对方已经还清、要撤回起诉时使用；请先填写理由' }
      : { fits: true, why: '判决宣告以前可以申请撤诉，由法院裁定' };
  },
  missing: problems,
});
