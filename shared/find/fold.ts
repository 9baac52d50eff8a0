/**
 * Texts in the form they are searched in: half-width, lower case, without spaces (text recognised on a
 * picture has them between characters) and without the commas of thousands.
 */

export interface Folded {
  text: string;
  /** Of each unit of `text`: where it begins in the original; one more entry for the end. */
  from: readonly number[];
}

const DIGIT = /\d/;
const IGNORED = /[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/;

/**
 * The search form of a text, and where each of its signs stands in the original.
 * @param gaps keep a space between two figures: a date and the amount beside it stay apart
 */
export function fold(original: string, gaps = false): Folded {
  const signs: string[] = [];
  const from: number[] = [];
  let at = 0;
  let gap = false;
  for (const sign of original) {
    if (IGNORED.test(sign)) gap = true;
    else
      for (const unit of sign.normalize('NFKC').toLowerCase().split('')) {
        if (unit === ' ') continue;
        if (gaps && gap && DIGIT.test(unit) && DIGIT.test(signs.at(-1) ?? '')) {
          signs.push(' ');
          from.push(at);
        }
        gap = false;
        signs.push(unit);
        from.push(at);
      }
    at += sign.length;
  }
  const joined = signs.join('');
  const commas = new Set<number>();
  for (const m of joined.matchAll(/(?<=\d),(?=\d{3}(?!\d))/g)) commas.add(m.index);
  if (commas.size === 0) return { text: joined, from: [...from, at] };
  return {
    text: signs.filter((_, i) => !commas.has(i)).join(''),
    from: [...from.filter((_, i) => !commas.has(i)), at],
  };
}

const HAN = /\p{Script=Han}/u;

export interface FoldedLines {
  text: string;
  /** Line and place in it, for each unit of `text`; -1 for the break between two lines. */
  line: readonly number[];
  from: readonly number[];
  /** Where that unit ends in its line. */
  to: readonly number[];
}

/**
 * Several lines as one search text. A sentence goes on in the next line where Chinese meets Chinese; figures
 * and words of two lines are never joined.
 */
export function foldLines(lines: readonly string[], gaps = false): FoldedLines {
  let text = '';
  const line: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  lines.forEach((original, k) => {
    const folded = fold(original, gaps);
    if (folded.text === '') return;
    const [last = '', first = ''] = [text.at(-1), folded.text[0]];
    if (text !== '' && !(HAN.test(last) && HAN.test(first))) {
      text += '\n';
      line.push(-1);
      from.push(0);
      to.push(0);
    }
    for (let i = 0; i < folded.text.length; i++) {
      line.push(k);
      from.push(folded.from[i] ?? 0);
      to.push(folded.from[i + 1] ?? original.length);
    }
    text += folded.text;
  });
  return { text, line, from, to };
}
