/** Damaged files, full and read-only disks: each told with its code, each file left as it was. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../main/store/database.ts';
import { cleanUp, type Kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

const PAGE = 4096;

/** A locked store with some cases and one evidence file of 3 MiB. */
async function filled(): Promise<{ k: Kit; caseId: string; fileId: string }> {
  const k = await openKit();
  const { caseId } = await k.call['cases.sample']({});
  for (let i = 0; i < 5; i++) await k.call['cases.sample']({});
  const path = join(k.dir, 'a.bin');
  writeFileSync(path, Buffer.alloc(3 * 1024 * 1024, 'evidence '));
  const { files } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  await k.call['store.lock']({});
  return { k, caseId, fileId: files[0]!.fileId };
}

function flip(path: string, at: number, bytes = 8): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(handle);
}

/** Opening is refused as damaged and changes no byte and no file. */
async function expectDamaged(k: Kit): Promise<void> {
  const [bytes, names] = [k.bytes(), readdirSync(k.data)];
  const other = k.again();
  const e = await refusal(() => other.call['store.unlock']({ passphrase: null }));
  expect(e.code).toBe('damaged');
  expect(e.message).toMatch(/没有改动.*备份/);
  expect(other.call['store.status']({})).toMatchObject({ state: 'broken', code: 'damaged' });
  expect(k.bytes().equals(bytes)).toBe(true);
  expect(readdirSync(k.data)).toEqual(names);
}

test.each([
  ['first bytes (salt)', 0],
  ['header', 60],
  ['middle of page 1', 2000],
])('flipped bytes: %s', async (_, at) => {
  const { k } = await filled();
  flip(k.file(), at);
  await expectDamaged(k);
});

test('flipped bytes in a page of each table but the evidence bytes', async () => {
  const { k } = await filled();
  const key = await keyOf(k);
  const db = openDatabase(k.file(), key);
  const pages = db
    .prepare<[], { name: string; pageno: number }>(
      "SELECT name, min(pageno) AS pageno FROM dbstat WHERE name NOT LIKE 'evidence_chunks%' AND name NOT LIKE 'sqlite_autoindex_evidence_chunks%' AND name NOT IN ('sqlite_schema') GROUP BY name",
    )
    .all();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const whole = k.bytes();
  expect(pages.map((p) => p.name)).toEqual(
    expect.arrayContaining(['cases', 'case_search_data', 'audit', 'evidence_files', 'settings']),
  );
  for (const { pageno } of pages) {
    writeFileSync(k.file(), whole);
    flip(k.file(), (pageno - 1) * PAGE + 1000);
    await expectDamaged(k);
  }
});

/** The store's key, read while it is open. */
async function keyOf(k: Kit): Promise<Buffer> {
  const other = k.again();
  await other.call['store.unlock']({ passphrase: null });
  const key = Buffer.from(other.context.store.current.key);
  await other.call['store.lock']({});
  return key;
}

test.each([
  ['zero length', () => 0],
  ['shorter than a page', () => 700],
  ['torn in the middle', (size: number) => Math.floor(size / 2)],
])('cut off: %s', async (_, length) => {
  const { k } = await filled();
  truncateSync(k.file(), length(k.bytes().length));
  await expectDamaged(k);
});

test('not a database at all', async () => {
  const { k } = await filled();
  writeFileSync(k.file(), Buffer.alloc(100 * PAGE, 'hello '));
  await expectDamaged(k);
});

test('damaged evidence bytes: the case opens, the check names the file, reading is refused', async () => {
  const { k, caseId, fileId } = await filled();
  const size = k.bytes().length;
  flip(k.file(), Math.floor(size / 2 / PAGE) * PAGE + 100, 32);
  const other = k.again();
  await other.call['store.unlock']({ passphrase: null });
  await other.context.store.upkeep;
  expect(await other.call['evidence.verify']({ caseId })).toEqual({
    checked: 1,
    broken: [{ fileId, name: 'a.bin' }],
  });
  expect((await refusal(() => other.call['evidence.read']({ fileId }))).code).toBe('damaged');
  expect((await other.call['cases.get']({ caseId })).caseId).toBe(caseId);
  // No backup of damaged originals takes the place of a sound one: the user is told.
  other.answers.pickFolder = join(k.dir, 'out');
  expect((await refusal(() => other.call['store.backup']({}))).code).toBe('damaged');
  expect(readdirSync(join(k.dir, 'out'))).toEqual([]);
});

test('a file of a newer release is refused with a plain message and keeps every byte', async () => {
  const { k } = await filled();
  const db = openDatabase(k.file(), await keyOf(k));
  db.pragma('user_version=99');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = k.bytes();
  const other = k.again();
  const e = await refusal(() => other.call['store.unlock']({ passphrase: null }));
  expect(e).toMatchObject({ code: 'newer-version' });
  expect(e.message).toContain('安装最新版');
  expect(k.bytes().equals(before)).toBe(true);
});

/** How to get a mount namespace of our own: as root, or as a user where the system allows it. */
const namespace = [['-m'], ['-Urm']].find(
  (flags) => spawnSync('unshare', [...flags, 'true']).status === 0,
);

/** Runs the child behind a mount that ends with it. */
function behindMount(mount: string, args: string[]): Record<string, unknown> {
  const child = [process.execPath, join(import.meta.dirname, 'store-child.ts'), ...args];
  const { stdout, stderr } = spawnSync(
    'unshare',
    [...(namespace ?? []), 'sh', '-c', `${mount} && exec "$@"`, 'sh', ...child],
    { encoding: 'utf8' },
  );
  const last = stdout.trim().split('\n').at(-1);
  if (!last) throw new Error(stderr);
  return JSON.parse(last);
}

describe.runIf(namespace)('disks that refuse', () => {
  test('a read-only disk', async () => {
    const k = await openKit('a passphrase');
    await k.call['store.lock']({});
    const before = k.bytes();
    const ro = `mount --bind '${k.dir}' '${k.dir}' && mount -o remount,bind,ro '${k.dir}'`;
    expect(behindMount(ro, ['unlock', k.dir])).toMatchObject({ code: 'read-only' });
    rmSync(k.file('jieju.lock'));
    expect(behindMount(ro, ['unlock', k.dir])).toMatchObject({ code: 'read-only' });
    expect(k.bytes().equals(before)).toBe(true);
    const empty = join(k.dir, 'empty');
    execFileSync('mkdir', [empty]);
    const roEmpty = `mount --bind '${empty}' '${empty}' && mount -o remount,bind,ro '${empty}'`;
    expect(behindMount(roEmpty, ['create', empty])).toMatchObject({ code: 'read-only' });
  });

  test('a full disk at first run leaves nothing half-made', async () => {
    const k = await openKit();
    const [small, list] = [join(k.dir, 'small'), join(k.dir, 'list')];
    execFileSync('mkdir', [small]);
    const told = behindMount(`mount -t tmpfs -o size=64k tmpfs '${small}'`, ['create', small]);
    expect(told).toMatchObject({ code: 'disk-full', size: 0 });
    // The same again, then look into the folder before the mount goes.
    const script = `mount -t tmpfs -o size=64k tmpfs '${small}' && { "$@"; ls '${small}/data' > '${list}'; }`;
    const child = [process.execPath, join(import.meta.dirname, 'store-child.ts'), 'create', small];
    spawnSync('unshare', [...(namespace ?? []), 'sh', '-c', script, 'sh', ...child]);
    const left = execFileSync('cat', [list], { encoding: 'utf8' }).trim().split('\n');
    expect(left).toEqual(['jieju.lock']);
  });

  test.each([
    ['too small for the file', 16, '', false],
    ['filled by others meanwhile', 90, 'filler', true],
  ])('a disk %s: told, nothing half-taken, the store works on', async (_, mb, how, filled) => {
    const k = await openKit();
    const [small, file] = [join(k.dir, 'small'), join(k.dir, 'big.bin')];
    execFileSync('mkdir', [small]);
    writeFileSync(file, Buffer.alloc(30 * 1024 * 1024, 7));
    const node = `'${process.execPath}' '${join(import.meta.dirname, 'store-child.ts')}'`;
    const told = behindMount(
      `mount -t tmpfs -o size=${mb}m tmpfs '${small}' && ${node} create '${small}' >/dev/null`,
      ['fill', small, file, how],
    );
    expect(told).toEqual({
      filled,
      refused: [{ name: 'big.bin', message: expect.stringContaining('磁盘空间不足') }],
      files: [],
      chunks: 0,
      rows: 0,
      saved: 'kept',
      sound: [{ integrity_check: 'ok' }],
    });
  });
});
