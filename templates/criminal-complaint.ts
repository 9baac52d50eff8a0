/** 控告书（拒不执行判决、裁定） with its list of materials, for the police (form 06h B). */

import { blocking, warning } from './checks/common.ts';
import { type Block, box, p } from './paper.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  DEBTORS,
  enforcementNumber,
  exhibitNames,
  fitsDuringEnforcement,
  openingFacts,
  outstandingText,
  targets,
} from './parts/enforcement-application.ts';
import {
  abilities,
  factLine,
  factPath,
  needsExhibit,
  obstructions,
  proofOf,
  REPORT_KINDS,
  seizedLines,
} from './parts/obstruction.ts';
import { names, plaintiffs } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { bodyRow, type Column, cell, headRow, table } from './parts/table-paper.ts';
import { day, sentence, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'criminal-complaint';

const CHOICES: readonly Choice[] = [
  {
    key: 'police',
    label: '受理的公安机关',
    hint: '一般是执行法院所在地的公安机关，例如乙市公安局丁区分局。',
    kind: 'text',
    default: '',
  },
  {
    key: 'measures',
    label: '法院已经采取的措施',
    hint: '一行一项：日期和措施，例如2026年9月20日决定罚款。',
    kind: 'list',
    default: [],
  },
  {
    key: 'loss',
    label: '造成的后果',
    hint: '因此致使判决不能执行的情况；留空就写尚欠的金额。',
    kind: 'paragraph',
    default: '',
  },
  DEBTORS,
];

const own = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const acts = (x: PaperContext) => obstructions(x, targets(x, ID));

const isReport = (element: string) => element !== 'lateReport' && REPORT_KINDS.includes(element);

/** Fines and detentions on record among the facts. */
const sanctions = (x: PaperContext) =>
  x.case.conduct.filter(
    (f) => ['fined', 'detained'].includes(f.element) && f.description.trim() !== '',
  );

/** Orders and measures of the court in date order, as far as they are on record. */
function course(x: PaperContext): string[] {
  const e = x.case.enforcement;
  const dated: [string | null | undefined, string][] = [
    [e?.appliedOn, '申请执行人申请强制执行'],
    [e?.noticeServedOn, '执行通知书送达被执行人'],
    [e?.reportOrderServedOn, '报告财产令送达被执行人'],
    [e?.consumptionOrderOn, '法院发出限制消费令'],
    [e?.listedOn, '法院将被执行人纳入失信被执行人名单'],
  ];
  const known = dated.flatMap(([date, what]) => (date ? [{ date, what }] : []));
  for (const f of sanctions(x)) {
    if (f.date)
      known.push({
        date: f.date,
        what: `法院决定${f.description
          .trim()
          .replace(/^(?:法院)?(?:作出)?(?:决定)?[：:，]?/, '')
          .replace(/。$/, '')}`,
      });
  }
  return [
    ...known.sort((a, b) => a.date.localeCompare(b.date)).map((k) => `${day(k.date)}，${k.what}。`),
    ...own(x).list('measures').map(sentence),
  ];
}

/** Recorded ability, and property the court has seized. */
function ability(x: PaperContext): string[] {
  return [
    ...abilities(x, targets(x, ID)).map((f) => factLine(x, f)),
    ...seizedLines(x, targets(x, ID)),
  ];
}

function facts(x: PaperContext): string {
  const due = outstandingText(x, x.today, yuanText);
  const part = (heading: string, lines: string[]) =>
    lines.length === 0 ? [] : [heading, ...lines];
  return [
    '一、执行依据',
    openingFacts(x).replaceAll('贵院', '法院'),
    ...part('二、执行过程', course(x)),
    ...part('三、有能力执行的事实', ability(x)),
    ...part(
      '四、拒不执行的事实',
      acts(x).map((f) => factLine(x, f)),
    ),
    '五、后果',
    own(x).text('loss') ? sentence(own(x).text('loss')) : `${due}，判决至今未能执行。`,
    `上述事实涉嫌${citeTogether([{ statute: 'criminal', article: 313 }])}规定的拒不执行判决、裁定罪，现依照${citeTogether(
      [
        { statute: 'refusalInterp', article: 3 },
        { statute: 'refusalInterp', article: 5 },
        { statute: 'refusalInterp', article: 6 },
      ],
    )}提出控告，请依法审查。`,
  ].join('\n');
}

const COLUMNS: Column[] = [
  { title: '序号', weight: 8, align: 'center' },
  { title: '材料', weight: 62 },
  { title: '已备', weight: 10, align: 'center' },
  { title: '备注', weight: 20 },
];

const MATERIALS = [
  '控告人身份证明',
  '生效法律文书及生效证明',
  '执行立案通知书',
  '执行通知书及送达回证',
  '报告财产令及送达回证',
  '限制消费令',
  '罚款、拘留决定书',
  '有能力执行的证据（收入、存款、房产、车辆、股权等）',
  '财产去向的证据（日期、金额、受让人）',
  '行为发生在收到应诉通知以后的证据（应诉通知送达回证）',
];

function tail(x: PaperContext): Block[] {
  const proof = exhibitNames(x.case, proofOf(x, [...abilities(x, targets(x, ID)), ...acts(x)]));
  const rows = [...MATERIALS, ...proof].map((name, i) => {
    const row = bodyRow(COLUMNS, [String(i + 1), name]);
    return {
      ...row,
      cells: [...row.cells, cell([box(false)], { align: 'center' }), cell('')],
    };
  });
  return [
    { type: 'pageBreak' },
    p('title', '控告材料清单'),
    { ...table(COLUMNS, false, [headRow(COLUMNS), ...rows]), columns: [680, 5180, 850, 1600] },
  ];
}

function gates(x: PaperContext): Missing[] {
  const sanctioned =
    sanctions(x).length > 0 ||
    own(x)
      .list('measures')
      .some((s) => /罚款|拘留/.test(s));
  const needsSanction = acts(x).some((f) => f.element === 'consumption' || isReport(f.element));
  return [
    ...(acts(x).length === 0
      ? [blocking('conduct', '还没有记录拒不执行的具体行为；只是没有还钱不构成犯罪')]
      : []),
    ...(ability(x).length === 0
      ? [blocking('conduct', '还没有记录有能力执行的事实；没有能力履行的不构成犯罪')]
      : []),
    ...acts(x).flatMap((f): Missing[] => {
      const begun = x.case.suit.filedOn;
      return [
        ...(f.date === null ? [blocking(factPath(x, f, 'date'), '请填写这件事发生的日期')] : []),
        ...(f.date !== null && begun !== null && f.date < begun
          ? [
              warning(
                factPath(x, f, 'date'),
                '这件事发生在起诉以前，一般只能作背景；收到应诉通知以后的行为才可能追究',
              ),
            ]
          : []),
        ...(needsExhibit(f) && proofOf(x, [f]).length === 0
          ? [warning(factPath(x, f, 'evidenceIds'), '这件事还没有挂上证据')]
          : []),
      ];
    }),
    ...(needsSanction && !sanctioned
      ? [
          warning(
            choicePath(ID, 'measures'),
            '拒绝报告、违反限制消费令的，要在被罚款、拘留以后仍不执行才可能构成；请先申请罚款、拘留',
          ),
        ]
      : []),
    warning(
      choicePath(ID, 'police'),
      '是否立案由公安机关决定；捏造事实控告要承担法律责任，建议先咨询律师',
    ),
  ];
}

export const criminalComplaint: PaperTemplate = application({
  id: ID,
  title: '控告书',
  name: '控告书（拒不执行判决、裁定）及材料清单',
  form: '06h',
  stage: 'enforcement',
  order: '35',
  choices: CHOICES,
  required: ['police'],
  sides: (x) => [
    { label: '控告人（申请执行人）', parties: plaintiffs(x.case), own: true },
    { label: '被控告人（被执行人）', parties: targets(x, ID) },
  ],
  reference: (x) => enforcementNumber(x.case),
  requestHeading: '控告事项',
  requests: (x) => [
    `请求对被控告人${names(targets(x, ID))}涉嫌拒不执行判决、裁定的行为依法立案侦查`,
  ],
  facts,
  court: (x) => ({
    text: own(x).text('police'),
    field: choicePath(ID, 'police'),
    blank: '××××公安局',
  }),
  attachments: () => ['控告材料清单及材料1套'],
  signer: '控告人',
  agentLabel: '委托代理人',
  tail,
  fits: (x) =>
    acts(x).length === 0
      ? { fits: false, why: '没有记录拒不执行的具体行为；只是没有还钱不构成犯罪' }
      : fitsDuringEnforcement(x),
  missing: gates,
});
