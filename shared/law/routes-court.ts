import type { Case } from '../case/case.ts';
import { formatShort } from '../text/money.ts';
import { paymentOrderFacts } from './case-procedure.ts';
import { courtFee, paymentOrderFee } from './fees.ts';
import { paymentOrderAdvice } from './payment-order.ts';
import { type ProcedureAdvice, procedureAdvice } from './procedure.ts';
import {
  allDue,
  condition,
  courtProvince,
  debtorCourt,
  debtorField,
  definiteDefendant,
  found,
  freeOfArbitration,
  inTime,
  isDue,
  missingDebtor,
  type RouteCondition,
  type RouteSums,
} from './route-facts.ts';
import { fullInterest, type RouteDraft } from './route-types.ts';
import { cite, citeCpl } from './statutes.ts';

/** The routes through a court: suit, small claims, payment order (rules 5.3, 5.5, 8). */

/** The procedure the court would use, from the province's limit and the case. */
export function routeProcedure(c: Case, sums: RouteSums): ProcedureAdvice {
  const { smallClaimsLimit, agreedLimit } = c.suit.routes;
  const limits =
    smallClaimsLimit !== null && agreedLimit !== null
      ? { simple: smallClaimsLimit, agreed: agreedLimit }
      : undefined;
  return procedureAdvice({
    province: courtProvince(c),
    amount: sums.total,
    defendantMissing: missingDebtor(c),
    ...(limits ? { limits } : {}),
  });
}

export function suit(c: Case, sums: RouteSums, today: string): RouteDraft {
  const missing = missingDebtor(c);
  const full = courtFee(sums.total).fee;
  const half = courtFee(sums.total, true).fee;
  return {
    id: 'suit',
    title: '起诉（普通、简易程序）',
    conditions: [
      freeOfArbitration(c, today),
      definiteDefendant(c),
      isDue(c, today),
      inTime(c, today),
    ],
    cost: {
      fen: missing ? full : half,
      text: missing
        ? `对方下落不明用普通程序，先交 ${formatShort(full)} 元，公告费另交；胜诉的由对方负担`
        : `简易程序减半，先交 ${formatShort(half)} 元；转普通程序补到 ${formatShort(full)} 元，胜诉的由对方负担`,
      article: `${cite('fees', 13)}、${cite('fees', 16)}、${cite('fees', 29)}`,
    },
    time: missing
      ? {
          text: '普通程序六个月（可延长），另加公告送达三十日；一方上诉还要二审',
          article: `${citeCpl('ordinaryTerm')}、${citeCpl('noticeService')}`,
        }
      : {
          text: '简易程序三个月（可延长一个月），普通程序六个月；一方上诉还要二审',
          article: `${citeCpl('simplifiedTerm')}、${citeCpl('ordinaryTerm')}`,
        },
    interest: fullInterest(),
    limitation: {
      text: '提交起诉状之日起中断',
      article: cite('limitationInterp', 10),
    },
    risks: [
      {
        text: '保证人、配偶要一起告；判决里没有的，执行时不能追加',
        article: cite('civilCode', 1064),
      },
      { text: '可以同时申请财产保全，防止对方转移财产', article: citeCpl('preservation') },
    ],
  };
}

function limitCondition(c: Case, sums: RouteSums): RouteCondition {
  const advice = routeProcedure(c, sums);
  const article = `${citeCpl('smallClaims')}、${cite('cplInterp', 272)}`;
  const text = '金额在当地小额诉讼的限额以内';
  const reasons = { no: advice.reason, ask: advice.reason };
  if (advice.track === 'unknown') {
    return condition('limit', text, null, reasons, article, 'suit.routes.smallClaimsLimit');
  }
  if (advice.track === 'smallClaimsByAgreement') {
    const agree = c.suit.routes.agreeSmallClaims;
    const no = `${advice.reason}；对方不同意`;
    return condition(
      'limit',
      '超过第一档限额，双方同意适用小额诉讼',
      agree,
      { no, ask: advice.reason },
      article,
      'suit.routes.agreeSmallClaims',
    );
  }
  return condition('limit', text, advice.track === 'smallClaims', reasons, article);
}

export function smallClaims(c: Case, sums: RouteSums, today: string): RouteDraft {
  const { fee } = courtFee(sums.total, true);
  // A missing debtor already says so in its own row; the limit is asked of the amount alone.
  const missing = missingDebtor(c);
  return {
    id: 'smallClaims',
    title: '小额诉讼',
    conditions: [
      freeOfArbitration(c, today),
      definiteDefendant(c),
      isDue(c, today),
      inTime(c, today),
      {
        ...found(c),
        article: citeCpl('smallClaimsExclusions'),
        ...(missing ? { reason: '对方下落不明的，不适用小额诉讼，用普通程序' } : {}),
      },
      condition(
        'clear',
        '事实清楚、权利义务明确、争议不大，只要求还钱',
        c.suit.routes.factsClear,
        { no: '对方对借款本身有争议，或者需要鉴定，不适用小额诉讼', ask: '请回答：事实是否清楚' },
        `${citeCpl('smallClaims')}、${citeCpl('smallClaimsExclusions')}`,
        'suit.routes.factsClear',
      ),
      ...(missing ? [] : [limitCondition(c, sums)]),
    ],
    cost: {
      fen: fee,
      text: `减半，先交 ${formatShort(fee)} 元，胜诉的由对方负担`,
      article: `${cite('fees', 16)}、${cite('cplInterp', 206)}`,
    },
    time: {
      text: '两个月（可延长一个月），一般一次开庭',
      article: `${citeCpl('smallClaimsHearing')}、${citeCpl('smallClaimsTerm')}`,
    },
    interest: fullInterest(),
    limitation: { text: '提交起诉状之日起中断', article: cite('limitationInterp', 10) },
    risks: [
      { text: '一审终审，判错了也不能上诉，只能申请再审', article: citeCpl('smallClaims') },
      { text: '举证期限一般不超过七日，证据要先备齐', article: cite('cplInterp', 275) },
    ],
  };
}

export function paymentOrder(c: Case, sums: RouteSums, today: string): RouteDraft {
  const amount = sums.principal + sums.documented;
  const { fee } = paymentOrderFee(amount);
  const facts = {
    ...paymentOrderFacts(c, today, debtorCourt(c), false),
    due: allDue(c, today),
    noOtherDebts: c.suit.routes.noOtherDebts,
  };
  const paths: Partial<Record<keyof typeof facts, string>> = {
    fixedAmount: 'transfers',
    due: 'loans.0.due',
    noOtherDebts: 'suit.routes.noOtherDebts',
    debtorInMainland: debtorField(c, 'domicile'),
    debtorMissing: debtorField(c, 'whereaboutsUnknown'),
    serviceable: debtorField(c, 'serviceAddress'),
    debtorCourt: debtorField(c, 'domicile'),
    preSuitPreservation: 'suit.preSuitPreservation',
  };
  const advice = paymentOrderAdvice(facts);
  return {
    id: 'paymentOrder',
    title: '支付令',
    conditions: [
      freeOfArbitration(c, today),
      ...advice.conditions.map((x) => {
        const path = paths[x.id];
        return { ...x, ...(path ? { path } : {}) };
      }),
    ],
    cost: {
      fen: fee,
      text: `受理费的三分之一，${formatShort(fee)} 元；对方没有异议的由对方负担`,
      article: `${cite('fees', 14)}、${cite('fees', 36)}`,
    },
    time: {
      text: '五日内通知受理，受理后十五日内发出，对方收到后十五日内不异议就能申请执行',
      article: `${citeCpl('paymentOrderAcceptance')}、${citeCpl('paymentOrderEffect')}`,
    },
    interest:
      sums.onlyBySuit > 0
        ? {
            text: `只能要本金和借条里约定的利息；没有约定的逾期利息 ${formatShort(sums.onlyBySuit)} 元要不到，坚持要会被驳回`,
            article: cite('cplInterp', 428),
          }
        : { text: '本金和约定的利息都可以要', article: cite('cplInterp', 428) },
    limitation: { text: '提出申请之日起中断', article: cite('limitationInterp', 11) },
    risks: [
      {
        text: '对方书面异议成立，支付令就失效，转入诉讼；只说没钱不算异议',
        article: `${citeCpl('paymentOrderObjection')}、${cite('cplInterp', 436)}`,
      },
      { text: '三十日内送达不到，程序终结', article: cite('cplInterp', 430) },
      ...(c.parties.some((p) => p.role === 'guarantor')
        ? [
            {
              text: '对保证人没有拘束力，要保证人承担责任只能起诉',
              article: cite('cplInterp', 434),
            },
          ]
        : []),
    ],
  };
}
