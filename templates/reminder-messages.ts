/** 催收短信文本: lawful short messages with the figures of the day, and the rules for sending them (form 08c). */
import { type Reminder, reminders } from '../shared/claim/reminders.ts';
import { cite } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { beforeSuit, noDebt } from './checks/stage.ts';
import { unlawfulWording } from './checks/wording.ts';
import { type Block, type Paper, p } from './paper.ts';
import { choicePath, choiceProblems, choicesOf } from './parts/choices.ts';
import { claimOn } from './parts/day-claim.ts';
import {
  accountProblems,
  accountText,
  deadlineOf,
  LETTER_CHOICES,
  letterDay,
} from './parts/letter.ts';
import { loanTitle } from './parts/loan-text.ts';
import { borrowers, names, plaintiffs } from './parts/people.ts';
import { planDayProblems, planPaid } from './parts/plan-letter.ts';
import { bodyRow, type Column, headRow, table } from './parts/table-paper.ts';
import { day, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'reminder-messages';

/** Characters of one segment of a Chinese SMS. */
const SEGMENT = 70;

const CHOICES: readonly Choice[] = [
  ...LETTER_CHOICES,
  {
    key: 'address',
    label: '怎样称呼对方',
    hint: '留空用姓名；礼貌的称呼即可，例如 李先生。',
    kind: 'text',
    default: '',
  },
];

const COLUMNS: Column[] = [
  { title: '序号', weight: 6, align: 'center' },
  { title: '什么时候发', weight: 18 },
  { title: '内容', weight: 66 },
  { title: '字数', weight: 10, align: 'center' },
];

const LOG: Column[] = [
  { title: '时间', weight: 12, align: 'center' },
  { title: '方式', weight: 9, align: 'center' },
  { title: '对方号码／微信号', weight: 18 },
  { title: '内容', weight: 20 },
  { title: '对方回应', weight: 18 },
  { title: '截图文件', weight: 12 },
  { title: '时效中断判断', weight: 11 },
];

const RULES = [
  '1.只发给借款人本人的号码或者微信，不发给亲友、同事和群；保证人须在其应当承担责任以后才联系。',
  '2.在8:00至21:00之间发送；一天最多一条，一周最多三条。',
  '3.只写出借人、借款日期、金额、到期日、请求和一个日期；不写威胁、侮辱、不实的话，也不写得像法院的文书。',
  '4.保留完整的对话，不要删除；截图要看得到日期和号码。',
];

const facts = (x: PaperContext) => ({
  today: letterDay(x, ID),
  deadline: deadlineOf(x, ID),
  address: choicesOf(x, ID, CHOICES).text('address'),
  account: accountText(x.case),
});

/** 68字 · 92字，2条. */
function size(message: Reminder): string {
  const count = [...message.text].length;
  const parts = Math.ceil(count / SEGMENT);
  return parts > 1 ? `${count}字，${parts}条` : `${count}字`;
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const f = facts(x);
  const list = reminders(c, claimOn(x, f.today), f);
  const many = list.length > 1;
  return {
    id: ID,
    title: '催收信息文本',
    profile: 'T',
    fileName: fileName('03', '催收信息文本', names(borrowers(c))),
    date: f.today,
    blocks: [
      p('title', '催收信息文本'),
      p(
        'caseLine',
        `出借人：${names(plaintiffs(c))}　借款人：${names(borrowers(c))}　金额、天数算到${day(f.today)}`,
        { field: choicePath(ID, 'date') },
      ),
      ...list.flatMap(({ loan, messages }): Block[] => [
        ...(many && loan ? [p('caseLine', loanTitle(c, loan.id), { keepNext: true })] : []),
        table(COLUMNS, false, [
          headRow(COLUMNS),
          ...messages.map((m, i) =>
            bodyRow(
              COLUMNS,
              [String(i + 1), m.when, m.text, size(m)],
              loan ? `loans.${c.loans.indexOf(loan)}` : 'settlement',
            ),
          ),
        ]),
      ]),
      p('heading', '发送时请注意', { keepNext: true }),
      ...RULES.map((rule) => p('plain', rule)),
      p(
        'plain',
        `5.信息到达或者应当到达对方的，诉讼时效中断（${cite('limitationInterp', 8)}）；对方答应还款、请求延期的，也中断（${cite('limitationInterp', 14)}），请在“催收”里记下来。`,
      ),
      p('heading', '催收记录', { keepNext: true }),
      table(LOG, false, [
        headRow(LOG),
        ...Array.from({ length: 4 }, () => ({
          ...bodyRow(
            LOG,
            LOG.map(() => ''),
          ),
          minHeight: 480,
        })),
      ]),
      p('formula', '每次发送后记一行，并在“催收”里登记，附上截图。'),
    ],
  };
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const f = facts(x);
  const debtors = borrowers(c);
  return blockingFirst([
    ...choiceProblems(x, ID, CHOICES, []),
    ...(reminders(c, claimOn(x, f.today), f).length === 0
      ? [blocking('transfers', '按现有流水，本金已经还清，不需要催收')]
      : []),
    ...planDayProblems(x, ID, false),
    ...accountProblems(c, 'warning'),
    ...unlawfulWording([[choicePath(ID, 'address'), f.address]]),
    ...debtors.flatMap((party) =>
      party.phone === '' && party.wechat === ''
        ? [
            warning(
              `parties.${c.parties.indexOf(party)}.phone`,
              `请填写${party.name || '借款人'}本人的手机号或者微信号，信息只能发给本人`,
            ),
          ]
        : [],
    ),
  ]);
}

export const reminderMessages: PaperTemplate = {
  id: ID,
  title: '催收信息文本',
  form: '08c',
  stage: 'demand',
  choices: CHOICES,
  fits: (x) =>
    noDebt(x) ??
    beforeSuit(x) ??
    planPaid(x, ID) ?? { fits: true, why: '照着发短信或者微信，金额和天数已按当天算好' },
  missing,
  build,
};
