import { chineseNumber } from '../text/numerals.ts';
import articleData from './data/articles.json' with { type: 'json' };
import cplData from './data/cpl_numbers.json' with { type: 'json' };
import practiceData from './data/practice.json' with { type: 'json' };
import statuteData from './data/statutes.json' with { type: 'json' };

/**
 * The one registry of statutes and articles. Every citation that the app prints comes from here, so
 * that a number of a dead version cannot reach a paper: an article that is not registered for the
 * text in force throws.
 */

/** Date on which the state of the law was last checked. */
export const LAW_CHECKED = '2026-11-21';
/** Last synchronisation of the law database that was read. */
export const LAW_DATABASE_SYNCED = '2026-09-30';

export type StatuteId = keyof typeof statuteData;
export type CplSubject = keyof typeof cplData;
/** Standards and guides that do not bind a private lender. */
export type PracticeId = keyof typeof practiceData;

/** One text of a statute. `citable: false`: never printed; dates inclusive; no `to`: in force. */
export interface StatuteVersion {
  id: string;
  number?: string;
  from: string;
  to?: string;
  citable?: boolean;
  source: string;
}

export interface Statute {
  short: string;
  full: string;
  versions: StatuteVersion[];
}

/** What the app knows of an article: our own summary, and the official words where they were read. */
export interface ArticleNote {
  gist: string;
  quote?: string;
}

/** An article number; `'253-1'` is 第二百五十三条之一. */
export type ArticleNumber = number | `${number}-${number}`;

/** A reference that results carry (`explain`, `segments`, `warnings`). */
export interface ArticleRef {
  statute: StatuteId;
  article: ArticleNumber;
  paragraph?: number;
  item?: number;
}

const STATUTES: Record<StatuteId, Statute> = statuteData;
const ARTICLES: Record<string, Record<string, ArticleNote>> = articleData;
type CplEntry = { gist: string; '2012'?: number; '2021'?: number; '2023': number };
const CPL: Record<CplSubject, CplEntry> = cplData;

const CPL_NOTES: Record<string, ArticleNote> = Object.fromEntries(
  Object.values(CPL).map((e) => [String(e['2023']), { gist: e.gist }]),
);

/** All statute ids, in registry order. */
export const statuteIds = Object.keys(STATUTES) as StatuteId[];

/** All registered CPL subjects. */
export const cplSubjects = Object.keys(CPL) as CplSubject[];

/** Names and versions of one statute. */
export function statute(id: StatuteId): Statute {
  return STATUTES[id];
}

function numberText(article: ArticleNumber): string {
  const [main, sub] = String(article).split('-');
  return `第${chineseNumber(Number(main))}条${sub ? `之${chineseNumber(Number(sub))}` : ''}`;
}

function place(article: ArticleNumber, paragraph?: number, item?: number): string {
  const p = paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`;
  const i = item === undefined ? '' : `第${chineseNumber(item)}项`;
  return numberText(article) + p + i;
}

function notes(id: StatuteId): Record<string, ArticleNote> {
  return id === 'cpl' ? CPL_NOTES : (ARTICLES[id] ?? {});
}

function inForce(id: StatuteId): StatuteVersion | undefined {
  return STATUTES[id].versions.find(
    (v) => v.to === undefined || (v.citable === true && onlyOld(id)),
  );
}

/** A repealed statute that still governs old contracts (担保法) has old versions only. */
function onlyOld(id: StatuteId): boolean {
  return STATUTES[id].versions.every((v) => v.to !== undefined);
}

function assertAlive(id: StatuteId, article: ArticleNumber): void {
  if (!inForce(id)) throw new Error(`《${STATUTES[id].full}》没有可以引用的现行文本`);
  if (!(String(article) in notes(id))) {
    throw new Error(`《${STATUTES[id].full}》${numberText(article)}未在现行条文表中登记，不能引用`);
  }
}

/**
 * Short printable citation, e.g. `cite('lending', 28, 2, 1)` → 民间借贷规定第二十八条第二款第一项.
 * @throws Error when the article is not registered for the text in force.
 */
export function cite(
  id: StatuteId,
  article: ArticleNumber,
  paragraph?: number,
  item?: number,
): string {
  assertAlive(id, article);
  return STATUTES[id].short + place(article, paragraph, item);
}

/**
 * Full printable citation with the instrument's official name in 《》.
 * @throws Error as `cite`.
 */
export function citeFull(
  id: StatuteId,
  article: ArticleNumber,
  paragraph?: number,
  item?: number,
): string {
  assertAlive(id, article);
  return `《${STATUTES[id].full}》${place(article, paragraph, item)}`;
}

/** Short citation of a reference object. */
export function citeRef(ref: ArticleRef): string {
  return cite(ref.statute, ref.article, ref.paragraph, ref.item);
}

/**
 * A repealed text that still applies by its successor's transition clause, always with its document
 * number: `citeOld('lending', '2015', 26)` → 民间借贷规定（法释〔2015〕18号）第二十六条.
 * @throws Error for a version that must not be used any more, or an unregistered article.
 */
export function citeOld(
  id: StatuteId,
  versionId: string,
  article: ArticleNumber,
  paragraph?: number,
  item?: number,
): string {
  const version = STATUTES[id].versions.find((v) => v.id === versionId);
  const known = ARTICLES[`${id}@${versionId}`];
  if (!version?.number || version.citable !== true || !known || !(String(article) in known)) {
    throw new Error(`《${STATUTES[id].full}》${versionId}文本${numberText(article)}不能引用`);
  }
  return `${STATUTES[id].short}（${version.number}）${place(article, paragraph, item)}`;
}

/** Name with document number: 《…规定》（法释〔2020〕17号）. */
export function statuteName(id: StatuteId): string {
  const version = inForce(id);
  return `《${STATUTES[id].full}》${version?.number ? `（${version.number}）` : ''}`;
}

/**
 * Summary and, where it was read, official wording of an article, for the window's 为什么 drawer.
 * Nothing is made up: no quote on record, no quote shown.
 * @throws Error as `cite`.
 */
export function articleNote(id: StatuteId, article: ArticleNumber): ArticleNote {
  assertAlive(id, article);
  return notes(id)[String(article)] as ArticleNote;
}

/** The registered article numbers of a statute's text in force. */
export function articlesOf(id: StatuteId): string[] {
  return Object.keys(notes(id));
}

/**
 * The CPL article number of a subject under the text in force on a date (default: now in force).
 * @throws Error when that text's number is not on record, or the date is before 2013.
 */
export function cplNumber(subject: CplSubject, onDate?: string): number {
  const version = onDate
    ? STATUTES.cpl.versions.find((v) => onDate >= v.from && (v.to === undefined || onDate <= v.to))
    : STATUTES.cpl.versions.at(-1);
  const key = version?.id as '2012' | '2021' | '2023' | undefined;
  const n = key && CPL[subject][key];
  if (!n) throw new Error(`民事诉讼法在${onDate}的文本中没有登记“${CPL[subject].gist}”的条号`);
  return n;
}

/** `cpl('enforcementTimeLimit')` → 第二百五十条; with a date, the number then in force. */
export function cpl(subject: CplSubject, onDate?: string): string {
  return numberText(cplNumber(subject, onDate));
}

/** 民事诉讼法第二百五十条 for a subject, always in the numbering now in force. */
export function citeCpl(subject: CplSubject): string {
  return cite('cpl', cplNumber(subject));
}

/**
 * Maps a CPL number quoted by an older text to today's. 民诉法解释 (2022) and other interpretations
 * quote the 2021 or 2012 numbering.
 * @returns today's number, or undefined when the number is not in the table.
 */
export function cplFromOld(version: '2012' | '2021', article: number): number | undefined {
  return Object.values(CPL).find((e) => e[version] === article)?.['2023'];
}

/**
 * Short name of a standard or guide of good practice. It never names an article, and never stands for a
 * binding rule: the guides are made for financial institutions.
 */
export function practice(id: PracticeId): string {
  return practiceData[id].short;
}
