import { parseChineseDate, printDate } from '../text/chinese-date.ts';
import { formatShort, parseAmount } from '../text/money.ts';
import { addMonths } from './dates.ts';
import { FieldError } from './field-error.ts';
import { plainInterest } from './plain-interest.ts';

/**
 * A repayment plan as a table of due dates and whole fen. Its sum is the debt, always: equal parts leave
 * the odd fen to the last one, a plan of the user's own is refused when it does not add up. Within the
 * plan the interest is paid before the principal (民法典 561), unless nothing of it is claimed.
 */

export interface Instalment {
  /** 1, 2, 3 … */
  number: number;
  /** Last day to pay, YYYY-MM-DD. */
  due: string;
  /** Fen. */
  principal: number;
  interest: number;
  /** Part of `interest` that accrues while the plan runs; absent where none is agreed. */
  accruing?: number;
  total: number;
}

/** What is to be paid: fen. */
export interface PlanDebt {
  principal: number;
  interest: number;
}

/** One date with its amount, before it is split into principal and interest. */
export interface PlanPart {
  due: string;
  /** Fen. */
  amount: number;
}

export const MAX_INSTALMENTS = 360;

/** Shares out interest first, then principal. */
function split(debt: PlanDebt, parts: readonly PlanPart[]): Instalment[] {
  let interestLeft = debt.interest;
  return parts.map(({ due, amount }, i) => {
    const interest = Math.min(interestLeft, amount);
    interestLeft -= interest;
    return { number: i + 1, due, principal: amount - interest, interest, total: amount };
  });
}

/**
 * Equal instalments, monthly or every few months, the last one taking the rest. A day the month does not
 * have becomes its last day: 31 January, 28 February, 31 March.
 * @throws FieldError `count`, `everyMonths` or `amount`
 */
export function equalInstalments(
  debt: PlanDebt,
  plan: { count: number; first: string; everyMonths: number },
): Instalment[] {
  const { count, first, everyMonths } = plan;
  const total = debt.principal + debt.interest;
  if (!Number.isInteger(count) || count < 1 || count > MAX_INSTALMENTS) {
    throw new FieldError('count', `期数应为1到${MAX_INSTALMENTS}的整数`);
  }
  if (!Number.isInteger(everyMonths) || everyMonths < 1 || everyMonths > 12) {
    throw new FieldError('everyMonths', '每期间隔应为1到12个月');
  }
  const each = Math.floor(total / count);
  if (each === 0) throw new FieldError('amount', '尚欠的金额不够分这么多期，请减少期数');
  return split(
    debt,
    Array.from({ length: count }, (_, i) => ({
      due: addMonths(first, i * everyMonths),
      amount: i === count - 1 ? total - each * (count - 1) : each,
    })),
  );
}

const LINE = /^(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?!\d)\s*日?)\s*[,，:：]?\s*(.+)$/;

/**
 * Reads a plan of the user's own, a line an instalment: `2026-02-28 100000.00`, `2026年2月28日 10万元`.
 * @throws FieldError `lines.N` for the line (from 0) that cannot be read
 */
export function parsePlanLines(lines: readonly string[]): PlanPart[] {
  return lines.map((line, i) => {
    const fail = (why: string) =>
      new FieldError(
        `lines.${i}`,
        `第${i + 1}行“${line.trim()}”${why}，应写成 2026-02-28 100000.00`,
      );
    const found = LINE.exec(line.trim());
    const date = parseChineseDate((found?.[1] ?? '').replace(/\s/g, ''));
    if (!found || !date.valid || !date.iso) throw fail('的日期看不懂');
    const amount = parseAmount(found[2] ?? '');
    if (!amount.ok) throw fail(`的金额看不懂`);
    if (amount.fen === 0) throw fail('的金额是0');
    return { due: date.iso, amount: amount.fen };
  });
}

/**
 * A plan of the user's own: dates rising, amounts adding up to the debt.
 * @throws FieldError `lines.N` for a date out of order, `lines` when the sum differs, with both sums
 */
export function customInstalments(debt: PlanDebt, parts: readonly PlanPart[]): Instalment[] {
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (before && part.due <= before.due) {
      throw new FieldError(
        `lines.${i}`,
        `第${i + 1}期的日期${printDate(part.due)}不晚于上一期，请按先后排列`,
      );
    }
  });
  const sum = parts.reduce((n, part) => n + part.amount, 0);
  const total = debt.principal + debt.interest;
  if (sum !== total) {
    const off = formatShort(Math.abs(sum - total));
    throw new FieldError(
      'lines',
      `各期合计${formatShort(sum)}元，尚欠${formatShort(total)}元，${sum > total ? '多' : '少'}了${off}元，请改成一致`,
    );
  }
  return split(debt, parts);
}

/**
 * Adds the interest of a plan that bears some: on the principal still open, from the day of signing (not
 * counted) to each due date, actual days over 365, paid with the instalment.
 * @param rate percent a year
 */
export function withRunningInterest(
  plan: readonly Instalment[],
  rate: string,
  from: string,
): Instalment[] {
  let open = plan.reduce((n, x) => n + x.principal, 0);
  let last = from;
  return plan.map((x) => {
    const { interest: accruing } = plainInterest({
      principal: open,
      percent: rate,
      ...{ from: last, to: x.due, dayCount: 'actual365', countBothEnds: false, rounding: 'cent' },
    });
    open -= x.principal;
    last = x.due;
    return { ...x, accruing, interest: x.interest + accruing, total: x.total + accruing };
  });
}

/** The sums of a plan, for its last row. */
export function planTotals(
  plan: readonly Pick<Instalment, 'principal' | 'interest' | 'total'>[],
): Omit<Instalment, 'number' | 'due' | 'accruing'> {
  const sum = (key: 'principal' | 'interest' | 'total') => plan.reduce((n, x) => n + x[key], 0);
  return { principal: sum('principal'), interest: sum('interest'), total: sum('total') };
}
