import type { Case } from '../case/case.ts';
import { frequencyFindings, hourFindings, stopFindings } from './conduct-contacts.ts';
import { personFindings } from './conduct-persons.ts';
import { rateFindings, sumFindings } from './conduct-sums.ts';
import type { Contact, Finding } from './conduct-types.ts';
import { type WordFacts, wordFindings } from './conduct-words.ts';
import { cite } from './statutes.ts';

/**
 * The conduct guard: what in one contact with the debtor breaks the law or good practice, with its source
 * and a lawful way to put it. It warns and never refuses: what has happened is recorded as it happened.
 */

export type { ConductRule, Contact, Finding } from './conduct-types.ts';

/** Facts of the case on the day of the contact. */
export function wordFacts(c: Case, on: string | null): WordFacts {
  const by = (d: string | null | undefined) => Boolean(d && (on === null || d <= on));
  const ours = c.parties.filter((p) => p.role === 'lender').map((p) => p.id);
  return {
    filed: by(c.suit.filedOn) || by(c.suit.acceptedOn) || c.judgment !== null,
    effective: by(c.judgment?.effectiveOn),
    lawyer: c.agents.some((a) => a.kind === 'lawyer' && ours.includes(a.partyId)),
  };
}

const CASE_NUMBER = /[（(〔[]\s*(?:19|20)\d{2}\s*[）)〕\]][^，。；：\s]{1,14}?号/g;
const bare = (s: string) => s.normalize('NFKC').replace(/[\s〔〕[\]()]/g, '');

/** A case number that the case does not have. */
function caseNumberFindings(c: Case, content: string): Finding[] {
  const known = [
    c.suit.caseNumber,
    c.suit.preSuitPreservation?.caseNumber,
    c.judgment?.documentNumber,
    c.enforcement?.caseNumber,
    c.enforcement?.preservation?.caseNumber,
  ].map((s) => bare(s ?? ''));
  const wrong = [...content.matchAll(CASE_NUMBER)].find((m) => !known.includes(bare(m[0])));
  if (!wrong) return [];
  return [
    {
      rule: 'falseCaseNumber',
      level: 'law',
      text: `案件记录里没有${wrong[0]}这个案号。编造案号催款，是用虚假的法院手续吓人，可以拘留、罚款。`,
      source: cite('publicSecurity', 62),
      proposal: '没有立案就不写案号；已经立案的，先在“诉讼”里填好案号再引用。',
      found: { words: wrong[0], at: wrong.index },
    },
  ];
}

/** Rules that turn the collection of interest over the cap into the crime of collecting illegal debts. */
const FORCE = new Set(['violence', 'restraint', 'tracking', 'harassment', 'exposure']);

/**
 * Everything the guard has to say of one contact, binding law first.
 * @param entry the contact, sent or planned; an empty `content` is no finding.
 * @param history the other contacts of the case.
 * @param owed principal with lawful interest on the day, fen; null: not known.
 */
export function guard(
  entry: Contact,
  history: readonly Contact[],
  c: Case,
  owed: number | null = null,
): Finding[] {
  const words = wordFindings(entry.content, wordFacts(c, entry.date)).map(
    ({ instead: _instead, ...finding }) => finding,
  );
  const sums = [
    ...rateFindings(c, entry.content, entry.date ?? '9999-12-31'),
    ...sumFindings(c, entry.content, owed),
  ];
  const others = [
    ...personFindings(c, entry),
    ...caseNumberFindings(c, entry.content),
    ...hourFindings(entry),
    ...frequencyFindings(c, entry, history),
    ...stopFindings(c, entry, history),
  ];
  const list = [...words, ...sums, ...others];
  if (sums.some((f) => f.rule === 'overCap') && list.some((f) => FORCE.has(f.rule))) {
    list.push({
      rule: 'illegalDebt',
      level: 'law',
      text: '索要超过上限的利息，又用威胁、跟踪、骚扰等手段，情节严重的构成催收非法债务罪，处三年以下有期徒刑。',
      source: cite('criminal', '293-1'),
      proposal: '只要求本金和上限以内的利息，并停止这些手段。',
    });
  }
  return [...list.filter((f) => f.level === 'law'), ...list.filter((f) => f.level === 'practice')];
}

const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;\n]?/g;

/**
 * The same message in lawful words: sentences with a finding go or are put lawfully, the rest stays. Where
 * no request with a figure is left, the given draft takes its place.
 * @param draft a lawful message with the figures of the day; empty: none at hand.
 */
export function reword(entry: Contact, c: Case, owed: number | null, draft: string): string {
  const facts = wordFacts(c, entry.date);
  const clean = (s: string) => guard({ ...entry, content: s, time: null }, [], c, owed);
  const kept: string[] = [];
  const added: string[] = [];
  for (const sentence of entry.content.match(SENTENCE) ?? []) {
    if (sentence.trim() === '') continue;
    if (clean(sentence).every((f) => !f.found)) kept.push(sentence);
    else added.push(...wordFindings(sentence, facts).map((f) => f.instead));
  }
  if (added.length === 0) return entry.content;
  const rest = kept.join('').trim();
  const asks = /还|付|偿/.test(rest) && /\d|[一二三四五六七八九十百千万]+(?:元|万|块)/.test(rest);
  const body = asks || draft === '' ? rest : draft;
  const extra = [...new Set(added)].filter((s) => s !== '' && !/起诉|提起诉讼/.test(body));
  return [body === '' || /[。！？!?；\n]$/.test(body) ? body : `${body}。`, ...extra].join('');
}
