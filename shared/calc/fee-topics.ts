import { z } from 'zod';
import { shortProvince } from '../law/courts.ts';
import {
  courtFee,
  enforcementFee,
  type Fee,
  paymentOrderFee,
  preservationFee,
} from '../law/fees.ts';
import { FieldError } from '../law/field-error.ts';
import { PROVINCES, procedureAdvice } from '../law/procedure.ts';
import { yuan } from '../text/money.ts';
import { amount, flag, maybe, text } from './fields.ts';
import { type CalcResult, topic } from './topic.ts';

/** Calculators on court fees and the procedure track. */

const claim = z.strictObject({ amount });

function result(r: Fee): CalcResult {
  return { fee: yuan(r.fee), explain: r.explain };
}

export const feeTopics = {
  'court-fee': topic('案件受理费', z.strictObject({ amount, halved: maybe(flag) }), (input) =>
    result(courtFee(input.amount, input.halved ?? false)),
  ),
  'preservation-fee': topic('保全申请费', claim, (i) => result(preservationFee(i.amount))),
  'payment-order-fee': topic('支付令申请费', claim, (i) => result(paymentOrderFee(i.amount))),
  'enforcement-fee': topic('执行申请费', claim, (i) => result(enforcementFee(i.amount))),
  'small-claims': topic(
    '小额诉讼判断',
    z.strictObject({
      province: text,
      amount,
      defendantMissing: maybe(flag),
      /** Limits looked up by the user, when the province's are not on record. */
      simpleLimit: maybe(amount),
      agreedLimit: maybe(amount),
    }),
    (input) => {
      if (!PROVINCES.includes(shortProvince(input.province))) {
        throw new FieldError('province', `应为省、自治区或直辖市名称：${PROVINCES.join('、')}`);
      }
      const { simpleLimit: simple, agreedLimit: agreed } = input;
      if (simple !== undefined && agreed === undefined) {
        throw new FieldError('agreedLimit', '填写了 simpleLimit 的，还应填写约定适用的上限');
      }
      if (agreed !== undefined && (simple === undefined || simple > agreed)) {
        throw new FieldError('simpleLimit', '应填写，且不大于 agreedLimit');
      }
      const advice = procedureAdvice({
        province: input.province,
        amount: input.amount,
        defendantMissing: input.defendantMissing ?? false,
        ...(simple !== undefined && agreed !== undefined ? { limits: { simple, agreed } } : {}),
      });
      const { limits, ...rest } = advice;
      return {
        ...rest,
        ...(limits ? { simpleLimit: yuan(limits.simple), agreedLimit: yuan(limits.agreed) } : {}),
      };
    },
  ),
};
