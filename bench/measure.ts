/** Commands measured from outside: wall time, processor time and peak memory of each, side by side. */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

export interface Row {
  name: string;
  seconds: number;
  /** Processor seconds of the command, MB of memory at its peak; null where GNU time is not there. */
  cpu: number | null;
  peak: number | null;
}

export const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

/** Is a program there and does it answer? */
export const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const GNU_TIME = has('/usr/bin/time', '-f', '%M', 'true');

/** Runs a command to its end. @throws with its stderr when it fails */
export function measure(name: string, command: string, args: readonly string[]): Row {
  const start = performance.now();
  const { status, stderr } = GNU_TIME
    ? spawnSync('/usr/bin/time', ['-f', 'used %U %S %M', command, ...args], { encoding: 'utf8' })
    : spawnSync(command, args, { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const [, user, system, kilobytes] = /used ([\d.]+) ([\d.]+) (\d+)/.exec(stderr) ?? [];
  return {
    name,
    seconds,
    cpu: user === undefined ? null : Number(user) + Number(system),
    peak: kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1_000_000,
  };
}

const middle = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

/** Medians of several rounds, each against the first of the list. */
export function table(rounds: readonly (readonly Row[])[]): string {
  const names = [...new Set(rounds.flat().map((r) => r.name))];
  const of = (name: string, pick: (r: Row) => number | null) =>
    middle(rounds.flat().flatMap((r) => (r.name === name ? (pick(r) ?? []) : [])));
  const base = of(names[0] ?? '', (r) => r.seconds);
  return names
    .map((name) => {
      const seconds = of(name, (r) => r.seconds);
      const figures = [
        `${seconds.toFixed(2)} s`,
        `${(seconds / base).toFixed(1)} x`,
        `${of(name, (r) => r.cpu).toFixed(2)} s cpu`,
        `${of(name, (r) => r.peak).toFixed(0)} MB`,
      ];
      return `  ${name.padEnd(44)} ${figures.map((f) => f.padStart(11)).join('')}`;
    })
    .join('\n');
}

/** What else the machine was doing: figures under load mean their ratios, not themselves. */
export const machine = (): string =>
  `${cpus().length} processors, load ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}`;
