/** Chinese words for the results of the calculators. A key without a word is not shown. */

export const LABELS: Readonly<Record<string, string>> = {
  fee: '费用',
  total: '本息合计',
  principal: '未还本金',
  interest: '利息',
  inTerm: '借期内利息',
  overdue: '逾期利息',
  penalty: '违约金',
  lent: '实际出借',
  doubled: '加倍部分利息',
  left: '还没付的基数',
  days: '天数',
  months: '整月数',
  oneYear: '一年期 LPR',
  fiveYear: '五年期以上 LPR',
  published: '公布日',
  verified: '已核实',
  text: '大写',
  alternatives: '也可以写作',
  reason: '说明',
  birthDate: '出生日期',
  sex: '性别',
  normalised: '号码',
  iso: '日期',
  valid: '是否正确',
  start: '起算日',
  end: '届满日',
  expired: '是否已过',
  date: '最后一天',
  nominal: '顺延前',
  kind: '保证方式',
  track: '程序',
  source: '来源',
  simpleLimit: '小额诉讼限额',
  agreedLimit: '约定适用的上限',
};

export const MAIN = {
  money: new Set([
    'fee',
    'total',
    'principal',
    'interest',
    'inTerm',
    'overdue',
    'penalty',
    'lent',
    'doubled',
    'left',
    'simpleLimit',
    'agreedLimit',
  ]),
  percent: new Set(['oneYear', 'fiveYear']),
} as const;

export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  male: '男',
  female: '女',
  general: '一般保证',
  joint: '连带责任保证',
  unclear: '没有写明',
  smallClaims: '小额诉讼程序，一审终审',
  smallClaimsByAgreement: '双方同意的，可以用小额诉讼程序',
  simplified: '简易程序',
  ordinary: '普通程序',
  unknown: '还不能判断',
  inTerm: '借期内',
  overdue: '逾期',
  penalty: '违约金',
  demand: '催要',
  promise: '答应还',
  partPayment: '还了一部分',
  suit: '起诉或仲裁',
  other: '其他',
  obstacle: '客观上不能主张',
};

interface TableWords {
  key: string;
  title: string;
  columns: readonly { key: string; title: string; right?: boolean }[];
}

export const TABLES: readonly TableWords[] = [
  {
    key: 'segments',
    title: '分段',
    columns: [
      { key: 'kind', title: '类别' },
      { key: 'from', title: '起（不含）' },
      { key: 'to', title: '止（含）' },
      { key: 'days', title: '天数', right: true },
      { key: 'base', title: '基数', right: true },
      { key: 'rate', title: '年利率%', right: true },
      { key: 'cap', title: '上限%', right: true },
      { key: 'amount', title: '利息', right: true },
    ],
  },
  {
    key: 'repayments',
    title: '还款怎么冲抵',
    columns: [
      { key: 'date', title: '日期' },
      { key: 'amount', title: '还款', right: true },
      { key: 'interest', title: '还利息', right: true },
      { key: 'principal', title: '还本金', right: true },
      { key: 'balance', title: '剩余本金', right: true },
    ],
  },
  {
    key: 'alternatives',
    title: '换一种算法是多少',
    columns: [
      { key: 'label', title: '算法' },
      { key: 'doubled', title: '加倍部分', right: true },
      { key: 'interest', title: '利息', right: true },
      { key: 'total', title: '本息合计', right: true },
    ],
  },
  {
    key: 'ignored',
    title: '不起作用的事',
    columns: [
      { key: 'date', title: '日期' },
      { key: 'kind', title: '事由' },
      { key: 'reason', title: '原因' },
    ],
  },
  {
    key: 'chain',
    title: '时效怎样延续',
    columns: [
      { key: 'date', title: '日期' },
      { key: 'kind', title: '事由' },
      { key: 'newEnd', title: '新的届满日' },
    ],
  },
];
