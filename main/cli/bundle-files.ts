/** The files of a folder, as the bundle takes them: matched to the evidence, hashed, read on demand. */
import { createHash, webcrypto } from 'node:crypto';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Exhibit } from '../../shared/case/exhibits.ts';
import { matchFiles } from '../../shared/case/match-files.ts';
import type { ReadSource, SourceFile } from '../evidence/bundle/types.ts';
import { sniff } from '../evidence/sniff.ts';
import { UsageError } from './command.ts';

/** What systems put into folders on their own. */
const SYSTEM = /^(\.|~\$|thumbs\.db$|desktop\.ini$|__MACOSX$)/i;
const PIECE = 1024 * 1024;
/** Files up to this size are hashed as one, so many at a time. */
const WHOLE = 16 * 1024 * 1024;
const TOGETHER = 4;

const reasons: Record<string, string> = {
  ENOENT: '找不到这个文件夹',
  ENOTDIR: '这不是文件夹',
  EACCES: '没有权限读取这个文件夹',
};

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let have = 0;
  while (have < length) {
    const { bytesRead } = await handle.read(buffer, have, length - have, offset + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return buffer.subarray(0, have);
}

/** SHA-256 of a whole file; of one that memory holds easily by Node's own threads, several at a time. */
async function hashOf(handle: FileHandle, size: number): Promise<string> {
  if (size <= WHOLE) {
    const bytes = await readAt(handle, 0, size);
    return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
  }
  const hash = createHash('sha256');
  for (let at = 0; at < size; at += PIECE)
    hash.update(await readAt(handle, at, Math.min(PIECE, size - at)));
  return hash.digest('hex');
}

async function sourceOf(path: string, itemId: string): Promise<SourceFile> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = await readAt(handle, 0, Math.min(size, PIECE));
    return {
      key: path,
      itemId,
      name: basename(path),
      size,
      mime: sniff(head, size <= PIECE),
      sha256: await hashOf(handle, size),
      takenAt: '',
    };
  } finally {
    await handle.close();
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((n) => !SYSTEM.test(n)).sort();
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw new UsageError(`--files: ${folder}: ${reason ?? '读不出这个文件夹'}`);
  }
}

/**
 * The files of a folder for the given exhibits.
 * @throws UsageError naming every file that belongs to no exhibit or to several, and every folder inside:
 * a book without them would look complete and not be
 */
export async function folderFiles(folder: string, list: readonly Exhibit[]): Promise<SourceFile[]> {
  const all = await names(folder);
  const folders: string[] = [];
  for (const name of all) if ((await stat(join(folder, name))).isDirectory()) folders.push(name);
  const { matched, unmatched, doubtful } = matchFiles(
    list,
    all.filter((n) => !folders.includes(n)),
  );
  const errors = [
    ...folders.map(
      (n) => `--files: “${n}”是子文件夹，里面的文件没有读取；请把文件移到同一个文件夹，或把它移走`,
    ),
    ...unmatched.map(
      (n) =>
        `--files: “${n}”没有对应的证据；请以证据编号开头命名，例如“证据1-借条.jpg”，或把它移走`,
    ),
    ...doubtful.map(
      (d) =>
        `--files: “${d.name}”对应不止一份证据（${d.numbers.join('、')}）；请以证据编号开头命名`,
    ),
  ];
  if (errors.length > 0) throw new UsageError(errors);
  const wanted = list.flatMap(({ item }) =>
    (matched.get(item.id) ?? []).map((name) => ({ path: join(folder, name), itemId: item.id })),
  );
  const files: SourceFile[] = [];
  for (let at = 0; at < wanted.length; at += TOGETHER) {
    const some = wanted.slice(at, at + TOGETHER);
    files.push(...(await Promise.all(some.map((w) => sourceOf(w.path, w.itemId)))));
  }
  return files;
}

/** Reads originals from the disk by their paths. */
export const readFromDisk: ReadSource = async (path, offset, length) => {
  const handle = await open(path, 'r');
  try {
    return await readAt(handle, offset, length);
  } finally {
    await handle.close();
  }
};
