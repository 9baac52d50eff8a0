/** Looking things up in PDF objects that anybody may have written: nothing is taken for granted. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from './lib.ts';

export const name = (text: string) => PDFName.of(text);

export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.context.lookup(dict.get(name(key)));
  return value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;
}

export function arrayAt(dict: PDFDict, key: string): PDFArray | undefined {
  const value = dict.context.lookup(dict.get(name(key)));
  return value instanceof PDFArray ? value : undefined;
}

export function nameAt(dict: PDFDict, key: string): string {
  const value = dict.context.lookup(dict.get(name(key)));
  return value instanceof PDFName ? value.decodeText() : '';
}

export function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = dict.context.lookup(dict.get(name(key)));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The numbers of an array; undefined when there are fewer than `count` or others between them. */
export function numbers(array: PDFArray | undefined, count: number): number[] | undefined {
  if (!array || array.size() < count) return undefined;
  const out = Array.from({ length: count }, (_, i) => array.lookup(i)).map((v) =>
    v instanceof PDFNumber ? v.asNumber() : Number.NaN,
  );
  return out.every(Number.isFinite) ? out : undefined;
}

/** No content stream of a page is longer: a bomb is stopped here. */
const MAX_DECODED = 256 * 1024 * 1024;

/** The decoded bytes of a stream. @throws when its filter fails or it grows beyond reason */
export function decoded(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('not a stream');
  const filter = stream.dict.lookup(name('Filter'));
  const single = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  // Node's own inflate is many times as fast as the library's.
  if (single === name('FlateDecode') && !stream.dict.has(name('DecodeParms')))
    return inflateSync(stream.contents, { maxOutputLength: MAX_DECODED });
  if (filter === undefined) return stream.contents;
  return decodePDFRawStream(stream).decode();
}

/** The content streams of a page, in order. */
export function contentStreams(page: PDFDict): PDFObject[] {
  const contents = page.context.lookup(page.get(name('Contents')));
  if (contents instanceof PDFStream) return [contents];
  if (!(contents instanceof PDFArray)) return [];
  return Array.from({ length: contents.size() }, (_, i) => contents.lookup(i)).filter(
    (s) => s !== undefined,
  );
}

/** A page's content as one stream: the pieces may be cut between any two tokens. */
export function pageContent(page: PDFDict): Uint8Array {
  const pieces = contentStreams(page).map(decoded);
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  return Buffer.concat(pieces.flatMap((p) => [p, Buffer.from('\n')]));
}

/** A new stream with its bytes as they are. */
export function rawStream(
  context: PDFContext,
  bytes: Uint8Array,
  dict: Record<string, string | number | PDFObject>,
) {
  return PDFRawStream.of(context.obj({ ...dict, Length: bytes.length }) as PDFDict, bytes);
}
