/** The legal basis of the claim: the articles its figures and items actually rest on, printed from the registry. */
import type { Case } from '../../shared/case/case.ts';
import type { Claim } from '../../shared/claim/types.ts';
import {
  type ArticleRef,
  cite,
  citeFull,
  type StatuteId,
  statute,
} from '../../shared/law/statutes.ts';
import { guarantors } from './people.ts';
import { guaranteeKind, guarantees, securityClaimed } from './security-text.ts';

export type Ref = Pick<ArticleRef, 'statute'> & { article: number };

/**
 * References as one phrase: 《中华人民共和国民法典》第六百七十五条、第六百七十六条，《…规定》第二十八条.
 * Each instrument is named once, its articles in rising order.
 */
export function citeTogether(refs: Ref[]): string {
  const ids: StatuteId[] = [...new Set(refs.map((r) => r.statute))];
  return ids
    .map((id) => {
      const articles = [...new Set(refs.filter((r) => r.statute === id).map((r) => r.article))];
      const name = `《${statute(id).full}》`;
      return (
        name +
        articles
          .sort((a, b) => a - b)
          .map((article) => citeFull(id, article).slice(name.length))
          .join('、')
      );
    })
    .join('，');
}

/** 第五条: the article alone, after its instrument has been named. */
export function articleAlone(id: StatuteId, article: number): string {
  return cite(id, article).slice(statute(id).short.length);
}

const code = (article: number): Ref => ({ statute: 'civilCode', article });
const lending = (article: number): Ref => ({ statute: 'lending', article });

/** Articles behind this claim. `wide` adds the general ones the element form's row 17 names. */
export function legalBasis(c: Case, claim: Claim, wide: boolean): Ref[] {
  const due = claim.loans.some((l) => l.overdueFrom !== null) || claim.overdue > 0;
  const runs = claim.loans.flatMap((l) => l.running.map((r) => r.kind));
  const overdue = due || runs.includes('overdue');
  const agreed = c.loans.some((l) => l.interest === 'agreed');
  const withheld = c.transfers.some((t) => t.direction === 'out' && t.withheld > 0);
  const kinds = new Set(guarantees(c).map((g) => guaranteeKind(g.guarantee, g.loan)));
  const guaranteed = guarantors(c).length > 0;
  return [
    ...(wide ? [code(509), code(667)] : []),
    ...(wide && c.demands.length > 0 ? [code(195)] : []),
    code(675),
    ...(overdue ? [code(676)] : []),
    ...(agreed ? [code(680), lending(25)] : []),
    ...(withheld ? [code(670), lending(26)] : []),
    ...(claim.repayments.length > 0 ? [code(561)] : []),
    ...(guaranteed && securityClaimed(c)
      ? [
          code(686),
          ...(kinds.has('general') ? [code(687)] : []),
          ...(kinds.has('joint') ? [code(688)] : []),
        ]
      : []),
    ...(overdue ? [lending(28)] : []),
    ...(claim.penalty > 0 || claim.costs > 0 ? [lending(29)] : []),
    ...(claim.asksOldRules ? [lending(31)] : []),
  ];
}
