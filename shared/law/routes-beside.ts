import type { Case } from '../case/case.ts';
import { clauseOf, condition, found, inTime, isDue } from './route-facts.ts';
import { fullInterest, type RouteDraft } from './route-types.ts';
import { cite, citeCpl } from './statutes.ts';

/** The routes beside a suit: arbitration, mediation with confirmation, notarised instrument (rules 11). */

export function arbitration(c: Case, today: string): RouteDraft {
  const clause = clauseOf(c, today);
  const named = clause?.named.trim() ?? '';
  const valid = clause?.kind === 'arbitration' && named !== '';
  const no =
    clause?.kind === 'either'
      ? '约定“仲裁或者诉讼”，仲裁约定无效'
      : clause?.kind === 'arbitration'
        ? '仲裁条款没有写明仲裁机构；双方补充写明的才有效'
        : '没有仲裁条款；对方同意的，可以补签一份';
  return {
    id: 'arbitration',
    title: '仲裁',
    conditions: [
      condition(
        'clause',
        '有有效的书面仲裁条款，写明了仲裁机构',
        valid,
        { no, ask: '' },
        clause?.kind === 'either' ? cite('jurisdictionReply', 4) : cite('arbitration', 27),
        clause?.path ?? 'loans.0.forumClause',
      ),
      isDue(c, today),
      inTime(c, today),
    ],
    cost: { fen: null, text: '按约定的仲裁委员会的收费表预交，常比法院高；请先问清' },
    time: {
      text: '没有统一期限，按仲裁规则；一裁终局，作出即生效，不能上诉',
      article: cite('arbitration', 70),
    },
    interest: fullInterest(),
    limitation: { text: '申请仲裁之日起中断', article: cite('civilCode', 195) },
    risks: [
      { text: '对方可以在收到裁决三个月内申请撤销', article: cite('arbitration', 72) },
      { text: '没有签仲裁条款的保证人，不受这次仲裁约束' },
    ],
  };
}

export function mediation(c: Case, today: string): RouteDraft {
  return {
    id: 'mediation',
    title: '调解加司法确认',
    conditions: [
      found(c),
      condition(
        'willing',
        '对方愿意坐下来谈',
        c.suit.routes.willMediate,
        { no: '对方不愿意调解，调解要双方自愿', ask: '请回答：对方是否愿意调解' },
        citeCpl('mediationFirst'),
        'suit.routes.willMediate',
      ),
      inTime(c, today),
    ],
    cost: {
      fen: 0,
      text: '人民调解不收费，司法确认不收费；要法院出调解书的，受理费减半',
      article: `${cite('fees', 8)}、${cite('fees', 15)}`,
    },
    time: {
      text: '谈成就快；协议生效之日起三十日内双方共同申请确认，确认后可以直接申请执行',
      article: `${citeCpl('judicialConfirmation')}、${citeCpl('confirmationRuling')}`,
    },
    interest: {
      text: '由双方商定；超过上限的部分确认不了',
      article: cite('cplInterp', 358),
    },
    limitation: { text: '向调解组织提出请求之日起中断', article: cite('limitationInterp', 12) },
    risks: [
      {
        text: '没有去确认的调解协议只是合同，对方不履行还要起诉',
        article: cite('mediationLaw', 33),
      },
      { text: '只是双方自己签的协议，不能申请司法确认', article: citeCpl('judicialConfirmation') },
    ],
  };
}

export function notarised(c: Case, today: string): RouteDraft {
  return {
    id: 'notarised',
    title: '公证债权文书',
    conditions: [
      condition(
        'instrument',
        '借款合同或还款协议办过公证，写明对方愿意直接接受强制执行',
        c.suit.routes.notarised,
        { no: '没有这样的公证书', ask: '请回答：有没有这样的公证书' },
        `${cite('notaryLaw', 37)}、${cite('notarialEnforcement', 5)}`,
        'suit.routes.notarised',
      ),
      isDue(c, today),
    ],
    cost: {
      fen: null,
      text: '公证费和执行证书费按公证处的标准；申请执行不用预交费用',
      article: cite('fees', 20),
    },
    time: {
      text: '先向公证处申请执行证书，再向对方住所地或财产所在地的法院申请执行，不用打官司',
      article: `${citeCpl('notarialInstrument')}、${cite('notarialEnforcement', 3)}`,
    },
    interest: {
      text: '超过利率上限的部分不予执行',
      article: cite('notarialEnforcement', 11),
    },
    limitation: {
      text: '申请执行证书中断；申请执行的期限是二年',
      article: `${cite('notarialEnforcement', 9)}、${citeCpl('enforcementTimeLimit')}`,
    },
    risks: [
      {
        text: '公证处现在多不给个人之间的借款办强制执行公证，能不能办请先问当地公证处',
        article: cite('notaryLaw', 37),
      },
      { text: '保证也要一并公证，否则不能执行保证人', article: cite('notarialEnforcement', 6) },
    ],
  };
}
