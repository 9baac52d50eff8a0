/** When the records rule a criterion out, and what is said while they are silent or incomplete. */
import { printDate } from '../text/chinese-date.ts';
import { counts, proved, speaksTo } from './dishonest-facts.ts';
import type { CriterionSpec } from './dishonest-grounds.ts';
import type { CriterionView, ElementView, FactView, Reason } from './dishonest-types.ts';

const entered = (f: FactView) => f.path.startsWith('conduct.');

/** A fact that counts, or could once its date or text is filled in. */
const usable = (f: FactView) => counts(f) || f.date === null || f.text === '';

/** The elements on which it turns: the core ones where there are any, else all that are needed. */
export function deciding(needed: readonly ElementView[]): readonly ElementView[] {
  const core = needed.filter((e) => e.core);
  return core.length > 0 ? core : needed;
}

/** Somebody has entered a fact for it, or another record shows one that counts. */
export const isBegun = (e: ElementView): boolean => e.facts.some((f) => entered(f) || counts(f));

/** Its day rules out every fact entered for it; what other records say early is background only. */
const spent = (e: ElementView) =>
  e.facts.some((f) => f.ruledOut) &&
  e.facts.every((f) => f.ruledOut || (!entered(f) && !usable(f)));

/**
 * Reasons on record why the criterion does not stand: every fact entered came too early, or a fact
 * against an element has nothing on the other side. Empty: the records leave it open.
 */
export function ruledOut(
  spec: CriterionSpec,
  needed: readonly ElementView[],
  contrary: CriterionView['contrary'],
): Reason[] {
  const denied = needed.flatMap((e) => {
    const practice = spec.elements.some((s) => s.id === e.id && s.practice);
    if (practice || e.facts.some(usable)) return [];
    return contrary.filter((k) => !k.answered && counts(k) && speaksTo(k, e));
  });
  const facts: Reason[] = [...new Set(denied)].map((k) => ({
    text: `记录的事实与这一项相反：${k.date ? `${printDate(k.date)}，` : ''}${k.text.replace(/。$/, '')}。`,
  }));
  const list = deciding(needed);
  const early = needed.some((e) => e.core)
    ? list.some(spent)
    : list.some(spent) && list.every((e) => spent(e) || e.facts.length === 0);
  const late = early
    ? list.flatMap((e) => e.facts.filter((f) => f.ruledOut).map((f) => ({ text: f.discounted })))
    : [];
  return [...facts, ...late];
}

/**
 * Said first while nothing is on record of what decides it; `of` names that where other elements have
 * their facts already.
 */
export const nothingYet = (bare = '', of = ''): string =>
  `${of}还没有记录。${bare}有这样的事才记：在下面对应的地方点“记一条事实”；没有发生过的不要写。`;

/** The elements that nothing but the court's own file proves: what to ask the court for. */
export function toAskFor(needed: readonly ElementView[]): string[] {
  const lists = needed
    .filter((e) => e.state === 'proved')
    .map((e) => e.facts.filter(proved))
    .filter((facts) => facts.every((f) => f.evidenceIds.length === 0));
  return [...new Set(lists.flat().flatMap((f) => f.askFor ?? []))];
}

/** What can be said of a criterion that stands: whether the proof is in hand, or in the court's file only. */
export function standsText(view: Pick<CriterionView, 'short' | 'askFor'>): string {
  return view.askFor.length > 0
    ? `“${view.short}”的事实已有记录，证据在法院卷宗里，您手里还没有；最好先向执行法官要到${view.askFor.join('、')}`
    : `“${view.short}”的事实和证据都有记录`;
}

/** How far one element is, and what to look for where nothing is on record. */
export function elementText(e: ElementView): string {
  if (e.state === 'proved') {
    return e.facts.some((f) => proved(f) && f.evidenceIds.length > 0)
      ? `${e.label}：有事实，有证据。`
      : `${e.label}：有事实；证据在法院卷宗里，您手里还没有。`;
  }
  if (e.state === 'recorded') return `${e.label}：有事实，还没有证据。`;
  const first = e.facts[0];
  return first
    ? `${e.label}：记下的事实还用不上。${first.discounted}`
    : `${e.label}：还没有记录。可以找${e.proof}。`;
}
