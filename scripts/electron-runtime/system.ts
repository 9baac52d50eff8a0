import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { start } from './find.ts';
import { say } from './run.ts';

/** Debian packages for the shared libraries that Electron links and a bare system lacks. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** Programs, and libraries that Electron opens only when it needs them, by the Debian package that holds them. */
const PROGRAMS = {
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  'g++': 'g++',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  /** Without it the system's notices are not shown. */
  'libnotify.so.4': 'libnotify4',
} as const;

/** A program or library that the scripts or tests may call for. */
export type Program = keyof typeof PROGRAMS;

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isThere(name: string): boolean {
  if (!name.includes('.so.')) return onPath(name);
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  // Not Debian's loader: taken as there, Electron looks for itself.
  return stdout ? stdout.includes(name) : true;
}

function lacksLibraries(binary: string): boolean {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return stdout.includes('not found');
}

/** What the binary and the named programs lack, by Debian package; always nothing outside Linux. */
function missingPackages(binary: string | null, programs: readonly Program[]): string[] {
  if (process.platform !== 'linux') return [];
  const missing = new Set<string>();
  for (const program of programs) if (!isThere(program)) missing.add(PROGRAMS[program]);
  if (binary && lacksLibraries(binary)) for (const name of LIBRARIES) missing.add(name);
  return [...missing];
}

/**
 * Makes sure that the Electron binary's libraries and the named programs are there: on Debian as root by
 * installing them, elsewhere by naming the command.
 * @throws when something is missing and cannot be installed here
 */
export async function needSystem(
  binary: string | null,
  programs: readonly Program[],
): Promise<void> {
  const missing = missingPackages(binary, programs);
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  // Another program may be installing; it is given two minutes.
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
  const command = `apt-get update && apt-get ${install.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    throw new Error(
      `This system lacks ${missing.join(', ')} (names as on Debian). There, this installs them: sudo sh -c '${command}'`,
    );
  say(`electron-runtime: installing ${missing.join(', ')}`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  const code =
    (await start('apt-get', [...wait, 'update'])) ||
    (await start('apt-get', [...wait, ...install]));
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}

/** The same for programs that only some extra checks use: without them it says so and goes on. */
export async function wantSystem(programs: readonly Program[]): Promise<void> {
  try {
    await needSystem(null, programs);
  } catch (error) {
    say(
      `${error instanceof Error ? error.message : error}\nThe checks that use them are left out.`,
    );
  }
}
