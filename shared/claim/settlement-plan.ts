import type { Case } from '../case/case.ts';
import { DEFAULT_SETTLEMENT, type Settlement } from '../case/settlement.ts';
import { addMonths } from '../law/dates.ts';
import { rateText, scaleRate } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import {
  customInstalments,
  equalInstalments,
  type Instalment,
  type PlanDebt,
  withRunningInterest,
} from '../law/instalment-plan.ts';
import { type ClauseFinding, clauseFinding } from '../law/jurisdiction.ts';
import type { LprEntry } from '../law/lpr.ts';
import type { Notice } from '../law/notice.ts';
import { cite } from '../law/statutes.ts';
import { printDate } from '../text/chinese-date.ts';
import { claimOf } from './claim.ts';
import { newRateCap, overCap } from './new-rate.ts';
import type { Claim } from './types.ts';

/**
 * The repayment plan of a case: the debt on the day of signing, its instalments to the fen, and whether
 * its rates and its forum clause can stand (form 08d). A signed plan is what was signed.
 */

export interface PlanSetting {
  today: string;
  lprEntries?: readonly LprEntry[];
}

/** Something in the plan that has to be mended before it can be signed, at its field. */
export interface PlanProblem {
  path: string;
  message: string;
}

export interface SettlementPlan {
  /** Day of signing, or the day the draft is meant for. */
  on: string;
  /** What is owed on that day by the loans' own terms. */
  claim: Claim;
  debt: PlanDebt;
  /** What the instalments have to add up to before the plan's own interest, fen. */
  total: number;
  instalments: Instalment[] | null;
  problems: PlanProblem[];
  notices: Notice[];
  /** Highest annual rate that may be agreed, percent. */
  cap: string;
  forum: ClauseFinding;
}

const CONNECTION = {
  lender: 'plaintiff',
  borrower: 'defendant',
  signing: 'signing',
  other: 'other',
} as const;

/** Whether the clause on disputes holds. */
export function settlementForumFinding(s: Settlement, asOf: string): ClauseFinding {
  const { place, named } = s.forum;
  if (place === 'arbitration') {
    return named.trim() === ''
      ? {
          state: 'void',
          reason: '仲裁条款要写明一个具体的仲裁机构，没有写明又补充不了的，约定无效',
          article: `${cite('arbitration', 27)}、${cite('arbitration', 28)}`,
        }
      : {
          state: 'valid',
          reason: `约定由${named}仲裁，法院不再受理；仲裁一裁终局，收费按该机构的标准，常比法院高`,
          article: `${cite('arbitration', 5)}、${cite('arbitration', 27)}`,
        };
  }
  const connection = CONNECTION[place];
  return clauseFinding({ kind: 'court', wording: '', named, connection }, asOf);
}

function rateProblem(
  s: Settlement,
  key: 'rate' | 'overdueRate',
  cap: string,
): PlanProblem | undefined {
  const path = `settlement.${key}`;
  if (key === 'overdueRate' && s.overdue !== 'rate') return undefined;
  const rate = s[key];
  if (rate === null) {
    return key === 'rate' ? undefined : { path, message: '请填写逾期年利率，或者改选按一年期LPR' };
  }
  const neat = (p: string) => String(Number(p));
  return overCap(rate, cap)
    ? {
        path,
        message: `年利率${neat(rate)}%超过上限${neat(cap)}%（一年期LPR的四倍），超过的部分法院不支持，请改低`,
      }
    : undefined;
}

/** Fields of the plan engine as paths of the case. */
function planPath(s: Settlement, field: string): string {
  const [name = '', index] = field.split('.');
  if (s.method === 'custom') {
    return index === undefined ? 'settlement.parts' : `settlement.parts.${index}.due`;
  }
  return `settlement.${name === 'amount' ? 'count' : name}`;
}

function drafted(s: Settlement, debt: PlanDebt, on: string): Instalment[] {
  const base =
    s.method === 'custom'
      ? customInstalments(debt, s.parts)
      : equalInstalments(debt, {
          count: s.count,
          first: s.first ?? addMonths(on, 1),
          everyMonths: s.everyMonths,
        });
  const first = base[0];
  if (first && first.due <= on) {
    const field = s.method === 'custom' ? 'lines.0' : 'first';
    throw new FieldError(field, `第一期${printDate(first.due)}应当晚于签订日期${printDate(on)}`);
  }
  return s.rate === null || scaleRate(s.rate) === 0
    ? base
    : withRunningInterest(base, rateText(scaleRate(s.rate)), on);
}

/** Rows as signed, in the form of computed ones. */
function signedRows(s: Settlement): Instalment[] {
  return s.instalments.map((x, i) => ({
    number: i + 1,
    due: x.due,
    principal: x.principal,
    interest: x.interest,
    total: x.principal + x.interest,
  }));
}

/**
 * The plan of a case; of an untouched draft where there is none.
 * @throws FieldError when the case's own records contradict each other (see claimOf).
 */
export function settlementPlan(c: Case, setting: PlanSetting): SettlementPlan {
  const s = c.settlement ?? DEFAULT_SETTLEMENT;
  const on = s.signedOn ?? setting.today;
  const { lprEntries } = setting;
  const claim = claimOf(
    { ...c, settlement: null },
    { today: on, asOf: on, ...(lprEntries ? { lprEntries } : {}) },
  );
  const signed = s.status === 'signed' && s.debt !== null;
  const debt: PlanDebt =
    signed && s.debt
      ? s.debt
      : { principal: claim.principal, interest: s.waiveInterest ? 0 : claim.interest };
  const cap = newRateCap(c, c.loans, on, lprEntries);
  const problems: PlanProblem[] = [];
  let instalments: Instalment[] | null = null;
  if (signed && s.instalments.length > 0) {
    instalments = signedRows(s);
  } else {
    try {
      instalments = drafted(s, debt, on);
    } catch (e) {
      if (!(e instanceof FieldError)) throw e;
      problems.push({ path: planPath(s, e.field), message: e.message });
    }
  }
  for (const key of ['rate', 'overdueRate'] as const) {
    const found = rateProblem(s, key, cap);
    if (found) problems.push(found);
  }
  const forum = settlementForumFinding(s, on);
  const notices: Notice[] = [];
  if (forum.state === 'void' || forum.state === 'unclear') {
    const { reason: text, article } = forum;
    notices.push({ code: 'forum', urgency: 'soon', text, article });
  }
  if (signed && debt.interest > claim.interest) {
    notices.push({
      code: 'interest-over',
      urgency: 'soon',
      text: '协议确认的利息多于按上限算出的利息，多出的部分法院不支持',
      article: cite('lending', 29),
    });
  }
  const total = debt.principal + debt.interest;
  return { on, claim, debt, total, instalments, problems, notices, cap, forum };
}
