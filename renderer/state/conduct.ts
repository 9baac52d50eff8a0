/** The conduct guard over what is being typed, and lawful drafts with the figures of the day. */
import { useMemo } from 'react';
import { accountText } from '../../shared/case/account.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { isIsoDate } from '../../shared/case/fields.ts';
import { type Reminder, reminders } from '../../shared/claim/reminders.ts';
import { type Contact, type Finding, guard, reword } from '../../shared/law/conduct.ts';
import { addDays } from '../../shared/law/dates.ts';
import { type PlanStanding, planStanding } from '../../shared/law/plan-standing.ts';
import { useCase } from './case-store.ts';
import { useOwed } from './claim.ts';
import { useToday } from './clock.ts';

type DemandDocument = NonNullable<CaseDocument['demands']>[number];
type PlanDocument = NonNullable<CaseDocument['demandPlans']>[number];

/** Days that a message gives for payment. */
const GIVEN = 15;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A record as typed: what is not a day or a time yet counts as not given. */
function contactOf(d: DemandDocument | PlanDocument): Contact {
  return {
    id: d.id,
    date: typeof d.date === 'string' && isIsoDate(d.date) ? d.date : null,
    time: typeof d.time === 'string' && TIME.test(d.time) ? d.time : null,
    channel: d.channel,
    toPartyId: d.toPartyId ?? null,
    audience: d.audience ?? 'self',
    content: typeof d.content === 'string' ? d.content : '',
    ...('arrived' in d ? { arrived: d.arrived } : {}),
    ...('answer' in d ? { answer: d.answer } : {}),
  };
}

export interface Draft extends Reminder {
  /** The loan it speaks of, when there are several. */
  loan: string;
}

/** Messages that suit the day, with what is owed today; empty while nothing can be computed. */
export function useDrafts(): Draft[] {
  const { lastGood } = useCase();
  const { claim } = useOwed();
  const today = useToday();
  return useMemo(() => {
    if (!lastGood || !claim) return [];
    const facts = {
      today,
      deadline: addDays(today, GIVEN),
      address: '',
      account: accountText(lastGood),
    };
    const list = reminders(lastGood, claim, facts);
    return list.flatMap(({ loan, messages }) =>
      messages.map((m) => ({ ...m, loan: list.length > 1 && loan ? loan.paperName : '' })),
    );
  }, [lastGood, claim, today]);
}

/** How the repayment agreement in force stands; null: none is signed. */
export function usePlanState(): PlanStanding['state'] | null {
  const { lastGood } = useCase();
  const today = useToday();
  return useMemo(
    () => (lastGood ? (planStanding(lastGood, today)?.state ?? null) : null),
    [lastGood, today],
  );
}

/** The draft to fall back on when nothing lawful is left of a message. */
const PREFERRED: readonly Reminder['id'][] = [
  ...(['planCalled', 'planOverdue', 'planBreached', 'planLate', 'planDue', 'planNext'] as const),
  ...(['o30', 'o7', 'half', 'due', 'pre7'] as const),
];

export interface Conduct {
  findings: readonly Finding[];
  /** The same message in lawful words; null when the words are lawful. */
  reworded: () => string | null;
}

/** What the guard says of a record, against all others that have been sent. */
export function useConduct(record: DemandDocument | PlanDocument): Conduct {
  const { lastGood, document } = useCase();
  const owed = useOwed();
  const drafts = useDrafts();
  const total = owed.total;
  return useMemo(() => {
    if (!lastGood) return { findings: [], reworded: () => null };
    const entry = contactOf(record);
    const history = (document.demands ?? []).map(contactOf);
    const findings = guard(entry, history, lastGood, total);
    const draft = PREFERRED.flatMap((id) => drafts.find((d) => d.id === id) ?? [])[0]?.text ?? '';
    return {
      findings,
      reworded: () =>
        findings.some((f) => f.found) ? reword(entry, lastGood, total, draft) : null,
    };
  }, [record, document.demands, lastGood, total, drafts]);
}
