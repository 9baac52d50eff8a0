/** `npm run test:e2e`: builds, packages the test build and runs Playwright on it, under Xvfb where there is no display. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildApp } from './build.ts';
import { findRuntime, start } from './electron-runtime/find.ts';
import { needSystem, type Program } from './electron-runtime/system.ts';
import { packageForTest } from './package.ts';

const headless =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
// The substitute's SQLite is compiled, so a compiler is needed before packaging.
const runtime = await findRuntime();
const programs: Program[] = [
  'libnotify.so.4',
  ...(headless ? (['xvfb-run', 'xauth'] as const) : []),
];
if (runtime.substitute) programs.push('g++');
await needSystem(runtime.substitute ? join(runtime.dist, 'electron') : null, programs);
await buildApp();
const executable = await packageForTest(runtime);
await needSystem(executable, []);

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
  'cli.js',
);
const playwright = [cli, 'test', ...process.argv.slice(2)];
process.exit(
  headless
    ? await start('xvfb-run', [
        '-a',
        '-s',
        '-screen 0 1920x1200x24',
        process.execPath,
        ...playwright,
      ])
    : await start(process.execPath, playwright),
);
