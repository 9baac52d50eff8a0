import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder for what is fetched or compiled once a machine; never inside the tree that git tracks. */
export function cacheDir(): string {
  const base = process.env.JIEJU_CACHE_DIR;
  if (base) return base;
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jieju');
}

/**
 * Fills `target` by way of a sibling folder that is renamed when `fill` is done, so that an interrupted
 * run, or two at once, never leave a half-made folder behind.
 */
export async function fillFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}.part-`);
  try {
    await fill(work);
    rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
