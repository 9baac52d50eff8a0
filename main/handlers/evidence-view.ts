/** evidence.readPart, .pages, .lines, .saveCopy: what the viewer asks for. */
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handlers } from '../calls.ts';
import { AppError } from '../errors.ts';
import { storeReader } from '../evidence/bundle/from-store.ts';
import { getFile } from '../evidence/files.ts';
import { saveCopy } from '../evidence/save-copy.ts';
import { viewFile } from '../evidence/serve.ts';
import { CHUNK } from '../evidence/staging.ts';
import { isConverted, isWords } from '../evidence/view/kinds.ts';
import type { OpenStore } from '../store/store.ts';
import type { Context } from './context.ts';

export type ViewPart = Pick<
  Handlers,
  'evidence.readPart' | 'evidence.pages' | 'evidence.lines' | 'evidence.saveCopy'
>;

const cannot = () =>
  new AppError('unreadable', '这种文件在窗口里打不开；它完好地存在案件里，可以另存一份。');

/** The piece read last, for the next small part of it. It goes with the open store: nothing is left at lock. */
const kept = new WeakMap<OpenStore, { key: string; bytes: Uint8Array }>();

/** One stored piece, decrypted; `first` is the place of its first byte in the file. */
async function pieceNow(open: OpenStore, fileId: string, first: number): Promise<Uint8Array> {
  const key = `${fileId} ${first}`;
  const last = kept.get(open);
  if (last?.key === key) return last.bytes;
  await nextTurn();
  const bytes = await storeReader(open)(fileId, first, CHUNK);
  kept.set(open, { key, bytes });
  return bytes;
}

/** The reading that is under way. */
let reading: Promise<unknown> = Promise.resolve();

/**
 * A PDF of many pages asks for a hundred pieces at once: they are read one after the other, and everything
 * else that the process has to do gets its turn in between.
 */
function pieceAt(open: OpenStore, fileId: string, first: number): Promise<Uint8Array> {
  const read = reading.then(() => pieceNow(open, fileId, first));
  reading = read.catch(() => undefined);
  return read;
}

export function evidenceViewHandlers({ store, jobs, dialogs, viewer }: Context): ViewPart {
  return {
    'evidence.readPart': async ({ fileId, offset, length }) => {
      const open = store.current;
      const { file } = getFile(open, fileId);
      const end = Math.min(file.size, offset + length);
      const parts: Uint8Array[] = [];
      for (let at = offset; at < end; ) {
        const first = Math.floor(at / CHUNK) * CHUNK;
        const piece = await pieceAt(open, fileId, first);
        const part = piece.subarray(at - first, end - first);
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      // Its own memory: a pooled buffer would drag its neighbours across the bridge.
      return { bytes: new Uint8Array(Buffer.concat(parts)) };
    },
    'evidence.pages': async ({ fileId }) => {
      const open = store.current;
      const { file } = getFile(open, fileId);
      if (!isConverted(file.mime)) throw cannot();
      const { pages } = await viewer.run(
        { kind: 'pages', file: viewFile(file) },
        storeReader(open),
      );
      return { pages };
    },
    'evidence.lines': async ({ fileId }) => {
      const open = store.current;
      const { file } = getFile(open, fileId);
      if (!isWords(file.mime)) throw cannot();
      const { lines, partial } = await viewer.run(
        { kind: 'lines', file: viewFile(file) },
        storeReader(open),
      );
      return { lines, partial };
    },
    'evidence.saveCopy': async ({ fileId }) => {
      const open = store.current;
      const { file } = getFile(open, fileId);
      // The name as it was taken in may hold a folder's sign of another system.
      const defaultName = basename(file.name.replaceAll('\\', '/'));
      const path = await dialogs.saveFile({ title: '另存证据文件', defaultName });
      if (path === null) return null;
      await jobs.run('正在另存证据文件', file.size, (job) => saveCopy(open, fileId, path, job));
      return { path };
    },
  };
}
