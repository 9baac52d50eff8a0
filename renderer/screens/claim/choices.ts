/** The choices the law leaves open, in words: what each answer means, and which one is recommended. */

export interface ChoiceOption {
  value: string | boolean;
  label: string;
  note: string;
  recommended?: boolean;
}

export interface Choice {
  /** Key in `claim`. */
  key:
    | 'claimFrom'
    | 'lprAnchor'
    | 'dayCount'
    | 'countBothEnds'
    | 'rounding'
    | 'oldRules'
    | 'costsUnderCap';
  title: string;
  /** Why the answer is open, and what courts do. */
  lead: string;
  options: readonly ChoiceOption[];
}

export const CHOICES: readonly Choice[] = [
  {
    key: 'claimFrom',
    title: '逾期利息从哪天起要',
    lead: '两种都可以。从逾期次日起要得多；有的人只从起诉日起要，少一些争议。',
    options: [
      {
        value: 'overdue',
        label: '自逾期次日起',
        note: '到期第二天就开始算。',
        recommended: true,
      },
      { value: 'filing', label: '只自起诉之日起', note: '放弃起诉以前的逾期利息。' },
    ],
  },
  {
    key: 'lprAnchor',
    title: '没有约定利息时，逾期利息按哪一天的 LPR',
    lead: '法律写的是“参照当时一年期贷款市场报价利率”，没有写明会不会跟着变，各地判法不一。三种算法的合计列在右边，一份起诉状里只能用一种。',
    options: [
      {
        value: 'fixedAtDefault',
        label: '逾期第一天的 LPR，固定不变',
        note: '最贴近条文。利率下降时，法院可能改按浮动的算。',
        recommended: true,
      },
      {
        value: 'floating',
        label: '每天按当时公布的 LPR，随着变',
        note: '不少判决写“按同期一年期 LPR”，就是这种。',
      },
      {
        value: 'atFiling',
        label: '起诉那天的 LPR，固定不变',
        note: '算起来简单；起诉日变了，要重新算。',
      },
    ],
  },
  {
    key: 'dayCount',
    title: '怎样把天数折成年',
    lead: '没有法条规定 365 还是 360。算出来和法院差一天半天很正常，重要的是写清怎么算的。',
    options: [
      {
        value: 'actual365',
        label: '实际天数 ÷ 365',
        note: '最常见，不会多算。',
        recommended: true,
      },
      {
        value: 'actual360',
        label: '实际天数 ÷ 360',
        note: '银行的算法，多约1.4%；有的法院会改回365。',
      },
      { value: 'months30', label: '整月按月算，零头天数 ÷ 360', note: '判决里也常见。' },
      { value: 'months', label: '只算整月', note: '零头天数不要。' },
      { value: 'thirty360', label: '每月30天、每年360天', note: '少见，判决这样写时再用。' },
    ],
  },
  {
    key: 'countBothEnds',
    title: '头一天和最后一天',
    lead: '法律规定开始的当天不算。有的判决写“自某日起至某日止”，两头都算，整段多一天。',
    options: [
      { value: false, label: '开始那天不算', note: '不会多算。', recommended: true },
      { value: true, label: '两头都算', note: '全程只多一天，不是每段多一天。' },
    ],
  },
  {
    key: 'rounding',
    title: '利息取到哪一位',
    lead: '只在最后取一次，中间不取。',
    options: [
      { value: 'cent', label: '到分，四舍五入', note: '一分不多，一分不少。', recommended: true },
      { value: 'yuan', label: '到元，四舍五入', note: '利息没有角分，上下不超过五角。' },
      { value: 'truncateYuan', label: '到元，零头不要', note: '利息少要不到一元。' },
    ],
  },
  {
    key: 'oldRules',
    title: '2020年8月20日以前的利息',
    lead: '那天以前成立的借款，之前的利息可以请求按当时的规定（年利率24%以内）算；必须在起诉状里明确提出，否则法院可能全部按新标准算。',
    options: [
      {
        value: true,
        label: '请求适用当时的规定',
        note: '起诉状会写明这项请求。',
        recommended: true,
      },
      { value: false, label: '不请求', note: '全程按起诉时一年期 LPR 四倍为上限。' },
    ],
  },
  {
    key: 'costsUnderCap',
    title: '律师费等费用算不算在利率上限里',
    lead: '约定了、真的付了的律师费，有的法院在上限之外另行支持，有的与利息、违约金加在一起不许超过上限。',
    options: [
      {
        value: false,
        label: '在上限之外另行主张',
        note: '法院可能核减。',
        recommended: true,
      },
      { value: true, label: '与利息合计不超过上限', note: '超过的部分不要。' },
    ],
  },
];
