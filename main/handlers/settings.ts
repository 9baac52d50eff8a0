/** settings.*: read and change. */
import type { Handlers } from '../calls.ts';
import { getSettings, setSettings } from '../store/settings.ts';
import type { Context } from './context.ts';

export function settingsHandlers({
  store,
}: Context): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => getSettings(store.current),
    'settings.set': (change) => setSettings(store.current, change),
  };
}
