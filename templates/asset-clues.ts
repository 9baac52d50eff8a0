/** 被执行人财产线索表: the table financial-inquiry rules art. 2 asks the applicant for (form 05c). */
import type { Case } from '../shared/case/case.ts';
import type { PropertyClue } from '../shared/case/conduct.ts';
import { exhibits, pageRange } from '../shared/case/exhibits.ts';
import { evidenceOf } from '../shared/law/dishonest-facts.ts';
import { seizureEnd } from '../shared/law/seizures.ts';
import { blocking, insults, signatureReminder, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Paper, p } from './paper.ts';
import { SIGNED_ON } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { defendants, fullName, names, plaintiffs } from './parts/people.ts';
import { bodyRow, type Column, headRow, table } from './parts/table-paper.ts';
import { caseNumber, day, dayOr, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'asset-clues';

/** The classes of the form, in its order, with what makes a clue clear and specific. */
const CLASSES: Record<PropertyClue['kind'], { order: number; label: string; need: string }> = {
  account: { order: 1, label: '银行存款', need: '开户银行（支行）和账号，至少写尾号和开户行' },
  virtual: { order: 2, label: '网络资金账户', need: '账号或者绑定的手机号' },
  realEstate: { order: 3, label: '不动产', need: '坐落，有权证号、不动产单元号的一并写' },
  vehicle: { order: 4, label: '机动车', need: '号牌号码，以及停放地点或者使用人' },
  equity: { order: 5, label: '股权、投资权益', need: '公司名称和持股比例' },
  claim: { order: 6, label: '到期债权、应收账款', need: '次债务人的名称和地址、金额、到期日' },
  salary: { order: 7, label: '工资、租金等收入', need: '支付单位的名称、地址、联系人' },
  other: { order: 8, label: '其他', need: '地点、数量、状况' },
};

const CHOICES: readonly Choice[] = [
  {
    key: 'transfers',
    label: '转移、隐匿财产的线索',
    hint: '一行一条：时间、方式、转给谁、有什么证据。没有就留空。',
    kind: 'list',
    default: [],
  },
  {
    key: 'whereabouts',
    label: '与查找财产有关的住处、电话、常用车辆',
    hint: '一行一条，只写与查找财产有关的事实；不写家人的无关情况。',
    kind: 'list',
    default: [],
  },
  SIGNED_ON,
];

const COLUMNS: Column[] = [
  { title: '序号', weight: 7, align: 'center' },
  { title: '类别', weight: 15 },
  { title: '线索内容', weight: 44 },
  { title: '来源', weight: 22 },
  { title: '证据页码', weight: 12, align: 'center' },
];

/** Everything known of one clue, in one sentence. */
export function clueText(c: Case, clue: PropertyClue): string {
  const owner = c.parties.find((one) => one.id === clue.partyId);
  const several = defendants(c).length > 1;
  const where =
    clue.location === ''
      ? ''
      : `${clue.kind === 'vehicle' ? '停放地点或使用人：' : '位置：'}${clue.location}`;
  const end = seizureEnd(clue);
  const seized =
    clue.seizedOn && clue.liftedOn === null
      ? `${day(clue.seizedOn)}已查封、扣押或冻结${end ? `，期限至${day(end)}` : ''}`
      : '';
  const whose = several && owner ? `（${fullName(owner)}）` : '';
  return [`${clue.description}${whose}`, where, seized, clue.note]
    .filter((s) => s !== '')
    .join('；');
}

/** Pages of the exhibits behind a clue in the evidence bundle; their numbers where pages aren't known. */
function pages(c: Case, clue: PropertyClue): string {
  const ids = evidenceOf(c, clue.id, clue.evidenceIds);
  return exhibits(c)
    .filter((e) => ids.includes(e.item.id))
    .map((e) => pageRange(e) || `证据${e.number}`)
    .join('、');
}

function rows(x: PaperContext): string[][] {
  const c = x.case;
  const own = choicesOf(x, ID, CHOICES);
  const clues = [...c.propertyClues].sort((a, b) => CLASSES[a.kind].order - CLASSES[b.kind].order);
  return [
    ...clues.map((clue) => [
      CLASSES[clue.kind].label,
      clueText(c, clue),
      clue.source,
      pages(c, clue),
    ]),
    ...own.list('transfers').map((text) => ['转移隐匿线索', text, '', '']),
    ...own.list('whereabouts').map((text) => ['住处、电话等', text, '', '']),
  ].map((row, i) => [String(i + 1), ...row]);
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const own = choicesOf(x, ID, CHOICES);
  const signedOn = own.date('signedOn');
  const numbers = defendants(c)
    .map((one) => (one.kind === 'person' ? one.idNumber : one.creditCode))
    .filter((s) => s !== '')
    .join('、');
  return {
    id: ID,
    title: '被执行人财产线索表',
    profile: 'T',
    fileName: fileName('08', '被执行人财产线索表', names(plaintiffs(c))),
    date: signedOn ?? x.today,
    blocks: [
      p('title', '被执行人财产线索表'),
      p('caseLine', `执行案号：${caseNumber(c.enforcement?.caseNumber ?? '') || '（立案后填写）'}`),
      p('caseLine', `申请执行人：${names(plaintiffs(c))}　被执行人：${names(defendants(c))}`),
      p('caseLine', `被执行人证件号码：${numbers}`),
      p('caseLine', `填表日期：${dayOr(signedOn, '    年    月    日')}`),
      table(COLUMNS, false, [headRow(COLUMNS), ...rows(x).map((row) => bodyRow(COLUMNS, row))]),
      p('formula', '以上线索系申请执行人掌握，保证未以非法手段取得。'),
      p('signature', '申请执行人（签名或盖章）：', { keepNext: true }),
      p(
        'signature',
        `联系电话：${plaintiffs(c)
          .map((one) => one.phone)
          .filter((s) => s !== '')
          .join('、')}`,
        { keepNext: true },
      ),
      p('signature', `日期：${dayOr(signedOn, '    年    月    日')}`),
    ],
  };
}

function clueProblems(c: Case): Missing[] {
  return c.propertyClues.flatMap((clue, i): Missing[] => {
    const path = `propertyClues.${i}`;
    const kind = CLASSES[clue.kind];
    const vague =
      clue.kind === 'vehicle' && clue.location === ''
        ? [
            warning(
              `${path}.location`,
              `请补充“${clue.description || '这辆车'}”停在哪里、谁在使用；只登记在名下、没有实际控制的车，法院难以扣押`,
            ),
          ]
        : [];
    return [
      ...(clue.description === ''
        ? [blocking(`${path}.description`, `请写明这条线索：${kind.need}`)]
        : []),
      ...vague,
      ...(clue.source === '' ? [warning(`${path}.source`, '请写明这条线索是怎么知道的')] : []),
    ];
  });
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const own = choicesOf(x, ID, CHOICES);
  return blockingFirst([
    ...(plaintiffs(c).length === 0 ? [blocking('parties', '请录入申请执行人（出借人）')] : []),
    ...(defendants(c).length === 0 ? [blocking('parties', '请录入被执行人（借款人）')] : []),
    ...(rows(x).length === 0 ? [blocking('propertyClues', '还没有财产线索，请先录入')] : []),
    ...clueProblems(c),
    ...choiceProblems(x, ID, CHOICES, []),
    ...insults(
      ['transfers', 'whereabouts'].map((key): [string, string] => [
        choicePath(ID, key),
        own.list(key).join('\n'),
      ]),
    ),
    warning(
      'propertyClues',
      '线索只写合法得到的：不要安装定位设备、购买个人信息、进入他人住处；这些会侵害隐私，甚至构成犯罪',
    ),
    warning(
      'enforcement.court',
      '有的法院有自己的财产调查表，法院要求时请改用法院的表，本表作为附件',
    ),
    ...signatureReminder(
      plaintiffs(c),
      '申请执行人',
      choicePath(ID, 'signedOn'),
      own.date('signedOn'),
    ),
  ]);
}

export const assetClues: PaperTemplate = {
  id: ID,
  title: '被执行人财产线索表',
  form: '05c',
  stage: 'enforcement',
  choices: CHOICES,
  fits: (x) => {
    if (!x.case.judgment) return { fits: false, why: '还没有判决书、调解书等生效法律文书' };
    return x.case.propertyClues.length > 0
      ? { fits: true, why: '线索明确、具体的，法院七日内核实，紧急的三日内核实' }
      : { fits: false, why: '还没有录入财产线索' };
  },
  missing,
  build,
};
