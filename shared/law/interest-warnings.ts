import type { Warning } from '../claim/types.ts';
import { formatAmount } from '../text/money.ts';
import {
  ART,
  filingAssumed,
  NEW_RULE_FROM,
  OLD_RULE_LAST,
  OLD_TEXT_FROM,
  unverifiedWarning,
} from './cap.ts';
import type { InterestInput } from './interest-input.ts';
import type { Ledger } from './ledger.ts';
import { isOldContract } from './lots.ts';
import type { Needs } from './phases.ts';
import type { Ceiling } from './rollover.ts';

/** What has to be known before a figure is relied on. Codes are stable. */

interface Facts {
  input: InterestInput;
  filed: string;
  needs: Needs;
  ledger: Ledger;
  ceiling: Ceiling | null;
}

function lprWarnings({ input, needs }: Facts): Warning[] {
  const open = [...needs.lprs.values()].filter((n) => !n.lpr.verified);
  const list = open.map((n) => unverifiedWarning(n.lpr, n.purpose));
  const own = [...needs.lprs.values()].filter((n) => n.lpr.user);
  for (const n of own) {
    list.push({
      code: 'lpr-user-entry',
      text: `${n.purpose}用了您录入的 ${n.lpr.published} LPR，请以公布值核对`,
    });
  }
  if (needs.lprOverdue && input.options.lprAnchor === 'fixedAtDefault') {
    list.push({
      code: 'lpr-anchor',
      text: '“当时一年期LPR”是固定还是浮动，各地法院做法不一；LPR下行期间按逾期首日固定的算法可能被法院核减为浮动算法',
      article: ART.overdueLpr,
    });
  }
  return list;
}

/** Ways of counting that claim more than the default reading. */
function countWarnings({ input }: Facts): Warning[] {
  const list: Warning[] = [];
  const { dayCount, countBothEnds } = input.options;
  if (dayCount === 'actual360' || dayCount === 'months30' || dayCount === 'thirty360') {
    list.push({
      code: 'basis-360',
      text: '按一年360天折算比365天略高；合同没有这样约定的，法院可能改按365天，清单里要写明',
    });
  }
  if (countBothEnds) {
    list.push({
      code: 'both-ends',
      text: '首尾两日都计入，全程比法定算法多一天，法院可能减去这一天',
      article: ART.days,
    });
  }
  return list;
}

function capWarnings({ input, needs, ledger, ceiling }: Facts): Warning[] {
  const list: Warning[] = [];
  if (!input.options.cap) {
    list.push({
      code: 'cap-off',
      text: '没有按利率上限核减，只供对照；超过上限的部分法院不支持，不得写入任何文书',
      article: ART.cap,
    });
  }
  if (needs.cut) {
    list.push({
      code: 'rate-above-cap',
      text: '约定的利率或违约金超过上限，超过部分已核减',
      article: ART.total,
    });
  }
  if (ledger.lots.length > 1 && new Set(ledger.lots.map((l) => l.formed)).size > 1) {
    list.push({
      code: 'several-formations',
      text: '款项分笔交付，各笔按各自的交付日确定利率上限',
      article: ART.formation,
    });
  }
  const { rollover } = input;
  if (rollover && rollover.firstDate < NEW_RULE_FROM) {
    list.push({
      code: 'rollover-chain',
      text: '借款成立在2020年8月20日前、之后又重新出具借据的，本息上限按两段分别计算（先24%，后起诉时LPR四倍）；各地做法不一',
      article: ART.rollover,
    });
  }
  if (ceiling && ceiling.cut > 0) {
    list.push({ code: 'rollover-ceiling', text: ceiling.text, article: ART.rollover });
  }
  if (input.penalties.length > 0 && input.rate === null && input.overdueRate === null) {
    list.push({
      code: 'penalty-and-lpr',
      text: '只约定了违约金、没有约定逾期利率，同时主张LPR逾期利息和违约金可能只获支持其一',
      article: ART.total,
    });
  }
  return list;
}

function oldLoanWarnings({ input, filed, needs, ledger }: Facts): Warning[] {
  const old = ledger.lots.filter(isOldContract);
  const list: Warning[] = [];
  if (input.filed === null && needs.filed) list.push(filingAssumed(filed));
  if (old.length === 0) return list;
  if (input.options.oldRules) {
    list.push({
      code: 'old-rules-request',
      text: '对2020年8月19日以前的利息适用当时的规则，须在起诉状中明确提出请求',
      article: ART.transition,
    });
  }
  const agreedOver = needs.cut && (input.rate !== null || input.overdueRate !== null);
  if (agreedOver && ledger.splits.some((s) => s.date >= NEW_RULE_FROM && s.principal > 0)) {
    list.push({
      code: 'paid-above-cap',
      text: '2020年8月20日以后付的、超过新上限的部分已按主流做法抵本金；对旧合同已经自愿付完的，有的法院不再调整',
      article: ART.transition,
    });
  }
  if (old.some((l) => l.startIso < OLD_TEXT_FROM)) {
    list.push({
      code: 'before-2015',
      text: '2015年9月1日以前的利息，法院一般也按24%和6%处理，但被告可能主张适用更早的规定',
      article: ART.oldCap,
    });
  }
  return list;
}

function repaymentWarnings({ input, ledger }: Facts): Warning[] {
  const list: Warning[] = [];
  const overpaid = ledger.splits.reduce((sum, s) => sum + s.overpaid, 0);
  if (overpaid > 0) {
    list.push({
      code: 'overpaid',
      text: `还款超过应还数额 ${formatAmount(overpaid)}元，请核对；已还清的债务不得再起诉`,
      article: ART.crediting,
    });
  }
  const late = input.repayments.filter((r) => r.date > input.until).length;
  if (late > 0) {
    list.push({
      code: 'repayment-after-until',
      text: `有 ${late} 笔还款晚于计算截止日，本次没有计入`,
    });
  }
  if (input.tranches.some((t) => t.paid > input.until)) {
    list.push({ code: 'tranche-after-until', text: '有款项的交付日晚于计算截止日，本次没有计入' });
  }
  if (ledger.lending.returned.size > 0) {
    list.push({
      code: 'returned-at-once',
      text: '放款当日或次日收回的款项视为预先扣除的利息，已从本金中减去',
      article: ART.withheld,
    });
  }
  if (input.repayments.some((r) => r.as === 'principal')) {
    list.push({
      code: 'named-principal',
      text: '有还款指明先还本金：您已接受该指明时才这样抵充；没有约定的，应先抵利息',
      article: ART.crediting,
    });
  }
  if (input.rate === null && input.repayments.some((r) => r.as === 'interest')) {
    list.push({
      code: 'interest-not-agreed',
      text: '没有约定利息，却有以利息名义的还款：除能证明自愿付息外，按还本金处理',
      article: ART.none,
    });
  }
  if (
    input.rate === null &&
    input.repayments.some((r) => r.as === 'interest' && r.date <= OLD_RULE_LAST)
  ) {
    list.push({
      code: 'voluntary-interest',
      text: '没有约定利息、2020年8月20日前自愿付的利息，年利率36%以内的对方不得要求返还；这里按还款抵充，能证明自愿付息的，可以不抵本金',
      article: ART.oldPaid,
    });
  }
  if (ledger.splits.some((s) => s.zone > 0)) {
    list.push({
      code: 'zone-paid',
      text: '2020年8月20日前已自愿支付的24%至36%之间的利息维持不动，未付的部分不得再主张',
      article: ART.oldPaid,
    });
  }
  return list;
}

function dueWarnings({ input, ledger }: Facts): Warning[] {
  if (input.due !== null || (input.instalments?.length ?? 0) > 0) return [];
  const text =
    ledger.lots[0]?.due == null
      ? '没有约定到期日，也没有催告的宽限期或起诉日期，逾期利息无从起算'
      : input.graceEnd
        ? `没有约定到期日，自首次催告给出的宽限期届满（${input.graceEnd}）次日起算逾期利息`
        : '没有约定到期日，也没有催告宽限期的记录，逾期利息自起诉次日起算';
  return [{ code: 'no-due-date', text, article: ART.noDue }];
}

export function interestWarnings(facts: Facts): Warning[] {
  return [
    ...lprWarnings(facts),
    ...countWarnings(facts),
    ...capWarnings(facts),
    ...oldLoanWarnings(facts),
    ...dueWarnings(facts),
    ...repaymentWarnings(facts),
  ];
}
