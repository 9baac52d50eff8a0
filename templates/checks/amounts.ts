/** Reading figures back out of a paper's text (form 10 F 4). */
import { parseAmount } from '../../shared/text/money.ts';

/** Figures after a word, e.g. after 本金: fen values in the order they stand. */
export function amountsAfter(text: string, word: string): number[] {
  const pattern = new RegExp(`${word}(?:人民币)?([\\d,，]+(?:\\.\\d{1,2})?)\\s*(万?)元`, 'g');
  return [...text.matchAll(pattern)].flatMap((m) => {
    const parsed = parseAmount(`${(m[1] ?? '').replace(/[,，]/g, '')}${m[2] ?? ''}`);
    return parsed.ok ? [parsed.fen] : [];
  });
}
