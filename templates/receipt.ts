/** 收条: the lender's receipt for a repayment, with what it paid and what is left (form 08e). */
import type { Loan, Transfer } from '../shared/case/loan.ts';
import type { RepaymentSplit } from '../shared/claim/types.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { claimOn } from './parts/day-claim.ts';
import { inFull } from './parts/letter.ts';
import { methodName } from './parts/loan-text.ts';
import { borrowersOf, lendersOf, names } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { day, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'receipt';

const CHOICES: readonly Choice[] = [
  {
    key: 'date',
    label: '哪一天的还款',
    hint: '留空就是最近一次；同一天的几笔各写一张。',
    kind: 'date',
    default: '',
  },
];

interface Repayment {
  loan: Loan;
  transfer: Transfer;
  split: RepaymentSplit;
}

/** Repayments to today with the way each was credited, oldest first. */
function repaid(x: PaperContext): Repayment[] {
  const { case: c } = x;
  const claim = claimOn(x, x.today);
  return c.loans
    .flatMap((loan) => {
      const splits = claim.loans.find((l) => l.loanId === loan.id)?.repayments ?? [];
      const transfers = c.transfers
        .filter((t) => t.loanId === loan.id && t.direction === 'in' && t.date <= x.today)
        .sort((a, b) => a.date.localeCompare(b.date));
      return transfers.flatMap((transfer, i): Repayment[] => {
        const split = splits[i];
        return split && split.date === transfer.date && split.amount === transfer.amount
          ? [{ loan, transfer, split }]
          : [];
      });
    })
    .sort((a, b) => a.transfer.date.localeCompare(b.transfer.date));
}

/** The repayments the receipts are for. */
function chosen(x: PaperContext): Repayment[] {
  const all = repaid(x);
  const date = choicesOf(x, ID, CHOICES).date('date') ?? all.at(-1)?.transfer.date;
  return all.filter((r) => r.transfer.date === date);
}

/** 本金人民币壹万元整（¥10,000.00） · 利息…、本金…. */
function parts(split: RepaymentSplit): string {
  const named: [string, number][] = [
    ['费用', split.fees],
    ['利息', split.interest],
    ['本金', split.principal],
    ['多还的款项', split.overpaid],
  ];
  return named
    .filter(([, fen]) => fen > 0)
    .map(([name, fen]) => `${name}${inFull(fen)}`)
    .join('、');
}

function one(x: PaperContext, { loan, transfer, split }: Repayment): Block[] {
  const c = x.case;
  const lenders = lendersOf(c, loan);
  const first = c.transfers.find((t) => t.loanId === loan.id && t.direction === 'out');
  const when = loan.signed ?? first?.date ?? null;
  const account = transfer.toAccount ? `（${transfer.toAccount}）` : '';
  const way = transfer.method === 'cash' ? '现金' : `${methodName(transfer.method)}${account}`;
  const mixed = [split.fees, split.interest, split.principal, split.overpaid].filter((n) => n > 0);
  const sum = mixed.length > 1 ? `${inFull(transfer.amount)}，其中` : '';
  const left = split.interestLeft > 0 ? `、尚欠利息${inFull(split.interestLeft)}` : '';
  return [
    p('title', '收条'),
    ...bodyLines(
      `今收到${names(borrowersOf(c, loan))}归还${when ? day(when) : ''}借款的${sum}${parts(split)}，收款方式：${way}，剩余未还本金${split.balance > 0 ? inFull(split.balance) : '0元'}${left}。`,
      `transfers.${c.transfers.indexOf(transfer)}`,
    ),
    ...signerLines('收款人', lenders, { named: true }),
    p('signature', day(transfer.date), { field: choicePath(ID, 'date') }),
  ];
}

function build(x: PaperContext): Paper {
  const list = chosen(x);
  const [first] = list;
  return {
    id: ID,
    title: '收条',
    profile: 'L',
    fileName: fileName('07', '收条', first ? names(lendersOf(x.case, first.loan)) : ''),
    date: first?.transfer.date ?? x.today,
    blocks:
      list.length === 0
        ? [p('title', '收条')]
        : list.flatMap((r, i): Block[] => [
            ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
            ...one(x, r),
          ]),
  };
}

function missing(x: PaperContext): Missing[] {
  const date = choicesOf(x, ID, CHOICES).date('date');
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(chosen(x).length === 0
      ? [
          date
            ? blocking(choicePath(ID, 'date'), `${day(date)}没有还款记录，请在“流水”里核对`)
            : blocking('transfers', '还没有还款记录'),
        ]
      : []),
    warning(choicePath(ID, 'date'), '收条由出借人签名，交给还款人；自己留一份复印件或者照片'),
  ]);
}

export const receipt: PaperTemplate = {
  id: ID,
  title: '收条',
  form: '08e',
  stage: 'demand',
  choices: CHOICES,
  fits: (x) => {
    if (x.case.judgment) return { fits: false, why: '已进入判决后的阶段，收款请记入执行款项' };
    return repaid(x).length > 0
      ? { fits: true, why: '对方每还一笔，给对方一张收条' }
      : { fits: false, why: '还没有还款记录' };
  },
  missing,
  build,
};
