/**
 * Packages the built app for this machine.
 * `node scripts/package.ts` makes the test build in dist/test (one fuse on, so that Playwright can attach);
 * `node scripts/package.ts --release` makes the release in dist/release.
 */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { build, type Configuration } from 'electron-builder';
import { buildApp } from './build.ts';
import { findRuntime, type Runtime } from './electron-runtime/find.ts';
import { say } from './electron-runtime/run.ts';
import { sqliteForNodeApi8 } from './electron-runtime/sqlite-napi8.ts';

const root = join(import.meta.dirname, '..');

/** Where the test build's executable is, by platform. */
export function testExecutable(): string {
  const folder = join(root, 'dist/test');
  if (process.platform === 'win32') return join(folder, 'win-unpacked/借据 Jieju.exe');
  if (process.platform !== 'darwin') return join(folder, 'linux-unpacked/jieju');
  const arch = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
  return join(folder, arch, '借据 Jieju.app/Contents/MacOS/借据 Jieju');
}

/** The fuses of the substitute's shorter wire, set as electron-builder.yml sets them for the real one. */
async function flipOldFuses(executable: string): Promise<void> {
  say('package: the substitute knows no fuse grantFileProtocolExtraPrivileges; left out');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * Makes the test build with the given Electron: electron-builder.yml, unpacked, Node's inspect flags on.
 * @returns the path of the executable
 */
export async function packageForTest(runtime: Runtime): Promise<string> {
  const config: Configuration = {
    directories: { output: 'dist/test' },
    electronDist: runtime.dist,
    electronVersion: runtime.version,
    electronFuses: runtime.substitute ? null : { enableNodeCliInspectArguments: true },
    compression: 'store',
  };
  await build({ projectDir: root, dir: true, config });
  const executable = testExecutable();
  if (runtime.substitute) {
    const addon = join(
      root,
      'dist/test/linux-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    );
    if (!existsSync(addon)) throw new Error(`package: ${addon} is not where it was expected`);
    copyFileSync(await sqliteForNodeApi8(), addon);
    await flipOldFuses(executable);
  }
  return executable;
}

/** Makes the release of this platform in dist/release. @throws on the substitute */
export async function packageRelease(runtime: Runtime): Promise<void> {
  if (runtime.substitute)
    throw new Error(
      'A release is built on the current Electron only; its download cannot be reached.',
    );
  await build({
    projectDir: root,
    publish: 'never',
    config: { electronDist: runtime.dist, electronVersion: runtime.version },
  });
}

if (import.meta.main) {
  const release = process.argv.includes('--release');
  const runtime = await findRuntime();
  await buildApp();
  if (release) await packageRelease(runtime);
  else say(`package: ${await packageForTest(runtime)}`);
}
