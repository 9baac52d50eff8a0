/** The transcript of an exhibit: which one is being written, and every step of writing it, to be undone. */
import type { CaseDocument } from '../../shared/case/case.ts';
import type { PastedLine } from '../../shared/case/chat-paste.ts';
import { combineEvidence } from '../../shared/case/combine.ts';
import {
  demandOf,
  type ItemDocument,
  type LineDocument,
  sameDemand,
  withAnswer,
} from '../../shared/case/transcript.ts';
import { change, currentCase, newId } from './case-store.ts';
import { evidenceOf, setEvidenceOf } from './proof-links.ts';
import { createStore, useStore } from './store.ts';

/** Lines that one exhibit may have (shared/case/conduct.ts). */
export const MOST_LINES = 5000;

interface Writing {
  /** The exhibit whose transcript is on the screen; null = the list and its forms. */
  itemId: string | null;
  /** Place of the line to open, from 0; null = none. */
  line: number | null;
}

const store = createStore<Writing>({ itemId: null, line: null });

export const useTranscript = (): Writing => useStore(store);
export const openTranscript = (itemId: string, line: number | null = null): void =>
  store.set({ itemId, line });
export const closeTranscript = (): void =>
  store.set((s) => (s.itemId === null ? s : { itemId: null, line: null }));

function withItem(
  d: CaseDocument,
  itemId: string,
  edit: (item: ItemDocument) => ItemDocument,
): CaseDocument {
  return { ...d, evidence: (d.evidence ?? []).map((e) => (e.id === itemId ? edit(e) : e)) };
}

const itemOf = (d: CaseDocument, itemId: string): ItemDocument | undefined =>
  d.evidence?.find((e) => e.id === itemId);

const withLine = (
  d: CaseDocument,
  itemId: string,
  lineId: string,
  edit: (line: LineDocument) => LineDocument,
): CaseDocument =>
  withItem(d, itemId, (item) => ({
    ...item,
    transcript: (item.transcript ?? []).map((l) => (l.id === lineId ? edit(l) : l)),
  }));

/**
 * A new line after another one, or at the end; day, file and page are those of the line above it.
 * @returns its id
 */
export function addLine(itemId: string, after: string | null): string {
  const id = newId();
  change(
    (d) =>
      withItem(d, itemId, (item) => {
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
      }),
    '加一条文字',
  );
  return id;
}

export function removeLine(itemId: string, lineId: string): void {
  change(
    (d) =>
      withItem(d, itemId, (item) => ({
        ...item,
        transcript: (item.transcript ?? []).filter((l) => l.id !== lineId),
      })),
    '删除一条文字',
  );
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

/** Adds pasted lines at the end; those that are there already are left out. */
export function addPasted(
  itemId: string,
  pasted: readonly PastedLine[],
  fileId: string | null,
): void {
  change(
    (d) =>
      withItem(d, itemId, (item) => ({
        ...item,
        transcript: [
          ...(item.transcript ?? []),
          ...newLines(item, pasted).map((line) => ({ id: newId(), fileId, page: 1, ...line })),
        ].slice(0, MOST_LINES),
      })),
    '粘贴聊天记录',
  );
}

/** Both sides of the link: the line names the demand, the exhibit proves it. */
function linked(d: CaseDocument, itemId: string, lineId: string, demandId: string): CaseDocument {
  const next = withLine(d, itemId, lineId, (l) => ({ ...l, demandId }));
  return setEvidenceOf(next, demandId, [...new Set([...evidenceOf(next, demandId), itemId])]);
}

export function linkDemand(itemId: string, lineId: string, demandId: string): void {
  change((d) => linked(d, itemId, lineId, demandId), '连上催收');
}

/** The exhibit stops proving the demand once none of its lines and marks shows it. */
export function unlinkDemand(itemId: string, lineId: string): void {
  change((d) => {
    const item = itemOf(d, itemId);
    const demandId = item?.transcript?.find((l) => l.id === lineId)?.demandId;
    if (!item || !demandId) return d;
    const next = withLine(d, itemId, lineId, (l) => ({ ...l, demandId: null }));
    const others =
      item.transcript?.some((l) => l.id !== lineId && l.demandId === demandId) ||
      item.marks?.some((m) => m.recordId === demandId);
    if (others) return next;
    const rest = evidenceOf(next, demandId).filter((id) => id !== itemId);
    return setEvidenceOf(next, demandId, rest);
  }, '取消催收关联');
}

/**
 * Records the line as a demand and links them; where the demand is on record already, only links them.
 * @returns `made`, `linked`, or why neither, in words for the user
 */
export function registerDemand(
  itemId: string,
  lineId: string,
  sound: boolean,
): 'made' | 'linked' | { refused: string } {
  const { document } = currentCase();
  const item = itemOf(document, itemId);
  const line = item?.transcript?.find((l) => l.id === lineId);
  if (!item || !line) return { refused: '这一条已经不在了' };
  const known = document.demands?.find((x) => x.id === line.demandId);
  if (known) return 'linked';
  const made = demandOf(document, item, line, sound);
  if ('refused' in made) return made;
  const there = sameDemand(document, made);
  if (there) {
    linkDemand(itemId, lineId, there.id);
    return 'linked';
  }
  const id = newId();
  change((d) => {
    const demands = [...(d.demands ?? []), { ...made, id }];
    return linked({ ...d, demands }, itemId, lineId, id);
  }, '登记为一次催收');
  return 'made';
}

/** The line is the debtor's answer to the demand it is linked with. */
export function takeAsAnswer(demandId: string, words: string): void {
  change(
    (d) => ({
      ...d,
      demands: (d.demands ?? []).map((x) => (x.id === demandId ? withAnswer(x, words) : x)),
    }),
    '记为对方的回复',
  );
}

/** The files of an exhibit in another order, which is that of the evidence book. */
export function orderFiles(itemId: string, fileIds: readonly string[], label: string): void {
  change(
    (d) =>
      withItem(d, itemId, (item) => {
        const old = item.fileIds ?? [];
        const same = old.length === fileIds.length && old.every((id) => fileIds.includes(id));
        return same ? { ...item, fileIds: [...fileIds] } : item;
      }),
    label,
  );
}

/** Makes one exhibit of several. @returns its id, or why not, in words for the user */
export function combine(ids: readonly string[]): { id: string } | { refused: string } {
  const result = combineEvidence(currentCase().document, ids);
  if ('refused' in result) return result;
  change((d) => {
    const now = combineEvidence(d, ids);
    return 'refused' in now ? d : now.document;
  }, '合成一份证据');
  return { id: result.id };
}
