/**
 * Opens a written volume again, from the disk and by its own table. The insides of long streams are left out:
 * their fingerprint is taken with the whole file, and no check looks into them.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { PDFContext, PDFDocument, PDFObjectParser, PDFRawStream } from './lib.ts';
import { decoded } from './objects.ts';
import { placesOf } from './volume-file.ts';

/** Streams longer than this are skipped. */
const LONG = 64 * 1024;
/** A stream's dictionary ends within these. */
const HEAD = 8 * 1024;
const END = Buffer.from('\nendstream\nendobj\n');

const wrong = (what: string) =>
  new Error(`bundle: the written volume cannot be read again: ${what}`);

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

/** Where the objects begin, in order, and where the table does. */
async function placesIn(file: FileHandle, size: number) {
  const tail = await readAt(file, Math.max(0, size - 256), 256);
  const [, start] = /startxref\n(\d+)\n%%EOF\n$/.exec(tail.toString('latin1')) ?? [];
  const table = Number(start ?? Number.NaN);
  if (!(table < size)) throw wrong('its end');
  const bytes = await readAt(file, table, size - table);
  const from = bytes.indexOf(' obj\n') + 5;
  const context = PDFContext.create();
  const xref = PDFObjectParser.forBytes(bytes.subarray(from), context).parseObject();
  if (!(xref instanceof PDFRawStream)) throw wrong('its table');
  const places = [...placesOf(decoded(xref))].map(([number, offset]) => ({ number, offset }));
  return { table, places: places.sort((a, b) => a.offset - b.offset) };
}

/** One object as it is written; a long stream without its insides. */
async function objectAt(file: FileHandle, number: number, from: number, to: number) {
  const length = to - from;
  const head = await readAt(file, from, length <= LONG ? length : HEAD);
  if (!head.toString('latin1', 0, 24).startsWith(`${number} 0 obj\n`))
    throw wrong(`object ${number} is not in its place`);
  if (length <= LONG) return head;
  const text = head.toString('latin1');
  const begin = text.indexOf('\nstream\n');
  const dict = text.slice(0, begin);
  const [, inside] = /\/Length (\d+)/.exec(dict) ?? [];
  const end = await readAt(file, to - END.length, END.length);
  if (begin < 0 || begin + 8 + Number(inside) + END.length !== length || !end.equals(END))
    throw wrong(`the stream ${number} is not whole`);
  const empty = dict.replace(/\/Length \d+/, '/Length 0');
  return Buffer.concat([Buffer.from(`${empty}\nstream\n`, 'latin1'), END]);
}

/** @throws when an object is not where the file's table says, or a stream is cut short */
export async function readBack(path: string): Promise<PDFDocument> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { table, places } = await placesIn(file, size);
    const pieces = [await readAt(file, 0, places[0]?.offset ?? 0)];
    for (const [i, { number, offset }] of places.entries()) {
      if (offset !== table)
        pieces.push(await objectAt(file, number, offset, places[i + 1]?.offset ?? table));
    }
    pieces.push(await readAt(file, table, size - table));
    return await PDFDocument.load(Buffer.concat(pieces), {
      updateMetadata: false,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
  } finally {
    await file.close();
  }
}
