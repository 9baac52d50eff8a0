/** Columns of the interest schedule (form 04 C): the short set, and the thirteen when there are repayments. */
import type { LoanClaim } from '../../shared/claim/types.ts';
import { type Column, LANDSCAPE_WIDTH } from './table-paper.ts';
import { formatAmount } from './words.ts';

/** A sum in yuan with two places, also when there is none. */
export const money = (fen: number) => (fen === 0 ? '0.00' : formatAmount(fen));

export const SHORT: Column[] = [
  { title: '序号', weight: 6, align: 'center' },
  { title: '起', weight: 11, align: 'center' },
  { title: '止', weight: 11, align: 'center' },
  { title: '天数', weight: 7, align: 'right' },
  { title: '计息本金（元）', weight: 15, align: 'right' },
  { title: '年利率（%）', weight: 10, align: 'right' },
  { title: '利率依据', weight: 34 },
  { title: '利息（元）', weight: 13, align: 'right' },
];

/** Width of a cell for text of so many figures at a size in half-points, twips; both margins and bold included. */
const roomFor = (figures: number, size: number) => Math.ceil(figures * size * 5.2) + 190;

/** Thirteen columns only fit in small print, each as wide as its longest sum: 小五, smaller where that is too wide. */
export function fullColumns(loan: LoanClaim): Column[] {
  const longest = (...sums: number[]) => Math.max(7, ...sums.map((fen) => money(fen).length));
  const { repaid, repayments: paid } = loan;
  const base = longest(...loan.segments.map((s) => s.base));
  const columns = (size: number): Column[] => {
    const wide = (figures: number, more: Omit<Column, 'weight'>): Column => ({
      ...more,
      weight: roomFor(figures, size),
      size,
    });
    const mid = (title: string, figures: number) => wide(figures, { title, align: 'center' });
    const sum = (title: string, figures: number) => wide(figures, { title, align: 'right' });
    return [
      mid('序号', 3),
      mid('计息期间 起', 10),
      mid('计息期间 止', 10),
      sum('天数', 5),
      sum('计息本金（元）', base),
      sum('年利率（%）', 6),
      mid('利率依据', 10),
      sum('利息（元）', longest(loan.total, ...loan.segments.map((s) => s.amount))),
      sum('本期还款（元）', longest(repaid.total, ...paid.map((r) => r.amount))),
      sum('冲抵利息', longest(repaid.interest, ...paid.map((r) => r.interest))),
      sum('冲抵本金', longest(repaid.principal, ...paid.map((r) => r.principal))),
      sum('剩余本金（元）', base),
      sum('剩余利息（元）', longest(loan.interest, ...paid.map((r) => r.interestLeft))),
    ];
  };
  const small = columns(18);
  const fits = small.reduce((n, col) => n + col.weight, 0) <= LANDSCAPE_WIDTH;
  return fits ? small : columns(15);
}
