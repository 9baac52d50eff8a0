/** What a calculator's form is made of: kinds of fields, and the questions several topics share. */

export type FieldKind =
  | 'money'
  | 'percent'
  | 'date'
  | 'text'
  | 'count'
  | 'choice'
  | 'flag'
  | 'rows';

export interface FieldSpec {
  /** Key in the topic's input; `agreed.months` nests. */
  key: string;
  label: string;
  kind: FieldKind;
  hint?: string;
  placeholder?: string;
  optional?: boolean;
  options?: readonly { value: string; label: string }[];
  /** kind `rows`: the columns, and what the button says. */
  columns?: readonly FieldSpec[];
  addLabel?: string;
  /** Starting value; `today` stands for the day of use. */
  start?: string | boolean;
}

export interface TopicSpec {
  topic: string;
  title: string;
  lead: string;
  group: '利息' | '费用' | '期限' | '核对';
  fields: readonly FieldSpec[];
}

export const amount = (label: string, key = 'amount', hint = ''): FieldSpec => ({
  key,
  label,
  kind: 'money',
  placeholder: '例如 300000 或 30万',
  ...(hint ? { hint } : {}),
});
export const day = (key: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  key,
  label,
  kind: 'date',
  placeholder: '例如 2026-03-16',
  ...more,
});

export const DAY_COUNT: FieldSpec = {
  key: 'dayCount',
  label: '怎样折成年',
  kind: 'choice',
  start: 'actual365',
  options: [
    { value: 'actual365', label: '实际天数 ÷ 365（默认）' },
    { value: 'actual360', label: '实际天数 ÷ 360' },
    { value: 'months30', label: '整月按月、零头按日' },
    { value: 'months', label: '只算整月' },
    { value: 'thirty360', label: '每月30天、每年360天' },
  ],
};
export const BOTH_ENDS: FieldSpec = {
  key: 'countBothEnds',
  label: '头尾都算（多一天）',
  kind: 'flag',
  start: false,
};
export const ROUNDING: FieldSpec = {
  key: 'rounding',
  label: '结果取到',
  kind: 'choice',
  start: 'cent',
  options: [
    { value: 'cent', label: '分（四舍五入）' },
    { value: 'yuan', label: '元（四舍五入）' },
    { value: 'truncateYuan', label: '元（去尾）' },
  ],
};
export const PER: readonly { value: string; label: string }[] = [
  { value: 'year', label: '每年 %' },
  { value: 'month', label: '每月 %（月息2分填 2）' },
  { value: 'day', label: '每日 %' },
];
export const PAID_AS: readonly { value: string; label: string }[] = [
  { value: '', label: '没说' },
  { value: 'interest', label: '利息' },
  { value: 'principal', label: '本金' },
];
export const nested = (prefix: string, o: FieldSpec): FieldSpec => ({
  ...o,
  key: `${prefix}.${o.key}`,
});
