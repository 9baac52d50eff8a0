import { DAY_COUNTS } from './day-count.ts';
import { yuanText } from './exact.ts';
import { FieldError } from './field-error.ts';
import type { InterestResult } from './interest.ts';
import {
  DEFAULT_OPTIONS,
  type InterestInput,
  type InterestOptions,
  type Penalty,
  type Repayment,
  type Tranche,
} from './interest-input.ts';
import {
  booleanAt,
  choiceAt,
  dateAt,
  listAt,
  moneyAt,
  objectAt,
  optionalDateAt,
} from './json-fields.ts';
import { type AgreedRate, checkPercent } from './rate.ts';

/** The command line's `interest` topic: JSON in, JSON out, amounts as decimal strings of yuan. */

const FIELDS = [
  'tranches',
  'due',
  'rate',
  'overdueRate',
  'penalties',
  'naturalPersons',
  'signed',
  'filed',
  'until',
  'repayments',
  'options',
];

const PERIODS = ['year', 'month', 'day'] as const;
export const ROUNDINGS = ['cent', 'yuan', 'truncateYuan', 'none'] as const;

function rateAt(value: unknown, path: string): AgreedRate | null {
  if (value === undefined || value === null) return null;
  const o = objectAt(value, path, ['percent', 'per']);
  return {
    percent: checkPercent(o.percent, `${path}.percent`),
    per: choiceAt(o.per, `${path}.per`, PERIODS),
  };
}

function trancheAt(value: unknown, i: number): Tranche {
  const path = `tranches.${i}`;
  const o = objectAt(value, path, ['amount', 'paid', 'withheld']);
  return {
    amount: moneyAt(o.amount, `${path}.amount`, 1),
    paid: dateAt(o.paid, `${path}.paid`),
    withheld: o.withheld === undefined ? 0 : moneyAt(o.withheld, `${path}.withheld`),
  };
}

function penaltyAt(value: unknown, i: number): Penalty {
  const path = `penalties.${i}`;
  const o = objectAt(value, path, ['amount', 'percent', 'per']);
  if (o.amount !== undefined) {
    if (o.percent !== undefined) {
      throw new FieldError(path, '一项违约金只能是金额（amount）或比率（percent、per）之一');
    }
    return { kind: 'lump', amount: moneyAt(o.amount, `${path}.amount`, 1) };
  }
  const rate = {
    percent: checkPercent(o.percent, `${path}.percent`),
    per: choiceAt(o.per, `${path}.per`, PERIODS),
  };
  return { kind: 'rate', rate };
}

function repaymentAt(value: unknown, i: number): Repayment {
  const path = `repayments.${i}`;
  const o = objectAt(value, path, ['date', 'amount', 'as']);
  const as = o.as ?? null;
  return {
    date: dateAt(o.date, `${path}.date`),
    amount: moneyAt(o.amount, `${path}.amount`, 1),
    as: as === null ? null : choiceAt(as, `${path}.as`, ['principal', 'interest'] as const),
  };
}

function optionsAt(value: unknown): InterestOptions {
  const d = DEFAULT_OPTIONS;
  const o = value === undefined ? {} : objectAt(value, 'options', Object.keys(d));
  const at = (key: keyof InterestOptions) => `options.${key}`;
  const anchors = ['fixedAtDefault', 'floating', 'atFiling'] as const;
  return {
    dayCount: choiceAt(o.dayCount, at('dayCount'), DAY_COUNTS, d.dayCount),
    countBothEnds: booleanAt(o.countBothEnds, at('countBothEnds'), d.countBothEnds),
    rounding: choiceAt(o.rounding, at('rounding'), ROUNDINGS, d.rounding),
    lprAnchor: choiceAt(o.lprAnchor, at('lprAnchor'), anchors, d.lprAnchor),
    claimFrom: choiceAt(o.claimFrom, at('claimFrom'), ['overdue', 'filing'], d.claimFrom),
    oldRules: booleanAt(o.oldRules, at('oldRules'), d.oldRules),
    cap: booleanAt(o.cap, at('cap'), d.cap),
  };
}

/**
 * Reads the `interest` input.
 * @throws FieldError with the field's dotted path; fields not in the contract are refused.
 */
export function interestFromJson(value: unknown): InterestInput {
  const o = objectAt(value, '', FIELDS);
  if (!Array.isArray(o.tranches)) {
    throw new FieldError('tranches', '应为数组，至少一笔 {amount, paid}');
  }
  return {
    tranches: o.tranches.map(trancheAt),
    due: optionalDateAt(o.due, 'due'),
    rate: rateAt(o.rate, 'rate'),
    overdueRate: rateAt(o.overdueRate, 'overdueRate'),
    penalties: listAt(o.penalties ?? undefined, 'penalties').map(penaltyAt),
    naturalPersons: booleanAt(o.naturalPersons, 'naturalPersons', true),
    signed: optionalDateAt(o.signed, 'signed'),
    filed: optionalDateAt(o.filed, 'filed'),
    until: dateAt(o.until, 'until'),
    repayments: listAt(o.repayments ?? undefined, 'repayments').map(repaymentAt),
    options: optionsAt(o.options ?? undefined),
  };
}

/** The result in the contract's form. With rounding `none` the sums carry six decimals. */
export function interestToJson(r: InterestResult, input: InterestInput): Record<string, unknown> {
  const six = input.options.rounding === 'none';
  const sum = (key: keyof InterestResult['six']) => (six ? r.six[key] : yuanText(r[key]));
  return {
    lent: yuanText(r.lent),
    principal: yuanText(r.principal),
    inTerm: sum('inTerm'),
    overdue: sum('overdue'),
    penalty: sum('penalty'),
    interest: sum('interest'),
    total: sum('total'),
    overpaid: yuanText(r.overpaid),
    segments: r.segments.map((s) => ({
      ...s,
      base: yuanText(s.base),
      amount: yuanText(s.amount),
    })),
    repayments: r.repayments.map((p) => ({
      ...p,
      amount: yuanText(p.amount),
      fees: yuanText(p.fees),
      interest: yuanText(p.interest),
      principal: yuanText(p.principal),
      balance: yuanText(p.balance),
      interestLeft: yuanText(p.interestLeft),
      overpaid: yuanText(p.overpaid),
    })),
    alternatives: r.alternatives.map((a) => ({
      ...a,
      total: yuanText(a.total),
      interest: yuanText(a.interest),
    })),
    warnings: r.warnings,
    explain: r.explain,
  };
}
