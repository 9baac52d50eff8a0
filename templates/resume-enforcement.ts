/** 恢复执行申请书: assets found after 终本, or a settlement not performed (form 06g). */

import { finalisedSince } from '../shared/law/enforcement-records.ts';
import { freshClues } from '../shared/law/seizures.ts';
import { cplNumber } from '../shared/law/statutes.ts';
import { blocking, warning } from './checks/common.ts';
import { fitsEnforcement } from './checks/enforcement.ts';
import { SIGNED_ON } from './parts/application.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import {
  enforcementApplication,
  instrumentSentence,
  outstandingText,
  targets,
} from './parts/enforcement-application.ts';
import { enforcementFigures } from './parts/enforcement-figures.ts';
import { names } from './parts/people.ts';
import { citeTogether } from './parts/statute-text.ts';
import { caseNumber, day, sentence, yuanText } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = 'resume-enforcement';

const CHOICES: readonly Choice[] = [
  {
    key: 'cause',
    label: '恢复执行的原因',
    kind: 'select',
    hint: '不选就按案件的记录：先看“恢复执行”里最近的一次，没有的，有终本日期的按第一种，只记了和解协议违约的按第二种。',
    options: [
      { value: '', label: '按案件的记录' },
      { value: 'assets', label: '终结本次执行程序后发现财产' },
      { value: 'settlement', label: '被执行人不履行执行和解协议' },
      { value: 'fraud', label: '和解协议因欺诈、胁迫达成' },
    ],
    default: '',
  },
  {
    key: 'ruling',
    label: '终本裁定的文书号',
    hint: '例如（2026）甲0104执567号之一执行裁定。留空就用“执行”里填写的。',
    kind: 'text',
    default: '',
  },
  {
    key: 'assets',
    label: '新发现的财产',
    hint: '一行一项：是什么、在哪里、登记信息、怎么发现的。留空就用“恢复执行”里填写的，那里没有的用终本以后的财产线索。',
    kind: 'list',
    default: [],
  },
  {
    key: 'conduct',
    label: '欺诈、胁迫的经过',
    hint: '选“因欺诈、胁迫达成”时填写，写明时间、经过和证据。留空就用“恢复执行”里填写的。',
    kind: 'paragraph',
    default: '',
  },
];

const answers = (x: PaperContext) => choicesOf(x, ID, CHOICES);

/** The last application to resume that the court has not granted yet. */
const asked = (x: PaperContext) =>
  x.case.enforcement?.resumptions.filter((r) => r.resumedOn === null).at(-1) ?? null;

/** A line of a list in a sentence, without the mark that ends it. */
const bare = (line: string): string => line.trim().replace(/[。；]$/, '');

/** The clues that came after 终本, as they stand in the case. */
function cluesOf(x: PaperContext): string[] {
  const since = finalisedSince(x.case.enforcement);
  if (since === null) return [];
  return freshClues(x.case, since, x.today).map((p) => {
    const where = p.location.trim();
    return where ? `${p.description.trim()}（${where}）` : p.description.trim();
  });
}

/** What was found, one line each: as answered for the paper, else as recorded, else the clues of that time. */
function foundOf(x: PaperContext): string[] {
  const own = answers(x).list('assets');
  if (own.length > 0 || causeOf(x) !== 'assets') return own.map(bare);
  const r = asked(x);
  const noted = r?.cause === 'assets' ? r.found.split('\n').filter((s) => s.trim() !== '') : [];
  return (noted.length > 0 ? noted : cluesOf(x)).map(bare);
}

const rulingOf = (x: PaperContext) =>
  answers(x).text('ruling') || (x.case.enforcement?.finalisedNumber.trim() ?? '');

function conductOf(x: PaperContext): string {
  const r = asked(x);
  return answers(x).text('conduct') || (r?.cause === 'fraud' ? r.found.trim() : '');
}

/** The cause chosen, else what the case records. */
function causeOf(x: PaperContext): string {
  const e = x.case.enforcement;
  const recorded = asked(x)?.cause ?? (e?.settlement && !e.finalisedOn ? 'settlement' : 'assets');
  return answers(x).text('cause') || recorded;
}

/** Figures run to the day of signing. */
const dueDay = (x: PaperContext) => choicesOf(x, ID, [SIGNED_ON]).date('signedOn') ?? x.today;
const number = (x: PaperContext) => caseNumber(x.case.enforcement?.caseNumber ?? '');

function requests(x: PaperContext): string[] {
  const found = foundOf(x);
  const resume = `请求恢复${number(x)}案件的执行`;
  const measures =
    found.length > 0
      ? `，并对被执行人${names(targets(x, ID))}的下列财产采取查封、扣押、冻结、拍卖等执行措施：${found.join('；')}`
      : '';
  const due = outstandingText(x, dueDay(x), yuanText);
  return [`${resume}${measures}`, ...(due ? [`${due}，请求继续执行并计算至实际清偿之日`] : [])];
}

function facts(x: PaperContext): string {
  const e = x.case.enforcement;
  const cause = causeOf(x);
  const s = e?.settlement ?? null;
  const signed = s?.signedOn ? day(s.signedOn) : '';
  const lines = [`${instrumentSentence(x.case)}，贵院以${number(x)}立案执行。`];
  if (cause === 'assets') {
    const when = e?.finalisedOn ? `于${day(e.finalisedOn)}` : '';
    lines.push(`贵院${when}以${caseNumber(rulingOf(x))}终结本次执行程序。`);
    const found = foundOf(x);
    if (found.length > 0) {
      lines.push(`此后，申请执行人发现被执行人有下列财产：${found.join('；')}。`);
    }
    lines.push(`依照${citeTogether([{ statute: 'cplInterp', article: 517 }])}的规定，特提出申请。`);
    return lines.join('\n');
  }
  lines.push(
    `双方于${signed}达成执行和解协议${s?.terms ? `，约定：${s.terms.trim().replace(/[。；]$/, '')}` : ''}。`,
  );
  if (cause === 'settlement') {
    lines.push(
      `${s?.breachedOn ? `自${day(s.breachedOn)}起，` : ''}被执行人没有按照和解协议履行。`,
    );
  } else if (conductOf(x)) {
    lines.push(sentence(conductOf(x)));
  }
  lines.push(
    `依照${citeTogether([{ statute: 'cpl', article: cplNumber('enforcementSettlement') }, ...(cause === 'settlement' ? [{ statute: 'settlement' as const, article: 9 }] : [])])}的规定，特提出申请。`,
  );
  return lines.join('\n');
}

function gates(x: PaperContext): Missing[] {
  const cause = causeOf(x);
  const path = (key: string) => choicePath(ID, key);
  const s = x.case.enforcement?.settlement ?? null;
  const { claim, problem } = enforcementFigures(x, dueDay(x));
  const settlement = [
    ...(s?.signedOn
      ? []
      : [blocking('enforcement.settlement.signedOn', '请填写执行和解协议的签订日期')]),
    ...(cause === 'settlement' && !s?.breachedOn
      ? [blocking('enforcement.settlement.breachedOn', '请填写从哪一天起没有按和解协议履行')]
      : []),
    ...(cause === 'fraud' && conductOf(x) === ''
      ? [blocking(path('conduct'), '请写明欺诈、胁迫的经过和证据')]
      : []),
  ];
  const assets = [
    ...(rulingOf(x) === '' ? [blocking(path('ruling'), '请填写终本裁定的文书号')] : []),
    ...(foundOf(x).length === 0
      ? [blocking(path('assets'), '请写明新发现的财产；没有发现财产，法院一般不恢复执行')]
      : []),
    ...(x.case.enforcement?.finalisedOn
      ? []
      : [warning('enforcement.finalisedOn', '请填写终结本次执行程序的日期')]),
  ];
  return [
    ...(cause === 'assets' ? assets : settlement),
    ...(problem ? [blocking(problem.field, problem.message)] : []),
    ...(claim?.total === 0
      ? [blocking('enforcement.payments', '按现有记录，款项已经付清，没有可以恢复执行的金额')]
      : []),
    ...(cause === 'assets'
      ? [
          warning(
            'enforcement.finalisedOn',
            '终本后发现财产可以随时申请恢复，没有时间限制；法院每六个月会查询一次，也请您每半年留意新的线索',
          ),
        ]
      : []),
  ];
}

export const resumeEnforcement: PaperTemplate = enforcementApplication({
  id: ID,
  title: '恢复执行申请书',
  form: '06g',
  order: '33',
  choices: CHOICES,
  reference: (x) => ({
    label: '原执行案号',
    text: x.case.enforcement?.caseNumber ?? '',
    field: 'enforcement.caseNumber',
    need: { level: 'blocking', message: '请填写原执行案号' },
  }),
  requests,
  facts,
  attachments: (x) => [
    ...(causeOf(x) === 'assets'
      ? ['终结本次执行程序裁定书1份', '财产线索表1份']
      : ['执行和解协议1份']),
    '迟延履行利息计算表1份',
  ],
  fits: (x) => {
    const before = fitsEnforcement(x);
    if (!before.fits) return before;
    const e = x.case.enforcement;
    if (e?.finalisedOn)
      return {
        fits: true,
        why: `已于${day(e.finalisedOn)}终结本次执行程序，发现财产可随时申请恢复`,
      };
    return e?.settlement?.signedOn
      ? { fits: true, why: '有执行和解协议；对方不履行时可以申请恢复执行' }
      : { fits: false, why: '没有终结本次执行程序，也没有执行和解协议，不需要恢复执行' };
  },
  missing: gates,
});
