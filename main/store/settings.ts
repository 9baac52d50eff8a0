/** Settings of this installation. LPR values the user adds stay here, apart from the published table. */
import { z } from 'zod';
import { type ApiInput, api, type Settings } from '../../shared/api.ts';
import { audit } from './audit.ts';
import type { OpenStore } from './store.ts';

export const defaults: Settings = {
  lprEntries: [],
  lockAfterMinutes: 10,
  remind: true,
  lastExportFolder: '',
  panelWidth: 560,
  viewerWidth: 520,
  letterhead: '',
};

/** Row of the letterhead's own file; kept out of what the window is told. */
const LETTERHEAD = 'letterheadFile';

interface KeptLetterhead {
  name: string;
  /** Base64 of the Word file. */
  data: string;
}

function keptLetterhead(store: OpenStore): KeptLetterhead | null {
  const row = store.db
    .prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
    .get(LETTERHEAD);
  return row ? (JSON.parse(row.value) as KeptLetterhead) : null;
}

/** The letterhead's Word file; null when there is none. */
export function letterheadFile(store: OpenStore): Uint8Array | null {
  const kept = keptLetterhead(store);
  return kept ? Buffer.from(kept.data, 'base64') : null;
}

/** Keeps a letterhead (checked before), or takes it away. */
export function keepLetterhead(
  store: OpenStore,
  file: { name: string; bytes: Uint8Array } | null,
): Settings {
  store.db
    .transaction(() => {
      store.db.prepare<[string]>('DELETE FROM settings WHERE name = ?').run(LETTERHEAD);
      if (file) {
        const kept = { name: file.name, data: Buffer.from(file.bytes).toString('base64') };
        store.db
          .prepare<[string, string]>('INSERT INTO settings VALUES (?, ?)')
          .run(LETTERHEAD, JSON.stringify(kept));
      }
      audit(store, 'settings.set', null, 'letterhead');
    })
    .immediate();
  return getSettings(store);
}

/** Every setting; one that cannot be read (written by hand, or by another release) counts as the default. */
export function getSettings(store: OpenStore): Settings {
  const rows = store.db
    .prepare<[string], { name: string; value: string }>(
      'SELECT name, value FROM settings WHERE name <> ?',
    )
    .all(LETTERHEAD);
  const letterhead = keptLetterhead(store)?.name ?? '';
  const result: Record<string, unknown> = { ...defaults, letterhead };
  for (const { name, value } of rows) {
    const parsed = api['settings.set'].safeParse({ [name]: z.json().parse(JSON.parse(value)) });
    if (parsed.success && name in defaults) Object.assign(result, parsed.data);
  }
  return result as unknown as Settings;
}

/** Changes the settings that are given and leaves the others. */
export function setSettings(store: OpenStore, change: ApiInput<'settings.set'>): Settings {
  const put = store.db.prepare<[string, string]>(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  store.db
    .transaction(() => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      for (const [name, value] of given) put.run(name, JSON.stringify(value));
      audit(store, 'settings.set', null, given.map(([name]) => name).join(', '));
    })
    .immediate();
  return getSettings(store);
}
