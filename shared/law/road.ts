import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { performanceEnd } from './after-judgment.ts';
import { assess } from './dishonest-list.ts';
import { nextAction } from './road-next.ts';
import { STEP_PAPERS } from './road-papers.ts';
import { type Rung, rungs } from './road-steps.ts';
import type { Ladder, NextAction, Step } from './road-types.ts';

/**
 * Where a case stands: the ladder from a reminder to the last measures as one picture, the one next
 * action, and the state of each section of the case. Facts only; no promise of success.
 */

export { STEP_PAPERS } from './road-papers.ts';
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

/**
 * The ladder and the one next action.
 * The first step after the last one done is `now`, the following `next`; steps passed over without a
 * record are `missing`, the rest `notYet`. The last rungs are `now` only when their facts stand.
 * @param today YYYY-MM-DD.
 * @param owed what is owed today, fen; null: not known. Once it is nothing, the case is to be ended.
 */
export function ladder(c: Case, today: string, owed: number | null = null): Ladder {
  const assessed = assess(c, today);
  const list = rungs(c, today, assessed);
  const main = list.filter((r) => !r.branch);
  const first = basics(c);
  const last = main.findLastIndex((r) => r.done !== null);
  // A needed step that was passed over without a record still has to be filled in, not done again.
  const at = first
    ? -1
    : Math.max(
        last + 1,
        main.findIndex((r) => r.active),
      );
  const waiting = waits(c, today);
  const held = (r: Rung) => (r.key === 'enforcement' ? waiting : (r.held ?? null));
  const step = (r: Rung, i: number): Step => {
    const { key, title, screen } = r;
    const papers = STEP_PAPERS[key];
    const base = { key, title, screen, date: r.done, papers, branch: Boolean(r.branch) };
    const open = { ...base, missing: r.missing ?? [] };
    if (r.done !== null) return { ...base, missing: [], state: 'done', reason: r.doneText };
    if (r.branch) {
      return r.branch.ready && !first
        ? { ...open, state: 'now', reason: r.now }
        : { ...open, state: 'notYet', reason: r.later };
    }
    if (first) return { ...open, missing: [], state: i === 0 ? 'next' : 'notYet', reason: r.later };
    if (i < at) return { ...open, state: 'missing', reason: r.skipped };
    if (i === at) {
      const why = held(r);
      return { ...open, state: why ? 'next' : 'now', reason: why ?? r.now };
    }
    return { ...open, missing: [], state: i === at + 1 ? 'next' : 'notYet', reason: r.later };
  };
  const steps = list.map((r) => step(r, main.indexOf(r)));
  if (first) return { steps, next: first };
  const gap = main.slice(0, Math.max(0, at)).find((r) => r.needed && r.done === null);
  const next = nextAction(c, today, {
    assessed,
    rung: main[at] ?? null,
    branches: list.filter((r) => r.branch?.ready && r.done === null),
    waiting,
    owed,
    gap: gap ? { screen: gap.screen, text: `补录：${gap.title}`, why: gap.skipped } : null,
  });
  return { steps, next };
}
