/** 刑事（附带民事）自诉状（拒不执行判决、裁定案）, element form of 法〔2025〕82号 (form 06h C). */

import {
  agentProblems,
  blocking,
  insults,
  otherSide,
  ownParticulars,
  signatureReminder,
  warning,
} from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { box, type Paper, p, type Row, t } from './paper.ts';
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
import {
  DEBTORS,
  exhibitNames,
  fitsDuringEnforcement,
  openingFacts,
  targets,
} from './parts/enforcement-application.ts';
import { instrumentName } from './parts/enforcement-text.ts';
import {
  abilities,
  factLine,
  obstructions,
  proofOf,
  seizedLines,
  told,
} from './parts/obstruction.ts';
import { agentsOf, names, partyPath, plaintiffs } from './parts/people.ts';
import { guardianRow, prosecutionAgentRow, prosecutionRows } from './parts/prosecution-blocks.ts';
import { signatureLines } from './parts/signature.ts';
import { citeTogether } from './parts/statute-text.ts';
import { caseNumber, day, fileName, sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'private-prosecution';

const CHOICES: readonly Choice[] = [
  {
    key: 'complaint',
    label: '向公安机关或者检察院控告的情况',
    hint: '哪一天、向哪个机关、控告了什么，有没有受理回执。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'answer',
    label: '公安机关或者检察院的答复',
    hint: '哪一天、答复了什么；不予追究的，写文书名称和文号；没有答复的，写明已过多久。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'civil',
    label: '同时提起附带民事诉讼',
    hint: '判决确定的欠款在执行程序里追，不必另行附带民事；只有另外造成物质损失时才选。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'civilClaim',
    label: '附带民事诉讼请求',
    hint: '赔偿什么、多少。',
    kind: 'text',
    default: '',
  },
  { key: 'other', label: '其他请求', kind: 'text', default: '' },
  { key: 'otherFacts', label: '其他有关事实', kind: 'paragraph', default: '' },
  { key: 'birthplace', label: '自诉人出生地', kind: 'text', default: '' },
  { key: 'education', label: '自诉人文化程度', kind: 'text', default: '' },
  {
    key: 'accusedBirthplace',
    label: '被告人出生地',
    hint: '不知道可以留空。',
    kind: 'text',
    default: '',
  },
  {
    key: 'accusedEducation',
    label: '被告人文化程度',
    hint: '不知道可以留空。',
    kind: 'text',
    default: '',
  },
  {
    key: 'refusals',
    label: '公安、检察机关不予追究的材料',
    hint: '一行一项，例如不予立案通知书1份。',
    kind: 'list',
    default: [],
  },
  DEBTORS,
  SIGNED_ON,
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const acts = (x: PaperContext) => obstructions(x, targets(x, ID));
const able = (x: PaperContext) => abilities(x, targets(x, ID));

/** What was said to the police or the procuratorate, and their answer: as written, else as recorded. */
const complaintOf = (x: PaperContext) =>
  answers(x).text('complaint') || told(x, targets(x, ID), ['policeReport']);
const answerOf = (x: PaperContext) =>
  answers(x).text('answer') || told(x, targets(x, ID), ['notPursued']);

function requests(x: PaperContext): Line[] {
  const own = answers(x);
  const who = names(targets(x, ID)) || '×××';
  const civil = own.flag('civil') ? own.text('civilClaim').replace(/[。；]$/, '') : '';
  return [
    `1. 请求对被告人${who}以拒不执行判决、裁定罪追究刑事责任。`,
    `2.（提起附带民事诉讼的）${civil ? `请求被告人${who}赔偿${civil}。` : '无'}`,
    `3.（其他请求）${own.text('other') ? sentence(own.text('other')) : '无'}`,
  ];
}

function factLines(x: PaperContext): Line[] {
  const c = x.case;
  const own = answers(x);
  const j = c.judgment;
  const e = c.enforcement;
  const instrument = j
    ? `${instrumentName(j)}${j.effectiveOn ? `，${day(j.effectiveOn)}发生法律效力` : ''}。`
    : '';
  const applied = e
    ? `${e.appliedOn ? `自诉人于${day(e.appliedOn)}申请强制执行` : '自诉人已申请强制执行'}${e.caseNumber ? `，案号${caseNumber(e.caseNumber)}` : ''}。`
    : '';
  const other = [...acts(x).map((f) => factLine(x, f)), own.text('otherFacts')].join('');
  const item = (label: string, text: string) => textLines(`${label}${text ? `：${text}` : '：'}`);
  return [
    '1. 事实：',
    ...item('（1）文书案号、生效日期、法院', instrument),
    ...item('（2）申请执行情况', applied),
    ...item(
      '（3）被告人是否有执行能力',
      [...able(x).map((f) => factLine(x, f)), ...seizedLines(x, targets(x, ID))].join(''),
    ),
    ...item('（4）向公安机关或人民检察院控告的情况', complaintOf(x)),
    ...item('（5）公安机关或人民检察院的答复', answerOf(x)),
    ...item('（6）其他有关事实', other),
    ...item(
      '2. 理由',
      `${openingFacts(x).replaceAll('贵院', '法院').replaceAll('申请执行人', '自诉人').replaceAll('被执行人', '被告人')}被告人有能力执行而拒不执行，其行为符合${citeTogether(
        [
          { statute: 'criminal', article: 313 },
          { statute: 'refusalInterp', article: 3 },
        ],
      )}的规定；公安机关或者人民检察院未予追究，现依照${citeTogether([{ statute: 'refusalInterp', article: 14 }])}提起自诉。`,
    ),
  ];
}

function evidenceLines(x: PaperContext): Line[] {
  const own = answers(x);
  const j = x.case.judgment;
  const proof = exhibitNames(x.case, proofOf(x, [...able(x), ...acts(x)]));
  return [
    `1. 自诉人申请执行的裁判文书。${j ? `（${instrumentName(j)}）` : ''}`,
    `2. 公安机关、检察机关不予答复的相关材料。${own.list('refusals').join('、')}`,
    `3.（附带民事）损失证据。`,
    `4. 其他。${proof.join('；')}`,
  ];
}

const row = (label: string, lines: Line[], field: string): Row =>
  labelRow(grid.facts, label, lines, { field, mayBreak: true });

function build(x: PaperContext): Paper {
  const c = x.case;
  const own = answers(x);
  const list = plaintiffs(c);
  const signedOn = own.date('signedOn');
  const agents = agentsOf(c, list).map(({ agent }) => agent);
  const path = (party: (typeof list)[number]) => partyPath(c, party);
  return {
    id: ID,
    title: '刑事（附带民事）自诉状',
    profile: 'E',
    fileName: fileName('38', '刑事自诉状', names(list)),
    date: signedOn ?? x.today,
    blocks: [
      p('title', '刑事（附带民事）自诉状'),
      p('subtitle', '（拒不执行判决、裁定案）'),
      {
        type: 'table',
        columns: ENFORCEMENT_GRID,
        indent: ELEMENT_INDENT,
        rows: [
          sectionBar(grid, '当事人信息'),
          ...prosecutionRows('自诉人', list, path, {
            birthplace: own.text('birthplace'),
            education: own.text('education'),
          }),
          ...(agents.length === 0 ? [null] : agents).map(prosecutionAgentRow),
          guardianRow(),
          ...prosecutionRows('被告人', targets(x, ID), path, {
            birthplace: own.text('accusedBirthplace'),
            education: own.text('accusedEducation'),
          }),
          row(
            '是否提起附带民事诉讼',
            [[t('是'), box(own.flag('civil')), t('  否'), box(!own.flag('civil'))]],
            choicePath(ID, 'civil'),
          ),
          row('诉讼请求', requests(x), choicePath(ID, 'civilClaim')),
          row('事实与理由', factLines(x), 'conduct'),
          row('证据清单（证据材料另附）', evidenceLines(x), 'evidence'),
        ],
      },
      ...signatureLines('具状人（签字、盖章）：', '日期：', signedOn),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const own = answers(x);
  const list = plaintiffs(c);
  const path = (key: string) => choicePath(ID, key);
  return blockingFirst([
    ...(list.length === 0 ? [blocking('parties', '请录入自诉人（出借人）')] : []),
    ...(targets(x, ID).length === 0 ? [blocking('parties', '请录入被告人（被执行人）')] : []),
    ...list.flatMap((party) => ownParticulars(c, party)),
    ...targets(x, ID).flatMap((party) => otherSide(c, party, '被告人')),
    ...agentProblems(c, list),
    ...(c.judgment === null ? [blocking('judgment', '请录入生效法律文书')] : []),
    ...choiceProblems(x, ID, CHOICES, [
      ...(complaintOf(x) === '' ? ['complaint'] : []),
      ...(answerOf(x) === '' ? ['answer'] : []),
    ]),
    ...(own.flag('civil') && own.text('civilClaim') === ''
      ? [blocking(path('civilClaim'), '选了附带民事诉讼，请写明赔偿什么、多少')]
      : []),
    ...(acts(x).length === 0
      ? [blocking('conduct', '还没有记录拒不执行的具体行为；只是没有还钱不构成犯罪')]
      : []),
    ...(able(x).length === 0 && seizedLines(x, targets(x, ID)).length === 0
      ? [blocking('conduct', '还没有记录被告人有能力执行的事实；没有能力的不构成犯罪')]
      : []),
    ...(proofOf(x, acts(x)).length === 0
      ? [blocking('evidence', '自诉要有证明犯罪事实的证据，请给行为事实挂上证据')]
      : []),
    ...(own.list('refusals').length === 0
      ? [warning(path('refusals'), '请附公安机关、检察机关不予追究的书面材料，没有就难以受理')]
      : []),
    ...insults(
      ['complaint', 'answer', 'civilClaim', 'other', 'otherFacts'].map((key): [string, string] => [
        path(key),
        own.text(key),
      ]),
    ),
    warning(
      path('complaint'),
      '刑事自诉门槛高：要先控告、公安或者检察机关没有追究，还要自己举证。提起以前请咨询律师',
    ),
    warning(
      'enforcement',
      '官方示范文本开头另印有“说明”和“特别提示”，本表没有照印；法院要求用其表格的，请照本表内容誊写',
    ),
    ...signatureReminder(list, '具状人', path('signedOn'), own.date('signedOn')),
  ]);
}

export const privateProsecution: PaperTemplate = {
  id: ID,
  title: '刑事自诉状（拒不执行判决、裁定案，要素式）',
  form: '06h',
  stage: 'enforcement',
  choices: CHOICES,
  fits: (x) => {
    if (acts(x).length === 0) {
      return { fits: false, why: '没有记录拒不执行的具体行为；只是没有还钱不构成犯罪' };
    }
    return complaintOf(x) === '' || answerOf(x) === ''
      ? { fits: false, why: '要先向公安机关或者检察院控告，没有被追究，才能自诉' }
      : fitsDuringEnforcement(x);
  },
  missing,
  build,
};
