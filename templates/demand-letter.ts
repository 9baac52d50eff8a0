/** 催收通知书: a demand that reaches the debtor and interrupts limitation (form 08a). */
import type { Party } from '../shared/case/party.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { unlawfulWording } from './checks/wording.ts';
import { type Block, type Paper, type Paragraph, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { claimOn } from './parts/day-claim.ts';
import {
  ACCOUNT,
  accountProblems,
  accountText,
  addressed,
  deadlineOf,
  LETTER_CHOICES,
  letterDay,
  loanSentence,
  methodSentence,
  owedText,
  paidSentence,
} from './parts/letter.ts';
import { lastDay } from './parts/loan-text.ts';
import { type PassageDraft, passageField, passagesOf } from './parts/passages.ts';
import { borrowers, fullName, names, partyPath, plaintiffs } from './parts/people.ts';
import { letterPlan, planDayProblems, planFit, planLetter } from './parts/plan-letter.ts';
import { signerLines } from './parts/signature.ts';
import { day, fileName, yuanText } from './parts/words.ts';
import { serviceAddress } from './service-address.ts';
import type { Choice, Fit, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'demand-letter';

const CHOICES: readonly Choice[] = [
  ...LETTER_CHOICES,
  {
    key: 'receipt',
    label: '附回执，请对方签收',
    hint: '当面送交时用；邮寄的以邮政的签收记录为准。',
    kind: 'flag',
    default: true,
  },
  {
    key: 'callDue',
    label: '在信里宣布没到期的各期一起到期',
    hint: '只在签了还款协议、逾期又超过协议约定的日数时用。信到达对方的那天，请填到“协商”里。',
    kind: 'flag',
    default: true,
  },
];

const callsDue = (x: PaperContext): boolean => choicesOf(x, ID, CHOICES).flag('callDue');

const KEPT = '双方的借款凭证、转账记录和往来信息，请妥善保存。';

function letterText(x: PaperContext): string {
  const c = x.case;
  const claim = claimOn(x, letterDay(x, ID));
  const lender = plaintiffs(c).some((party) => party.kind === 'organisation') ? '本单位' : '本人';
  const one = c.loans.length === 1;
  const loans = c.loans.map(
    (loan, i) =>
      `${one ? '' : `${i + 1}.`}${loanSentence(c, loan, { debtor: addressed(c), lender })}`,
  );
  const account = accountText(c);
  const plan = letterPlan(x, ID);
  if (plan) {
    const notice = callsDue(x);
    const said = planLetter(x, ID, plan, claim, { debtor: addressed(c), lender, account, notice });
    return [...loans, said.facts, said.demand, said.consequence, KEPT].join('\n');
  }
  const state = `${paidSentence(c, claim)}${owedText(c, claim, (fen) => `人民币${yuanText(fen)}`)}。${methodSentence(c, claim)}`;
  const pay = account
    ? `前将上述款项支付至：${account}。`
    : `前付清上述款项。收款账户由${lender}另行告知。`;
  return [
    ...(one ? [`${loans[0] ?? ''}${state}`] : [...loans, state]),
    `请于${day(deadlineOf(x, ID))}${pay}如有困难，请在上述日期前与${lender}联系商定还款安排。`,
    `逾期未付，${lender}将依法主张权利，包括向人民法院提起诉讼。`,
    KEPT,
  ].join('\n');
}

const DRAFTS: readonly PassageDraft[] = [[ID, 'body', '正文', letterText]];

function body(x: PaperContext): Paragraph[] {
  const [passage] = passagesOf(x, DRAFTS);
  return bodyLines(passage?.text ?? '', passageField(x.case, `${ID}.body`));
}

function letter(x: PaperContext, debtor: Party): Block[] {
  const c = x.case;
  const path = partyPath(c, debtor);
  const own = choicesOf(x, ID, CHOICES);
  const address = serviceAddress(debtor);
  const phones = plaintiffs(c)
    .map((party) => party.phone)
    .filter((s) => s !== '');
  const field = (name: string) => ({ field: `${path}.${name}` });
  return [
    p('title', '催收通知书'),
    p('plain', `${fullName(debtor)}：`, field('name')),
    ...(address ? [p('plain', `地址：${address}`, field('serviceAddress'))] : []),
    ...(debtor.phone ? [p('plain', `电话：${debtor.phone}`, field('phone'))] : []),
    ...body(x),
    ...signerLines('', plaintiffs(c), { named: true }),
    ...(phones.length > 0
      ? [p('signature', `电话：${phones.join('、')}`, { keepNext: true })]
      : []),
    p('signature', day(letterDay(x, ID)), { field: choicePath(ID, 'date') }),
    ...(own.flag('receipt')
      ? [
          p('plain', '', { keepNext: true }),
          p('heading', '回执', { keepNext: true }),
          p('body', '本通知已收到。', { keepNext: true }),
          p('body', '收件人签字：　　　　　　　　日期：', { keepNext: false }),
        ]
      : []),
  ];
}

function build(x: PaperContext): Paper {
  const debtors = borrowers(x.case);
  return {
    id: ID,
    title: '催收通知书',
    profile: 'L',
    fileName: fileName('01', '催收通知书', names(debtors)),
    date: letterDay(x, ID),
    blocks:
      debtors.length === 0
        ? [p('title', '催收通知书')]
        : debtors.flatMap((debtor, i): Block[] => [
            ...(i > 0 ? [{ type: 'pageBreak' } as const] : []),
            ...letter(x, debtor),
          ]),
  };
}

function fits(x: PaperContext): Fit {
  const none = noDebt(x) ?? beforeSuit(x) ?? planFit(x, ID);
  if (none) return none;
  if (letterPlan(x, ID)) {
    return { fits: true, why: '按还款协议请对方付款；用可以查询签收的方式寄送' };
  }
  const ends = x.case.loans.map((l) => lastDay(x.case, l));
  return ends.every((end) => end !== null && end >= letterDay(x, ID))
    ? { fits: false, why: '借款还没有到期，到期后再发' }
    : { fits: true, why: '请对方还款，并使诉讼时效中断；用可以查询签收的方式寄送' };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const owed = claimOn(x, letterDay(x, ID));
  const edited = passagesOf(x, DRAFTS).filter((passage) => passage.edited);
  const at = c.prose.findIndex((one) => one.key === `${ID}.body`);
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(owed.principal + owed.interest === 0
      ? [blocking('transfers', '按现有流水，借款已经还清，不需要催收')]
      : []),
    ...borrowers(c).flatMap((debtor): Missing[] => [
      ...(debtor.name === ''
        ? [blocking(`${partyPath(c, debtor)}.name`, '请填写借款人的姓名或者名称')]
        : []),
      ...(serviceAddress(debtor) === ''
        ? [
            blocking(
              `${partyPath(c, debtor)}.domicile`,
              `请填写${debtor.name || '借款人'}的地址，信要能送到`,
            ),
          ]
        : []),
    ]),
    ...plaintiffs(c).flatMap((party) =>
      party.phone === ''
        ? [warning(`${partyPath(c, party)}.phone`, '请填写您的电话，方便对方联系还款')]
        : [],
    ),
    ...planDayProblems(x, ID, callsDue(x)),
    // The demand stands without it (诉讼时效规定 8 asks only that it arrives); paying is easier with it.
    ...accountProblems(c, 'warning'),
    ...unlawfulWording(edited.map((passage) => [`prose.${at}.text`, passage.text])),
    ...edited.flatMap((passage) =>
      passage.stale
        ? [warning(`prose.${at}.text`, '您改过正文，此后案件数据有变，请核对金额和日期')]
        : [],
    ),
    warning(
      `${ACCOUNT}.number`,
      '一式两份，一份寄出、一份自存；保留快递单、签收记录和装信的照片，并在“催收”里记一笔',
    ),
  ]);
}

export const demandLetter: PaperTemplate = {
  id: ID,
  title: '催收通知书',
  form: '08a',
  stage: 'demand',
  choices: CHOICES,
  drafts: DRAFTS,
  fits,
  missing,
  build,
};
