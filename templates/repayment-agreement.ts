/** 还款协议书: the debt, the plan to the fen, rates within the cap, and what follows a missed instalment (form 08d). */
import type { Party } from '../shared/case/party.ts';
import { planTotals } from '../shared/law/instalment-plan.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { blocking, otherSide, ownParticulars, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { type Block, type Paper, type Paragraph, p } from './paper.ts';
import {
  AGREEMENT_ID,
  agreementPlan,
  agreementProblems,
  agreementRate,
  agreementTerms,
  forumSentence,
} from './parts/agreement-plan.ts';
import { bodyLines } from './parts/application.ts';
import {
  ACCOUNT,
  accountProblems,
  accountText,
  inFull,
  letterColumns,
  loanSentence,
  noInterest,
  sizedColumns,
} from './parts/letter.ts';
import { idText } from './parts/party-lines.ts';
import { borrowers, fullName, guarantors, names, partyPath, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { bodyRow, type Column, headRow, totalRow } from './parts/table-paper.ts';
import { day, fileName, formatAmount, sentence } from './parts/words.ts';
import { serviceAddress } from './service-address.ts';
import type { Missing, PaperContext, PaperTemplate } from './template.ts';

const COLUMNS: Column[] = [
  { title: '期数', weight: 10, align: 'center' },
  { title: '到期日', weight: 24, align: 'center' },
  { title: '应还本金（元）', weight: 22, align: 'right' },
  { title: '应还利息（元）', weight: 22, align: 'right' },
  { title: '合计（元）', weight: 22, align: 'right' },
];

/** 甲方（出借人）：王某，公民身份号码：…，住…，电话：…. */
function partyLine(x: PaperContext, label: string, party: Party): Paragraph {
  const number =
    party.kind === 'person'
      ? idText(party)
      : party.creditCode
        ? `统一社会信用代码：${party.creditCode}`
        : '';
  const boss =
    party.kind === 'organisation' && party.representative
      ? `法定代表人：${party.representative}`
      : '';
  const address = party.domicile
    ? `${party.kind === 'person' ? '住' : '住所'}${party.domicile}`
    : '';
  const phone = party.phone ? `电话：${party.phone}` : '';
  const text = [fullName(party), number, boss, address, phone].filter((s) => s !== '').join('，');
  // Not justified: a long number would tear the line apart in Word.
  return p('body', `${label}：${text}`, { field: partyPath(x.case, party), align: 'left' });
}

function planTable(x: PaperContext): Block[] {
  const { instalments: plan } = agreementPlan(x);
  if (!plan) return [];
  const sums = planTotals(plan);
  const columns = sizedColumns(COLUMNS, [sums.total], 14);
  const money = [sums.principal, sums.interest, sums.total].map(formatAmount);
  return [
    {
      type: 'table',
      columns: letterColumns(columns),
      indent: 0,
      rows: [
        headRow(columns),
        ...plan.map((one) =>
          bodyRow(
            columns,
            [
              String(one.number),
              one.due,
              ...[one.principal, one.interest, one.total].map(formatAmount),
            ],
            'settlement',
          ),
        ),
        totalRow(columns, ['合计', null, ...money]),
      ],
    },
  ];
}

/** 一、债务确认. */
function debtClause(x: PaperContext): string {
  const c = x.case;
  const { claim, debt } = agreementPlan(x);
  const loans = c.loans.map((l) => loanSentence(c, l, { debtor: '乙方', lender: '甲方' })).join('');
  const repaid = claim.loans.reduce((n, l) => n + l.repaid.total, 0);
  const paid = repaid > 0 ? `乙方已还${inFull(repaid)}。` : '';
  const interest =
    debt.interest > 0
      ? `、利息${inFull(debt.interest)}，合计${inFull(debt.principal + debt.interest)}；利息不再计入本金计收利息`
      : noInterest(c, claim)
        ? '，未约定利息'
        : claim.interest > 0
          ? '，甲方放弃此前的利息'
          : '';
  return `${loans}${paid}截至${day(claim.asOf)}，乙方尚欠甲方本金${inFull(debt.principal)}${interest}。双方对上述金额无异议。`;
}

/** The clauses after the plan, without their numbers. */
function clauses(x: PaperContext): string[] {
  const c = x.case;
  const own = agreementTerms(x);
  const sureties = guarantors(c);
  const rate = agreementRate(x, 'rate');
  const late = agreementRate(x, 'overdueRate');
  const overdue = {
    lpr: '，并自逾期之日起对逾期款项按全国银行间同业拆借中心公布的一年期贷款市场报价利率收取逾期利息',
    rate: `，并自逾期之日起对逾期款项按年利率${late}%收取逾期利息`,
    none: '',
  }[own.overdue];
  const joint = own.guaranteeKind === 'joint';
  const period = chineseNumber(own.guaranteeYears);
  const address = (party: Party) =>
    `${party.name}：${[serviceAddress(party), party.phone, party.wechat && `微信号${party.wechat}`, party.email].filter((s) => s).join('，')}`;
  const lender = plaintiffs(c)[0];
  const copiesCount = chineseNumber(2 + (sureties.length > 0 ? 1 : 0));
  return [
    rate ? `分期期间，未还本金按年利率${rate}%计算利息，随每期一并支付。` : '分期期间不计利息。',
    `乙方任何一期逾期超过${own.graceDays}日的，甲方有权书面通知乙方，宣布全部未到期款项立即到期${overdue}。`,
    ...(own.costs ? ['因一方违约引起的律师费、诉讼费、保全费，由违约方承担。'] : []),
    ...(sureties.length > 0
      ? [
          `丙方${names(sureties)}自愿为乙方在本协议项下的全部债务承担${joint ? '连带责任保证' : '一般保证'}，保证范围为本金、利息和实现债权的费用，保证期间为全部债务履行期限届满之日起${period}年。`,
        ]
      : []),
    `各方确认下列地址和联系方式为本协议履行及诉讼、执行文书的送达地址，同意以手机、微信、电子邮件等方式电子送达：${[...plaintiffs(c), ...borrowers(c), ...sureties].map(address).join('；')}。变更的，应当书面通知其他方。`,
    `因本协议发生争议，${forumSentence(x, lender && plaintiffs(c).length > 1 ? lender.name : '')}。`,
    '本协议签订即为乙方对上述债务的确认，诉讼时效重新计算。',
    `本协议一式${copiesCount}份，各方各执一份；变更应当采用书面形式；自各方签字之日起生效。`,
  ];
}

function signatures(x: PaperContext): Paragraph[] {
  const c = x.case;
  const sign = (label: string, parties: Party[]) =>
    parties.length === 0 ? [] : signerLines(label, parties, { person: '签名、指印' });
  const place = agreementTerms(x).signedAt;
  return [
    ...sign('甲方', plaintiffs(c)),
    ...sign('乙方', borrowers(c)),
    ...(agreementTerms(x).spouseSigns
      ? [p('signature', '乙方配偶（共同债务人，签名、指印）：', { keepNext: true })]
      : []),
    ...sign('丙方', guarantors(c)),
    ...(place ? [p('signature', `签订地点：${place}`, { keepNext: true })] : []),
    p('signature', `日期：${day(agreementPlan(x).on)}`, { field: 'settlement.signedOn' }),
  ];
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const { instalments, on } = agreementPlan(x);
  const many = chineseNumber(instalments?.length ?? 1);
  const account = accountText(c) || '户名：　　　　，账号：　　　　　　　　，开户行：';
  return {
    id: AGREEMENT_ID,
    title: '还款协议书',
    profile: 'L',
    fileName: fileName('05', '还款协议书', names(borrowers(c))),
    date: on,
    blocks: [
      p('title', '还款协议书'),
      ...plaintiffs(c).map((party) => partyLine(x, '甲方（出借人）', party)),
      ...borrowers(c).map((party) => partyLine(x, '乙方（借款人）', party)),
      ...guarantors(c).map((party) => partyLine(x, '丙方（保证人）', party)),
      ...bodyLines(`一、${debtClause(x)}`, 'loans'),
      p('body', `二、乙方分${many}期归还，各期的到期日和金额如下：`, {
        field: 'settlement.count',
        keepNext: true,
      }),
      ...planTable(x),
      ...bodyLines(`收款账户：${account}。`, `${ACCOUNT}.number`),
      ...clauses(x).flatMap((text, i) => bodyLines(`${chineseNumber(i + 3)}、${sentence(text)}`)),
      ...signatures(x),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const plan = agreementPlan(x);
  return blockingFirst([
    ...(plan.claim.principal + plan.claim.interest === 0
      ? [blocking('transfers', '按现有流水，借款已经还清，不需要还款协议')]
      : agreementProblems(plan)),
    ...plaintiffs(c).flatMap((party) => ownParticulars(c, party)),
    ...[...borrowers(c), ...guarantors(c)].flatMap((party) => [
      ...otherSide(c, party, party.role === 'guarantor' ? '保证人' : '借款人'),
      ...(party.kind === 'person' && party.idNumber === '' && party.domicile !== ''
        ? [
            blocking(
              `${partyPath(c, party)}.idNumber`,
              `请填写${party.name || '对方'}的身份证号码，协议里不能留空`,
            ),
          ]
        : []),
    ]),
    ...accountProblems(c, 'blocking'),
    warning(
      'settlement.signedOn',
      '每页都请各方签名，多页的骑缝签名；签名后每方各留一份，分期日期请记入日历',
    ),
  ]);
}

export const repaymentAgreement: PaperTemplate = {
  id: AGREEMENT_ID,
  title: '还款协议书',
  form: '08d',
  stage: 'settlement',
  fits: (x) =>
    noDebt(x) ?? beforeSuit(x) ?? { fits: true, why: '对方愿意分期还款时签订，也是对债务的确认' },
  missing,
  build,
};
