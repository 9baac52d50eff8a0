import module from 'node:module';
import { type Command, EXIT, UsageError } from './cli/command.ts';

/**
 * The command line: the same engine and papers as the window, on plain Node. Exit code 0 done,
 * 2 bad input, 1 failure; stdout carries the result only, stderr one line an error (docs/cli.md).
 */

/** Commands by name; loaded only when called, so that `calc` starts at once. */
const commands: Record<string, () => Promise<Command>> = {
  sample: async () => (await import('./cli/cases.ts')).sample,
  check: async () => (await import('./cli/cases.ts')).check,
  claim: async () => (await import('./cli/cases.ts')).claim,
  papers: async () => (await import('./cli/papers.ts')).papers,
  pack: async () => (await import('./cli/pack.ts')).pack,
  bundle: async () => (await import('./cli/bundle.ts')).bundle,
  demo: async () => (await import('./cli/demo.ts')).demo,
  calc: async () => (await import('./cli/calc.ts')).calc,
  'verify-audit': async () => (await import('./cli/verify-audit.ts')).verifyAudit,
};

/**
 * Keeps compiled code between runs, so that a calculator answers at once. Node has it since 22.1 and puts
 * it into the system's temporary folder, or where NODE_COMPILE_CACHE says; never into the project.
 */
function keepCompiled(): void {
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const given = name === undefined ? '没有给出命令' : `没有“${name}”这个命令`;
    throw new UsageError(`${given}，可用的有：${Object.keys(commands).join(' ')}`);
  }
  const command = await load();
  return command(rest, process);
}

/** One line whatever the message holds. */
function oneLine(e: unknown): string {
  return (e instanceof Error ? e.message : String(e)).replace(/\s*\n\s*/g, ' ');
}

// A reader that closes the pipe early (head) is not an error of ours.
process.stdout.on('error', (e: NodeJS.ErrnoException) => {
  process.exit(e.code === 'EPIPE' ? EXIT.done : EXIT.failure);
});

keepCompiled();
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (e: unknown) => {
    const errors = e instanceof UsageError ? e.lines : [e];
    process.stderr.write(errors.map((error) => `${oneLine(error)}\n`).join(''));
    process.exitCode = e instanceof UsageError ? EXIT.badInput : EXIT.failure;
  },
);
