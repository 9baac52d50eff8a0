/** The forms of the calculators: which questions each topic asks. The computing is shared/calc's. */
import { PROVINCES } from '../../../shared/law/procedure.ts';

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

const amount = (label: string, key = 'amount', hint = ''): FieldSpec => ({
  key,
  label,
  kind: 'money',
  placeholder: '例如 300000 或 30万',
  ...(hint ? { hint } : {}),
});
const day = (key: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  key,
  label,
  kind: 'date',
  placeholder: '例如 2026-03-16',
  ...more,
});

const DAY_COUNT: FieldSpec = {
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
const BOTH_ENDS: FieldSpec = {
  key: 'countBothEnds',
  label: '头尾都算（多一天）',
  kind: 'flag',
  start: false,
};
const ROUNDING: FieldSpec = {
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
const PER: readonly { value: string; label: string }[] = [
  { value: 'year', label: '每年 %' },
  { value: 'month', label: '每月 %（月息2分填 2）' },
  { value: 'day', label: '每日 %' },
];
const nested = (prefix: string, o: FieldSpec): FieldSpec => ({ ...o, key: `${prefix}.${o.key}` });

export const TOPICS: readonly TopicSpec[] = [
  {
    topic: 'interest',
    title: '借款利息',
    lead: '按现行规则算到某一天：借期内利息、逾期利息，超过上限的自动按上限算。',
    group: '利息',
    fields: [
      {
        key: 'tranches',
        label: '出借的钱',
        kind: 'rows',
        addLabel: '加一笔出借',
        columns: [
          day('paid', '交付日期'),
          amount('金额'),
          { ...amount('预先扣的利息', 'withheld'), optional: true },
        ],
      },
      day('due', '到期日', { optional: true, hint: '没有约定到期日的，不填。' }),
      {
        key: 'rate.percent',
        label: '约定的利率',
        kind: 'percent',
        optional: true,
        hint: '没有约定利息的，不填；约定不明的，自然人之间也视为没有。',
      },
      { key: 'rate.per', label: '利率单位', kind: 'choice', start: 'year', options: PER },
      {
        key: 'overdueRate.percent',
        label: '约定的逾期利率',
        kind: 'percent',
        optional: true,
        hint: '没有另外约定的，不填。',
      },
      {
        key: 'overdueRate.per',
        label: '逾期利率单位',
        kind: 'choice',
        start: 'year',
        options: PER,
      },
      { key: 'naturalPersons', label: '双方都是自然人', kind: 'flag', start: true },
      day('signed', '借条日期', { optional: true }),
      day('filed', '起诉日期', { optional: true, hint: '2020年8月20日以前的借款，上限看起诉日。' }),
      day('until', '算到哪一天', { start: 'today' }),
      {
        key: 'repayments',
        label: '已经还的钱',
        kind: 'rows',
        addLabel: '加一笔还款',
        optional: true,
        columns: [day('date', '还款日期'), amount('金额')],
      },
      nested('options', DAY_COUNT),
      nested('options', BOTH_ENDS),
      {
        key: 'options.lprAnchor',
        label: '没有约定利息时，按哪一天的 LPR',
        kind: 'choice',
        start: 'fixedAtDefault',
        options: [
          { value: 'fixedAtDefault', label: '逾期第一天的 LPR（默认）' },
          { value: 'floating', label: '随公布浮动' },
          { value: 'atFiling', label: '起诉时的 LPR' },
        ],
      },
    ],
  },
  {
    topic: 'plain-interest',
    title: '单段利息',
    lead: '本金、年利率、起止日期，一段算清。不检查上限。',
    group: '利息',
    fields: [
      amount('本金', 'principal'),
      { key: 'percent', label: '年利率', kind: 'percent', placeholder: '例如 3.00' },
      day('from', '从哪天', { hint: '这一天不算，从次日起算。' }),
      day('to', '到哪天', { start: 'today' }),
      DAY_COUNT,
      BOTH_ENDS,
      ROUNDING,
    ],
  },
  {
    topic: 'delayed-interest',
    title: '迟延履行的加倍利息',
    lead: '判决的履行期过了还没付清，每天万分之一点七五。',
    group: '利息',
    fields: [
      amount('判决的本金等款项', 'base', '不含利息。'),
      day('periodEnd', '履行期限最后一天'),
      day('until', '算到哪一天', { start: 'today' }),
      {
        key: 'payments',
        label: '期间付过的钱',
        kind: 'rows',
        addLabel: '加一笔付款',
        columns: [day('date', '日期'), amount('金额')],
      },
      {
        key: 'start',
        label: '从哪天起算',
        kind: 'choice',
        start: 'nextDay',
        options: [
          { value: 'nextDay', label: '期满的次日（不会多算）' },
          { value: 'expiryDay', label: '期满的当日' },
        ],
      },
    ],
  },
  {
    topic: 'lpr',
    title: 'LPR 查询',
    lead: '某一天适用的贷款市场报价利率。',
    group: '利息',
    fields: [day('date', '日期', { start: 'today' })],
  },
  {
    topic: 'cap',
    title: '利率上限',
    lead: '这笔借款法院最多支持多少利率。',
    group: '利息',
    fields: [
      day('formed', '借款成立的日期', { hint: '自然人之间，看钱实际到账的那天。' }),
      day('filed', '起诉日期', { optional: true, hint: '2020年8月20日以前的借款要填。' }),
    ],
  },
  {
    topic: 'court-fee',
    title: '案件受理费',
    lead: '起诉要先交的费用；胜诉后由败诉方负担。',
    group: '费用',
    fields: [
      amount('标的额', 'amount', '本金加算到起诉日的利息。'),
      {
        key: 'halved',
        label: '减半（简易程序、小额诉讼、调解、撤诉）',
        kind: 'flag',
        start: false,
      },
    ],
  },
  {
    topic: 'preservation-fee',
    title: '保全申请费',
    lead: '申请查封、冻结时交，最多5,000元。',
    group: '费用',
    fields: [amount('申请保全的金额')],
  },
  {
    topic: 'payment-order-fee',
    title: '支付令申请费',
    lead: '案件受理费的三分之一。',
    group: '费用',
    fields: [amount('金额')],
  },
  {
    topic: 'enforcement-fee',
    title: '执行申请费',
    lead: '不用预交，执行后由被执行人负担。',
    group: '费用',
    fields: [amount('申请执行的金额')],
  },
  {
    topic: 'small-claims',
    title: '小额诉讼判断',
    lead: '看标的额是不是在当地小额诉讼的限额以内。',
    group: '费用',
    fields: [
      {
        key: 'province',
        label: '法院在哪个省',
        kind: 'choice',
        start: PROVINCES[0] ?? '',
        options: PROVINCES.map((p) => ({ value: p, label: p })),
      },
      amount('标的额', 'amount', '含算到起诉日的利息。'),
      { key: 'defendantMissing', label: '被告下落不明', kind: 'flag', start: false },
      {
        ...amount('当地限额', 'simpleLimit', '软件没有收录当地数额时，向法院查到后填写。'),
        optional: true,
      },
      { ...amount('约定适用的上限', 'agreedLimit'), optional: true },
    ],
  },
  {
    topic: 'limitation',
    title: '诉讼时效',
    lead: '三年；催过、对方答应还、还过一部分，都会重新计算。',
    group: '期限',
    fields: [
      day('due', '到期日', { optional: true, hint: '没有约定到期日的，不填，改填下一项。' }),
      day('firstDemandGraceEnd', '第一次催要时给的最后期限', { optional: true }),
      {
        key: 'events',
        label: '催要、承诺、还款、起诉',
        kind: 'rows',
        addLabel: '加一件',
        columns: [
          day('date', '日期'),
          {
            key: 'kind',
            label: '什么事',
            kind: 'choice',
            start: 'demand',
            options: [
              { value: 'demand', label: '催要（已到达）' },
              { value: 'promise', label: '答应还' },
              { value: 'partPayment', label: '还了一部分' },
              { value: 'suit', label: '起诉或仲裁' },
              { value: 'other', label: '其他中断事由' },
            ],
          },
        ],
      },
      day('asOf', '看哪一天', { start: 'today' }),
    ],
  },
  {
    topic: 'guarantee-period',
    title: '保证期间',
    lead: '过了保证期间没有依法主张，保证人就不再承担责任。它不会中断。',
    group: '期限',
    fields: [
      day('due', '借款到期日'),
      day('contractDate', '保证合同日期'),
      {
        key: 'kind',
        label: '保证方式',
        kind: 'choice',
        start: 'unclear',
        options: [
          { value: 'unclear', label: '没有写明' },
          { value: 'general', label: '一般保证' },
          { value: 'joint', label: '连带责任保证' },
        ],
      },
      { key: 'agreed.months', label: '约定的期间（月）', kind: 'count', optional: true },
    ],
  },
  {
    topic: 'date',
    title: '期间推算',
    lead: '从某天起多少天、月、年，最后一天是哪天；法定期间遇休息日顺延。',
    group: '期限',
    fields: [
      day('from', '从哪天', { hint: '这一天不算，从次日起算。' }),
      { key: 'days', label: '天', kind: 'count', optional: true },
      { key: 'months', label: '月', kind: 'count', optional: true },
      { key: 'years', label: '年', kind: 'count', optional: true },
      { key: 'roll', label: '遇休息日顺延', kind: 'flag', start: true },
    ],
  },
  {
    topic: 'rmb',
    title: '金额大写',
    lead: '借条、收条、协议上用的大写金额。',
    group: '核对',
    fields: [amount('金额')],
  },
  {
    topic: 'chinese-date',
    title: '日期识别',
    lead: '把各种写法的日期读成标准日期。',
    group: '核对',
    fields: [{ key: 'value', label: '日期', kind: 'text', placeholder: '例如 二〇二四年三月一日' }],
  },
  {
    topic: 'id-number',
    title: '身份证号码核对',
    lead: '只核对号码本身对不对，不查是谁。',
    group: '核对',
    fields: [{ key: 'value', label: '身份证号码', kind: 'text', placeholder: '18 位' }],
  },
  {
    topic: 'credit-code',
    title: '统一社会信用代码核对',
    lead: '只核对代码本身对不对，不查登记。',
    group: '核对',
    fields: [{ key: 'value', label: '代码', kind: 'text', placeholder: '18 位' }],
  },
  {
    topic: 'mobile',
    title: '手机号码核对',
    lead: '去掉空格和横线，看格式对不对。',
    group: '核对',
    fields: [{ key: 'value', label: '手机号码', kind: 'text' }],
  },
];
