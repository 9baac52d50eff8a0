/**
 * Writes a volume while it is put together: streams go to the file as soon as they are final, so that a book
 * of any size needs little memory; everything else follows in object streams, then the table of all places.
 */
import { deflateSync } from 'node:zlib';
import {
  type PDFContext,
  type PDFDict,
  PDFInvalidObject,
  type PDFObject,
  PDFStream,
} from './lib.ts';
import { name } from './objects.ts';

/** Takes the file's bytes, in order. */
export type Sink = (pieces: readonly Uint8Array[]) => Promise<void>;

/** Objects in one object stream. */
const TOGETHER = 100;
/** Bytes of a place in the table: kind, offset or stream, index. */
const WIDTHS = [1, 5, 2] as const;

type Place = { offset: number } | { stream: number; index: number };

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** An object as it is written. */
function bytesOf(object: PDFObject): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes());
  return bytes.subarray(0, object.copyBytesInto(bytes, 0));
}

export class VolumeFile {
  readonly #context: PDFContext;
  readonly #sink: Sink;
  readonly #places = new Map<number, Place>();
  #at = 0;

  private constructor(context: PDFContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
  }

  static async start(context: PDFContext, sink: Sink): Promise<VolumeFile> {
    const file = new VolumeFile(context, sink);
    await file.#write([ascii('%PDF-1.7\n%\x81\x81\x81\x81\n')]);
    return file;
  }

  async #write(pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) this.#at += piece.length;
    await this.#sink(pieces);
  }

  /** The pieces of a stream object that begins at `at`. */
  #stream(number: number, dict: PDFDict, contents: Uint8Array, at: number): Uint8Array[] {
    this.#places.set(number, { offset: at });
    dict.set(name('Length'), this.#context.obj(contents.length));
    const head = Buffer.concat([ascii(`${number} 0 obj\n`), bytesOf(dict), ascii('\nstream\n')]);
    return [head, contents, ascii('\nendstream\nendobj\n')];
  }

  /** Writes all streams there are so far and takes them out of memory: nothing may change them any more. */
  async flush(): Promise<void> {
    const context = this.#context;
    const pieces: Uint8Array[] = [];
    let at = this.#at;
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFStream)) continue;
      const parts = this.#stream(ref.objectNumber, object.dict, object.getContents(), at);
      for (const part of parts) at += part.length;
      pieces.push(...parts);
      context.delete(ref);
    }
    if (pieces.length > 0) await this.#write(pieces);
  }

  /** Objects that are no streams, many to a stream. */
  async #rest(): Promise<void> {
    const all = this.#context.enumerateIndirectObjects();
    const damaged = all.find(([, object]) => object instanceof PDFInvalidObject);
    if (damaged) throw new Error(`bundle: object ${damaged[0].objectNumber} cannot be read`);
    for (let i = 0; i < all.length; i += TOGETHER) {
      const group = all.slice(i, i + TOGETHER);
      const stream = this.#context.nextRef().objectNumber;
      let offset = 0;
      const bodies: Buffer[] = [];
      const index = group.map(([ref, object], n) => {
        this.#places.set(ref.objectNumber, { stream, index: n });
        const body = Buffer.concat([bytesOf(object), ascii('\n')]);
        bodies.push(body);
        const entry = `${ref.objectNumber} ${offset} `;
        offset += body.length;
        return entry;
      });
      const head = ascii(index.join(''));
      const dict = this.#context.obj({
        Type: 'ObjStm',
        N: group.length,
        First: head.length,
        Filter: 'FlateDecode',
      });
      const contents = deflateSync(Buffer.concat([head, ...bodies]));
      await this.#write(this.#stream(stream, dict, contents, this.#at));
    }
  }

  #table(size: number): Buffer {
    const rows = Buffer.alloc(size * 8);
    const free: number[] = [];
    for (let n = 0; n < size; n++) {
      const place = this.#places.get(n);
      const [kind, first, second] = !place
        ? [0, 0, n === 0 ? 65_535 : 0]
        : 'offset' in place
          ? [1, place.offset, 0]
          : [2, place.stream, place.index];
      if (!place) free.push(n);
      rows.writeUInt8(kind, n * 8);
      rows.writeUIntBE(first, n * 8 + 1, 5);
      rows.writeUInt16BE(second, n * 8 + 6);
    }
    // Numbers not in use name the next one; the last names the first.
    free.forEach((n, i) => {
      rows.writeUIntBE(free[i + 1] ?? 0, n * 8 + 1, 5);
    });
    return rows;
  }

  /** Writes what is left, and the table. The context's `trailerInfo` says where to begin. */
  async finish(): Promise<void> {
    await this.flush();
    await this.#rest();
    const context = this.#context;
    const start = this.#at;
    const own = context.nextRef().objectNumber;
    this.#places.set(own, { offset: start });
    const contents = deflateSync(this.#table(own + 1));
    const dict = context.obj({
      Type: 'XRef',
      Size: own + 1,
      W: [...WIDTHS],
      Filter: 'FlateDecode',
    });
    const { Root, Info, ID } = context.trailerInfo;
    for (const [key, value] of Object.entries({ Root, Info, ID }))
      if (value) dict.set(name(key), value);
    await this.#write([
      ...this.#stream(own, dict, contents, start),
      ascii(`startxref\n${start}\n%%EOF\n`),
    ]);
  }
}

/** Where an object stands by the table of a written file. */
export function placesOf(rows: Uint8Array): Map<number, number> {
  const b = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
  const offsets = new Map<number, number>();
  for (let n = 0; (n + 1) * 8 <= b.length; n++)
    if (b[n * 8] === 1) offsets.set(n, b.readUIntBE(n * 8 + 1, 5));
  return offsets;
}
