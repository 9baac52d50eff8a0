/** What the enforcement application says of the judgment and of the money still due (form 05a B, C). */
import type { Case } from '../../shared/case/case.ts';
import type { Judgment, OperativeItem } from '../../shared/case/proceedings.ts';
import { performanceEnd, secondDecision } from '../../shared/law/after-judgment.ts';
import { receiptsOf } from '../../shared/law/enforcement-records.ts';
import type { PaperContext } from '../template.ts';
import { enforcementOf } from './enforcement-figures.ts';
import { caseNumber, day, yuanText } from './words.ts';

const WORDS: Record<Judgment['kind'], string> = {
  judgment: '判决',
  ruling: '裁定',
  mediation: '调解书',
  paymentOrder: '支付令',
  award: '裁决',
  notarised: '公证债权文书',
};

/** 判决 · 裁定 · 调解书 … */
export function instrumentWord(j: Judgment): string {
  return WORDS[j.kind];
}

const NAMES: Record<Judgment['kind'], string> = {
  judgment: '民事判决',
  ruling: '民事裁定',
  mediation: '民事调解书',
  paymentOrder: '支付令',
  award: '仲裁裁决',
  notarised: '公证债权文书',
};

/** 乙市丁区人民法院（2026）甲0104民初1234号民事判决. */
export function instrumentName(j: Judgment): string {
  return `${j.issuer}${caseNumber(j.documentNumber)}${NAMES[j.kind]}`;
}

/** Document numbers of the instrument: the judgment's, and the second-instance decision's where there is one. */
export function instrumentNumbers(c: Case): string {
  const second = secondDecision(c);
  return [c.judgment?.documentNumber ?? '', second?.documentNumber ?? '']
    .filter((s) => s !== '')
    .map(caseNumber)
    .join('、');
}

/** …民事判决（…二审维持原判）; without an appeal just the instrument. */
export function instrumentWithAppeal(c: Case): string {
  const j = c.judgment;
  if (!j) return '';
  const second = secondDecision(c);
  if (!second) return instrumentName(j);
  const result = second.result === 'upheld' ? '维持原判' : '改判';
  return `${instrumentName(j)}（${second.court}以${caseNumber(second.documentNumber)}二审${result}）`;
}

/** 未履行 · 未全部履行, by what had come in on a day; without one, by all there is. */
export function unpaidWord(c: Case, asOf?: string): string {
  const paid = receiptsOf(c.enforcement).receipts.some(
    (one) => asOf === undefined || one.date <= asOf,
  );
  return paid ? '未全部履行' : '未履行';
}

/** 上述判决已生效，履行期于…届满，被执行人未履行，请求强制执行。 */
export function enforcementNarrative(x: PaperContext): string {
  const j = x.case.judgment;
  if (!j) return '';
  const end = performanceEnd(j);
  const period = end ? `履行期于${day(end)}届满，` : '';
  const asOf = enforcementOf(x)?.asOf;
  return `上述${instrumentWord(j)}已生效，${period}被执行人${unpaidWord(x.case, asOf)}，请求强制执行。`;
}

function interestItem(c: Case): OperativeItem | undefined {
  return c.judgment?.items.find((i) => i.kind === 'interest');
}

/** 本金：300,000元. */
export function principalText(x: PaperContext): string {
  const e = enforcementOf(x);
  return e && e.principal > 0 ? yuanText(e.principal) : '';
}

/** 以…为基数，自…起按判决确定标准计算至实际清偿之日止，暂计至…为…元. */
export function ordinaryInterestText(x: PaperContext): string {
  const e = enforcementOf(x);
  const j = x.case.judgment;
  const item = interestItem(x.case);
  if (!e || !j) return '';
  const parts: string[] = [];
  if (e.fixedInterest > 0) parts.push(`${instrumentWord(j)}确定的利息${yuanText(e.fixedInterest)}`);
  const standard = `按${instrumentWord(j)}确定标准`;
  const until = item?.until ? day(item.until) : '实际清偿之日';
  const soFar = `暂计至${day(e.asOf)}为${yuanText(e.ordinaryInterest)}`;
  const last = e.segments.at(-1);
  if (e.payments.length > 0 && last) {
    const earlier = last.amount === e.ordinaryInterest ? '' : '（含此前尚未受偿的利息）';
    parts.push(
      `以未清偿的本金${yuanText(last.base)}为基数，自${day(last.from)}起${standard}计算至${until}止，${soFar}${earlier}`,
    );
  } else if (item?.base && item.from) {
    parts.push(
      `以${yuanText(item.base)}为基数，自${day(item.from)}起${standard}计算至${until}止，${soFar}`,
    );
  } else if (e.ordinaryInterest > 0) {
    parts.push(`暂计至${day(e.asOf)}为${yuanText(e.ordinaryInterest)}`);
  }
  return parts.join('；');
}

/** 以未清偿的…为基数，自…起按日万分之一点七五计算至履行完毕之日止，暂计至…为…元 (CPL 264). */
export function delayInterestText(x: PaperContext): string {
  const e = enforcementOf(x);
  const first = e?.doubledSegments[0];
  if (!e || !first) return '';
  const changed = e.doubledSegments.some((s) => s.base !== first.base);
  const base = changed ? '以各期间未清偿的金钱债务' : `以未清偿的${yuanText(first.base)}`;
  return `${base}为基数，自${day(first.from)}起按日万分之一点七五计算至履行完毕之日止，暂计至${day(e.asOf)}为${yuanText(e.doubled)}`;
}

/** Costs the instrument awards, and the enforcement fee, which the obligor bears (fees arts. 20, 38). */
export function otherCostsText(x: PaperContext): string {
  const e = enforcementOf(x);
  const j = x.case.judgment;
  const awarded =
    e && j && e.costs > 0 ? [`${instrumentWord(j)}确定的费用${yuanText(e.costs)}`] : [];
  return [...awarded, '申请执行费由被执行人承担'].join('；');
}

/** 被执行人名下小型轿车，号牌甲A×××88，详见财产线索表. */
export function cluesText(c: Case): string {
  if (c.propertyClues.length === 0) return '无';
  const many = c.parties.filter((p) => p.role === 'borrower' || p.role === 'guarantor').length > 1;
  const clues = c.propertyClues.map((clue) => {
    const owner = c.parties.find((p) => p.id === clue.partyId);
    const where = clue.location ? `（${clue.location}）` : '';
    return `被执行人${many && owner ? owner.name : ''}名下${clue.description}${where}`;
  });
  return `${clues.join('；')}，详见财产线索表`;
}
