/** Section 事实与理由 of the element-form complaint, rows 1 to 9 and 16 to 18 (form 01 A5). */
import type { Case } from '../../shared/case/case.ts';
import { exhibits } from '../../shared/case/exhibits.ts';
import type { Loan } from '../../shared/case/loan.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { addDays, daysBetween } from '../../shared/law/dates.ts';
import { interrupting } from '../../shared/law/demand-effect.ts';
import { dueState } from '../../shared/law/due-state.ts';
import { box, type Row, type Run, t } from '../paper.ts';
import type { PaperContext } from '../template.ts';
import {
  complaintGrid as grid,
  HEIGHT,
  hintRow,
  type Line,
  labelRow,
  sectionBar,
  textLines,
} from './element-form.ts';
import {
  advances,
  amountOr,
  demandSpan,
  firstOverdueDay,
  lastDay,
  paperName,
  perLoan,
  rateWords,
  signingText,
} from './loan-text.ts';
import { passageField, passageText } from './passages.ts';
import { borrowersOf, lendersOf } from './people.ts';
import { missedDay, planTerm, reckonedPlan } from './plan-facts.ts';
import { citeTogether, legalBasis } from './statute-text.ts';
import { day, dayOr, rateFigure, yuanText } from './words.ts';

const row = (
  label: string,
  lines: Line[],
  field: string,
  more: { minHeight?: number; mayBreak?: boolean } = {},
) => labelRow(grid.facts, label, lines, { field, ...more });

/** Names of all lenders or borrowers; per loan when the loans differ. */
function sides(c: Case, of: (c: Case, loan: Loan) => { name: string }[]): string {
  const each = c.loans.map((l) =>
    of(c, l)
      .map((p) => p.name)
      .join('、'),
  );
  return new Set(each).size <= 1 ? (each[0] ?? '') : perLoan(c, (_, i) => each[i] ?? '');
}

function providedLine(c: Case): Line {
  const out = c.transfers.filter((t0) => t0.direction === 'out');
  const bank = out.some((t0) => t0.method === 'bank');
  const others = [
    ...(out.some((t0) => t0.method === 'wechat') ? ['微信转账'] : []),
    ...(out.some((t0) => t0.method === 'alipay') ? ['支付宝转账'] : []),
    ...out.flatMap((t0) => (t0.method === 'other' ? [t0.note || '其他方式'] : [])),
  ];
  return [
    t('提供方式：现金'),
    box(out.some((t0) => t0.method === 'cash')),
    t('  转账'),
    box(bank),
    t(`  其他：${[...new Set(others)].join('、')}`),
  ];
}

function termLines(c: Case, claim: Claim): Line[] {
  const ends = c.loans.map((l) => lastDay(c, l));
  const known = ends.length > 0 && ends.every((e) => e !== null);
  const due = known && ends.every((e) => e !== null && e <= claim.asOf);
  const plan = reckonedPlan(c, claim.asOf);
  const yes = plan ? dueState(c, claim.asOf).due === 'all' : c.loans.length > 0 && due;
  const no = plan ? !yes : c.loans.length > 0 && known && !due;
  const changed = plan ? `；${planTerm(plan)}` : '';
  return [
    [t('是否到期：是'), box(yes), t('  否'), box(no)],
    `约定期限：${perLoan(c, termRange) || termRange(null)}${changed}`,
  ];
}

function termRange(loan: Loan | null): string {
  const from = loan?.termFrom ?? loan?.signed ?? null;
  const end = loan?.due ?? loan?.instalments.at(-1)?.due ?? null;
  if (loan && end === null) return '未约定';
  return `${dayOr(from)}起至${dayOr(end)}止`;
}

/** 利率☑  24%/ 年（季 / 月）; a rate by month underlines 月 and says so below. */
function rateLines(c: Case): Line[] {
  const rated = c.loans.filter((l) => l.interest === 'agreed' && l.rate !== null);
  const [only] = rated;
  const rate = rated.length === 1 && c.loans.length === 1 ? (only?.rate ?? null) : null;
  const clause = rate?.clause.replace(/^第|条$/g, '') ?? '';
  const unit: Run[] = [
    t(
      `  ${rate && (rate.per === 'year' || rate.per === 'month') ? rateFigure(rate.value) : ''}%/ `,
    ),
    rate?.per === 'year' ? { text: '年', underline: true } : t('年'),
    t('（季 / '),
    rate?.per === 'month' ? { text: '月', underline: true } : t('月'),
    t(`）（合同条款：第 ${clause}${clause ? ' ' : ''}条）`),
  ];
  const official: Run[] = [t('利率'), box(rated.length > 0), ...unit];
  if (c.loans.length === 0) return [official];
  const words = perLoan(c, (l) =>
    l.interest === 'none' ? '未约定' : l.interest === 'unclear' || !l.rate ? '约定不明' : agreed(l),
  );
  return [official, words];
}

function agreed(loan: Loan): string {
  if (!loan.rate) return '';
  const own = loan.rate.wording ? `（原文“${loan.rate.wording}”）` : '';
  const late = loan.overdueRate ? `；逾期${rateWords(loan.overdueRate)}` : '';
  return `${rateWords(loan.rate)}${own}${late}`;
}

function methodLines(c: Case): Line[] {
  const has = (...m: Loan['repaymentMethod'][]) =>
    c.loans.some((l) => m.includes(l.repaymentMethod));
  const others = c.loans.flatMap((l) =>
    l.repaymentMethod === 'principalAtEnd'
      ? ['到期一次性还本']
      : l.repaymentMethod === 'instalments'
        ? ['分期偿还']
        : l.repaymentMethod === 'other'
          ? [l.repaymentMethodOther || '未约定']
          : [],
  );
  return [
    [t('到期一次性还本付息'), box(has('bullet'))],
    [t('按月计息、到期一次性还本'), box(has('monthlyInterest'))],
    [t('按季计息、到期一次性还本'), box(has('quarterlyInterest'))],
    [t('按年计息、到期一次性还本'), box(has('yearlyInterest'))],
    `其他：${[...new Set(others)].join('；')}`,
  ];
}

/** Day to which interest is paid: that of the last repayment that left none open. */
function paidTo(claim: Claim): string | null {
  const last = claim.repayments.filter((r) => r.interest > 0).at(-1);
  return last && last.interestLeft === 0 ? last.date : null;
}

function repaidLines(c: Case, claim: Claim): Line[] {
  const of = (key: 'principal' | 'interest') =>
    perLoan(c, (l) =>
      amountOr(claim.loans.find((k) => k.loanId === l.id)?.repaid[key] ?? null, '    元'),
    ) || '    元';
  return [
    `已还本金：${of('principal')}`,
    `已还利息：${of('interest')}，还息至${dayOr(paidTo(claim))}`,
  ];
}

/** Whole days gone by since the first overdue day, as the filled form 01 counts them (item 9: 745 days). */
const elapsed = (first: string, on: string): string => `${daysBetween(first, on)}天`;

function overdueLines(c: Case, claim: Claim): Line[] {
  const plan = reckonedPlan(c, claim.asOf);
  if (plan) {
    const missed = missedDay(plan, claim.asOf);
    const first = missed && addDays(missed, 1);
    const since = first
      ? `  逾期时间：${day(first)}       至今已逾期${elapsed(first, claim.asOf)}（按还款协议）`
      : '';
    return [
      [t('是'), box(missed !== null), t(since)],
      [t('否'), box(missed === null)],
    ];
  }
  const late = c.loans.map((l) => firstOverdueDay(c, l, claim.asOf));
  const isLate = late.some((d) => d !== null);
  const only = c.loans.length === 1 ? late[0] : null;
  const days = (i: number) => (late[i] ? elapsed(late[i], claim.asOf) : '0天');
  const text = only
    ? `  逾期时间：${day(only)}       至今已逾期${elapsed(only, claim.asOf)}`
    : `  逾期时间：${isLate ? perLoan(c, (_, i) => (late[i] ? day(late[i]) : '未到期')) : ''}       至今已逾期${isLate ? perLoan(c, (_, i) => days(i)) : ''}`;
  return [
    [t('是'), box(isLate), t(text)],
    [t('否'), box(c.loans.length > 0 && !isLate)],
  ];
}

/** Row 16: the demands, with what they did to limitation, and whatever the user noted on the loans. */
function otherNotes(c: Case, claim: Claim): string {
  // Only what did restart the period may be said to; the rest of the demands are told without that.
  const effective = interrupting(c, claim.asOf);
  const span = demandSpan(effective.length > 0 ? { ...c, demands: effective } : c, claim.asOf);
  const effect = effective.length > 0 ? '，诉讼时效中断' : '';
  const proof = exhibits(c).filter((e) => e.item.group === 'demand');
  const where = proof.length > 0 ? `，详见证据${proof.map((e) => e.number).join('、')}` : '';
  const when = span
    ? span.first === span.last
      ? `于${day(span.first)}催收`
      : `于${day(span.first)}至${day(span.last)}期间多次催收`
    : '';
  const demands = span ? [`原告${when}${effect}${where}`] : [];
  const grace = c.loans.some((l) => l.due === null && l.instalments.length === 0)
    ? c.demands.flatMap((d) =>
        d.graceUntil ? [`${day(d.date)}催告被告于${day(d.graceUntil)}前还款`] : [],
      )
    : [];
  const notes = c.loans.flatMap((l) => (l.note.trim() ? [l.note.trim()] : []));
  return [...demands, ...grace, ...notes].join('；') || (c.loans.length > 0 ? '无' : '');
}

/** Rows 1 to 9. */
export function loanRows(x: PaperContext): Row[] {
  const { case: c, claim } = x;
  return [
    sectionBar(grid, '事实与理由'),
    hintRow(
      grid,
      '（可完整表述纠纷涉及的事实与理由；为方便、准确梳理要点，相关内容请在下方要素式表格中填写）',
      passageText(x, 'complaint-elements.facts'),
      passageField(c, 'complaint-elements.facts'),
    ),
    row('1. 合同签订情况（名称、编号、签订时间、地点等）', [perLoan(c, signingText)], 'loans'),
    row(
      '2. 签订主体',
      [`出借人：${sides(c, lendersOf)}`, `借款人：${sides(c, borrowersOf)}`],
      'loans',
    ),
    row(
      '3. 借款金额',
      [
        `约定：${perLoan(c, (l) => amountOr(l.agreedAmount, '未约定'))}`,
        `实际提供：${perLoan(c, (l) => amountOr(claim.loans.find((k) => k.loanId === l.id)?.lent ?? null, ''))}`,
        providedLine(c),
      ],
      'loans',
    ),
    row('4. 借款期限', termLines(c, claim), 'loans'),
    row('5. 借款利率', rateLines(c), 'loans'),
    row('6. 借款提供时间', advanceLines(c), 'transfers', { mayBreak: true }),
    row('7. 还款方式', methodLines(c), 'loans', { minHeight: HEIGHT.repaymentMethod }),
    row('8. 还款情况', repaidLines(c, claim), 'transfers'),
    row('9. 是否存在逾期还款', overdueLines(c, claim), 'loans'),
  ];
}

function advanceLines(c: Case): Line[] {
  const paid = c.loans.flatMap((l) => advances(c, l));
  return paid.length > 0
    ? paid.map((m) => {
        const less = m.withheld > 0 ? `（其中预先扣除利息${yuanText(m.withheld)}）` : '';
        return `${day(m.date)}，${yuanText(m.amount)}${less}`;
      })
    : ['   年    月    日，     元'];
}

/** Rows 16 to 18. */
export function closingRows(x: PaperContext): Row[] {
  const { case: c, claim } = x;
  const papers = [...new Set(c.loans.map((l) => paperName(l)))].join('、');
  const law = c.loans.length > 0 ? citeTogether(legalBasis(c, claim, true)) : '';
  return [
    row('16. 其他需要说明的内容（可另附页）', textLines(otherNotes(c, claim)), 'loans', {
      mayBreak: true,
    }),
    row('17. 请求依据', [`合同约定：${papers}`, `法律规定：${law}`], 'loans', { mayBreak: true }),
    row('18. 证据清单（可另附页）', [c.evidence.length > 0 ? '附页' : ''], 'evidence'),
  ];
}
