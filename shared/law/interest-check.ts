import { MAX_FEN } from '../case/fields.ts';
import { earlier } from './dates.ts';
import { FieldError } from './field-error.ts';
import type { InterestInput } from './interest-input.ts';

/** Facts that can't be: each names its field and says what to do. */

const sumOf = (list: readonly { amount: number }[]) => list.reduce((s, x) => s + x.amount, 0);

function checkTranches(input: InterestInput): string {
  const { tranches } = input;
  if (tranches.length === 0) {
    throw new FieldError('tranches', '请至少填写一笔交付的款项');
  }
  tranches.forEach((t, i) => {
    if (t.amount <= 0) throw new FieldError(`tranches.${i}.amount`, '交付金额应大于 0');
    if (t.withheld >= t.amount) {
      throw new FieldError(`tranches.${i}.withheld`, '预先扣除的金额应小于交付金额');
    }
  });
  if (sumOf(tranches) > MAX_FEN) {
    throw new FieldError('tranches', '交付金额合计太大，请核对');
  }
  return tranches.map((t) => t.paid).reduce(earlier);
}

function notBefore(field: string, what: string, date: string | null | undefined, first: string) {
  if (date && date < first) {
    throw new FieldError(field, `${what} ${date} 早于交付日期 ${first}，请核对`);
  }
}

/** @throws FieldError for dates and amounts that contradict each other. */
export function checkInterestInput(input: InterestInput): void {
  const first = checkTranches(input);
  notBefore('until', '计算截止日', input.until, first);
  notBefore('due', '到期日', input.due, first);
  notBefore('filed', '起诉日期', input.filed, first);
  notBefore('graceEnd', '宽限期届满日', input.graceEnd, first);
  notBefore('acceleratedOn', '宣布提前到期日', input.acceleratedOn, first);
  input.instalments?.forEach((x, i) => {
    notBefore(`instalments.${i}.due`, '分期到期日', x.due, first);
  });
  input.repayments.forEach((r, i) => {
    if (r.amount <= 0) throw new FieldError(`repayments.${i}.amount`, '还款金额应大于 0');
    notBefore(`repayments.${i}.date`, '还款日期', r.date, first);
  });
  if (sumOf(input.repayments) > MAX_FEN) {
    throw new FieldError('repayments', '还款金额合计太大，请核对');
  }
}
