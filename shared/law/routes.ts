import type { Case } from '../case/case.ts';
import type { RouteSums } from './route-facts.ts';
import type { Route, RouteDraft, RouteVerdict } from './route-types.ts';
import { arbitration, mediation, notarised } from './routes-beside.ts';
import { paymentOrder, smallClaims, suit } from './routes-court.ts';

/**
 * The ways to an enforceable paper, side by side for one case: suit, small claims, payment order,
 * arbitration, mediation with confirmation, notarised instrument. What each costs, how long the law gives
 * it, which conditions are met, and what it does to interest and limitation. Nothing is said of who wins.
 */

export type { RouteCondition, RouteState, RouteSums } from './route-facts.ts';
export type { Route, RouteId, RouteVerdict } from './route-types.ts';
export { routeProcedure } from './routes-court.ts';

function judged(r: RouteDraft): Route {
  const unmet = r.conditions.filter((x) => x.state === 'unmet');
  const unknown = r.conditions.filter((x) => x.state === 'unknown');
  if (unmet.length > 0) {
    return { ...r, verdict: 'closed', why: unmet.map((x) => x.reason).join('；') };
  }
  return unknown.length > 0
    ? { ...r, verdict: 'ask', why: `还要确认：${unknown.map((x) => x.text).join('、')}` }
    : { ...r, verdict: 'open', why: '按现有记录，条件都符合' };
}

const ORDER: RouteVerdict[] = ['open', 'ask', 'closed'];

/**
 * All routes of a case on a day, those open first.
 * @param sums of the claim at its cut-off, fen
 */
export function routesOf(c: Case, sums: RouteSums, today: string): Route[] {
  const list = [
    suit(c, sums, today),
    smallClaims(c, sums, today),
    paymentOrder(c, sums, today),
    mediation(c, today),
    arbitration(c, today),
    notarised(c, today),
  ].map(judged);
  return list.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}
