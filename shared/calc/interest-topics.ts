import { z } from 'zod';
import { capSegments, unverifiedWarning } from '../law/cap.ts';
import { DAY_COUNTS } from '../law/day-count.ts';
import { delayedInterest } from '../law/delayed-interest.ts';
import { rateText } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import { computeInterest, type InterestResult } from '../law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput, type Penalty } from '../law/interest-input.ts';
import { lprPhrase, requireLpr } from '../law/lpr.ts';
import { plainInterest } from '../law/plain-interest.ts';
import { cite } from '../law/statutes.ts';
import { yuan } from '../text/money.ts';
import { amount, choice, date, flag, maybe } from './fields.ts';
import { type CalcResult, topic } from './topic.ts';

/** Calculators on interest: amounts are decimal strings of yuan, rates percent strings. */

const PERCENT = '应为百分数字符串，不小于 0、最多六位小数，例如 "14.6"';
const percent = z.string({ error: PERCENT }).regex(/^\d{1,3}(\.\d{1,6})?$/, { error: PERCENT });
const POSITIVE = '应为大于 0、最多两位小数的金额字符串，例如 "300000.00"';
const positive = amount.refine((fen) => fen > 0, { error: POSITIVE });
const dayCount = choice(...DAY_COUNTS);
const rounding = choice('cent', 'yuan', 'truncateYuan', 'none');
const per = choice('year', 'month', 'day');
const rate = z.strictObject(
  { percent, per },
  { error: '应为 {"percent": "2", "per": "month"}，没有约定则为 null' },
);

const tranche = z.strictObject({ amount: positive, paid: date, withheld: maybe(amount) });
const repayment = z.strictObject({
  date,
  amount: positive,
  as: maybe(choice('principal', 'interest')),
});
const penalty = z.strictObject({
  amount: maybe(positive),
  percent: maybe(percent),
  per: maybe(per),
});

const options = z.strictObject({
  dayCount: maybe(dayCount),
  countBothEnds: maybe(flag),
  rounding: maybe(rounding),
  lprAnchor: maybe(choice('fixedAtDefault', 'floating', 'atFiling')),
  claimFrom: maybe(choice('overdue', 'filing')),
  oldRules: maybe(flag),
  cap: maybe(flag),
});

const LIST = '应为数组，没有则为 []';
const interestSchema = z.strictObject({
  tranches: z
    .array(tranche, { error: '应为数组，至少一笔 {"amount": "…", "paid": "…"}' })
    .min(1, { error: '至少填写一笔交付' })
    .max(1000, { error: '最多 1000 笔' }),
  due: date.nullable(),
  rate: rate.nullable(),
  overdueRate: maybe(rate),
  penalties: maybe(z.array(penalty, { error: LIST }).max(100, { error: '最多 100 项' })),
  naturalPersons: flag,
  signed: maybe(date),
  filed: maybe(date),
  until: date,
  repayments: maybe(z.array(repayment, { error: LIST }).max(5000, { error: '最多 5000 笔' })),
  options: maybe(options),
});

function penaltyOf(p: z.output<typeof penalty>, i: number): Penalty {
  const isRate = p.percent !== undefined && p.per !== undefined;
  if (isRate === (p.amount !== undefined)) {
    throw new FieldError(
      `penalties.${i}`,
      '应为一次性金额 {"amount": "5000.00"} 或比率 {"percent": "0.05", "per": "day"} 之一',
    );
  }
  return p.percent !== undefined && p.per !== undefined
    ? { kind: 'rate', rate: { percent: p.percent, per: p.per } }
    : { kind: 'lump', amount: p.amount ?? 0 };
}

/** Options left out take the defaults of the law module. */
function withDefaults(o: z.output<typeof options> | undefined): InterestInput['options'] {
  const given = Object.entries(o ?? {}).filter(([, v]) => v !== undefined);
  return { ...DEFAULT_OPTIONS, ...Object.fromEntries(given) };
}

function interestInput(x: z.output<typeof interestSchema>): InterestInput {
  return {
    tranches: x.tranches.map((t) => ({ ...t, withheld: t.withheld ?? 0 })),
    due: x.due,
    rate: x.rate,
    overdueRate: x.overdueRate ?? null,
    penalties: (x.penalties ?? []).map(penaltyOf),
    naturalPersons: x.naturalPersons,
    signed: x.signed ?? null,
    filed: x.filed ?? null,
    until: x.until,
    repayments: (x.repayments ?? []).map((r) => ({ ...r, as: r.as ?? null })),
    options: withDefaults(x.options),
  };
}

const MONEY_KEYS = new Set([
  'lent',
  'principal',
  'inTerm',
  'overdue',
  'penalty',
  'interest',
  'total',
  'overpaid',
  'base',
  'amount',
  'fees',
  'balance',
  'interestLeft',
  'doubled',
]);

/** Every amount of a record from fen to yuan text; other fields as they are. */
function inYuan(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) =>
      MONEY_KEYS.has(key) && typeof value === 'number' ? [key, yuan(value)] : [key, value],
    ),
  );
}

/** The contract's form of a result. With rounding `none` the sums carry six decimals. */
export function interestOutput(r: InterestResult, input: InterestInput): CalcResult {
  const { six, rows: _rows, segments, repayments, alternatives, ...rest } = r;
  return {
    ...inYuan(rest),
    ...(input.options.rounding === 'none' ? six : {}),
    segments: segments.map(inYuan),
    repayments: repayments.map(inYuan),
    alternatives: alternatives.map(inYuan),
    explain: r.explain,
  };
}

function lprResult(day: string): CalcResult {
  const lpr = requireLpr(day, 'date');
  return {
    oneYear: rateText(lpr.oneYear),
    fiveYear: lpr.fiveYear === null ? null : rateText(lpr.fiveYear),
    published: lpr.published,
    verified: lpr.verified,
    warnings: lpr.verified ? [] : [unverifiedWarning(lpr, '查询')],
    explain: [{ text: `${day} 适用 ${lprPhrase(lpr)}`, article: cite('lending', 25, 2) }],
  };
}

export const interestTopics = {
  interest: topic('民间借贷利息', interestSchema, (x) => {
    const input = interestInput(x);
    return interestOutput(computeInterest(input), input);
  }),
  'plain-interest': topic(
    '单段利息',
    z.strictObject({
      principal: amount,
      percent,
      from: date,
      to: date,
      dayCount: maybe(dayCount),
      countBothEnds: maybe(flag),
      rounding: maybe(rounding),
    }),
    (x) => {
      const { interest, six, ...rest } = plainInterest({
        ...x,
        dayCount: x.dayCount ?? 'actual365',
        countBothEnds: x.countBothEnds ?? false,
        rounding: x.rounding ?? 'cent',
      });
      return { ...rest, interest: x.rounding === 'none' ? six : yuan(interest) };
    },
  ),
  lpr: topic('LPR 查询', z.strictObject({ date }), (x) => lprResult(x.date)),
  cap: topic('利率上限', z.strictObject({ formed: date, filed: maybe(date) }), (x) => {
    if (x.filed && x.filed < x.formed) {
      throw new FieldError('filed', `起诉日期 ${x.filed} 早于合同成立日 ${x.formed}，请核对`);
    }
    return { ...capSegments(x.formed, x.filed ?? null) };
  }),
  'delayed-interest': topic(
    '迟延履行加倍利息',
    z.strictObject({
      base: amount,
      periodEnd: date,
      payments: z
        .array(z.strictObject({ date, amount: positive }), { error: LIST })
        .max(5000, { error: '最多 5000 笔' }),
      until: date,
      start: maybe(choice('expiryDay', 'nextDay')),
    }),
    (x) => {
      const { left, segments, alternatives, ...rest } = delayedInterest({
        base: x.base,
        periodEnd: x.periodEnd,
        payments: x.payments,
        until: x.until,
        start: x.start ?? 'expiryDay',
      });
      return {
        ...rest,
        doubled: yuan(rest.doubled),
        left: yuan(left),
        segments: segments.map(inYuan),
        alternatives: alternatives.map(inYuan),
      };
    },
  ),
};
