/** 诉讼请求: numbered, each item enforceable by itself, every figure taken from the claim (rules 2, form 01 C, 02 D). */
import type { Case } from '../../shared/case/case.ts';
import type { Claim, LoanClaim, RunningInterest } from '../../shared/claim/types.ts';
import { chineseNumber } from '../../shared/text/numerals.ts';
import { loanTitle } from './loan-text.ts';
import { borrowers, borrowersOf, defendants, named } from './people.ts';
import { securityClaims } from './security-text.ts';
import { day, rateFigure, yuanText } from './words.ts';

const LPR = '一年期贷款市场报价利率';
const PUBLISHED_LPR = `全国银行间同业拆借中心公布的${LPR}`;
const KINDS = { inTerm: '借期内利息', overdue: '逾期利息', penalty: '违约金' } as const;

/** Interest is claimed from the filing only, and this is the run that starts there. */
function fromFiling(c: Case, claim: Claim, r: RunningInterest): boolean {
  return c.claim.claimFrom === 'filing' && r.from === (claim.filed ?? claim.asOf);
}

/** The day a claim sentence starts from: the filing day as such, else the first day that counts. */
export function startDay(c: Case, claim: Claim, r: RunningInterest): string {
  return fromFiling(c, claim, r) ? r.from : r.firstDay;
}

/** 按年利率24% · 按照起诉时全国银行间同业拆借中心公布的一年期贷款市场报价利率. */
export function standard(c: Case, r: RunningInterest): string {
  if (!r.lpr) return `按年利率${rateFigure(r.rate)}%`;
  if (c.claim.lprAnchor === 'atFiling' && !r.lpr.floating) return `按照起诉时${PUBLISHED_LPR}`;
  return `按照${r.rateText.replace(LPR, PUBLISHED_LPR)}`;
}

/** 以300,000元为基数，自2026年3月16日起至实际清偿之日止，按照…计算. */
function untilPaid(c: Case, claim: Claim, r: RunningInterest): string {
  const base = `以${yuanText(r.base)}为基数`;
  return `${base}，自${day(startDay(c, claim, r))}起至实际清偿之日止，${standard(c, r)}计算`;
}

/** 以本金…元为基数，自…起按…计算至实际清偿之日止；暂计至…为…元. */
function untilPaidSoFar(c: Case, claim: Claim, r: RunningInterest): string {
  const from = `以本金${yuanText(r.base)}为基数，自${day(startDay(c, claim, r))}起`;
  const so = `暂计至${day(claim.asOf)}为${yuanText(r.amount)}`;
  return `${from}${standard(c, r)}计算至实际清偿之日止；${so}`;
}

/** In-term interest that has stopped running, with its formula when one rate and base explain it. */
function inTermSettled(loan: LoanClaim): string {
  const parts = loan.segments.filter((s) => s.kind === 'inTerm');
  const one = parts[0];
  return parts.length === 1 && one
    ? `${yuanText(loan.inTerm)}（以本金${yuanText(one.base)}为基数，自${day(one.from)}起至${day(one.to)}止，按年利率${rateFigure(one.rate)}%计算）`
    : `${yuanText(loan.inTerm)}（分段计算见《利息计算清单》）`;
}

/** Interest items of one loan: what follows 判令被告支付(原告). */
export function interestItems(c: Case, claim: Claim, loan: LoanClaim): string[] {
  const running = loan.running;
  const first = running[0];
  if (!first) {
    return loan.interest > 0
      ? [`利息${yuanText(loan.interest)}（计算至${day(claim.asOf)}，分段计算见《利息计算清单》）`]
      : [];
  }
  if (loan.arrears === 0) {
    // One kind of interest has one name in all items, whether some of it has accrued yet or not.
    const accrued = running.some((r) => r.kind === 'overdue' && r.amount > 0);
    const name = (r: RunningInterest) =>
      r.kind === 'inTerm' || (r.kind === 'overdue' && !accrued) ? '利息' : KINDS[r.kind];
    return running.map(
      (r) => `${name(r)}（${(r.amount === 0 ? untilPaid : untilPaidSoFar)(c, claim, r)}）`,
    );
  }
  if (loan.arrears === loan.inTerm && running.every((r) => r.kind !== 'inTerm')) {
    return [
      `${KINDS.inTerm}${inTermSettled(loan)}`,
      ...running.map((r) => `${KINDS[r.kind]}（${untilPaidSoFar(c, claim, r)}）`),
    ];
  }
  const later = running.map((r) => `${KINDS[r.kind]}${untilPaidSoFar(c, claim, r)}`).join('；');
  return [
    `利息（截至${day(first.from)}尚欠利息${yuanText(loan.arrears)}；此后${later}；以上利息暂计至${day(claim.asOf)}共计${yuanText(loan.interest)}，分段计算见《利息计算清单》）`,
  ];
}

function debtor(c: Case, loan: LoanClaim | null): string {
  const found = loan && c.loans.find((l) => l.id === loan.loanId);
  const chosen = found ? borrowersOf(c, found) : borrowers(c);
  return named('被告', chosen, defendants(c)) + (chosen.length > 1 ? '共同' : '');
}

/** True when each loan has the same borrowers, so that the principal can be claimed in one sum. */
function sameBorrowers(c: Case): boolean {
  const key = (i: number) => {
    const loan = c.loans[i];
    return loan
      ? borrowersOf(c, loan)
          .map((p) => p.id)
          .join()
      : '';
  };
  return c.loans.every((_, i) => key(i) === key(0));
}

function principalItems(c: Case, claim: Claim): string[] {
  const parts = claim.loans.filter((l) => l.principal > 0);
  if (parts.length === 0) return [];
  if (parts.length === 1 || sameBorrowers(c)) {
    const only = parts.length === 1 ? (parts[0] ?? null) : null;
    return [`判令${debtor(c, only)}偿还原告借款本金${yuanText(claim.principal)}`];
  }
  return parts.map(
    (l) => `判令${debtor(c, l)}偿还原告${loanTitle(c, l.loanId)}的本金${yuanText(l.principal)}`,
  );
}

function rescissionItems(c: Case): string[] {
  if (c.claim.rescission === 'rescind') return ['判令解除原告与被告之间的借款合同'];
  return c.claim.rescission === 'accelerate' ? ['确认案涉借款提前到期'] : [];
}

/** Costs claimed with their amounts; one sum when repayments have already covered a part. */
export function costTexts(claim: Claim): string[] {
  const items = claim.costItems.flatMap((i) =>
    i.included && i.amount !== null && i.amount > 0 ? [{ label: i.label, amount: i.amount }] : [],
  );
  if (claim.costs === 0) return [];
  return items.reduce((sum, i) => sum + i.amount, 0) === claim.costs
    ? items.map((i) => `${i.label}${yuanText(i.amount)}`)
    : [`${items.map((i) => i.label).join('、')}${yuanText(claim.costs)}（已扣除还款冲抵的部分）`];
}

/**
 * The items of 诉讼请求, without numbers and end marks. `payee` is 原告 in the narrative complaint and empty
 * in the element form, as the two official samples write it.
 */
export function claimItems(c: Case, claim: Claim, payee: '' | '原告'): string[] {
  if (c.loans.length === 0) return [];
  const many = claim.loans.length > 1;
  const debt = [
    ...rescissionItems(c),
    ...principalItems(c, claim),
    ...claim.loans.flatMap((l) =>
      interestItems(c, claim, l).map(
        (item) =>
          `判令${debtor(c, l)}支付${payee}${many ? `${loanTitle(c, l.loanId)}的` : ''}${item}`,
      ),
    ),
    ...costTexts(claim).map((cost) => `判令${debtor(c, null)}支付原告${cost}`),
  ];
  const range =
    debt.length < 2
      ? '上述债务'
      : `上述第1项${debt.length === 2 ? '、' : '至'}第${debt.length}项债务`;
  return [
    ...debt,
    ...securityClaims(c, range),
    ...c.claim.otherClaims.filter((s) => s.trim() !== '').map((s) => s.replace(/[。；]$/, '')),
    ...(c.claim.claimCourtFees ? [`本案诉讼费用由${named('被告', [], [])}负担`] : []),
  ];
}

/** The items numbered, one a line: 1.…； … 3.…。 `gap` is the blank after the number. */
export function numbered(items: string[], gap: '' | ' '): string {
  return items
    .map((item, i) => `${i + 1}.${gap}${item}${i === items.length - 1 ? '。' : '；'}`)
    .join('\n');
}

/** Row 2 计算方式: base, first day, rate, day count (form 01 B). */
export function interestMethod(c: Case, claim: Claim): string {
  const short = (l: LoanClaim, r: RunningInterest): string => {
    const base = `以${yuanText(r.base)}为基数，自${day(startDay(c, claim, r))}起`;
    const rate = standard(c, r).replace(PUBLISHED_LPR, '一年期LPR');
    const before =
      l.arrears > 0 && r === l.running[0] ? `此前利息${yuanText(l.arrears)}见清单；` : '';
    return `${before}${base}${rate.replace(/^按照/, '按')}计算`;
  };
  const parts = claim.loans.flatMap((l, i) =>
    l.running.map(
      (r) => (claim.loans.length > 1 ? `第${chineseNumber(i + 1)}笔` : '') + short(l, r),
    ),
  );
  const counted = claim.interest > 0 ? [`${claim.countText}，明细见《利息计算清单》`] : [];
  const old = claim.asksOldRules
    ? ['请求对2020年8月19日以前的利息适用借款合同成立时的司法解释计算']
    : [];
  return [...parts, ...counted, ...old].join('；');
}
