import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './app-files.ts';
import type { Emit } from './calls.ts';
import { MIN_HEIGHT, MIN_WIDTH, readWindowState, writeWindowState } from './window-state.ts';

/** How long the window may take to save what is pending before it is closed all the same. */
const CLOSING_MS = 5000;
const ZOOM = { min: 0.8, max: 2, step: 0.1 };

/** Ctrl/Cmd with +, - and 0 on every system; there is no menu to carry them. */
function zoomByKeyboard(window: BrowserWindow): void {
  window.webContents.on('before-input-event', (event, input) => {
    const held = process.platform === 'darwin' ? input.meta : input.control;
    if (input.type !== 'keyDown' || !held || input.alt) return;
    const now = window.webContents.getZoomFactor();
    const next =
      input.key === '0'
        ? 1
        : input.key === '=' || input.key === '+'
          ? now + ZOOM.step
          : input.key === '-'
            ? now - ZOOM.step
            : undefined;
    if (next === undefined) return;
    event.preventDefault();
    window.webContents.setZoomFactor(Math.min(ZOOM.max, Math.max(ZOOM.min, next)));
  });
}

/** The one window, and the way to close it without losing what was typed last. */
export interface AppWindow {
  readonly window: BrowserWindow;
  /** The page has saved what was pending: the window may go. False: it could not, and the window stays. */
  readyToClose(close: boolean): void;
}

/** Opens the window on the app's page. */
export function openWindow(emit: Emit): AppWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...(state.x !== undefined && state.y !== undefined ? { x: state.x, y: state.y } : {}),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: app.getName(),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#faf7f1',
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  zoomByKeyboard(window);

  let mayClose = false;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    mayClose = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    writeWindowState(stateFile, window.getNormalBounds(), window.isMaximized());
    // A page that never came up, or died, has nothing to save.
    if (mayClose || window.webContents.isCrashed() || window.webContents.isLoading()) return;
    event.preventDefault();
    emit('app.closing', {});
    // A page that does not answer must not keep the window for ever.
    clearTimeout(overdue);
    overdue = setTimeout(close, CLOSING_MS);
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    console.error('the page ended:', details.reason);
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/`);
  return {
    window,
    readyToClose: (may) => {
      clearTimeout(overdue);
      if (may) close();
    },
  };
}
