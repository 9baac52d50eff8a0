/** Upgrades of the schema, and the backups that stand behind them. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Jobs } from '../../main/jobs.ts';
import { backupsToRemove } from '../../main/store/backup.ts';
import { createCase } from '../../main/store/cases.ts';
import { schemaVersion } from '../../main/store/database.ts';
import { type Migration, migrations } from '../../main/store/migrations/index.ts';
import { StoreManager } from '../../main/store/store.ts';
import { cleanUp, type Kit, kit, openKit, refusal } from './store-kit.ts';

afterEach(cleanUp);

const managers: StoreManager[] = [];
afterEach(async () => {
  for (const m of managers.splice(0)) await m.lock().catch(() => undefined);
});

/** The store as a release with these steps would open it. */
function release(k: Kit, steps: readonly Migration[]): StoreManager {
  const emit = () => undefined;
  const manager = new StoreManager({
    dataDir: k.data,
    keychain: k.keychain,
    jobs: new Jobs(emit),
    emit,
    who: 'tester',
    now: () => new Date('2026-03-16T09:30:00'),
    migrations: steps,
  });
  managers.push(manager);
  return manager;
}

async function atVersion1(): Promise<{ k: Kit; caseId: string }> {
  const k = kit();
  const old = release(k, migrations.slice(0, 1));
  await old.create(null);
  await old.upkeep;
  const at = '2026-01-01T00:00:00.000Z';
  old.current.db
    .prepare(
      `INSERT INTO cases (id, title, borrowers, document, revision, created_at, updated_at)
       VALUES ('old', '旧案', '李某', '{"schema":"jieju.case","version":1,"id":"old","title":"旧案"}', 7, '${at}', '${at}')`,
    )
    .run();
  await old.lock();
  return { k, caseId: 'old' };
}

test('the steps are numbered without a gap', () => {
  expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1));
});

test('from the version before to this one: a checked backup first, then everything is there', async () => {
  const { k } = await atVersion1();
  const now = release(k, migrations);
  await now.unlock(null);
  await now.upkeep;
  expect(schemaVersion(now.current.db)).toBe(migrations.length);
  const row = now.current.db.prepare("SELECT title, revision FROM cases WHERE id = 'old'").get();
  expect(row).toEqual({ title: '旧案', revision: 7 });
  const tables = now.current.db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  expect(tables.map((t) => t.name)).toEqual(
    expect.arrayContaining(['evidence_files', 'evidence_chunks']),
  );
  const name = `2026-03-16_093000-before-v${migrations.length}`;
  const folder = join(k.data, 'backups', name);
  expect(readdirSync(folder).sort()).toEqual([
    'backup.json',
    'jieju.db',
    'jieju.key.json',
    '恢复说明.txt',
  ]);
  // The backup is the old version, and opens as such.
  const restored = kit('', { keychain: k.keychain });
  mkdirSync(restored.data, { recursive: true });
  cpSync(folder, restored.data, { recursive: true });
  const old = release(restored, migrations.slice(0, 1));
  await old.unlock(null);
  expect(schemaVersion(old.current.db)).toBe(1);
  expect(old.current.db.prepare('SELECT id FROM cases').all()).toEqual([{ id: 'old' }]);
});

test('a step that fails leaves the file at the step before, with its backup', async () => {
  const { k } = await atVersion1();
  const broken: Migration = {
    version: 2,
    name: 'broken',
    sql: 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);',
  };
  const bad = release(k, [...migrations.slice(0, 1), broken]);
  await refusal(() => bad.unlock(null));
  expect(existsSync(join(k.data, 'backups/2026-03-16_093000-before-v2/jieju.db'))).toBe(true);
  const old = release(k, migrations.slice(0, 1));
  await old.unlock(null);
  expect(schemaVersion(old.current.db)).toBe(1);
  expect(old.current.db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").all()).toEqual(
    [],
  );
});

test('without a sound backup no step is run', async () => {
  const { k } = await atVersion1();
  // A file where the folder should be: no backup can be written.
  rmSync(join(k.data, 'backups'), { recursive: true, force: true });
  writeFileSync(join(k.data, 'backups'), 'in the way');
  const now = release(k, migrations);
  await refusal(() => now.unlock(null));
  expect(now.status()).toMatchObject({ state: 'broken' });
  const old = release(k, migrations.slice(0, 1));
  await old.unlock(null);
  expect(schemaVersion(old.current.db)).toBe(1);
});

test('a backup by hand opens with the passphrase alone on another computer, evidence included', async () => {
  const k = await openKit('a passphrase');
  const { caseId } = await k.call['cases.sample']({});
  const path = join(k.dir, '借条.txt');
  writeFileSync(path, '今借到王某人民币叁拾万元整');
  const { files } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  const before = await k.call['cases.get']({ caseId });
  k.answers.pickFolder = join(k.dir, '移动硬盘');
  mkdirSync(k.answers.pickFolder);
  const made = await k.call['store.backup']({});
  const folder = made!.path;
  expect(folder).toMatch(/移动硬盘\/借据备份-\d{4}-\d{2}-\d{2}_\d{6}$/);
  // What is changed afterwards is not in the backup.
  await k.call['cases.delete']({ caseId, name: '王某诉李某', backups: false });

  const other = kit();
  mkdirSync(other.data, { recursive: true });
  cpSync(folder, other.data, { recursive: true });
  await other.call['store.unlock']({ passphrase: 'a passphrase' });
  expect(await other.call['cases.get']({ caseId })).toEqual(before);
  expect(await other.call['evidence.verify']({ caseId })).toEqual({ checked: 1, broken: [] });
  const read = await other.call['evidence.read']({ fileId: files[0]!.fileId });
  expect(Buffer.from(read.bytes).toString()).toBe('今借到王某人民币叁拾万元整');
  k.answers.pickFolder = null;
  expect(await k.call['store.backup']({})).toBeNull();
});

test('changes made while a backup is copied are in the store and not in half in the copy', async () => {
  const k = await openKit();
  const { caseId } = await k.call['cases.sample']({});
  const path = join(k.dir, 'a.bin');
  writeFileSync(path, Buffer.alloc(20 * 1024 * 1024, 3));
  await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  k.answers.pickFolder = join(k.dir, 'out');
  let ended = false;
  const backup = k.call['store.backup']({}) as Promise<{ path: string }>;
  void backup.finally(() => {
    ended = true;
  });
  let made = 0;
  for (; !ended; made++) {
    await k.call['cases.create']({});
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { path: folder } = await backup;
  expect(made).toBeGreaterThan(1);
  expect(await k.call['cases.list']({ search: '' })).toHaveLength(made + 1);
  const other = kit('', { keychain: k.keychain });
  mkdirSync(other.data, { recursive: true });
  cpSync(folder, other.data, { recursive: true });
  await other.call['store.unlock']({ passphrase: null });
  const list = await other.call['cases.list']({ search: '' });
  expect(list.length).toBeLessThanOrEqual(made + 1);
  expect(other.context.store.current.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('an automatic backup at opening: once a day, only after changes', async () => {
  const k = await openKit();
  await k.call['cases.sample']({});
  await k.call['store.lock']({});
  const openAt = async (time: string, change: boolean) => {
    const later = k.again({ now: () => new Date(time) });
    await later.call['store.unlock']({ passphrase: null });
    await later.context.store.upkeep;
    if (change) await later.call['cases.create']({});
    await later.call['store.lock']({});
    return readdirSync(join(k.data, 'backups')).length;
  };
  const year = new Date().getFullYear() + 1;
  const first = await openAt(`${year}-03-16T10:00:00`, true);
  expect(await openAt(`${year}-03-16T15:00:00`, true)).toBe(first);
  expect(await openAt(`${year}-03-17T11:00:00`, false)).toBe(first + 1);
  expect(await openAt(`${year}-03-19T11:00:00`, true)).toBe(first + 1);
  expect(await openAt(`${year}-03-21T11:00:00`, true)).toBe(first + 2);
});

test('an automatic backup that fails is told and stops nobody', async () => {
  const k = await openKit();
  await k.call['cases.create']({});
  await k.call['store.lock']({});
  rmSync(join(k.data, 'backups'), { recursive: true, force: true });
  writeFileSync(join(k.data, 'backups'), 'in the way');
  const later = k.again();
  await later.call['store.unlock']({ passphrase: null });
  await later.context.store.upkeep;
  expect(later.call['store.status']({})).toMatchObject({
    state: 'open',
    notice: expect.stringContaining('自动备份没有做成'),
  });
  createCase(later.context.store.current);
});

test('rotation: three of today, one of each earlier day, ten in all; the last three before upgrades', () => {
  const today = ['08', '09', '10', '11'].map((h) => `2026-03-16_${h}0000`);
  const earlier = Array.from({ length: 12 }, (_, i) =>
    ['090000', '180000'].map((t) => `2026-03-${String(15 - i).padStart(2, '0')}_${t}`),
  ).flat();
  const upgrades = [1, 2, 3, 4].map((v) => `2026-01-0${v}_090000-before-v${v}`);
  const others = ['我的文件夹', '.partial-x', 'notes.txt'];
  const all = [...others, ...earlier, ...today, ...upgrades];
  const gone = new Set(backupsToRemove(all, '2026-03-16'));
  expect(all.filter((n) => !gone.has(n)).sort()).toEqual(
    [
      ...others,
      ...today.slice(1),
      ...['15', '14', '13', '12', '11', '10', '09'].map((d) => `2026-03-${d}_180000`),
      ...upgrades.slice(1),
    ].sort(),
  );
});
