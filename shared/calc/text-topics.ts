import { z } from 'zod';
import { parseChineseDate } from '../text/chinese-date.ts';
import { checkCreditCode, checkIdNumber, checkMobile } from '../text/identity.ts';
import { rmb } from '../text/rmb.ts';
import { amount, text } from './fields.ts';
import { topic } from './topic.ts';

/** Calculators on what people write: uppercase amounts, numbers of persons, dates. */

const value = z.strictObject({ value: text });

function verdict(valid: boolean, reason: string | undefined, good: string): { text: string }[] {
  return [{ text: valid ? good : (reason ?? '无效') }];
}

export const textTopics = {
  rmb: topic('金额大写', z.strictObject({ amount }), ({ amount: fen }) => {
    const r = rmb(fen);
    const optional = r.alternatives.length > 0 ? '；可写可不写的“零”和“整”列在其他写法里' : '';
    return {
      ...r,
      explain: [{ text: `按支付结算办法附件的大写规则书写，前面加“人民币”${optional}` }],
    };
  }),
  'id-number': topic('身份证号码核对', value, (input) => {
    const r = checkIdNumber(input.value);
    return {
      ...r,
      explain: verdict(
        r.valid,
        r.reason,
        `校验位正确，出生日期${r.birthDate}，${r.sex === 'male' ? '男' : '女'}；只核对号码本身，不代表确有其人`,
      ),
    };
  }),
  'credit-code': topic('统一社会信用代码核对', value, (input) => {
    const r = checkCreditCode(input.value);
    return {
      ...r,
      explain: verdict(r.valid, r.reason, '校验位正确（GB 32100）；只核对号码本身，不代表登记有效'),
    };
  }),
  mobile: topic('手机号码核对', value, (input) => {
    const r = checkMobile(input.value);
    return { ...r, explain: verdict(r.valid, r.reason, `号码格式正确：${r.normalised}`) };
  }),
  'chinese-date': topic('日期识别', value, (input) => {
    const r = parseChineseDate(input.value);
    const others = r.alternatives ? `；也可能是${r.alternatives.join('、')}，请核对` : '';
    return { ...r, explain: verdict(r.valid, r.reason, `读作${r.iso}${others}`) };
  }),
};
