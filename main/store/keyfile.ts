/**
 * The key file beside the database: the random 256-bit key, wrapped. It holds either a wrap by the system
 * keychain or, once the user sets a passphrase, a wrap by the passphrase alone: a keychain wrap left
 * beside it would let anyone at the unlocked computer in without the passphrase.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type Keychain, usable } from './keychain.ts';

export const KEY_FILE_VERSION = 1;
const FORMAT = 'jieju-key';
const b64 = z.base64().max(10_000);

const keyFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(KEY_FILE_VERSION),
  /** Fingerprint of the key, to know a wrong one before the database is touched. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  keychain: z.strictObject({ backend: z.string(), sealed: b64 }).nullable(),
  passphrase: z
    .strictObject({
      kdf: z.literal('scrypt'),
      // Bounds: a doctored file must not make the app use gigabytes.
      N: z.union([z.literal(1 << 15), z.literal(1 << 16), z.literal(1 << 17), z.literal(1 << 18)]),
      r: z.literal(8),
      p: z.literal(1),
      salt: b64,
      iv: b64,
      sealed: b64,
      tag: b64,
    })
    .nullable(),
});

export type KeyFile = z.output<typeof keyFile>;

/** scrypt cost: 128 MB and about half a second a guess. */
const COST = { N: 1 << 17, r: 8, p: 1 } as const;

function keyId(key: Buffer): string {
  return createHash('sha256').update('jieju-key-id').update(key).digest('hex').slice(0, 32);
}

function derive(passphrase: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  // NFKC: the same passphrase typed through another input method gives the same key.
  const options = { ...cost, maxmem: 512 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (e, out) =>
      e ? reject(e) : resolve(out),
    );
  });
}

/**
 * Wraps a key: by the passphrase when there is one, else by the keychain.
 * @throws AppError `passphrase-required` when there is neither.
 */
export async function wrapKey(
  key: Buffer,
  keychain: Keychain,
  passphrase: string | null,
): Promise<KeyFile> {
  const file: KeyFile = {
    format: FORMAT,
    version: KEY_FILE_VERSION,
    keyId: keyId(key),
    keychain: null,
    passphrase: null,
  };
  if (passphrase === null) {
    if (!usable(keychain)) {
      throw new AppError(
        'passphrase-required',
        '这台电脑没有可用的系统钥匙串，数据要靠口令保护。请设一个至少 8 个字符的口令，并另行记好：忘记口令后没有任何办法找回数据。',
        'passphrase',
      );
    }
    file.keychain = {
      backend: keychain.backend,
      sealed: keychain.seal(key).toString('base64'),
    };
    return file;
  }
  const salt = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, COST), iv);
  cipher.setAAD(Buffer.from(`${FORMAT}/${KEY_FILE_VERSION}/${file.keyId}`));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  file.passphrase = {
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  return file;
}

async function openByPassphrase(file: KeyFile, passphrase: string): Promise<Buffer> {
  const wrap = file.passphrase;
  if (!wrap) throw damagedKeyFile();
  const { N, r, p } = wrap;
  const kek = await derive(passphrase, Buffer.from(wrap.salt, 'base64'), { N, r, p });
  try {
    const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(wrap.iv, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(`${FORMAT}/${file.version}/${file.keyId}`));
    decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(wrap.sealed, 'base64')), decipher.final()]);
  } catch (e) {
    throw new AppError(
      'wrong-passphrase',
      '口令不对，数据没有改动。请核对大小写和输入法后再试；如果忘了口令，数据无法解开。',
      'passphrase',
      e,
    );
  }
}

function openByKeychain(file: KeyFile, keychain: Keychain): Buffer {
  const wrap = file.keychain;
  if (!wrap) throw damagedKeyFile();
  const changed = (cause?: unknown) =>
    new AppError(
      'keychain-changed',
      `系统钥匙串已不是建立数据时的那一个（原为 ${wrap.backend}，现为 ${keychain.backend || '无'}），密钥解不开。数据没有改动。请用原来的电脑账户和桌面环境登录后再打开，或从设有口令的备份恢复。`,
      undefined,
      cause,
    );
  if (!usable(keychain) || keychain.backend !== wrap.backend) throw changed();
  try {
    return keychain.open(Buffer.from(wrap.sealed, 'base64'));
  } catch (e) {
    throw changed(e);
  }
}

/**
 * The key out of its wrap.
 * @throws AppError `passphrase-needed`, `wrong-passphrase`, `keychain-changed`, `key-damaged`.
 */
export async function unwrapKey(
  file: KeyFile,
  keychain: Keychain,
  passphrase: string | null,
): Promise<Buffer> {
  if (file.passphrase && passphrase === null) {
    throw new AppError('passphrase-needed', '数据设有口令，请输入口令。', 'passphrase');
  }
  const key =
    file.passphrase && passphrase !== null
      ? await openByPassphrase(file, passphrase)
      : openByKeychain(file, keychain);
  if (key.length !== 32 || keyId(key) !== file.keyId) throw damagedKeyFile();
  return key;
}

function damagedKeyFile(cause?: unknown): AppError {
  return new AppError(
    'key-damaged',
    '密钥文件已损坏，数据暂时无法解开；数据文件没有改动。请从备份中取回同名的密钥文件（jieju.key.json）放回原处，再重新打开。',
    undefined,
    cause,
  );
}

/** Reads the text of a key file. @throws AppError `key-damaged` or `newer-version`. */
export function parseKeyFile(text: string): KeyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (e) {
    throw damagedKeyFile(e);
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.int() }).safeParse(json);
  if (head.success && head.data.version > KEY_FILE_VERSION) throw newerVersion();
  const parsed = keyFile.safeParse(json);
  if (!parsed.success || (!parsed.data.keychain && !parsed.data.passphrase)) {
    throw damagedKeyFile(parsed.error);
  }
  return parsed.data;
}

/** The refusal of files that a later release of the app wrote. */
export function newerVersion(): AppError {
  return new AppError(
    'newer-version',
    '数据是由更新版本的借据写成的，这个版本不能读取，也没有改动它。请安装最新版的借据后再打开。',
  );
}
