/** The system's file dialogs, as sheets of the app's window where the system has them. */
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Dialogs } from './handlers/context.ts';

/** @param windowOf the window the dialog belongs to; without one it stands alone */
export function systemDialogs(windowOf: () => BrowserWindow | undefined): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<string[]> => {
    const window = windowOf();
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled ? [] : filePaths;
  };
  return {
    openFile: async (o) => (await open({ ...o, properties: ['openFile'] }))[0] ?? null,
    openFiles: (o) => open({ ...o, properties: ['openFile', 'multiSelections'] }),
    pickFolder: async (o) =>
      (await open({ ...o, properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
    saveFile: async ({ title, defaultName, filters }) => {
      const options = { title, defaultPath: defaultName, ...(filters ? { filters } : {}) };
      const window = windowOf();
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options);
      return canceled || !filePath ? null : filePath;
    },
  };
}
