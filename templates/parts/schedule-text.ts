/** The parameters behind a schedule, in one printable line (form 04 B). */
import type { Case } from '../../shared/case/case.ts';
import type { LoanClaim } from '../../shared/claim/types.ts';
import { DAY_COUNT_TEXT } from '../../shared/law/day-count.ts';
import { interestAgreement, rateWords } from './loan-text.ts';

const ANCHORS: Record<Case['claim']['lprAnchor'], string> = {
  fixedAtDefault: '逾期首日的一年期LPR，固定不变',
  floating: '同期一年期LPR，随公布值分段',
  atFiling: '起诉时的一年期LPR，固定不变',
};

const ROUNDING: Record<Case['claim']['rounding'], string> = {
  cent: '四舍五入至分',
  yuan: '四舍五入至元',
  truncateYuan: '舍去元以下',
};

/** Which cap governs; the figure stands in the row it cut. */
function capText(oldRules: boolean): string {
  const now = '合同成立时一年期LPR的四倍';
  return oldRules
    ? '利率上限：2020年8月19日以前年利率24%，此后为起诉时一年期LPR的四倍'
    : `利率上限：${now}`;
}

/** 计算参数：… so that every line can be recomputed. */
export function parameterLine(c: Case, claim: LoanClaim, oldRules: boolean): string {
  const loan = c.loans.find((l) => l.id === claim.loanId);
  const choice = c.claim;
  const byLpr = claim.running.some((r) => r.lpr !== undefined);
  const late = loan?.overdueRate ? `，逾期${rateWords(loan.overdueRate)}` : '';
  const parts = [
    loan ? `利率约定：${interestAgreement(loan)}${late}` : '',
    byLpr ? `逾期利率：${ANCHORS[choice.lprAnchor]}` : '',
    loan?.interest === 'agreed' || loan?.overdueRate ? capText(oldRules) : '',
    `计息起点：${choice.claimFrom === 'filing' ? '起诉之日' : '逾期次日（约定利息的自交付之日）'}`,
    `天数：${DAY_COUNT_TEXT[choice.dayCount]}，${choice.countBothEnds ? '起止日均计入' : '起日不计、止日计入（与算头不算尾的天数相同）'}`,
    `尾数：${ROUNDING[choice.rounding]}`,
    claim.repayments.length > 0
      ? '还款冲抵：依《中华人民共和国民法典》规定的顺序，指明用途的从其指明'
      : '',
  ];
  return `计算参数：${parts.filter((s) => s !== '').join('；')}。`;
}

/** How figures are rounded: each row for reading, the sum once. Form 04 C's 各段四舍五入至分 alone would not add up. */
const ROUNDED = '各段四舍五入至分列示，合计按各段舍入前的数额相加后再取整';

/** 利息 = 计息本金 × 年利率 ÷ 365 × 天数: the one formula behind every line (form 04 C). */
export function formulaLine(c: Case, countText: string): string {
  const year = { actual365: 365, actual360: 360, months30: 0, months: 0, thirty360: 0 }[
    c.claim.dayCount
  ];
  const ends = c.claim.countBothEnds ? '算头又算尾' : '算头不算尾';
  return year > 0
    ? `利息 = 计息本金 × 年利率 ÷ ${year} × 天数（${ends}），${ROUNDED}。`
    : `利息 = 计息本金 × 年利率 × 期间（${countText}），${ROUNDED}。`;
}
