/** `npm start`: builds what changed, packages it with the Electron found, and opens the window. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { findRuntime, start } from './electron-runtime/find.ts';
import { say } from './electron-runtime/run.ts';
import { needSystem } from './electron-runtime/system.ts';
import { packageForTest, testExecutable } from './package.ts';

const root = join(import.meta.dirname, '..');
const SOURCES = ['main', 'renderer', 'shared', 'templates'];
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
  'vite.main.config.ts',
  'vite.preload.config.ts',
  'vite.renderer.config.ts',
];

function newestSource(): number {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  );
  return Math.max(...[...files, ...SETTINGS.map((name) => join(root, name))].map(modified));
}

function modified(file: string): number {
  return statSync(file).mtimeMs;
}

/** Whether the packaged app is as new as its sources. */
function upToDate(): boolean {
  const archive =
    process.platform === 'darwin'
      ? join(testExecutable(), '../../Resources/app.asar')
      : join(testExecutable(), '../resources/app.asar');
  return existsSync(archive) && modified(archive) >= newestSource();
}

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  say('没有可用的显示器，窗口打不开。请改用：xvfb-run -a npm start');
  say('不需要窗口时，npm run demo 会直接生成示例案件的全部材料。');
  say('No display, so no window can open. Use: xvfb-run -a npm start');
  say('Without a window, npm run demo writes all papers of the sample case.');
  process.exit(1);
}

if (!upToDate()) {
  const runtime = await findRuntime();
  await buildApp();
  await packageForTest(runtime);
}
const executable = testExecutable();
await needSystem(executable, []);
// Chromium refuses root unless told; only here, in development, never in a release.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
process.exit(await start(executable, [...args, ...process.argv.slice(2)]));
