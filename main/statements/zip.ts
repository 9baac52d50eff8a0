/**
 * The parts of a ZIP archive that a workbook needs, read with limits: what a part claims to hold is not
 * believed, its bytes are counted while they are unpacked.
 */
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../errors.ts';

export interface ZipEntry {
  name: string;
  method: number;
  /** Sizes as the directory claims them. */
  packed: number;
  size: number;
  /** Where the local header begins. */
  at: number;
  encrypted: boolean;
}

const MAX_ENTRIES = 2000;

export const damagedWorkbook = (): AppError =>
  new AppError(
    'damaged-statement',
    '这个 XLSX 文件已损坏或不完整，没有导入。请重新下载或导出一份，再导入。',
  );

export const tooLarge = (): AppError =>
  new AppError(
    'statement-too-large',
    '这个 XLSX 文件解压后大得不正常，没有导入，案件没有变化。请按时间段分几次导出账单，或改用 CSV。',
  );

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The directory of an archive. @throws AppError for a file that is none, or is cut short. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  // The end record stands last, behind it at most a comment of 64 KiB.
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < lowest) throw damagedWorkbook();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES || at === 0xffffffff) throw damagedWorkbook();
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw damagedWorkbook();
    const nameLength = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

/** The packed bytes of one part. */
function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL)
    throw damagedWorkbook();
  const from =
    entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  if (from + entry.packed > bytes.length) throw damagedWorkbook();
  return bytes.subarray(from, from + entry.packed);
}

/** Parts under this size may be packed as tightly as they like. */
const ALWAYS_FINE = 16 * 1024 * 1024;
/** Real workbooks reach about 25 : 1; bombs begin at some hundreds. */
const MAX_RATIO = 120;

/**
 * The unpacked text of a part, piece by piece.
 * @param limit most bytes to unpack
 * @throws AppError `statement-too-large`, `damaged-statement`
 */
export async function* unpack(
  bytes: Buffer,
  entry: ZipEntry,
  limit: number,
): AsyncGenerator<string> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw damagedWorkbook();
  if (entry.size > limit) throw tooLarge();
  const packed = packedBytes(bytes, entry);
  const decoder = new TextDecoder('utf-8');
  let size = 0;
  const count = (chunk: Buffer): string => {
    size += chunk.length;
    if (size > limit || (size > ALWAYS_FINE && size > packed.length * MAX_RATIO)) throw tooLarge();
    return decoder.decode(chunk, { stream: true });
  };
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += 65_536) {
      yield count(packed.subarray(at, at + 65_536));
    }
  } else {
    const inflate = createInflateRaw();
    inflate.end(packed);
    try {
      for await (const chunk of inflate) yield count(chunk as Buffer);
    } catch (e) {
      if (e instanceof AppError) throw e;
      throw damagedWorkbook();
    } finally {
      inflate.destroy();
    }
  }
  yield decoder.decode();
}
