import type { ConductRule, Finding } from './conduct-types.ts';
import { cite, practice } from './statutes.ts';

/**
 * What must not be said to a debtor (rules on lawful dunning): a table of wordings with the rule each
 * touches and what to say instead. A negated wording (我不会告诉您的家人) is no finding.
 */

/** What of the case decides whether a wording is false. */
export interface WordFacts {
  /** A suit has been filed: the court's papers may be spoken of. */
  filed: boolean;
  /** A judgment is in force: what the law says of enforcement may be told. */
  effective: boolean;
  /** A lawyer acts for the lender. */
  lawyer: boolean;
}

export interface WordRule {
  rule: ConductRule;
  level: Finding['level'];
  pattern: RegExp;
  /** Without it the rule always applies. */
  applies?: (facts: WordFacts) => boolean;
  /** Text just before the match that makes it harmless. */
  unlessAfter?: RegExp;
  text: string;
  source: string;
  proposal: string;
  /** The sentence that may stand in its place; empty: leave it out. */
  instead: string;
}

const PS50 = cite('publicSecurity', 50);
const SUE = '逾期未付，我将依法主张权利，包括向人民法院提起诉讼。';
const PEOPLE =
  '(?:家人|父母|爸妈|爸爸|妈妈|老婆|老公|妻子|丈夫|爱人|配偶|孩子|儿子|女儿|亲戚|亲友|亲朋好友|朋友|同事|领导|老板|单位|公司|学校|老师|邻居|村里|村委|居委会|客户)';

/** 不会、不、没有 … directly before a wording, with helpers or a short object (把借条) in between. */
const NEGATED =
  /(?:不会|不能|不可以|不再|不想|不必|不用|不要|不是|并非|绝不|从不|从未|没有|没想|无意|不打算|不得|不应|不去|不该|避免|请勿|不|未|没|勿)(?:会|去|再|要|想|把|将|用|拿|以|因此|以此|向|对|[您你]的?|任何|其他|人|什么|在|就|来|发|说)*(?:[把将][^，。；]{1,6})?$/;

/** 请您联系家人 is advice, not a threat. */
const ADVICE = /(?:请|麻烦|可以|建议|劳烦|方便|帮忙)(?:[您你]|也|先|尽快|再|去|和|跟|回家|或者?)*$/;

export const WORD_RULES: readonly WordRule[] = [
  {
    rule: 'violence',
    level: 'law',
    pattern:
      /弄死|打死你|打死您|打断(?:你|您)|打残|砍(?:死|你|您|人|断)|捅(?:死|你|您)|揍(?:你|您|死|一顿)|废了(?:你|您)|卸(?:你|您|一|条|了)?.{0,4}(?:胳膊|腿)|要(?:你|您)的?(?:狗)?命|让(?:你|您).{0,4}(?:住院|见血|缺胳膊)|(?:小心|当心)点?(?:你|您).{0,4}(?:家人|孩子|儿子|女儿|老婆|父母|腿|全家)|(?:你|您)(?:孩子|儿子|女儿).{0,6}(?:放学|上学|学校).{0,6}(?:等|见|堵|接)|道上的?(?:人|兄弟|朋友)|找人(?:收拾|修理|教训|办了?你)|(?:收拾|修理|教训)(?:你|您)|打(?:你|您)(?:一顿|全家|个半)/,
    text: '以伤害本人或者家人相威胁，不论是否真的动手，都可能被拘留、罚款；情节恶劣的构成犯罪。债务合法也不例外。',
    source: `${PS50}、${cite('publicSecurity', 51)}、${cite('criminal', 293)}`,
    proposal: '删去威胁的话，只写欠款、请求和日期；不还就去法院。',
    instead: SUE,
  },
  {
    rule: 'restraint',
    level: 'law',
    pattern:
      /上门(?:闹|堵|要债|讨债|逼|坐着|找(?:你|您))|堵(?:你|您)|堵(?:在)?(?:门|家)|蹲守|蹲点|赖在?(?:你|您)家|住(?:进|到|在)(?:你|您)家|泼(?:油漆|粪|漆)|堵锁眼|换(?:你|您)家?的?锁|断(?:你|您)家?的?(?:水|电)|扣(?:下|押|住|留)?(?:你|您)的?(?:车|手机|身份证|证件|人)|不让(?:你|您)(?:走|出门)|关起来|绑(?:你|您|起来|架)|(?:搬|拉)(?:走)?(?:你|您)家?的?(?:东西|家具|家电)|开走(?:你|您).{0,3}车|(?:去|到)(?:你|您).{0,3}(?:家|单位|公司|学校|店里)(?:闹|堵|坐着不走|拉横幅)/,
    text: '拦人、扣人、扣车、堵门、进入对方住宅，不因为对方欠钱而合法：限制自由、侵入住宅要处十日以上十五日以下拘留，为索债扣押、拘禁他人构成犯罪。',
    source: `${cite('publicSecurity', 47)}、${cite('criminal', 238, 3)}、${cite('criminal', 245)}`,
    proposal: '约一个对方同意的公共地点见面，或者直接起诉并申请法院保全财产。',
    instead: '如方便，请约个时间和地点，我们当面对账商量还款安排。',
  },
  {
    rule: 'exposure',
    level: 'law',
    pattern:
      /曝光|(?:发|挂)(?:到|在|上)?(?:朋友圈|网上|抖音|快手|微博|业主群|村群|家族群|同学群|群里)|让(?:所有人|大家|全村|全厂|全公司|邻居|街坊|亲戚).{0,8}(?:知道|看看|认清|评评理)|身败名裂|臭名远扬|拉横幅|大字报|(?:贴|张贴)(?:到|在)(?:你|您|小区|村|单位|门|电线杆)|公开(?:你|您)的/,
    text: '公开对方欠款、照片、身份信息，侵害隐私和名誉；散布隐私、公然侮辱可以拘留、罚款，情节严重的构成犯罪。',
    source: `${PS50}、${cite('civilCode', 1032)}、${cite('civilCode', 1024)}、${cite('pipl', 25)}`,
    proposal: '只对本人说。需要公开的，由法院在执行中依法公开。',
    instead: SUE,
  },
  {
    rule: 'tellOthers',
    level: 'law',
    pattern: new RegExp(
      `(?:通知|告诉|告知|联系|找|打给|打电话给|发给|捅到|闹到|打到)到?(?:所有|全部)?(?:你|您)们?的?(?:所有|全部)?${PEOPLE}|(?:告诉|通知|发给)(?:所有|全部|全)(?:人|村|厂|单位|公司)`,
    ),
    unlessAfter: ADVICE,
    text: '把欠款告诉家人、单位、朋友，是向无关的人泄露隐私，也打扰对方的生活安宁；可能被要求赔礼、赔偿，多次的还可能受到治安处罚。',
    source: `${cite('civilCode', 1032)}、${cite('civilCode', 1033)}、${PS50}`,
    proposal: '只向借款人本人（和签过字的保证人、共同借款人）催收。',
    instead: '请您本人回复还款安排。',
  },
  {
    rule: 'arrest',
    level: 'law',
    pattern:
      /坐牢|蹲(?:监狱|大牢|局子|号子)|判(?:你|您).{0,3}(?:刑|年)|让?(?:警察|公安|派出所).{0,4}抓|抓(?:你|您|起来|进去)|报警抓|(?:就|要|将|会|马上|立即|立刻|直接|只能|去)报警(?!器|了)|(?:构成|涉嫌|就是|告(?:你|您))诈骗|诈骗犯|经侦/,
    text: '民间借贷欠款是民事纠纷，以抓人、坐牢、报案相逼，容易被认定为恐吓；多次发送的可以拘留、罚款。确有犯罪线索的应当依法报案，不作为催款条件。',
    source: PS50,
    proposal: '写“将依法向人民法院起诉”。',
    instead: SUE,
  },
  {
    rule: 'arrest',
    level: 'law',
    applies: (f) => !f.effective,
    pattern: /拘留|追究.{0,6}刑事责任|刑事立案|拒执罪|拒不执行判决/,
    text: '还没有生效判决，谈不上拒不执行判决，也没有司法拘留。以此相逼，容易被认定为恐吓。',
    source: `${PS50}、${cite('criminal', 313)}`,
    proposal: '写“将依法向人民法院起诉”。判决生效后对方有能力而拒不履行的，再向法院申请。',
    instead: SUE,
  },
  {
    rule: 'listing',
    level: 'practice',
    applies: (f) => !f.effective,
    pattern:
      /失信(?:被执行人|名单|人员|人)|(?:列入|拉进|拉入|上|进)(?:失信|老赖|黑)名单|限制(?:高)?消费|限高|坐不了(?:高铁|飞机)|上(?:你|您)?(?:的)?征信|征信黑名单|影响(?:你|您)?的?征信|报(?:到|送)?征信/,
    text: '没有生效判决，不能申请列入失信名单或者限制消费；个人出借人也不能向征信系统报送。这样说不真实，不能拿来催款。',
    source: `${cite('dishonest', 1)}；${practice('own')}`,
    proposal: '写“将依法向人民法院起诉”。',
    instead: SUE,
  },
  {
    rule: 'listing',
    level: 'practice',
    applies: (f) => f.effective,
    // The list and the measures as the price of not paying; telling that an application was made is not.
    pattern:
      /(?:不还|不付|不给|再不|还不|否则|要不然|不然|除非|等着).{0,24}(?:失信|黑名单|老赖名单|限制(?:高)?消费|限高|限制出境|拘留|拒执罪|拒不执行判决)|(?:还|付)(?:了|清|完).{0,10}(?:就|才)(?:撤|删|不)(?:.{0,6})(?:失信|黑名单|限高|拘留)/,
    text: '列入名单、限制消费、拘留都由法院依法决定，不是催款的条件。拿它们相逼，容易被认定为恐吓，也会让法院怀疑申请的用意。',
    source: `${cite('dishonest', 1)}、${cite('dishonest', 5)}；${practice('own')}`,
    proposal: '写“请按判决履行”，符合条件的直接向法院申请。',
    instead: '请按生效判决履行；如有困难，请说明并提出还款安排。',
  },
  {
    rule: 'insult',
    level: 'law',
    pattern:
      /老赖(?!名单)|骗子|无赖|流氓|不要脸|厚颜|无耻|王八|混蛋|混账|畜生|人渣|败类|废物|傻[逼比bB]|煞笔|他妈的|操你|去你妈|你妈的[，。！!]|狗东西|狗日|狼心狗肺|缺德|去死|滚(?:蛋|出来|远点)|贱(?:人|货)|丧尽天良|不得好死|断子绝孙|没良心|白眼狼|死全家|恶棍|垃圾(?:人|东西)|(?:你|您)(?:这个|这种|就是|个)?垃圾/,
    text: '辱骂侵害对方名誉和人格尊严；多次发送侮辱信息可以拘留、罚款。这样的记录交给法院，对您也不利。',
    source: `${PS50}、${cite('civilCode', 1024)}`,
    proposal: '删去评价，只写事实：哪天借、借多少、到期没有还。',
    instead: '',
  },
  {
    rule: 'courtLike',
    level: 'law',
    applies: (f) => !f.filed,
    pattern:
      /传票|法院(?:的)?(?:通知|函)|执行通知|开庭通知|法院(?:已经?)?(?:限|要求|责令|命令)(?:你|您)|案件已?(?:经)?(?:移交|转交|移送)(?:公安|法院|执行|司法)|(?:法院|公安)的?.{0,3}(?:公章|红章|印章)|红头文件/,
    text: '还没有起诉，却写得像法院的文书或者说法院已经处理，是以虚假身份、虚假文书催款，可以拘留、罚款。',
    source: cite('publicSecurity', 62),
    proposal: '用自己的名义写“催收通知书”，落自己的名字，不用法院式样和红章。',
    instead: SUE,
  },
  {
    rule: 'courtLike',
    level: 'practice',
    pattern: /最后通牒|本院|强制执行令/,
    text: '这样的字眼像法院的文书，会使对方误会。',
    source: `${practice('bankGuide')}；${practice('own')}`,
    proposal: '改用自己的口气，例如“最后一次提醒”。',
    instead: '',
  },
  {
    rule: 'impersonation',
    level: 'law',
    pattern:
      /我们?(?:这边)?是.{0,6}(?:法院的?(?:工作人员|法官|执行|书记员|人)|法官|派出所|警察|民警|检察官|检察院|公安局|司法局)|(?:这里|这边|此处)是.{0,10}(?:法院|公安|派出所|检察院|执行局|司法局)|(?:代表|受)(?:法院|公安|政府|检察院)/,
    text: '冒充国家机关工作人员催款，可以拘留、罚款，情节严重的构成犯罪。',
    source: cite('publicSecurity', 62),
    proposal: '如实说自己是谁：“我是出借人某某”。',
    instead: '',
  },
  {
    rule: 'impersonation',
    level: 'law',
    applies: (f) => !f.lawyer,
    pattern: /本律师|我们?(?:这边)?是.{0,8}律师|(?:这里|这边|此处)是.{0,12}律师(?:事务)?所/,
    text: '案件里没有登记律师代理人。冒充律师等虚假身份催款，可以拘留、罚款；律师函只能由受委托的律师以律师事务所名义发出。',
    source: cite('publicSecurity', 62),
    proposal: '以出借人本人的名义发催收通知书；确已委托律师的，请先在“当事人”里填写代理人。',
    instead: '',
  },
  {
    rule: 'tracking',
    level: 'law',
    pattern:
      /定位(?:到|了|过)?(?:你|您)|(?:装|放|贴)(?:了|个)*(?:GPS|定位器?|跟踪器)|跟踪(?:你|您)|盯(?:着|梢|上)(?:你|您)|(?:查|弄|搞|拿)(?:到|了|过|出|清楚)*(?:你|您)的?(?:行踪|住址|开房|通话记录|户籍|定位|银行账户|存款|流水|通讯录)|(?:买|花钱|找人|托人)[^，。；]{0,4}(?:查|弄|搞)(?:到|了|出|清)*(?:你|您)|(?:你|您)的通讯录|爆通讯录|呼死你|电话轰炸|短信轰炸|人肉(?:你|您|搜索)/,
    text: '跟踪、定位、买卖或者私自获取他人行踪、账户、通讯录，违反个人信息保护的规定，可以拘留，情节严重的构成犯罪。财产线索请通过公开渠道或者申请法院调查。',
    source: `${PS50}、${cite('publicSecurity', 56)}、${cite('criminal', '253-1')}、${cite('pipl', 10)}`,
    proposal: '删去。财产情况在保全、执行中申请法院查询。',
    instead: '',
  },
  {
    rule: 'vagueThreat',
    level: 'practice',
    pattern:
      /后果自负|等着瞧|走着瞧|别怪(?:我|本人|老子)|(?:对(?:你|您)|就)不客气|吃不了兜着走|跟(?:你|您)没完|让(?:你|您)好看|有(?:你|您)好看的|你试试看|(?:不会|绝不|不)放过(?:你|您)|饶不了|撕破脸/,
    text: '没有说清是什么后果，容易被理解为威胁；与辱骂、骚扰连在一起时，可能按恐吓处理。',
    source: `${practice('own')}；参照${PS50}`,
    proposal: '把后果写明白：逾期未付，将依法向人民法院起诉。',
    instead: SUE,
  },
];

/** Every wording of the table in a text, in the order of the table; one finding a rule row. */
export function wordFindings(content: string, facts: WordFacts): (Finding & { instead: string })[] {
  return WORD_RULES.filter((r) => r.applies?.(facts) ?? true).flatMap((r) => {
    const hit = [...content.matchAll(new RegExp(r.pattern.source, 'g'))].find((m) => {
      const before =
        content
          .slice(Math.max(0, m.index - 12), m.index)
          .split(/[，。；！？!?\n]/)
          .at(-1) ?? '';
      return !NEGATED.test(before) && !(r.unlessAfter?.test(before) ?? false);
    });
    if (!hit) return [];
    const { rule, level, text, source, proposal, instead } = r;
    return [
      { rule, level, text, source, proposal, instead, found: { words: hit[0], at: hit.index } },
    ];
  });
}
