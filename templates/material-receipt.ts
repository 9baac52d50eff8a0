/** 诉讼材料接收表: what was handed in, and who took it (form 05d A). */

import { blocking, signatureReminder, warning } from './checks/common.ts';
import { fitsEnforcement } from './checks/enforcement.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Paper, p, type Row } from './paper.ts';
import { SIGNED_ON } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { executingCourt } from './parts/enforcement-application.ts';
import { filingMaterials } from './parts/filing-materials.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { bodyRow, type Column, cell, headRow, table } from './parts/table-paper.ts';
import { caseNumber, dayOr, fileName } from './parts/words.ts';
import type { Choice, PaperContext, PaperTemplate } from './template.ts';

const ID = 'material-receipt';

const CHOICES: readonly Choice[] = [SIGNED_ON];

const COLUMNS: Column[] = [
  { title: '编号', weight: 8, align: 'center' },
  { title: '材料名称', weight: 40 },
  { title: '份数', weight: 8, align: 'center' },
  { title: '每份页数', weight: 12, align: 'center' },
  { title: '原件', weight: 9, align: 'center' },
  { title: '复印件', weight: 9, align: 'center' },
  { title: '备注', weight: 14 },
];

/** 提交人 on the left, 收件人 on the right, as the form has them. */
const SIGN: Column[] = [
  { title: '提交人', weight: 15 },
  { title: '', weight: 35 },
  { title: '收件人', weight: 15 },
  { title: '', weight: 35 },
];

function signRows(x: PaperContext, signedOn: string | null): Row[] {
  const phone = plaintiffs(x.case)
    .map((one) => one.phone)
    .filter((s) => s !== '')
    .join('、');
  const row = (texts: string[]): Row => ({ minHeight: 560, cells: texts.map((s) => cell(s)) });
  return [
    row(['提交人', '', '收件人', '']),
    row(['提交日期', dayOr(signedOn, '    年    月    日'), '收件日期', '    年    月    日']),
    row(['联系电话', phone, '', '']),
  ];
}

export const materialReceipt: PaperTemplate = {
  id: ID,
  title: '诉讼材料接收表',
  form: '05d',
  stage: 'enforcement',
  choices: CHOICES,
  fits: fitsEnforcement,
  missing: (x) =>
    blockingFirst([
      ...(plaintiffs(x.case).length === 0
        ? [blocking('parties', '请录入申请执行人（出借人）')]
        : []),
      ...choiceProblems(x, ID, CHOICES, []),
      warning(
        'enforcement.court',
        '每份页数请在材料备齐后手写；法院有自己的接收表的，以法院的为准',
      ),
      ...signatureReminder(
        plaintiffs(x.case),
        '提交人',
        choicePath(ID, 'signedOn'),
        choicesOf(x, ID, CHOICES).date('signedOn'),
      ),
    ]),
  build: (x): Paper => {
    const c = x.case;
    const signedOn = choicesOf(x, ID, CHOICES).date('signedOn');
    const tick = (yes: boolean) => (yes ? '√' : '');
    const rows = filingMaterials(x).map((m, i) =>
      bodyRow(COLUMNS, [
        String(i + 1),
        m.name,
        String(m.copies),
        '',
        tick(m.original),
        tick(!m.original),
        '',
      ]),
    );
    return {
      id: ID,
      title: '诉讼材料接收表',
      profile: 'T',
      fileName: fileName('10', '诉讼材料接收表', names(plaintiffs(c))),
      date: signedOn ?? x.today,
      blocks: [
        p('title', executingCourt(c).text || '××××人民法院'),
        p('title', '诉讼材料接收表'),
        p(
          'caseLine',
          `案号：${caseNumber(c.enforcement?.caseNumber ?? '') || '（立案后填写）'}　当事人：${names(plaintiffs(c))}、${names(defendants(c))}`,
        ),
        table(COLUMNS, false, [headRow(COLUMNS), ...rows]),
        p('formula', '填写说明：在“原件”或“复印件”栏内打“√”；本表一式两份，提交人和法院各执一份。'),
        table(SIGN, false, signRows(x, signedOn)),
      ],
    };
  },
};
