/** Starts a thread of the app: from its source on plain Node, from its one built file in the packaged app. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * @param source its file under main/
 * @param built its folder under out/
 */
export function startThread(source: string, built: string): Worker {
  const own = fileURLToPath(import.meta.url);
  if (own.endsWith('.ts')) return new Worker(join(dirname(own), '..', source));
  // By its text: a thread cannot load a file from inside the packaged archive.
  const text = readFileSync(join(dirname(own), '..', built, 'index.cjs'), 'utf8');
  return new Worker(text, { eval: true });
}
