/** Settings of this installation. LPR values the user adds stay here, apart from the published table. */
import { z } from 'zod';
import { type ApiInput, api, type Settings } from '../../shared/api.ts';
import { audit } from './audit.ts';
import type { OpenStore } from './store.ts';

export const defaults: Settings = {
  lprEntries: [],
  lockAfterMinutes: 10,
  lastExportFolder: '',
  panelWidth: 560,
};

/** Every setting; one that cannot be read (written by hand, or by another release) counts as the default. */
export function getSettings(store: OpenStore): Settings {
  const rows = store.db
    .prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
    .all();
  const result: Record<string, unknown> = { ...defaults };
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
