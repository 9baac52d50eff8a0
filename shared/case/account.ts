import type { Case, CaseDocument } from './case.ts';

/** 户名：王某，账号：…，开户行：… of the lender's account; empty when nothing is known. */
export function accountText(c: Case): string {
  const a = c.enforcement?.bankAccount;
  if (!a?.number) return '';
  const holder = a.holder || (c.parties.find((p) => p.role === 'lender')?.name ?? '');
  return [`户名：${holder}`, `账号：${a.number}`, a.branch ? `开户行：${a.branch}` : '']
    .filter((s) => s !== '')
    .join('，');
}

/**
 * Whether anything of enforcement is on record. The lender's account is kept there, and letters long before any
 * suit name it as well: it alone starts nothing.
 */
export function enforcementBegun(e: CaseDocument['enforcement'] | Case['enforcement']): boolean {
  return e !== null && e !== undefined && Object.keys(e).join() !== 'bankAccount';
}
