import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { rungs } from './road-steps.ts';
import type { Ladder, NextAction, Step } from './road-types.ts';

/**
 * Where a case stands: the ladder from a reminder to the dishonest-debtor list as one picture, the one
 * next action, and the state of each section of the case. Facts only; no promise of success.
 */

export * from './road-types.ts';
export { type SectionProgress, sectionState } from './section-state.ts';

/** What has to be entered before any step makes sense. */
function basics(c: Case): NextAction | null {
  const role = (r: string) => c.parties.some((p) => p.role === r && p.name.trim() !== '');
  if (!role('lender') || !role('borrower')) {
    return {
      screen: 'parties',
      text: role('lender') ? '填写借款人' : '填写出借人',
      why: '起诉要写清谁告谁。',
    };
  }
  if (c.loans.length === 0) {
    return { screen: 'loans', text: '录入借款', why: '借条或合同写了什么，决定能要回什么。' };
  }
  if (!c.transfers.some((t) => t.direction === 'out')) {
    return {
      screen: 'transfers',
      text: '录入交付的款项',
      why: '借款从钱实际交付时起成立，法院先看钱有没有给出去。',
    };
  }
  return null;
}

/** A step waits for the end of the performance period even when the judgment is in force. */
function waits(c: Case, today: string): string | null {
  const end = performanceEnd(c.judgment);
  return end && end >= today ? `履行期限到${printDate(end)}为止，过后仍不履行才能申请执行。` : null;
}

const ALL_DONE: NextAction = {
  screen: 'enforcement',
  text: '查看今天的欠款和期限',
  why: '法院的手续都已记录，接下来跟进财产线索和查封到期日。',
};

/**
 * The ladder and the one next action.
 * The first step after the last one done is `now`, the following `next`; steps passed over without a
 * record are `missing`, the rest `notYet`.
 * @param today YYYY-MM-DD.
 */
export function ladder(c: Case, today: string): Ladder {
  const list = rungs(c, today);
  const first = basics(c);
  const last = list.findLastIndex((r) => r.done !== null);
  // A needed step that was passed over without a record still has to be filled in, not done again.
  const at = first ? -1 : last + 1;
  const waiting = waits(c, today);
  const steps = list.map((r, i): Step => {
    const base = { key: r.key, title: r.title, screen: r.screen, date: r.done };
    if (r.done !== null) return { ...base, state: 'done', reason: r.doneText };
    if (first) return { ...base, state: i === 0 ? 'next' : 'notYet', reason: r.later };
    if (i < at) return { ...base, state: 'missing', reason: r.skipped };
    if (i === at) {
      const held = r.key === 'enforcement' ? waiting : null;
      return { ...base, state: held ? 'next' : 'now', reason: held ?? r.now };
    }
    return { ...base, state: i === at + 1 ? 'next' : 'notYet', reason: r.later };
  });
  if (first) return { steps, next: first };
  const gap = list.slice(0, Math.max(0, at)).find((r) => r.needed && r.done === null);
  if (gap) {
    return { steps, next: { screen: gap.screen, text: `补录：${gap.title}`, why: gap.skipped } };
  }
  const rung = list[at];
  if (!rung) return { steps, next: ALL_DONE };
  if (rung.key === 'enforcement' && waiting) {
    return { steps, next: { screen: 'enforcement', text: '先备好执行材料', why: waiting } };
  }
  if (c.evidence.length === 0 && !rung.needed && last < 3) {
    return {
      steps,
      next: { screen: 'evidence', text: '加入借条和转账凭证', why: '证据越早保存越完整。' },
    };
  }
  return { steps, next: rung.action };
}
