/**
 * Completes package-lock.json after `npm install` on a machine whose registry lacks packages for other
 * systems: npm leaves those optional packages out of the lock, and `npm ci` then refuses it everywhere.
 * Adds an entry (version, os, cpu; no hash, as none is known here) for each. `node scripts/complete-lock.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const file = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };

const OS = ['android', 'darwin', 'freebsd', 'linux', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'x64', 'riscv64', 'ppc64', 's390x'];

/** The system a platform package is for, read from its name (…-linux-x64-musl). */
function systemOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[-/]/);
  const os = OS.find((word) => words.includes(word));
  const cpu = CPU.find((word) => words.includes(word));
  if (!os || !cpu) return undefined;
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

const present = new Set(
  Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)),
);
const added: string[] = [];
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (present.has(name)) continue;
    const system = systemOf(name);
    if (!system || !/^\d+\.\d+\.\d+$/.test(version))
      throw new Error(
        `${name}@${version} is missing from the lock and its system is not in its name`,
      );
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...system,
    };
    present.add(name);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete' : `added ${added.join(', ')}`);
