/**
 * A second pair of hands for the bundle, in a thread: looks for ink in scans and takes the fingerprints of files.
 * It stands alone (nothing but Node's own modules and the reader of JPEG), so that it can be started from its text.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { jpegLightness, type Lightness, type Part } from './image/jpeg-light.ts';

export type Task =
  | { kind: 'light'; jpeg: Uint8Array; part: Part }
  /** SHA-256 of a whole file, in hexadecimal. */
  | { kind: 'hash'; path: string };

export interface TaskResult {
  light: Lightness | undefined | null;
  hash: string;
}

const PIECE = 4 * 1024 * 1024;

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, PIECE, null);
      if (length === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

/** Does one task. @throws the system's errors when a file cannot be read */
export function doTask(task: Task): Partial<TaskResult> {
  if (task.kind === 'hash') return { hash: hashOf(task.path) };
  return { light: jpegLightness(task.jpeg, task.part) };
}

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    parentPort?.postMessage({ id, result: doTask(task) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
