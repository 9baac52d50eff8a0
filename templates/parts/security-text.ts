/** Guarantees and securities: what rows 10–15 say, and what is claimed on them. */
import type { Case } from '../../shared/case/case.ts';
import type { Guarantee, Loan } from '../../shared/case/loan.ts';
import { guaranteeKind as kindByLaw } from '../../shared/law/guarantee.ts';
import { loanTitle } from './loan-text.ts';
import { borrowersOf, guarantors, names } from './people.ts';
import { yuanText } from './words.ts';

type Security = Loan['securities'][number];

/** A guarantee without any date is taken as one under the Civil Code: the milder kind. */
const UNDATED = '2021-01-01';

/** Rights from guarantee or security are claimed: by choice, or because a guarantor is sued. */
export function securityClaimed(c: Case): boolean {
  const held = c.loans.some((l) => l.guarantees.length + l.securities.length > 0);
  return guarantors(c).length > 0 || (c.claim.claimSecurity && held);
}

/** All guarantees of the case with their loan and guarantor's name. */
export function guarantees(c: Case): { loan: Loan; guarantee: Guarantee; name: string }[] {
  return c.loans.flatMap((loan) =>
    loan.guarantees.map((guarantee) => ({
      loan,
      guarantee,
      name: c.parties.find((p) => p.id === guarantee.partyId)?.name ?? '',
    })),
  );
}

/** All mortgages and pledges of the case. */
export function securities(c: Case): Security[] {
  return c.loans.flatMap((l) => l.securities);
}

/** 一般保证 or 连带责任保证; when left unclear, by the day of the guarantee contract. */
export function guaranteeKind(g: Guarantee, loan: Loan): 'general' | 'joint' {
  return kindByLaw(g.kind, g.signed ?? loan.signed ?? UNDATED).kind;
}

/** 抵押 · 质押. */
export function securityName(s: Security): string {
  return s.kind === 'mortgage' ? '抵押' : '质押';
}

/** 赵某提供的房屋抵押（最高债权额500,000元）. */
export function securityLine(s: Security): string {
  const limit = s.maximumAmount === null ? '' : `（最高债权额${yuanText(s.maximumAmount)}）`;
  return `${s.provider || '担保人'}提供的${s.thing || '担保物'}${securityName(s)}${limit}`;
}

/** The debt a guarantee or security covers: all items, or one loan's when there are several. */
function debtOf(c: Case, loans: Loan[], allItems: string): string {
  const covered = new Set(loans.map((l) => l.id));
  if (covered.size === c.loans.length) return allItems;
  return `${[...covered].map((id) => loanTitle(c, id)).join('、')}的本金和利息`;
}

/** Claims on guarantors and things, each a sentence without number or end mark. */
export function securityClaims(c: Case, allItems: string): string[] {
  if (!securityClaimed(c)) return [];
  const persons = guarantors(c).map((person): string => {
    const own = guarantees(c).filter((g) => g.guarantee.partyId === person.id);
    const debt = debtOf(c, own.length > 0 ? own.map((g) => g.loan) : c.loans, allItems);
    if (own.length === 0) return `判令被告${person.name}对${debt}承担保证责任`;
    if (own.every((g) => guaranteeKind(g.guarantee, g.loan) === 'joint')) {
      return `判令被告${person.name}对${debt}承担连带清偿责任`;
    }
    const debtors = names([...new Set(own.flatMap((g) => borrowersOf(c, g.loan)))]);
    return `判令被告${person.name}对${debt}，在被告${debtors}的财产依法强制执行后仍不能清偿的部分承担保证责任`;
  });
  const things = c.loans.flatMap((loan) =>
    loan.securities
      .filter((s) => s.kind === 'pledge' || s.registration === 'registered')
      .map((s) => {
        const range =
          s.maximumAmount === null
            ? `在${debtOf(c, [loan], allItems)}的范围内`
            : `对${debtOf(c, [loan], allItems)}，在最高债权额${yuanText(s.maximumAmount)}的范围内`;
        const thing = `${s.provider || '担保人'}提供的${s.thing || '担保物'}`;
        return `确认原告就${thing}折价或者拍卖、变卖所得价款，${range}优先受偿`;
      }),
  );
  return [...persons, ...things];
}
