/**
 * Copies of the whole store. A copy is the checkpointed database file taken while new changes wait in the
 * write-ahead log, with the key file beside it; it counts only after it was opened with the key, its
 * structure checked and every evidence file hashed again.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, refuse } from '../errors.ts';
import { changeMark } from './audit.ts';
import { checkStructure, type Db, openDatabase, schemaVersion } from './database.ts';
import { makeFolder, syncFile, syncFolder, writeFileAtomic } from './files.ts';
import type { OpenStore } from './store.ts';

export const DB_NAME = 'jieju.db';
export const KEY_NAME = 'jieju.key.json';
const MANIFEST = 'backup.json';

const manifest = z.object({ at: z.iso.datetime(), schema: z.int(), mark: z.int() });
type Manifest = z.output<typeof manifest>;

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** SHA-256 of one stored file, read piece by piece; the window stays responsive meanwhile. */
export async function hashStored(db: Db, fileN: number, check?: () => void): Promise<string> {
  const hash = createHash('sha256');
  const read = db.prepare<[number, number], { n: number; bytes: Buffer }>(
    'SELECT n, bytes FROM evidence_chunks WHERE file_n = ? AND n >= ? ORDER BY n LIMIT 1',
  );
  for (let next = 0; ; ) {
    const rows = read.all(fileN, next);
    const last = rows.at(-1);
    if (!last) return hash.digest('hex');
    for (const row of rows) hash.update(row.bytes);
    next = last.n + 1;
    await pause();
    check?.();
  }
}

/** Opens a copy with the key, checks its structure and every evidence hash. @throws when it is not sound. */
async function verifyCopy(path: string, key: Buffer, check?: () => void): Promise<void> {
  const db = openDatabase(path, key);
  try {
    // One plain file, without side files that could be left behind when it is moved.
    db.pragma('journal_mode=DELETE');
    checkStructure(db);
    if (schemaVersion(db) < 2) return;
    const files = db
      .prepare<[], { n: number; sha256: string }>(
        "SELECT n, sha256 FROM evidence_files WHERE state = 'ready'",
      )
      .all();
    for (const file of files) {
      if ((await hashStored(db, file.n, check)) !== file.sha256) throw refuse('damaged');
    }
  } finally {
    db.close();
  }
}

/** A consistent copy of the database file, while the store stays in use. */
async function copyDatabase(store: OpenStore, target: string): Promise<void> {
  const { db } = store;
  // All committed changes into the main file; later ones stay in the log until the copy is done.
  await store.log.still(async () => {
    const answer = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (answer[0]?.busy !== 0) throw refuse('in-use');
    await copyFile(store.dbPath, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  });
  await syncFile(target);
}

/** Enough room for the copy, with a reserve so that a backup never is what fills the disk. */
async function assertRoom(store: OpenStore, folder: string): Promise<void> {
  const { size } = await stat(store.dbPath);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < size + 16 * 1024 * 1024) {
    throw new AppError(
      'disk-full',
      '备份位置的空间不足，没有写入备份；数据本身没有变化。请清出空间，或换一个位置再备份。',
    );
  }
}

const NOTE_PASSPHRASE = `这是借据的完整备份（含证据原件），内容已加密。
恢复：先退出借据，把数据文件夹里的 jieju.db、jieju.db-wal、jieju.db-shm、jieju.key.json 移到别处留存，
再把本文件夹里的 jieju.db 和 jieju.key.json 复制进去，打开借据，输入做备份时的口令。换一台电脑也可以。
`;
const NOTE_KEYCHAIN = `这是借据的完整备份（含证据原件），内容已加密。
注意：做备份时没有设口令，密钥只由原电脑的系统钥匙串保管，换了电脑或重装系统就打不开。
要在别的电脑上也能恢复，请在设置里设一个口令后再备份一次。
恢复：先退出借据，把数据文件夹里的 jieju.db、jieju.db-wal、jieju.db-shm、jieju.key.json 移到别处留存，
再把本文件夹里的 jieju.db 和 jieju.key.json 复制进去，打开借据。
`;

/**
 * Writes and verifies a backup folder `name` inside `parent`.
 * @returns its path. @throws AppError `disk-full`, `read-only`, `damaged`, …; nothing half-written stays.
 */
export async function writeBackup(
  store: OpenStore,
  parent: string,
  name: string,
  check?: () => void,
): Promise<string> {
  await makeFolder(parent);
  await assertRoom(store, parent);
  const partial = join(parent, `.partial-${name}`);
  const folder = join(parent, name);
  await rm(partial, { recursive: true, force: true });
  try {
    await mkdir(partial, { mode: 0o700 });
    const info: Manifest = {
      at: store.now().toISOString(),
      schema: schemaVersion(store.db),
      mark: schemaVersion(store.db) > 0 ? changeMark(store) : 0,
    };
    await copyDatabase(store, join(partial, DB_NAME));
    await verifyCopy(join(partial, DB_NAME), store.key, check);
    await syncFile(join(partial, DB_NAME));
    await writeFileAtomic(join(partial, KEY_NAME), await readFile(store.keyPath));
    const note = store.hasPassphrase ? NOTE_PASSPHRASE : NOTE_KEYCHAIN;
    await writeFileAtomic(join(partial, '恢复说明.txt'), note);
    await writeFileAtomic(join(partial, MANIFEST), `${JSON.stringify(info, null, 2)}\n`);
    await syncFolder(partial);
    await rename(partial, folder);
    await syncFolder(parent);
    return folder;
  } catch (e) {
    await rm(partial, { recursive: true, force: true });
    throw e;
  }
}

/** `2026-03-16_093000`, local time: the name of an automatic backup. */
export function backupStamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}_${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}

const STAMP = /^(\d{4}-\d{2}-\d{2})_\d{6}$/;
const UPGRADE = /^\d{4}-\d{2}-\d{2}_\d{6}-before-v\d+$/;

/** The name of a backup that the app made by itself. */
export const isAutomaticBackup = (name: string): boolean => STAMP.test(name) || UPGRADE.test(name);

/**
 * Which automatic backups stay: three of today, one of each earlier day, ten in all; of those made before
 * an upgrade the last three. Names that are not ours are never returned for removal.
 */
export function backupsToRemove(names: readonly string[], today: string): string[] {
  const ordinary = names
    .filter((n) => STAMP.test(n))
    .sort()
    .reverse();
  const perDay = new Map<string, number>();
  const kept: string[] = [];
  for (const name of ordinary) {
    const day = name.slice(0, 10);
    const count = perDay.get(day) ?? 0;
    if (count < (day === today ? 3 : 1) && kept.length < 10) kept.push(name);
    perDay.set(day, count + 1);
  }
  const upgrades = names
    .filter((n) => UPGRADE.test(n))
    .sort()
    .reverse();
  return [...ordinary.filter((n) => !kept.includes(n)), ...upgrades.slice(3)];
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch {
    // A backup without a readable manifest is not counted as one.
    return null;
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The backup made at opening when the last one is older than a day (or from the future: the clock was set
 * back) and something changed since; then the rotation.
 * @returns the new folder, or null when none was needed.
 */
export async function automaticBackup(store: OpenStore, check: () => void): Promise<string | null> {
  await makeFolder(store.backupsFolder);
  const names = await readdir(store.backupsFolder);
  for (const name of names.filter((n) => n.startsWith('.partial-'))) {
    await rm(join(store.backupsFolder, name), { recursive: true, force: true });
  }
  const last = names
    .filter((n) => STAMP.test(n))
    .sort()
    .at(-1);
  const info = last ? await readManifest(join(store.backupsFolder, last)) : null;
  const now = store.now();
  if (info && info.mark === changeMark(store)) return null;
  if (info && Math.abs(now.getTime() - Date.parse(info.at)) < DAY_MS) return null;
  check();
  const stamp = backupStamp(now);
  const folder = await writeBackup(store, store.backupsFolder, stamp, check);
  for (const name of backupsToRemove([...names, stamp], stamp.slice(0, 10))) {
    await rm(join(store.backupsFolder, name), { recursive: true, force: true });
  }
  return folder;
}
