/** 利息计算清单: every stretch of days with base, rate and reason, so that a judge can recompute it (form 04). */
import type { Case } from '../shared/case/case.ts';
import type { LoanClaim, RepaymentSplit, Segment } from '../shared/claim/types.ts';
import { warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, type Paper, p, type Row } from './paper.ts';
import { loanTitle } from './parts/loan-text.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { fullColumns, money, SHORT } from './parts/schedule-columns.ts';
import { formulaLine, parameterLine } from './parts/schedule-text.ts';
import { signatureLines } from './parts/signature.ts';
import { bodyRow, type Column, headRow, table, totalRow } from './parts/table-paper.ts';
import { day, fileName, formatAmount, rateTwoPlaces } from './parts/words.ts';
import type { Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'interest-schedule';
const KINDS: Record<Segment['kind'], string> = {
  inTerm: '借期内利息',
  overdue: '逾期利息',
  penalty: '违约金',
};

/**
 * The stretches of a loan's table. Interest that only starts at the cut-off (filed today, cut off today) has
 * none yet: it stands there with no days and no amount, so that its base and rate can be checked.
 */
function stretches(loan: LoanClaim): Segment[] {
  if (loan.segments.length > 0) return loan.segments;
  return loan.running.map((r) => ({
    kind: r.kind,
    from: r.from,
    to: loan.asOf,
    days: 0,
    base: r.base,
    rate: r.rate,
    amount: r.amount,
    article: r.article,
    reason: r.rateText,
  }));
}

/** 逾期利息：…；article. */
function basis(s: Segment): string {
  const count = s.count ? `；${s.count}` : '';
  return `${KINDS[s.kind]}：${s.reason}（${s.article}）${count}`;
}

function segmentTexts(s: Segment, n: number, why: string): string[] {
  return [
    String(n),
    s.from,
    s.to,
    String(s.days),
    money(s.base),
    rateTwoPlaces(s.rate),
    why,
    money(s.amount),
  ];
}

function repaymentTexts(r: RepaymentSplit | undefined): string[] {
  return r
    ? [
        money(r.amount),
        money(r.interest),
        money(r.principal),
        money(r.balance),
        money(r.interestLeft),
      ]
    : ['', '', '', '', ''];
}

/** Days are added up only where stretches don't overlap (a penalty runs beside the interest). */
function totalDays(segments: Segment[]): string {
  return segments.some((s) => s.kind === 'penalty')
    ? ''
    : String(segments.reduce((n, s) => n + s.days, 0));
}

function shortRows(loan: LoanClaim): Row[] {
  return [
    ...loan.segments.map((s, i) => bodyRow(SHORT, segmentTexts(s, i + 1, basis(s)))),
    totalRow(SHORT, [
      '合计',
      null,
      null,
      totalDays(loan.segments),
      '',
      '',
      '',
      money(loan.interest),
    ]),
    totalRow(SHORT, ['本息合计', null, null, null, '', '', '', money(loan.total)]),
  ];
}

/** 注1 · 注1、10: which of the reasons below the table explain a row. */
const mark = (...numbers: number[]) => `注${numbers.join('、')}`;

/** Reasons of the rates, each once, in the order the rows need them. */
function reasons(loan: LoanClaim): string[] {
  return [...new Set([...loan.segments.map(basis), ...loan.repayments.map(crediting)])];
}

/** 还款冲抵：why it was credited so; article. */
function crediting(r: RepaymentSplit): string {
  return `还款冲抵：${r.reason}（${r.article}）`;
}

/** Repayments stand on the last stretch that ends with them; several on a day get rows of their own. */
function fullRows(loan: LoanClaim, columns: Column[]): Row[] {
  const notes = reasons(loan);
  const number = (text: string) => notes.indexOf(text) + 1;
  const left = [...loan.repayments].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const rows: Row[] = [];
  let n = 0;
  const paymentRow = (r: RepaymentSplit) =>
    bodyRow(columns, [
      '',
      r.date,
      r.date,
      '',
      '',
      '',
      mark(number(crediting(r))),
      '',
      ...repaymentTexts(r),
    ]);
  loan.segments.forEach((s, i) => {
    while (left[0] && left[0].date <= s.from && left[0].date < s.to) {
      const r = left.shift();
      if (r) rows.push(paymentRow(r));
    }
    const lastOfDay = loan.segments[i + 1]?.to !== s.to;
    const own = lastOfDay && left[0]?.date === s.to ? left.shift() : undefined;
    n += 1;
    const why = mark(number(basis(s)), ...(own ? [number(crediting(own))] : []));
    rows.push(bodyRow(columns, [...segmentTexts(s, n, why), ...repaymentTexts(own)]));
  });
  rows.push(...left.map(paymentRow));
  const merged = ['本息合计', ...Array<null>(6).fill(null)];
  return [
    ...rows,
    totalRow(columns, [
      '合计',
      null,
      null,
      totalDays(loan.segments),
      '',
      '',
      '尚欠',
      '',
      money(loan.repaid.total),
      money(loan.repaid.interest),
      money(loan.repaid.principal),
      money(loan.principal),
      money(loan.interest),
    ]),
    totalRow(columns, [...merged, money(loan.total), '', '', '', '', '']),
  ];
}

/** The rows are rounded one by one, the sum once: said only where the two differ. */
function roundingNote(loan: LoanClaim): string {
  const shown = loan.segments.reduce((n, s) => n + s.amount, 0);
  return loan.repayments.length === 0 && shown !== loan.interest
    ? '合计按各段未舍入的数额相加后再舍入，与各段之和可能相差几分。'
    : '';
}

function loanBlocks(c: Case, claimed: LoanClaim, many: boolean, oldRules: boolean): Block[] {
  const loan = { ...claimed, segments: stretches(claimed) };
  const full = loan.repayments.length > 0;
  const columns = full ? fullColumns(loan) : SHORT;
  const note = roundingNote(loan);
  return [
    ...(many
      ? [
          p('caseLine', `${loanTitle(c, loan.loanId)}　出借${formatAmount(loan.lent)}元`, {
            keepNext: true,
          }),
        ]
      : []),
    table(columns, true, [headRow(columns), ...(full ? fullRows(loan, columns) : shortRows(loan))]),
    ...(full ? reasons(loan).map((text, i) => p('formula', `${mark(i + 1)}：${text}`)) : []),
    ...(note ? [p('formula', note)] : []),
    p('formula', parameterLine(c, loan, oldRules)),
  ];
}

function build(x: PaperContext): Paper {
  const { case: c, claim } = x;
  const many = claim.loans.length > 1;
  const open = claim.loans.some((l) => l.running.length > 0);
  const all: Column[] = [
    { title: '项目', weight: 40 },
    { title: '本金（元）', weight: 20, align: 'right' },
    { title: '利息（元）', weight: 20, align: 'right' },
    { title: '本息合计（元）', weight: 20, align: 'right' },
  ];
  const sum: Block[] = many
    ? [
        p('caseLine', '各笔借款合计', { keepNext: true }),
        table(all, true, [
          headRow(all),
          ...claim.loans.map((l) =>
            bodyRow(all, [
              loanTitle(c, l.loanId),
              money(l.principal),
              money(l.interest),
              money(l.total),
            ]),
          ),
          totalRow(all, [
            '合计',
            money(claim.principal),
            money(claim.interest),
            money(claim.total - claim.costs),
          ]),
        ]),
      ]
    : [];
  return {
    id: ID,
    title: '利息计算清单',
    profile: 'T',
    landscape: true,
    fileName: fileName('04', '利息计算清单', names(plaintiffs(c))),
    date: c.suit.signedOn ?? x.today,
    blocks: [
      p('title', '利息计算清单'),
      p('caseLine', `（暂计至${day(claim.asOf)}）`),
      p(
        'caseLine',
        `债权人：${names(plaintiffs(c))}　债务人：${names(defendants(c))}　本金：${formatAmount(claim.principal)}元`,
      ),
      ...claim.loans.flatMap((l) => loanBlocks(c, l, many, claim.asksOldRules)),
      ...sum,
      p('formula', formulaLine(c, claim.countText)),
      ...(open
        ? [
            p(
              'formula',
              `以上利息暂计至${day(claim.asOf)}，此后利息按同一标准计算至实际清偿之日止。`,
            ),
          ]
        : []),
      ...signatureLines('制表人（签名）：', '日期：', c.suit.signedOn),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const { case: c, claim } = x;
  const found: Missing[] = [];
  if (c.loans.length === 0) {
    found.push({ path: 'loans', message: '请录入借款', level: 'blocking' });
  } else if (claim.loans.every((l) => l.segments.length === 0)) {
    const text = claim.loans.some((l) => l.running.length > 0)
      ? `到${day(claim.asOf)}为止的利息是0.00元，清单只列计息的起点和标准；要计入此后的利息，可以改暂计日`
      : `到${day(claim.asOf)}为止没有利息，清单里没有计息的行；可以改暂计日`;
    found.push(warning('claim.asOf', text));
  }
  found.push(warning('suit.signedOn', '打印后请在“制表人”处签名'));
  return blockingFirst(found);
}

export const interestSchedule: PaperTemplate = {
  id: ID,
  title: '利息计算清单',
  form: '04',
  stage: 'filing',
  fits: (x) =>
    x.claim.loans.some((l) => l.segments.length > 0 || l.running.length > 0)
      ? { fits: true, why: '作为起诉状的附件，说明利息怎样算出' }
      : { fits: false, why: '到暂计日为止没有利息' },
  missing,
  build,
};
