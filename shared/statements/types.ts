/** What a statement is made of, from the rows of a file to the entries that the user marks. */

/** One row of a file: its number as a person counts it (from 1), its cells, and its text as it stands there. */
export interface GridRow {
  n: number;
  cells: readonly string[];
  raw: string;
}

/** Columns that can be recognised or chosen. */
export const FIELDS = [
  'date',
  'otherDate',
  'time',
  'direction',
  'amount',
  'income',
  'expense',
  'balance',
  'counterparty',
  'counterAccount',
  'counterBoth',
  'type',
  'summary',
  'method',
  'status',
  'fundStatus',
  'refunded',
  'transactionNumber',
  'merchantNumber',
  'currency',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

/** Where a file's table begins and what stands in which column (from 0). */
export interface Mapping {
  /** Number of the head row; data follow it. */
  headRow: number;
  columns: Partial<Record<Field, number>>;
  /** With one amount column and no direction column: which sign is money out. */
  outSign: 'negative' | 'positive';
  /** Order of day, month and year where a date doesn't begin with the year. */
  dateOrder: 'ymd' | 'mdy' | 'dmy';
}

export type Source = 'alipay' | 'wechat' | 'bank';
export type Direction = 'in' | 'out' | 'none';

/** One line of a statement. `fen` is never negative; `direction` tells which way, as the file says it. */
export interface Entry {
  row: number;
  date: string;
  /** HH:MM:SS, empty when the file has none. */
  time: string;
  direction: Direction;
  fen: number;
  balance: number | null;
  counterparty: string;
  counterAccount: string;
  type: string;
  summary: string;
  method: string;
  status: string;
  transactionNumber: string;
  merchantNumber: string;
  note: string;
  /** Part of this payment that came back, in fen: by its status or by the refunds matched to it. */
  refunded: number;
  /** Row of the payment that this line refunds. */
  refundOf: number | null;
  /** Closed, failed, revoked: no money moved. */
  dead: boolean;
}

/** A row after the head that could not be read, and why. */
export interface RowProblem {
  row: number;
  message: string;
}

export interface Sum {
  count: number;
  fen: number;
}
export type Sums = Record<Direction, Sum>;

/** What the file says of itself, and whether it agrees with what was read. */
export interface Report {
  rows: number;
  first: string;
  last: string;
  parsed: Sums;
  /** Totals as printed in the file; null where it prints none. */
  printed: { in: Sum | null; out: Sum | null; none: Sum | null; count: number | null };
  /** Each difference between print and sum, in words; empty = agrees to the fen (or nothing printed). */
  differences: string[];
  /** The balance column followed from line to line. */
  balance: 'none' | 'agrees' | 'breaks';
  /** Rows at which the balance does not follow from its neighbour (the first twenty). */
  balanceBreaks: number[];
  problems: RowProblem[];
  /** Everything else worth telling. */
  notes: string[];
}

/** Whose statement it is, as its head says. */
export interface Owner {
  name: string;
  account: string;
}

export interface ParsedStatement {
  entries: Entry[];
  owner: Owner;
  report: Report;
}

/** What the user says a line is. `inPrincipal`/`inInterest`: designated by the payer. */
export const MARKS = ['out', 'in', 'inPrincipal', 'inInterest', 'ignore'] as const;
export type Mark = (typeof MARKS)[number];
