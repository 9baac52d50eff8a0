import type { Case } from '../case/case.ts';
import type { PropertyClue } from '../case/conduct.ts';
import type { Preservation, Renewal } from '../case/seizure.ts';
import { printDate } from '../text/chinese-date.ts';
import { chineseNumber } from '../text/numerals.ts';
import { spanEnd } from './calendar.ts';
import { addDays } from './dates.ts';
import { type PropertyKind, SEIZURE_YEARS } from './preservation.ts';
import { cite } from './statutes.ts';

/**
 * Everything of a case that is seized, from the suit's preservation to enforcement: since when, until
 * when, and what is odd about the dates (民诉法解释 485, 财产保全规定 18).
 */

/** Days between the last day to ask for renewal and the end of a seizure (财产保全规定 18). */
export const RENEWAL_LEAD = 7;

/** What a clue's property counts as for the longest term; money on accounts of any sort is a deposit. */
export const CLUE_KIND: Record<PropertyClue['kind'], PropertyKind> = {
  account: 'deposit',
  virtual: 'deposit',
  vehicle: 'movable',
  realEstate: 'realEstate',
  equity: 'other',
  salary: 'other',
  claim: 'other',
  other: 'other',
};

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((d) => d !== null)
    .sort()
    .at(-1) ?? null;

/** The last renewal that was asked for and not decided yet. */
const waiting = (list: readonly Renewal[]): Renewal | null =>
  list.filter((r) => r.appliedOn !== null && r.expires === null).at(-1) ?? null;

/** The end of a clue's seizure as the court's papers say, renewals included; null: none on record. */
export const seizureEnd = (clue: Pick<PropertyClue, 'seizureExpires' | 'renewals'>) =>
  latest([clue.seizureExpires, ...clue.renewals.map((r) => r.expires)]);

/** The clue is seized on a day: the measure began, did not end and was not lifted. */
export function isSeized(clue: PropertyClue, today: string): boolean {
  const end = seizureEnd(clue);
  return (
    clue.seizedOn !== null &&
    clue.seizedOn <= today &&
    (end === null || end >= today) &&
    (clue.liftedOn === null || clue.liftedOn > today)
  );
}

/**
 * Property to ask for once the proceeding was ended without result (终本): neither seized nor lifted, and not
 * among what the court had been given before.
 * @param since day of the 终本 ruling; null: not known.
 */
export const freshClues = (c: Case, since: string | null, today: string): PropertyClue[] =>
  c.propertyClues.filter(
    (p) =>
      p.description.trim() !== '' &&
      !isSeized(p, today) &&
      p.liftedOn === null &&
      (p.submittedOn === null || since === null || p.submittedOn >= since),
  );

export interface Seizure {
  /** Stable: the clue's or the record's id, `preservation` for the single date of older files. */
  id: string;
  /** Field that holds its end. */
  path: string;
  what: string;
  kind: PropertyKind;
  screen: 'suit' | 'enforcement';
  /** First day; null: only the end is known. */
  from: string | null;
  /** Last day: as the papers say, else the longest term. */
  expires: string;
  /** The end is the court's own, not the longest term. */
  stated: boolean;
  renewed: number;
  pending: Renewal | null;
}

function ofClue(clue: PropertyClue, i: number): Seizure[] {
  const end = seizureEnd(clue);
  const kind = CLUE_KIND[clue.kind];
  const longest = clue.seizedOn && spanEnd(clue.seizedOn, { years: SEIZURE_YEARS[kind] });
  const expires = end ?? longest;
  if (!expires || clue.liftedOn !== null) return [];
  return [
    {
      id: clue.id,
      path: `propertyClues.${i}.seizureExpires`,
      what: clue.description,
      kind,
      screen: 'enforcement',
      from: clue.seizedOn,
      expires,
      stated: end !== null,
      renewed: clue.renewals.filter((r) => r.expires !== null).length,
      pending: waiting(clue.renewals),
    },
  ];
}

/** The end of a preservation, renewals included, else the longest term; null: not begun. */
export function preservationEnd(p: Preservation): string | null {
  const stated = latest([p.expires, ...p.renewals.map((r) => r.expires)]);
  const from = p.startedOn;
  return stated ?? (from && spanEnd(from, { years: SEIZURE_YEARS[p.kind] }));
}

function ofPreservation(p: Preservation, i: number): Seizure[] {
  const expires = preservationEnd(p);
  if (expires === null || p.liftedOn !== null) return [];
  return [
    {
      id: p.id,
      path: `suit.preservations.${i}.expires`,
      what: p.object || '保全的财产',
      kind: p.kind,
      screen: 'suit',
      from: p.startedOn,
      expires,
      stated: p.expires !== null || p.renewals.some((r) => r.expires !== null),
      renewed: p.renewals.filter((r) => r.expires !== null).length,
      pending: waiting(p.renewals),
    },
  ];
}

/** Property kept by the court before enforcement: the 保全案号 and the earliest end of what still stands. */
export function preservationHeld(
  c: Case,
): { caseNumber: string; earliestExpiry: string | null; path: string } | null {
  const own = c.enforcement?.preservation ?? null;
  const typed = 'enforcement.preservation.earliestExpiry';
  const live = c.suit.preservations.flatMap((p, i) => {
    const end = p.liftedOn === null ? preservationEnd(p) : null;
    return end === null ? [] : [{ p, end, path: `suit.preservations.${i}.expires` }];
  });
  const first = [...live].sort((a, b) => a.end.localeCompare(b.end))[0];
  if (!first) return own && { ...own, path: typed };
  const number = live.find(({ p }) => p.documentNumber)?.p.documentNumber ?? '';
  return {
    caseNumber: own?.caseNumber || number,
    earliestExpiry: own?.earliestExpiry ?? first.end,
    path: own?.earliestExpiry ? typed : first.path,
  };
}

/** 诉前保全: as entered for the complaint, else from the records of that stage. */
export function preSuitOf(
  c: Case,
): { court: string; date: string | null; caseNumber: string } | null {
  if (c.suit.preSuitPreservation) return c.suit.preSuitPreservation;
  const p = c.suit.preservations
    .filter((x) => x.stage === 'preSuit')
    .sort((a, b) => (a.startedOn ?? '9').localeCompare(b.startedOn ?? '9'))[0];
  return p
    ? { court: p.court, date: p.startedOn ?? p.ruledOn, caseNumber: p.documentNumber }
    : null;
}

/** 判决后、申请执行前 preserved: the day entered with the judgment, else of the records. */
export const preservedAfterJudgment = (c: Case): string | null =>
  c.judgment?.preservedOn ??
  c.suit.preservations
    .filter((p) => p.stage === 'postJudgment' && p.liftedOn === null)
    .map((p) => p.startedOn)
    .filter((d) => d !== null)
    .sort()[0] ??
  null;

/** Everything that is seized, whether it still runs or has lapsed; lifted ones are left out. */
export function seizuresOf(c: Case): Seizure[] {
  const early =
    c.suit.preservations.length === 0 ? c.enforcement?.preservation?.earliestExpiry : null;
  return [
    ...c.propertyClues.flatMap(ofClue),
    ...c.suit.preservations.flatMap(ofPreservation),
    ...(early
      ? [
          {
            id: 'preservation',
            path: 'enforcement.preservation.earliestExpiry',
            what: '诉讼中保全的财产',
            kind: 'other' as const,
            screen: 'enforcement' as const,
            from: null,
            expires: early,
            stated: true,
            renewed: 0,
            pending: null,
          },
        ]
      : []),
  ];
}

/** Something odd about a recorded date, at its field. */
export interface RecordNotice {
  path: string;
  text: string;
  article?: string;
}

const TERM = cite('cplInterp', 485);

function renewalNotices(
  list: readonly Renewal[],
  path: string,
  kind: PropertyKind,
  firstEnd: string | null,
): RecordNotice[] {
  let end = firstEnd;
  return list.flatMap((r, i): RecordNotice[] => {
    const at = `${path}.renewals.${i}`;
    const out: RecordNotice[] = [];
    if (end !== null && r.appliedOn !== null && r.appliedOn > end) {
      out.push({
        path: `${at}.appliedOn`,
        text: `申请时查封、冻结已经在${printDate(end)}到期，效力已经消灭；这次应当是重新查封，请向法院核实`,
        article: cite('seizure', 27),
      });
    } else if (end !== null && r.appliedOn !== null && r.appliedOn > addDays(end, -RENEWAL_LEAD)) {
      out.push({
        path: `${at}.appliedOn`,
        text: `离${printDate(end)}到期不足七日才申请，请电话确认法院已经办理`,
        article: cite('security', 18),
      });
    }
    if (r.expires !== null && end !== null && r.expires <= end) {
      out.push({ path: `${at}.expires`, text: `没有晚于原来的到期日${printDate(end)}，请核对` });
    }
    const from = r.ruledOn !== null && (end === null || r.ruledOn > end) ? r.ruledOn : end;
    out.push(...tooLong(`${at}.expires`, from, r.expires, kind));
    end = latest([end, r.expires]);
    return out;
  });
}

function tooLong(
  path: string,
  from: string | null,
  end: string | null,
  kind: PropertyKind,
): RecordNotice[] {
  if (from === null || end === null) return [];
  const years = SEIZURE_YEARS[kind];
  const most = spanEnd(from, { years });
  if (end <= most) return [];
  return [
    {
      path,
      text: `超过了法律允许的最长期限${chineseNumber(years)}年（最晚到${printDate(most)}），请照裁定书核对`,
      article: TERM,
    },
  ];
}

/** What is odd about the dates of seizures and renewals, each at its field. */
export function seizureNotices(c: Case): RecordNotice[] {
  return [
    ...c.propertyClues.flatMap((clue, i): RecordNotice[] => {
      const path = `propertyClues.${i}`;
      const kind = CLUE_KIND[clue.kind];
      const first =
        clue.seizureExpires ??
        (clue.seizedOn && spanEnd(clue.seizedOn, { years: SEIZURE_YEARS[kind] }));
      return [
        ...tooLong(`${path}.seizureExpires`, clue.seizedOn, clue.seizureExpires, kind),
        ...renewalNotices(clue.renewals, path, kind, first),
      ];
    }),
    ...c.suit.preservations.flatMap((p, i): RecordNotice[] => {
      const path = `suit.preservations.${i}`;
      const first =
        p.expires ?? (p.startedOn && spanEnd(p.startedOn, { years: SEIZURE_YEARS[p.kind] }));
      return [
        ...tooLong(`${path}.expires`, p.startedOn, p.expires, p.kind),
        ...renewalNotices(p.renewals, path, p.kind, first),
      ];
    }),
  ];
}
