/**
 * Recognising Chinese and Latin text on a picture, on this machine: PP-OCR's small models (v4, detection and
 * recognition) run by ONNX Runtime as WebAssembly on one thread. A search aid; no figure is taken from it.
 */
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web';
import { asset } from '../assets.ts';
import type { TextLine } from '../types.ts';
import { detectorInput, type Pixels, textRects } from './detect.ts';
import { corners, type Rect } from './geometry.ts';
import { decode, type Read, STRIP_HEIGHT, strip } from './recognise.ts';

/** Longer side of what the detector looks at, in pixels. */
const LOOK = 1280;
/** A screenshot much longer than wide is looked at piece by piece. */
const RIBBON = 2.5;
/** Less certain lines are drawings, stamps and noise. */
const SURE = 0.6;
/** Below this mean certainty the page may lie upside down. */
const DOUBTFUL = 0.85;
/** A short gap between two words of a line is told by a space; the models know it as their last sign. */
const SPACE = ' ';

interface Engine {
  detector: InferenceSession;
  reader: InferenceSession;
  dictionary: readonly string[];
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => OrtTensor;
}

let loading: Promise<Engine> | undefined;

async function load(): Promise<Engine> {
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web/wasm');
  // One thread: recognising is background work and leaves the machine to its user.
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = new Uint8Array(asset('ort-wasm-simd-threaded.wasm')).buffer;
  const options = { executionProviders: ['wasm'], enableCpuMemArena: false } as const;
  const [detector, reader] = [
    await InferenceSession.create(asset('ch_PP-OCRv4_det_infer.onnx'), options),
    await InferenceSession.create(asset('ch_PP-OCRv4_rec_infer.onnx'), options),
  ];
  const signs = asset('ppocr_keys_v1.txt').toString('utf8').replace(/\n$/, '').split('\n');
  return { detector, reader, Tensor, dictionary: [...signs, SPACE] };
}

/** The engine, loaded with the first picture (about a second). */
function engine(): Promise<Engine> {
  loading ??= load();
  return loading;
}

async function run(
  session: InferenceSession,
  { Tensor }: Engine,
  data: Float32Array,
  dims: number[],
): Promise<{ data: Float32Array; dims: readonly number[] }> {
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  const result = await session.run({ [input]: new Tensor('float32', data, dims) });
  const tensor = result[output];
  if (!tensor) throw new Error('the model gave no answer');
  const { data: values, dims: shape } = tensor;
  return { data: values as Float32Array, dims: shape };
}

/** Part of a picture, shrunk by averaging to a size the detector takes. */
function shrink(p: Pixels, top: number, rows: number): Pixels {
  const scale = Math.min(1, LOOK / Math.max(p.width, rows));
  const size = (n: number) => Math.max(32, Math.round((n * scale) / 32) * 32);
  const [width, height] = [size(p.width), size(rows)];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const y0 = top + Math.floor((y * rows) / height);
    const y1 = Math.max(y0 + 1, top + Math.floor(((y + 1) * rows) / height));
    for (let x = 0; x < width; x++) {
      const x0 = Math.floor((x * p.width) / width);
      const x1 = Math.max(x0 + 1, Math.floor(((x + 1) * p.width) / width));
      let [red, green, blue] = [0, 0, 0];
      for (let j = y0; j < y1; j++)
        for (let i = x0, at = (j * p.width + x0) * 3; i < x1; i++, at += 3) {
          red += p.data[at] ?? 0;
          green += p.data[at + 1] ?? 0;
          blue += p.data[at + 2] ?? 0;
        }
      const n = (y1 - y0) * (x1 - x0);
      const to = (y * width + x) * 3;
      data[to] = red / n;
      data[to + 1] = green / n;
      data[to + 2] = blue / n;
    }
  }
  return { data, width, height };
}

/** Lines of the picture, in its own pixels. */
async function detect(e: Engine, p: Pixels): Promise<Rect[]> {
  const ribbon = p.height > p.width * RIBBON;
  const step = ribbon ? p.width * 2 : p.height;
  // Pieces overlap; a line belongs to the piece in whose own part its middle lies.
  const lap = ribbon ? Math.round(p.width * 0.2) : 0;
  const found: Rect[] = [];
  for (let from = 0; from < p.height; from += step) {
    const top = Math.max(0, from - lap);
    const rows = Math.min(p.height, from + step + lap) - top;
    const small = shrink(p, top, rows);
    const answer = await run(e.detector, e, detectorInput(small), [
      ...[1, 3, small.height, small.width],
    ]);
    const sx = p.width / small.width;
    const sy = rows / small.height;
    for (const r of textRects(answer.data, small.width, small.height)) {
      const cy = r.cy * sy + top;
      if (cy < from || cy >= from + step) continue;
      // The two scales differ by less than a 32nd of the side: a turned rectangle stays one.
      const level = Math.abs(r.angle) < Math.PI / 4;
      const [w, h] = level ? [sx, sy] : [sy, sx];
      found.push({ ...r, cx: r.cx * sx, cy, width: r.width * w, height: r.height * h });
    }
  }
  return found;
}

async function read(e: Engine, p: Pixels, r: Rect): Promise<Read> {
  const { data, width } = strip(p, r);
  const answer = await run(e.reader, e, data, [1, 3, STRIP_HEIGHT, width]);
  const [, steps = 0, signs = 0] = answer.dims;
  return decode(answer.data, steps, signs, e.dictionary);
}

const turned = (r: Rect): Rect => ({ ...r, angle: r.angle + Math.PI });
const longer = (r: Rect) => Math.max(r.width, r.height);
const mean = (reads: readonly Read[]) =>
  reads.reduce((sum, x) => sum + x.score, 0) / Math.max(1, reads.length);

/** In the order of reading: by rows, each from the left. */
function inOrder<T extends { rect: Rect }>(lines: readonly T[]): T[] {
  const rows: T[][] = [];
  for (const line of [...lines].sort((a, b) => a.rect.cy - b.rect.cy)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const half = Math.min(line.rect.height, first?.rect.height ?? 0) / 2;
    if (row && first && Math.abs(line.rect.cy - first.rect.cy) < half) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.rect.cx - b.rect.cx));
}

const share = (n: number) => Math.round(Math.min(1, Math.max(0, n)) * 10_000) / 10_000;

function lineOf({ text }: Read, rect: Rect, p: Pixels): TextLine {
  const around = corners(rect);
  const [xs, ys] = [around.map((c) => c.x / p.width), around.map((c) => c.y / p.height)];
  const [x, y] = [share(Math.min(...xs)), share(Math.min(...ys))];
  const [right, bottom] = [share(Math.max(...xs)), share(Math.max(...ys))];
  return { text: text.trim(), box: [x, y, share(right - x), share(bottom - y)] };
}

/**
 * The lines of text on a picture, in the order of reading, with their places on it.
 * @param check called between lines; what it throws stops the work
 */
export async function recognise(
  p: Pixels,
  check: () => void = () => undefined,
): Promise<TextLine[]> {
  const e = await engine();
  const rects = await detect(e, p);
  // A page scanned upside down reads badly: some long lines are tried the other way round.
  const probes = [...rects].sort((a, b) => longer(b) - longer(a)).slice(0, 5);
  const tries: Read[] = [];
  for (const rect of probes) tries.push(await read(e, p, rect));
  let over = false;
  if (probes.length > 0 && mean(tries) < DOUBTFUL) {
    const others: Read[] = [];
    for (const rect of probes) others.push(await read(e, p, turned(rect)));
    over = mean(others) > mean(tries);
  }
  const lines: { rect: Rect; read: Read }[] = [];
  for (const rect of rects) {
    check();
    const known = over ? -1 : probes.indexOf(rect);
    const result = tries[known] ?? (await read(e, p, over ? turned(rect) : rect));
    if (result.score >= SURE && result.text.trim() !== '') lines.push({ rect, read: result });
    // Lets messages in, among them the one that stops the work.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const ordered = inOrder(lines);
  return (over ? ordered.reverse() : ordered).map((l) => lineOf(l.read, l.rect, p));
}
