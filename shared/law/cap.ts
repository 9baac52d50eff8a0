import type { Explain, Warning } from '../claim/types.ts';
import { earlier } from './dates.ts';
import { rateText } from './exact.ts';
import { LPR_UNVERIFIED, type LprOn, type LprTable, lprPhrase, requireLpr } from './lpr.ts';
import { cite, citeOld } from './statutes.ts';

/**
 * The ceiling of private-lending interest. For contracts formed from 2020-08-20: four times the
 * one-year LPR at formation, frozen (民间借贷规定第二十五条). For older ones: 24% a year for days to
 * 2020-08-19 when the plaintiff asks for the old rule, afterwards four times the LPR at filing
 * (第三十一条第二款). Simple annual percentage on outstanding principal.
 */

/** First day of the four-times-LPR rule, and the last day before it. */
export const NEW_RULE_FROM = '2020-08-20';
export const OLD_RULE_LAST = '2020-08-19';
/** Scaled percentages of the 2015 text: claimable, void above, and 6% when nothing was agreed. */
export const OLD_CAP = 24_000_000;
export const OLD_VOID = 36_000_000;
export const OLD_DEFAULT = 6_000_000;
/** The 2015 text itself came into force here; earlier days carry a warning. */
export const OLD_TEXT_FROM = '2015-09-01';

export const ART = {
  cap: cite('lending', 25, 1),
  transition: cite('lending', 31, 2),
  overdueAgreed: cite('lending', 28, 1),
  overdueLpr: cite('lending', 28, 2, 1),
  overdueInTerm: cite('lending', 28, 2, 2),
  total: cite('lending', 29),
  none: cite('lending', 24),
  withheld: cite('lending', 26),
  rollover: cite('lending', 27),
  formation: cite('lending', 9),
  early: cite('lending', 30),
  oldCap: citeOld('lending', '2015', 26),
  oldOverdueAgreed: citeOld('lending', '2015', 29, 1),
  oldDefault: citeOld('lending', '2015', 29, 2, 1),
  oldInTermGoesOn: citeOld('lending', '2015', 29, 2, 2),
  oldTotal: citeOld('lending', '2015', 30),
  oldPaid: citeOld('lending', '2015', 31),
  crediting: cite('civilCode', 561),
  several: cite('civilCode', 560),
  noDue: cite('civilCode', 675),
  days: cite('civilCode', 201),
} as const;

/** What decides a contract's cap. */
export interface CapFacts {
  formed: string;
  /** Filing date, real or assumed. */
  filed: string;
  /** The plaintiff asks for the old rule for days before 2020-08-20. */
  oldRules: boolean;
}

export interface Cap {
  /** Scaled percent a year. */
  rate: number;
  /** Above this even voluntary payment is undone; only for days under the old rule. */
  voidAbove: number | null;
  article: string;
  /** 上限14.60%（4×3.65%，…）. */
  text: string;
  lpr: LprOn | null;
}

/** True when the rules of the 2015 text govern the day. */
export function underOldRule(facts: CapFacts, day: string): boolean {
  if (facts.formed >= NEW_RULE_FROM) return false;
  return facts.filed < NEW_RULE_FROM || (facts.oldRules && day <= OLD_RULE_LAST);
}

/** Cap on one day. The LPR it rests on is returned; the caller flags it when not verified. */
export function capOn(facts: CapFacts, day: string, table?: LprTable): Cap {
  if (underOldRule(facts, day)) {
    return {
      rate: OLD_CAP,
      voidAbove: OLD_VOID,
      article: ART.oldCap,
      text: '上限24.00%（2020年8月20日前的规则）',
      lpr: null,
    };
  }
  const old = facts.formed < NEW_RULE_FROM;
  const date = old ? facts.filed : facts.formed;
  const lpr = requireLpr(date, old ? 'filed' : 'signed', table);
  const rate = lpr.oneYear * 4;
  const what = old ? `起诉时（${date}）` : `合同成立时（${date}）`;
  return {
    rate,
    voidAbove: null,
    article: old ? ART.transition : ART.cap,
    text: `上限${rateText(rate)}%（4×${rateText(lpr.oneYear)}%，${what}适用 ${lprPhrase(lpr)}）`,
    lpr,
  };
}

/** Warning for a rate that no verified publication covers. */
export function unverifiedWarning(lpr: LprOn, purpose: string): Warning {
  return {
    code: 'lpr-unverified',
    text: `${LPR_UNVERIFIED}（${purpose}需要 ${lpr.date} 的 LPR，现暂按 ${lpr.published} 公布的 ${rateText(lpr.oneYear)}% 计算，核对后请更新）`,
    article: ART.cap,
  };
}

export interface CapSegment {
  from?: string;
  to?: string;
  cap: string;
  article: string;
}

export interface CapResult {
  segments: CapSegment[];
  explain: Explain[];
  warnings: Warning[];
}

function withWarnings(segments: CapSegment[], caps: Cap[]): CapResult {
  const warnings = caps.flatMap((c) =>
    c.lpr && !c.lpr.verified ? [unverifiedWarning(c.lpr, '利率上限')] : [],
  );
  return { segments, warnings, explain: caps.map((c) => ({ text: c.text, article: c.article })) };
}

/**
 * The caps that apply to a contract over time.
 * @param formed formation date (money received between natural persons, signing otherwise)
 * @param filed filing date; needed for contracts before 2020-08-20. Without it the last LPR on record
 *   stands in, with a warning.
 */
export function capSegments(formed: string, filed: string | null, table?: LprTable): CapResult {
  if (formed >= NEW_RULE_FROM) {
    const cap = capOn({ formed, filed: formed, oldRules: true }, formed, table);
    return withWarnings([{ from: formed, cap: rateText(cap.rate), article: cap.article }], [cap]);
  }
  const assumed = filed ?? requireLpr('2199-12-31', 'filed', table).published;
  const facts = { formed, filed: assumed, oldRules: true };
  const before = capOn(facts, earlier(OLD_RULE_LAST, assumed), table);
  if (assumed < NEW_RULE_FROM) {
    return withWarnings(
      [{ from: formed, cap: rateText(before.rate), article: before.article }],
      [before],
    );
  }
  const after = capOn(facts, NEW_RULE_FROM, table);
  const result = withWarnings(
    [
      { from: formed, to: OLD_RULE_LAST, cap: rateText(before.rate), article: before.article },
      { from: NEW_RULE_FROM, cap: rateText(after.rate), article: after.article },
    ],
    [before, after],
  );
  if (filed === null) result.warnings.push(filingAssumed(assumed));
  return result;
}

/** The filing date decides the cap of an old contract; until it is known the figure is provisional. */
export function filingAssumed(date: string): Warning {
  return {
    code: 'filed-assumed',
    text: `尚未填写起诉日期，暂按 ${date} 的 LPR 计算；实际起诉当天须重新核算`,
    article: ART.transition,
  };
}
