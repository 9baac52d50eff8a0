/** 律师调查令申请书: only for a party with a lawyer as agent; local rules (form 06e). */
import type { Agent } from '../shared/case/party.ts';
import { blocking, warning } from './checks/common.ts';
import { p } from './paper.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { executingCourt } from './parts/enforcement-application.ts';
import { agentsOf, defendants, names, plaintiffs } from './parts/people.ts';
import { caseNumber, sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'lawyer-investigation-order';

const CHOICES: readonly Choice[] = [
  {
    key: 'licence',
    label: '律师执业证号',
    hint: '17位数字，见律师执业证。',
    kind: 'text',
    default: '',
  },
  {
    key: 'body',
    label: '协助调查人',
    hint: '单位全称；一个单位一份调查令。',
    kind: 'text',
    default: '',
  },
  { key: 'address', label: '协助调查人的地址', kind: 'text', default: '' },
  {
    key: 'matter',
    label: '调查事项',
    hint: '写具体：谁的、哪个账户或登记、从哪一天到哪一天。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'evidenceKind',
    label: '证据种类',
    hint: '例如交易明细、登记资料、缴费记录。',
    kind: 'text',
    default: '书证',
  },
  {
    key: 'purpose',
    label: '证明目的',
    hint: '与本案哪一个事实有关。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'reason',
    label: '不能自行收集的原因',
    kind: 'paragraph',
    default: '有关单位依法不对个人提供上述材料，申请人因客观原因不能自行收集。',
  },
];

const REQUIRED = ['licence', 'body', 'matter', 'evidenceKind', 'purpose', 'reason'] as const;

function lawyer(x: PaperContext): Agent | null {
  return (
    agentsOf(x.case, plaintiffs(x.case)).find(({ agent }) => agent.kind === 'lawyer')?.agent ?? null
  );
}

const enforcing = (x: PaperContext) => Boolean(x.case.enforcement?.caseNumber);

function head(x: PaperContext) {
  const c = x.case;
  const agent = lawyer(x);
  const own = choicesOf(x, ID, CHOICES);
  const stage = enforcing(x);
  const number = stage ? (c.enforcement?.caseNumber ?? '') : c.suit.caseNumber;
  const line = (text: string, field: string) => p('body', text, { field });
  const who = [
    agent?.name ?? '',
    agent?.unit ?? '',
    own.text('licence') ? `执业证号${own.text('licence')}` : '',
    agent?.phone ? `联系电话${agent.phone}` : '',
  ].filter((s) => s !== '');
  return [
    line(
      `申请人（委托诉讼代理人）：${who.join('，')}。`,
      agent ? `agents.${c.agents.indexOf(agent)}` : 'agents',
    ),
    line(`委托人：${names(plaintiffs(c))}（${stage ? '申请执行人' : '原告'}）。`, 'parties'),
    line(`对方当事人：${names(defendants(c))}（${stage ? '被执行人' : '被告'}）。`, 'parties'),
    line(
      `案号：${caseNumber(number)}　案由：${c.judgment?.cause || '民间借贷纠纷'}　阶段：${stage ? '执行' : '一审'}`,
      stage ? 'enforcement.caseNumber' : 'suit.caseNumber',
    ),
  ];
}

function gates(x: PaperContext): Missing[] {
  const agent = lawyer(x);
  const licence = choicesOf(x, ID, CHOICES).text('licence');
  return [
    ...(agent === null
      ? [
          blocking(
            'agents',
            '律师调查令只能由担任代理人的律师申请；您没有委托律师，请改为申请法院调查取证',
          ),
        ]
      : []),
    ...(agent && agent.unit === ''
      ? [blocking(`agents.${x.case.agents.indexOf(agent)}.unit`, '请填写律师事务所全称')]
      : []),
    ...(licence !== '' && !/^\d{17}$/.test(licence)
      ? [warning(choicePath(ID, 'licence'), '律师执业证号一般是17位数字，请核对')]
      : []),
    warning(
      'agents',
      '调查令由各地法院自行规定，有效期一般为十五日至三十日；申请前请向受理法院询问格式',
    ),
  ];
}

export const lawyerInvestigationOrder: PaperTemplate = application({
  id: ID,
  title: '律师调查令申请书',
  form: '06e',
  stage: 'enforcement',
  order: '31',
  choices: CHOICES,
  required: REQUIRED,
  sides: (x) => [
    { label: enforcing(x) ? '申请执行人' : '原告', parties: plaintiffs(x.case), own: true },
    { label: enforcing(x) ? '被执行人' : '被告', parties: defendants(x.case) },
  ],
  head,
  requests: (x) => {
    const own = choicesOf(x, ID, CHOICES);
    return [`请求签发律师调查令，向${own.text('body')}调查收集下列证据`];
  },
  sections: (x) => {
    const own = choicesOf(x, ID, CHOICES);
    const row = (heading: string, key: string, text = own.text(key)) => ({
      heading,
      lines: [sentence(text)],
      field: choicePath(ID, key),
    });
    return [
      row(
        '协助调查人',
        'body',
        own.text('address')
          ? `${own.text('body')}，地址：${own.text('address')}`
          : own.text('body'),
      ),
      row(
        '调查事项和证据种类',
        'matter',
        `${own.text('matter').replace(/[。；]$/, '')}（${own.text('evidenceKind')}）`,
      ),
      row('证明目的', 'purpose'),
      row('不能自行收集的原因', 'reason'),
      {
        heading: '保密承诺',
        lines: ['所得材料仅用于本案，并对涉及的国家秘密、商业秘密和个人隐私保密。'],
      },
    ];
  },
  court: (x) =>
    enforcing(x) ? executingCourt(x.case) : { text: x.case.suit.court, field: 'suit.court' },
  attachments: () => ['授权委托书', '律师执业证复印件', '律师事务所函', '已获得的证据'],
  signer: '申请人',
  signers: () => [],
  fits: (x) => {
    if (lawyer(x) === null) return { fits: false, why: '只有担任代理人的律师才能申请调查令' };
    const filed = x.case.suit.caseNumber !== '' || enforcing(x);
    return filed
      ? { fits: true, why: '有律师代理，可以就自己取不到的证据申请' }
      : { fits: false, why: '立案有了案号以后才能申请' };
  },
  missing: gates,
});
