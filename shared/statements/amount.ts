/** Amounts as statements print them, exactly: decimal text to whole fen, with its sign. */
import { MAX_FEN } from '../case/fields.ts';
import { halfWidth } from '../text/normalise.ts';
import { cleanCell } from './cells.ts';

export type StatementAmount =
  | { kind: 'amount'; fen: number; signed: boolean }
  | { kind: 'blank' }
  | { kind: 'bad'; message: string };

/**
 * Reads one amount: `1,234.50`, `¥12.00`, `-￥3.00`, `(3.00)`, `+5`, `3.00-`, full-width digits, `12.5元`.
 * More than two decimals count only when the rest is zero. A formula is not an amount.
 */
export function parseStatementAmount(cell: string | undefined): StatementAmount {
  const shown = cleanCell(cell);
  let s = halfWidth(shown).replace(/\s/g, '').replace(/[−–]/g, '-').replace(/，/g, ',');
  if (/^[-/—]*$/.test(s)) return { kind: 'blank' };
  let negative = false;
  let signed = false;
  const sign = (c: string | undefined) => {
    if (c !== '-' && c !== '+') return;
    signed = true;
    negative = negative !== (c === '-');
  };
  const inBrackets = /^\((.+)\)$/.exec(s);
  if (inBrackets) {
    s = inBrackets[1] ?? '';
    sign('-');
  }
  const m =
    /^([-+]?)(?:人民币|RMB|CNY)?[¥￥]?([-+]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.(\d+))?(?:元)?([-+]?)$/i.exec(
      s,
    );
  const signs = m ? [m[1], m[2], m[5]].filter(Boolean) : [];
  if (!m || signs.length > 1 || (inBrackets && signs.length > 0)) {
    return { kind: 'bad', message: `金额“${shown.slice(0, 40)}”看不懂` };
  }
  sign(signs[0]);
  const cents = (m[4] ?? '').replace(/0+$/, '');
  if (cents.length > 2) return { kind: 'bad', message: `金额“${shown.slice(0, 40)}”不止两位小数` };
  const digits = ((m[3] ?? '').replace(/,/g, '') + cents.padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > 15 || Number(digits) > MAX_FEN) {
    return { kind: 'bad', message: `金额“${shown.slice(0, 40)}”太大` };
  }
  const fen = Number(digits);
  return { kind: 'amount', fen: negative && fen > 0 ? -fen : fen, signed };
}
