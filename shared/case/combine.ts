/** Several pieces of evidence made one exhibit: a chat's screenshots, a contract's pages. Nothing is lost. */
import type { CaseDocument } from './case.ts';
import { exhibitNumbers, isReleased } from './exhibits.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];
type Chat = NonNullable<Item['chat']>;
type Checks = NonNullable<Chat['checks']>;

const MOST_LINES = 5000;
const MOST_MARKS = 2000;
const LINE = 500;

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
const said = (texts: readonly (string | undefined)[]): string[] =>
  unique(texts.map((t) => t?.trim() ?? '').filter((t) => t !== ''));

type Answer = boolean | null;

/** One no outweighs a yes, an open answer too: what is one exhibit now was looked at in parts. */
const together = (answers: readonly Answer[]): Answer =>
  answers.includes(false) ? false : answers.includes(null) ? null : true;

function mergedChecks(all: readonly Checks[]): Checks {
  const keys = unique(all.flatMap((c) => Object.keys(c))) as (keyof Checks)[];
  return Object.fromEntries(keys.map((key) => [key, together(all.map((c) => c[key] ?? null))]));
}

function mergedChat(items: readonly Item[]): Chat | null {
  const chats = items.flatMap((i) => (i.chat ? [i.chat] : []));
  const [first] = chats;
  if (!first) return null;
  const text = (key: 'ownAccount' | 'otherAccount' | 'otherName') =>
    said(chats.map((c) => c[key])).join('、');
  return {
    ...first,
    ownAccount: text('ownAccount'),
    otherAccount: text('otherAccount'),
    otherName: text('otherName'),
    checks: mergedChecks(chats.map((c) => c.checks ?? {})),
  };
}

/** Pages are known when they are known of every part. */
function pagesOf(items: readonly Item[]): Pick<Item, 'pages'> {
  const pages = items.map((i) => (typeof i.pages === 'number' ? i.pages : null));
  const sum = pages.reduce<number | null>((n, p) => (n === null || p === null ? null : n + p), 0);
  return { pages: sum };
}

function merged(items: readonly Item[], first: Item): Item {
  const joined = (key: 'source' | 'carrier' | 'note', by: string) =>
    said(items.map((i) => i[key])).join(by);
  const form = items.find((i) => i.form !== undefined)?.form;
  return {
    ...first,
    ...(form === undefined ? {} : { form }),
    ...pagesOf(items),
    fileIds: unique(items.flatMap((i) => i.fileIds ?? [])),
    marks: items.flatMap((i) => i.marks ?? []),
    transcript: items.flatMap((i) => i.transcript ?? []),
    proves: unique(items.flatMap((i) => i.proves ?? [])),
    purpose: said(items.map((i) => i.purpose)).join('\n'),
    source: joined('source', '、'),
    carrier: joined('carrier', '、'),
    note: joined('note', '；'),
    copies: Math.max(...items.map((i) => (typeof i.copies === 'number' ? i.copies : 1))),
    chat: mergedChat(items),
    originalHeld: together(items.map((i) => i.originalHeld ?? null)),
  };
}

/** Every `evidenceIds` of the document, wherever it stands, names the one instead of those that are gone. */
function renamed<T>(value: T, gone: ReadonlySet<string>, to: string): T {
  if (Array.isArray(value)) {
    const list = value.map((v) => renamed(v, gone, to));
    return list.some((v, i) => v !== value[i]) ? (list as T) : value;
  }
  if (value === null || typeof value !== 'object') return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, old]) => {
    const ids = key === 'evidenceIds' && Array.isArray(old) && old.some((id) => gone.has(id));
    const next = ids
      ? unique((old as string[]).map((id) => (gone.has(id) ? to : id)))
      : renamed(old, gone, to);
    if (next !== old) changed = true;
    return [key, next] as const;
  });
  return changed ? (Object.fromEntries(entries) as T) : value;
}

/** Why these cannot become one; null when they can. */
function refusal(d: CaseDocument, items: readonly Item[], one: Item | undefined): string | null {
  if (items.length < 2) return '请先选两份以上的证据，再合成一份';
  const numbers = exhibitNumbers(d);
  const frozen = items.filter((i) =>
    isReleased({ evidenceReleases: d.evidenceReleases as never }, i.id),
  );
  if (frozen.length > 0) {
    const names = frozen.map((i) => `证据${numbers.get(i.id)}`).join('、');
    return `${names}已经标为提交，编号和页码不能再变，没有合并；请只选还没有提交的`;
  }
  const chats = items.flatMap((i) => (i.chat ? [i.chat.platform ?? 'wechat'] : []));
  if (unique(chats).length > 1)
    return '选中的既有微信又有短信、录音等不同的来源，没有合并；请按来源分别合成，法院核对原件时才对得上';
  if ((one?.transcript?.length ?? 0) > MOST_LINES || (one?.marks?.length ?? 0) > MOST_MARKS)
    return '合起来的文字或标记太多，一份证据放不下，没有合并；请分成几份';
  const long = [one?.source, one?.carrier, one?.note, one?.chat?.otherName].some(
    (t) => (t?.length ?? 0) > LINE,
  );
  return long ? '合起来的来源、载体或备注超过 500 字，没有合并；请先删减' : null;
}

/**
 * Makes one exhibit of several, at the place of the first in the list: its name and group stay, files, marks,
 * transcript, purposes and links of all are kept, and every record that named one of them names it.
 * @returns the new document and the exhibit's id, or the reason why not, in words for the user
 */
export function combineEvidence(
  d: CaseDocument,
  ids: readonly string[],
): { document: CaseDocument; id: string } | { refused: string } {
  const items = (d.evidence ?? []).filter((e) => ids.includes(e.id));
  const [first] = items;
  const one = first && items.length > 1 ? merged(items, first) : undefined;
  const refused = refusal(d, items, one);
  if (refused !== null || !one) return { refused: refused ?? '请先选两份以上的证据，再合成一份' };
  const gone = new Set(items.map((i) => i.id).filter((id) => id !== one.id));
  return {
    id: one.id,
    document: {
      ...renamed(d, gone, one.id),
      evidence: (d.evidence ?? []).flatMap((e) =>
        e.id === one.id ? [one] : gone.has(e.id) ? [] : [e],
      ),
    },
  };
}
