import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheDir, fillFolder } from './cache.ts';
import { run, say } from './run.ts';

const require = createRequire(import.meta.url);
const sqliteDir = dirname(require.resolve('better-sqlite3/package.json'));
const compatHeader = join(import.meta.dirname, 'node-api-8.h');

/** The compile-time options of the package itself, read from its own build file. */
function sqliteDefines(): string[] {
  const gypi = readFileSync(join(sqliteDir, 'deps/defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/'((?:HAVE|SQLITE)_[A-Z0-9_]+(?:=-?\d+)?)'/g)];
  if (defines.length < 20) throw new Error('better-sqlite3: deps/defines.gypi is not as expected');
  return defines.map((match) => `-D${match[1]}`);
}

/**
 * The SQLite addon for a runtime that has Node-API 8 only; compiled on first use, then cached under a
 * name made from the package's version and the compatibility header.
 * @returns the path of the `.node` file
 */
export async function sqliteForNodeApi8(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(sqliteDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const tag = createHash('sha256').update(readFileSync(compatHeader)).digest('hex').slice(0, 8);
  const folder = join(cacheDir(), `sqlite-${version}-napi8-${tag}-${process.arch}`);
  const addon = join(folder, 'better_sqlite3.node');
  if (existsSync(addon)) return addon;

  say('electron-runtime: compiling SQLite for the substitute (about a minute, once)');
  const source = join(sqliteDir, 'deps/sqlite3');
  const headers = join(dirname(require.resolve('node-api-headers/package.json')), 'include');
  const addonApi = dirname(require.resolve('node-addon-api/package.json'));
  await fillFolder(folder, async (work) => {
    const sqlite = join(work, 'sqlite3.o');
    const binding = join(work, 'binding.o');
    const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', `-I${source}`];
    await Promise.all([
      run('gcc', [
        ...common,
        '-std=c99',
        '-w',
        ...sqliteDefines(),
        join(source, 'sqlite3.c'),
        '-o',
        sqlite,
      ]),
      run('g++', [
        ...common,
        '-std=c++20',
        '-fvisibility=hidden',
        '-fvisibility-inlines-hidden',
        '-DNAPI_VERSION=8',
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        `-I${headers}`,
        `-I${addonApi}`,
        '-include',
        compatHeader,
        join(sqliteDir, 'src/better_sqlite3.cpp'),
        '-o',
        binding,
      ]),
    ]);
    // SQLite's symbols stay inside: Electron carries a SQLite of its own.
    const link = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
    const out = join(work, 'better_sqlite3.node');
    await run('g++', [...link, binding, sqlite, '-o', out, '-ldl', '-lpthread', '-lm']);
  });
  return addon;
}
