import type { Readable, Writable } from 'node:stream';

/** What a command may touch besides the file system. */
export interface CliIo {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** Exit codes of the command line. */
export const EXIT = { done: 0, failure: 1, badInput: 2 } as const;

/** A command: gets the words after its name, returns the exit code. */
export type Command = (args: readonly string[], io: CliIo) => Promise<number>;

/** Bad input: told on stderr, one line an error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly lines: readonly string[];

  constructor(errors: string | readonly string[]) {
    const lines = typeof errors === 'string' ? [errors] : errors;
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Writes and waits until the stream takes more. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (): void => {
      stream.off('error', failed);
      resolve();
    };
    const failed = (e: Error): void => {
      stream.off('drain', done);
      reject(e);
    };
    stream.once('drain', done);
    stream.once('error', failed);
  });
}
