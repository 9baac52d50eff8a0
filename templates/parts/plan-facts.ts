/** What a complaint states under a signed repayment agreement: its own dates, its breach, in the order of time. */
import type { Case } from '../../shared/case/case.ts';
import { lateText } from '../../shared/claim/plan-reminders.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { type PlanStanding, planStanding } from '../../shared/law/plan-standing.ts';
import { day, yuanText } from './words.ts';

/**
 * The agreement by whose dates the claim is reckoned on a day; null: none, or one over several loans, whose
 * own terms the claim keeps (see `settledLoan`).
 */
export function reckonedPlan(c: Case, asOf: string): PlanStanding | null {
  const p = c.loans.length === 1 ? planStanding(c, asOf) : null;
  return p && p.terms.signedOn < asOf ? p : null;
}

/** The day to pay that was missed first under the agreement; null: nothing is late by it. */
export function missedDay(p: PlanStanding, asOf: string): string | null {
  const called = p.terms.acceleratedOn;
  return p.late[0]?.due ?? (p.state === 'accelerated' && called && called < asOf ? called : null);
}

/** Instalments claimed before their own day, because the rest was called due; null: there are none. */
export function calledEarly(c: Case, asOf: string): string | null {
  const p = planStanding(c, asOf);
  const on = p?.terms.acceleratedOn ?? null;
  if (p === null || on === null || p.state !== 'accelerated') return null;
  const early = p.tracked.instalments.filter((x) => x.left > 0 && x.due > on);
  return early.length === 0
    ? null
    : `理由：被告逾期超过还款协议约定的${p.terms.graceDays}日，原告依约通知，自${day(on)}起未到期款项全部到期`;
}

/** 2026年9月1日签订还款协议，改为分3期，最后一期2026年12月15日; of row 4. */
export function planTerm(p: PlanStanding): string {
  const { signedOn, instalments } = p.terms;
  const many = instalments.length > 1 ? `分${instalments.length}期，最后一期` : '';
  return `${day(signedOn)}还款协议改为${many}${day(instalments.at(-1)?.due ?? signedOn)}`;
}

/** One event of the story, at its day. */
export interface Told {
  date: string;
  text: string;
}

interface Who {
  owner: string;
  debtor: string;
}

/** The signing, what was not paid by its day, and the notice that called the rest due. */
export function planEvents(p: PlanStanding, claim: Claim, who: Who): Told[] {
  const { debt, signedOn, instalments, acceleratedOn, graceDays } = p.terms;
  const interest = debt.interest > 0 ? `、利息${yuanText(debt.interest)}` : '';
  const many = instalments.length > 1 ? `分${instalments.length}期` : '';
  const end = day(instalments.at(-1)?.due ?? signedOn);
  const called = acceleratedOn !== null && acceleratedOn <= claim.asOf ? acceleratedOn : null;
  const missed = missedDay(p, claim.asOf);
  return [
    {
      date: signedOn,
      text: `${day(signedOn)}，双方签订还款协议书，确认尚欠本金${yuanText(debt.principal)}${interest}，约定${many}于${end}前还清。`,
    },
    ...(missed && p.late.length > 0 ? [{ date: missed, text: `${lateText(p)}。` }] : []),
    ...(called
      ? [
          {
            date: called,
            text: `因${who.debtor}逾期超过约定的${graceDays}日，${who.owner}依约通知${who.debtor}，自${day(called)}起未到期款项全部到期。`,
          },
        ]
      : []),
  ];
}

/** Events in the order of their days; those of one day as they come. */
export const inOrder = (told: readonly Told[]): string =>
  [...told]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((x) => x.text)
    .join('');
