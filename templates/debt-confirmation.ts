/** 对账确认函: the debtor's signature on the balance restarts limitation (form 08f). */
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { type Block, type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { claimOn } from './parts/day-claim.ts';
import {
  addressed,
  inFull,
  LETTER_CHOICES,
  letterColumns,
  letterDay,
  methodSentence,
  noInterest,
  sizedColumns,
} from './parts/letter.ts';
import { borrowers, names, partyPath, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { bodyRow, type Column, headRow, totalRow } from './parts/table-paper.ts';
import { day, fileName, formatAmount } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'debt-confirmation';
const CHOICES: readonly Choice[] = [
  ...LETTER_CHOICES.filter((choice) => choice.key === 'date'),
  {
    key: 'replyDays',
    label: '请对方几日内答复',
    hint: '对方有异议的，在这个期限内书面列明。',
    kind: 'text',
    default: '7',
  },
];

const COLUMNS: Column[] = [
  { title: '序号', weight: 8, align: 'center' },
  { title: '借款日期', weight: 14, align: 'center' },
  { title: '本金（元）', weight: 16, align: 'right' },
  { title: '已还本金', weight: 16, align: 'right' },
  { title: '已还利息', weight: 15, align: 'right' },
  { title: '尚欠本金', weight: 16, align: 'right' },
  { title: '尚欠利息', weight: 16, align: 'right' },
];

function replyDays(x: PaperContext): number | null {
  const text = choicesOf(x, ID, CHOICES).text('replyDays');
  return /^\d{1,2}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const on = letterDay(x, ID);
  const claim = claimOn(x, on);
  const lenders = names(plaintiffs(c));
  const money = (fen: number) => formatAmount(fen);
  const lent = claim.loans.reduce((n, l) => n + l.lent, 0);
  const columns = sizedColumns(COLUMNS, [lent, claim.principal, claim.interest], 10);
  const sum = (key: 'principal' | 'interest') => claim.loans.reduce((n, l) => n + l.repaid[key], 0);
  const interest =
    claim.interest > 0
      ? `、利息${inFull(claim.interest)}`
      : noInterest(c, claim)
        ? '，未约定利息'
        : '';
  const list: Block = {
    type: 'table',
    columns: letterColumns(columns),
    indent: 0,
    rows: [
      headRow(columns),
      ...claim.loans.map((l, i) => {
        const loan = c.loans.find((one) => one.id === l.loanId);
        return bodyRow(
          columns,
          [
            String(i + 1),
            loan?.signed ?? '',
            ...[l.lent, l.repaid.principal, l.repaid.interest, l.principal, l.interest].map(money),
          ],
          `loans.${i}`,
        );
      }),
      totalRow(columns, [
        '合计',
        null,
        money(lent),
        money(sum('principal')),
        money(sum('interest')),
        money(claim.principal),
        money(claim.interest),
      ]),
    ],
  };
  return {
    id: ID,
    title: '对账确认函',
    profile: 'L',
    fileName: fileName('04', '对账确认函', names(borrowers(c))),
    date: on,
    blocks: [
      p('title', '对账确认函'),
      ...borrowers(c).map((debtor) =>
        p('plain', `致：${debtor.name}`, { field: `${partyPath(c, debtor)}.name` }),
      ),
      ...bodyLines(
        `截至${day(on)}，${addressed(c)}向${lenders}所借款项的情况如下：`,
        choicePath(ID, 'date'),
      ),
      list,
      ...bodyLines(
        `合计尚欠本金${inFull(claim.principal)}${interest}。${methodSentence(c, claim)}`,
        'loans',
      ),
      ...bodyLines(
        `请核对。数额无误，请在下方签字确认；也可以用短信、微信回复“确认”。如有异议，请于${replyDays(x) ?? 7}日内书面列明。`,
      ),
      ...signerLines('', plaintiffs(c), { named: true }),
      p('signature', day(on), { field: choicePath(ID, 'date') }),
      p('plain', '', { keepNext: true }),
      p('heading', '确认栏', { keepNext: true }),
      p(
        'body',
        `${borrowers(c).some((one) => one.kind === 'organisation') ? '本单位' : '本人'}确认截至${day(on)}，尚欠${lenders}本金${inFull(claim.principal)}${interest}。`,
        { keepNext: true },
      ),
      ...signerLines('借款人', borrowers(c), { person: '签名、指印' }),
      p('signature', '日期：'),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const claim = claimOn(x, letterDay(x, ID));
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, ['replyDays']),
    ...(replyDays(x) === null
      ? [blocking(choicePath(ID, 'replyDays'), '答复的天数应为1到99的整数')]
      : []),
    ...(letterDay(x, ID) > x.today
      ? [blocking(choicePath(ID, 'date'), '对账的日期不能晚于今天')]
      : []),
    ...(claim.principal + claim.interest === 0
      ? [blocking('transfers', '按现有流水，借款已经还清，不需要对账')]
      : []),
    warning(
      choicePath(ID, 'date'),
      '一式两份；请对方本人签名、按指印并写日期。只在电子信息里确认的，保留原始手机和完整对话',
    ),
  ]);
}

export const debtConfirmation: PaperTemplate = {
  id: ID,
  title: '对账确认函',
  form: '08f',
  stage: 'demand',
  choices: CHOICES,
  fits: (x) =>
    noDebt(x) ?? beforeSuit(x) ?? { fits: true, why: '对方愿意认账时签字，诉讼时效重新计算' },
  missing,
  build,
};
