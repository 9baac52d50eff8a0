/** 转账、还款明细摘录表: the entries of long statements that matter, repeated in one table (form 03 C). */
import { exhibits, pageRange } from '../shared/case/exhibits.ts';
import type { Transfer } from '../shared/case/loan.ts';
import { signatureReminder, warning } from './checks/common.ts';
import { type Cell, type Paper, p, type Row } from './paper.ts';
import { choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { bodyRow, type Column, headRow, table, totalRow } from './parts/table-paper.ts';
import { caseNumber, fileName, formatAmount } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'statement-extract';
const TITLE = '转账、还款明细摘录表';

const CHOICES: readonly Choice[] = [
  {
    key: 'cash',
    label: '把没有交易号的各笔（如现金）也列进来',
    hint: '摘录表对应账单上的行；现金没有账单，一般另附收条。',
    kind: 'flag',
    default: false,
  },
];

const COLUMNS: Column[] = [
  { title: '序号', weight: 5, align: 'center' },
  { title: '时间', weight: 14, align: 'center' },
  { title: '性质', weight: 8, align: 'center' },
  { title: '对方', weight: 22 },
  { title: '金额（元）', weight: 12, align: 'right' },
  { title: '交易号', weight: 25 },
  { title: '证据页码', weight: 14, align: 'center' },
];

/** Characters that fit a line of the number's column: digits (wallets use up to 32), and wider letters. */
const DIGITS_A_LINE = 34;
const LETTERS_A_LINE = 24;

/** A number in lines of its own, since a run of digits or letters is never broken by the typesetter. */
function numberCell(number: string): Cell {
  const fit = /^\d*$/.test(number) ? DIGITS_A_LINE : LETTERS_A_LINE;
  const lines = number.match(new RegExp(`.{1,${fit}}`, 'gu')) ?? [''];
  return {
    vAlign: 'center',
    paragraphs: lines.map((line) => p('plain', [{ text: line, size: 18 }])),
  };
}

/** Transfers of the table, by day and hour. */
function listed(x: PaperContext): Transfer[] {
  const all = choicesOf(x, ID, CHOICES).flag('cash');
  return x.case.transfers
    .filter((t) => all || t.transactionNumber !== '')
    .sort((a, b) => {
      const [one, two] = [a, b].map((t) => `${t.date} ${t.time ?? ''}`);
      return (one ?? '') < (two ?? '') ? -1 : one === two ? 0 : 1;
    });
}

const KINDS = { principal: '还本金', interest: '还利息' } as const;

/** 出借 · 还款 · 还本金 · 还利息, the last two where the payer said so. */
const kindOf = (t: Transfer): string =>
  t.direction === 'out' ? '出借' : t.as === null ? '还款' : KINDS[t.as];

/** 证据3，4-9: where the slip is found in the bundle. */
function pageOf(x: PaperContext, t: Transfer): string {
  const proof = exhibits(x.case).find((e) => e.item.proves.includes(t.id));
  if (!proof) return '';
  const pages = pageRange(proof);
  return `证据${proof.number}${pages ? `，第${pages}页` : ''}`;
}

function rows(x: PaperContext): Row[] {
  const list = listed(x);
  const sum = (way: Transfer['direction']) =>
    formatAmount(list.filter((t) => t.direction === way).reduce((n, t) => n + t.amount, 0));
  const body = list.map((t, i) => {
    const row = bodyRow(
      COLUMNS,
      [
        String(i + 1),
        t.time ? `${t.date} ${t.time}` : t.date,
        kindOf(t),
        (t.direction === 'out' ? t.toAccount : t.fromAccount) || names(defendants(x.case)),
        formatAmount(t.amount),
        '',
        pageOf(x, t),
      ],
      `transfers.${x.case.transfers.indexOf(t)}`,
    );
    const number = numberCell(t.transactionNumber);
    return { ...row, cells: row.cells.map((c, k) => (k === 5 ? number : c)) };
  });
  return [
    headRow(COLUMNS),
    ...body,
    // A kind of which nothing is listed has no total: 0.00 would read as if nothing had been lent.
    ...(['out', 'in'] as const)
      .filter((direction) => list.some((t) => t.direction === direction))
      .map((direction) =>
        totalRow(COLUMNS, [
          direction === 'out' ? '出借合计' : '还款合计',
          null,
          null,
          null,
          sum(direction),
          '',
          null,
        ]),
      ),
  ];
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const mine = names(plaintiffs(c));
  return {
    id: ID,
    title: TITLE,
    profile: 'T',
    landscape: true,
    fileName: fileName('03', '转账还款明细摘录表', mine),
    date: c.suit.signedOn ?? x.today,
    blocks: [
      p('title', TITLE),
      p('caseLine', `案由：民间借贷纠纷　原告：${mine}　被告：${names(defendants(c))}`),
      p('caseLine', `案号：${caseNumber(c.suit.caseNumber) || '（立案后填写）'}`),
      table(COLUMNS, true, rows(x)),
      p('formula', '本表摘自所列证据中的账单，只列与本案有关的各笔，供查阅；以账单原件为准。'),
      ...signatureLines(
        '提交人（签名或盖章）：',
        '提交日期：',
        c.suit.signedOn,
        '    年    月    日',
      ),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const unproved = listed(x)
    .filter((t) => pageOf(x, t) === '')
    .map((t) =>
      warning(
        `transfers.${c.transfers.indexOf(t)}.date`,
        `${t.date} 的 ${formatAmount(t.amount)} 元还没有连上证据，页码会空着`,
      ),
    );
  return [
    ...unproved,
    ...signatureReminder(plaintiffs(c), '提交人', 'suit.signedOn', c.suit.signedOn),
  ];
}

export const statementExtract: PaperTemplate = {
  id: ID,
  title: TITLE,
  form: '03',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) =>
    x.case.transfers.some((t) => t.transactionNumber !== '')
      ? { fits: true, why: '账单页数多时，把有关的各笔摘出来附在账单前面' }
      : { fits: false, why: '还没有带交易号的转账或还款，可先在“流水”里导入账单' },
  missing,
  build,
};
