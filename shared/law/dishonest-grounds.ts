/**
 * The six grounds of 失信规定 art. 1 taken apart: which elements each needs and what shows them.
 * The grounds are statute; the elements and the typical proof are practice guidance, not law.
 */

export type Ground = 1 | 2 | 3 | 4 | 5 | 6;

/** The further measures, set out in the same way: see dishonest-measures.ts. */
export type Measure = 'exitBan' | 'media' | 'sanction' | 'crime' | 'prosecution';

/** What a fact of the element has to come after, to count at all. */
export type Anchor =
  | 'effect'
  | 'suit'
  | 'enforcement'
  | 'reportOrder'
  | 'consumptionOrder'
  | 'sanction'
  | 'report'
  | 'none';

/**
 * A way a fact can show an element; stored in `conduct[].element`. An id means one thing everywhere: a
 * fact of that kind counts wherever the kind is asked for.
 */
export interface ElementKind {
  id: string;
  label: string;
  /** Its own anchor, where the kinds of an element differ in it. */
  after?: Anchor;
  /** Counts only after a fine or detention that followed it (拒执罪解释 3（四）). */
  sanctionFirst?: true;
  /** The kind of result that has to go with it. */
  result?: string;
  /** Article that names the act, printed with the fact. */
  article?: string;
  /** Article for an act between the suit and the day the instrument took effect (拒执罪解释 6). */
  early?: string;
}

/** Records of the case that show an element besides conduct facts. */
export type Source = 'clues' | 'refusals' | 'breach' | 'finalised' | 'report';

export interface ElementSpec {
  id: string;
  label: string;
  /** One grey line: what to write down. */
  ask: string;
  /** What usually proves it. */
  proof: string;
  after: Anchor;
  /** Values of `conduct[].element` that show this element. */
  kinds: ElementKind[];
  also?: Source;
  /** Kept for the record (what the court ordered); the verdict does not need it. */
  optional?: true;
  /** Without any fact of it there is nothing to apply for. */
  core?: true;
  /** Courts want to see it, the law does not ask for it: a fact against it closes nothing. */
  practice?: true;
}

/** What has to be shown for a ground or a measure. */
export interface CriterionSpec {
  key: Ground | Measure;
  /** The statute's words. */
  title: string;
  short: string;
  elements: ElementSpec[];
}

export interface GroundSpec extends CriterionSpec {
  ground: Ground;
}

const one = (id: string, label: string): ElementKind[] => [{ id, label }];

export const GROUNDS: readonly GroundSpec[] = [
  {
    key: 1,
    ground: 1,
    title: '有履行能力而拒不履行生效法律文书确定义务的',
    short: '有能力而拒不履行',
    elements: [
      {
        id: 'ability',
        label: '履行能力',
        ask: '判决生效以后，被执行人有什么收入或财产：工资、流水、房、车、股权、租金、大额消费。',
        proof: '工资或社保记录、银行或微信流水、房产和车辆登记、股权信息、本人的陈述',
        after: 'effect',
        kinds: one('ability', '履行能力'),
        also: 'clues',
      },
      {
        id: 'refusal',
        label: '拒不履行',
        ask: '判决生效以后，被执行人怎样拒绝：明说不还、答应后又不还、只还极少、不接电话又不来法院。',
        proof: '通话录音、聊天记录、执行笔录、催告及其送达记录',
        after: 'effect',
        kinds: one('refusal', '拒不履行'),
        also: 'refusals',
        core: true,
      },
    ],
  },
  {
    key: 2,
    ground: 2,
    title: '以伪造证据、暴力、威胁等方法妨碍、抗拒执行的',
    short: '伪造证据、暴力、威胁',
    elements: [
      {
        id: 'method',
        label: '伪造证据、暴力或威胁的行为',
        ask: '谁、什么时候、在哪里、做了什么、对谁。只写看到或查到的。',
        proof: '法院笔录、报警回执、伪造件与原件的对照、录像',
        after: 'enforcement',
        kinds: [
          { id: 'forgery', label: '伪造证据' },
          { id: 'violence', label: '暴力' },
          { id: 'threat', label: '威胁' },
          { id: 'otherObstruction', label: '其他类似方法' },
        ],
      },
      {
        id: 'obstruction',
        label: '妨碍、抗拒了执行',
        ask: '因此哪一项执行没有做成：查封、扣押、腾退、送达、询问。',
        proof: '执行笔录、法院的说明、现场录像',
        after: 'enforcement',
        kinds: one('obstruction', '妨碍、抗拒执行'),
      },
    ],
  },
  {
    key: 3,
    ground: 3,
    title: '以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行的',
    short: '虚假诉讼、隐匿转移财产',
    elements: [
      {
        id: 'dealing',
        label: '隐匿、转移财产或虚假诉讼、仲裁',
        ask: '哪一项财产、哪一天、转给谁、价格多少；或者哪一件虚假的案子。',
        proof: '过户登记、转账记录、离婚协议、亲属账户流水、虚假案件的材料',
        after: 'suit',
        kinds: [
          { id: 'transfer', label: '转移财产' },
          { id: 'concealment', label: '隐匿财产' },
          { id: 'falseSuit', label: '虚假诉讼' },
          { id: 'falseArbitration', label: '虚假仲裁' },
          { id: 'otherEvasion', label: '其他类似方法' },
        ],
      },
      {
        id: 'evasion',
        label: '目的是规避执行',
        ask: '为什么说是躲避执行：紧跟起诉或执行之后、价格明显低于市价、受让人是亲友、转走后仍在使用。',
        proof: '时间对照、市价资料、亲属关系证明、继续使用的照片',
        after: 'suit',
        kinds: one('evasion', '规避执行的目的'),
      },
    ],
  },
  {
    key: 4,
    ground: 4,
    title: '违反财产报告制度的',
    short: '违反财产报告制度',
    elements: [
      {
        id: 'breach',
        label: '收到报告财产令后没有如实按时报告',
        ask: '没有报告、虚假报告还是逾期报告；漏报了哪项财产，怎么知道的。',
        proof: '查阅财产报告的结果、漏报财产的登记或流水、法院的处罚决定',
        after: 'reportOrder',
        kinds: [
          { id: 'noReport', label: '没有报告' },
          { id: 'falseReport', label: '虚假报告' },
          { id: 'lateReport', label: '逾期报告' },
        ],
        also: 'report',
      },
    ],
  },
  {
    key: 5,
    ground: 5,
    title: '违反限制消费令的',
    short: '违反限制消费令',
    elements: [
      {
        id: 'breach',
        label: '限制消费令发出以后的被禁消费',
        ask: '哪一天、什么消费（机票、高铁、星级酒店、买房买车、旅游、高收费私立学校等）、怎么知道的。',
        proof: '票据、照片、公开发布的动态、酒店或登记记录',
        after: 'consumptionOrder',
        kinds: one('consumption', '被禁止的消费'),
      },
    ],
  },
  {
    key: 6,
    ground: 6,
    title: '无正当理由拒不履行执行和解协议的',
    short: '拒不履行执行和解协议',
    elements: [
      {
        id: 'breach',
        label: '没有按和解协议履行',
        ask: '哪一期、应付多少、实付多少、有没有催过。',
        proof: '付款记录、催告记录、执行笔录',
        after: 'enforcement',
        kinds: one('settlementBreach', '违反和解协议'),
        also: 'breach',
      },
      {
        id: 'noReason',
        label: '没有正当理由',
        ask: '被执行人给了什么理由，为什么不成立；从未说明理由的，也请写明问过没有。',
        proof: '聊天记录、执行笔录、收入或财产情况',
        after: 'enforcement',
        kinds: one('noReason', '没有正当理由'),
      },
    ],
  },
];

/** The parts of one ground. */
export function groundSpec(ground: Ground): GroundSpec {
  return GROUNDS[ground - 1] as GroundSpec;
}

/** 限消规定 art. 3, in short: what a consumption restriction forbids. */
export const RESTRICTED_CONSUMPTION: readonly string[] = [
  '乘坐飞机、列车软卧、轮船二等以上舱位',
  '在星级以上宾馆、酒店、夜总会、高尔夫球场等场所高消费',
  '购买不动产，新建、扩建、高档装修房屋',
  '租赁高档写字楼、宾馆、公寓等场所办公',
  '购买非经营必需车辆',
  '旅游、度假',
  '子女就读高收费私立学校',
  '支付高额保费购买保险理财产品',
  '乘坐G字头动车组全部座位、其他动车组一等以上座位等其他非生活和工作必需的消费',
];
