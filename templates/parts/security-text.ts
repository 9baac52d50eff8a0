/** Guarantees and securities: what rows 10–15 say, and what is claimed on them. */
import type { Case } from '../../shared/case/case.ts';
import type { Guarantee, Loan } from '../../shared/case/loan.ts';
import { guaranteeKind as kindByLaw } from '../../shared/law/guarantee.ts';
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

/** Claims on guarantors and things, each a sentence without number or end mark. */
export function securityClaims(c: Case, debtItems: string): string[] {
  if (!securityClaimed(c)) return [];
  const sued = guarantors(c);
  const on = guarantees(c).filter((g) => sued.some((p) => p.id === g.guarantee.partyId));
  const joint = on.filter((g) => guaranteeKind(g.guarantee, g.loan) === 'joint');
  const general = on.filter((g) => guaranteeKind(g.guarantee, g.loan) === 'general');
  const unknown = sued.filter((p) => !on.some((g) => g.guarantee.partyId === p.id));
  const unique = (list: { name: string }[]) => [...new Set(list.map((g) => g.name))].join('、');
  const debtors = (list: { loan: Loan }[]) =>
    names([...new Set(list.flatMap((g) => borrowersOf(c, g.loan)))]);
  const realised = c.loans
    .flatMap((l) => l.securities)
    .filter((s) => s.kind === 'pledge' || s.registration === 'registered');
  return [
    ...(joint.length > 0 ? [`判令被告${unique(joint)}对${debtItems}承担连带清偿责任`] : []),
    ...(general.length > 0
      ? [
          `判令被告${unique(general)}对${debtItems}，在被告${debtors(general)}的财产依法强制执行后仍不能清偿的部分承担保证责任`,
        ]
      : []),
    ...(unknown.length > 0 ? [`判令被告${names(unknown)}对${debtItems}承担保证责任`] : []),
    ...realised.map(
      (s) =>
        `确认原告对${s.provider || '担保人'}提供的${s.thing || '担保物'}，就折价或者拍卖、变卖所得价款在${debtItems}的范围内优先受偿`,
    ),
  ];
}
