/**
 * Rows of a workbook's sheets as text. Values only: formulas are never computed (a stored result is read as
 * the text it is), links and macros are not looked at. Numbers are shown as a spreadsheet shows them, to 15 digits.
 */
import type { GridRow } from '../../shared/statements/types.ts';
import { AppError } from '../errors.ts';
import { XmlReader } from './xml.ts';
import { damagedWorkbook, unpack, type ZipEntry, zipEntries } from './zip.ts';

export const LIMITS = {
  sheetBytes: 400 * 1024 * 1024,
  stringBytes: 200 * 1024 * 1024,
  otherBytes: 8 * 1024 * 1024,
  rows: 500_000,
  columns: 256,
  cells: 12_000_000,
} as const;

/** Called between pieces of work; may wait, may throw to stop. */
export type Pace = () => Promise<void>;

export interface Sheet {
  name: string;
  rows: GridRow[];
}

export const tooManyRows = (): AppError =>
  new AppError(
    'statement-too-large',
    '账单超过 50 万行，没有导入，案件没有变化。请按时间段分几次导出，再分别导入。',
  );

type Attribute = (name: string) => string | undefined;

async function walk(
  bytes: Buffer,
  entry: ZipEntry,
  limit: number,
  pace: Pace,
  handler: {
    open?: (name: string, a: Attribute) => void;
    close?: (name: string) => void;
    text?: (t: string) => void;
  },
): Promise<void> {
  const none = () => undefined;
  const reader = new XmlReader({
    open: handler.open ?? none,
    close: handler.close ?? none,
    text: handler.text ?? none,
  });
  for await (const piece of unpack(bytes, entry, limit)) {
    reader.feed(piece);
    await pace();
  }
  reader.end();
}

/** `_x000D_` in a shared string stands for that character. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

async function sharedStrings(bytes: Buffer, entry: ZipEntry, pace: Pace): Promise<string[]> {
  const strings: string[] = [];
  let now: string | null = null;
  let inText = false;
  let phonetic = false;
  await walk(bytes, entry, LIMITS.stringBytes, pace, {
    open: (name) => {
      if (name === 'si') now = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 'si') {
        strings.push(unescaped(now ?? ''));
        now = null;
      } else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (t) => {
      if (inText && now !== null) now += t;
    },
  });
  return strings;
}

/** Number formats that show a day or a time: the built-in ones, or codes with y, d, h, s outside quotes. */
function isDateFormat(id: number, codes: ReadonlyMap<number, string>): boolean {
  const code = codes.get(id);
  if (code === undefined) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  }
  return /[ydhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
}

/** For each cell style: does it show a date? */
async function dateStyles(bytes: Buffer, entry: ZipEntry, pace: Pace): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await walk(bytes, entry, LIMITS.otherBytes, pace, {
    open: (name, a) => {
      if (name === 'numFmt') codes.set(Number(a('numFmtId')), a('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(Number(a('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => isDateFormat(id, codes));
}

interface Book {
  sheets: { name: string; entry: ZipEntry }[];
  date1904: boolean;
}

async function readBook(bytes: Buffer, entries: ZipEntry[], pace: Pace): Promise<Book> {
  const part = (name: string) => entries.find((e) => e.name.toLowerCase() === name.toLowerCase());
  const book = part('xl/workbook.xml');
  if (!book) throw damagedWorkbook();
  const named: { name: string; id: string }[] = [];
  let date1904 = false;
  await walk(bytes, book, LIMITS.otherBytes, pace, {
    open: (name, a) => {
      if (name === 'sheet') named.push({ name: a('name') ?? '', id: a('r:id') ?? '' });
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(a('date1904') ?? '');
    },
  });
  const targets = new Map<string, string>();
  const links = part('xl/_rels/workbook.xml.rels');
  if (links) {
    await walk(bytes, links, LIMITS.otherBytes, pace, {
      open: (name, a) => {
        if (name === 'Relationship') targets.set(a('Id') ?? '', a('Target') ?? '');
      },
    });
  }
  const sheets = named.flatMap(({ name, id }, i) => {
    const target = (targets.get(id) ?? `worksheets/sheet${i + 1}.xml`).replace(
      /^\/?(xl\/)?/,
      'xl/',
    );
    const entry = part(target);
    return entry ? [{ name, entry }] : [];
  });
  // Some exporters name their only sheet in no list.
  const lone = sheets.length === 0 ? part('xl/worksheets/sheet1.xml') : undefined;
  return { sheets: lone ? [{ name: '', entry: lone }] : sheets, date1904 };
}

/** `AB12` → 27; -1 when there is no column in it. */
function columnOf(ref: string): number {
  let n = 0;
  for (let i = 0; i < ref.length; i++) {
    const c = ref.charCodeAt(i);
    if (c < 65 || c > 90) break;
    n = n * 26 + c - 64;
  }
  return n - 1;
}

/** A stored number as its cell shows it: 15 digits, an exponent only where digits are lost. */
function numberText(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  // Digits of a whole number that fits are exact as they stand.
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const shown = Number(value.toPrecision(15));
  if (Math.abs(shown) >= 1e15) return shown.toExponential().toUpperCase();
  // The shortest digits that mean this number: 0.1 and not 0.1000000000000000055.
  return String(shown);
}

/** A day number as `2024-03-01 12:00:00`, or only its date when it has no time. */
function dateText(stored: string, date1904: boolean): string {
  const days = Number(stored) + (date1904 ? 1462 : 0);
  if (stored.trim() === '' || !Number.isFinite(days) || days < 0 || days > 2_958_465) return stored;
  const seconds = Math.round(days * 86_400);
  const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  if (days < 1) return iso.slice(11, 19);
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

async function readSheet(
  bytes: Buffer,
  entry: ZipEntry,
  known: { strings: readonly string[]; dates: readonly boolean[]; date1904: boolean },
  pace: Pace,
): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  let cells: string[] = [];
  let stored: string[] = [];
  let n = 0;
  let column = -1;
  let cell = { type: '', style: 0, value: '', use: false };
  let count = 0;
  const finish = () => {
    const { type, style, value } = cell;
    let shown = value;
    let raw = value;
    if (type === 's') shown = raw = known.strings[Number(value)] ?? '';
    else if (type === 'inlineStr' || type === 'str') shown = raw = unescaped(value);
    else if (type === '' || type === 'n') {
      shown = known.dates[style] ? dateText(value, known.date1904) : numberText(value);
    } else if (type === 'd') shown = value.replace('T', ' ');
    if (column < 0 || column >= LIMITS.columns || shown === '') return;
    while (cells.length < column) {
      cells.push('');
      stored.push('');
    }
    cells[column] = shown;
    stored[column] = raw;
    count += 1;
    if (count > LIMITS.cells) throw tooManyRows();
  };
  await walk(bytes, entry, LIMITS.sheetBytes, pace, {
    open: (name, a) => {
      if (name === 'row') {
        const r = Number(a('r'));
        n = Number.isInteger(r) && r > n ? r : n + 1;
        cells = [];
        stored = [];
        column = -1;
      } else if (name === 'c') {
        const ref = a('r');
        column = ref ? columnOf(ref) : column + 1;
        cell = { type: a('t') ?? '', style: Number(a('s') ?? 0), value: '', use: false };
      } else if (name === 'v' || name === 't') cell.use = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') cell.use = false;
      else if (name === 'c') finish();
      else if (name === 'row') {
        if (rows.length >= LIMITS.rows) throw tooManyRows();
        rows.push({ n, cells, raw: stored.join('\t') });
      }
    },
    text: (t) => {
      if (cell.use) cell.value += t;
    },
  });
  return rows;
}

/**
 * All sheets of a workbook that hold anything, in their order.
 * @throws AppError `damaged-statement`, `statement-too-large`, `encrypted-statement`
 */
export async function readWorkbook(bytes: Buffer, pace: Pace): Promise<Sheet[]> {
  const entries = zipEntries(bytes);
  if (entries.some((e) => e.encrypted)) {
    throw new AppError(
      'encrypted-statement',
      '这个文件设有密码，没有导入。请用收到的解压密码解开后，再导入里面的账单。',
    );
  }
  const book = await readBook(bytes, entries, pace);
  const find = (name: string) => entries.find((e) => e.name.toLowerCase() === name);
  const stringsAt = find('xl/sharedstrings.xml');
  const stylesAt = find('xl/styles.xml');
  const known = {
    strings: stringsAt ? await sharedStrings(bytes, stringsAt, pace) : [],
    dates: stylesAt ? await dateStyles(bytes, stylesAt, pace) : [],
    date1904: book.date1904,
  };
  const sheets: Sheet[] = [];
  for (const { name, entry } of book.sheets.slice(0, 20)) {
    const rows = await readSheet(bytes, entry, known, pace);
    if (rows.some((r) => r.cells.length > 0)) sheets.push({ name, rows });
  }
  return sheets;
}
