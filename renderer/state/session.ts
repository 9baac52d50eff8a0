/** The store's state (absent, locked, open), the settings, and locking by hand or after idle time. */
import type { ApiInput, Settings, StoreStatus } from '../../shared/api.ts';
import { call, on } from '../bridge.ts';
import { closeCase, flush } from './case-store.ts';
import { closeWhenSaved } from './closing.tsx';
import { sayError } from './feedback.ts';
import { goPage } from './navigation.ts';
import { createStore, useStore } from './store.ts';

interface Session {
  status: StoreStatus | null;
  settings: Settings | null;
}

const store = createStore<Session>({ status: null, settings: null });

export const useSession = (): Session => useStore(store);

/** Takes over what the main process says of the store; reads the settings once it is open. */
export async function takeStatus(status: StoreStatus): Promise<void> {
  store.set((s) => ({ ...s, status }));
  if (status.state === 'open') {
    const settings = await call('settings.get', {});
    store.set((s) => ({ ...s, settings }));
  }
}

/** Asks for the state of the store. */
export async function refreshStatus(): Promise<void> {
  await takeStatus(await call('store.status', {}));
}

/** Changes settings; null settings (store not open) are left alone. */
export async function saveSettings(change: ApiInput<'settings.set'>): Promise<void> {
  const settings = await call('settings.set', change);
  store.set((s) => ({ ...s, settings }));
}

/** Takes over settings that another call changed. */
export function takeSettings(settings: Settings): void {
  store.set((s) => ({ ...s, settings }));
}

/** Saves what is pending, then locks the store. */
export async function lockNow(): Promise<void> {
  try {
    await closeCase();
    goPage('cases');
    await takeStatus(await call('store.lock', {}));
  } catch (error) {
    sayError(error);
  }
}

let idleTimer: ReturnType<typeof setTimeout> | undefined;

function restartIdle(): void {
  clearTimeout(idleTimer);
  const { status, settings } = store.get();
  const minutes = settings?.lockAfterMinutes ?? 0;
  if (status?.state !== 'open' || minutes <= 0) return;
  idleTimer = setTimeout(() => void lockNow(), minutes * 60_000);
}

/** Starts what runs as long as the window: idle lock, locking from outside, saving before closing. */
export function startSession(): void {
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
    window.addEventListener(event, restartIdle, { passive: true, capture: true });
  }
  store.subscribe(restartIdle);
  on('store.locked', () => {
    void closeCase().finally(() => {
      goPage('cases');
      void refreshStatus();
    });
  });
  on('app.closing', () => {
    void closeWhenSaved();
  });
  window.addEventListener('blur', () => void flush());
  void refreshStatus().catch(sayError);
}
