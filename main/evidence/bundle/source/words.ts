/** The words of text and office files, line by line, for the sheets that show them in the book. */
import { toAppError } from '../../../errors.ts';
import { printableCodePoints } from '../../../papers/fonts.ts';
import { readWorkbook } from '../../../statements/xlsx.ts';
import { XmlReader } from '../../../statements/xml.ts';
import { unpack, zipEntries } from '../../../statements/zip.ts';
import { SourceProblem } from '../types.ts';

/** More than this is no text to read in court but a data dump. */
const MAX_TEXT = 4 * 1024 * 1024;
const MAX_LINES = 40_000;
const MAX_XML = 64 * 1024 * 1024;
/** The reader stops here; a sheet left out would go unnoticed. */
const MOST_SHEETS = 20;

const asPdf = (why: string) =>
  new SourceProblem(
    'unsupported',
    `${why}请用原来的软件打开，“另存为”或“打印为”PDF 后再添加；原文件请保留。`,
  );
const tooLong = () =>
  new SourceProblem(
    'too-large',
    '这个文件文字太多（超过 4 MB 或 4 万行），不便整份排进证据册。请摘出有关的部分另存为 PDF 再添加；原文件请保留。',
  );
const damaged = () =>
  new SourceProblem(
    'damaged',
    '这个文件已损坏或不完整，读不出来。请换完好的版本，或另存为 PDF 再添加。',
  );

/**
 * Text with what no font here can print shown by its number: 〔U+1F600〕. Marks that turn the direction of
 * writing are shown too, since a name can hide behind them.
 */
export function printable(text: string): string {
  const known = printableCodePoints();
  return [...text]
    .map((c) => {
      const code = c.codePointAt(0) ?? 0;
      if (c === '\n' || c === '\t' || known.has(code)) return c;
      if (code === 0xfe0e || code === 0xfe0f || code === 0xfeff || code === 0x200d) return '';
      if (/\p{Zs}/u.test(c)) return ' ';
      return `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`;
    })
    .join('');
}

/** Line breaks where a long run of letters would leave its column. */
export function breakable(text: string, most: number): string {
  return text.replace(new RegExp(`[^\\s\\u2e80-\\uffef]{${most}}(?=[^\\s])`, 'gu'), '$&\n');
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of a web page: a line for each block, scripts and styles left out. */
function htmlText(html: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(script|style|head|template)\b.*?<\/\1\s*>/gis, '')
    .replace(/\s+/g, ' ')
    .replace(
      /<(br|\/?(?:p|div|li|tr|h[1-6]|table|ul|ol|section|article|blockquote|pre))\b[^>]*>/gi,
      '\n',
    )
    .replace(/<\/t[dh]\s*>/gi, '　')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, key: string) => {
      if (!key.startsWith('#')) return ENTITIES[key.toLowerCase()] ?? whole;
      const code = /^#x/i.test(key) ? Number.parseInt(key.slice(2), 16) : Number(key.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}

/** Lines ready for the page. @throws SourceProblem when there are too many or none */
function lines(text: string): string[] {
  if (text.length > MAX_TEXT) throw tooLong();
  const out = printable(text)
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => breakable(line.trimEnd(), 80));
  if (out.length > MAX_LINES) throw tooLong();
  if (out.every((line) => line.trim() === ''))
    throw new SourceProblem('empty', '这个文件里没有文字。请换正确的文件。');
  return out;
}

const isHtml = (name: string, text: string) =>
  /\.(html?|xhtml|mht)$/i.test(name) || /^\s*(<!doctype html|<html\b)/i.test(text);

/** UTF-8, UTF-16 with its mark, else GB18030, which holds all of GBK. @throws when it is no text in any */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const names = wide ? [wide] : ['utf-8', 'gb18030'];
  for (const name of names) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next one is tried.
    }
  }
  throw damaged();
}

/** The words of a plain text or a web page. */
function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_TEXT * 2) throw tooLong();
  const text = decode(bytes);
  return isHtml(name, text) ? htmlText(text) : text;
}

/** A plain text or a web page. */
export const textLines = (bytes: Uint8Array, name: string): string[] => lines(textOf(bytes, name));

/** Errors of the archive reader, in the words of this book. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (e) {
    if (e instanceof SourceProblem) throw e;
    throw toAppError(e).code === 'statement-too-large' ? tooLong() : damaged();
  }
}

/** @param strict refuse what cannot be shown as text: pictures, drawings, edits that are not accepted */
function docxText(bytes: Uint8Array, strict: boolean): Promise<string> {
  return reading(async () => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = zipEntries(buffer);
    const main = entries.find((e) => e.name === 'word/document.xml');
    if (!main) throw damaged();
    const graphic = entries.some((e) =>
      /^word\/(media|embeddings|charts|diagrams)\/./.test(e.name),
    );
    if (graphic && strict) throw asPdf('这个 Word 文件里有图片或图表，只排文字会漏掉它们。');
    const out: string[] = [];
    let line = '';
    let inText = false;
    let cells = 0;
    const reader = new XmlReader({
      open(name) {
        if (strict && ['drawing', 'pict', 'object'].includes(name))
          throw asPdf('这个 Word 文件里有图片或图表，只排文字会漏掉它们。');
        if (strict && (name === 'ins' || name === 'del'))
          throw asPdf('这个 Word 文件里有没有接受的修订，排成文字会看不出改动。');
        if (name === 't') inText = true;
        else if (name === 'tab') line += '　';
        else if (name === 'br' || name === 'cr') line += '\n';
        else if (name === 'tc') cells += 1;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'tc') {
          cells -= 1;
          if (cells === 0) line += '　｜　';
        } else if ((name === 'p' && cells === 0) || name === 'tr') {
          out.push(line);
          line = '';
        } else if (name === 'p') line += ' ';
      },
      text(text) {
        if (inText) line += text;
      },
    });
    for await (const piece of unpack(buffer, main, MAX_XML)) reader.feed(piece);
    reader.end();
    return [...out, line].join('\n');
  });
}

/** The text of a Word file. Pictures, drawings and edits that are not accepted cannot be shown as text. */
export const docxLines = async (bytes: Uint8Array): Promise<string[]> =>
  lines(await docxText(bytes, true));

/** @param strict refuse what cannot be shown as text: pictures and charts */
function xlsxText(bytes: Uint8Array, strict: boolean): Promise<string> {
  return reading(async () => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (
      strict &&
      zipEntries(buffer).some((e) => /^xl\/(media|charts|drawings\/drawing)/.test(e.name))
    )
      throw asPdf('这个表格里有图片或图表，只排文字会漏掉它们。');
    const sheets = await readWorkbook(buffer, async () => undefined);
    if (sheets.length >= MOST_SHEETS) throw asPdf('这个表格的工作表太多。');
    return sheets
      .flatMap((sheet) => [
        ...(sheet.name ? [`【${sheet.name}】`] : []),
        ...sheet.rows.map((row) => row.cells.map((c) => c.trim()).join('　｜　')),
      ])
      .join('\n');
  });
}

/** The cells of a workbook, a line for each row. */
export const xlsxLines = async (bytes: Uint8Array): Promise<string[]> =>
  lines(await xlsxText(bytes, true));

/**
 * The words as they are, to be found again: also of files whose pictures keep them from being printed.
 * @throws SourceProblem when the file is damaged or a data dump
 */
export async function wordsToFind(
  bytes: Uint8Array,
  mime: string,
  name: string,
): Promise<string[]> {
  const text = mime.endsWith('wordprocessingml.document')
    ? await docxText(bytes, false)
    : mime.endsWith('spreadsheetml.sheet')
      ? await xlsxText(bytes, false)
      : textOf(bytes, name);
  if (text.length > MAX_TEXT) throw tooLong();
  return text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).map((line) => line.trim());
}
