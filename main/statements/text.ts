/** The text of a CSV: its encoding found, never guessed silently. */
import { AppError } from '../errors.ts';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  notes: string[];
}

/** The size of a piece decoded at once. */
const PIECE = 1024 * 1024;

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  const decoder = new TextDecoder(encoding, { fatal });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  }
  // A file cut inside a character ends there without complaint; the missing line end tells of it.
  return parts.join('');
}

const unreadable = (): AppError =>
  new AppError(
    'unreadable-statement',
    '这个文件里的文字读不出来，没有导入。请导入下载到的原文件，不要用别的软件另存；仍不行时请换成 XLSX 格式导出。',
  );

/** True when the bytes are UTF-8 as far as they go. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    decode(bytes, 'utf-8', true);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes UTF-8 (with or without mark), UTF-16 with mark, and GBK/GB18030.
 * @throws AppError `unreadable-statement` for bytes that are no text in any of them
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b] = bytes;
  const marked: DecodedText['encoding'] | null =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
  // gb18030 holds all of GBK; the decoder of the name "gbk" is the same one.
  const text = decode(bytes, encoding, false);
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
