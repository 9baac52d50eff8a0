/** 欠条: the debtor states the debt, its cause and the day it will be paid (form 08e). */
import { addMonths } from '../shared/law/dates.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { type Paper, p } from './paper.ts';
import { bodyLines } from './parts/application.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { claimOn } from './parts/day-claim.ts';
import { inFull, LETTER_CHOICES, letterDay } from './parts/letter.ts';
import { idText } from './parts/party-lines.ts';
import { borrowers, names, partyPath, plaintiffs } from './parts/people.ts';
import { signerLines } from './parts/signature.ts';
import { day, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'debt-note';

const CHOICES: readonly Choice[] = [
  ...LETTER_CHOICES.filter((choice) => choice.key === 'date'),
  {
    key: 'promised',
    label: '对方承诺在哪一天以前付清',
    hint: '诉讼时效从这一天起算；留空就是落款后一个月。',
    kind: 'date',
    default: '',
  },
];

const promised = (x: PaperContext) =>
  choicesOf(x, ID, CHOICES).date('promised') ?? addMonths(letterDay(x, ID), 1);

/** 2023年3月1日借款 · 2023年3月1日、2023年5月1日借款. */
function cause(x: PaperContext): string {
  const dates = x.case.loans
    .map((loan) => {
      const first = x.case.transfers.find((t) => t.loanId === loan.id && t.direction === 'out');
      return loan.signed ?? first?.date ?? null;
    })
    .filter((d) => d !== null);
  return `${dates.map(day).join('、')}借款`;
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const on = letterDay(x, ID);
  const claim = claimOn(x, on);
  const debtors = borrowers(c);
  const interest = claim.interest > 0 ? `、利息${inFull(claim.interest)}` : '';
  return {
    id: ID,
    title: '欠条',
    profile: 'L',
    fileName: fileName('06', '欠条', names(debtors)),
    date: on,
    blocks: [
      p('title', '欠条'),
      ...bodyLines(
        `截至${day(on)}，${names(debtors)}欠${names(plaintiffs(c))}借款本金${inFull(claim.principal)}${interest}，因${cause(x)}产生，${names(debtors)}承诺于${day(promised(x))}前付清。`,
        'loans',
      ),
      ...debtors.flatMap((party) => {
        const field = partyPath(c, party);
        // The short name of the number keeps it on one line beside the signature.
        const number =
          party.kind === 'person' ? idText(party).replace('公民身份号码', '身份证号') : '';
        return [
          ...signerLines('欠款人', [party], {
            person: '签名、指印',
            named: debtors.length > 1,
            field: () => field,
          }),
          ...(number ? [p('signature', number, { keepNext: true, field })] : []),
        ];
      }),
      p('signature', day(on), { field: choicePath(ID, 'date') }),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const claim = claimOn(x, letterDay(x, ID));
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(claim.principal + claim.interest === 0
      ? [blocking('transfers', '按现有流水，借款已经还清，不需要欠条')]
      : []),
    ...(promised(x) <= letterDay(x, ID)
      ? [blocking(choicePath(ID, 'promised'), '承诺付清的日期应当晚于落款日期')]
      : []),
    ...borrowers(x.case).flatMap((party) =>
      party.name === '' ? [blocking(`${partyPath(x.case, party)}.name`, '欠条要写对方的全名')] : [],
    ),
    warning(
      choicePath(ID, 'date'),
      '请对方亲笔书写或者在每一处签名、按指印；原来的借条、转账凭证仍要保留',
    ),
  ]);
}

export const debtNote: PaperTemplate = {
  id: ID,
  title: '欠条',
  form: '08e',
  stage: 'demand',
  choices: CHOICES,
  fits: (x) => noDebt(x) ?? beforeSuit(x) ?? { fits: true, why: '对方认账并承诺还款日期时书写' },
  missing,
  build,
};
