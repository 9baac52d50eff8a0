/** 参与分配申请书（申请案款分配用）, element form of 法〔2025〕82号 (form 05d D). */

import type { Party } from '../shared/case/party.ts';
import type { Judgment } from '../shared/case/proceedings.ts';
import { distributionAmount } from '../shared/claim/distribution.ts';
import { closedOn, finalisedSince, receiptsOf } from '../shared/law/enforcement-records.ts';
import { cite } from '../shared/law/statutes.ts';
import {
  agentProblems,
  blocking,
  ownParticulars,
  signatureReminder,
  warning,
} from './checks/common.ts';
import { bankProblems, fitsEnforcement } from './checks/enforcement.ts';
import { blockingFirst } from './checks/filing.ts';
import { box, type Paper, p, type Row, type Run, t } from './paper.ts';
import { SIGNED_ON } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import {
  ELEMENT_INDENT,
  ENFORCEMENT_GRID,
  enforcementGrid as grid,
  type Line,
  labelRow,
  sectionBar,
  textLines,
} from './parts/element-form.ts';
import { enforcementFigures, enforcementOf } from './parts/enforcement-figures.ts';
import { instrumentNumbers } from './parts/enforcement-text.ts';
import { agentRows, partyRows } from './parts/party-blocks.ts';
import { borrowers, defendants, names, plaintiffs } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { caseNumber, day, fileName, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'distribution-application';

const PRIORITY = ['质押、抵押', '建设工程价款', '拆迁安置', '消费者', '其他'];

const CHOICES: readonly Choice[] = [
  {
    key: 'number',
    label: '控制执行款的案件的执行案号',
    hint: '别的债权人申请执行的案件，钱在那个案件里。',
    kind: 'text',
    default: '',
  },
  {
    key: 'status',
    label: '自己的执行案件现在的状态',
    kind: 'select',
    options: [
      { value: '', label: '按案件的记录' },
      { value: '执行中', label: '执行中' },
      { value: '终本', label: '终结本次执行程序' },
      { value: '终结', label: '终结执行' },
    ],
    default: '',
  },
  {
    key: 'priority',
    label: '有没有优先受偿权',
    hint: '普通借款没有优先权；有抵押、质押的选“质押、抵押”。',
    kind: 'select',
    options: [{ value: '', label: '没有' }, ...PRIORITY.map((value) => ({ value, label: value }))],
    default: '',
  },
  {
    key: 'doubled',
    label: '申请分配迟延履行期间的加倍利息',
    hint: '加倍部分在本金、一般利息之后受偿；钱不够分时多数法院不予分配。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'reason',
    label: '申请分配的理由',
    hint: '留空按普通债权写。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'proof',
    label: '证据',
    hint: '一行一项。',
    kind: 'list',
    default: ['生效法律文书', '执行案件受理通知书'],
  },
  SIGNED_ON,
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const dueDay = (x: PaperContext) => answers(x).date('signedOn') ?? x.today;

const DOCUMENT: Record<Judgment['kind'], string> = {
  judgment: '民事判决书',
  ruling: '民事裁定书',
  mediation: '民事调解书',
  paymentOrder: '支付令',
  award: '仲裁裁决书',
  notarised: '公证债权文书',
};

/** 303,452.05元（本金300,000元、利息3,452.05元，暂计至2026年8月3日）. */
function amountText(x: PaperContext): string {
  const e = enforcementOf(x, dueDay(x));
  if (!e) return '';
  const doubled = answers(x).flag('doubled');
  const parts: [string, number][] = [
    ['本金', e.principal],
    ['费用', e.costs],
    ['利息', e.fixedInterest + e.ordinaryInterest],
    ['迟延履行期间加倍部分债务利息', doubled ? e.doubled : 0],
  ];
  const list = parts.filter(([, fen]) => fen > 0).map(([label, fen]) => `${label}${yuanText(fen)}`);
  return `${yuanText(distributionAmount(e, doubled))}（${list.join('、')}，暂计至${day(e.asOf)}）`;
}

function reasonText(x: PaperContext): string {
  const own = answers(x).text('reason');
  if (own) return own;
  const how = answers(x).text('priority')
    ? '申请在优先受偿范围内优先受偿，其余部分按比例受偿'
    : '申请按普通债权比例受偿';
  return `${names(borrowers(x.case))}名下财产不足以清偿全部债务，${how}。`;
}

const boxes = (labels: readonly string[], ticked: string): Run[] =>
  labels.flatMap((label, i) => [t(`${i > 0 ? '  ' : ''}${label}`), box(label === ticked)]);

/** Only the operative part and the reasons can be long enough to need breaking over a page. */
const row = (label: string, lines: Line[], field: string): Row =>
  labelRow(grid.facts, label, lines, { field, ...(lines.length > 4 ? { mayBreak: true } : {}) });

function rows(x: PaperContext): Row[] {
  const c = x.case;
  const own = answers(x);
  const j = c.judgment;
  const e = c.enforcement;
  const applied = Boolean(e?.appliedOn || e?.caseNumber);
  const paid = receiptsOf(e).receipts.reduce((sum, one) => sum + one.amount, 0);
  const recorded = closedOn(e) !== null ? '终结' : finalisedSince(e) !== null ? '终本' : '执行中';
  const priority = own.text('priority');
  return [
    sectionBar(grid, '申请事项'),
    row(
      '执行案号及被执行人（控制执行款的执行案件）',
      [`执行案号：${caseNumber(own.text('number'))}`, `被执行人：${names(borrowers(c))}`],
      choicePath(ID, 'number'),
    ),
    row(
      '申请分配依据及内容（申请人取得的生效法律文书）',
      [
        [t('是否已取得生效法律文书  否'), box(j === null), t('  是'), box(j !== null)],
        `文书种类：${j ? DOCUMENT[j.kind] : ''}`,
        `生效法律文书案号：${instrumentNumbers(c)}`,
        ...textLines(`生效法律文书内容：${j?.operativeText ?? ''}`),
        [t('是否已经申请执行：否'), box(!applied), t('  是'), box(applied)],
        `执行法院：${applied ? (e?.court ?? '') : ''}`,
        `案号：${caseNumber(e?.caseNumber ?? '')}`,
        `已执行到位金额：${applied ? yuanText(paid) : ''}`,
        [
          t('案件状态：'),
          ...boxes(['执行中', '终本', '终结'], applied ? own.text('status') || recorded : ''),
        ],
      ],
      'judgment',
    ),
    row(
      '申请人是否有优先受偿权利',
      [
        [t('否'), box(priority === ''), t('  是'), box(priority !== '')],
        [t('优先受偿权利类型：'), ...boxes(PRIORITY, priority)],
      ],
      choicePath(ID, 'priority'),
    ),
    row('申请分配金额', [amountText(x)], 'judgment.items'),
    row('申请分配理由', textLines(reasonText(x)), choicePath(ID, 'reason')),
    row(
      '证据',
      own.list('proof').map((s, i) => `${i + 1}. ${s}`),
      choicePath(ID, 'proof'),
    ),
  ];
}

/** The account stands in the block of its holder; without a match, in the first applicant's. */
function applicants(x: PaperContext): Row[] {
  const c = x.case;
  const none = { number: '', holder: '', branch: '' };
  const bank = c.enforcement?.bankAccount ?? none;
  const list = plaintiffs(c);
  const holder = list.find((party) => party.name === bank.holder) ?? list[0];
  const options = {
    label: '申请人',
    unknownEmployer: '无',
    creditCode: true,
    listedCompany: false,
    ownershipGap: '  ',
  };
  return list.length === 0
    ? partyRows(c, grid, [], { ...options, bank }, false, true)
    : list.flatMap((party) =>
        partyRows(c, grid, [party], { ...options, bank: party === holder ? bank : none }, false),
      );
}

/** Legal persons go the way of bankruptcy; partnerships and the like are open to distribution. */
function isLegalPerson(party: Party): boolean {
  return (
    party.kind === 'organisation' &&
    !['soleProprietorship', 'partnership', 'professionalServices'].includes(party.type ?? '')
  );
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const signedOn = answers(x).date('signedOn');
  return {
    id: ID,
    title: '参与分配申请书',
    profile: 'E',
    fileName: fileName('11', '参与分配申请书', names(plaintiffs(c))),
    date: signedOn ?? x.today,
    blocks: [
      p('title', '参与分配申请书'),
      p('subtitle', '（申请案款分配用）'),
      {
        type: 'table',
        columns: ENFORCEMENT_GRID,
        indent: ELEMENT_INDENT,
        rows: [
          sectionBar(grid, '当事人信息'),
          ...applicants(x),
          ...agentRows(c, grid, plaintiffs(c)),
          ...rows(x),
        ],
      },
      ...signatureLines('申请人（签字、盖章）：', '日期：', signedOn),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const own = answers(x);
  const { problem } = enforcementFigures(x, dueDay(x));
  const debtor = borrowers(c);
  return blockingFirst([
    ...(plaintiffs(c).length === 0 ? [blocking('parties', '请录入申请人（出借人）')] : []),
    ...(defendants(c).length === 0 ? [blocking('parties', '请录入被执行人（借款人）')] : []),
    ...plaintiffs(c).flatMap((party) => ownParticulars(c, party)),
    ...agentProblems(c, plaintiffs(c)),
    ...(debtor.length > 0 && debtor.every(isLegalPerson)
      ? [
          blocking(
            'parties',
            `被执行人是企业法人的，不适用参与分配（${cite('cplInterp', 506)}）；财产不足以清偿时，可以申请破产`,
          ),
        ]
      : []),
    ...(c.judgment === null ? [blocking('judgment', '还没有生效法律文书，不能申请参与分配')] : []),
    ...(problem && c.judgment ? [blocking(problem.field, problem.message)] : []),
    ...bankProblems(x),
    ...choiceProblems(x, ID, CHOICES, ['number', 'proof']),
    warning(choicePath(ID, 'number'), '应当在该案的财产执行终结以前提交给控制执行款的法院'),
    warning(
      'enforcement',
      '官方示范文本开头另印有“说明”和“特别提示”，本表没有照印；法院要求用其表格的，请照本表内容誊写',
    ),
    ...signatureReminder(plaintiffs(c), '申请人', choicePath(ID, 'signedOn'), own.date('signedOn')),
  ]);
}

export const distributionApplication: PaperTemplate = {
  id: ID,
  title: '参与分配申请书（要素式）',
  form: '05d',
  stage: 'enforcement',
  choices: CHOICES,
  fits: (x) => {
    if (!x.case.judgment) return { fits: false, why: '还没有判决书、调解书等生效法律文书' };
    if (borrowers(x.case).length > 0 && borrowers(x.case).every(isLegalPerson)) {
      return { fits: false, why: '被执行人是企业法人的，不适用参与分配' };
    }
    return choicesOf(x, ID, CHOICES).text('number') === ''
      ? { fits: false, why: '别的法院控制了同一被执行人的款项、而他的财产不够还清全部债务时才用' }
      : fitsEnforcement(x);
  },
  missing,
  build,
};
