/** Electron's safeStorage behind the store's `Keychain` interface. */
import { safeStorage } from 'electron';
import type { Keychain } from './store/keychain.ts';

function backendName(): string {
  if (process.platform === 'darwin') return 'keychain';
  if (process.platform === 'win32') return 'dpapi';
  // Older Electron cannot say which store it uses on Linux: then it counts as none.
  return typeof safeStorage.getSelectedStorageBackend === 'function'
    ? safeStorage.getSelectedStorageBackend()
    : 'unknown';
}

/** The system keychain; use it only after the app's `ready`, before that Electron knows no backend. */
export function systemKeychain(): Keychain {
  return {
    available: () => safeStorage.isEncryptionAvailable(),
    get backend() {
      return backendName();
    },
    seal: (secret) => safeStorage.encryptString(secret.toString('base64')),
    open: (sealed) => Buffer.from(safeStorage.decryptString(sealed), 'base64'),
  };
}
