/** The answers a preservation rests on: its stage, amount, security and court (form 07a). */

import type { PreservationStage } from '../../shared/law/preservation.ts';
import { preSuitOf } from '../../shared/law/seizures.ts';
import type { Choice, PaperContext } from '../template.ts';
import { choicesOf } from './choices.ts';
import { enforcementOf } from './enforcement-figures.ts';

export const PRESERVATION_ID = 'preservation-application';

export const PRESERVATION_CHOICES: readonly Choice[] = [
  {
    key: 'stage',
    label: '什么时候申请',
    hint: '诉前必须提供担保，并在保全后三十日内起诉。',
    kind: 'select',
    options: [
      { value: '', label: '按案件的进度' },
      { value: 'preSuit', label: '起诉前' },
      { value: 'inSuit', label: '诉讼中' },
      { value: 'postJudgment', label: '判决后、申请执行前' },
    ],
    default: '',
  },
  {
    key: 'amount',
    label: '请求保全的金额（元）',
    hint: '不能超过请求的金额；留空就是全部请求的金额。',
    kind: 'money',
    default: '',
  },
  {
    key: 'reason',
    label: '为什么需要保全',
    hint: '写转移、隐匿财产等具体事实和时间，只写能证明的。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'urgency',
    label: '为什么等不到起诉（诉前保全）',
    hint: '诉前保全要写明情况紧急的事实，例如对方正在出售房产。',
    kind: 'paragraph',
    default: '',
  },
  {
    key: 'security',
    label: '用什么担保',
    hint: '多数案件用保险公司的保函，保费一般按保全金额的千分之几。',
    kind: 'select',
    options: [
      { value: 'insurance', label: '保险公司保函' },
      { value: 'bank', label: '银行独立保函' },
      { value: 'property', label: '房产等财产（出具担保书）' },
      { value: 'guarantor', label: '他人保证（出具担保书）' },
      { value: 'cash', label: '现金' },
      { value: 'none', label: '请求不提供担保' },
    ],
    default: 'insurance',
  },
  {
    key: 'securityDetail',
    label: '担保的具体情况',
    hint: '保险公司或银行的名称；财产的名称、位置、价值；请求不提供担保的，写理由。',
    kind: 'text',
    default: '',
  },
];

/** The answers given. */
export const preservationAnswers = (x: PaperContext) =>
  choicesOf(x, PRESERVATION_ID, PRESERVATION_CHOICES);

/** The stage chosen, else the one the case is in. */
export function preservationStage(x: PaperContext): PreservationStage {
  const chosen = preservationAnswers(x).text('stage');
  if (chosen === 'preSuit' || chosen === 'inSuit' || chosen === 'postJudgment') return chosen;
  if (x.case.judgment) return 'postJudgment';
  return x.case.suit.filedOn || x.case.suit.caseNumber ? 'inSuit' : 'preSuit';
}

/** The most that may be preserved (CPL art. 105): the claim, after judgment what is to be enforced. */
export function preservationLimit(x: PaperContext): number {
  return preservationStage(x) === 'postJudgment'
    ? (enforcementOf(x, x.today)?.total ?? x.claim.total)
    : x.claim.total;
}

/** Fen to preserve: as answered, else all that is claimed. */
export function preservationAmount(x: PaperContext): number {
  return preservationAnswers(x).money('amount') ?? preservationLimit(x);
}

/** The kind of security chosen. */
export const preservationSecurityKind = (x: PaperContext) =>
  preservationAnswers(x).text('security');

function preSuitCourt(x: PaperContext) {
  const own = preSuitOf(x.case)?.court ?? '';
  return own === ''
    ? { text: x.case.suit.court, field: 'suit.court' }
    : { text: own, field: 'suit.preSuitPreservation.court' };
}

/** Where the application goes: before the suit a court of its own may be named. */
export const preservationCourt = (x: PaperContext) =>
  preservationStage(x) === 'preSuit'
    ? preSuitCourt(x)
    : { text: x.case.suit.court, field: 'suit.court' };
