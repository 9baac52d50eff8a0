/**
 * Bytes of a stored file for a process that has no store: it asks the main process for them piece by piece.
 * Both ends of that talk, one home for all the processes that read files.
 */
import { AppError, toAppError } from '../errors.ts';
import type { ReadSource } from './bundle/types.ts';

/** From the child: it wants part of an original. */
export interface BytesWanted {
  type: 'bytes';
  id: number;
  key: string;
  offset: number;
  length: number;
}

/** To the child: the part, or why it cannot be had. */
export type BytesAnswer =
  | { type: 'data'; id: number; bytes: Uint8Array }
  | { type: 'failed'; id: number; code: string; message: string };

/** Asked for at a time: decrypting as much takes the main process some 10 ms. */
const PIECE = 1024 * 1024;

/** The child's end: `read` asks, `answer` takes what comes back. */
export function askForPieces(send: (message: BytesWanted) => void): {
  read: ReadSource;
  answer: (message: BytesAnswer) => void;
} {
  const waiting = new Map<number, { resolve(b: Uint8Array): void; reject(e: Error): void }>();
  let next = 0;
  const ask = (key: string, offset: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      send({ type: 'bytes', id: next, key, offset, length });
    });
  return {
    read: async (key, offset, length) => {
      const whole = new Uint8Array(length);
      let have = 0;
      while (have < length) {
        const bytes = await ask(key, offset + have, Math.min(PIECE, length - have));
        if (bytes.length === 0) break;
        whole.set(bytes, have);
        have += bytes.length;
      }
      return whole.subarray(0, have);
    },
    answer: (message) => {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.type === 'data') one?.resolve(message.bytes);
      else one?.reject(new AppError(message.code, message.message));
    },
  };
}

/** The main process' end: reads what is wanted and sends it, or says why not. */
export function givePiece(
  read: ReadSource,
  { id, key, offset, length }: BytesWanted,
  send: (message: BytesAnswer) => void,
): void {
  read(key, offset, length).then(
    (bytes) => send({ type: 'data', id, bytes }),
    (error: unknown) => {
      const { code, message } = toAppError(error);
      send({ type: 'failed', id, code, message });
    },
  );
}

/** A child is not told by itself where fonts, engine and models lie beside the app. */
export function learnResources(folder: string): void {
  const own = process as { resourcesPath?: string };
  if (!own.resourcesPath) Object.defineProperty(process, 'resourcesPath', { value: folder });
}

/** An error in words that cross to the main process. */
export function crossing(error: unknown): {
  code: string;
  message: string;
  path: string | undefined;
  cause: string;
} {
  const { code, message, path } = toAppError(error);
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code, message, path, cause };
}
