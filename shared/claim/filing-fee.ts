import type { Case } from '../case/case.ts';
import { courtFee, type Fee, paymentOrderFee } from '../law/fees.ts';

export interface FilingFee extends Fee {
  /** Simplified procedure and small claims pay half (诉讼费用交纳办法 16). */
  halved: boolean;
  /** The application for a payment order, a third of the case fee (办法 14). */
  order: boolean;
}

/**
 * What the court asks for when the case is filed, by the procedure recorded.
 * @param total the sum claimed, fen
 */
export function filingFee(c: Case, total: number): FilingFee {
  const { procedure } = c.suit;
  const halved = procedure === 'smallClaims' || procedure === 'simplified';
  const order = procedure === 'paymentOrder';
  return { ...(order ? paymentOrderFee(total) : courtFee(total, halved)), halved, order };
}
