/** What an MP4, MOV, M4A or 3GP file says of its tracks (ISO 14496-12): is there a picture, and packed how? */

export interface Track {
  kind: 'picture' | 'sound';
  /** Four signs of the sample entry: avc1, hvc1, mp4a, samr … */
  codec: string;
}

/** Bytes of a file from an offset; fewer at its end. */
type Read = (offset: number, length: number) => Promise<Uint8Array>;

/** Boxes to look through on top; real films have a handful. */
const MOST_BOXES = 1000;
/** An index longer than this belongs to a film of many hours. */
const MOST_INDEX = 16 * 1024 * 1024;
const HEAD = 16;

interface Box {
  type: string;
  /** First byte after its head, and the byte after its last. */
  from: number;
  to: number;
}

const view = (b: Uint8Array) => new DataView(b.buffer, b.byteOffset, b.byteLength);
const signs = (b: Uint8Array, at: number) => String.fromCharCode(...b.subarray(at, at + 4));

/** The head of a box; null where there is none. `left` = bytes from it to the end of what holds it. */
function head(b: Uint8Array, at: number, left: number): { size: number; length: number } | null {
  if (at + 8 > b.length) return null;
  const short = view(b).getUint32(at);
  if (short === 0) return { size: 8, length: left };
  if (short !== 1) return short >= 8 ? { size: 8, length: short } : null;
  if (at + HEAD > b.length) return null;
  const length = Number(view(b).getBigUint64(at + 8));
  return length >= HEAD ? { size: HEAD, length } : null;
}

function boxes(b: Uint8Array, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at < to && found.length < MOST_BOXES; ) {
    const h = head(b, at, to - at);
    if (!h || at + h.length > to) return found;
    found.push({ type: signs(b, at + 4), from: at + h.size, to: at + h.length });
    at += h.length;
  }
  return found;
}

/** The first box at the end of a path of types. */
function inside(b: Uint8Array, box: Box, path: readonly string[]): Box | null {
  let at: Box | undefined = box;
  for (const type of path) at = at && boxes(b, at.from, at.to).find((x) => x.type === type);
  return at ?? null;
}

const KINDS: Record<string, Track['kind']> = { vide: 'picture', soun: 'sound' };

function tracksIn(b: Uint8Array): Track[] {
  const index: Box = { type: 'moov', from: 0, to: b.length };
  return boxes(b, index.from, index.to).flatMap((trak): Track[] => {
    if (trak.type !== 'trak') return [];
    const handler = inside(b, trak, ['mdia', 'hdlr']);
    const samples = inside(b, trak, ['mdia', 'minf', 'stbl', 'stsd']);
    const kind = handler ? KINDS[signs(b, handler.from + 8)] : undefined;
    return kind && samples && samples.from + 16 <= samples.to
      ? [{ kind, codec: signs(b, samples.from + 12) }]
      : [];
  });
}

/**
 * The tracks of a film or a recording, by its index, wherever in the file that stands.
 * @returns nothing for a file that is no such container, is cut off, or has its index out of reach
 */
export async function isoTracks(read: Read, size: number): Promise<Track[]> {
  for (let at = 0, n = 0; at < size && n < MOST_BOXES; n++) {
    const start = await read(at, Math.min(HEAD, size - at));
    const h = head(start, 0, size - at);
    if (!h) return [];
    if (signs(start, 4) === 'moov') {
      const length = h.length - h.size;
      if (length > MOST_INDEX) return [];
      return tracksIn(await read(at + h.size, length));
    }
    at += h.length;
  }
  return [];
}

/** HEVC (H.265): how iPhones and newer Android phones film; many computers play only the sound of it. */
export const isHevc = (tracks: readonly Track[]): boolean =>
  tracks.some((t) => t.kind === 'picture' && /^(hvc1|hev1|dvh1|dvhe)$/.test(t.codec));

/** AMR: how the recorders and call recorders of older phones write sound; browsers do not know it. */
export const isAmr = (tracks: readonly Track[]): boolean =>
  tracks.some((t) => t.kind === 'sound' && /^(samr|sawb)$/.test(t.codec));
