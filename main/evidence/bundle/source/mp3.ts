/** How long an MP3 runs: from the count of frames its maker wrote down, else by counting them. */

type Read = (offset: number, length: number) => Promise<Uint8Array>;

const buffer = (b: Uint8Array) => Buffer.from(b.buffer, b.byteOffset, b.byteLength);

/** Kilobits a second by the index in the header: MPEG-1 layers II and III, and MPEG-2 of both. */
const RATES = {
  one2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  one3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = [44_100, 48_000, 32_000];

interface Frame {
  samples: number;
  hertz: number;
  /** Bytes of the whole frame. */
  length: number;
  /** Where the tag of a variable rate stands behind the header. */
  side: number;
  /** Version, layer and sampling rate: the same in every frame of a file. */
  kind: number;
}

/** The frame that begins here; null when it is none of layers II and III. */
function frameAt(b: Buffer, at: number): Frame | null {
  if (at + 4 > b.length) return null;
  const h = b.readUInt32BE(at);
  const version = (h >>> 19) & 3;
  const layer = 4 - ((h >>> 17) & 3);
  const hz = (h >>> 10) & 3;
  const rate = (h >>> 12) & 15;
  if (h >>> 21 !== 0x7ff || version === 1 || layer < 2 || layer > 3) return null;
  if (hz === 3 || rate === 0 || rate === 15) return null;
  const one = version === 3;
  const table = one ? (layer === 3 ? RATES.one3 : RATES.one2) : RATES.two;
  const hertz = (HERTZ[hz] ?? 0) >> (one ? 0 : version === 2 ? 1 : 2);
  const samples = layer === 3 && !one ? 576 : 1152;
  const padding = (h >>> 9) & 1;
  const length = Math.floor(((samples / 8) * (table[rate] ?? 0) * 1000) / hertz) + padding;
  const mono = ((h >>> 6) & 3) === 3;
  const side = one ? (mono ? 17 : 32) : mono ? 9 : 17;
  return { samples, hertz, length, side, kind: h & 0xfffe0c00 };
}

/** Bytes that an ID3v2 tag in front takes. */
function tagLength(b: Buffer): number {
  if (b.length < 10 || b.toString('latin1', 0, 3) !== 'ID3') return 0;
  const [x = 0, y = 0, z = 0, w = 0] = b.subarray(6, 10);
  const footer = ((b[5] ?? 0) & 0x10) !== 0 ? 10 : 0;
  return 10 + ((x & 127) << 21) + ((y & 127) << 14) + ((z & 127) << 7) + (w & 127) + footer;
}

/** Rubbish between the tag and the first frame that is looked through. */
const SEARCH = 64 * 1024;
/** Files above this are not counted through. */
const MAX_COUNTED = 64 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** Samples by the tag in the first frame; null when there is none. */
function tagged(b: Buffer, at: number, frame: Frame): number | null {
  const xing = at + 4 + frame.side;
  const name = b.toString('latin1', xing, xing + 4);
  if ((name === 'Xing' || name === 'Info') && xing + 12 <= b.length) {
    const flags = b.readUInt32BE(xing + 4);
    if ((flags & 1) === 0) return null;
    const frames = b.readUInt32BE(xing + 8);
    // What the encoder put in front and behind is not heard.
    const lame = xing + 12 + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
    const known = /^(LAME|Lavc|Lavf|L3\.9)/.test(b.toString('latin1', lame, lame + 4));
    const trim = known && lame + 24 <= b.length ? b.readUIntBE(lame + 21, 3) : 0;
    return Math.max(0, frames * frame.samples - (trim >>> 12) - (trim & 4095));
  }
  const vbri = at + 36;
  if (b.toString('latin1', vbri, vbri + 4) === 'VBRI' && vbri + 18 <= b.length)
    return b.readUInt32BE(vbri + 14) * frame.samples;
  return null;
}

/** Samples of all frames from `start` on; what is no frame (a tag at the end, damage) is passed over. */
async function counted(read: Read, start: number, size: number, first: Frame): Promise<number> {
  let samples = 0;
  let piece: Buffer = Buffer.alloc(0);
  let from = start;
  for (let at = start; at + 4 <= size; ) {
    if (at + 4 > from + piece.length || at < from) {
      from = at;
      piece = buffer(await read(from, Math.min(PIECE, size - from)));
      if (piece.length < 4) break;
    }
    const frame = frameAt(piece, at - from);
    if (frame && frame.kind === first.kind) {
      samples += frame.samples;
      at += frame.length;
    } else at += 1;
  }
  return samples;
}

/** Seconds of an MP3; null when no frames are found. */
export async function mp3(read: Read, size: number): Promise<number | null> {
  const skip = tagLength(buffer(await read(0, 10)));
  if (skip >= size) return null;
  const b = buffer(await read(skip, Math.min(SEARCH, size - skip)));
  for (let at = 0; at + 4 <= b.length; at++) {
    const frame = frameAt(b, at);
    if (!frame) continue;
    // Two in a row, or it is chance.
    const next = at + frame.length;
    if (next + 4 <= b.length && frameAt(b, next)?.kind !== frame.kind) continue;
    const told = tagged(b, at, frame);
    if (told !== null && told > 0) return told / frame.hertz;
    if (size > MAX_COUNTED)
      return (((size - skip - at) / frame.length) * frame.samples) / frame.hertz;
    const samples = await counted(read, skip + at, size, frame);
    // The encoder's lead-in and the filling of its last frames are no sound of the recording.
    return Math.max(frame.samples, samples - 576 - 2 * frame.samples) / frame.hertz;
  }
  return null;
}
