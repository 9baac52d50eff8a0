/** Where the bytes of a new file come from: the disk, or the clipboard. */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';

export const MAX_FILE = 2 * 1024 * 1024 * 1024;

export interface Incoming {
  name: string;
  size: number;
  /** Bytes read into the buffer from `offset`; 0 = the end. */
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<number>;
  /** Not altered since it was opened. */
  same(): Promise<boolean>;
  close(): Promise<void>;
}

/** The file's size. @throws AppError for what cannot be evidence. */
async function measure(path: string): Promise<number> {
  const info = await stat(path);
  if (info.isDirectory()) {
    throw new AppError('folder', '这是文件夹，没有存入。请打开它，选择里面的文件。');
  }
  if (!info.isFile()) throw new AppError('not-a-file', '这不是普通文件，没有存入。请另选文件。');
  if (info.size === 0) {
    throw new AppError(
      'empty-file',
      '文件是空的（0 字节），没有存入。请检查原件，可能没有下载完。',
    );
  }
  if (info.size > MAX_FILE) {
    throw new AppError(
      'file-too-large',
      '文件超过 2 GB，没有存入，原文件没有变化。请截取与案件有关的部分，或压缩后再添加。',
    );
  }
  return info.size;
}

/** @throws AppError, or the system's error, for what cannot be read */
export async function fromPath(path: string): Promise<Incoming> {
  const size = await measure(path);
  const handle = await open(path, 'r');
  try {
    const { mtimeMs } = await handle.stat();
    return {
      name: basename(path),
      size,
      read: async (...to) => (await handle.read(...to)).bytesRead,
      same: async () => (await handle.stat()).mtimeMs === mtimeMs,
      close: () => handle.close(),
    };
  } catch (e) {
    await handle.close();
    throw e;
  }
}

/** A picture from the clipboard. */
export function fromBytes(name: string, bytes: Uint8Array): Incoming {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    size: whole.length,
    read: async (buffer, offset, length, position) =>
      whole.copy(buffer, offset, position, position + length),
    same: async () => true,
    close: async () => undefined,
  };
}
