/** Who writes the log into the file: a thread while much is stored, nobody while the file is copied. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CHECKPOINT_PAGES, type Db, openDatabase, unflushed } from '../../main/store/database.ts';
import { LogKeeper } from '../../main/store/log.ts';

const MB = 1024 * 1024;
let folder: string;
let path: string;
let key: Buffer;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jieju-log-'));
  path = join(folder, 'a.db');
  key = randomBytes(32);
  db = openDatabase(path, key, true);
  db.exec('CREATE TABLE pieces (n INTEGER PRIMARY KEY, bytes BLOB)');
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const put = (n: number) =>
  unflushed(db, () => {
    db.prepare<[number, Buffer]>('INSERT INTO pieces VALUES (?, ?)').run(n, randomBytes(MB));
  });
const stored = () => db.prepare<[], { k: number }>('SELECT count(*) AS k FROM pieces').get()?.k;
const limit = () => db.pragma('wal_autocheckpoint', { simple: true });
const log = () => statSync(`${path}-wal`).size;

test('the thread writes piece after piece into the file, so the log stays short', async () => {
  const keeper = new LogKeeper(db, path, key);
  const before = statSync(path).size;
  await keeper.bulk(async (flush) => {
    for (let n = 0; n < 8; n++) {
      if (n > 0) await flush();
      expect(limit()).toBe(0);
      put(n);
    }
    expect(statSync(path).size - before).toBeGreaterThan(6 * MB);
    expect(log()).toBeLessThan(2.5 * MB);
  });
  expect(limit()).toBe(CHECKPOINT_PAGES);
  expect(key.some((b) => b !== 0)).toBe(true);
  db.close();
  db = openDatabase(path, key);
  expect(stored()).toBe(8);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('while the file is to stay still it does, even in the middle of bulk work; nothing is lost', async () => {
  const keeper = new LogKeeper(db, path, key);
  await keeper.bulk(async (flush) => {
    put(0);
    await flush();
    await keeper.still(async () => {
      const { size, mtimeMs } = statSync(path);
      for (let n = 1; n < 4; n++) {
        await flush();
        put(n);
      }
      expect(statSync(path)).toMatchObject({ size, mtimeMs });
    });
    expect(limit()).toBe(0);
    await flush();
    expect(statSync(path).size).toBeGreaterThan(4 * MB);
  });
  expect(stored()).toBe(4);
});

test('a thread that cannot open the file leaves the work to SQLite itself', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const keeper = new LogKeeper(db, path, randomBytes(32));
  await keeper.bulk(async (flush) => {
    put(0);
    await flush();
    expect(limit()).toBe(CHECKPOINT_PAGES);
    for (let n = 1; n < 4; n++) {
      await flush();
      put(n);
    }
  });
  expect(told).toHaveBeenCalledTimes(1);
  expect(statSync(path).size).toBeGreaterThan(3 * MB);
  expect(stored()).toBe(4);
});

test('bulk work inside bulk work shares the thread and ends with the outer one', async () => {
  const keeper = new LogKeeper(db, path, key);
  await keeper.bulk(async () => {
    await keeper.bulk(async (flush) => {
      put(0);
      await flush();
    });
    expect(limit()).toBe(0);
  });
  expect(limit()).toBe(CHECKPOINT_PAGES);
});
