import type { Explain } from './notice.ts';
import type { RouteCondition } from './route-facts.ts';
import { cite } from './statutes.ts';

/** The words of the comparison of routes. */

export type RouteId =
  | 'suit'
  | 'smallClaims'
  | 'paymentOrder'
  | 'arbitration'
  | 'mediation'
  | 'notarised';

/** open 可以走 · ask 要先确认 · closed 走不通. */
export type RouteVerdict = 'open' | 'ask' | 'closed';

export interface Route {
  id: RouteId;
  title: string;
  verdict: RouteVerdict;
  /** The verdict in one sentence. */
  why: string;
  conditions: RouteCondition[];
  /** Fen; null: set by the institution, not by law. */
  cost: Explain & { fen: number | null };
  time: Explain;
  interest: Explain;
  limitation: Explain;
  risks: Explain[];
}

/** A route before its conditions are weighed. */
export type RouteDraft = Omit<Route, 'verdict' | 'why'>;

/** What a suit, small claims or an award may give. */
export const fullInterest = (): Explain => ({
  text: '借期内利息、逾期利息、违约金都可以要，算到实际还清之日，合计不超过上限',
  article: cite('lending', 29),
});
