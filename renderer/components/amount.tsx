import { printDate } from '../../shared/text/chinese-date.ts';
import { formatAmount } from '../../shared/text/money.ts';

/** Figures as shown: tabular, right-aligned where they stand in columns. Sums come from the engine as fen. */

/** 34520805 (fen) → `345,208.05`. */
export const fenText = formatAmount;

/** An amount in fen with its unit. */
export function Amount({ fen, unit = '元' }: { fen: number; unit?: string }) {
  return (
    <span className="amount">
      {fenText(fen)}
      {unit ? <span className="amount-unit">{unit}</span> : null}
    </span>
  );
}

/** `2026-03-16` → `2026年3月16日`; other text unchanged. For running text; tables keep the short form. */
export function dateWords(iso: string | null | undefined): string {
  return iso && /^\d{4}-\d{2}-\d{2}$/.test(iso) ? printDate(iso) : (iso ?? '');
}

/** Bytes as people read them. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}
