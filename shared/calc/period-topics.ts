import { z } from 'zod';
import { calendarWarning, rollForward, spanEnd } from '../law/calendar.ts';
import { FieldError } from '../law/field-error.ts';
import { type AgreedPeriod, guaranteePeriod } from '../law/guarantee.ts';
import { limitation } from '../law/limitation.ts';
import { cite, citeCpl } from '../law/statutes.ts';
import { printDate } from '../text/chinese-date.ts';
import { choice, date, flag, maybe, whole } from './fields.ts';
import { type CalcExplain, topic } from './topic.ts';

/** Calculators on time limits. */

const event = z.strictObject({
  date,
  kind: choice('demand', 'promise', 'partPayment', 'suit', 'other', 'obstacle'),
  /** The day the suit's proceedings ended, or the obstacle was gone. */
  ended: maybe(date),
});

/** Months after the due date, or words that fix no period (直至还清为止): one of the two. */
function agreedPeriod(
  given: { months?: number | undefined; unclear?: boolean | undefined } | undefined,
): AgreedPeriod | undefined {
  if (given === undefined) return undefined;
  if (given.months === undefined && given.unclear === false) return undefined;
  if ((given.months !== undefined) === (given.unclear === true)) {
    throw new FieldError('agreed.months', '应为 0 到 600 的整数；约定不明的改填 "unclear": true');
  }
  return given.months !== undefined ? { months: given.months } : { unclear: true };
}

export const periodTopics = {
  limitation: topic(
    '诉讼时效',
    z.strictObject({
      due: maybe(date),
      firstDemandGraceEnd: maybe(date),
      firstRefusal: maybe(date),
      disbursed: maybe(date),
      events: z
        .array(event, { error: '应为数组，每项为 {"date": "…", "kind": "…"}；没有则为 []' })
        .max(5000, { error: '最多 5000 项' }),
      asOf: date,
    }),
    (input) => {
      input.events.forEach((e, i) => {
        if (e.ended && e.ended < e.date) {
          throw new FieldError(`events.${i}.ended`, '结束日不能早于发生日');
        }
      });
      return { ...limitation(input) };
    },
  ),
  'guarantee-period': topic(
    '保证期间',
    z.strictObject({
      due: date,
      agreed: maybe(
        z.strictObject(
          { months: maybe(whole(0, 600)), unclear: maybe(flag) },
          { error: '应为 {"months": 月数}；约定到还清为止等的为 {"unclear": true}' },
        ),
      ),
      contractDate: date,
      kind: choice('general', 'joint', 'unclear'),
    }),
    (input) => ({ ...guaranteePeriod({ ...input, agreed: agreedPeriod(input.agreed) }) }),
  ),
  date: topic(
    '期间推算',
    z.strictObject({
      from: date,
      days: maybe(whole(-36_500, 36_500)),
      months: maybe(whole(-1_200, 1_200)),
      years: maybe(whole(-100, 100)),
      roll: maybe(flag),
    }),
    (input) => {
      const nominal = spanEnd(input.from, input);
      const explain: CalcExplain[] = [
        {
          text: `自${printDate(input.from)}的次日起算，最后一日为${printDate(nominal)}`,
          article: `${cite('civilCode', 201)}、${cite('civilCode', 202)}`,
        },
      ];
      if (!input.roll) return { date: nominal, rolled: false, nominal, explain };
      const r = rollForward(nominal);
      explain.push({
        text: r.rolled
          ? `${printDate(nominal)}为${r.because}，顺延至其后第一个工作日${printDate(r.date)}`
          : `${printDate(nominal)}是工作日，不顺延`,
        article: `${cite('civilCode', 203)}、${citeCpl('periods')}`,
      });
      const warning = calendarWarning(r);
      if (warning) explain.push({ text: warning });
      return { date: r.date, rolled: r.rolled, nominal, verified: r.verified, explain };
    },
  ),
};
