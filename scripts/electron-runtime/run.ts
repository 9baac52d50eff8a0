import { spawn } from 'node:child_process';

/** Runs a program to its end and gives back its stdout. @throws with the tail of its stderr when it fails. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; signal?: AbortSignal } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err = (err + chunk.toString()).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${code}\n${err.trim()}`));
    });
  });
}

/** One line to the person at the terminal; stdout stays free for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
