/** 收取执行款银行账户确认书（申请执行人用） (form 05d B). */

import { blocking, signatureReminder, warning } from './checks/common.ts';
import { bankProblems, fitsEnforcement } from './checks/enforcement.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Paper, type Paragraph, p } from './paper.ts';
import { SIGNED_ON } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { executingCourt } from './parts/enforcement-application.ts';
import { names, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { caseNumber, dayOr, fileName } from './parts/words.ts';
import type { Choice, PaperTemplate } from './template.ts';

const ID = 'payee-account';

const CHOICES: readonly Choice[] = [SIGNED_ON];

const fangsong = (text: string) => [{ text, font: 'fangsong' as const }];

export const payeeAccount: PaperTemplate = {
  id: ID,
  title: '收取执行款银行账户确认书',
  form: '05d',
  stage: 'enforcement',
  choices: CHOICES,
  fits: fitsEnforcement,
  missing: (x) => {
    const list = plaintiffs(x.case);
    const signedOn = choicesOf(x, ID, CHOICES).date('signedOn');
    const number = x.case.enforcement?.caseNumber ?? '';
    return blockingFirst([
      ...(list.length === 0 ? [blocking('parties', '请录入申请执行人（出借人）')] : []),
      ...(executingCourt(x.case).text === ''
        ? [blocking('enforcement.court', '请填写执行法院全称')]
        : []),
      ...bankProblems(x),
      ...choiceProblems(x, ID, CHOICES, []),
      ...(number === ''
        ? [warning('enforcement.caseNumber', '还没有执行案号，打印后请在括号和空白处手写')]
        : []),
      ...(list.length > 1
        ? [
            warning(
              'enforcement.bankAccount.holder',
              '申请执行人不止一位：每位各签一份，或者由其他人书面同意由这位代收',
            ),
          ]
        : []),
      warning('enforcement.bankAccount', '请附银行卡复印件；不少法院有自己的确认书，以法院的为准'),
      ...signatureReminder(list, '申请执行人', choicePath(ID, 'signedOn'), signedOn),
    ]);
  },
  build: (x): Paper => {
    const c = x.case;
    const court = executingCourt(c).text || '××××人民法院';
    const account = c.enforcement?.bankAccount ?? { number: '', holder: '', branch: '' };
    const signedOn = choicesOf(x, ID, CHOICES).date('signedOn');
    const number = caseNumber(c.enforcement?.caseNumber ?? '') || '（    ）      执      号';
    const holders = plaintiffs(c).filter((one) => one.name === account.holder);
    const signers = holders.length > 0 ? holders : plaintiffs(c);
    const self = signers.some((one) => one.kind === 'organisation') ? '本单位' : '本人';
    const line = (text: string, more: Partial<Paragraph> = {}) => p('body', fangsong(text), more);
    return {
      id: ID,
      title: '收取执行款银行账户确认书',
      profile: 'N',
      fileName: fileName('09', '收取执行款银行账户确认书', names(signers)),
      date: signedOn ?? x.today,
      blocks: [
        p('title', [{ text: court, font: 'fangsong' }], { field: 'enforcement.court' }),
        p('title', [{ text: '收取执行款银行账户确认书', font: 'fangsong' }]),
        p('subtitle', fangsong('（申请执行人用）')),
        p('court', fangsong(`${court}：`)),
        line(
          `为准确接收执行款，${self}确认下列账户为${number}案执行款的唯一收款账户。账户信息由${self}提供并核对无误，因填写错误造成的后果由${self}承担；账户如有变更，${self}将及时书面告知法院。`,
        ),
        line(`开户银行（网点）：${account.branch}`, { field: 'enforcement.bankAccount.branch' }),
        line(`账　　　　　号：${account.number}`, { field: 'enforcement.bankAccount.number' }),
        line(`户　　　　　名：${account.holder}`, { field: 'enforcement.bankAccount.holder' }),
        p('attachment', fangsong('附：银行卡复印件1份'), { keepNext: true }),
        ...signerLines('申请执行人', signers, { font: 'fangsong' }),
        p('signature', fangsong(dayOr(signedOn, '    年    月    日'))),
      ],
    };
  },
};
