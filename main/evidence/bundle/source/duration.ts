/** How long a recording or a film runs, from the headers of its container. */

import { mp3 } from './mp3.ts';

type Read = (offset: number, length: number) => Promise<Uint8Array>;

const buffer = (b: Uint8Array) => Buffer.from(b.buffer, b.byteOffset, b.byteLength);

/** Boxes to look through at most; real files have a handful on top. */
const MAX_BOXES = 1000;

/** The movie header of an MP4, MOV, M4A or 3GP, wherever it stands; null when there is none. */
export async function movieHeader(read: Read, size: number): Promise<Buffer | null> {
  let end = size;
  let at = 0;
  for (let n = 0; n < MAX_BOXES && at + 8 <= end; n++) {
    const head = buffer(await read(at, 16));
    if (head.length < 8) return null;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const length =
      short === 1 && head.length >= 16
        ? Number(head.readBigUInt64BE(8))
        : short === 0
          ? end - at
          : short;
    const skip = short === 1 ? 16 : 8;
    if (length < skip) return null;
    if (type === 'moov') {
      end = Math.min(end, at + length);
      at += skip;
      continue;
    }
    if (type === 'mvhd') {
      const box = buffer(await read(at + skip, 32));
      return box.length < 32 ? null : box;
    }
    at += length;
  }
  return null;
}

/** Seconds of a film: the movie header's length over its time scale. */
async function movie(read: Read, size: number): Promise<number | null> {
  const box = await movieHeader(read, size);
  if (!box) return null;
  const scale = box[0] === 1 ? box.readUInt32BE(20) : box.readUInt32BE(12);
  const units = box[0] === 1 ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16);
  return scale > 0 ? units / scale : null;
}

/** Seconds of a WAV: its data over its bytes a second. */
async function wave(read: Read, size: number): Promise<number | null> {
  let rate = 0;
  for (let at = 12, n = 0; n < MAX_BOXES && at + 8 <= size; n++) {
    const head = buffer(await read(at, 24));
    if (head.length < 8) return null;
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (type === 'fmt ' && head.length >= 20) rate = head.readUInt32LE(16);
    if (type === 'data') return rate > 0 ? Math.min(length, size - at - 8) / rate : null;
    at += 8 + length + (length % 2);
  }
  return null;
}

/** Bytes of a speech frame of AMR, by its mode; each lasts 20 ms. */
const AMR_FRAME = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
const MAX_AMR = 64 * 1024 * 1024;

async function amr(read: Read, size: number): Promise<number | null> {
  if (size > MAX_AMR) return null;
  const bytes = buffer(await read(0, size));
  if (bytes.toString('latin1', 0, 6) !== '#!AMR\n') return null;
  let frames = 0;
  for (let at = 6; at < bytes.length; frames++) at += AMR_FRAME[((bytes[at] ?? 0) >> 3) & 15] ?? 1;
  return frames / 50;
}

/** Seconds; null when the container does not say. */
export async function mediaSeconds(mime: string, size: number, read: Read): Promise<number | null> {
  const mp4 = ['video/mp4', 'audio/mp4', 'video/quicktime', 'video/3gpp'].includes(mime);
  const seconds = mp4
    ? await movie(read, size)
    : mime === 'audio/wav'
      ? await wave(read, size)
      : mime === 'audio/amr'
        ? await amr(read, size)
        : mime === 'audio/mpeg'
          ? await mp3(read, size)
          : null;
  return seconds !== null && seconds > 0 && seconds < 1e7 ? seconds : null;
}

/** 1小时2分3秒; parts of a second count as one. */
export function durationText(seconds: number): string {
  const all = Math.ceil(seconds - 1e-9);
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  return `${hours > 0 ? `${hours}小时` : ''}${minutes > 0 || hours > 0 ? `${minutes}分` : ''}${all % 60}秒`;
}
