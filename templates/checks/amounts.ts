/** Amounts named in edited passages have to be the claim's own (form 10 F 4). */
import { parseAmount } from '../../shared/text/money.ts';
import { passages } from '../parts/passages.ts';
import { yuanText } from '../parts/words.ts';
import type { Missing, PaperContext } from '../template.ts';
import { blocking } from './common.ts';

/** Figures after a word, e.g. after 本金: fen values in the order they stand. */
export function amountsAfter(text: string, word: string): number[] {
  const pattern = new RegExp(`${word}(?:人民币)?([\\d,，]+(?:\\.\\d{1,2})?)\\s*(万?)元`, 'g');
  return [...text.matchAll(pattern)].flatMap((m) => {
    const parsed = parseAmount(`${(m[1] ?? '').replace(/[,，]/g, '')}${m[2] ?? ''}`);
    return parsed.ok ? [parsed.fen] : [];
  });
}

/** An edited claims passage that asks for another principal than the figures do. */
export function proseAmounts(x: PaperContext, paperId: string): Missing[] {
  const allowed = new Set([
    x.claim.principal,
    ...x.claim.loans.map((l) => l.principal),
    ...x.claim.loans.flatMap((l) => [...l.running, ...l.segments].map((s) => s.base)),
  ]);
  return passages(x, paperId)
    .filter((p) => p.edited && p.key.endsWith('.claims'))
    .flatMap((p) => {
      const other = amountsAfter(p.text, '本金').find((fen) => !allowed.has(fen));
      const i = x.case.prose.findIndex((own) => own.key === p.key);
      return other === undefined
        ? []
        : [
            blocking(
              `prose.${i}.text`,
              `“${p.title}”里写的本金${yuanText(other)}与计算的本金${yuanText(x.claim.principal)}不一致，请改成一致`,
            ),
          ];
    });
}
