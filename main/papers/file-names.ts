/** File names of exported papers: 序号-材料名称-当事人, fit for every system and for court portals. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../store/files.ts';

/** Longest file name, extension included, in characters (portals cut longer ones). */
const MAX_CHARS = 60;

/**
 * A file name without the characters that Windows or the portals refuse, at most 60 characters.
 * @param number 2 and up adds （2）, for a name that is taken
 */
export function fileNameFor(name: string, extension: string, number = 1): string {
  const tail = `${number > 1 ? `（${number}）` : ''}.${extension}`;
  const plain = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .replace(/\s+/g, ' ');
  const room = MAX_CHARS - [...tail].length;
  const short = [...plain]
    .slice(0, room)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${short || '材料'}${tail}`;
}

/** Takes a free name in a folder by making an empty file, so that nobody else can take it in between. */
async function reserve(folder: string, name: string, extension: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, fileNameFor(name, extension, number));
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Writes a new file into a folder; a file that is there already is never touched, the new one becomes
 * name（2）. Whole or not at all, also after a power cut.
 * @returns the path written
 */
export async function writeNewFile(
  folder: string,
  name: string,
  extension: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = await reserve(folder, name, extension);
  try {
    await writeFileAtomic(path, bytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}
