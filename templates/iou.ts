/** 借条: the borrower's note for a loan that has none in writing yet (form 08e). */
import type { Loan } from '../shared/case/loan.ts';
import { newRateCap, overCap } from '../shared/claim/new-rate.ts';
import { rateText } from '../shared/law/exact.ts';
import { annualRate } from '../shared/law/rate.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { type Block, type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { inFull } from './parts/letter.ts';
import { advances, methodName, paperName, termText } from './parts/loan-text.ts';
import { idText } from './parts/party-lines.ts';
import { borrowersOf, lendersOf, names } from './parts/people.ts';
import { guaranteeKind } from './parts/security-text.ts';
import { signerLines } from './parts/signature.ts';
import { day, fileName, rateFigure } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'iou';

const CHOICES: readonly Choice[] = [
  {
    key: 'date',
    label: '落款日期',
    hint: '写实际书写的日子；留空就是借款的签订日期，没有就是今天。',
    kind: 'date',
    default: '',
  },
  {
    key: 'overdue',
    label: '写明逾期按一年期LPR付息',
    hint: '借款另有逾期利率的，写约定的利率。',
    kind: 'flag',
    default: true,
  },
  {
    key: 'forum',
    label: '写明由出借人住所地法院管辖',
    hint: '以后起诉可以不用去对方所在地。',
    kind: 'flag',
    default: true,
  },
];

/** Loans that no signed note or contract covers yet. */
const open = (x: PaperContext): Loan[] =>
  x.case.loans.filter(
    (l) => !(l.signed !== null && ['iou', 'contract', 'debtNote'].includes(l.paper)),
  );

/** Whole annual figure of an agreed rate in percent; null where it follows the LPR. */
function annual(loan: Loan, kind: 'rate' | 'overdueRate'): string | null {
  const rate = loan[kind];
  if (!rate || (kind === 'rate' && loan.interest !== 'agreed') || rate.per === 'lprMultiple') {
    return null;
  }
  if (rate.per === 'tenThousandthPerDay') {
    const daily = annualRate({ percent: rate.value, per: 'day' });
    return rateText(Math.round(daily / 100));
  }
  return rateText(annualRate({ percent: rate.value, per: rate.per }));
}

/** 年利率12% · 一年期LPR的2倍; empty when nothing is agreed. */
function rateLine(loan: Loan, kind: 'rate' | 'overdueRate'): string {
  const rate = loan[kind];
  const yearly = annual(loan, kind);
  if (yearly !== null) return `年利率${rateFigure(yearly)}%`;
  return rate?.per === 'lprMultiple' && (kind === 'overdueRate' || loan.interest === 'agreed')
    ? `一年期贷款市场报价利率（LPR）的${rateFigure(rate.value)}倍`
    : '';
}

const writtenOn = (x: PaperContext, loan: Loan) =>
  choicesOf(x, ID, CHOICES).date('date') ?? loan.signed ?? x.today;

function note(x: PaperContext, loan: Loan): Block[] {
  const c = x.case;
  const own = choicesOf(x, ID, CHOICES);
  const lenders = lendersOf(c, loan);
  const debtors = borrowersOf(c, loan);
  const field = `loans.${c.loans.indexOf(loan)}`;
  const paid = advances(c, loan);
  const sum = loan.agreedAmount ?? paid.reduce((n, t) => n + t.amount, 0);
  const named = (list: typeof lenders) =>
    list
      .map((party) => {
        const number =
          party.kind === 'person' ? idText(party) : `统一社会信用代码：${party.creditCode}`;
        return `${party.name}${number ? `（${number}）` : ''}`;
      })
      .join('、');
  const us = debtors.some((party) => party.kind === 'organisation') ? '本单位' : '本人';
  const delivery = paid
    .map((t) => {
      const account = t.toAccount ? `（${t.toAccount}）` : '';
      const how =
        t.method === 'cash' ? '以现金交付' : `通过${methodName(t.method)}支付至${us}账户${account}`;
      return `${names(lenders)}于${day(t.date)}${how}${paid.length > 1 ? inFull(t.amount) : ''}，`;
    })
    .join('');
  const from = loan.termFrom ?? loan.signed ?? paid[0]?.date ?? null;
  const span =
    from && loan.due
      ? `借款${termText(loan)}，自${day(from)}起至${day(loan.due)}止，到期一次性归还。`
      : '';
  const plain = loan.due ? `${day(loan.due)}前归还。` : `${termText(loan)}。`;
  const rate = rateLine(loan, 'rate');
  const late = rateLine(loan, 'overdueRate');
  const overdue = late
    ? `如逾期归还，逾期利息按${late}支付。`
    : own.flag('overdue')
      ? '如逾期归还，按同期一年期贷款市场报价利率（LPR）支付逾期利息。'
      : '';
  const sureties = loan.guarantees.map((g) => ({
    kind: guaranteeKind(g, loan) === 'joint' ? '连带责任保证' : '一般保证',
    months: g.periodMonths,
    party: c.parties.find((party) => party.id === g.partyId),
  }));
  return [
    p('title', '借条'),
    ...bodyLines(
      `今因${loan.purpose || '资金周转'}，${us}${named(debtors)}向${named(lenders)}借款${inFull(sum)}，${delivery || '款项以实际收到为准，'}${paid.length > 0 ? `${us}已收到。` : '收到时另写收条。'}`,
      field,
    ),
    ...bodyLines(`${span || plain}${rate ? `借款期间的利息按${rate}计算。` : ''}`, `${field}.due`),
    ...bodyLines(
      `${overdue}${own.flag('forum') ? '发生争议，由出借人住所地人民法院管辖。' : ''}`,
      choicePath(ID, 'overdue'),
    ),
    ...sureties.flatMap((s) =>
      bodyLines(
        `${s.party?.name ?? ''}自愿为上述借款承担${s.kind}，保证期间为借款履行期限届满之日起${s.months ?? 6}个月。`,
        `${field}.guarantees`,
      ),
    ),
    ...signerLines('借款人', debtors, { person: '签名、指印' }),
    ...sureties.flatMap((s) =>
      signerLines('保证人', s.party ? [s.party] : [], { person: '签名、指印', named: true }),
    ),
    p('signature', day(writtenOn(x, loan)), { field: choicePath(ID, 'date') }),
  ];
}

function build(x: PaperContext): Paper {
  const loans = open(x).length > 0 ? open(x) : x.case.loans;
  const [first] = loans;
  return {
    id: ID,
    title: '借条',
    profile: 'L',
    fileName: fileName('06', '借条', first ? names(borrowersOf(x.case, first)) : ''),
    date: first ? writtenOn(x, first) : x.today,
    blocks:
      loans.length === 0
        ? [p('title', '借条')]
        : loans.flatMap((loan, i): Block[] => [
            ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
            ...note(x, loan),
          ]),
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...open(x).flatMap((loan): Missing[] => {
      const path = `loans.${c.loans.indexOf(loan)}`;
      const cap = newRateCap(c, [loan], writtenOn(x, loan), x.lprEntries ?? []);
      const over = (['rate', 'overdueRate'] as const).flatMap((kind): Missing[] => {
        const yearly = annual(loan, kind);
        const multiple = loan[kind]?.per === 'lprMultiple' && overCap(loan[kind].value, '4');
        return (yearly !== null && overCap(yearly, cap)) || multiple
          ? [
              blocking(
                `${path}.${kind}`,
                `${yearly === null ? '约定的利率' : `年利率${rateFigure(yearly)}%`}超过上限${rateFigure(cap)}%（一年期LPR的四倍），请改低后再写借条`,
              ),
            ]
          : [];
      });
      const people = [...borrowersOf(c, loan), ...lendersOf(c, loan)].flatMap(
        (party): Missing[] => {
          const at = `parties.${c.parties.indexOf(party)}`;
          const number = party.kind === 'person' ? party.idNumber : party.creditCode;
          return [
            ...(party.name === '' ? [blocking(`${at}.name`, '借条要写双方的全名')] : []),
            ...(number === '' && party.role === 'borrower'
              ? [
                  blocking(
                    `${at}.${party.kind === 'person' ? 'idNumber' : 'creditCode'}`,
                    '借条要写借款人的证件号码',
                  ),
                ]
              : []),
          ];
        },
      );
      const sum = loan.agreedAmount ?? advances(c, loan).reduce((n, t) => n + t.amount, 0);
      return [
        ...people,
        ...(sum === 0 ? [blocking(`${path}.agreedAmount`, '请填写借款金额')] : []),
        ...over,
        ...(advances(c, loan).length === 0
          ? [warning('transfers', '还没有交付记录；自然人之间的借款在款项交付时成立，请用转账交付')]
          : []),
      ];
    }),
    warning(
      choicePath(ID, 'date'),
      '最好由借款人照此亲笔书写全文，签名、按指印、写日期，不留空白；签名旁注明“借款人”“保证人”',
    ),
  ]);
}

export const iou: PaperTemplate = {
  id: ID,
  title: '借条',
  form: '08e',
  stage: 'demand',
  choices: CHOICES,
  fits: (x) => {
    const none = noDebt(x) ?? beforeSuit(x);
    if (none) return none;
    const has = x.case.loans[0];
    return open(x).length > 0 || !has
      ? { fits: true, why: '还没有签订日期的书面凭证，请借款人补写借条' }
      : {
          fits: false,
          why: `已有${paperName(has)}，同一笔借款不要再写一份；要对方认账请用对账确认函`,
        };
  },
  missing,
  build,
};
