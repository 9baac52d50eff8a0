import { formatShort } from '../text/money.ts';
import { shortProvince } from './courts.ts';
import smallClaimsData from './data/small_claims.json' with { type: 'json' };
import type { Explain } from './notice.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * Which procedure: small claims, simplified or ordinary (民事诉讼法 160–169). The money limits are
 * provincial data; only limits read in a current court notice are used without asking.
 */

interface LimitEntry {
  province: string;
  wage_year: number;
  average_wage: number;
  wage_basis: string;
  half: number;
  double: number;
  status: string;
  court_threshold_simple?: number;
  court_threshold_agreed?: number;
  court_effective?: string;
  source: string;
  note: string;
  usable_as_default: boolean;
}

/** All figures on record, with how far each can be relied on. */
export const smallClaimsLimits: readonly LimitEntry[] = smallClaimsData;

/** The mainland's provincial divisions, short names. */
export const PROVINCES = (
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 ' +
  '湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'
).split(' ');

export interface ProcedureInput {
  /** 江苏 or 江苏省: where the court is. */
  province: string;
  /** Whole claim at filing, interest included, fen. */
  amount: number;
  /** 下落不明 at filing. */
  defendantMissing?: boolean;
  /** Appraisal is needed, or an appraisal is disputed. */
  appraisal?: boolean;
  /** A party or the facts are foreign. */
  foreign?: boolean;
  counterclaim?: boolean;
  /** Limits that the user looked up, fen. */
  limits?: { simple: number; agreed: number };
}

export type Track =
  | 'smallClaims'
  /** Only if both parties agree. */
  | 'smallClaimsByAgreement'
  | 'simplified'
  | 'ordinary'
  /** The province's figure is not on record: ask. */
  | 'unknown';

export interface ProcedureAdvice {
  track: Track;
  reason: string;
  source: string;
  /** Limits used, fen. */
  limits?: { simple: number; agreed: number };
  explain: Explain[];
}

/** The limits of a province that may be used without asking, with their source and date. */
export function defaultLimits(
  province: string,
): { simple: number; agreed: number; source: string } | undefined {
  const e = smallClaimsLimits.find(
    (x) => x.usable_as_default && x.province === shortProvince(province),
  );
  if (!e || e.court_threshold_simple === undefined || e.court_threshold_agreed === undefined) {
    return undefined;
  }
  return {
    simple: Math.round(e.court_threshold_simple * 100),
    agreed: Math.round(e.court_threshold_agreed * 100),
    source: `${e.source}（${e.court_effective}起）`,
  };
}

function exclusion(input: ProcedureInput): ProcedureAdvice | undefined {
  const source = citeCpl('smallClaimsExclusions');
  if (input.defendantMissing) {
    const reason = '被告下落不明，不适用小额诉讼和简易程序，适用普通程序，公告送达三十日';
    return {
      track: 'ordinary',
      reason,
      source,
      explain: [
        { text: '一方当事人下落不明的案件，不适用小额诉讼', article: source },
        { text: '起诉时被告下落不明的，不适用简易程序', article: cite('cplInterp', 257) },
        { text: '公告送达，自发出公告之日起经过三十日视为送达', article: citeCpl('noticeService') },
      ],
    };
  }
  const causes = [
    input.appraisal ? '需要评估、鉴定或者对评估、鉴定结果有异议' : '',
    input.foreign ? '涉外' : '',
    input.counterclaim ? '当事人提出反诉' : '',
  ].filter((t) => t !== '');
  if (causes.length === 0) return undefined;
  const reason = `${causes.join('、')}，不适用小额诉讼；事实清楚、争议不大的可以适用简易程序`;
  return { track: 'simplified', reason, source, explain: [{ text: reason, article: source }] };
}

/** Advises the track of a simple money claim, with the reason and the source of the limit. */
export function procedureAdvice(input: ProcedureInput): ProcedureAdvice {
  const excluded = exclusion(input);
  if (excluded) return excluded;
  const name = shortProvince(input.province);
  const known = defaultLimits(name);
  const limits = input.limits ?? known;
  if (!limits) return unknown(name);
  const source = input.limits ? '您填写的当地限额' : (known?.source ?? '');
  const { simple, agreed } = limits;
  const base = `标的额${formatShort(input.amount)}元（含起诉时的利息等）`;
  const wage: Explain = {
    text: `${name}小额诉讼限额${formatShort(simple)}元，约定适用的上限${formatShort(agreed)}元；来源：${source}`,
    article: cite('cplInterp', 272),
  };
  const found = (track: Track, reason: string, article: string): ProcedureAdvice => ({
    track,
    reason,
    source,
    limits: { simple, agreed },
    explain: [wage, { text: reason, article }],
  });
  if (input.amount <= simple) {
    return found(
      'smallClaims',
      `${base}不超过${formatShort(simple)}元，适用小额诉讼程序，一审终审，不能上诉`,
      citeCpl('smallClaims'),
    );
  }
  if (input.amount <= agreed) {
    return found(
      'smallClaimsByAgreement',
      `${base}超过${formatShort(simple)}元、不超过${formatShort(agreed)}元，双方同意的可以适用小额诉讼；否则适用简易程序`,
      citeCpl('smallClaims'),
    );
  }
  return found(
    'simplified',
    `${base}超过${formatShort(agreed)}元，不适用小额诉讼；事实清楚、争议不大的适用简易程序`,
    citeCpl('simplified'),
  );
}

function unknown(name: string): ProcedureAdvice {
  const on = smallClaimsLimits.find((x) => x.province === name);
  const record = on
    ? `手头只有${on.wage_year}年的数字（${on.wage_basis}${formatShort(on.average_wage * 100)}元），不能确认仍是现行限额`
    : '没有收录';
  const reason = `${name}现行的小额诉讼限额${record}；请查当地高级法院公布的限额（上年度就业人员年平均工资的50%和2倍）后填写`;
  return {
    track: 'unknown',
    reason,
    source: on ? on.source : '未收录',
    explain: [{ text: reason, article: citeCpl('smallClaims') }],
  };
}
