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
    const [who, word] = role('lender') ? ['borrower', '借款人'] : ['lender', '出借人'];
    const unnamed = c.parties.findIndex((p) => p.role === who);
    const blank = { kind: 'person', role: who };
    return {
      screen: 'parties',
      text: `填写${word}`,
      why: '起诉要写清谁告谁。',
      ...(unnamed >= 0
        ? { path: `parties.${unnamed}.name` }
        : { add: { list: 'parties', blank, field: 'name', label: `新增${word}` } }),
    };
  }
  if (c.loans.length === 0) {
    return { screen: 'loans', text: '录入借款', why: '借条或合同写了什么，决定能要回什么。' };
  }
  const lent = c.transfers.some((t) => t.direction === 'out');
  const unsaid = c.loans.findIndex((l) => l.agreedAmount === null);
  if (!lent && unsaid >= 0) {
    return {
      screen: 'loans',
      text: '填写约定的借款金额',
      why: '借条或合同写的数额，是请求还款的依据；实际转的钱下一步再记。',
      path: `loans.${unsaid}.agreedAmount`,
    };
  }
  if (!lent) {
    const loanId = c.loans[0]?.id ?? null;
    const blank = { loanId, direction: 'out', date: '', amount: '', method: 'bank' };
    return {
      screen: 'transfers',
      text: '记下借出去的那笔转账',
      why: '借款从钱实际交付时起成立，法院先看钱有没有给出去。',
      add: { list: 'transfers', blank, field: 'date', label: '新增出借转账' },
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
 * The rung that the picture shows as the present one: that of the next step's paper, so that picture and step
 * never name different ones; `at` where the paper belongs to no rung, or to one behind a step still needed.
 */
function shownAt(main: readonly Rung[], at: number, next: NextAction): number {
  const { paper } = next;
  if (paper === undefined || main[at]?.active) return at;
  const of = main.findIndex((r) => r.done === null && STEP_PAPERS[r.key].includes(paper));
  return of < 0 || main.slice(0, of).some((r) => r.needed && r.done === null) ? at : of;
}

/**
 * The ladder and the one next action.
 * The rung of the next step is `now`, the following `next`; steps passed over without a record are `missing`,
 * the rest `notYet`. While something else has to be done first, no rung is `now` and the one that follows it is
 * `next`. The last rungs are `now` only when their facts stand.
 * @param today YYYY-MM-DD.
 * @param owed what is owed today, fen; null: not known. Once it is nothing, the case is to be ended.
 * @param fee the court's fee for the claim, fen; null: not known.
 */
export function ladder(
  c: Case,
  today: string,
  owed: number | null = null,
  fee: number | null = null,
): Ladder {
  const assessed = assess(c, today);
  const list = rungs(c, today, assessed);
  const main = list.filter((r) => !r.branch);
  const first = basics(c);
  const last = main.findLastIndex((r) => r.done !== null);
  // A needed step that was passed over without a record still has to be filled in, not done again.
  const turn = Math.max(
    last + 1,
    main.findIndex((r) => r.active),
  );
  const waiting = waits(c, today);
  const gap = main.slice(0, turn).find((r) => r.needed && r.done === null);
  const next =
    first ??
    nextAction(c, today, {
      assessed,
      rung: main[turn] ?? null,
      branches: list.filter((r) => r.branch?.ready && r.done === null),
      waiting,
      owed,
      fee,
      gap: gap ? { screen: gap.screen, text: `补录：${gap.title}`, why: gap.skipped } : null,
    });
  const at = first ? -1 : owed === 0 ? turn : shownAt(main, turn, next);
  const held = (r: Rung) =>
    r.key === 'enforcement'
      ? waiting
      : (r.held ?? (next.screen === 'evidence' ? `先${next.text}，再做这一步。` : null));
  const now = main[at];
  const after =
    now && held(now) === null ? main.findIndex((r, i) => i > at && r.done === null) : -1;
  const step = (r: Rung, i: number): Step => {
    const { key, title, screen } = r;
    const papers = STEP_PAPERS[key];
    const base = { key, title, screen, date: r.done, papers, branch: Boolean(r.branch) };
    const applied = r.applied ? { applied: true } : {};
    const open = { ...base, ...applied, missing: r.missing ?? [] };
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
      return { ...open, state: why && !r.applied ? 'next' : 'now', reason: why ?? r.now };
    }
    return { ...open, missing: [], state: i === after ? 'next' : 'notYet', reason: r.later };
  };
  return { steps: list.map((r) => step(r, main.indexOf(r))), next };
}
