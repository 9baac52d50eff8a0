/** Opening the encrypted file with the settings the store relies on, each read back after it is set. */
import Database from 'better-sqlite3';

export type Db = Database;

/**
 * Settings and what SQLite must answer when asked. FULL: a commit that was reported survives a power cut
 * (the build's own default in WAL is NORMAL). `secure_delete`: deleted personal data is zeroed.
 * `temp_store` 2 = memory, so that no sorting spills plain text to disk.
 */
export const SETTINGS: readonly [name: string, set: string, reads: string | number][] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
];

/** A connection with the key set, nothing read yet. `key` is 32 random bytes, used as they are. */
function connect(
  path: string,
  key: Buffer,
  options: { readonly: boolean; create: boolean; native?: string | null },
): Db {
  const db = new Database(path, {
    readonly: options.readonly,
    fileMustExist: !options.create,
    timeout: 500,
    ...(options.native ? { nativeBinding: options.native } : {}),
  });
  const raw = Buffer.from(`x'${key.toString('hex')}'`);
  try {
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    if (db.key(raw) !== 0) throw new Error('the cipher refused the key');
    return db;
  } catch (e) {
    db.close();
    throw e;
  } finally {
    raw.fill(0);
  }
}

function assertSettings(db: Db): void {
  for (const [name, , expected] of SETTINGS) {
    const got = db.pragma(name, { simple: true });
    if (got !== expected) throw new Error(`pragma ${name} is ${String(got)}, not ${expected}`);
  }
}

/**
 * Pages of the log after which it is written into the file, 1 MB: the commit that does so takes that much longer
 * (each page is decrypted and encrypted anew), and the window waits for it.
 */
export const CHECKPOINT_PAGES = 250;

/** Opens for reading and writing, applies and asserts every setting. @throws SQLite's errors. */
export function openDatabase(path: string, key: Buffer, create = false): Db {
  const db = connect(path, key, { readonly: false, create });
  try {
    // Only an empty file takes this: freed pages can later be given back to the disk.
    if (create) db.pragma('auto_vacuum=INCREMENTAL');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    for (const [name, set] of SETTINGS) db.pragma(`${name}=${set}`);
    db.pragma(`wal_autocheckpoint=${CHECKPOINT_PAGES}`);
    // In WAL, `synchronous` may be answered differently before the first read: read, then assert.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    assertSettings(db);
    return db;
  } catch (e) {
    db.close();
    throw e;
  }
}

/**
 * A write transaction that is not flushed to the disk by itself: for staged pieces that nobody has been told
 * are saved. The next transaction, flushed as always, brings it to the disk too.
 */
export function unflushed(db: Db, work: () => void): void {
  db.pragma('synchronous=NORMAL');
  try {
    db.transaction(work).immediate();
  } finally {
    db.pragma('synchronous=FULL');
  }
}

/**
 * A second connection that only writes the log into the file; see log.ts.
 * @param native path of the library's native part where the library cannot find it by itself, else null
 */
export function openForLog(path: string, key: Buffer, native: string | null): Db {
  const db = connect(path, key, { readonly: false, create: false, native });
  try {
    db.pragma('synchronous=FULL');
    db.pragma('mmap_size=0');
    db.pragma('wal_autocheckpoint=0');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (e) {
    db.close();
    throw e;
  }
}

/** Opens a file that must not be changed by looking at it. */
export function openReadOnly(path: string, key: Buffer): Db {
  return connect(path, key, { readonly: true, create: false });
}

/** The version of the schema in the file (`user_version`); 0 in an empty one. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Tables small enough to be checked at every opening; the evidence bytes have their own hashes. */
const BULK = 'evidence_chunks';

/**
 * Checks the structure of every table but the evidence bytes (those are checked by their SHA-256).
 * @throws an error with code SQLITE_CORRUPT when a page is torn or an index disagrees.
 */
export function checkStructure(db: Db): void {
  const tables = db
    .prepare<[string], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> ?",
    )
    .all(BULK);
  for (const { name } of tables) {
    const answer = db.pragma(`integrity_check('${name.replaceAll("'", "''")}')`, { simple: true });
    if (answer !== 'ok') {
      throw Object.assign(new Error(`${name}: ${String(answer)}`), { code: 'SQLITE_CORRUPT' });
    }
  }
}
