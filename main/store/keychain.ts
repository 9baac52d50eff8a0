/** The system keychain as the store sees it; the Electron one is main/keychain.ts. */
export interface Keychain {
  /** Can it seal and open now? */
  available(): boolean;
  /** Which one it is (`gnome_libsecret`, `kwallet6`, `dpapi`, `keychain`…): kept in the key file. */
  readonly backend: string;
  seal(secret: Buffer): Buffer;
  /** @throws when the sealed bytes are not its own. */
  open(sealed: Buffer): Buffer;
}

/** Chromium's `basic_text` scrambles with a password known to all: that is no keychain. */
const NOT_A_KEYCHAIN = new Set(['basic_text', 'unknown', '']);

/** True when the keychain really protects what it seals. */
export function usable(keychain: Keychain): boolean {
  return keychain.available() && !NOT_A_KEYCHAIN.has(keychain.backend);
}
