/** The repayment agreement as a paper: what the stored plan says, and what keeps it from being printed (forms/08d). */
import { DEFAULT_SETTLEMENT, type Settlement } from '../../shared/case/settlement.ts';
import { type SettlementPlan, settlementPlan } from '../../shared/claim/settlement-plan.ts';
import { blocking, warning } from '../checks/common.ts';
import type { Missing, PaperContext } from '../template.ts';
import { rateFigure } from './words.ts';

export const AGREEMENT_ID = 'repayment-agreement';

/** The terms of the agreement: those stored, else what an untouched plan means. */
export const agreementTerms = (x: PaperContext): Settlement =>
  x.case.settlement ?? DEFAULT_SETTLEMENT;

/** The debt on the day of signing, the instalments, and what is wrong with them. */
export const agreementPlan = (x: PaperContext): SettlementPlan =>
  settlementPlan(x.case, { today: x.today, lprEntries: x.lprEntries ?? [] });

/** A rate of the agreement in percent a year, as printed; '' when none. */
export function agreementRate(x: PaperContext, key: 'rate' | 'overdueRate'): string {
  const rate = agreementTerms(x)[key];
  return rate === null || Number(rate) === 0 ? '' : rateFigure(rate);
}

/** 由甲方住所地人民法院管辖, as chosen. */
export function forumSentence(x: PaperContext, lender: string): string {
  const { place, named } = agreementTerms(x).forum;
  if (place === 'arbitration') return `提交${named || '　　　　仲裁委员会'}仲裁`;
  const court = {
    lender: `甲方${lender}住所地人民法院`,
    borrower: '乙方住所地人民法院',
    signing: `合同签订地${named ? `（${named}）` : ''}人民法院`,
    other: named || '　　　　人民法院',
  }[place];
  return `由${court}管辖`;
}

/** Where the plan, the rates or the clause on disputes cannot stand. */
export function agreementProblems(plan: SettlementPlan): Missing[] {
  const { forum, problems } = plan;
  const path = 'settlement.forum.place';
  return [
    ...problems.map((p) => blocking(p.path, p.message)),
    ...(forum.state === 'void' ? [blocking('settlement.forum.named', forum.reason)] : []),
    ...(forum.state === 'unclear' ? [warning(path, forum.reason)] : []),
  ];
}
