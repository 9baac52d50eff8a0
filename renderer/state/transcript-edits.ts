/** Changes to a transcript, as pure functions of the case document; renderer/state/transcript.ts does them. */
import type { CaseDocument } from '../../shared/case/case.ts';
import type { PastedLine } from '../../shared/case/chat-paste.ts';
import {
  demandOf,
  type ItemDocument,
  type LineDocument,
  sameDemand,
  withAnswer,
} from '../../shared/case/transcript.ts';
import { evidenceOf, setEvidenceOf } from './proof-links.ts';

/** Lines that one exhibit may have (shared/case/conduct.ts). */
export const MOST_LINES = 5000;

function withItem(
  d: CaseDocument,
  itemId: string,
  edit: (item: ItemDocument) => ItemDocument,
): CaseDocument {
  return { ...d, evidence: (d.evidence ?? []).map((e) => (e.id === itemId ? edit(e) : e)) };
}

const itemOf = (d: CaseDocument, itemId: string): ItemDocument | undefined =>
  d.evidence?.find((e) => e.id === itemId);

/** With other values in one line. */
export function withLine(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  values: Partial<LineDocument>,
): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    transcript: (item.transcript ?? []).map((l) => (l.id === lineId ? { ...l, ...values } : l)),
  }));
}

/** With a new line after another one, or at the end; day, file and page are those of the line above it. */
export function withLineAdded(
  d: CaseDocument,
  itemId: string,
  after: string | null,
  id: string,
): CaseDocument {
  return withItem(d, itemId, (item) => {
    const lines = item.transcript ?? [];
    const found = after === null ? -1 : lines.findIndex((l) => l.id === after);
    const at = found < 0 ? lines.length : found + 1;
    const above = lines[at - 1];
    const line: LineDocument = {
      id,
      fileId: above ? (above.fileId ?? null) : (item.fileIds?.[0] ?? null),
      page: above?.page ?? 1,
      date: above?.date ?? null,
    };
    return { ...item, transcript: [...lines.slice(0, at), line, ...lines.slice(at)] };
  });
}

export function withoutLine(d: CaseDocument, itemId: string, lineId: string): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    transcript: (item.transcript ?? []).filter((l) => l.id !== lineId),
  }));
}

const sameLine = (a: LineDocument, b: PastedLine): boolean =>
  (a.date ?? null) === b.date &&
  (a.time ?? '') === b.time &&
  (a.speaker ?? '') === b.speaker &&
  (a.content ?? '') === b.content;

/** The pasted lines that are not in the transcript yet. */
export function newLines(item: ItemDocument, pasted: readonly PastedLine[]): PastedLine[] {
  const there = item.transcript ?? [];
  return pasted.filter((line) => !there.some((l) => sameLine(l, line)));
}

/** With pasted lines at the end; those that are there already are left out. */
export function withPasted(
  d: CaseDocument,
  itemId: string,
  pasted: readonly PastedLine[],
  fileId: string | null,
  newId: () => string,
): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    transcript: [
      ...(item.transcript ?? []),
      ...newLines(item, pasted).map((line) => ({ id: newId(), fileId, page: 1, ...line })),
    ].slice(0, MOST_LINES),
  }));
}

/** Both sides of the link: the line names the demand, the exhibit proves it. */
export function withDemandLinked(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  demandId: string,
): CaseDocument {
  const next = withLine(d, itemId, lineId, { demandId });
  return setEvidenceOf(next, demandId, [...new Set([...evidenceOf(next, demandId), itemId])]);
}

/** Whether the exhibit shows the demand beside this line: by another line of it, or by a mark. */
const shownElsewhere = (item: ItemDocument, lineId: string, demandId: string): boolean =>
  Boolean(
    item.transcript?.some((l) => l.id !== lineId && l.demandId === demandId) ||
      item.marks?.some((m) => m.recordId === demandId),
  );

/**
 * Whether the demand at a line is nothing but that line: made from it, not worked on since, shown nowhere else.
 * @param sound the line stands in a recording
 */
export function goesWithLine(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  sound: boolean,
): boolean {
  const item = itemOf(d, itemId);
  const line = item?.transcript?.find((l) => l.id === lineId);
  const demand = d.demands?.find((x) => x.id === line?.demandId);
  if (!item || !line || !demand || shownElsewhere(item, lineId, demand.id)) return false;
  if (evidenceOf(d, demand.id).some((id) => id !== itemId)) return false;
  const made = demandOf(d, item, line, sound);
  if ('refused' in made) return false;
  const plain = (x: object) =>
    JSON.stringify(
      Object.entries(x)
        .filter(([key]) => key !== 'id' && key !== 'evidenceIds')
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return plain(made) === plain(demand);
}

/**
 * The exhibit stops proving the demand once none of its lines and marks shows it; a demand that is nothing but the
 * line goes.
 * @param sound the line stands in a recording
 */
export function withDemandUnlinked(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  sound: boolean,
): CaseDocument {
  const item = itemOf(d, itemId);
  const demandId = item?.transcript?.find((l) => l.id === lineId)?.demandId;
  if (!item || !demandId) return d;
  const next = withLine(d, itemId, lineId, { demandId: null });
  if (shownElsewhere(item, lineId, demandId)) return next;
  const rest = evidenceOf(next, demandId).filter((id) => id !== itemId);
  const loose = setEvidenceOf(next, demandId, rest);
  if (!goesWithLine(d, itemId, lineId, sound)) return loose;
  return { ...loose, demands: (loose.demands ?? []).filter((x) => x.id !== demandId) };
}

export type Registered = { done: 'made' | 'linked'; document: CaseDocument } | { refused: string };

/**
 * The line recorded as a demand and linked with it; where the demand is on record already, only linked.
 * @param sound the line stands in a recording
 * @param id of a new demand
 * @returns the document and what was done, or why nothing, in words for the user
 */
export function withDemandRegistered(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  sound: boolean,
  id: string,
): Registered {
  const item = itemOf(d, itemId);
  const line = item?.transcript?.find((l) => l.id === lineId);
  if (!item || !line) return { refused: '这一条已经不在了' };
  if (d.demands?.some((x) => x.id === line.demandId)) return { done: 'linked', document: d };
  const made = demandOf(d, item, line, sound);
  if ('refused' in made) return made;
  const there = sameDemand(d, made);
  if (there) return { done: 'linked', document: withDemandLinked(d, itemId, lineId, there.id) };
  const demands = [...(d.demands ?? []), { ...made, id }];
  return { done: 'made', document: withDemandLinked({ ...d, demands }, itemId, lineId, id) };
}

/** The words as the debtor's answer to a demand. */
export function withAnswerTo(d: CaseDocument, demandId: string, words: string): CaseDocument {
  const demands = (d.demands ?? []).map((x) => (x.id === demandId ? withAnswer(x, words) : x));
  return { ...d, demands };
}

/** With an exhibit known as a chat; from which app is asked in its form. */
export function withChat(d: CaseDocument, itemId: string): CaseDocument {
  return withItem(d, itemId, (item) => ({
    ...item,
    form: 'electronic',
    chat: item.chat ?? { platform: 'wechat' },
  }));
}

/** The demands that the debtor's words of a day can answer; without the day, all of them. */
export const demandsBefore = (d: CaseDocument, date: string | null | undefined) =>
  (d.demands ?? []).filter((x) => !date || !x.date || x.date <= date);

/** The debtor's line as the answer to a demand, linked with it. Its result is for the user to say. */
export function withAnswerLinked(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  demandId: string,
): CaseDocument {
  const words = itemOf(d, itemId)?.transcript?.find((l) => l.id === lineId)?.content ?? '';
  return withAnswerTo(withDemandLinked(d, itemId, lineId, demandId), demandId, words);
}

/** A line's speaker under a known name; so are the other lines of the exhibit that bear the same unknown one. */
export function withSpeaker(
  d: CaseDocument,
  itemId: string,
  lineId: string,
  name: string,
): CaseDocument {
  const was = itemOf(d, itemId)?.transcript?.find((l) => l.id === lineId)?.speaker ?? '';
  return withItem(d, itemId, (item) => ({
    ...item,
    transcript: (item.transcript ?? []).map((l) =>
      l.id === lineId || (was !== '' && l.speaker === was) ? { ...l, speaker: name } : l,
    ),
  }));
}

/** The files of an exhibit in another order, which is that of the evidence book; none more, none less. */
export function withFilesOrdered(
  d: CaseDocument,
  itemId: string,
  fileIds: readonly string[],
): CaseDocument {
  return withItem(d, itemId, (item) => {
    const old = item.fileIds ?? [];
    const same = old.length === fileIds.length && old.every((id) => fileIds.includes(id));
    return same ? { ...item, fileIds: [...fileIds] } : item;
  });
}
