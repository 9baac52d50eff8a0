/** What makes two entries of different statements the same one. */
import type { Entry } from '../../shared/statements/types.ts';

/** Transaction number with date, direction and amount; '' when the statement gives no number. */
export const sameKey = (e: Entry): string =>
  e.transactionNumber ? [e.transactionNumber, e.date, e.direction, e.fen].join('|') : '';
