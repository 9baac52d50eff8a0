/** 司法确认申请书: both parties, within thirty days of a mediated agreement (form 07e; CPL arts. 205, 206). */
import { limitEnd } from '../shared/law/calendar.ts';
import { blocking, warning } from './checks/common.ts';
import { noDebt } from './checks/stage.ts';
import { application } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { borrowers, guarantors, names, plaintiffs } from './parts/people.ts';
import { dayOr, sentence } from './parts/words.ts';
import type { Choice, Missing, PaperContext } from './template.ts';

const ID = 'judicial-confirmation';

/** The statement of good faith, word for word from the official style of 2016. */
export const GOOD_FAITH =
  '申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因为该协议内容而给国家、集体或他人造成损害的，愿意承担相应的民事责任和其他法律责任。';

const CHOICES: readonly Choice[] = [
  {
    key: 'organisation',
    label: '主持调解的组织',
    hint: '依法设立的人民调解委员会等；双方自己签的协议不能申请司法确认。',
    kind: 'text',
    default: '',
  },
  { key: 'agreedOn', label: '达成调解协议的日期', kind: 'date', default: '' },
  {
    key: 'effectiveOn',
    label: '调解协议生效的日期',
    hint: '自这一天起三十日内申请；留空就是达成协议的日期。',
    kind: 'date',
    default: '',
  },
  {
    key: 'terms',
    label: '协议的主要内容',
    hint: '照抄金额、分期日期和逾期的约定。',
    kind: 'paragraph',
    default: '',
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);
const both = (x: PaperContext) => [
  ...plaintiffs(x.case),
  ...borrowers(x.case),
  ...guarantors(x.case),
];
const effective = (x: PaperContext) =>
  answers(x).date('effectiveOn') ?? answers(x).date('agreedOn');

/** 申请人王某与李某于2026年4月1日在…主持下. */
function agreement(x: PaperContext): string {
  const lenders = names(plaintiffs(x.case));
  const debtors = names([...borrowers(x.case), ...guarantors(x.case)]);
  const own = answers(x);
  return `申请人${lenders}与${debtors}于${dayOr(own.date('agreedOn'), '    年  月  日')}在${own.text('organisation') || '××人民调解委员会'}主持下`;
}

function timeProblems(x: PaperContext): Missing[] {
  const start = effective(x);
  if (start === null) return [];
  const own = answers(x).date('effectiveOn') === null ? 'agreedOn' : 'effectiveOn';
  const path = choicePath(ID, own);
  if (start > x.today) return [blocking(path, '调解协议还没有生效，生效后才能申请司法确认')];
  const end = limitEnd(start, { days: 30 });
  return end.date < x.today
    ? [
        blocking(
          path,
          `调解协议自生效之日起三十日内才能申请司法确认，已于${dayOr(end.date)}届满；可以重新调解，或者凭协议起诉`,
        ),
      ]
    : [warning(path, `请在${dayOr(end.date)}前双方共同提出申请`)];
}

export const judicialConfirmation = application({
  id: ID,
  title: '司法确认申请书',
  form: '07e',
  stage: 'settlement',
  order: '10',
  choices: CHOICES,
  required: ['organisation', 'agreedOn', 'terms'],
  sides: (x) => [{ label: '申请人', parties: both(x), own: true }],
  requestHeading: '请求事项',
  requests: (x) => [`请求确认${agreement(x)}达成的调解协议有效`],
  factsHeading: '事实和理由',
  facts: (x) =>
    `双方因民间借贷发生纠纷，${agreement(x)}达成调解协议，主要内容如下：\n${sentence(answers(x).text('terms'))}\n${GOOD_FAITH}`,
  court: (x) => ({ text: x.case.suit.court, field: 'suit.court' }),
  attachments: () => ['调解协议书', '调解组织主持调解的证明', '双方身份证明'],
  fits: (x) => {
    const none = noDebt(x);
    if (none) return none;
    if (x.case.judgment) return { fits: false, why: '已有生效法律文书，不需要司法确认' };
    return answers(x).text('organisation') === ''
      ? {
          fits: false,
          why: '经调解组织主持达成协议后三十日内，双方可以共同申请；请先填写主持调解的组织',
        }
      : { fits: true, why: '双方共同申请，法院确认后协议可以强制执行，不收费' };
  },
  missing: timeProblems,
});
