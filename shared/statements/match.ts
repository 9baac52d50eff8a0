/** Whose lines these are: a person's name, phone, account, also where the export masks them with stars. */
import type { CaseDocument } from '../case/case.ts';
import { halfWidth } from '../text/normalise.ts';
import type { Entry } from './types.ts';

/** What the other side is known by. */
export interface Person {
  names: readonly string[];
  /** Phones, account numbers or their last digits, e-mail addresses. */
  numbers: readonly string[];
}

/** Numbers of at least four digits in an account as the user wrote it: 李某 尾号5678 → 5678. */
const digitsIn = (text: string): string[] => halfWidth(text).match(/\d{4,}/g) ?? [];

/** The debtors of a case, and the accounts on their side of transfers already entered. */
export function debtorsOf(document: Pick<CaseDocument, 'parties' | 'transfers'>): Person {
  const debtors = (document.parties ?? []).filter(
    (p) => p.role === 'borrower' || p.role === 'guarantor',
  );
  const names = debtors.flatMap((p) => [
    p.name ?? '',
    p.kind === 'person' ? (p.formerName ?? '') : '',
    p.wechat ?? '',
  ]);
  const numbers = debtors.flatMap((p) => [p.phone ?? '', p.email ?? '']);
  const accounts = (document.transfers ?? []).flatMap((t) =>
    digitsIn((t.direction === 'out' ? t.toAccount : t.fromAccount) ?? ''),
  );
  const known = (list: string[], least: number) => [
    ...new Set(list.map((x) => x.trim()).filter((x) => x.length >= least)),
  ];
  return { names: known(names, 2), numbers: known([...numbers, ...accounts], 4) };
}

const STARS = /[*＊]/;

/** 李* · *某 · 欧阳** against a name of the same length. */
function maskedName(shown: string, name: string): boolean {
  const a = Array.from(shown);
  const b = Array.from(name);
  if (a.length !== b.length || !a.some((c) => STARS.test(c))) return false;
  return a.some((c) => !STARS.test(c)) && a.every((c, i) => STARS.test(c) || c === b[i]);
}

/** 139******02, 6217****1234, rim***@qq.com: what is left in sight begins and ends the whole. */
function maskedNumber(shown: string, whole: string): boolean {
  const parts = shown.split(/[*＊]+/);
  if (parts.length < 2) return false;
  const head = parts[0] ?? '';
  const tail = parts.at(-1) ?? '';
  if (tail.length >= whole.length) return tail.endsWith(whole) && whole.length >= 4;
  return head.length + tail.length >= 4 && whole.startsWith(head) && whole.endsWith(tail);
}

function isName(shown: string, name: string): boolean {
  if (shown.includes(name)) return true;
  // 昵称(*某): the real name stands masked in brackets.
  return STARS.test(shown) && shown.split(/[()（）\s]/).some((part) => maskedName(part, name));
}

function isNumber(shown: string, number: string): boolean {
  if (shown === '') return false;
  const s = halfWidth(shown).replace(/\s/g, '');
  if (STARS.test(s)) return maskedNumber(s, number);
  return s === number || (/^\d+$/.test(number) && s.endsWith(number));
}

/** True when the line is with this person, by the counterparty, the account or the words beside them. */
export function isWith(e: Entry, person: Person): boolean {
  const texts = [e.counterparty, e.summary, e.note];
  return (
    person.names.some((name) => texts.some((t) => isName(t, name))) ||
    person.numbers.some((n) => isNumber(e.counterAccount, n) || isNumber(e.counterparty, n))
  );
}

/** True when every word of a search stands somewhere in the line. */
export function holds(e: Entry, search: string): boolean {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { date, counterparty, counterAccount, type, summary, note, transactionNumber } = e;
  const yuan = `${Math.floor(e.fen / 100)}.${String(e.fen % 100).padStart(2, '0')}`;
  const all = [date, counterparty, counterAccount, type, summary, note, transactionNumber, yuan]
    .join('\n')
    .toLowerCase();
  return words.every((w) => all.includes(/^[\d,，.]+$/.test(w) ? w.replaceAll(/[,，]/g, '') : w));
}
