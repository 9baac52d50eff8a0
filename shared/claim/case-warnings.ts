import type { Case } from '../case/case.ts';
import { ART } from '../law/cap.ts';
import { spouseNotices } from '../law/case-limits.ts';
import { cite } from '../law/statutes.ts';
import { validityWarnings } from '../law/validity.ts';
import { formatAmount } from '../text/money.ts';
import type { CostClaim, Warning } from './types.ts';

/** What the whole case leaves open, beside its loans. */

function costWarnings(c: Case, items: readonly CostClaim[]): Warning[] {
  const has = (kind: Case['claim']['costs'][number]['kind']) =>
    c.claim.costs.some((x) => x.kind === kind && items.some((i) => i.key === x.id && i.included));
  const list: Warning[] = [];
  if (has('lawyer')) {
    list.push({
      code: 'lawyer-fee',
      text: '律师费是否计入利率上限，各地法院做法不一；没有约定、没有支付或明显偏高的不被支持',
      article: ART.total,
    });
  }
  if (has('preservationInsurance')) {
    list.push({
      code: 'insurance-fee',
      text: '保全保险费、担保费只有约定由借款人承担的才可能支持，各地法院做法不一',
      article: ART.total,
    });
  }
  return list;
}

function afterJudgment(c: Case): Warning[] {
  const decided = c.judgment?.decidedOn;
  if (!decided) return [];
  const late = c.transfers.filter((t) => t.direction === 'in' && t.date > decided);
  if (late.length === 0) return [];
  const sum = formatAmount(late.reduce((n, t) => n + t.amount, 0));
  return [
    {
      code: 'repaid-after-judgment',
      text: `判决后还有 ${late.length} 笔还款共 ${sum}元：按判决计算时用迟延利息的顺序抵充，已一并计入申请执行的数额`,
      article: cite('delayInterest', 4),
    },
  ];
}

function procedureWarnings(c: Case): Warning[] {
  if (c.suit.procedure !== 'paymentOrder' || c.judgment !== null) return [];
  return [
    {
      code: 'payment-order-filing',
      text: '支付令转为诉讼的，以申请支付令之日为起诉日；这一天是否也用来确定起诉时的LPR，没有明文规定，请按受理法院的意见填写起诉日期',
      article: cite('cplInterp', 439),
    },
  ];
}

/** Warnings of the case as a whole at the cut-off. */
export function caseWarnings(c: Case, items: readonly CostClaim[]): Warning[] {
  const spouse = spouseNotices(c).map(({ code, text, article }) => ({
    code,
    text,
    ...(article ? { article } : {}),
  }));
  return [
    ...costWarnings(c, items),
    ...procedureWarnings(c),
    ...afterJudgment(c),
    ...validityWarnings(c),
    ...spouse,
  ];
}
