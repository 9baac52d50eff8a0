/** Automatic backups made before a case was deleted still hold it: counted, and replaced when asked. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { audit } from './audit.ts';
import { backupStamp, isAutomaticBackup, writeBackup } from './backup.ts';
import type { OpenStore } from './store.ts';

async function automatic(store: OpenStore): Promise<string[]> {
  const names = await readdir(store.backupsFolder).catch(() => [] as string[]);
  return names.filter(isAutomaticBackup);
}

/** How many automatic backups there are. */
export async function countBackups(store: OpenStore): Promise<number> {
  return (await automatic(store)).length;
}

/**
 * Makes a fresh, checked backup and only then removes the older automatic ones. Copies that the user
 * made elsewhere are not touched.
 */
export async function replaceBackups(store: OpenStore): Promise<void> {
  const old = await automatic(store);
  const stamp = backupStamp(store.now());
  // Two within one second: the name is taken by a copy that has to go.
  const taken = old.includes(stamp);
  if (taken) await rm(join(store.backupsFolder, stamp), { recursive: true, force: true });
  await writeBackup(store, store.backupsFolder, stamp);
  for (const name of old.filter((n) => n !== stamp)) {
    await rm(join(store.backupsFolder, name), { recursive: true, force: true });
  }
  audit(store, 'store.backup', null, 'replaced');
}
