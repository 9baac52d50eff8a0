/** What a piece of evidence can name in `proves`: the records of a case that stand for a fact. */
import type { Case, CaseDocument } from './case.ts';

/** The judgment, the repayment agreement and the notice that calls its rest due are one of a kind and bear these ids. */
export const JUDGMENT = 'judgment';
export const SETTLEMENT = 'settlement';
export const CALLED_DUE = 'calledDue';

export type ProvableKind =
  | 'party'
  | 'loan'
  | 'guarantee'
  | 'security'
  | 'transfer'
  | 'demand'
  | 'settlement'
  | 'calledDue'
  | 'cost'
  | 'judgment'
  | 'clue'
  | 'conduct';

export interface Provable {
  id: string;
  kind: ProvableKind;
  /** Where it stands in the document, e.g. `loans.0.guarantees.1`. */
  path: string;
}

type Named = readonly { id: string }[] | undefined;

/** Every record that evidence can prove, in the order of the case's road. Works on half-typed documents. */
export function provableRecords(d: Case | CaseDocument): Provable[] {
  const of = (list: Named, kind: ProvableKind, at: string): Provable[] =>
    (list ?? []).map(({ id }, i) => ({ id, kind, path: `${at}.${i}` }));
  const loans: readonly { id: string; guarantees?: Named; securities?: Named }[] = d.loans ?? [];
  return [
    ...of(d.parties, 'party', 'parties'),
    ...loans.flatMap((loan, i): Provable[] => [
      { id: loan.id, kind: 'loan', path: `loans.${i}` },
      ...of(loan.guarantees, 'guarantee', `loans.${i}.guarantees`),
      ...of(loan.securities, 'security', `loans.${i}.securities`),
    ]),
    ...of(d.transfers, 'transfer', 'transfers'),
    ...of(d.demands, 'demand', 'demands'),
    ...(d.settlement ? [{ id: SETTLEMENT, kind: 'settlement', path: 'settlement' } as const] : []),
    // As long as the agreement stands, so that no link is lost while its day is typed anew.
    ...(d.settlement?.status === 'signed'
      ? [{ id: CALLED_DUE, kind: 'calledDue', path: 'settlement' } as const]
      : []),
    ...of(d.claim?.costs, 'cost', 'claim.costs'),
    ...(d.judgment ? [{ id: JUDGMENT, kind: 'judgment', path: 'judgment' } as const] : []),
    ...of(d.enforcement?.otherCosts, 'cost', 'enforcement.otherCosts'),
    ...of(d.propertyClues, 'clue', 'propertyClues'),
    ...of(d.conduct, 'conduct', 'conduct'),
  ];
}

const ids = (d: Case | CaseDocument) => new Set(provableRecords(d).map((r) => r.id));

type Gone = ReadonlySet<string | null | undefined>;
type Item = NonNullable<CaseDocument['evidence']>[number];

/** A list with every member that mentions what went replaced; the same list when none does. */
function mended<T>(
  list: readonly T[] | undefined,
  mentions: (member: T) => boolean,
  mend: (member: T) => T,
): T[] | undefined {
  if (!list?.some(mentions)) return undefined;
  return list.map((member) => (mentions(member) ? mend(member) : member));
}

/** A piece of evidence without mentions of what went: in `proves`, on its marks, in its transcript. */
function itemWithout(item: Item, gone: Gone): Item {
  const marks = mended(
    item.marks,
    (m) => gone.has(m.recordId),
    (m) => ({ ...m, recordId: null }),
  );
  const transcript = mended(
    item.transcript,
    (line) => gone.has(line.demandId),
    (line) => ({ ...line, demandId: null }),
  );
  const proves = item.proves?.some((id) => gone.has(id))
    ? item.proves.filter((id) => !gone.has(id))
    : undefined;
  if (!marks && !transcript && !proves) return item;
  return {
    ...item,
    ...(marks ? { marks } : {}),
    ...(transcript ? { transcript } : {}),
    ...(proves ? { proves } : {}),
  };
}

/** The document after a removal, without mentions of the records that went with it. */
export function withoutGone(before: CaseDocument, after: CaseDocument): CaseDocument {
  const left = ids(after);
  const gone: Gone = new Set([...ids(before)].filter((id) => !left.has(id)));
  if (gone.size === 0 || !after.evidence) return after;
  const evidence = after.evidence.map((e) => itemWithout(e, gone));
  return evidence.some((e, i) => e !== after.evidence?.[i]) ? { ...after, evidence } : after;
}

/** Which evidence names which record: from `proves`, and from the records that list their evidence. */
export function proofIndex(c: Case): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  const add = (recordId: string, evidenceId: string) => {
    const set = index.get(recordId) ?? new Set<string>();
    index.set(recordId, set.add(evidenceId));
  };
  for (const e of c.evidence) for (const id of e.proves) add(id, e.id);
  for (const list of [c.demands, c.propertyClues, c.conduct]) {
    for (const record of list) for (const id of record.evidenceIds) add(record.id, id);
  }
  return index;
}

const inverse = new WeakMap<Case, Map<string, Set<string>>>();

/** Ids of the records that one piece of evidence proves. A parsed case never changes, so this is found once. */
export function recordsOf(c: Case, evidenceId: string): ReadonlySet<string> {
  let found = inverse.get(c);
  if (!found) {
    found = new Map();
    for (const [recordId, evidence] of proofIndex(c)) {
      for (const id of evidence) found.set(id, (found.get(id) ?? new Set()).add(recordId));
    }
    inverse.set(c, found);
  }
  return found.get(evidenceId) ?? new Set();
}
