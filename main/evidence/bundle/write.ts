/** Names and places of what is written: nothing that is there already is touched, nothing half stays behind. */
import { createHash } from 'node:crypto';
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { fileNameFor } from '../../papers/file-names.ts';
import { syncFolder } from '../../store/files.ts';

export interface OutputName {
  name: string;
  extension: string;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Free names for a whole set of files: all plain, or all with the same （2）, so that the volumes of a book stay
 * together.
 * @returns their paths
 */
export async function freeNames(folder: string, names: readonly OutputName[]): Promise<string[]> {
  for (let number = 1; ; number++) {
    const paths = names.map(({ name, extension }) =>
      join(folder, fileNameFor(name, extension, number)),
    );
    if (!(await Promise.all(paths.map(exists))).includes(true)) return paths;
  }
}

/**
 * Takes the names by making empty files, so that nobody else can.
 * @throws AppError `name-taken` when one of them is there after all
 */
export async function reserveNames(paths: readonly string[]): Promise<readonly string[]> {
  const made: string[] = [];
  try {
    for (const path of paths) {
      await (await open(path, 'wx')).close();
      made.push(path);
    }
    return made;
  } catch (error) {
    for (const path of made) await rm(path, { force: true });
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new AppError('name-taken', '文件夹里刚刚出现了同名的文件，证据册没有写入。请再做一次。');
  }
}

/** Bytes on their way to the disk at a time. */
const MOST_WAITING = 24 * 1024 * 1024;
/** Bytes after which the disk is told to write them down, while the work goes on. */
const FLUSH = 48 * 1024 * 1024;

/** A file that is being written while the next of it is made; its fingerprint grows with it. */
export class TempFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #size = 0;
  #waiting = 0;
  #unflushed = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  async #put(pieces: readonly Uint8Array[], length: number): Promise<void> {
    const { bytesWritten } = await this.#handle.writev(pieces);
    // A write cut short is rare; what is left goes as one.
    if (bytesWritten < length)
      await this.#handle.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
    this.#waiting -= length;
    this.#unflushed += length;
    if (this.#unflushed < FLUSH) return;
    this.#unflushed = 0;
    await this.#handle.datasync();
  }

  /** Adds pieces; they must not change any more. @throws the system's errors, of this write or one before */
  async write(pieces: readonly Uint8Array[]): Promise<void> {
    const length = pieces.reduce((sum, p) => sum + p.length, 0);
    this.#size += length;
    this.#waiting += length;
    this.#last = this.#last.then(() => this.#put(pieces, length));
    // An error is thrown by the next write or by `close`.
    this.#last.catch(() => undefined);
    for (const piece of pieces) this.#hash.update(piece);
    if (this.#waiting > MOST_WAITING) await this.#last;
  }

  /** Flushes to the disk. @throws the error of any write; the file is closed then too */
  async close(): Promise<{ size: number; sha256: string }> {
    try {
      await this.#last;
      await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
    return { size: this.#size, sha256: this.#hash.digest('hex') };
  }

  /** Lets go of a file that will not be used. */
  async abandon(): Promise<void> {
    await this.#last.catch(() => undefined);
    await this.#handle.close();
  }
}

/** Files on their way: written and flushed under other names. */
export class TempFiles {
  readonly #folder: string;
  readonly #paths = new Set<string>();
  #n = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A new file, to be written bit by bit. */
  async open(): Promise<TempFile> {
    this.#n += 1;
    const path = join(this.#folder, `.jieju-${process.pid}-${this.#n}.tmp`);
    this.#paths.add(path);
    return new TempFile(path, await open(path, 'w', 0o600));
  }

  /** Writes the pieces one after the other, flushes them to the disk. @returns the path */
  async write(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
    const file = await this.open();
    try {
      for await (const piece of pieces) await file.write([piece]);
    } finally {
      await file.close();
    }
    return file.path;
  }

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
