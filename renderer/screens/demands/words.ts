/** The words of the demand form. */
import type { Option } from '../../components/option.ts';

export const channels: readonly Option[] = [
  { value: 'wechat', label: '微信' },
  { value: 'sms', label: '短信' },
  { value: 'call', label: '电话' },
  { value: 'letter', label: '催收通知书（邮寄）' },
  { value: 'lawyerLetter', label: '律师函' },
  { value: 'visit', label: '当面' },
  { value: 'email', label: '电子邮件' },
  { value: 'other', label: '其他' },
];
export const channelWord = (c: string): string => channels.find((x) => x.value === c)?.label ?? '';

export const audiences: readonly Option[] = [
  { value: 'self', label: '只有本人' },
  { value: 'group', label: '群里的人' },
  { value: 'relative', label: '家人、亲友' },
  { value: 'workplace', label: '单位、同事' },
  { value: 'public', label: '公开（朋友圈、张贴）' },
  { value: 'other', label: '其他人' },
];

export const arrivals: readonly Option[] = [
  { value: 'yes', label: '到了' },
  { value: 'no', label: '没到' },
  { value: 'unknown', label: '不清楚' },
];
export const outcomes: readonly Option[] = [
  { value: 'none', label: '没有表态' },
  { value: 'promise', label: '答应还' },
  { value: 'partPayment', label: '还了一部分' },
  { value: 'refusal', label: '明确说不还' },
];
/** While no answer is on record there is no word yet. */
export const outcomesOf = (answer: string | undefined): readonly Option[] =>
  answer?.trim()
    ? outcomes
    : outcomes.map((x) => (x.value === 'none' ? { ...x, label: '还没回音' } : x));
export const outcomeWord = (d: {
  outcome?: string | undefined;
  answer?: string | undefined;
}): string => outcomesOf(d.answer).find((x) => x.value === (d.outcome ?? 'none'))?.label ?? '';
