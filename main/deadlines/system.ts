/** The system's side of the reminders: notices, the badge, and the clock that looks at the deadlines. */
import { app, type BrowserWindow, Notification } from 'electron';
import type { Context } from '../handlers/context.ts';
import { getSettings } from '../store/settings.ts';
import { DeadlineNotifier } from './notifier.ts';

/** How often the deadlines are looked at. */
const EVERY_MS = 10 * 60_000;

/** Notices that are on the screen: one that is dropped could not be clicked any more. */
const shown = new Set<Notification>();

function show(title: string, body: string, windowOf: () => BrowserWindow | undefined): void {
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title, body });
  shown.add(notice);
  const drop = () => shown.delete(notice);
  notice.on('click', () => {
    drop();
    const window = windowOf();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  notice.on('close', drop);
  notice.on('failed', drop);
  notice.show();
}

/**
 * Starts to remind of deadlines.
 * @returns looks at the deadlines now: call it when the store was opened or locked, or a list was read.
 */
export function remindOfDeadlines(
  context: Context,
  windowOf: () => BrowserWindow | undefined,
): () => void {
  // Windows shows notices only of programs it knows by this name, the one of the installer.
  if (process.platform === 'win32') app.setAppUserModelId('cn.jieju.app');
  const notifier = new DeadlineNotifier({
    store: () => (context.store.status().state === 'open' ? context.store.current : null),
    now: () => new Date(),
    wanted: (store) => getSettings(store).remind,
    show: (title, body) => show(title, body, windowOf),
    // Only macOS and some Linux desktops have a badge; elsewhere it says no and nothing happens.
    badge: (count) => void app.setBadgeCount(count),
  });
  const look = () => {
    try {
      notifier.tick();
    } catch (error) {
      console.error('the deadlines could not be looked at:', error);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  app.on('will-quit', () => clearInterval(timer));
  return look;
}
