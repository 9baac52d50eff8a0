/** First run, unlock, lock, passphrase, keychain: what opens the store and what does not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SETTINGS } from '../../main/store/database.ts';
import { cleanUp, kit, openKit, refusal, SmallKeychain } from './store-kit.ts';

afterEach(cleanUp);

const keyFile = (k: { bytes(name: string): Buffer }) =>
  JSON.parse(k.bytes('jieju.key.json').toString('utf8'));

test('every setting is what it should be after opening', async () => {
  const k = await openKit();
  const { db } = k.context.store.current;
  const read = Object.fromEntries(SETTINGS.map(([n]) => [n, db.pragma(n, { simple: true })]));
  expect(read).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
    temp_store: 2,
    mmap_size: 0,
  });
  expect(db.pragma('cipher', { simple: true })).toBe('sqlcipher');
  expect(db.pragma('application_id', { simple: true })).toBe(Buffer.from('JIEJ').readInt32BE());
});

test('first run with the keychain: nothing to type, then or later', async () => {
  const k = kit();
  expect(k.call['store.status']({})).toEqual({ state: 'absent', keychain: true });
  expect(await k.call['store.create']({ passphrase: null })).toMatchObject({
    state: 'open',
    hasPassphrase: false,
  });
  expect(keyFile(k)).toMatchObject({ keychain: { backend: 'test_keyring' }, passphrase: null });
  expect(await k.call['store.lock']({})).toEqual({
    state: 'locked',
    keychain: true,
    needsPassphrase: false,
  });
  expect(k.events.map((e) => e.event)).toContain('store.locked');
  expect((await refusal(() => k.call['cases.create']({}))).code).toBe('locked');
  expect(await k.again().call['store.unlock']({ passphrase: null })).toMatchObject({
    state: 'open',
  });
});

test('the keychain that is none (basic_text) asks for a passphrase', async () => {
  const k = kit('', { keychain: new SmallKeychain('basic_text') });
  expect(k.call['store.status']({})).toEqual({ state: 'absent', keychain: false });
  const e = await refusal(() => k.call['store.create']({ passphrase: null }));
  expect(e).toMatchObject({ code: 'passphrase-required', path: 'passphrase' });
  expect(readdirSync(k.data)).toEqual([]);
  await k.call['store.create']({ passphrase: '我的口令 2026' });
  expect(keyFile(k).keychain).toBeNull();
});

test('a passphrase: wrong one refused, right one opens on a machine without keychain', async () => {
  const k = await openKit('correct horse');
  await k.call['store.lock']({});
  const before = [k.bytes(), k.bytes('jieju.key.json')];
  const other = k.again({ keychain: new SmallKeychain('basic_text') });
  expect(other.call['store.status']({})).toMatchObject({ needsPassphrase: true });
  const wrong = await refusal(() => other.call['store.unlock']({ passphrase: 'wrong horse' }));
  expect(wrong).toMatchObject({ code: 'wrong-passphrase', path: 'passphrase' });
  const none = await refusal(() => other.call['store.unlock']({ passphrase: null }));
  expect(none.code).toBe('passphrase-needed');
  expect([k.bytes(), k.bytes('jieju.key.json')]).toEqual(before);
  // A wrong try is not a broken store.
  expect(other.call['store.status']({})).toMatchObject({ state: 'locked' });
  expect(await other.call['store.unlock']({ passphrase: 'correct horse' })).toMatchObject({
    state: 'open',
    hasPassphrase: true,
  });
});

test('full-width letters of an input method give the same passphrase', async () => {
  const k = await openKit('ｐａｓｓ１２３４');
  await k.call['store.lock']({});
  expect(await k.call['store.unlock']({ passphrase: 'pass1234' })).toMatchObject({ state: 'open' });
});

test('changing the passphrase rewraps the key and leaves the database alone', async () => {
  const k = await openKit();
  const { caseId } = await k.call['cases.sample']({});
  const id = keyFile(k).keyId;
  await k.call['store.changePassphrase']({ passphrase: 'first passphrase' });
  expect(keyFile(k)).toMatchObject({ keyId: id, keychain: null });
  await k.call['store.changePassphrase']({ passphrase: 'second passphrase' });
  await k.call['store.lock']({});
  const old = await refusal(() => k.call['store.unlock']({ passphrase: 'first passphrase' }));
  expect(old.code).toBe('wrong-passphrase');
  await k.call['store.unlock']({ passphrase: 'second passphrase' });
  expect((await k.call['cases.get']({ caseId })).caseId).toBe(caseId);
  await k.call['store.changePassphrase']({ passphrase: null });
  expect(keyFile(k)).toMatchObject({ passphrase: null, keychain: { backend: 'test_keyring' } });
  k.keychain.present = false;
  const e = await refusal(() => k.call['store.changePassphrase']({ passphrase: null }));
  expect(e.code).toBe('passphrase-required');
  expect(k.call['store.status']({})).toMatchObject({ state: 'open', hasPassphrase: false });
});

test.each([
  ['another backend', new SmallKeychain('kwallet6')],
  ['the same backend with other secrets', new SmallKeychain('test_keyring')],
  ['no backend any more', new SmallKeychain('basic_text')],
])('keychain changed: %s', async (_, changed) => {
  const k = await openKit();
  await k.call['store.lock']({});
  const before = k.bytes();
  const other = k.again({ keychain: changed });
  const e = await refusal(() => other.call['store.unlock']({ passphrase: null }));
  expect(e.code).toBe('keychain-changed');
  expect(e.message).toContain('test_keyring');
  expect(other.call['store.status']({})).toMatchObject({
    state: 'broken',
    code: 'keychain-changed',
  });
  expect(k.bytes()).toEqual(before);
  // Back at the old keychain everything is there.
  expect(await k.call['store.unlock']({ passphrase: null })).toMatchObject({ state: 'open' });
});

test('key file missing, damaged, newer; database missing', async () => {
  const k = await openKit();
  await k.call['store.lock']({});
  const [db, key] = [k.bytes(), k.bytes('jieju.key.json')];
  const code = async () => {
    const other = k.again();
    const e = await refusal(() => other.call['store.unlock']({ passphrase: null }));
    expect(other.call['store.status']({})).toMatchObject({ state: 'broken', code: e.code });
    const made = await refusal(() => other.call['store.create']({ passphrase: null }));
    expect(made.code).toBe('exists');
    return e.code;
  };
  rmSync(k.file('jieju.key.json'));
  expect(await code()).toBe('key-missing');
  writeFileSync(k.file('jieju.key.json'), key.subarray(0, 40));
  expect(await code()).toBe('key-damaged');
  writeFileSync(k.file('jieju.key.json'), JSON.stringify({ ...JSON.parse(`${key}`), keyId: 'x' }));
  expect(await code()).toBe('key-damaged');
  writeFileSync(k.file('jieju.key.json'), JSON.stringify({ ...JSON.parse(`${key}`), version: 2 }));
  expect(await code()).toBe('newer-version');
  expect(k.bytes()).toEqual(db);
  writeFileSync(k.file('jieju.key.json'), key);
  rmSync(k.file());
  expect(await code()).toBe('db-missing');
  writeFileSync(k.file(), db);
  expect(await k.again().call['store.unlock']({ passphrase: null })).toMatchObject({
    state: 'open',
  });
});

test('the key file of another store does not open this one', async () => {
  const [a, b] = [await openKit(), await openKit()];
  await a.call['store.lock']({});
  await b.call['store.lock']({});
  copyFileSync(b.file('jieju.key.json'), a.file('jieju.key.json'));
  const before = a.bytes();
  const mixed = a.again({ keychain: b.keychain });
  const e = await refusal(() => mixed.call['store.unlock']({ passphrase: null }));
  expect(e.code).toBe('damaged');
  expect(a.bytes()).toEqual(before);
  expect(readdirSync(a.data).sort()).toEqual([
    'backups',
    'jieju.db',
    'jieju.key.json',
    'jieju.lock',
  ]);
});

test('a first run cut off between its two files is completed at the next start', async () => {
  const k = await openKit();
  await k.call['store.lock']({});
  writeFileSync(`${k.file('jieju.key.json')}.new`, k.bytes('jieju.key.json'));
  rmSync(k.file('jieju.key.json'));
  expect(await k.again().call['store.unlock']({ passphrase: null })).toMatchObject({
    state: 'open',
  });
});

test('a second window is refused, in this process and in another', async () => {
  const k = await openKit('a passphrase');
  const here = await refusal(() => k.again().call['store.unlock']({ passphrase: 'a passphrase' }));
  expect(here.code).toBe('in-use');
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'store-child.ts'),
    'unlock',
    k.dir,
  ]);
  const [out] = (await once(child.stdout, 'data')) as [Buffer];
  expect(out.toString()).toContain('in-use');
  await once(child, 'exit');
  // The one that is open works on, and a lock lets the other in.
  await k.call['cases.create']({});
  await k.call['store.lock']({});
  const after = await k.again().call['store.unlock']({ passphrase: 'a passphrase' });
  expect(after).toMatchObject({ state: 'open' });
});

test('nothing typed can be read in any file of the folder', async () => {
  const k = await openKit();
  await k.call['cases.sample']({});
  const path = join(k.dir, '王某的借条.txt');
  writeFileSync(path, '王某 '.repeat(5000));
  const { caseId } = await k.call['cases.create']({});
  await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  mkdirSync(join(k.dir, 'copy'));
  k.answers.pickFolder = join(k.dir, 'copy');
  await k.call['store.backup']({});
  const scan = () => {
    const names = readdirSync(k.dir, { recursive: true, withFileTypes: true });
    const files = names.filter((n) => n.isFile() && n.name !== '王某的借条.txt');
    expect(files.length).toBeGreaterThan(4);
    for (const f of files) {
      const bytes = readFileSync(join(f.parentPath, f.name));
      for (const secret of ['王某', '300000', 'SQLite format', 'evidence_files']) {
        expect(bytes.includes(secret), `${f.name} shows ${secret}`).toBe(false);
      }
    }
  };
  scan();
  await k.call['store.lock']({});
  scan();
});
