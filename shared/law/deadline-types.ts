import type { Urgency } from './notice.ts';
import type { Section } from './road-types.ts';

/** The words of the list of deadlines. */

/** What kind of limit it is, with a title that names nobody (for notices on a locked screen). */
export const DEADLINE_TITLES = {
  due: '借款到期',
  promise: '对方答应的还款日',
  instalment: '还款协议到期',
  accelerate: '可以宣布全部到期',
  limitation: '诉讼时效届满',
  guarantee: '保证期间届满',
  guaranteeLimitation: '保证债务的诉讼时效届满',
  preSuit: '诉前保全后起诉',
  preserve: '法院对保全申请作出裁定',
  docket: '法院立案的答复',
  confirmation: '申请司法确认',
  fee: '交诉讼费',
  evidence: '举证期限届满',
  hearing: '开庭',
  appeal: '我方上诉或提异议',
  effect: '裁判生效',
  performance: '对方履行期限届满',
  postJudgment: '申请执行，保住保全',
  apply: '申请强制执行',
  seizure: '申请续封',
  renewal: '等续封裁定',
  lapsed: '查封已经到期',
  report: '对方报告财产的最后一天',
  clueCheck: '法院核查财产线索',
  distribution: '对分配方案提出异议',
  objection: '法院审查异议',
  review: '对异议裁定申请复议或起诉',
  settled: '执行和解履行期满',
  resume: '申请恢复执行',
  inaction: '执行满六个月',
  finalised: '终本后的半年查询',
  listAnswer: '法院答复：失信名单',
  listAgain: '可以再次申请纳入失信名单',
  unlist: '付清后删除失信信息',
} as const;
export type DeadlineKind = keyof typeof DEADLINE_TITLES;

/** What is asked of a date that is no last day for the lender. */
const QUESTIONS: Partial<Record<DeadlineKind, string>> = {
  due: '哪天到期',
  promise: '对方答应哪天还',
  instalment: '这一期哪天到期',
  accelerate: '哪天起可以要求一次还清',
  listAnswer: '法院最晚哪天答复',
};

/** The question that a limit answers on the overview. */
export const deadlineQuestion = (kind: DeadlineKind): string => QUESTIONS[kind] ?? '最晚哪天';

/** One limit of the case. */
export interface CaseDeadline {
  id: string;
  kind: DeadlineKind;
  title: string;
  /** Last day, YYYY-MM-DD. */
  date: string;
  /** Days from today to the last day; 0: today; negative: past. */
  daysLeft: number;
  urgency: Urgency;
  /** What happens, and why; one or two sentences. */
  text: string;
  article?: string;
  /** Where the dates it rests on are entered. */
  screen: Section;
  /** The field to look at first, on that screen. */
  path?: string;
  /** Days before `date` on which to remind, the earliest reminder first. */
  alarms: readonly number[];
  /** Nothing is lost when it passes: a day to look at the case again. */
  milestone?: true;
  /** The date follows today (an obstacle that still stands), so that its moving tells nothing. */
  floating?: true;
}

/** A limit before it is set against today. */
export type Draft = Omit<CaseDeadline, 'daysLeft' | 'urgency' | 'title' | 'alarms'> & {
  title?: string;
  urgency?: Urgency;
  alarms?: readonly number[];
};

/** Reminders of each kind; seizures have their own (preservation.ts). */
export const ALARMS: Record<DeadlineKind, readonly number[]> = {
  due: [7, 0],
  promise: [1, 0],
  instalment: [3, 0],
  accelerate: [0],
  limitation: [180, 90, 30, 15, 7, 3, 1],
  guarantee: [60, 30, 15, 7, 3, 1],
  guaranteeLimitation: [180, 90, 30, 15, 7, 3, 1],
  preSuit: [15, 7, 3, 1],
  preserve: [0],
  docket: [0],
  confirmation: [15, 7, 3, 1],
  fee: [5, 3, 1, 0],
  evidence: [7, 3, 1],
  hearing: [7, 3, 1],
  appeal: [7, 3, 1],
  effect: [0],
  performance: [0],
  postJudgment: [3, 1, 0],
  apply: [180, 90, 30, 15, 7, 3, 1],
  seizure: [],
  renewal: [7, 3, 1],
  lapsed: [],
  report: [1, 0],
  clueCheck: [0],
  distribution: [7, 3, 1],
  objection: [0],
  review: [5, 3, 1],
  settled: [3, 0],
  resume: [180, 90, 30, 15, 7, 3, 1],
  inaction: [0],
  finalised: [7, 0],
  listAnswer: [0],
  listAgain: [0],
  unlist: [0],
};

/** `{ article }`, or nothing where there is none. */
export const withArticle = (article: string | undefined): { article?: string } =>
  article ? { article } : {};
