/**
 * The picture library: libvips as WebAssembly, the same bytes on every system, away from the system's own
 * libraries. Loaded with the first picture (about 0.2 s).
 */
import { createRequire } from 'node:module';
import type Vips from 'wasm-vips';

export type VipsModule = typeof Vips;
export type VipsImage = Vips.Image;

const loading = new Map<boolean, Promise<VipsModule>>();

async function start(avif: boolean): Promise<VipsModule> {
  const require = createRequire(import.meta.url);
  // In the packaged app its files lie beside the archive: its threads cannot load them from inside.
  const path = require.resolve('wasm-vips').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  const load = require(path) as (options: object) => Promise<VipsModule>;
  const module = await load({
    dynamicLibraries: avif ? ['vips-heif.wasm'] : [],
    // Its warnings are answered by what is done with the file; on the console they help nobody.
    preRun: (m: { ENV: Record<string, string> }) => {
      m.ENV.VIPS_WARNING = '1';
    },
    print: () => undefined,
    printErr: () => undefined,
  });
  // One thread: the order of the work, and so the bytes, do not depend on the machine.
  module.concurrency(1);
  module.Cache.max(0);
  return module;
}

/** @param avif also the decoder of AVIF, which takes as long to load again */
export function vips(avif = false): Promise<VipsModule> {
  const found = loading.get(avif) ?? start(avif);
  loading.set(avif, found);
  return found;
}

/** Ends the library's threads, so that a process that has nothing else to do can end. */
export async function releaseVips(): Promise<void> {
  const modules = [...loading.values()];
  loading.clear();
  for (const module of modules) (await module).shutdown();
}
