import type { Case } from '../case/case.ts';
import type { RouteSums } from '../law/routes.ts';
import { paymentOrderSum } from './payment-order.ts';
import type { Claim } from './types.ts';

/** The sums on which the routes are compared: the claim at its cut-off, fen. */
export function routeSums(c: Case, claim: Claim): RouteSums {
  const { principal, documented, onlyBySuit } = paymentOrderSum(c, claim);
  return { total: claim.total, principal, documented, onlyBySuit };
}
