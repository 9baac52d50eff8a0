/**
 * A chat copied out of WeChat, QQ or a messages app, or exported as text or HTML, read into lines of a
 * transcript. What is not understood is told, never dropped.
 */
import { isIsoDate } from './fields.ts';

export interface PastedLine {
  date: string | null;
  /** HH:MM or HH:MM:SS; '' when not told. */
  time: string;
  speaker: string;
  content: string;
}

export interface Pasted {
  lines: PastedLine[];
  /** Lines before the first message. */
  unread: string[];
}

const DAY =
  '(?<y>(?:19|20)\\d{2})\\s?[-/.年]\\s?(?<m>\\d{1,2})\\s?[-/.月]\\s?(?<d>\\d{1,2})\\s?日?(?:\\s*(?:星期|周)[一二三四五六日天])?';
const CLOCK =
  '(?<half>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?\\s?(?<h>\\d{1,2})[:：](?<min>[0-5]\\d)(?:[:：](?<s>[0-5]\\d))?(?:\\s?(?<ampm>[AaPp][Mm]))?';
/** A name has no punctuation that ends a sentence; a note in brackets after it (QQ number) belongs to it. */
const NAME = '(?<name>[^\\s:：，。；！？,!?\\[【][^:：，。；！？!?\\t]{0,39}?)';
const OPEN = '[\\[(（【]?';
const SHUT = '[\\])）】]?';
const REST = '(?:\\s*[:：]\\s*(?<rest>.*)|\\t+(?<tabbed>.*))?';

/** 2024-03-05 21:05:10 李某 · [2024/3/5, 21:05] 李某: 好 · 2024/3/5, 21:05 - 李某: 好 */
const MOMENT_NAME = new RegExp(
  `^${OPEN}${DAY}[\\sT,，]*${CLOCK}${SHUT}[\\s]*[-—]?\\s*(?:${NAME}${REST})?$`,
);
/** 李某 2024/3/5 21:05: 好 · 李某(12345678) 2024-03-05 21:05:10 */
const NAME_MOMENT = new RegExp(`^${NAME}\\s*${OPEN}${DAY}[\\sT,，]*${CLOCK}${SHUT}${REST}$`);
/** ————— 2024-03-05 ————— */
const DAY_ALONE = new RegExp(`^[—–\\-=*·\\s]*${DAY}[—–\\-=*·\\s]*$`);
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`);
/** 李某  21:05 under a day of its own (WeChat's mail export). */
const NAME_CLOCK = new RegExp(`^${NAME}(?<gap>\\s+)${CLOCK}$`);
/** 李某：好 · 李某: with the words below it */
const NAME_COLON = new RegExp(`^${NAME}\\s*[:：]\\s*(?<rest>.*)$`);

type Groups = Record<string, string | undefined>;

const two = (n: number | string) => String(n).padStart(2, '0');

function dayOf(g: Groups): string | null {
  const iso = `${g.y}-${two(g.m ?? '')}-${two(g.d ?? '')}`;
  return isIsoDate(iso) ? iso : null;
}

function clockOf(g: Groups): string | null {
  let hour = Number(g.h);
  const half = g.half ?? g.ampm?.toUpperCase() ?? '';
  if (hour > 23) return null;
  if (['下午', '傍晚', '晚上', 'PM'].includes(half) && hour < 12) hour += 12;
  else if (['凌晨', 'AM'].includes(half) && hour === 12) hour = 0;
  else if (half === '中午' && hour < 11) hour += 12;
  return `${two(hour)}:${g.min}${g.s === undefined ? '' : `:${g.s}`}`;
}

/** Without the number that QQ puts after a name. */
const named = (name: string): string => name.replace(/\s*[(（<]\d{5,}[)）>]$/, '').trim();

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of an HTML page: a line a block, a tab between the cells of a row. */
export function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/[\t\r\n ]+/g, ' ')
    .replace(/<\/t[dh]\s*>/gi, '\t')
    .replace(
      /<br\s*\/?>|<\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|dd|dt)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, dec, hex, name) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

const isHtml = (text: string): boolean =>
  /<(?:!doctype html|html|body|div|p|table|br|span|li)\b[^>]*>/i.test(text);

type Found =
  | { kind: 'message'; date: string | null; time: string; speaker: string; rest: string }
  | { kind: 'moment'; date: string | null; time: string };

/** The head of a message that tells the day and the hour, in any order with the name. */
function fullHead(line: string): Found | null {
  for (const form of [MOMENT_NAME, NAME_MOMENT]) {
    const g = form.exec(line)?.groups as Groups | undefined;
    if (!g) continue;
    const date = dayOf(g);
    const time = clockOf(g);
    if (date === null || time === null) continue;
    const speaker = named(g.name ?? '');
    if (speaker === '') return { kind: 'moment', date, time };
    return { kind: 'message', date, time, speaker, rest: (g.rest ?? g.tabbed ?? '').trim() };
  }
  const day = DAY_ALONE.exec(line)?.groups as Groups | undefined;
  const date = day ? dayOf(day) : null;
  return date === null ? null : { kind: 'moment', date, time: '' };
}

/** How often each name stands at the head of a line of a form that may also be part of a message. */
function namesOf(lines: readonly string[], form: RegExp): Map<string, number> {
  const count = new Map<string, number>();
  for (const line of lines) {
    const name = named(form.exec(line)?.groups?.name ?? '');
    if (name) count.set(name, (count.get(name) ?? 0) + 1);
  }
  return count;
}

/** Says of each line whether a message begins there. */
function reader(lines: readonly string[], known: ReadonlySet<string>) {
  const full = lines.map(fullHead);
  const dated = full.some((f) => f !== null && f.date !== null);
  const clocks = namesOf(lines, NAME_CLOCK);
  const colons = namesOf(lines, NAME_COLON);
  const words = lines.filter((l) => l !== '').length;
  const spoken = [...colons.values()].reduce((a, b) => a + b, 0);
  /** Names with a colon are heads only where nothing else is: 金额：30万 stands inside a message. */
  const byColon =
    !full.some((f) => f?.kind === 'message') &&
    ![...clocks.keys()].some((n) => known.has(n) || (clocks.get(n) ?? 0) > 1);
  return (line: string, i: number): Found | null => {
    const head = full[i];
    if (head) return head;
    const alone = CLOCK_ALONE.exec(line)?.groups as Groups | undefined;
    const time = alone ? clockOf(alone) : null;
    if (time !== null) return { kind: 'moment', date: null, time };
    const clock = NAME_CLOCK.exec(line)?.groups as Groups | undefined;
    if (clock) {
      const speaker = named(clock.name ?? '');
      const at = clockOf(clock);
      const sure =
        known.has(speaker) ||
        (dated && ((clocks.get(speaker) ?? 0) > 1 || (clock.gap ?? '').length > 1));
      if (sure && at !== null) return { kind: 'message', date: null, time: at, speaker, rest: '' };
    }
    const colon = byColon ? (NAME_COLON.exec(line)?.groups as Groups | undefined) : undefined;
    if (!colon) return null;
    const speaker = named(colon.name ?? '');
    const rest = colon.rest?.trim() ?? '';
    const again = (colons.get(speaker) ?? 0) > 1;
    const sure = rest === '' || known.has(speaker) || again || spoken >= words * 0.8;
    if (!sure || speaker === '') return null;
    return { kind: 'message', date: null, time: '', speaker, rest };
  };
}

/** `2024-03-05 21:05 李某 请还款` on one line: the name ends at the blank. */
function splitName(line: PastedLine): PastedLine {
  const cut = line.speaker.search(/\s/);
  if (line.content !== '' || cut < 0) return line;
  const [speaker, content] = [line.speaker.slice(0, cut), line.speaker.slice(cut).trim()];
  return { ...line, speaker, content };
}

/**
 * Reads a pasted chat.
 * @param text plain text or HTML
 * @param speakers names that are known to speak in it
 */
export function parseChat(text: string, speakers: readonly string[] = []): Pasted {
  const plain = isHtml(text) ? htmlText(text) : text;
  const lines = plain
    .normalize('NFC')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .split(/\r\n|\r|\n/)
    .map((l) => l.replace(/\u00A0/g, ' ').trim());
  const headOf = reader(lines, new Set(speakers.filter((s) => s !== '')));
  const out: Pasted = { lines: [], unread: [] };
  let date: string | null = null;
  let time = '';
  let open: PastedLine | null = null;
  lines.forEach((line, i) => {
    const head = line === '' ? null : headOf(line, i);
    if (head?.kind === 'moment') {
      date = head.date ?? date;
      time = head.time;
      open = null;
    } else if (head) {
      date = head.date ?? date;
      open = { date, time: head.time || time, speaker: head.speaker, content: head.rest };
      out.lines.push(open);
      // A moment of its own stands over the first message after it.
      time = '';
    } else if (open) {
      open.content = open.content === '' ? line : `${open.content}\n${line}`;
    } else if (line !== '') out.unread.push(line);
  });
  out.lines = out.lines.map((l) =>
    splitName({ ...l, content: l.content.replace(/\n{2,}/g, '\n').trim() }),
  );
  return out;
}
