/** The repayment agreement's own answers: its debt, its plan, its rates (form 08d). */
import { newRateCap, overCap } from '../../shared/claim/new-rate.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { addMonths } from '../../shared/law/dates.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import {
  customInstalments,
  equalInstalments,
  type Instalment,
  type PlanDebt,
  parsePlanLines,
} from '../../shared/law/instalment-plan.ts';
import { blocking } from '../checks/common.ts';
import type { Choice, Missing, PaperContext } from '../template.ts';
import { choicePath, choicesOf } from './choices.ts';
import { claimOn } from './day-claim.ts';
import { LETTER_CHOICES, letterDay } from './letter.ts';
import { day, rateFigure } from './words.ts';

export const AGREEMENT_ID = 'repayment-agreement';

const flag = (key: string, label: string, value: boolean, hint = ''): Choice => ({
  key,
  label,
  kind: 'flag',
  default: value,
  ...(hint ? { hint } : {}),
});
const text = (key: string, label: string, value: string, hint = ''): Choice => ({
  key,
  label,
  kind: 'text',
  default: value,
  ...(hint ? { hint } : {}),
});

export const AGREEMENT_CHOICES: readonly Choice[] = [
  ...LETTER_CHOICES.filter((choice) => choice.key === 'date'),
  text('count', '分几期', '3', '按月等额；写了下面的“各期”时不用。'),
  {
    key: 'first',
    label: '第一期的日期',
    hint: '留空就是签订后一个月。',
    kind: 'date',
    default: '',
  },
  text('everyMonths', '每期相隔几个月', '1'),
  {
    key: 'lines',
    label: '各期（自定）',
    hint: '一行一期，例如 2026-02-28 100000.00；合计要等于尚欠的金额。',
    kind: 'list',
    default: [],
  },
  flag('waiveInterest', '放弃此前的利息', false, '勾选后协议只写本金，以后不能再要这部分利息。'),
  text('rate', '分期期间的年利率（%）', '', '留空就是分期期间不计利息；不能超过上限。'),
  {
    key: 'overdue',
    label: '逾期怎样计息',
    kind: 'select',
    options: [
      { value: 'lpr', label: '按一年期LPR' },
      { value: 'rate', label: '按约定的年利率' },
      { value: 'none', label: '不约定' },
    ],
    default: 'lpr',
  },
  text('overdueRate', '逾期年利率（%）', '', '选“按约定的年利率”时填写；不能超过上限。'),
  text('graceDays', '逾期超过几日可以要求一次还清', '10'),
  flag('costs', '律师费等费用由违约方承担', false),
  {
    key: 'guarantee',
    label: '保证方式',
    hint: '有保证人时用；没有写明的按一般保证。',
    kind: 'select',
    options: [
      { value: 'joint', label: '连带责任保证' },
      { value: 'general', label: '一般保证' },
    ],
    default: 'joint',
  },
  text('guaranteeYears', '保证期间（年）', '3', '自全部债务履行期届满之日起算。'),
  flag('spouse', '留出借款人配偶的签名处', false, '配偶签名后成为共同债务。'),
  text('place', '签订地点', ''),
];

/** The answers of the agreement. */
export const agreementAnswers = (x: PaperContext) => choicesOf(x, AGREEMENT_ID, AGREEMENT_CHOICES);

export const agreementDay = (x: PaperContext): string => letterDay(x, AGREEMENT_ID);

/** What is owed on the day of the agreement, and the part of it the plan has to pay. */
export function agreementDebt(x: PaperContext): { claim: Claim; debt: PlanDebt } {
  const claim = claimOn(x, agreementDay(x));
  const waived = agreementAnswers(x).flag('waiveInterest');
  return {
    claim,
    debt: { principal: claim.principal, interest: waived ? 0 : claim.interest },
  };
}

const wholeNumber = (typed: string): number =>
  /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;

/** A whole number of days, months or years as answered, or null. */
export function wholeOf(x: PaperContext, key: string): number | null {
  const n = wholeNumber(agreementAnswers(x).text(key));
  return Number.isNaN(n) ? null : n;
}

/** The plan, or the answer that keeps it from being made. */
export function agreementPlan(
  x: PaperContext,
): { plan: Instalment[]; problem: null } | { plan: null; problem: FieldError } {
  const own = agreementAnswers(x);
  const { debt } = agreementDebt(x);
  const signed = agreementDay(x);
  try {
    const lines = own.list('lines');
    const plan =
      lines.length > 0
        ? customInstalments(debt, parsePlanLines(lines))
        : equalInstalments(debt, {
            count: wholeNumber(own.text('count')),
            first: own.date('first') ?? addMonths(signed, 1),
            everyMonths: wholeNumber(own.text('everyMonths')),
          });
    const first = plan[0];
    if (first && first.due <= signed) {
      throw new FieldError(
        lines.length > 0 ? 'lines' : 'first',
        `第一期${day(first.due)}应当晚于签订日期${day(signed)}`,
      );
    }
    return { plan, problem: null };
  } catch (error) {
    if (error instanceof FieldError) return { plan: null, problem: error };
    throw error;
  }
}

const PERCENT = /^\d{1,3}(\.\d{1,6})?$/;

/** A rate of the agreement in percent a year as answered; '' when none. */
export function rateAnswer(x: PaperContext, key: 'rate' | 'overdueRate'): string {
  const typed = agreementAnswers(x).text(key);
  return PERCENT.test(typed) ? rateFigure(typed) : '';
}

function rateProblem(x: PaperContext, key: 'rate' | 'overdueRate'): Missing[] {
  const typed = agreementAnswers(x).text(key);
  const path = choicePath(AGREEMENT_ID, key);
  if (key === 'overdueRate' && agreementAnswers(x).text('overdue') !== 'rate') return [];
  if (typed === '') {
    return key === 'overdueRate' ? [blocking(path, '请填写逾期年利率，或者改选按一年期LPR')] : [];
  }
  if (!PERCENT.test(typed)) return [blocking(path, '利率应为百分数，例如 6 或 3.45')];
  const cap = newRateCap(x.case, x.case.loans, agreementDay(x), x.lprEntries ?? []);
  return overCap(typed, cap)
    ? [
        blocking(
          path,
          `年利率${rateFigure(typed)}%超过上限${rateFigure(cap)}%（一年期LPR的四倍），超过的部分法院不支持，请改低`,
        ),
      ]
    : [];
}

/** Where the plan or the rates cannot stand. */
export function agreementPlanProblems(x: PaperContext): Missing[] {
  const { problem } = agreementPlan(x);
  const number = (key: string, most: number, what: string): Missing[] => {
    const n = wholeOf(x, key);
    return n === null || n < 1 || n > most
      ? [blocking(choicePath(AGREEMENT_ID, key), `${what}应为1到${most}的整数`)]
      : [];
  };
  const key = problem?.field.split('.')[0] ?? '';
  const at = key === 'amount' ? 'count' : key;
  return [
    ...(problem ? [blocking(choicePath(AGREEMENT_ID, at), problem.message)] : []),
    ...rateProblem(x, 'rate'),
    ...rateProblem(x, 'overdueRate'),
    ...number('graceDays', 365, '逾期的日数'),
    ...number('guaranteeYears', 10, '保证期间的年数'),
  ];
}
