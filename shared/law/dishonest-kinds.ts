/** The acts that a fine, a detention or a criminal complaint can rest on, each with its article. */
import type { ElementKind } from './dishonest-grounds.ts';
import { cite, citeCpl } from './statutes.ts';

/** Acts against enforcement that a fine or detention can rest on (民事诉讼法 114, 252; 限制消费规定 11). */
export const OBSTRUCTING: ElementKind[] = [
  {
    id: 'noReport',
    label: '没有报告财产',
    after: 'reportOrder',
    article: citeCpl('propertyReport'),
  },
  {
    id: 'falseReport',
    label: '虚假报告',
    after: 'reportOrder',
    article: citeCpl('propertyReport'),
  },
  {
    id: 'lateReport',
    label: '逾期报告',
    after: 'reportOrder',
    article: cite('propertyInquiry', 9),
  },
  {
    id: 'consumption',
    label: '违反限制消费令',
    after: 'consumptionOrder',
    article: cite('consumption', 11),
  },
  { id: 'hideSeized', label: '隐藏、转移、变卖、毁损已查封扣押冻结的财产' },
  { id: 'refuseHandover', label: '拒不交出已查封、扣押的车辆等财产' },
  { id: 'transfer', label: '转移财产', after: 'suit' },
  { id: 'concealment', label: '隐匿财产', after: 'suit' },
  { id: 'forgery', label: '伪造证据' },
  { id: 'violence', label: '暴力' },
  { id: 'threat', label: '威胁' },
  { id: 'otherObstruction', label: '其他阻碍执行' },
];

const three = (item: number) => cite('refusalInterp', 3, undefined, item);
const four = (item: number) => cite('refusalInterp', 4, undefined, item);

/** Acts that make a refusal serious; each with the result that the article asks for. */
export const SERIOUS: ElementKind[] = [
  {
    id: 'waiver',
    label: '放弃债权、无偿处分、虚假和解或转让',
    result: 'unenforceable',
    article: three(1),
  },
  {
    id: 'drain',
    label: '高价受让财产、替别人担保等减损财产',
    result: 'unenforceable',
    article: three(2),
  },
  {
    id: 'forgery',
    label: '伪造、毁灭、隐匿有关履行能力的证据',
    result: 'unenforceable',
    article: three(3),
  },
  {
    id: 'noReport',
    label: '拒绝报告财产',
    after: 'reportOrder',
    sanctionFirst: true,
    result: 'stillRefuses',
    article: three(4),
  },
  {
    id: 'falseReport',
    label: '虚假报告财产',
    after: 'reportOrder',
    sanctionFirst: true,
    result: 'stillRefuses',
    article: three(4),
  },
  {
    id: 'consumption',
    label: '违反限制消费令',
    after: 'consumptionOrder',
    sanctionFirst: true,
    result: 'stillRefuses',
    article: three(4),
  },
  { id: 'threat', label: '恐吓、威胁执行人员', result: 'obstruction', article: three(8) },
  { id: 'violence', label: '围攻、扣押、殴打执行人员', result: 'obstruction', article: four(3) },
  { id: 'falseSuit', label: '虚假诉讼', after: 'suit', result: 'unenforceable', article: four(1) },
  {
    id: 'falseArbitration',
    label: '虚假仲裁',
    after: 'suit',
    result: 'unenforceable',
    article: four(1),
  },
  {
    id: 'transfer',
    label: '转移财产',
    after: 'suit',
    result: 'unenforceable',
    article: cite('criminal', 313),
    early: cite('refusalInterp', 6),
  },
  {
    id: 'concealment',
    label: '隐匿财产',
    after: 'suit',
    result: 'unenforceable',
    article: cite('criminal', 313),
    early: cite('refusalInterp', 6),
  },
];
