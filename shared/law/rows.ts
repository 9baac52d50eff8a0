import type { SegmentKind } from '../claim/types.ts';
import type { LprOn } from './lpr.ts';

/** A stretch (a, b] of accrual; merged for display. */
export interface Row {
  kind: SegmentKind;
  a: number;
  b: number;
  days: number;
  parts: number;
  base: number;
  /** Scaled. */
  rate: number;
  units: bigint;
  article: string;
  reason: string;
  lpr: LprOn | null;
  floating: boolean;
  /** A lump sum: it does not go on running. */
  fixed?: boolean;
}

function sameLaw(r: Row, row: Row): boolean {
  return (
    r.kind === row.kind &&
    r.rate === row.rate &&
    r.article === row.article &&
    r.reason === row.reason
  );
}

/** Books a row. Lots with the same terms over the same stretch share one row, bases added. */
export function addRow(rows: Row[], row: Row): void {
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const r = rows[i] as Row;
    if (r.a < row.a) break;
    if (r.b === row.b && r.parts === row.parts && sameLaw(r, row)) {
      r.base += row.base;
      r.units += row.units;
      return;
    }
  }
  rows.push(row);
}

/** Joins rows that follow each other with nothing changed, unless a repayment lies between. */
export function joinRows(rows: readonly Row[], repaymentDays: ReadonlySet<number>): Row[] {
  const out: Row[] = [];
  let open: Row[] = [];
  for (const row of rows) {
    open = open.filter((r) => r.b >= row.a);
    const before = open.find((r) => r.b === row.a && r.base === row.base && sameLaw(r, row));
    if (before && (!repaymentDays.has(row.a) || row.a === row.b)) {
      before.b = row.b;
      before.days += row.days;
      before.parts += row.parts;
      before.units += row.units;
    } else {
      const copy = { ...row };
      out.push(copy);
      open.push(copy);
    }
  }
  return out;
}
