/** The text of a CSV: its encoding found, never guessed silently. */
import { AppError } from '../errors.ts';
import type { Pace } from './xlsx.ts';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  notes: string[];
}

/** The size of a piece decoded at once. */
const PIECE = 512 * 1024;

async function decode(
  bytes: Uint8Array,
  encoding: string,
  fatal: boolean,
  pace: Pace,
): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    await pace();
  }
  // A file cut inside a character ends there without complaint; the missing line end tells of it.
  return parts.join('');
}

const unreadable = (): AppError =>
  new AppError(
    'unreadable-statement',
    '这个文件里的文字读不出来，没有导入。请导入下载到的原文件，不要用别的软件另存；仍不行时请换成 XLSX 格式导出。',
  );

/** The text, when the bytes are UTF-8 as far as they go. */
async function asUtf8(bytes: Uint8Array, pace: Pace): Promise<string | null> {
  try {
    return await decode(bytes, 'utf-8', true, pace);
  } catch (e) {
    // A cancelled job speaks through `pace`.
    if (e instanceof AppError) throw e;
    return null;
  }
}

/**
 * Decodes UTF-8 (with or without mark), UTF-16 with mark, and GBK/GB18030.
 * @throws AppError `unreadable-statement` for bytes that are no text in any of them
 */
export async function decodeText(bytes: Uint8Array, pace: Pace): Promise<DecodedText> {
  const [a, b] = bytes;
  const marked: DecodedText['encoding'] | null =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const utf8 = marked ? null : await asUtf8(bytes, pace);
  // gb18030 holds all of GBK; the decoder of the name "gbk" is the same one.
  const encoding = marked ?? (utf8 === null ? 'gb18030' : 'utf-8');
  const text = utf8 ?? (await decode(bytes, encoding, false, pace));
  if (text.includes('\0')) throw unreadable();
  let bad = 0;
  for (
    let at = text.indexOf('\ufffd');
    at >= 0 && bad < 10_000;
    at = text.indexOf('\ufffd', at + 1)
  ) {
    bad += 1;
  }
  if (bad > 20 && bad * 200 > text.length) throw unreadable();
  const notes = bad > 0 ? [`文件里有 ${bad} 处文字读不出来，显示为“\ufffd”，原文件未改动。`] : [];
  return { text, encoding, notes };
}
