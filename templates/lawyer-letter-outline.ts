/** 律师函（提纲）: what a lawyer needs to write one; no letterhead, no seal, no licence number (form 08b). */

import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems } from './parts/choices.ts';
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
import { agentsOf, borrowers, names, partyPath, plaintiffs } from './parts/people.ts';
import { letterPlan, planDayProblems, planFit, planLetter } from './parts/plan-letter.ts';
import { citeTogether, legalBasis } from './parts/statute-text.ts';
import { day, fileName, yuanText } from './parts/words.ts';
import { serviceAddress } from './service-address.ts';
import type { Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'lawyer-letter-outline';

const lawyer = (x: PaperContext) =>
  agentsOf(x.case, plaintiffs(x.case)).find(({ agent }) => agent.kind === 'lawyer');

function build(x: PaperContext): Paper {
  const c = x.case;
  const written = letterDay(x, ID);
  const claim = claimOn(x, written);
  const debtors = borrowers(c);
  const client = names(plaintiffs(c));
  const found = lawyer(x)?.agent;
  const firm = found?.unit || '××律师事务所';
  const loans = c.loans.map((l) => loanSentence(c, l, { debtor: addressed(c), lender: client }));
  const proofs = c.evidence
    .filter((e) => ['agreement', 'delivery', 'demand'].includes(e.group))
    .map((e) => e.name)
    .join('、');
  const plan = letterPlan(x, ID);
  const account = accountText(c) || '（委托人的账户）';
  const said = plan
    ? planLetter(x, ID, plan, claim, {
        ...{ debtor: addressed(c), lender: '委托人', account, notice: true },
      })
    : {
        facts: `${paidSentence(c, claim)}${owedText(c, claim, (fen) => `人民币${yuanText(fen)}`)}。${methodSentence(c, claim)}`,
        demand: `请于${day(deadlineOf(x, ID))}前将上述款项支付至：${account}。`,
        consequence: '逾期，委托人将依法向人民法院提起诉讼。',
      };
  const heading = (text: string) => p('heading', text, { keepNext: true });
  return {
    id: ID,
    title: '律师函（提纲）',
    profile: 'L',
    fileName: fileName('02', '律师函（提纲）', names(debtors)),
    date: written,
    blocks: [
      p('title', '律师函（提纲）'),
      p('hint', '供承办律师起草参考；由律师事务所用自己的信笺、编号，盖章签名后发出。'),
      p('plain', '编号：（由律师事务所编）'),
      ...debtors.map((debtor) => {
        const address = serviceAddress(debtor);
        return p('plain', `致：${debtor.name}${address ? `（${address}）` : ''}`, {
          field: partyPath(c, debtor),
        });
      }),
      heading('一、受托说明'),
      ...bodyLines(`${firm}受${client}委托，就${addressed(c)}的借款事宜致函。`, 'agents'),
      heading('二、事实'),
      ...loans.flatMap((text) => bodyLines(text, 'loans')),
      ...bodyLines(said.facts),
      ...bodyLines(proofs ? `以上依据：${proofs}。` : '', 'evidence'),
      heading('三、法律依据'),
      ...bodyLines(`${citeTogether(legalBasis(c, claim, false))}。`),
      heading('四、要求和期限'),
      ...bodyLines(said.demand, `${ACCOUNT}.number`),
      ...bodyLines(said.consequence),
      heading('五、说明'),
      ...bodyLines('本函依据委托人提供的材料出具，事实由委托人负责。'),
      p('signature', `${firm}（盖章）：`, { keepNext: true, field: 'agents' }),
      p('signature', '律师（签名）：', { keepNext: true }),
      p('signature', day(written), { keepNext: true, field: choicePath(ID, 'date') }),
      p('attachment', '附：授权委托书、欠款计算表'),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const claim = claimOn(x, letterDay(x, ID));
  return blockingFirst([
    ...choiceProblems(x, ID, LETTER_CHOICES, []),
    ...(claim.principal + claim.interest === 0
      ? [blocking('transfers', '按现有流水，借款已经还清')]
      : []),
    ...planDayProblems(x, ID, true),
    ...accountProblems(c, 'warning'),
    warning('agents', '这是提纲，不是律师函：须由律师事务所审核、盖章、律师签名后才能发出'),
  ]);
}

export const lawyerLetterOutline: PaperTemplate = {
  id: ID,
  title: '律师函（提纲）',
  form: '08b',
  stage: 'demand',
  choices: LETTER_CHOICES,
  fits: (x) => {
    const none = noDebt(x) ?? beforeSuit(x) ?? planFit(x, ID);
    if (none) return none;
    return lawyer(x)
      ? { fits: true, why: '交给承办律师起草律师函时参考' }
      : { fits: false, why: '还没有委托律师；委托后在“当事人”里录入' };
  },
  missing,
  build,
};
