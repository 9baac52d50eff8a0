/**
 * The store: one encrypted file and its key file in one folder, from first run to lock. The manager knows
 * whether it is open; the parts (cases, evidence, settings) work on the `OpenStore` it hands out.
 */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreStatus } from '../../shared/api.ts';
import type { Emit } from '../calls.ts';
import { AppError, refuse, toAppError } from '../errors.ts';
import type { Jobs } from '../jobs.ts';
import { audit } from './audit.ts';
import { automaticBackup, backupStamp, DB_NAME, KEY_NAME, writeBackup } from './backup.ts';
import { checkStructure, type Db, openDatabase, openReadOnly, schemaVersion } from './database.ts';
import { makeFolder, syncFile, syncFolder, writeFileAtomic } from './files.ts';
import { type Keychain, usable } from './keychain.ts';
import { type KeyFile, parseKeyFile, unwrapKey, wrapKey } from './keyfile.ts';
import { type StoreLock, takeLock } from './lockfile.ts';
import { LogKeeper } from './log.ts';
import { latestVersion, migrate, needsMigration } from './migrate.ts';
import { type Migration, migrations as released } from './migrations/index.ts';
import { markForPurge, purge } from './purge.ts';

export interface OpenStore {
  readonly db: Db;
  /** Writes the log into the file. */
  readonly log: LogKeeper;
  /** 32 bytes; zeroed at lock. */
  readonly key: Buffer;
  readonly dbPath: string;
  readonly keyPath: string;
  readonly backupsFolder: string;
  readonly who: string;
  readonly now: () => Date;
  hasPassphrase: boolean;
  /** Something the user should know about the store itself (a failed automatic backup); else empty. */
  notice: string;
}

export interface StoreOptions {
  dataDir: string;
  keychain: Keychain;
  jobs: Jobs;
  emit: Emit;
  /** Name of the system account, for the record of changes. */
  who: string;
  now: () => Date;
  /** Only tests of an upgrade pass a shorter list. */
  migrations?: readonly Migration[];
}

/** Refusals that a second try with other input can cure; all others are remembered as the state. */
const ASK_AGAIN = new Set(['wrong-passphrase', 'passphrase-needed', 'passphrase-required']);

export class StoreManager {
  readonly #o: StoreOptions;
  readonly #migrations: readonly Migration[];
  readonly dbPath: string;
  readonly keyPath: string;
  #open: OpenStore | null = null;
  #lock: StoreLock | null = null;
  #failure: AppError | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #upkeep: { stop: AbortController; ended: Promise<void> } | null = null;

  constructor(options: StoreOptions) {
    this.#o = options;
    this.#migrations = options.migrations ?? released;
    this.dbPath = join(options.dataDir, DB_NAME);
    this.keyPath = join(options.dataDir, KEY_NAME);
  }

  /** The open store. @throws AppError `locked`. */
  get current(): OpenStore {
    if (!this.#open) throw refuse('locked');
    return this.#open;
  }

  /** Ends when the work after opening (clearing leftovers, automatic backup) has ended. */
  get upkeep(): Promise<void> {
    return this.#upkeep?.ended ?? Promise.resolve();
  }

  /** What is there, without touching it. */
  status(): StoreStatus {
    const keychain = usable(this.#o.keychain);
    if (this.#open) {
      const { hasPassphrase, notice } = this.#open;
      const open = { state: 'open' as const, keychain, hasPassphrase, path: this.dbPath };
      return notice ? { ...open, notice } : open;
    }
    try {
      if (this.#failure) throw this.#failure;
      const file = this.#readKeyFile();
      if (!file) return { state: 'absent', keychain };
      return { state: 'locked', keychain, needsPassphrase: file.passphrase !== null };
    } catch (e) {
      const { code, message } = toAppError(e);
      return { state: 'broken', code, message };
    }
  }

  /** First run. @throws AppError `exists`, `passphrase-required`, `read-only`, `disk-full`, `in-use`. */
  create(passphrase: string | null): Promise<StoreStatus> {
    return this.#inTurn(async () => {
      if (existsSync(this.dbPath) || existsSync(this.keyPath)) {
        throw new AppError(
          'exists',
          '这里已有数据，没有新建，也没有改动它。请直接打开已有的数据。',
        );
      }
      await makeFolder(this.#o.dataDir);
      const key = randomBytes(32);
      const keyFile = await wrapKey(key, this.#o.keychain, passphrase);
      this.#lock = takeLock(join(this.#o.dataDir, 'jieju.lock'));
      const [newDb, newKey] = [`${this.dbPath}.new`, `${this.keyPath}.new`];
      try {
        for (const end of ['', '-wal', '-shm']) await rm(`${newDb}${end}`, { force: true });
        const db = openDatabase(newDb, key, true);
        try {
          migrate(db, this.#migrations);
        } finally {
          db.close();
        }
        await syncFile(newDb);
        await writeFileAtomic(newKey, `${JSON.stringify(keyFile, null, 2)}\n`);
        // In this order: a key that waits as `.new` beside a database is put in place at the next start.
        await rename(newDb, this.dbPath);
        await rename(newKey, this.keyPath);
        await syncFolder(this.#o.dataDir);
      } catch (e) {
        if (!existsSync(this.dbPath)) {
          for (const end of ['', '-wal', '-shm']) await rm(`${newDb}${end}`, { force: true });
          await rm(newKey, { force: true });
        }
        throw e;
      }
      await this.#openWith(key, keyFile);
      audit(this.current, 'store.create', null);
    });
  }

  /** Opens the store. @throws AppError with the code of what stands in the way; the file stays as it was. */
  unlock(passphrase: string | null): Promise<StoreStatus> {
    return this.#inTurn(async () => {
      if (this.#open) return;
      const keyFile = this.#readKeyFile();
      if (!keyFile) throw new AppError('absent', '还没有建立数据，请先完成首次设置。');
      const key = await unwrapKey(keyFile, this.#o.keychain, passphrase);
      this.#lock = takeLock(join(this.#o.dataDir, 'jieju.lock'));
      await this.#openWith(key, keyFile);
    });
  }

  /** Stops running work, drops what was deleted, empties the log, forgets the key. */
  lock(): Promise<StoreStatus> {
    return this.#inTurn(async () => {
      const store = this.#open;
      if (!store) return;
      await this.#o.jobs.cancelAll();
      this.#upkeep?.stop.abort();
      await this.#upkeep?.ended;
      // From here every call is refused, so nothing can be added behind the purge.
      this.#open = null;
      try {
        await purge(store, markForPurge(store));
        store.db.pragma('optimize');
        store.db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (e) {
        // A full or damaged disk must not keep the store open; the rest is dropped at the next opening.
        console.error('store: clearing deleted records failed', e);
      } finally {
        this.#close(store);
        this.#o.emit('store.locked', {});
      }
    });
  }

  /** Wraps the same key anew; the database is not touched. null = back to the system keychain. */
  changePassphrase(passphrase: string | null): Promise<StoreStatus> {
    return this.#inTurn(async () => {
      const store = this.current;
      const keyFile = await wrapKey(store.key, this.#o.keychain, passphrase);
      await writeFileAtomic(this.keyPath, `${JSON.stringify(keyFile, null, 2)}\n`);
      store.hasPassphrase = keyFile.passphrase !== null;
      audit(store, 'store.passphrase', null, store.hasPassphrase ? 'set' : 'keychain');
    });
  }

  /** One of these at a time; a failure is kept as the state until the next attempt. */
  #inTurn(step: () => Promise<void>): Promise<StoreStatus> {
    const run = this.#turn.then(async () => {
      this.#failure = null;
      try {
        await step();
      } catch (e) {
        const failure = toAppError(e);
        if (!this.#open) {
          this.#lock?.release();
          this.#lock = null;
          if (!ASK_AGAIN.has(failure.code)) this.#failure = failure;
        }
        throw failure;
      }
      return this.status();
    });
    this.#turn = run.catch(() => undefined);
    return run;
  }

  /** The key file, null when there is no store at all. */
  #readKeyFile(): KeyFile | null {
    const hasDb = existsSync(this.dbPath);
    if (hasDb && !existsSync(this.keyPath) && existsSync(`${this.keyPath}.new`)) {
      renameSync(`${this.keyPath}.new`, this.keyPath);
    }
    const hasKey = existsSync(this.keyPath);
    if (!hasDb && !hasKey) return null;
    if (!hasKey) {
      throw new AppError(
        'key-missing',
        '找不到密钥文件 jieju.key.json，数据解不开；数据文件还在，没有改动。请把密钥文件放回数据文件夹（备份里有同名文件），再重新打开。',
      );
    }
    if (!hasDb) {
      throw new AppError(
        'db-missing',
        '找不到数据文件 jieju.db，密钥文件还在。请把数据文件放回数据文件夹，或从“backups”文件夹里的备份恢复，再重新打开。',
      );
    }
    return parseKeyFile(readFileSync(this.keyPath, 'utf8'));
  }

  /** Looks through a connection that cannot write, so that a file we refuse keeps every byte. */
  #probe(key: Buffer): void {
    if (statSync(this.dbPath).size < 512) throw refuse('damaged');
    accessSync(this.#o.dataDir, constants.W_OK);
    accessSync(this.dbPath, constants.W_OK);
    const sideFiles = ['-wal', '-shm'].map((end) => `${this.dbPath}${end}`);
    const before = new Set(sideFiles.filter((f) => existsSync(f)));
    const db = openReadOnly(this.dbPath, key);
    try {
      needsMigration(db, this.#migrations);
      checkStructure(db);
    } finally {
      db.close();
      this.#tidy = sideFiles.filter((f) => !before.has(f));
    }
  }
  /** Empty side files that looking has made. */
  #tidy: string[] = [];

  async #openWith(key: Buffer, keyFile: KeyFile): Promise<void> {
    try {
      this.#probe(key);
    } catch (e) {
      key.fill(0);
      for (const file of this.#tidy) await rm(file, { force: true });
      throw e;
    }
    const db = openDatabase(this.dbPath, key);
    const store: OpenStore = {
      db,
      log: new LogKeeper(db, this.dbPath, key),
      key,
      dbPath: this.dbPath,
      keyPath: this.keyPath,
      backupsFolder: join(this.#o.dataDir, 'backups'),
      who: this.#o.who,
      now: this.#o.now,
      hasPassphrase: keyFile.passphrase !== null,
      notice: '',
    };
    try {
      if (needsMigration(store.db, this.#migrations)) {
        const from = schemaVersion(store.db);
        const name = `${backupStamp(store.now())}-before-v${latestVersion(this.#migrations)}`;
        await writeBackup(store, store.backupsFolder, name);
        migrate(store.db, this.#migrations);
        audit(store, 'store.migrate', null, `${from} → ${schemaVersion(store.db)}`);
      }
    } catch (e) {
      this.#close(store);
      throw e;
    }
    this.#open = store;
    this.#startUpkeep(store);
  }

  #startUpkeep(store: OpenStore): void {
    const stop = new AbortController();
    const check = () => stop.signal.throwIfAborted();
    const doomed = markForPurge(store);
    const work = async () => {
      try {
        await purge(store, doomed, check);
        if (await automaticBackup(store, check)) audit(store, 'store.backup', null, 'automatic');
      } catch (e) {
        if (stop.signal.aborted) return;
        const { message, code } = toAppError(e);
        store.notice = `自动备份没有做成：${message}`;
        audit(store, 'store.backup-failed', null, code);
      }
    };
    const ended = work().catch((e) => console.error('store: upkeep failed', e));
    this.#upkeep = { stop, ended };
  }

  #close(store: OpenStore): void {
    this.#open = null;
    this.#upkeep = null;
    try {
      store.db.close();
    } finally {
      store.key.fill(0);
      this.#lock?.release();
      this.#lock = null;
    }
  }
}
