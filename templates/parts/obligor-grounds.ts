/** Grounds on which another person can be added or put in place of the obligor (addObligor arts. 10–25, form 06f). */

export interface ObligorGround {
  value: string;
  article: number;
  /** Who the obligor has to be. */
  of: 'person' | 'organisation' | 'any';
  label: string;
  /** Usual words for the scope of liability. */
  scope: string;
  /** The obligor's assets must be shown to be insufficient. */
  insufficiency: boolean;
}

const ground = (
  value: string,
  article: number,
  of: ObligorGround['of'],
  label: string,
  scope: string,
  insufficiency: boolean,
): ObligorGround => ({ value, article, of, label, scope, insufficiency });

export const OBLIGOR_GROUNDS: readonly ObligorGround[] = [
  ground(
    'estate',
    10,
    'person',
    '被执行人死亡：遗产管理人、继承人、受遗赠人等',
    '继承遗产的范围内',
    false,
  ),
  ground(
    'merger',
    11,
    'organisation',
    '单位合并：合并后存续或者新设的单位',
    '被执行人应当承担的全部债务范围内',
    false,
  ),
  ground(
    'division',
    12,
    'organisation',
    '单位分立：分立后新设的单位',
    '被执行人应当承担的全部债务范围内',
    false,
  ),
  ground(
    'soleOwner',
    13,
    'organisation',
    '个人独资企业：出资人',
    '被执行人应当承担的全部债务范围内',
    true,
  ),
  ground(
    'partner',
    14,
    'organisation',
    '合伙企业：普通合伙人、未足额出资的有限合伙人',
    '合伙企业不能清偿的债务范围内',
    true,
  ),
  ground(
    'branch',
    15,
    'organisation',
    '法人的分支机构：法人',
    '分支机构不能清偿的债务范围内',
    true,
  ),
  ground(
    'unpaidCapital',
    17,
    'organisation',
    '未缴纳或者未足额缴纳出资的股东、发起人',
    '未缴纳出资的范围内',
    true,
  ),
  ground('withdrawnCapital', 18, 'organisation', '抽逃出资的股东', '抽逃出资的范围内', true),
  ground(
    'transferredShares',
    19,
    'organisation',
    '未履行出资义务即转让股权的原股东',
    '未依法出资的范围内',
    true,
  ),
  ground(
    'oneShareholder',
    20,
    'organisation',
    '一人公司：不能证明财产独立的股东',
    '被执行人应当承担的全部债务范围内',
    true,
  ),
  ground(
    'deregistered',
    21,
    'organisation',
    '公司未经清算即注销：股东、实际控制人',
    '被执行人应当承担的全部债务范围内',
    false,
  ),
  ground(
    'receivedAssets',
    22,
    'organisation',
    '单位注销、歇业后无偿接受财产的股东、出资人',
    '无偿接受的财产范围内',
    false,
  ),
  ground(
    'promisedOnDeregistration',
    23,
    'organisation',
    '未经清算注销时书面承诺清偿的第三人',
    '承诺的范围内',
    false,
  ),
  ground(
    'promisedToCourt',
    24,
    'any',
    '执行中向法院书面承诺代为履行的第三人',
    '承诺的范围内',
    false,
  ),
  ground(
    'allocated',
    25,
    'organisation',
    '依行政命令无偿接受调拨、划转财产的第三人',
    '接受财产的范围内',
    false,
  ),
];

/** Shown in the list, and always refused: the law has no such ground. */
export const NOT_A_GROUND = 'relative';
