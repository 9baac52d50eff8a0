/**
 * The measures beside the list, taken apart like its grounds: exit ban, publication, fine and detention,
 * the crime of refusing to perform a judgment and private prosecution for it. What the articles ask for
 * is law; which facts a court wants to see of ability, evasion and refusal is practice.
 */
import {
  type CriterionSpec,
  type ElementSpec,
  GROUNDS,
  type Measure,
} from './dishonest-grounds.ts';
import { OBSTRUCTING, SERIOUS } from './dishonest-kinds.ts';
import { cite, citeCpl } from './statutes.ts';

export interface MeasureSpec extends CriterionSpec {
  key: Measure;
  measure: Measure;
  article: string;
  /** Exclusions (see dishonest-checks.ts) that leave no room for it. */
  closedBy: readonly string[];
  /** Kinds of fact that record the order itself. */
  ordered: readonly string[];
  /** What mere non-payment lacks; said while nothing is on record. */
  bare: string;
  notes: readonly { text: string; article?: string }[];
  papers: readonly string[];
  /** The debtor's identity number has to be in the application. */
  needsId: boolean;
}

const ABILITY: ElementSpec = {
  id: 'ability',
  label: '履行能力',
  ask: '有能力全部或者部分履行：工资、流水、房、车、股权、租金、大额消费。本人和家人的生活必需费用要先扣除。',
  proof: '工资或社保记录、银行或微信流水、房产和车辆登记、股权信息、本人的陈述',
  after: 'effect',
  kinds: [{ id: 'ability', label: '履行能力' }],
  also: 'clues',
};

const REFUSAL: ElementSpec = {
  id: 'refusal',
  label: '拒不履行',
  ask: '判决生效以后怎样拒绝：明说不还、答应后又不还、不接电话又不来法院。',
  proof: '通话录音、聊天记录、执行笔录',
  after: 'effect',
  kinds: [{ id: 'refusal', label: '拒不履行' }],
  also: 'refusals',
};

const order = (label: string, ask: string, kinds: ElementSpec['kinds']): ElementSpec => ({
  id: 'ordered',
  label,
  ask,
  proof: '决定书、公告、短信通知',
  after: 'enforcement',
  kinds,
  optional: true,
});

const SANCTIONED: ElementSpec = {
  ...order('法院的罚款、拘留决定', '法院已经决定罚款、拘留的，记下日期和内容。', [
    { id: 'fined', label: '罚款' },
    { id: 'detained', label: '拘留' },
  ]),
  id: 'sanctioned',
};

const MEDIA_AND_BAN = ['sufficientSecurity', 'seizedSuffices', 'notYetTurn'] as const;

export const MEASURES: readonly MeasureSpec[] = [
  {
    key: 'exitBan',
    measure: 'exitBan',
    title: '限制出境',
    short: '限制出境',
    article: citeCpl('exitBanCreditPublicity'),
    closedBy: MEDIA_AND_BAN,
    ordered: ['exitBanned'],
    bare: '法律只要求没有履行，但没有具体理由的申请一般不会准许。',
    notes: [
      { text: '由您向执行法院书面申请。', article: cite('enforcementInterp', 23) },
      {
        text: '被执行人是单位的，可以限制其法定代表人、主要负责人或者影响债务履行的直接责任人员出境；未成年人等，可以限制其法定代理人。',
        article: cite('enforcementInterp', 24),
      },
    ],
    papers: ['exit-ban'],
    needsId: true,
    elements: [
      { ...ABILITY, practice: true },
      {
        id: 'leaving',
        label: '出境躲避的迹象',
        ask: '近期办护照、签证，买了出境机票，家人或财产已在境外，公开说过要走。',
        proof: '聊天记录、公开动态、出入境记录（可以请法院查）',
        after: 'effect',
        kinds: [{ id: 'exitPlan', label: '出境躲避的迹象' }],
        core: true,
      },
      order('法院的限制出境决定', '法院已经限制出境的，记下日期。', [
        { id: 'exitBanned', label: '已限制出境' },
      ]),
    ],
  },
  {
    key: 'media',
    measure: 'media',
    title: '通过媒体公布不履行义务的信息',
    short: '媒体公布',
    article: citeCpl('exitBanCreditPublicity'),
    closedBy: MEDIA_AND_BAN,
    ordered: ['published'],
    bare: '只是没有还钱、确实没有能力的，公布没有意义，法院一般不会准许。',
    notes: [
      {
        text: '由法院在报纸、广播、电视、互联网等媒体公布。请不要自己张贴、转发对方的信息。',
        article: cite('enforcementInterp', 26, 1),
      },
    ],
    papers: ['media-notice'],
    needsId: true,
    elements: [
      { ...ABILITY, practice: true },
      { ...REFUSAL, core: true },
      order('法院的公布', '法院已经公布的，记下日期和媒体。', [
        { id: 'published', label: '已公布' },
      ]),
    ],
  },
  {
    key: 'sanction',
    measure: 'sanction',
    title: '罚款、拘留',
    short: '罚款、拘留',
    article: citeCpl('obstruction'),
    closedBy: ['notYetTurn'],
    ordered: ['detained', 'fined'],
    bare: '只是没有还钱，不能罚款、拘留。',
    notes: [{ text: '要不要罚款、拘留，由法院决定；罚款、拘留以后，欠的钱照样要还。' }],
    papers: ['detention-application'],
    needsId: false,
    elements: [
      {
        id: 'act',
        label: '妨碍执行的行为',
        ask: '哪一天、做了什么、怎么知道的。一件一件记，每件挂上证据。',
        proof: '查阅财产报告的结果、执行笔录、录像、过户登记、票据',
        after: 'enforcement',
        kinds: OBSTRUCTING,
        also: 'report',
        core: true,
      },
      { ...SANCTIONED, id: 'ordered' },
    ],
  },
  {
    key: 'crime',
    measure: 'crime',
    title: '拒不执行判决、裁定罪（控告）',
    short: '拒执罪控告',
    article: cite('criminal', 313),
    closedBy: MEDIA_AND_BAN,
    ordered: ['policeReport'],
    bare: '只是没有还钱、确实没有能力，不构成犯罪。',
    notes: [
      {
        text: '判决、裁定和为执行支付令、调解书、仲裁裁决、公证债权文书作的裁定都算；起诉后对方收到应诉通知以后的行为也可以追究。',
        article: `${cite('refusalInterp', 2)}、${cite('refusalInterp', 6)}`,
      },
      {
        text: '情节显著轻微的不认为是犯罪；宣判以前履行的，可以从轻或者免除处罚。',
        article: cite('refusalInterp', 11),
      },
      { text: '捏造事实控告要负法律责任；控告以前请先问律师。' },
    ],
    papers: ['criminal-complaint'],
    needsId: false,
    elements: [
      { ...ABILITY, label: '有能力执行' },
      {
        id: 'act',
        label: '情节严重的拒不执行行为',
        ask: '拒绝报告、虚假报告、违反限制消费令的，要先被罚款、拘留，仍不执行才算。',
        proof: '过户登记、账户流水、报告财产令和查阅结果、执行笔录、录像',
        after: 'enforcement',
        kinds: SERIOUS,
        also: 'report',
        core: true,
      },
      {
        id: 'result',
        label: '后果',
        ask: '转移财产等行为，要写明判决因此全部或者部分无法执行；被罚款、拘留过的，写明之后仍不执行；阻碍执行的，写明哪项执行没有做成。',
        proof: '执行笔录、终结本次执行裁定、罚款或拘留决定书和之后的催告',
        after: 'enforcement',
        kinds: [
          { id: 'unenforceable', label: '判决因此全部或者部分无法执行' },
          { id: 'stillRefuses', label: '被罚款、拘留后仍不执行', after: 'sanction' },
          { id: 'obstruction', label: '因此哪一项执行没有做成' },
        ],
        also: 'finalised',
      },
      SANCTIONED,
    ],
  },
  {
    key: 'prosecution',
    measure: 'prosecution',
    title: '拒不执行判决、裁定罪（自诉）',
    short: '刑事自诉',
    article: cite('refusalInterp', 14),
    closedBy: ['notYetTurn'],
    ordered: [],
    bare: '自诉要先控告，没有被追究才能提起。',
    notes: [
      { text: '向执行法院所在地的法院提起。', article: cite('refusalInterp', 15) },
      { text: '宣判以前可以和对方和解或者撤回自诉。', article: cite('refusalInterp', 14, 2) },
    ],
    papers: ['private-prosecution'],
    needsId: false,
    elements: [
      {
        id: 'reported',
        label: '曾经控告',
        ask: '哪一天、向哪个机关控告，有没有受理回执。',
        proof: '受理回执、报警记录、控告书的邮寄和签收凭证',
        after: 'effect',
        kinds: [{ id: 'policeReport', label: '向公安机关或者检察院控告' }],
        core: true,
      },
      {
        id: 'notPursued',
        label: '没有被追究',
        ask: '不予立案、撤销案件、不起诉；没有答复的，写明已过多久。',
        proof: '不予立案通知书、不起诉决定书、催问答复的记录',
        after: 'report',
        kinds: [{ id: 'notPursued', label: '公安机关或者检察院不予追究' }],
      },
    ],
  },
];

/** Every kind of fact that some criterion asks for. */
export const KNOWN_KINDS: ReadonlySet<string> = new Set(
  [...GROUNDS, ...MEASURES].flatMap((s) => s.elements.flatMap((e) => e.kinds.map((k) => k.id))),
);

/** Where a new fact of a kind is filed: with the ground of the list it belongs to, else with a measure. */
export function homeOf(
  kind: string,
  fallback: CriterionSpec['key'],
): { ground: number | null; measure: Measure | null } {
  const has = (s: CriterionSpec) => s.elements.some((e) => e.kinds.some((k) => k.id === kind));
  const ground = GROUNDS.find(has)?.ground ?? (typeof fallback === 'number' ? fallback : null);
  if (ground !== null) return { ground, measure: null };
  const measure = MEASURES.find((m) => m.key === fallback && has(m)) ?? MEASURES.find(has);
  return { ground: null, measure: measure?.measure ?? (fallback as Measure) };
}
