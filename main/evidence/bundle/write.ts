/** Names and places of what is written: nothing that is there already is touched, nothing half stays behind. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameFor } from '../../papers/file-names.ts';
import { syncFile, syncFolder } from '../../store/files.ts';

export interface OutputName {
  name: string;
  extension: string;
}

/**
 * Takes free names for a whole set of files: all plain, or all with the same （2）, so that the volumes of a
 * book stay together. Empty files hold the places.
 */
export async function reserveNames(
  folder: string,
  names: readonly OutputName[],
): Promise<string[]> {
  for (let number = 1; ; number++) {
    const paths: string[] = [];
    try {
      for (const { name, extension } of names) {
        const path = join(folder, fileNameFor(name, extension, number));
        await (await open(path, 'wx')).close();
        paths.push(path);
      }
      return paths;
    } catch (error) {
      for (const path of paths) await rm(path, { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A file on its way: written and flushed under another name. */
export class TempFiles {
  readonly #folder: string;
  readonly #paths = new Set<string>();
  #n = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes the pieces one after the other, flushes them to the disk. @returns the path */
  async write(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
    this.#n += 1;
    const path = join(this.#folder, `.jieju-${process.pid}-${this.#n}.tmp`);
    this.#paths.add(path);
    const handle = await open(path, 'w', 0o600);
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
    } finally {
      await handle.close();
    }
    await syncFile(path);
    return path;
  }

  /** What the disk gives back, not what was handed to it. */
  readonly read = (path: string): Promise<Buffer> => readFile(path);

  async moveTo(from: string, to: string): Promise<void> {
    await rename(from, to);
    this.#paths.delete(from);
  }

  async drop(path: string): Promise<void> {
    await rm(path, { force: true });
    this.#paths.delete(path);
  }

  /** Takes away what did not get its name. */
  async clear(): Promise<void> {
    for (const path of this.#paths) await rm(path, { force: true });
    await syncFolder(this.#folder);
  }
}
