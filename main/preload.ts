/**
 * The bridge between the sandboxed window and the main process, and nothing else: one way to call, one way
 * to listen, both by the names of shared/api.ts. No Electron object reaches the page (checklist item 20).
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/api.ts';

// Written in by vite.preload.config.ts from shared/api.ts.
declare const __CALL_NAMES__: readonly string[];
declare const __EVENT_NAMES__: readonly string[];

const calls = new Set(__CALL_NAMES__);
const events = new Set(__EVENT_NAMES__);
const listeners = new Map<string, Set<(payload: never) => void>>();

ipcRenderer.on('jieju:event', (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
});

const bridge: Bridge = {
  call(name, input) {
    if (!calls.has(name)) return Promise.reject(new Error(`unknown call ${String(name)}`));
    return ipcRenderer.invoke('jieju:call', name, input);
  },
  on(event, listener) {
    if (!events.has(event)) throw new Error(`unknown event ${String(event)}`);
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener));
    return () => {
      set.delete(listener);
    };
  },
  filePaths(files) {
    // Electron below 32 has no webUtils; there the path is a property of the file itself.
    const pathOf = (file: File & { path?: string }): string =>
      webUtils ? webUtils.getPathForFile(file) : (file.path ?? '');
    return files.map((file) => (file instanceof File ? pathOf(file) : ''));
  },
};

contextBridge.exposeInMainWorld('jieju', bridge);
