/** 执行立案材料清单: what to put together before going to the docketing desk (form 05d A). */

import { preservationHeld } from '../shared/law/seizures.ts';
import { warning } from './checks/common.ts';
import { fitsEnforcement } from './checks/enforcement.ts';
import { box, type Paper, p, type Row } from './paper.ts';
import { choicesOf } from './parts/choices.ts';
import { filingMaterials } from './parts/filing-materials.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { bodyRow, type Column, cell, headRow, table } from './parts/table-paper.ts';
import { fileName } from './parts/words.ts';
import type { Choice, PaperContext, PaperTemplate } from './template.ts';

const ID = 'filing-checklist';

const CHOICES: readonly Choice[] = [
  {
    key: 'extra',
    label: '受理法院另外要求的材料',
    hint: '一行一项；各地法院要求不一，以立案窗口或网上立案提示为准。',
    kind: 'list',
    default: [],
  },
];

const COLUMNS: Column[] = [
  { title: '序号', weight: 7, align: 'center' },
  { title: '材料', weight: 34 },
  { title: '份数', weight: 8, align: 'center' },
  { title: '原件/复印件', weight: 17, align: 'center' },
  { title: '说明', weight: 27 },
  { title: '已备', weight: 8, align: 'center' },
];

function rows(x: PaperContext): Row[] {
  const own = choicesOf(x, ID, CHOICES);
  const all = [
    ...filingMaterials(x),
    ...own.list('extra').map((name) => ({ name, copies: 1, original: true, note: '受理法院要求' })),
  ];
  return all.map((m, i) => {
    const row = bodyRow(COLUMNS, [
      String(i + 1),
      m.name,
      String(m.copies),
      m.original ? '原件' : '复印件',
      m.note,
    ]);
    return { ...row, cells: [...row.cells, cell([box(false)], { align: 'center' })] };
  });
}

export const filingChecklist: PaperTemplate = {
  id: ID,
  title: '执行立案材料清单',
  form: '05d',
  stage: 'enforcement',
  choices: CHOICES,
  fits: fitsEnforcement,
  missing: (x) => [
    warning('enforcement.court', '份数以受理法院的要求为准；有的法院要求按被执行人人数提交副本'),
    ...(preservationHeld(x.case)?.earliestExpiry === null
      ? [warning('enforcement.preservation.earliestExpiry', '请填写保全措施最早的到期日')]
      : []),
  ],
  build: (x): Paper => ({
    id: ID,
    title: '执行立案材料清单',
    profile: 'T',
    fileName: fileName('00', '执行立案材料清单', names(plaintiffs(x.case))),
    date: x.today,
    blocks: [
      p('title', '执行立案材料清单'),
      p(
        'caseLine',
        `申请执行人：${names(plaintiffs(x.case))}　被执行人：${names(defendants(x.case))}`,
      ),
      table(COLUMNS, false, [headRow(COLUMNS), ...rows(x)]),
      p(
        'formula',
        '限制消费、纳入失信被执行人名单、限制出境、媒体公布等申请不在此列：没有执行案号以前，不少法院不接受。申请执行费在执行后由被执行人交纳，不用预交。',
      ),
    ],
  }),
};
