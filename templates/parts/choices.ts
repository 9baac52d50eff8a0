/** Reading the user's answers to a paper's own questions (`case.choices`), defaults filled in. */
import { isIsoDate } from '../../shared/case/fields.ts';
import { parseAmount } from '../../shared/text/money.ts';
import type { Choice, Missing, PaperContext } from '../template.ts';

/** Dotted path of a choice in the case document, for messages. */
export const choicePath = (paperId: string, key: string): string => `choices.${paperId}.${key}`;

function raw(x: PaperContext, paperId: string, choice: Choice): unknown {
  return x.case.choices[paperId]?.[choice.key] ?? choice.default;
}

/** The answers of one paper. Throws on a key the template does not list: a fault in the template. */
export function choicesOf(x: PaperContext, paperId: string, choices: readonly Choice[]) {
  const find = (key: string): Choice => {
    const found = choices.find((c) => c.key === key);
    if (!found) throw new Error(`${paperId} has no choice ${key}`);
    return found;
  };
  return {
    text: (key: string): string => {
      const value = raw(x, paperId, find(key));
      return typeof value === 'string' ? value.trim() : '';
    },
    flag: (key: string): boolean => raw(x, paperId, find(key)) === true,
    list: (key: string): string[] => {
      const value = raw(x, paperId, find(key));
      return Array.isArray(value) ? value.map(String).filter((s) => s.trim() !== '') : [];
    },
    /** A date choice, or null when empty or not a date. */
    date: (key: string): string | null => {
      const value = raw(x, paperId, find(key));
      return typeof value === 'string' && isIsoDate(value) ? value : null;
    },
    /** A money choice in fen, or null when empty or not an amount. */
    money: (key: string): number | null => {
      const value = raw(x, paperId, find(key));
      if (typeof value !== 'string' || value.trim() === '') return null;
      const parsed = parseAmount(value);
      return parsed.ok ? parsed.fen : null;
    },
  };
}

/** Blocking message for each required choice left empty, and for a date or amount that can't be read. */
export function choiceProblems(
  x: PaperContext,
  paperId: string,
  choices: readonly Choice[],
  required: readonly string[],
): Missing[] {
  const own = choicesOf(x, paperId, choices);
  return choices.flatMap((choice): Missing[] => {
    const path = choicePath(paperId, choice.key);
    const stop = (message: string): Missing[] => [{ path, message, level: 'blocking' }];
    const many = choice.kind === 'list' || choice.kind === 'multi';
    const empty =
      choice.kind !== 'flag' &&
      (many ? own.list(choice.key).length === 0 : own.text(choice.key) === '');
    if (empty) return required.includes(choice.key) ? stop(`请填写“${choice.label}”`) : [];
    if (choice.kind === 'date' && own.date(choice.key) === null) {
      return stop(`“${choice.label}”不是有效日期，应为 年-月-日，例如 2026-03-16`);
    }
    if (choice.kind === 'money' && own.money(choice.key) === null) {
      return stop(`“${choice.label}”应为金额（元），最多两位小数`);
    }
    return [];
  });
}
