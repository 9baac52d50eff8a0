/**
 * Answers the viewer's requests for evidence: `evidence://file/<id>` is an original that the window can show
 * or play by itself, in ranges; `evidence://page/<id>/<n>` is one page of a picture it cannot. Only files of
 * the open store; once it is locked, nothing. No Electron in here, so that it can be tested alone.
 */
import type { EvidenceFile } from '../../shared/api.ts';
import { toAppError } from '../errors.ts';
import type { Context } from '../handlers/context.ts';
import { storeReader } from './bundle/from-store.ts';
import type { ReadSource } from './bundle/types.ts';
import { getFile } from './files.ts';
import { CHUNK } from './staging.ts';
import { isConverted, type ViewFile } from './view/kinds.ts';

export interface FileRequest {
  readonly method: string;
  readonly url: string;
  /** The Range header, if there is one. */
  readonly range: string | null;
}

export type ServeEvidence = (request: FileRequest) => Promise<Response>;

/** Pictures that every Chromium shows by itself. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** Never script, style or page: what is not in here is not served at all. */
const isServed = (mime: string): boolean =>
  SHOWN.includes(mime) || mime.startsWith('audio/') || mime.startsWith('video/');

/** Nothing of a case is kept by the browser's own caches, and no answer is a page. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Accept-Ranges': 'bytes',
} as const;

const refuse = (status: number, more: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { ...HEADERS, ...more } });

/** First and last byte asked for; null = the whole file, 'bad' = outside of it (RFC 9110, 14.1.2). */
export function byteRange(
  header: string | null,
  size: number,
): { from: number; to: number } | null | 'bad' {
  const found = header === null ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  // Several ranges at once, or another unit: the whole file is a valid answer.
  if (!found) return null;
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return null;
  if (first === '') {
    const count = Math.min(Number(last), size);
    return count === 0 ? 'bad' : { from: size - count, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || to < from) return 'bad';
  return { from, to };
}

/** The bytes from `from` to `to`, read piece by piece as they are taken; nothing is held beyond a piece. */
function stream(read: ReadSource, fileId: string, from: number, to: number): ReadableStream {
  let at = from;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Up to the border of a stored piece, so that none is decrypted twice.
        const border = (Math.floor(at / CHUNK) + 1) * CHUNK;
        const bytes = await read(fileId, at, Math.min(border, to + 1) - at);
        if (bytes.length === 0) throw new Error('the stored file ends early');
        at += bytes.length;
        controller.enqueue(bytes);
        if (at > to) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

/** What the converting process is told of a file. */
export const viewFile = ({ fileId, name, size, mime, sha256 }: EvidenceFile): ViewFile => ({
  ...{ key: fileId, name, size, mime, sha256 },
});

/** Answers for the files of the context's store. */
export function evidenceServer({
  store,
  viewer,
}: Pick<Context, 'store' | 'viewer'>): ServeEvidence {
  const original = (fileId: string, range: string | null): Response => {
    const open = store.current;
    const { file } = getFile(open, fileId);
    if (!isServed(file.mime)) return refuse(415);
    const part = byteRange(range, file.size);
    if (part === 'bad') return refuse(416, { 'Content-Range': `bytes */${file.size}` });
    const { from, to } = part ?? { from: 0, to: file.size - 1 };
    return new Response(stream(storeReader(open), fileId, from, to), {
      status: part ? 206 : 200,
      headers: {
        ...HEADERS,
        'Content-Type': file.mime,
        'Content-Length': String(to - from + 1),
        ...(part ? { 'Content-Range': `bytes ${from}-${to}/${file.size}` } : {}),
      },
    });
  };
  const page = async (fileId: string, number: number): Promise<Response> => {
    const open = store.current;
    const { file } = getFile(open, fileId);
    if (!isConverted(file.mime)) return refuse(415);
    const job = { kind: 'page' as const, file: viewFile(file), page: number };
    const { mime, bytes } = await viewer.run(job, storeReader(open));
    const body = bytes as Uint8Array<ArrayBuffer>;
    return new Response(body, {
      headers: { ...HEADERS, 'Content-Type': mime, 'Content-Length': String(bytes.length) },
    });
  };
  return async ({ method, url, range }) => {
    if (method !== 'GET') return refuse(405);
    const asked = new URL(url);
    const [, fileId = '', number, ...rest] = asked.pathname.split('/');
    if (!/^[\w-]{1,64}$/.test(fileId) || rest.length > 0) return refuse(404);
    try {
      if (asked.host === 'file' && number === undefined) return original(fileId, range);
      if (asked.host === 'page' && number !== undefined && /^[1-9]\d{0,4}$/.test(number))
        return await page(fileId, Number(number));
      return refuse(404);
    } catch (error) {
      const { code } = toAppError(error);
      return refuse(code === 'locked' ? 403 : code === 'no-file' ? 404 : 422);
    }
  };
}
