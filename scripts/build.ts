/** Builds main, its threads, preload and window into out/. `node scripts/build.ts` */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

const parts = ['main', 'bundle-helper', 'threads', 'preload', 'renderer'];

/** Bundles the parts of the app. @throws when one does not build */
export async function buildApp(): Promise<void> {
  for (const part of parts) {
    rmSync(join(root, 'out', part), { recursive: true, force: true });
  }
  await Promise.all(
    parts.map((part) =>
      build({ configFile: join(root, `vite.${part}.config.ts`), logLevel: 'warn' }),
    ),
  );
}

if (import.meta.main) {
  const started = performance.now();
  await buildApp();
  process.stderr.write(`build: out/ in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
