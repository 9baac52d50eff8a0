/** settings.* and letterhead.*: read and change. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../calls.ts';
import { getSettings, keepLetterhead, letterheadFile, setSettings } from '../store/settings.ts';
import type { StoreManager } from '../store/store.ts';
import type { Context } from './context.ts';

type Part = Pick<
  Handlers,
  'settings.get' | 'settings.set' | 'letterhead.choose' | 'letterhead.remove'
>;

export function settingsHandlers({ store, dialogs }: Context): Part {
  return {
    'settings.get': () => getSettings(store.current),
    'settings.set': (change) => setSettings(store.current, change),
    'letterhead.choose': async () => {
      const path = await dialogs.openFile({
        title: '选择信纸（Word 文档）',
        filters: [{ name: 'Word 文档', extensions: ['docx'] }],
      });
      if (path === null) return null;
      const [{ readLetterhead }, bytes] = await Promise.all([
        import('../papers/letterhead.ts'),
        readFile(path),
      ]);
      readLetterhead(bytes);
      return keepLetterhead(store.current, { name: basename(path), bytes });
    },
    'letterhead.remove': () => keepLetterhead(store.current, null),
  };
}

/** The letterhead for written papers, read; null when there is none. @throws AppError `bad-letterhead` */
export async function letterheadOf(store: StoreManager) {
  const file = letterheadFile(store.current);
  if (!file) return null;
  const { readLetterhead } = await import('../papers/letterhead.ts');
  return readLetterhead(file);
}
