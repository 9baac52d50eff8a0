/** Lines of a transcript: who speaks, and the demand that a message or a call is (Civil Code 195). */
import type { z } from 'zod';
import type { CaseDocument } from './case.ts';
import type { demand } from './conduct.ts';
import { isIsoDate } from './fields.ts';

export type ItemDocument = NonNullable<CaseDocument['evidence']>[number];
export type LineDocument = NonNullable<ItemDocument['transcript']>[number];
type DemandDocument = z.input<typeof demand>;
type Channel = DemandDocument['channel'];

/** own: the creditor's side · other: the debtor, the guarantor, or whoever the chat is with. */
export type Side = 'own' | 'other';

const bare = (name: string | undefined): string => (name ?? '').replace(/\s+/g, '');

/** Whose words these are, by the name that stands at the line; null when the name is nobody's. */
export function sideOf(
  d: CaseDocument,
  item: ItemDocument,
  speaker: string | undefined,
): Side | null {
  const name = bare(speaker);
  if (name === '') return null;
  const party = (d.parties ?? []).find((p) => bare(p.name) === name);
  if (party) return party.role === 'lender' ? 'own' : 'other';
  if (name === '我' || name === '本人') return 'own';
  if (name === bare(item.chat?.otherName) || name === '对方') return 'other';
  return (d.agents ?? []).some((a) => bare(a.name) === name) ? 'own' : null;
}

/**
 * The lines of a chat as it was copied, with the name the other side bears there put into the debtor's own; only
 * where there is one debtor it can be.
 */
export function withDebtorNamed<L extends { speaker: string }>(
  d: CaseDocument,
  item: ItemDocument,
  lines: readonly L[],
): L[] {
  const shown = bare(item.chat?.otherName);
  const borrowers = (d.parties ?? []).filter((p) => p.role === 'borrower');
  const name = borrowers.length === 1 ? (borrowers[0]?.name ?? '').trim() : '';
  const anothers = (d.parties ?? []).some((p) => bare(p.name) === shown);
  if (shown === '' || name === '' || anothers) return [...lines];
  return lines.map((l) => (bare(l.speaker) === shown ? { ...l, speaker: name } : l));
}

/** Names to choose from at a line: the creditor's first, then the debtor's, then others that speak already. */
export function speakersOf(d: CaseDocument, item: ItemDocument): string[] {
  const named = (roles: readonly string[]) =>
    (d.parties ?? []).filter((p) => roles.includes(p.role)).map((p) => p.name ?? '');
  const all = [
    ...named(['lender']),
    ...named(['borrower']),
    ...(item.transcript ?? []).map((l) => l.speaker ?? ''),
    ...named(['guarantor']),
  ];
  return [...new Set(all.map((n) => n.trim()).filter((n) => n !== ''))].slice(0, 9);
}

const CHANNELS: Record<string, Channel> = {
  wechat: 'wechat',
  sms: 'sms',
  call: 'call',
  recording: 'call',
  email: 'email',
};

/** 21:05:10 → 21:05; a minute of a recording is no hour of the day. */
function hourOf(item: ItemDocument, time: string | undefined, sound: boolean): string | null {
  if (sound || item.chat?.platform === 'recording') return null;
  const m = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(time ?? '');
  return m && Number(m[1]) < 24 ? `${(m[1] ?? '').padStart(2, '0')}:${m[2]}` : null;
}

/** The debtor the words went to or came from: by name, else the first borrower. */
function partyOf(d: CaseDocument, item: ItemDocument, speaker: string | undefined): string | null {
  const parties = d.parties ?? [];
  const debtors = parties.filter((p) => p.role === 'borrower' || p.role === 'guarantor');
  const byName = [speaker, item.chat?.otherName].flatMap((name) =>
    debtors.filter((p) => bare(p.name) !== '' && bare(p.name) === bare(name)),
  );
  return (byName[0] ?? debtors.find((p) => p.role === 'borrower'))?.id ?? null;
}

export type NewDemand = Omit<DemandDocument, 'id'>;

/**
 * The demand that a line is: what the creditor wrote, or, for the debtor's words, the answer.
 * @param sound the line stands in a recording, so its time is a place in it
 * @returns the record, or why there is none, in words for the user
 */
export function demandOf(
  d: CaseDocument,
  item: ItemDocument,
  line: LineDocument,
  sound: boolean,
): NewDemand | { refused: string } {
  const content = line.content?.trim() ?? '';
  if (!line.date || !isIsoDate(line.date))
    return { refused: '请先填这一条是哪天的：时效要从那天算起' };
  if (content === '') return { refused: '请先写这一条说了什么' };
  const other = sideOf(d, item, line.speaker) === 'other';
  return {
    date: line.date,
    time: hourOf(item, line.time, sound),
    channel: CHANNELS[item.chat?.platform ?? 'wechat'] ?? 'other',
    toPartyId: partyOf(d, item, line.speaker),
    content: other ? '' : content,
    // Whoever answers has been reached.
    ...(other ? { arrived: 'yes' as const, answer: content } : {}),
    evidenceIds: [item.id],
  };
}

const squeezed = (text: string | undefined): string =>
  (text ?? '').replace(/[\s，。,.！!？?]/g, '');

/**
 * The demand that is on record already: the same day and the same words, or the same minute by the same way.
 * Entered twice, it would be printed twice.
 */
export function sameDemand(d: CaseDocument, made: NewDemand): DemandDocument | null {
  const words = squeezed(made.content) || squeezed(made.answer);
  const found = (d.demands ?? []).find((x) => {
    if (x.date !== made.date) return false;
    const same = [x.content, x.answer].some((t) => squeezed(t) !== '' && squeezed(t) === words);
    const minute = made.time != null && x.time === made.time && x.channel === made.channel;
    return same || minute;
  });
  return found ?? null;
}

/** Adds the debtor's words to the answer of a demand, once; whoever answers has been reached. */
export function withAnswer(of: DemandDocument, words: string): DemandDocument {
  const before = of.answer ?? '';
  const text = words.trim();
  if (text === '' || squeezed(before).includes(squeezed(text))) return of;
  return { ...of, arrived: 'yes', answer: before === '' ? text : `${before}\n${text}` };
}
