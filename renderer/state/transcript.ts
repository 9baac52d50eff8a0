/** The transcript that is being written in the open case; every step can be undone. */
import type { PastedLine } from '../../shared/case/chat-paste.ts';
import { combineEvidence } from '../../shared/case/combine.ts';
import { change, currentCase, newId } from './case-store.ts';
import { createStore, useStore } from './store.ts';
import {
  goesWithLine,
  withAnswerLinked,
  withAnswerTo,
  withChat,
  withDemandLinked,
  withDemandRegistered,
  withDemandUnlinked,
  withFilesOrdered,
  withLineAdded,
  withoutLine,
  withPasted,
  withSpeaker,
} from './transcript-edits.ts';

export { MOST_LINES, newLines } from './transcript-edits.ts';

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

/** A new line after another one, or at the end; returns its id. */
export function addLine(itemId: string, after: string | null): string {
  const id = newId();
  change((d) => withLineAdded(d, itemId, after, id), '加一条文字');
  return id;
}

export const removeLine = (itemId: string, lineId: string): void =>
  change((d) => withoutLine(d, itemId, lineId), '删除一条文字');

export const addPasted = (
  itemId: string,
  pasted: readonly PastedLine[],
  fileId: string | null,
): void => change((d) => withPasted(d, itemId, pasted, fileId, newId), '粘贴聊天记录');

export const linkDemand = (itemId: string, lineId: string, demandId: string): void =>
  change((d) => withDemandLinked(d, itemId, lineId, demandId), '连上催收');

/** @returns whether the demand, which was nothing but the line, went with the link */
export function unlinkDemand(itemId: string, lineId: string, sound: boolean): boolean {
  const gone = goesWithLine(currentCase().document, itemId, lineId, sound);
  change((d) => withDemandUnlinked(d, itemId, lineId, sound), '取消催收关联');
  return gone;
}

export const answerDemand = (itemId: string, lineId: string, demandId: string): void =>
  change((d) => withAnswerLinked(d, itemId, lineId, demandId), '记为对方的回复');

export const nameSpeaker = (itemId: string, lineId: string, name: string): void =>
  change((d) => withSpeaker(d, itemId, lineId, name), '修改说话人');

/** Records the line as a demand. @returns what was done, or why nothing, in words for the user */
export function registerDemand(
  itemId: string,
  lineId: string,
  sound: boolean,
): 'made' | 'linked' | { refused: string } {
  const id = newId();
  const result = withDemandRegistered(currentCase().document, itemId, lineId, sound, id);
  if ('refused' in result) return result;
  change((d) => {
    const now = withDemandRegistered(d, itemId, lineId, sound, id);
    return 'refused' in now ? d : now.document;
  }, '登记为一次催收');
  return result.done;
}

export const takeAsAnswer = (demandId: string, words: string): void =>
  change((d) => withAnswerTo(d, demandId, words), '记为对方的回复');

export const orderFiles = (itemId: string, fileIds: readonly string[], label: string): void =>
  change((d) => withFilesOrdered(d, itemId, fileIds), label);

/**
 * Makes one exhibit of several.
 * @param chat they are the screens of a chat, so it is a chat
 * @returns its id, or why not, in words for the user
 */
export function combine(
  ids: readonly string[],
  chat = false,
): { id: string } | { refused: string } {
  const result = combineEvidence(currentCase().document, ids);
  if ('refused' in result) return result;
  change((d) => {
    const now = combineEvidence(d, ids);
    if ('refused' in now) return d;
    return chat ? withChat(now.document, now.id) : now.document;
  }, '合成一份证据');
  return { id: result.id };
}
