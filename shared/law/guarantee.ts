import { printDate } from '../text/chinese-date.ts';
import { calendarWarning, limitEnd, type Rolled, rollForward } from './calendar.ts';
import { daysBetween, later } from './dates.ts';
import { limitationPeriodEnd } from './limitation.ts';
import { type Explain, type Notice, rank, urgencyOf } from './notice.ts';
import { cite } from './statutes.ts';

/**
 * Guarantees (民法典 686–695, 担保制度解释): the kind, the guarantee period, and what keeps the
 * guarantor bound. The period is not limitation: nothing suspends, interrupts or extends it.
 */

export type GuaranteeKind = 'general' | 'joint';

/** What was agreed on the period: months after the due date, a last day, or unclear words. */
export type AgreedPeriod =
  | { months: number }
  | { until: string }
  /** 直至还清为止 and the like. */
  | { unclear: true };

export interface GuaranteeInput {
  /** Due date of the main debt; without one, the last day of the grace period (民法典 692). */
  due: string;
  agreed?: AgreedPeriod | undefined;
  contractDate: string;
  kind: GuaranteeKind | 'unclear';
}

export interface GuaranteePeriod {
  kind: GuaranteeKind;
  /**
   * Last day by the calendar. A period ending on a holiday is generally taken to run to the next
   * working day (民法典 203), but the period is strict and the earlier day is the safe one.
   */
  end: string;
  /** The next working day when `end` is a holiday, else the same day. */
  extendedEnd: string;
  /** What has to be done by `end`. */
  mustDo: string;
  warnings: Notice[];
  explain: Explain[];
}

/** Entry into force of the Civil Code. */
const CODE = '2021-01-01';

/** The kind of guarantee: silence means 一般保证 from 2021-01-01, 连带 before. */
export function guaranteeKind(
  kind: GuaranteeInput['kind'],
  contractDate: string,
): { kind: GuaranteeKind; explain: Explain } {
  if (kind === 'general') {
    return { kind, explain: { text: '约定为一般保证', article: cite('civilCode', 687) } };
  }
  if (kind === 'joint') {
    return { kind, explain: { text: '约定为连带责任保证', article: cite('civilCode', 688) } };
  }
  return contractDate >= CODE
    ? {
        kind: 'general',
        explain: {
          text: '保证方式没有约定或者约定不明，按一般保证',
          article: cite('civilCode', 686),
        },
      }
    : {
        kind: 'joint',
        explain: {
          text: '保证合同成立于2021年1月1日前，保证方式没有约定或者约定不明的，按连带责任保证',
          article: cite('guaranteeLaw', 19),
        },
      };
}

function periodOf(input: GuaranteeInput): { end: Rolled; explain: Explain } {
  const { due, agreed, contractDate } = input;
  const six = (text: string): { end: Rolled; explain: Explain } => ({
    end: limitEnd(due, { months: 6 }),
    explain: { text: `${text}，为主债务履行期限届满之日起六个月`, article: cite('civilCode', 692) },
  });
  if (!agreed) return six('没有约定保证期间');
  if ('unclear' in agreed) {
    return contractDate < CODE
      ? {
          end: limitEnd(due, { years: 2 }),
          explain: {
            text: '保证合同成立于2021年1月1日前，保证期间约定不明，为主债务履行期限届满之日起二年',
            article: cite('timeEffect', 27),
          },
        }
      : {
          ...six('约定到还清为止等，视为约定不明'),
          explain: {
            text: '约定到还清为止等，视为约定不明，为主债务履行期限届满之日起六个月',
            article: cite('guaranteeInterp', 32),
          },
        };
  }
  const end =
    'months' in agreed ? limitEnd(due, { months: agreed.months }) : rollForward(agreed.until);
  if (end.nominal <= due) return six('约定的保证期间早于或者等于主债务履行期限，视为没有约定');
  const words =
    'months' in agreed ? `约定保证期间${agreed.months}个月` : '约定了保证期间的最后一日';
  return { end, explain: { text: words, article: cite('civilCode', 692) } };
}

const MUST_DO: Record<GuaranteeKind, string> = {
  general:
    '在保证期间内对债务人提起诉讼或者申请仲裁；只向保证人或者债务人催收没有用，撤诉后未再起诉也不算',
  joint: '在保证期间内要求保证人承担保证责任，任何能证明的方式都可以（书面、短信、微信、起诉）',
};

/** Kind and last day of the guarantee period, and what has to be done by then. */
export function guaranteePeriod(input: GuaranteeInput): GuaranteePeriod {
  const k = guaranteeKind(input.kind, input.contractDate);
  const p = periodOf(input);
  const warnings: Notice[] = [];
  const unverified = calendarWarning(p.end);
  if (unverified) warnings.push({ code: 'calendar', urgency: 'info', text: unverified });
  if (p.end.rolled) {
    warnings.push({
      code: 'rolled',
      urgency: 'info',
      text: `最后一日${printDate(p.end.nominal)}为${p.end.because}，一般可顺延至${printDate(p.end.date)}，稳妥起见请在${printDate(p.end.nominal)}之前办理`,
      article: cite('civilCode', 203),
    });
  }
  return {
    kind: k.kind,
    end: p.end.nominal,
    extendedEnd: p.end.date,
    mustDo: MUST_DO[k.kind],
    warnings,
    explain: [
      k.explain,
      p.explain,
      {
        text: `保证期间至${printDate(p.end.nominal)}届满，不中止、不中断、不延长`,
        article: cite('civilCode', 692),
      },
      { text: MUST_DO[k.kind], article: cite('civilCode', 693) },
    ],
  };
}

/** An act that may keep the guarantor bound. */
export interface GuaranteeAct {
  date: string;
  kind:
    | 'sueDebtor'
    /** The suit against the debtor was withdrawn and not filed again in time. */
    | 'withdrawn'
    /** Enforcement applied for on a notarised instrument (担保制度解释 27). */
    | 'enforceNotarised'
    | 'claimGuarantor'
    | 'sueGuarantor'
    | 'demandDebtor';
}

export interface GuaranteeStatus extends GuaranteePeriod {
  /** saved: claimed in time; open: period still runs; lost: period over without the act. */
  state: 'saved' | 'open' | 'lost';
  /** The act that saved it. */
  savedOn?: string;
  /** Last day of the limitation that then runs: three years, or the two of old that were over by 2017. */
  limitationEnd?: string;
}

/**
 * Whether a guarantor is still bound on a day.
 * @param acts what was done; only the right act in time counts (民法典 693, trap 15).
 * @param refusalEnds general guarantee: end of the guarantor's refusal right — service of the
 *   终本/终结 ruling, or one year after the enforcement application (担保制度解释 28).
 */
export function guaranteeStatus(
  input: GuaranteeInput,
  acts: readonly GuaranteeAct[],
  asOf: string,
  refusalEnds?: string,
): GuaranteeStatus {
  const period = guaranteePeriod(input);
  const right =
    period.kind === 'general'
      ? ['sueDebtor', 'enforceNotarised']
      : ['claimGuarantor', 'sueGuarantor'];
  const withdrawn = acts.filter((a) => a.kind === 'withdrawn').map((a) => a.date);
  const saving = [...acts]
    .filter((a) => right.includes(a.kind) && a.date <= period.extendedEnd && a.date <= asOf)
    .filter((a) => a.kind !== 'sueDebtor' || !withdrawn.some((w) => w >= a.date))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const notices = [...period.warnings];
  const state = saving.length > 0 ? 'saved' : asOf > period.extendedEnd ? 'lost' : 'open';
  const result: GuaranteeStatus = { ...period, state };
  const first = saving[0];
  if (first) {
    result.savedOn = first.date;
    const runsFrom = period.kind === 'joint' ? first.date : refusalEnds;
    if (runsFrom) result.limitationEnd = limitationPeriodEnd(later(runsFrom, first.date)).date;
  } else {
    const useless = acts.some((a) => a.date <= period.extendedEnd && !right.includes(a.kind));
    if (useless && period.kind === 'general') {
      notices.push({
        code: 'uselessAct',
        urgency: 'urgent',
        text: '一般保证只有起诉或者仲裁债务人才算主张，已有的催收不能保住保证责任',
        article: cite('civilCode', 693),
      });
    }
    const left = daysBetween(asOf, period.end);
    notices.push(
      state === 'lost'
        ? {
            code: 'guaranteeLost',
            urgency: 'expired',
            text: `保证期间已于${printDate(period.end)}届满，没有依法主张的，保证人不再承担责任；届满后签字也不恢复`,
            article: `${cite('civilCode', 693)}、${cite('guaranteeInterp', 34)}`,
          }
        : {
            code: 'guaranteeOpen',
            urgency: urgencyOf(left),
            text: `保证期间${printDate(period.end)}届满，还有${left}天：${period.mustDo}`,
            article: cite('civilCode', 693),
          },
    );
  }
  return { ...result, warnings: rank(notices) };
}
